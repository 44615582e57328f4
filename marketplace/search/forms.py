"""What a reader types into the search field."""

from django import forms

from marketplace.search.queries import clean


class SearchForm(forms.Form):
    """The words, cut and cleaned rather than refused: a search always answers."""

    q = forms.CharField(required=False, strip=True)

    def __init__(self, data: object) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.fields["q"].validators = []  # NUL is cleaned away below, like every other sign that is no letter

    def clean_q(self) -> str:
        """Return the words as search reads them."""
        return clean(self.cleaned_data["q"])

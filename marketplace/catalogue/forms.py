"""What a reader may ask of a shelf. A value that makes no sense is left out: an old link still shows a shelf."""

import re

from django import forms
from django.http import QueryDict

from marketplace.catalogue.shelves import MOST_TICKS, Sort, Wish
from marketplace.partner.rules import SellerKind

GOVERNORATE = re.compile(r"PS-[A-Z]{3}")


class GovernoratesField(forms.MultipleChoiceField):
    """ISO codes of governorates; whether one exists is not asked of the database: an unknown code finds nothing."""

    def validate(self, value: list[str]) -> None:
        """Raise ValidationError unless every value looks like a code."""
        if len(value) > MOST_TICKS or not all(GOVERNORATE.fullmatch(code) for code in value):
            raise forms.ValidationError("governorate")


class ShelfForm(forms.Form):
    """Ticks and order of a shelf."""

    governorate = GovernoratesField(required=False)
    seller = forms.MultipleChoiceField(required=False, choices=SellerKind.choices)
    season = forms.BooleanField(required=False)
    sort = forms.ChoiceField(required=False, choices=Sort.choices)


def read_wish(query: QueryDict) -> Wish:
    """Return what the query of a shelf's address asks for."""
    form = ShelfForm(query)
    form.is_valid()
    given = form.cleaned_data
    return Wish(
        governorates=frozenset(given.get("governorate") or ()),
        sellers=frozenset(given.get("seller") or ()),
        season=bool(given.get("season")),
        sort=Sort(given["sort"]) if given.get("sort") else None,
    )

"""What a buyer asks of the basket. Numbers may be typed with Arabic digits; whole units only."""

from django import forms
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from marketplace.core.text import western_number

WHOLE = _("Write a whole number of units, like 3.")
MOST = 999


class UnitsField(forms.IntegerField):
    """A count of units, from `min_value` to 999."""

    def __init__(self, *, min_value: int, **options: object) -> None:
        words = {"invalid": WHOLE, "min_value": WHOLE, "max_value": _("That is more than one order can carry: 999 at most.")}
        super().__init__(min_value=min_value, max_value=MOST, error_messages=words, **options)  # type: ignore[arg-type]

    def to_python(self, value: object) -> int | None:
        """Read Arabic digits like western ones."""
        return super().to_python(western_number(str(value))[:12] if value is not None else value)


class AddForm(forms.Form):
    """Units of one good, and where to come back to."""

    product = forms.IntegerField(min_value=1, max_value=2**62)
    quantity = UnitsField(min_value=1)
    next = forms.CharField(required=False, max_length=600)

    def back(self, host: str) -> str:
        """The page to come back to; the basket where that is not one of ours."""
        wanted = str(self.data.get("next", ""))
        return wanted if wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, {host}) else ""


class QuantityForm(forms.Form):
    """The units of a line; 0 takes it out."""

    quantity = UnitsField(min_value=0)

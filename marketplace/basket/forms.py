"""What a buyer asks of the basket. Numbers may be typed with Arabic digits; whole units only."""

from django import forms
from django.utils.http import url_has_allowed_host_and_scheme

from marketplace.core.fields import CountField

MOST = 999


class AddForm(forms.Form):
    """Units of one good, and where to come back to."""

    product = forms.IntegerField(min_value=1, max_value=2**62)
    quantity = CountField(min_value=1, max_value=MOST)
    next = forms.CharField(required=False, max_length=600)

    def back(self, host: str) -> str:
        """The page to come back to; the basket where that is not one of ours."""
        wanted = str(self.data.get("next", ""))
        return wanted if wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, {host}) else ""


class QuantityForm(forms.Form):
    """The units of a line; 0 takes it out."""

    quantity = CountField(max_value=MOST)

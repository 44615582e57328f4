"""Form fields for numbers as people here type them: western or Arabic digits, «٫» or a point."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marketplace.core.money import to_agorot
from marketplace.core.text import western_number

LONGEST = 16
PRICE = _("Write the amount in shekels, like 18.50.")
WHOLE = _("Write a whole number, like 12.")


class ShekelField(forms.DecimalField):
    """An amount in shekels with at most two decimals; cleaned to whole agorot."""

    def __init__(self, *, min_agorot: int = 1, max_agorot: int = 100_000_00, **options: Any) -> None:
        words = {"invalid": PRICE, "max_decimal_places": PRICE, "max_digits": PRICE, "max_whole_digits": PRICE}
        options.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "dir": "ltr", "autocomplete": "off"}))
        super().__init__(decimal_places=2, max_digits=10, error_messages=words, **options)
        self.min_agorot, self.max_agorot = min_agorot, max_agorot

    def to_python(self, value: Any) -> Any:
        """Read Arabic digits like western ones."""
        return super().to_python(western_number(str(value))[:LONGEST] if value not in self.empty_values else value)

    def clean(self, value: Any) -> Any:
        """Return agorot, None for an optional field left empty."""
        shekels = super().clean(value)
        if shekels is None:
            return None
        agorot = to_agorot(shekels)
        if not self.min_agorot <= agorot <= self.max_agorot:
            raise forms.ValidationError(PRICE)
        return agorot


class CountField(forms.IntegerField):
    """A whole number within bounds."""

    def __init__(self, *, min_value: int = 0, max_value: int = 99_999, **options: Any) -> None:
        words = {"invalid": WHOLE, "min_value": WHOLE, "max_value": WHOLE}
        options.setdefault("widget", forms.TextInput(attrs={"inputmode": "numeric", "dir": "ltr", "autocomplete": "off"}))
        super().__init__(min_value=min_value, max_value=max_value, error_messages=words, **options)

    def to_python(self, value: Any) -> Any:
        """Read Arabic digits like western ones."""
        return super().to_python(western_number(str(value))[:LONGEST] if value not in self.empty_values else value)

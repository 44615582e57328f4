"""What a buyer types to find her orders again."""

from django import forms
from django.utils.translation import gettext_lazy as _

from marketplace.core.errors import DomainError
from marketplace.core.phones import canonical
from marketplace.core.text import western_digits


class PhoneForm(forms.Form):
    """The phone the orders were placed with."""

    phone = forms.CharField(
        label=_("Phone number"),
        max_length=32,
        widget=forms.TelInput(attrs={"autocomplete": "tel"}),
        help_text=_("The one you gave with the order. Like this: 0599 123 456"),
        error_messages={"required": _("Write the phone number of the order.")},
    )

    def clean_phone(self) -> str:
        """The phone in E.164."""
        try:
            return canonical(self.cleaned_data["phone"])
        except DomainError as error:
            raise forms.ValidationError(error.reader_text) from error


class CodeForm(forms.Form):
    """The six digits of the message."""

    code = forms.CharField(
        label=_("The six digits"),
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "dir": "ltr"}),
        error_messages={"required": _("Write the six digits from the message.")},
    )

    def clean_code(self) -> str:
        """Western digits without spaces."""
        return western_digits(self.cleaned_data["code"]).replace(" ", "")

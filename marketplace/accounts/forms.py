"""What one types to sign in or up."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from marketplace.core.errors import DomainError
from marketplace.core.phones import NotAPhone, canonical


class SignInForm(forms.Form):
    """Phone or e-mail, and the password."""

    login = forms.CharField(
        label=_("Phone or e-mail"),
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "username", "dir": "ltr", "autocapitalize": "none"}),
        error_messages={"required": _("Write your phone number or e-mail.")},
    )
    password = forms.CharField(
        label=_("Password"),
        max_length=128,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Write your password.")},
    )

    def clean_login(self) -> str:
        """One spelling of a login: wrong passwords are counted for it, however the number is written."""
        typed: str = self.cleaned_data["login"].strip()
        if "@" in typed:
            return typed.lower()
        try:
            return canonical(typed)
        except NotAPhone:
            return typed


class SignUpForm(forms.Form):
    """A new buyer."""

    name = forms.CharField(
        label=_("Name"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Write your name.")},
    )
    phone = forms.CharField(
        label=_("Phone number"),
        max_length=32,
        widget=forms.TelInput(attrs={"autocomplete": "tel"}),
        help_text=_("You sign in with it. Like this: 0599 123 456"),
        error_messages={"required": _("Write your phone number.")},
    )
    password = forms.CharField(
        label=_("Password"),
        max_length=128,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 8 characters, not only digits. A short sentence is easy to keep in mind."),
        error_messages={"required": _("Choose a password.")},
    )

    def clean_phone(self) -> str:
        """A whole phone number, as typed."""
        try:
            canonical(self.cleaned_data["phone"])
        except DomainError as error:
            raise forms.ValidationError(error.reader_text) from error
        return str(self.cleaned_data["phone"])

    def clean_password(self) -> Any:
        """A password that is not guessed at once."""
        validate_password(self.cleaned_data["password"])
        return self.cleaned_data["password"]

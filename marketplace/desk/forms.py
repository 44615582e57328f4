"""What hub and programme staff type."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from marketplace.core.text import western_digits
from marketplace.partner.rules import PermitKind

REASON = _("Write the reason: the other side reads it.")


class ReasonForm(forms.Form):
    """A reason the other side reads."""

    reason = forms.CharField(
        label=_("Reason"), max_length=400, widget=forms.Textarea(attrs={"rows": 2}), error_messages={"required": REASON}
    )


class PublishForm(forms.Form):
    """The licence a good needs, as the officer sees it."""

    permit_kind = forms.ChoiceField(
        label=_("Licence this good needs"),
        choices=[("", pgettext_lazy("licence", "None")), *PermitKind.choices],
        required=False,
        help_text=_("Processed food needs one. The good is published only while its seller holds it."),
    )


class HandOverForm(forms.Form):
    """The buyer's six digits, or why there are none."""

    code = forms.CharField(
        label=_("The buyer's six digits"),
        max_length=12,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "dir": "ltr"}),
        help_text=_("From the message that says the goods are ready."),
    )
    reason = forms.CharField(
        label=_("Without a code: why?"),
        max_length=400,
        required=False,
        help_text=_("For example: the phone is broken, I know her and saw her identity card. It is kept with your name."),
    )

    def clean_code(self) -> str:
        """Six digits as western digits, spaces dropped."""
        return western_digits(self.cleaned_data["code"]).replace(" ", "")


class FindForm(forms.Form):
    """A reference or a phone, as somebody reads it from a slip."""

    q = forms.CharField(label=_("Reference or phone"), max_length=40, required=False)

    def clean_q(self) -> str:
        """Upper case, western digits, without spaces."""
        return western_digits(self.cleaned_data["q"]).replace(" ", "").upper()


class NamedForm(forms.Form):
    """Words of a name, in either language."""

    q = forms.CharField(max_length=40, required=False)

"""What the finance team types, and how a seller says where her money goes."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marketplace.core.errors import DomainError
from marketplace.payouts.destinations import destination
from marketplace.payouts.queries import next_pay_day
from marketplace.payouts.states import PayoutMethod

DAY = {"type": "date"}


class RunForm(forms.Form):
    """Which sales are paid, and when."""

    until = forms.DateField(
        label=_("Pay for sales up to"),
        initial=timezone.localdate,
        widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
        help_text=_("This day counts too. Later sales wait for the next payout run."),
    )
    pay_on = forms.DateField(label=_("Pay day"), initial=next_pay_day, widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))


class ReasonForm(forms.Form):
    """Why a run is sent back or a payout held."""

    reason = forms.CharField(label=_("Reason"), max_length=400, widget=forms.Textarea(attrs={"rows": 2}))


class PayeeForm(forms.Form):
    """How a seller is paid, and where to."""

    method = forms.ChoiceField(label=_("How do you want to be paid?"), choices=PayoutMethod.choices, widget=forms.RadioSelect)
    where = forms.CharField(
        label=_("IBAN or phone of the wallet"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}),
        help_text=_(
            "For a bank: the IBAN, 29 letters and digits beginning with PS. For a wallet: its phone number. For cash: leave it empty."
        ),
    )

    def clean(self) -> dict[str, Any]:
        """Check the IBAN or phone by the rules the payee itself keeps."""
        values = super().clean() or {}
        try:
            destination(PayoutMethod(values.get("method") or PayoutMethod.CASH), values.get("where") or "")
        except DomainError as error:
            self.add_error("where", error.reader_text)
        return values

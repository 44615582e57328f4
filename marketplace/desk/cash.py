"""Cash of the programme: who holds how much, and bringing it to the bank."""

import uuid

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from marketplace.accounts.access import role_required
from marketplace.accounts.queries import has_role
from marketplace.accounts.rules import Role
from marketplace.core.errors import DomainError
from marketplace.core.fields import ShekelField
from marketplace.desk.nav import program_nav
from marketplace.hubs.models import Hub
from marketplace.ledger import services as ledger
from marketplace.ledger.kinds import AccountKind
from marketplace.ledger.pots import held


class BankForm(forms.Form):
    """Cash of one holder that was paid in at the bank."""

    holder = forms.ChoiceField(label=_("From"))
    amount = ShekelField(label=_("Amount in shekels"))
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["holder"].choices = [(f"hub:{hub.pk}", hub.name) for hub in Hub.objects.all()]  # type: ignore[attr-defined]


@role_required(Role.FINANCE_CLERK, Role.FINANCE_APPROVER, Role.AUDITOR)
def cash(request: HttpRequest) -> HttpResponse:
    """Who holds the programme's cash, from the ledger; the finance clerk records what was banked."""
    may_bank = has_role(request.user, Role.FINANCE_CLERK)
    form = BankForm(request.POST or None) if may_bank else None
    if form is not None and request.method == "POST" and form.is_valid():
        try:
            ledger.cash_banked(
                form.cleaned_data["holder"],
                form.cleaned_data["amount"],
                key=f"banked:{form.cleaned_data['key']}",
                by=request.user,
            )
        except DomainError as error:
            form.add_error("amount", error.reader_text)
        else:
            messages.success(request, _("Written down: the cash is in the bank."))
            return redirect("program:cash")
    holders = [{"name": hub.name, "held": held(AccountKind.CASH, f"hub:{hub.pk}")} for hub in Hub.objects.all()]
    facts = {"nav": program_nav(request, "program:cash"), "holders": holders, "bank": held(AccountKind.BANK), "form": form}
    return render(request, "staff/cash.html", facts)

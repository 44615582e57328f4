"""One settled payout run of the demo world: proposed by Huda, approved by Omar, paid on its day."""

from datetime import datetime, time, timedelta

from django.db.models import Sum
from django.utils import timezone

from marketplace.accounts.demo import person
from marketplace.accounts.models import User
from marketplace.hubs.models import Hub
from marketplace.ledger import services as ledger
from marketplace.ledger.kinds import AccountKind
from marketplace.ledger.pots import entries_in
from marketplace.order.demo import on
from marketplace.partner.models import Partner
from marketplace.payouts import services
from marketplace.payouts.models import Payee, PayoutRun
from marketplace.payouts.queries import next_pay_day
from marketplace.payouts.states import PayoutMethod

# A made-up account of no bank, with right check digits.
CHANGE_AGOROT = 10_000
IBAN = "PS92PALS000000000400123456702"


def build() -> None:
    """Give every seller a payee, then live a pay day of last week; a world with a run is left as it is."""
    huda, omar = person("huda"), person("omar")
    day = next_pay_day(timezone.localdate() - timedelta(days=13))
    with on(timezone.make_aware(datetime.combine(day, time(10)))):
        _payees(huda)
        if PayoutRun.objects.exists():
            return
        _bank_the_cash(huda)
        run = services.propose_run(until=day - timedelta(days=2), pay_on=day, by=huda)
        services.approve(run.pk, by=omar)
        services.settle(run.pk, by=huda)


def _bank_the_cash(huda: User) -> None:
    """What the hubs took is brought to the bank before sellers are paid from it; a little change stays at each."""
    for hub in Hub.objects.order_by("pk"):
        taken = entries_in(AccountKind.CASH, f"hub:{hub.pk}").filter(transaction__occurred_at__lte=timezone.now())
        there = (taken.aggregate(sum=Sum("amount"))["sum"] or 0) - CHANGE_AGOROT
        if there > 0:
            ledger.cash_banked(f"hub:{hub.pk}", there, key=f"banked:demo:{hub.slug}", by=huda)


def _payees(huda: User) -> None:
    """A bank account for the first, then wallets; signed cash for whoever has no phone."""
    for place, partner in enumerate(Partner.objects.exclude(pk__in=Payee.objects.values("partner_id")).order_by("pk")):
        if place == 0:
            services.set_payee(partner, PayoutMethod.IBAN, IBAN, by=huda)
        else:
            services.set_payee(partner, PayoutMethod.WALLET if partner.phone else PayoutMethod.CASH, partner.phone, by=huda)


def objects() -> dict[str, dict[str, list[str]]]:
    """Return the payout runs by the phones of who proposed and approved them, for `demo --json`."""
    found: dict[str, dict[str, list[str]]] = {}
    for run in PayoutRun.objects.select_related("proposed_by", "approved_by").order_by("pk"):
        for person_of_it in (run.proposed_by, run.approved_by):
            if person_of_it is not None:
                found.setdefault(str(person_of_it.phone), {}).setdefault("payout_runs", []).append(str(run.pk))
    return found

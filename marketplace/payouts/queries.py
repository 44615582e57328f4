"""Payees, payout runs and pay days. Amounts are agorot of ILS."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum
from django.utils import timezone

from marketplace.core.sealing import unseal
from marketplace.payouts.models import Payee, Payout, PayoutRun
from marketplace.payouts.states import PayoutMethod, RunState

OPEN = (RunState.PROPOSED, RunState.APPROVED)
FRESH = timedelta(days=7)


@dataclass(frozen=True)
class PayDay:
    """When a seller is paid next; `amount` is what stands for her in an open run, None where no run is open for her."""

    day: date
    amount: int | None = None
    is_held: bool = False


def payees_of(partner_ids: Iterable[int]) -> dict[int, Payee]:
    """Return the payee that holds for each of these sellers. One query."""
    rows = Payee.objects.filter(partner__in=list(partner_ids)).order_by("partner_id", "-changed_at", "-pk").distinct("partner_id")
    return {row.partner_id: row for row in rows if row.partner_id}


def payee_of(partner_id: int) -> Payee | None:
    """Return the payee that holds for a seller, if there is one."""
    return payees_of([partner_id]).get(partner_id)


def open_destination(payee: Payee) -> str:
    """Return the whole IBAN or phone of a payee, "" for cash. Only for whoever sends the money."""
    if payee.destination is None:
        return ""
    return unseal(bytes(payee.destination), table="payouts_payee", column="destination", row=payee.pk)


def runs() -> QuerySet[PayoutRun]:
    """Payout runs, newest first, with `sellers`, `total` (agorot, held ones left out) and `held`."""
    paid = Q(payouts__is_held=False)
    return (
        PayoutRun.objects.select_related("proposed_by", "approved_by")
        .annotate(sellers=Count("payouts", filter=paid), total=Sum("payouts__amount_agorot", filter=paid, default=0))
        .annotate(held=Count("payouts", filter=~paid))
        .order_by("-pk")
    )


def payouts_in(run: PayoutRun) -> QuerySet[Payout]:
    """The payouts of a run with seller and payee, by the seller's name."""
    return run.payouts.select_related("partner", "payee").order_by("partner__name", "pk")


def outdated_in(run: PayoutRun) -> set[int]:
    """Return the sellers of a run who changed where they are paid after it was proposed. One query."""
    return _sellers(Payee.objects.filter(partner__payouts__run=run, changed_at__gt=run.proposed_at))


def changed_lately(run: PayoutRun) -> set[int]:
    """Return the sellers of a run whose payee replaced another in the seven days before it was proposed, or since. One query."""
    earlier = Payee.objects.filter(partner=OuterRef("partner"), changed_at__lt=OuterRef("changed_at"))
    return _sellers(Payee.objects.filter(Exists(earlier), partner__payouts__run=run, changed_at__gt=run.proposed_at - FRESH))


def _sellers(payees: QuerySet[Payee]) -> set[int]:
    return {pk for pk in payees.values_list("partner_id", flat=True) if pk is not None}


def next_pay_day(today: date | None = None) -> date:
    """Return the next `PAYOUT_WEEKDAY` (Monday is 0), today included."""
    day = today or timezone.localdate()
    return day + timedelta(days=(settings.PAYOUT_WEEKDAY - day.weekday()) % 7)


def pay_day_of(partner_id: int) -> PayDay:
    """Return when a seller is paid next: the day of the open run she is in, else the next pay day."""
    waiting = Payout.objects.filter(partner=partner_id, run__state__in=OPEN).select_related("run").first()
    if waiting is None:
        return PayDay(next_pay_day())
    return PayDay(max(waiting.run.pay_on, timezone.localdate()), waiting.amount_agorot, waiting.is_held)


def is_paid_in_cash(payee: Payee) -> bool:
    """Whether the money is handed over rather than sent."""
    return payee.method == PayoutMethod.CASH

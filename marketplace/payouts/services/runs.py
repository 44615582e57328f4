"""Payout runs: one person proposes, another approves, then the money goes and is booked. Amounts are agorot of ILS."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marketplace.accounts.models import User
from marketplace.accounts.queries import has_role
from marketplace.accounts.rules import Role
from marketplace.core.errors import DomainError, MoveNotAllowed
from marketplace.core.locks import lock, lock_all
from marketplace.ledger import owners
from marketplace.ledger.kinds import AccountKind, TransactionKind
from marketplace.ledger.models import Account
from marketplace.ledger.posting import Posting, Pot, accounts, post
from marketplace.ledger.queries import due_now, due_until
from marketplace.payouts.models import Payout, PayoutRun
from marketplace.payouts.queries import OPEN, is_paid_in_cash, outdated_in, payees_of, payouts_in
from marketplace.payouts.states import MOVES, RunState


class NotYourPart(DomainError):
    """A step that belongs to another role."""

    text = _("This step belongs to another person in the finance team.")


class OwnProposal(DomainError):
    """Whoever proposed a run wants to approve it."""

    text = _("You proposed this payout run, so another person must approve it.")


class RunOpen(DomainError):
    """A run is proposed or approved and not settled yet."""

    text = _("A payout run is still open. Settle it or send it back before you propose another.")


class NothingDue(DomainError):
    """No seller has money to get."""

    text = _("No seller has money due up to that day.")


class OddDays(DomainError):
    """Days that do not make a pay day."""

    text = _("Sales count up to today at the latest, and the pay day cannot lie before them.")


class ReasonMissing(DomainError):
    """A step that needs a reason came without one."""

    text = _("Write the reason, so that the others know what to do.")


class LessIsDue(DomainError):
    """A seller's due is less than her payout."""

    text = _("%(seller)s is due less than this run would pay. Hold that payout, then settle again.")


class PayeeChanged(DomainError):
    """Where a seller is paid was changed after the run was proposed."""

    text = _("%(seller)s changed where the money goes after this run was proposed. Hold that payout, then settle again.")


@transaction.atomic
def propose_run(*, until: date, pay_on: date, by: User) -> PayoutRun:
    """Propose to pay on `pay_on` whoever has money due for sales up to `until` (included): one payout a seller.

    Negative balances are carried on; a seller without a payee is in it, held. Raises NotYourPart, OddDays, RunOpen, NothingDue.
    """
    _require(by, Role.FINANCE_CLERK)
    if until > timezone.localdate() or pay_on < until:
        raise OddDays
    if PayoutRun.objects.filter(state__in=OPEN).exists():
        raise RunOpen
    amounts = {partner_id: due for partner_id, due in sorted(due_until(until).items()) if due > 0}
    if not amounts:
        raise NothingDue
    run = _one_open_run(until, pay_on, by)
    payees = payees_of(amounts)
    Payout.objects.bulk_create(
        Payout(
            run=run,
            partner_id=partner_id,
            payee=payees.get(partner_id),
            amount_agorot=amount,
            is_held=partner_id not in payees,
            hold_reason="" if partner_id in payees else str(_("Where to pay is not known yet.")),
        )
        for partner_id, amount in amounts.items()
    )
    return run


def _one_open_run(until: date, pay_on: date, by: User) -> PayoutRun:
    try:
        with transaction.atomic():
            return PayoutRun.objects.create(until=until, pay_on=pay_on, proposed_by=by, proposed_at=timezone.now())
    except IntegrityError as error:  # two clerks at the same moment
        raise RunOpen from error


@transaction.atomic
def approve(run_id: int, *, by: User) -> PayoutRun:
    """Approve a proposed run; again is a no-op. Locks the run. Raises NotYourPart, OwnProposal, MoveNotAllowed."""
    _require(by, Role.FINANCE_APPROVER)
    run = lock(PayoutRun, run_id)
    if run.proposed_by_id == by.pk:
        raise OwnProposal
    if run.state == RunState.APPROVED:
        return run
    _move(run, RunState.APPROVED)
    run.approved_by, run.approved_at = by, timezone.now()
    run.save(update_fields=["state", "approved_by", "approved_at"])
    return run


@transaction.atomic
def send_back(run_id: int, *, reason: str, by: User) -> PayoutRun:
    """Refuse a proposed run with a reason; nothing is paid, a new one may be proposed.

    Raises NotYourPart, ReasonMissing, MoveNotAllowed.
    """
    _require(by, Role.FINANCE_APPROVER)
    run = lock(PayoutRun, run_id)
    if run.state == RunState.SENT_BACK:
        return run
    _move(run, RunState.SENT_BACK)
    run.reason, run.closed_by = _reason(reason), by
    run.save(update_fields=["state", "reason", "closed_by"])
    return run


@transaction.atomic
def hold(payout_id: int, *, reason: str, by: User) -> Payout:
    """Leave one payout out of its run until the next; her due stays.

    Locks the run, then the payout. Raises NotYourPart, ReasonMissing, and MoveNotAllowed once the run is settled or sent back.
    """
    _require(by, Role.FINANCE_CLERK, Role.FINANCE_APPROVER)
    # The run first, as everywhere: a run that is being settled is waited for.
    run = PayoutRun.objects.select_for_update(of=("self",)).get(payouts=payout_id)
    payout = lock(Payout, payout_id)
    if run.state not in OPEN:
        raise MoveNotAllowed
    payout.is_held, payout.hold_reason = True, _reason(reason)
    payout.save(update_fields=["is_held", "hold_reason"])
    return payout


@transaction.atomic
def settle(run_id: int, *, by: User) -> PayoutRun:
    """Book an approved run as paid: seller payable → bank (IBAN, wallet) or the programme's cash, one transaction a payout.

    Held payouts are skipped; again is a no-op. Locks the run, then the sellers' pots.
    Raises NotYourPart, MoveNotAllowed, LessIsDue, PayeeChanged; then nothing is booked.
    """
    _require(by, Role.FINANCE_CLERK, Role.FINANCE_APPROVER)
    run = lock(PayoutRun, run_id)
    if run.state == RunState.SETTLED:
        return run
    _move(run, RunState.SETTLED)
    payouts = list(payouts_in(run).filter(is_held=False))
    pots = accounts(pot for payout in payouts for pot in _pots(payout))
    _refuse_what_changed(run, payouts, pots)
    for payout in payouts:
        _book(payout, pots, by)
    run.settled_at, run.closed_by = timezone.now(), by
    run.save(update_fields=["state", "settled_at", "closed_by"])
    return run


def _pots(payout: Payout) -> tuple[Pot, Pot]:
    """From which pot to which: the seller's, and the one the money leaves."""
    assert payout.payee is not None  # a payout without a payee is held
    leaves = (AccountKind.CASH, owners.PROGRAMME) if is_paid_in_cash(payout.payee) else (AccountKind.BANK, "")
    return (AccountKind.SELLER_PAYABLE, owners.seller(payout.partner_id)), leaves


def _refuse_what_changed(run: PayoutRun, payouts: list[Payout], pots: dict[Pot, Account]) -> None:
    # Locked, so that no other run pays the same money while this one looks.
    lock_all(Account, [pots[_pots(payout)[0]].pk for payout in payouts])
    due = due_now([payout.partner_id for payout in payouts])
    outdated = outdated_in(run)
    for payout in payouts:
        if due.get(payout.partner_id, 0) < payout.amount_agorot:
            raise LessIsDue(seller=payout.partner.name)
        if payout.partner_id in outdated:
            raise PayeeChanged(seller=payout.partner.name)


def _book(payout: Payout, pots: dict[Pot, Account], by: User) -> None:
    payable, leaves = _pots(payout)
    post(
        f"payout:{payout.pk}",
        kind=TransactionKind.PAYOUT,
        subject=f"payout:{payout.pk}",
        entries=[Posting(pots[payable], payout.amount_agorot, payout.partner_id), Posting(pots[leaves], -payout.amount_agorot)],
        by=by,
    )


def _require(by: User, *roles: Role) -> None:
    if not has_role(by, *roles):
        raise NotYourPart


def _move(run: PayoutRun, state: RunState) -> None:
    if state not in MOVES[RunState(run.state)]:
        raise MoveNotAllowed
    run.state = state


def _reason(text: str) -> str:
    if not text.strip():
        raise ReasonMissing
    return text.strip()[:400]

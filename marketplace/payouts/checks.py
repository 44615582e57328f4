"""Payouts against the books, by plain SQL."""

from typing import Any

from marketplace.core.findings import Finding
from marketplace.ledger.checks import Rule, found
from marketplace.payouts.states import RunState

SETTLED: list[Any] = [RunState.SETTLED]
# A payout, its run and what the books say was paid by it.
PAID = (
    "payouts_payout p JOIN payouts_payoutrun r ON r.id = p.run_id LEFT JOIN ledger_transaction t ON t.key = 'payout:' || p.id"
    " LEFT JOIN LATERAL (SELECT sum(e.amount) AS hers FROM ledger_entry e JOIN ledger_account a ON a.id = e.account_id"
    " WHERE e.transaction_id = t.id AND a.kind = 'seller_payable' AND a.owner = 'partner:' || p.partner_id) b ON true"
)
RULES: tuple[Rule, ...] = (
    (
        "settled payout is booked with its amount",
        "payouts.Payout",
        f"SELECT p.id, p.amount_agorot || ' to pay, booked ' || coalesce(b.hers::text, 'nothing') FROM {PAID}"  # noqa: S608 - constants of ours
        " WHERE r.state = %s AND NOT p.is_held AND b.hers IS DISTINCT FROM p.amount_agorot",
        SETTLED,
    ),
    (
        "payout is booked only when its run is settled and it is not held",
        "payouts.Payout",
        f"SELECT p.id, t.key || ' in a run that is ' || r.state FROM {PAID} WHERE t.id IS NOT NULL AND (r.state <> %s OR p.is_held)",  # noqa: S608
        SETTLED,
    ),
    (
        "booked payout has its row",
        "ledger.Transaction",
        "SELECT t.id, t.key FROM ledger_transaction t LEFT JOIN payouts_payout p ON t.key = 'payout:' || p.id"
        " WHERE t.kind = 'payout' AND p.id IS NULL",
        [],
    ),
    (
        "run was approved by another person",
        "payouts.PayoutRun",
        "SELECT id, 'proposed by ' || proposed_by_id || ', approved by ' || coalesce(approved_by_id::text, 'nobody') FROM payouts_payoutrun"
        " WHERE state IN ('approved', 'settled') AND (approved_by_id IS NULL OR approved_by_id = proposed_by_id)",
        [],
    ),
    (
        "no seller was paid more than she earned",
        "partner.Partner",
        "SELECT replace(a.owner, 'partner:', '')::bigint, 'owes ' || sum(e.amount) FROM ledger_entry e"
        " JOIN ledger_account a ON a.id = e.account_id JOIN ledger_transaction t ON t.id = e.transaction_id"
        " LEFT JOIN ledger_transaction o ON o.id = t.reverses_id"
        # Goods that came back after they were paid for may leave her owing; a payout alone may not.
        " WHERE a.kind = 'seller_payable' AND t.kind <> 'refund' AND (o.id IS NULL OR o.kind = 'payout')"
        " GROUP BY a.owner HAVING sum(e.amount) > 0",
        [],
    ),
)


def run() -> list[Finding]:
    """Return every payout, run or seller where what was paid does not follow from what was earned and approved."""
    return [finding for rule in RULES for finding in found(*rule)]

"""The books seen from outside: plain SQL over the tables, not the code that wrote them.

There is no currency to check: the ledger holds agorot of ILS and has no column for another.
"""

from typing import Any

from django.db import connection

from marketplace.core.findings import Finding
from marketplace.ledger.kinds import AccountKind, TransactionKind

Rule = tuple[str, str, str, list[Any]]

# Name, whose row it is, SQL that gives (row, detail) of what is wrong, its parameters.
RULES: tuple[Rule, ...] = (
    (
        "transaction is balanced",
        "ledger.Transaction",
        "SELECT t.id, t.key || ' sums to ' || sum(e.amount) FROM ledger_transaction t JOIN ledger_entry e ON e.transaction_id = t.id"
        " GROUP BY t.id HAVING sum(e.amount) <> 0",
        [],
    ),
    (
        "transaction has two entries or more",
        "ledger.Transaction",
        "SELECT t.id, t.key || ' has ' || count(e.id) FROM ledger_transaction t LEFT JOIN ledger_entry e ON e.transaction_id = t.id"
        " GROUP BY t.id HAVING count(e.id) < 2",
        [],
    ),
    (
        "entry belongs to a transaction and an account",
        "ledger.Entry",
        "SELECT e.id, 'transaction ' || e.transaction_id || ', account ' || e.account_id FROM ledger_entry e"
        " LEFT JOIN ledger_transaction t ON t.id = e.transaction_id LEFT JOIN ledger_account a ON a.id = e.account_id"
        " WHERE t.id IS NULL OR a.id IS NULL",
        [],
    ),
    ("entry is not zero", "ledger.Entry", "SELECT id, 'amount 0' FROM ledger_entry WHERE amount = 0", []),
    (
        "entry of a seller's pot is tagged as hers",
        "ledger.Entry",
        "SELECT e.id, a.owner || ' but tagged ' || coalesce(e.partner_id::text, 'nobody') FROM ledger_entry e"
        " JOIN ledger_account a ON a.id = e.account_id WHERE a.kind = %s AND a.owner IS DISTINCT FROM 'partner:' || e.partner_id",
        [AccountKind.SELLER_PAYABLE],
    ),
    (
        "key is used once",
        "ledger.Transaction",
        "SELECT max(id), key || ' × ' || count(*) FROM ledger_transaction GROUP BY key HAVING count(*) > 1",
        [],
    ),
    (
        "account of a kind and owner is one",
        "ledger.Account",
        "SELECT max(id), kind || ':' || owner || ' × ' || count(*) FROM ledger_account GROUP BY kind, owner HAVING count(*) > 1",
        [],
    ),
    (
        "kinds are known",
        "ledger.Account",
        "SELECT id, kind FROM ledger_account WHERE NOT kind = ANY(%s)",
        [list(AccountKind.values)],
    ),
    (
        "kinds are known",
        "ledger.Transaction",
        "SELECT id, kind FROM ledger_transaction WHERE NOT kind = ANY(%s)",
        [list(TransactionKind.values)],
    ),
    (
        "reversal is the opposite of what it reverses",
        "ledger.Transaction",
        "SELECT r.id, r.key FROM ledger_transaction r WHERE (r.kind = %s) IS DISTINCT FROM (r.reverses_id IS NOT NULL) OR EXISTS ("
        " SELECT 1 FROM ledger_entry e WHERE e.transaction_id IN (r.id, r.reverses_id) AND r.reverses_id IS NOT NULL"
        " GROUP BY e.account_id, e.partner_id HAVING sum(e.amount) <> 0)",
        [TransactionKind.REVERSAL],
    ),
)


def run() -> list[Finding]:
    """Return every row of the ledger that breaks one of its rules."""
    return [finding for rule in RULES for finding in found(*rule)]


def found(name: str, table: str, sql: str, parameters: list[Any]) -> list[Finding]:
    """Return a finding for each row that `sql` gives as (row, detail)."""
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return [Finding(name, f"{table} {row}", str(detail)) for row, detail in cursor.fetchall()]

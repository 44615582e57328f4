"""What PostgreSQL itself refuses in the books. The triggers stand in the models' Meta; here is how they read.

A posted row is a fact: no UPDATE, DELETE or TRUNCATE, and nothing is added to a transaction after the database transaction that wrote it.
That a transaction has two entries or more and that they sum to zero is looked at when the database transaction commits.
"""

import pgtrigger


def kept(name: str) -> pgtrigger.Protect:
    """Refuse UPDATE and DELETE of a row."""
    return pgtrigger.Protect(name=name, operation=pgtrigger.Update | pgtrigger.Delete)


def not_emptied(name: str) -> pgtrigger.Trigger:
    """Refuse TRUNCATE, also one that comes by CASCADE from another table."""
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        func="RAISE EXCEPTION 'The books are not emptied: %', TG_TABLE_NAME;",
    )


BALANCED = """
    SELECT count(*), coalesce(sum(amount), 0) INTO lines, balance FROM ledger_entry WHERE transaction_id = NEW.{column};
    IF lines < 2 OR balance <> 0 THEN
        RAISE EXCEPTION 'Transaction % has % entries with balance %', NEW.{column}, lines, balance
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
"""


def _balanced(name: str, column: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Row,
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        timing=pgtrigger.Deferred,
        declare=[("lines", "bigint"), ("balance", "numeric")],
        func=BALANCED.format(column=column),
    )


def transaction_is_balanced() -> pgtrigger.Trigger:
    """Refuse a transaction without two entries that sum to zero."""
    return _balanced("transaction_is_balanced", "id")


def entries_are_balanced() -> pgtrigger.Trigger:
    """Refuse an entry that leaves its transaction unbalanced."""
    return _balanced("entries_are_balanced", "transaction_id")


def posted_whole() -> pgtrigger.Trigger:
    """Refuse an entry for a transaction that was posted earlier: `posted_at` is the moment its database transaction began."""
    return pgtrigger.Trigger(
        name="posted_whole",
        level=pgtrigger.Row,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func="""
            IF NOT EXISTS (SELECT 1 FROM ledger_transaction WHERE id = NEW.transaction_id AND posted_at = transaction_timestamp()) THEN
                RAISE EXCEPTION 'Transaction % was posted earlier', NEW.transaction_id USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )

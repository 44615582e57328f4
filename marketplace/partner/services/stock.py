"""Stock: what is there, what is held for orders. Every change goes through here.

Rows are locked in primary-key order first, so that two baskets with the same goods cannot wait for each other.
"""

from collections.abc import Mapping

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from marketplace.accounts.models import User
from marketplace.core.errors import DomainError
from marketplace.core.locks import lock, lock_all
from marketplace.partner.models import StockRecord

Quantities = Mapping[int, int]  # stock record key → units


class OutOfStock(DomainError):
    """Fewer units are left than were asked for. `name` is the good, `left` what a buyer can still order."""

    text = ngettext_lazy(
        "Only %(left)s left of %(name)s. Change the quantity.", "Only %(left)s left of %(name)s. Change the quantity.", "left"
    )

    @property
    def reader_text(self) -> str:
        """The sentence to show; nothing left has words of its own."""
        if not self.facts["left"]:
            return str(_("%(name)s has just sold out. Take it out of the basket to go on.") % self.facts)
        return super().reader_text


class LevelBelowHeld(DomainError):
    """Somebody would count fewer units than are already promised to buyers."""

    text = ngettext_lazy(
        "%(held)s is already ordered, so the count cannot be lower. Decline the order first.",
        "%(held)s are already ordered, so the count cannot be lower. Decline an order first.",
        "held",
    )


HOLD = """
UPDATE partner_stockrecord AS s SET num_allocated = s.num_allocated + asked.units, date_updated = now()
FROM unnest(%s::bigint[], %s::int[]) AS asked(id, units)
WHERE s.id = asked.id AND s.num_in_stock >= s.num_allocated + asked.units
RETURNING s.id
"""
TAKE_BACK = """
UPDATE partner_stockrecord AS s
SET num_allocated = s.num_allocated - asked.units, num_in_stock = s.num_in_stock - asked.units * %s, date_updated = now()
FROM unnest(%s::bigint[], %s::int[]) AS asked(id, units) WHERE s.id = asked.id
"""


def hold(quantities: Quantities) -> list[StockRecord]:
    """Hold these units for a buyer and return the locked records. Inside a transaction. Raises OutOfStock and changes nothing."""
    records = lock_all(StockRecord, quantities)
    with connection.cursor() as cursor:
        cursor.execute(HOLD, [list(quantities), list(quantities.values())])
        held = {row[0] for row in cursor.fetchall()}
    for record in records:
        if record.pk not in held:
            raise OutOfStock(name=record.product.title, left=max(record.left, 0), stockrecord=record.pk)
    if len(records) != len(quantities):
        raise OutOfStock(name="", left=0)
    return records


def release(quantities: Quantities) -> None:
    """Let go of held units: a buyer can order them again."""
    _take_back(quantities, consumed=False)


def consume(quantities: Quantities) -> None:
    """Take held units off the shelf: they were packed."""
    _take_back(quantities, consumed=True)


def put_back(quantities: Quantities) -> None:
    """Put packed units back on the shelf: the parcel was cancelled before it left the seller."""
    for record in lock_all(StockRecord, quantities):
        record.num_in_stock += quantities[record.pk]
        record.save(update_fields=["num_in_stock", "date_updated"])


@transaction.atomic
def set_level(stockrecord_id: int, count: int, *, by: User) -> StockRecord:
    """Set how many units stand on the shelf, the held ones among them. Raises LevelBelowHeld."""
    record = lock(StockRecord, stockrecord_id)
    if count < record.num_allocated:
        raise LevelBelowHeld(held=record.num_allocated)
    record.num_in_stock = count
    record.save(update_fields=["num_in_stock", "date_updated"])
    return record


def _take_back(quantities: Quantities, *, consumed: bool) -> None:
    if not quantities:
        return
    lock_all(StockRecord, quantities)
    with connection.cursor() as cursor:
        cursor.execute(TAKE_BACK, [int(consumed), list(quantities), list(quantities.values())])

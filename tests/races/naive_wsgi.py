"""The shop with the hold as it is written without thinking: read what is left, compare, write the sum. For the negative control."""

import time

from marketplace.wsgi import application  # isort: skip  (makes Django ready)

from marketplace.partner.models import StockRecord
from marketplace.partner.services import stock

__all__ = ["application"]
TIME_TO_THINK = 1.0  # seconds: others read meanwhile


def naive(quantities: stock.Quantities) -> list[StockRecord]:
    """Hold without lock or condition."""
    records = list(StockRecord.objects.filter(pk__in=quantities))
    time.sleep(TIME_TO_THINK)
    for record in records:
        if record.left < quantities[record.pk]:
            raise stock.OutOfStock(name=record.product.title, left=record.left)
        record.num_allocated += quantities[record.pk]
        record.save(update_fields=["num_allocated"])
    return records


stock.hold = naive

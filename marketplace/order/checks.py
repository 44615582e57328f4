"""What must be true between orders, stock and the ledger, proven from outside."""

from django.db import connection

from marketplace.core.findings import Finding

HELD = """
WITH held AS (
    SELECT line.stockrecord_id AS id, sum(line.quantity) AS units
    FROM payment_attemptline AS line JOIN payment_attempt AS attempt ON attempt.id = line.attempt_id
    WHERE attempt.state IN ('open', 'paying') GROUP BY 1
    UNION ALL
    SELECT line.stockrecord_id, sum(line.quantity)
    FROM order_line AS line JOIN hubs_consignment AS parcel ON parcel.id = line.consignment_id
    WHERE parcel.state IN ('asked', 'accepted') GROUP BY 1
), should AS (SELECT id, sum(units) AS units FROM held GROUP BY id)
SELECT stock.id, stock.num_allocated, coalesce(should.units, 0)
FROM partner_stockrecord AS stock LEFT JOIN should ON should.id = stock.id
WHERE stock.num_allocated <> coalesce(should.units, 0) ORDER BY stock.id
"""
BOOKED = """
SELECT parcel.reference, parcel.goods_agorot + parcel.delivery_agorot,
    coalesce(sum(entry.amount) FILTER (WHERE account.kind = 'buyer_deposits'), 0)
FROM hubs_consignment AS parcel
LEFT JOIN ledger_transaction AS booked ON booked.key = 'delivered:' || parcel.reference
LEFT JOIN ledger_entry AS entry ON entry.transaction_id = booked.id
LEFT JOIN ledger_account AS account ON account.id = entry.account_id
GROUP BY parcel.id
HAVING (parcel.state = 'delivered') <> (count(booked.id) > 0)
    OR (parcel.state = 'delivered'
        AND coalesce(sum(entry.amount) FILTER (WHERE account.kind = 'buyer_deposits'), 0) <> parcel.goods_agorot + parcel.delivery_agorot)
ORDER BY parcel.id
"""
PARTS = """
SELECT orders.number, orders.goods_agorot + orders.delivery_agorot, coalesce(sum(parcel.goods_agorot + parcel.delivery_agorot), 0)
FROM order_order AS orders LEFT JOIN hubs_consignment AS parcel ON parcel.order_id = orders.id
GROUP BY orders.id HAVING orders.goods_agorot + orders.delivery_agorot <> coalesce(sum(parcel.goods_agorot + parcel.delivery_agorot), 0)
ORDER BY orders.id
"""
LINES = """
SELECT parcel.reference, parcel.goods_agorot, coalesce(sum(line.total_agorot), 0)
FROM hubs_consignment AS parcel LEFT JOIN order_line AS line ON line.consignment_id = parcel.id
GROUP BY parcel.id
HAVING parcel.goods_agorot <> coalesce(sum(line.total_agorot), 0) OR parcel.fee_agorot <> coalesce(sum(line.fee_agorot), 0)
ORDER BY parcel.id
"""
RULES = (
    ("stock is held for live attempts and open consignments only", "stock record {0}", "holds {1}, should hold {2}", HELD),
    ("delivered consignments are booked in full, others are not", "consignment {0}", "worth {1}, booked {2}", BOOKED),
    ("an order is the sum of its consignments", "order {0}", "order {1}, consignments {2}", PARTS),
    ("a consignment is the sum of its lines", "consignment {0}", "consignment {1}, lines {2}", LINES),
)


def run() -> list[Finding]:
    """Return every row that breaks a rule, named so that a person finds it."""
    found = []
    with connection.cursor() as cursor:
        for name, row, detail, sql in RULES:
            cursor.execute(sql)
            found += [Finding(name, row.format(*values), detail.format(*values)) for values in cursor.fetchall()]
    return found

"""Oscar's own books stay empty: ours are the ledger and the consignments."""

import pytest
from oscar.core.loading import get_model

from marketplace.hubs.states import ConsignmentState
from marketplace.ledger.models import Transaction
from marketplace.order.services import cancel, deliver
from tests.factories.orders import CODE, carry, make_order, parcel_of

OSCARS_BOOKS = [
    ("payment", "Source"),
    ("payment", "Transaction"),
    ("payment", "Bankcard"),
    ("order", "PaymentEvent"),
    ("order", "PaymentEventQuantity"),
    ("order", "ShippingEvent"),
    ("order", "ShippingEventQuantity"),
]


@pytest.fixture
def two_orders_to_their_end(amal, samir, rania, hub, jar_of_honey, amals_shop):
    """One order received and paid in cash, one cancelled."""
    received, cancelled = (make_order({jar_of_honey: 2}, hub, buyer=rania) for _ in range(2))
    parcel = carry(parcel_of(received, amals_shop), ConsignmentState.AT_HUB, seller=amal, hub_staff=samir)
    deliver.hand_over(parcel.pk, by=samir, holder=f"hub:{hub.pk}", code=CODE)
    cancel.by_buyer(parcel_of(cancelled, amals_shop).pk, by=rania)


@pytest.mark.parametrize(("label", "name"), OSCARS_BOOKS)
def test_they_stay_empty_while_ours_are_written(two_orders_to_their_end, label, name):
    assert Transaction.objects.exists()
    assert not get_model(label, name).objects.exists()

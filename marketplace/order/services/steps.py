"""What every step of a consignment shares: the order is locked first, its state follows last."""

from marketplace.core.locks import lock
from marketplace.hubs.models import Consignment
from marketplace.order.models import Line, Order
from marketplace.order.states import order_state


def locked(consignment_id: int) -> Consignment:
    """Return a consignment, its order locked before it: two steps of one order never miss each other. Inside a transaction."""
    order_id = Consignment.objects.values_list("order_id", flat=True).get(pk=consignment_id)
    order = lock(Order, order_id)
    consignment = Consignment.objects.select_for_update(of=("self",)).select_related("partner", "hub").get(pk=consignment_id)
    consignment.order = order
    return consignment


def follow(order: Order) -> None:
    """Write the state of a locked order as its consignments now say."""
    state = order_state(order.consignments.values_list("state", flat=True))
    if order.status != state:
        order.status = state
        order.save(update_fields=["status"])


def quantities(consignment: Consignment) -> dict[int, int]:
    """Return the stock a consignment stands for: stock record key → units."""
    return dict(Line.objects.filter(consignment=consignment).values_list("stockrecord_id", "quantity"))

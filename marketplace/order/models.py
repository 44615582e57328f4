"""Orders and their lines, at the price of that day."""

from django.db import models
from django.db.models import Q
from oscar.apps.address.abstract_models import AbstractShippingAddress
from oscar.apps.order.abstract_models import AbstractLine, AbstractOrder

from marketplace.address.models import LocatedAddress
from marketplace.order.states import OrderState
from marketplace.payment.states import Tender


class Order(AbstractOrder):
    """What a buyer asked for. `number` is the public reference: random, never sequential. `status` is an `OrderState`."""

    attempt = models.OneToOneField("payment.Attempt", on_delete=models.PROTECT, null=True, related_name="order")
    tender = models.CharField(max_length=12, choices=Tender.choices, default=Tender.CASH)
    language = models.CharField(max_length=2, default="ar")
    buyer_name = models.CharField(max_length=160, blank=True)
    phone = models.CharField(max_length=16, blank=True, db_index=True)
    goods_agorot = models.BigIntegerField(default=0)
    delivery_agorot = models.BigIntegerField(default=0)

    class Meta(AbstractOrder.Meta):
        abstract = False
        constraints = [models.CheckConstraint(condition=Q(status__in=OrderState.values), name="order_state_is_known")]

    @property
    def total_agorot(self) -> int:
        """What the buyer was asked to pay, goods and delivery."""
        return self.goods_agorot + self.delivery_agorot


class ShippingAddress(LocatedAddress, AbstractShippingAddress):
    """Where an order goes, as it was when it was placed."""

    class Meta(AbstractShippingAddress.Meta):
        abstract = False


class Line(AbstractLine):
    """One good in one consignment. Amounts are agorot; the fee was frozen at sale."""

    consignment = models.ForeignKey("hubs.Consignment", on_delete=models.PROTECT, null=True, related_name="lines")
    title_ar = models.CharField(max_length=255, blank=True)
    title_en = models.CharField(max_length=255, blank=True)
    unit_ar = models.CharField(max_length=60, blank=True)
    unit_en = models.CharField(max_length=60, blank=True)
    unit_agorot = models.BigIntegerField(default=0)
    total_agorot = models.BigIntegerField(default=0)
    fee_bp = models.PositiveIntegerField(default=0)
    fee_agorot = models.BigIntegerField(default=0)

    class Meta(AbstractLine.Meta):
        abstract = False
        constraints = [
            models.CheckConstraint(
                condition=Q(total_agorot=models.F("unit_agorot") * models.F("quantity")), name="line_total_is_unit_times_quantity"
            )
        ]


from oscar.apps.order.models import *

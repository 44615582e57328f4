"""Hubs, delivery zones, and consignments on their way through them."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from marketplace.hubs.states import ConsignmentState, Receiving


class Hub(models.Model):
    """A place where goods are handed in and picked up, run by a network organisation.

    `opening_days` are Python weekdays (Monday is 0); `opens` and `closes` are local times.
    """

    slug = models.SlugField(max_length=64, unique=True)
    name = models.CharField(max_length=120)
    host = models.CharField(max_length=160, blank=True)
    locality = models.ForeignKey("core.Locality", on_delete=models.PROTECT, related_name="hubs")
    directions = models.CharField(max_length=240, blank=True)
    phone = models.CharField(max_length=16)
    opening_days = ArrayField(models.PositiveSmallIntegerField())
    opens = models.TimeField()
    closes = models.TimeField()
    is_open = models.BooleanField(default=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.name)


class DeliveryZone(models.Model):
    """Governorates one hub delivers to: fee in agorot an order, days after the hub has the goods."""

    slug = models.SlugField(max_length=64, unique=True)
    name = models.CharField(max_length=120)
    hub = models.ForeignKey(Hub, on_delete=models.PROTECT, related_name="zones")
    governorates = models.ManyToManyField("core.Governorate", related_name="zones")
    fee_agorot = models.BigIntegerField()
    lead_days = models.PositiveSmallIntegerField(default=1)
    is_open = models.BooleanField(default=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=Q(fee_agorot__gte=0), name="zone_fee_not_negative")]

    def __str__(self) -> str:
        return str(self.name)


class Consignment(models.Model):
    """One seller's part of one order. Amounts are agorot and frozen when the order is placed.

    `goods_agorot` is what the buyer pays for the goods, `fee_agorot` the programme's part of it, `delivery_agorot` this parcel's part
    of the order's delivery fee. `due_agorot`, what is taken at hand-over, is goods plus delivery when the tender is cash, else 0.
    """

    order = models.ForeignKey("order.Order", on_delete=models.PROTECT, related_name="consignments")
    partner = models.ForeignKey("partner.Partner", on_delete=models.PROTECT, related_name="consignments")
    reference = models.CharField(max_length=20, unique=True)
    state = models.CharField(max_length=12, choices=ConsignmentState.choices, default=ConsignmentState.ASKED)
    receiving = models.CharField(max_length=8, choices=Receiving.choices)
    hub = models.ForeignKey(Hub, on_delete=models.PROTECT, related_name="consignments")
    zone = models.ForeignKey(DeliveryZone, on_delete=models.PROTECT, null=True, blank=True, related_name="consignments")
    promised_on = models.DateField()
    goods_agorot = models.BigIntegerField()
    fee_agorot = models.BigIntegerField()
    delivery_agorot = models.BigIntegerField(default=0)
    due_agorot = models.BigIntegerField(default=0)
    buyer_note = models.CharField(max_length=400, blank=True)
    reason = models.CharField(max_length=400, blank=True)
    # The buyer's six digits, hashed; wrong tries are counted and stop at a limit.
    code_hash = models.CharField(max_length=160, blank=True)
    code_tries = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)
    delivered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["order", "partner"], name="one_consignment_a_seller"),
            models.CheckConstraint(
                condition=Q(goods_agorot__gte=0, fee_agorot__gte=0, delivery_agorot__gte=0, due_agorot__gte=0),
                name="consignment_amounts_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(receiving="pick_up", zone__isnull=True) | Q(receiving="delivery", zone__isnull=False),
                name="zone_goes_with_delivery",
            ),
        ]
        indexes = [
            models.Index(fields=["partner", "state", "-id"], name="consignment_of_seller"),
            models.Index(fields=["hub", "state", "-id"], name="consignment_at_hub"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def net_agorot(self) -> int:
        """What the goods bring the seller: goods less the programme's fee."""
        return self.goods_agorot - self.fee_agorot

    @property
    def fee_taken(self) -> int:
        """The fee as a minus row."""
        return -self.fee_agorot


class ConsignmentChange(models.Model):
    """One step in the life of a consignment: who, when, and why where a reason was given."""

    consignment = models.ForeignKey(Consignment, on_delete=models.CASCADE, related_name="changes")
    old = models.CharField(max_length=12, choices=ConsignmentState.choices, blank=True)
    new = models.CharField(max_length=12, choices=ConsignmentState.choices)
    reason = models.CharField(max_length=400, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.consignment_id}: {self.old} → {self.new}"

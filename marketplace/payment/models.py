"""Attempts to pay. Oscar's own `Source` and `Transaction` exist because Oscar does; nothing of ours writes them."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone

from marketplace.payment.states import AttemptState, Tender


class Attempt(models.Model):
    """One try to turn a basket into an order. Holds stock while it is live; its `id` is the idempotency key at the gateway.

    `client_key` was made with the form: the same form sent again finds this attempt. `details` is what the buyer typed and
    chose (names, phone, address, hub or zone, notes), checked by the form. `amount_agorot` is goods plus delivery.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    basket = models.ForeignKey("basket.Basket", on_delete=models.PROTECT, related_name="attempts")
    client_key = models.UUIDField(unique=True)
    state = models.CharField(max_length=8, choices=AttemptState.choices, default=AttemptState.OPEN)
    tender = models.CharField(max_length=12, choices=Tender.choices)
    amount_agorot = models.BigIntegerField()
    delivery_agorot = models.BigIntegerField(default=0)
    currency = models.CharField(max_length=3, default="ILS")
    language = models.CharField(max_length=2, default="ar")
    details = models.JSONField()
    gateway_reference = models.CharField(max_length=120, blank=True)
    refusal = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["basket"], condition=Q(state__in=["open", "paying"]), name="one_live_attempt_a_basket"),
            models.CheckConstraint(condition=Q(amount_agorot__gt=0, currency="ILS"), name="attempt_is_positive_shekels"),
        ]
        indexes = [models.Index(fields=["expires_at"], name="attempt_live", condition=Q(state__in=["open", "paying"]))]

    def __str__(self) -> str:
        return str(self.id)


class AttemptLine(models.Model):
    """Stock one attempt holds, at the price the buyer saw (agorot a unit)."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="lines")
    stockrecord = models.ForeignKey("partner.StockRecord", on_delete=models.PROTECT, related_name="+")
    quantity = models.PositiveIntegerField()
    unit_agorot = models.BigIntegerField()

    class Meta:
        ordering = ["stockrecord_id"]
        constraints = [
            models.UniqueConstraint(fields=["attempt", "stockrecord"], name="one_hold_a_stock_record"),
            models.CheckConstraint(condition=Q(quantity__gt=0, unit_agorot__gt=0), name="hold_is_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.stockrecord_id}"


from oscar.apps.payment.models import *

"""Who is paid, where, and in which payout run. Four eyes are kept by the database."""

import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from marketplace.payouts.states import PayoutMethod, RunState


class Payee(models.Model):
    """Who is paid and where. Floors above hold only its UUID. The destination (IBAN or wallet phone) is sealed.

    A change makes a new row: what was paid earlier keeps saying where it went. The newest row of a seller is the one that holds.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partner = models.ForeignKey("partner.Partner", on_delete=models.PROTECT, related_name="payees", null=True, blank=True)
    method = models.CharField(max_length=8, choices=PayoutMethod.choices, default=PayoutMethod.CASH)
    destination = models.BinaryField(null=True)
    last_digits = models.CharField(max_length=4, blank=True)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(method="cash", destination__isnull=True) | Q(~Q(method="cash"), destination__isnull=False),
                name="destination_goes_with_method",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.method} …{self.last_digits}" if self.last_digits else str(self.method)

    @property
    def masked(self) -> str:
        """As much of the IBAN or phone as a screen shows: its last digits; "" for cash."""
        shown = {PayoutMethod.IBAN: f"PS•• ••• {self.last_digits}", PayoutMethod.WALLET: f"•••• {self.last_digits[-3:]}"}
        return shown.get(PayoutMethod(self.method), "")


class PayoutRun(models.Model):
    """A payment day. Proposed by one person, approved by another. Covers what is due up to `until` (inclusive)."""

    state = models.CharField(max_length=10, choices=RunState.choices, default=RunState.PROPOSED)
    until = models.DateField()
    pay_on = models.DateField()
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(default=timezone.now)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    # Who settled it or sent it back.
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("proposed_by")), name="four_eyes"),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "settled"]) | Q(approved_by__isnull=False), name="approved_by_somebody"
            ),
            models.UniqueConstraint(F("state"), condition=Q(state="proposed"), name="one_proposed_run"),
        ]
        triggers = [pgtrigger.ReadOnly(name="who_proposed_it_stays", fields=["proposed_by"])]

    def __str__(self) -> str:
        return f"{self.pay_on}"


class Payout(models.Model):
    """One seller's payment in a run, in agorot. A seller without a payee is held."""

    run = models.ForeignKey(PayoutRun, on_delete=models.PROTECT, related_name="payouts")
    partner = models.ForeignKey("partner.Partner", on_delete=models.PROTECT, related_name="payouts")
    payee = models.ForeignKey(Payee, on_delete=models.PROTECT, null=True, blank=True, related_name="payouts")
    amount_agorot = models.BigIntegerField()
    is_held = models.BooleanField(default=False)
    hold_reason = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["run", "partner"], name="one_payout_a_seller_a_run"),
            models.CheckConstraint(condition=Q(amount_agorot__gt=0), name="payout_is_positive"),
        ]
        # What was approved is what is paid: only a hold may change.
        triggers = [
            pgtrigger.ReadOnly(name="payout_is_as_proposed", fields=["run", "partner", "payee", "amount_agorot"]),
            pgtrigger.Protect(name="payout_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.partner_id}: {self.amount_agorot}"

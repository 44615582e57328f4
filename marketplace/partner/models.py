"""Sellers: selling accounts, what they hold in stock, what they are permitted to sell."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from oscar.apps.address.abstract_models import AbstractPartnerAddress
from oscar.apps.partner.abstract_models import AbstractPartner, AbstractStockRecord

from marketplace.address.models import LocatedAddress
from marketplace.core.money import to_agorot
from marketplace.partner.rules import Motif, PermitKind, SellerKind, Thread


class Partner(AbstractPartner):
    """A selling account of one producer or one group, and what buyers may see of it. `code` is its public slug."""

    # The columns of both languages are added by modeltranslation.
    name_ar: str | None
    name_en: str | None
    story_ar: str | None
    story_en: str | None

    kind = models.CharField(max_length=16, choices=SellerKind.choices, default=SellerKind.FARMER)
    locality = models.ForeignKey("core.Locality", on_delete=models.PROTECT, null=True, blank=True, related_name="sellers")
    story = models.TextField(max_length=1200, blank=True)
    motif = models.CharField(max_length=8, choices=Motif.choices, default=Motif.STAR)
    thread = models.CharField(max_length=8, choices=Thread.choices, default=Thread.SUMAC)
    phone = models.CharField(max_length=16, blank=True)
    is_open = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta(AbstractPartner.Meta):
        abstract = False


class PartnerAddress(LocatedAddress, AbstractPartnerAddress):
    """Where a seller's parcels are fetched."""

    class Meta(AbstractPartnerAddress.Meta):
        abstract = False


class StockRecord(AbstractStockRecord):
    """Price and stock of one good. What is held for orders (`num_allocated`) never exceeds what is there."""

    num_in_stock = models.PositiveIntegerField(default=0)
    num_allocated = models.IntegerField(default=0)

    class Meta(AbstractStockRecord.Meta):
        abstract = False
        constraints = [
            models.CheckConstraint(
                condition=Q(num_allocated__gte=0, num_allocated__lte=F("num_in_stock")), name="stock_covers_what_is_held"
            ),
            models.CheckConstraint(condition=Q(price__gt=0, price_currency="ILS"), name="price_is_positive_shekels"),
        ]

    @property
    def price_agorot(self) -> int:
        """The price of one unit in agorot, VAT included."""
        return to_agorot(self.price)

    @property
    def left(self) -> int:
        """Units a buyer can still order."""
        return self.num_in_stock - self.num_allocated


class Permit(models.Model):
    """A licence or certificate a seller holds until a date. Written down from above; catalogue only asks for it."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="permits")
    kind = models.CharField(max_length=24, choices=PermitKind.choices)
    valid_until = models.DateField()
    reference = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["partner", "kind", "reference"], name="one_permit_of_a_reference")]

    def __str__(self) -> str:
        return f"{self.partner} {self.kind}"


from oscar.apps.partner.models import *

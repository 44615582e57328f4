"""Goods as sellers list them, their kinds and their pictures."""

from datetime import date

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from oscar.apps.catalogue.abstract_models import AbstractCategory, AbstractProduct, AbstractProductImage

from marketplace.catalogue.states import Allergen, GoodState, Storage
from marketplace.partner.rules import PermitKind


class Category(AbstractCategory):
    """A kind of goods. The slug is plain Latin, unique and for ever: it stands in `shop/<slug>/`."""

    # Columns that modeltranslation adds: see `translation.py`.
    name_ar: str | None
    name_en: str | None

    unit_hint = models.CharField(max_length=60, blank=True)

    class Meta(AbstractCategory.Meta):
        abstract = False

    def get_absolute_url(self, parent_slug: str | None = None) -> str:
        """The address of the category's shelf in the current language."""
        return reverse("catalogue:category", kwargs={"slug": self.slug})


class Product(AbstractProduct):
    """A good as sold by one Partner: its words, unit, season, and where it stands on its way to buyers.

    `is_public` is Oscar's word for *published* and is written only together with `state`.
    """

    # Columns that modeltranslation adds: see `translation.py`.
    title_ar: str | None
    title_en: str | None
    description_ar: str | None
    description_en: str | None
    unit_ar: str | None
    unit_en: str | None

    partner = models.ForeignKey("partner.Partner", on_delete=models.PROTECT, related_name="goods", null=True, blank=True)
    is_public = models.BooleanField(default=False, db_index=True)
    state = models.CharField(max_length=12, choices=GoodState.choices, default=GoodState.DRAFT, db_index=True)
    unit = models.CharField(max_length=60, blank=True)
    net_quantity = models.DecimalField(max_digits=9, decimal_places=3, null=True, blank=True)
    net_unit = models.CharField(max_length=8, blank=True)
    season_from = models.PositiveSmallIntegerField(default=1)
    season_to = models.PositiveSmallIntegerField(default=12)
    sold_all_year = models.BooleanField(default=True)
    shelf_life_days = models.PositiveIntegerField(null=True, blank=True)
    storage = models.CharField(max_length=8, choices=Storage.choices, default=Storage.AMBIENT)
    allergens = ArrayField(models.CharField(max_length=12, choices=Allergen.choices), default=list, blank=True)
    permit_kind = models.CharField(max_length=24, choices=PermitKind.choices, blank=True)
    lead_days = models.PositiveSmallIntegerField(default=0)
    published_at = models.DateTimeField(null=True, blank=True, db_index=True)

    class Meta(AbstractProduct.Meta):
        abstract = False
        constraints = [
            models.CheckConstraint(condition=Q(season_from__range=(1, 12), season_to__range=(1, 12)), name="season_is_months"),
            models.CheckConstraint(
                condition=Q(state="published", is_public=True) | (~Q(state="published") & Q(is_public=False)), name="public_means_published"
            ),
        ]
        indexes = [models.Index(fields=["-published_at", "-id"], name="good_newest", condition=Q(state="published"))]

    def get_absolute_url(self) -> str:
        """The address of the good's page in the current language."""
        return reverse("catalogue:detail", kwargs={"product_slug": self.slug, "pk": self.pk})

    def in_season(self, on: date) -> bool:
        """Whether `on` lies in the months of its harvest or making; goods made the whole year have no season."""
        if (self.season_from, self.season_to) == (1, 12):
            return False
        if self.season_from <= self.season_to:
            return self.season_from <= on.month <= self.season_to
        return on.month >= self.season_from or on.month <= self.season_to


class GoodChange(models.Model):
    """One step in the life of a good: who, when, and why where a reason was given. Old and new alike: its words or price changed."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="changes")
    old = models.CharField(max_length=12, choices=GoodState.choices)
    new = models.CharField(max_length=12, choices=GoodState.choices)
    reason = models.CharField(max_length=400, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.product_id}: {self.old} → {self.new}"


class ProductImage(AbstractProductImage):
    """A picture of a good. `original` is our re-encoded copy without EXIF; `name` is random; shown only when `ready`."""

    alt = models.CharField(max_length=200, blank=True)
    ready = models.BooleanField(default=False)
    name = models.CharField(max_length=40, blank=True)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    sizes = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)

    class Meta(AbstractProductImage.Meta):
        abstract = False


from oscar.apps.catalogue.models import *

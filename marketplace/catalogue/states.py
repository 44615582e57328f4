"""The life of a good."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class GoodState(models.TextChoices):
    """Where a good stands."""

    DRAFT = "draft", pgettext_lazy("good", "Draft")
    IN_REVIEW = "in_review", pgettext_lazy("good", "In review")
    PUBLISHED = "published", pgettext_lazy("good", "Published")
    PAUSED = "paused", pgettext_lazy("good", "Paused")
    WITHDRAWN = "withdrawn", pgettext_lazy("good", "Withdrawn")


MOVES: dict[GoodState, set[GoodState]] = {
    GoodState.DRAFT: {GoodState.IN_REVIEW, GoodState.WITHDRAWN},
    GoodState.IN_REVIEW: {GoodState.DRAFT, GoodState.PUBLISHED, GoodState.WITHDRAWN},
    GoodState.PUBLISHED: {GoodState.PAUSED, GoodState.WITHDRAWN},
    GoodState.PAUSED: {GoodState.PUBLISHED, GoodState.WITHDRAWN},
    GoodState.WITHDRAWN: set(),
}


class Storage(models.TextChoices):
    """How a good is kept at home."""

    AMBIENT = "ambient", _("Dry place, away from the sun")
    CHILLED = "chilled", _("In the fridge")
    NONE = "none", _("No special storage")


class Allergen(models.TextChoices):
    """What must be said about food."""

    GLUTEN = "gluten", _("Gluten (wheat)")
    MILK = "milk", _("Milk")
    EGG = "egg", _("Egg")
    NUTS = "nuts", _("Nuts")
    SESAME = "sesame", _("Sesame")

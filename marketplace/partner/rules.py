"""Kinds of sellers and permits."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SellerKind(models.TextChoices):
    """Who sells."""

    FARMER = "farmer", _("Farmer")
    WOMENS_GROUP = "womens_group", _("Women's group")
    YOUTH = "youth", _("Youth enterprise")


class PermitKind(models.TextChoices):
    """What a seller may need to hold before a good is published."""

    FOOD_LICENCE = "food_licence", _("Food licence")
    DAIRY_LICENCE = "dairy_licence", _("Dairy licence")


class Motif(models.TextChoices):
    """Cross-stitch motifs for sellers without a picture."""

    STAR = "star", _("Star")
    CYPRESS = "cypress", _("Cypress")
    FEATHER = "feather", _("Feather")


class Thread(models.TextChoices):
    """Thread colours of a motif's field."""

    SUMAC = "sumac", _("Sumac red")
    OLIVE = "olive", _("Olive green")
    INDIGO = "indigo", _("Indigo")

"""People of the programme and their groups. Private data lives here; what is public was written down to the Partner with consent."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from marketplace.partner.rules import SellerKind


class Sex(models.TextChoices):
    """As she or he said."""

    FEMALE = "female", pgettext_lazy("person", "Woman")
    MALE = "male", pgettext_lazy("person", "Man")


class Producer(models.Model):
    """A person in the programme. `public_id` joins her private records; it is not shown to buyers.

    `partner` is her own selling account; members of a group sell through the group's. A contact phone may be shared in a household.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="producer")
    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=16, choices=SellerKind.choices)
    phone = models.CharField(max_length=16, blank=True)
    locality = models.ForeignKey("core.Locality", on_delete=models.PROTECT, related_name="+")
    sex = models.CharField(max_length=8, choices=Sex.choices, blank=True)
    birth_year = models.PositiveSmallIntegerField(null=True, blank=True)
    partner = models.OneToOneField("partner.Partner", on_delete=models.PROTECT, null=True, blank=True, related_name="producer")
    payee_id = models.UUIDField(null=True, blank=True)
    joined_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Group(models.Model):
    """A women's production group, cooperative or youth enterprise. It sells through one Partner."""

    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=16, choices=SellerKind.choices, default=SellerKind.WOMENS_GROUP)
    locality = models.ForeignKey("core.Locality", on_delete=models.PROTECT, related_name="+")
    partner = models.OneToOneField("partner.Partner", on_delete=models.PROTECT, related_name="group")
    members = models.ManyToManyField(Producer, through="Membership", related_name="groups")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person's place in a group: whether she may sell in its name."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="memberships")
    producer = models.ForeignKey(Producer, on_delete=models.CASCADE, related_name="memberships")
    sells = models.BooleanField(_("Sells in the group's name"), default=False)
    joined_on = models.DateField(default=timezone.localdate)
    left_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "producer"], condition=Q(left_on__isnull=True), name="one_place_in_a_group")
        ]

    def __str__(self) -> str:
        return f"{self.producer} · {self.group}"

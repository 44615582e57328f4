"""A Palestinian address: governorate, locality, neighbourhood, landmark, phones, directions. No postcode is needed."""

from django.db import models
from oscar.apps.address.abstract_models import AbstractUserAddress


class LocatedAddress(models.Model):
    """What a driver needs to find a door. Mixed into every address table."""

    governorate = models.ForeignKey("core.Governorate", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    locality = models.ForeignKey("core.Locality", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    neighbourhood = models.CharField(max_length=120, blank=True)
    landmark = models.CharField(max_length=160, blank=True)
    directions = models.TextField(max_length=500, blank=True)
    phone = models.CharField(max_length=16, blank=True)
    phone_typed = models.CharField(max_length=32, blank=True)
    second_phone = models.CharField(max_length=16, blank=True)

    class Meta:
        abstract = True


class UserAddress(LocatedAddress, AbstractUserAddress):
    """An address a buyer keeps."""

    class Meta(AbstractUserAddress.Meta):
        abstract = False


from oscar.apps.address.models import *

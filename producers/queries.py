"""Producers and what they sell through."""

from django.contrib.auth.models import AbstractBaseUser

from marketplace.partner.models import Partner
from producers.models import Membership, Producer


def producer_of(user: AbstractBaseUser) -> Producer | None:
    """Return the producer who signs in as this user, with her own selling account."""
    return Producer.objects.filter(user_id=user.pk).select_related("partner").first()


def selling_partner_of(producer: Producer) -> Partner | None:
    """Return the account she sells through: her own, else that of the group in whose name she may sell."""
    if producer.partner is not None:
        return producer.partner
    place = (
        Membership.objects.filter(producer=producer, sells=True, left_on__isnull=True)
        .select_related("group__partner")
        .order_by("pk")
        .first()
    )
    return place.group.partner if place else None

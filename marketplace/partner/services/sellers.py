"""Selling accounts and the permits written down to them."""

from datetime import date

from django.db import transaction

from marketplace.core.models import Locality
from marketplace.partner.models import Partner, Permit
from marketplace.partner.rules import Motif, PermitKind, SellerKind, Thread


@transaction.atomic
def create(
    *,
    name_ar: str,
    name_en: str,
    kind: SellerKind | str,
    locality: Locality,
    phone: str,
    code: str = "",
    story_ar: str = "",
    story_en: str = "",
    motif: Motif | str = Motif.STAR,
    thread: Thread | str = Thread.SUMAC,
) -> Partner:
    """Open a selling account. `phone` is E.164; without a `code` the public slug is made from the Arabic name and stays for ever."""
    partner = Partner(name_ar=name_ar, name_en=name_en, kind=kind, locality=locality, phone=phone, motif=motif, thread=thread)
    partner.story_ar, partner.story_en = story_ar, story_en
    if code:
        partner.code = code
    partner.save()
    return partner


def grant_permit(partner: Partner, kind: PermitKind | str, valid_until: date, reference: str) -> Permit:
    """Write down a permit a seller holds until a day (inclusive); the same reference again only moves the day."""
    permit, _made = Permit.objects.update_or_create(partner=partner, kind=kind, reference=reference, defaults={"valid_until": valid_until})
    return permit

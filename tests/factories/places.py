"""Hubs and zones. Governorates and localities are there already: the migrations write them."""

from datetime import time
from typing import Any

from marketplace.core.models import Governorate, Locality
from marketplace.hubs.models import DeliveryZone, Hub

EVERY_DAY = list(range(7))


def locality(name_en: str = "Burin") -> Locality:
    """Return a locality by its English name."""
    return Locality.objects.get(name_en=name_en)


def make_hub(slug: str = "nablus", name_ar: str = "نقطة نابلس", name_en: str = "Nablus hub", **fields: Any) -> Hub:
    """Make a hub that is open every day from 8 to 16."""
    fields = {"locality": locality("Nablus"), "phone": "+970599200200", "opens": time(8), "closes": time(16)} | fields
    fields.setdefault("opening_days", EVERY_DAY)
    return Hub.objects.create(slug=slug, name_ar=name_ar, name_en=name_en, **fields)


def make_zone(hub: Hub, *governorates: str, fee_agorot: int = 1500, slug: str = "nablus-north", **fields: Any) -> DeliveryZone:
    """Make a zone of `hub` over governorates given by code (Nablus and Jenin where none is given)."""
    zone = DeliveryZone.objects.create(slug=slug, hub=hub, fee_agorot=fee_agorot, **{"name_ar": "شمال الضفة", "name_en": "North"} | fields)
    zone.governorates.set(Governorate.objects.filter(code__in=governorates or ("PS-NBS", "PS-JEN")))
    return zone

"""Three hubs with the zones they deliver to, and who runs them. Hosts and numbers are invented."""

from datetime import time
from typing import Any

from marketplace.accounts.demo import person
from marketplace.accounts.models import RoleGrant
from marketplace.accounts.rules import Role
from marketplace.core.models import Governorate, Locality
from marketplace.core.phones import canonical
from marketplace.hubs.models import DeliveryZone, Hub

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, SATURDAY, SUNDAY = 0, 1, 2, 3, 5, 6

HUBS: list[dict[str, Any]] = [
    {
        "slug": "anabta",
        "names": ("نقطة عنبتا", "Anabta hub"),
        "host": ("جمعية عنبتا النسائية الخيرية", "Anabta Women's Charitable Society"),
        "place": "Anabta",
        "directions": ("عند دوار البلدية، مقابل المكتبة", "At the municipality roundabout, opposite the library"),
        "phone": "0599000401",
        "days": [WEDNESDAY, SATURDAY],
        "staff": "samir",
        "zone": ("tulkarm-north", ("الشمال", "The north"), ["PS-TKM", "PS-JEN", "PS-NBS", "PS-TBS", "PS-QQA"], 1500, 1),
    },
    {
        "slug": "ramallah",
        "names": ("نقطة رام الله", "Ramallah hub"),
        "host": ("شبكة تعاونيات الوسط", "Network of Cooperatives of the Centre"),
        "place": "Ramallah",
        "directions": ("شارع الإرسال، الطابق الأرضي من بناية التعاون", "Al-Irsal Street, ground floor of the cooperative building"),
        "phone": "0599000402",
        "days": [SUNDAY, TUESDAY, THURSDAY],
        "staff": "hiba",
        "zone": ("centre", ("الوسط", "The centre"), ["PS-RBH", "PS-SLT", "PS-JEM", "PS-JRH"], 2000, 1),
    },
    {
        "slug": "hebron",
        "names": ("نقطة الخليل", "Hebron hub"),
        "host": ("جمعية مزارعي جبل الخليل", "Farmers' Association of Mount Hebron"),
        "place": "Hebron",
        "directions": ("رأس الجورة، قرب سوق الخضار المركزي", "Ras al-Jora, near the central vegetable market"),
        "phone": "0599000403",
        "days": [MONDAY, WEDNESDAY, SATURDAY],
        "staff": "majed",
        "zone": ("south", ("الجنوب", "The south"), ["PS-HBN", "PS-BTH"], 1800, 2),
    },
]


def build() -> None:
    """Make the hubs, their zones and the grants of who runs them; twice is the same as once."""
    for row in HUBS:
        hub = _hub(row)
        RoleGrant.objects.get_or_create(user=person(row["staff"]), role=Role.HUB_STAFF, hub=hub)
        slug, names, governorates, fee, lead = row["zone"]
        zone, made = DeliveryZone.objects.get_or_create(
            slug=slug, defaults={"name_ar": names[0], "name_en": names[1], "hub": hub, "fee_agorot": fee, "lead_days": lead}
        )
        if made:
            zone.governorates.set(Governorate.objects.filter(code__in=governorates))


def _hub(row: dict[str, Any]) -> Hub:
    (name_ar, name_en), (host_ar, host_en), (way_ar, way_en) = row["names"], row["host"], row["directions"]
    words = {"name_ar": name_ar, "name_en": name_en, "host_ar": host_ar, "host_en": host_en}
    hub, _made = Hub.objects.get_or_create(
        slug=row["slug"],
        defaults={
            **words,
            "directions_ar": way_ar,
            "directions_en": way_en,
            "locality": Locality.objects.get(name_en=row["place"]),
            "phone": canonical(row["phone"]),
            "opening_days": row["days"],
            "opens": time(9),
            "closes": time(15),
        },
    )
    return hub


def objects() -> dict[str, dict[str, list[str]]]:
    """Return each hub's address in `hub/` words by the phone of who runs it, for `demo --json`."""
    grants = RoleGrant.objects.filter(role=Role.HUB_STAFF).select_related("user", "hub").order_by("pk")
    return {str(grant.user.phone): {"hubs": [grant.hub.slug]} for grant in grants if grant.hub}

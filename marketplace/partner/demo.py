"""Sellers of the demo world, from every governorate of the West Bank. Their names, stories, numbers and permits are invented."""

import csv
from datetime import date, timedelta
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from marketplace.core.models import Locality
from marketplace.core.phones import canonical
from marketplace.partner.models import Partner
from marketplace.partner.services import sellers

TABLE = Path(__file__).parent / "demo_sellers.csv"


def table() -> list[dict[str, str]]:
    """Return the sellers as their file tells them: a row is words, a number or an empty string, nothing converted."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def permits_of(row: dict[str, str]) -> list[tuple[str, str]]:
    """Return the kind and the reference of each permit in a seller's row."""
    return [(kind, reference) for kind, _, reference in (permit.partition(":") for permit in row["permits"].split())]


def build() -> None:
    """Make the sellers that are missing, with their permits; twice is the same as once."""
    for row in table():
        if not Partner.objects.filter(code=row["code"]).exists():
            _seller(row)


@transaction.atomic
def _seller(row: dict[str, str]) -> None:
    words = {name: row[name] for name in ("code", "name_ar", "name_en", "kind", "story_ar", "story_en", "motif", "thread")}
    partner = sellers.create(**words, locality=Locality.objects.get(name_en=row["locality"]), phone=canonical(row["phone"]))
    # Nobody joins a programme in the past but those of the demo world.
    partner.joined_at = timezone.now() - timedelta(days=int(row["joined_days_ago"]))
    partner.save(update_fields=["joined_at"])
    for kind, reference in permits_of(row):
        sellers.grant_permit(partner, kind, date(timezone.localdate().year + 1, 12, 31), reference)

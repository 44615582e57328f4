"""Producers of the demo world and their groups. Names, years and numbers are invented.

One person of every seller signs in with the demo password; of the women of Bazariya two do.
"""

import csv
from pathlib import Path

from django.conf import settings
from django.db import transaction

from marketplace.accounts.demo import sign_in
from marketplace.accounts.models import User
from marketplace.core.models import Locality
from marketplace.core.phones import canonical
from marketplace.partner import demo as sellers
from marketplace.partner.models import Partner
from marketplace.partner.rules import SellerKind
from producers.models import Group, Membership, Producer

FOLDER = Path(__file__).parent / "demo_people"
TABLES = ("farmers.csv", "womens_groups.csv", "youth.csv")
# Whom the stories of the shop call by first name; the others go by the code of their seller.
KEYS = {"0599000101": "amal", "0599000102": "basma", "0599000103": "yusuf"}


def table() -> list[dict[str, str]]:
    """Return the people as their files tell them, nothing converted; `phone` stands where somebody signs in."""
    rows: list[dict[str, str]] = []
    for name in TABLES:
        with (FOLDER / name).open(encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file)
    return rows


def build() -> None:
    """Make the people of each seller who has none yet, with their group and users; twice is the same as once.

    A seller whose people are there is left alone: somebody may have been renamed, have left, or have been erased.
    """
    places = dict(Locality.objects.values_list("name_en", "pk"))
    for partner in Partner.objects.filter(producer=None, group=None).order_by("pk"):
        _people(partner, [row for row in table() if row["seller"] == partner.code], places)


@transaction.atomic
def _people(partner: Partner, rows: list[dict[str, str]], places: dict[str, int]) -> None:
    group = _group(partner) if rows and partner.kind != SellerKind.FARMER else None
    for row in rows:
        user = sign_in(row["phone"], (row["first_name"], row["last_name"])) if row["phone"] else None
        producer = _producer(row, partner, places[row["locality"]], user)
        if group:
            Membership.objects.create(group=group, producer=producer, sells=bool(row["sells"]), joined_on=partner.joined_at.date())
        if user:
            partner.users.add(user)


def _producer(row: dict[str, str], partner: Partner, place: int, user: User | None) -> Producer:
    return Producer.objects.create(
        user=user,
        name=_name(row),
        kind=partner.kind,
        phone=canonical(row["phone"]) if row["phone"] else "",
        locality_id=place,
        sex=row["sex"],
        birth_year=int(row["birth_year"]),
        partner=partner if partner.kind == SellerKind.FARMER else None,
        joined_at=partner.joined_at,
    )


def _group(partner: Partner) -> Group:
    assert partner.locality is not None  # every seller of the table has one
    return Group.objects.create(partner=partner, name=partner.name, kind=partner.kind, locality=partner.locality)


def cast() -> list[dict[str, str]]:
    """Return those who sell as `demo --json` prints them."""
    names = {row["code"]: row["name_en"] for row in sellers.table()}
    return [
        {
            "role": "seller",
            "key": KEYS.get(row["phone"], row["seller"]),
            "name": _name(row),
            "sign_in": row["phone"],
            "password": settings.DEMO_PASSWORD,
            "note": f"sells for {names[row['seller']]}",
        }
        for row in table()
        if row["phone"]
    ]


def _name(row: dict[str, str]) -> str:
    return f"{row['first_name']} {row['last_name']}"

"""Producers of the demo world and their groups. Names, years and numbers are invented.

One person of every seller signs in with the demo password; of the women of Bazariya two do.
"""

import csv
from pathlib import Path

from django.conf import settings

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
    """Make the people, their groups and their users; twice is the same as once."""
    places = dict(Locality.objects.values_list("name_en", "pk"))
    partners = {partner.code: partner for partner in Partner.objects.all()}
    for row in table():
        partner = partners[row["seller"]]
        user = sign_in(row["phone"], (row["first_name"], row["last_name"])) if row["phone"] else None
        producer = _producer(row, partner, places[row["locality"]], user)
        if partner.kind != SellerKind.FARMER:
            _join(partner, producer, sells=bool(row["sells"]))
        if user:
            partner.users.add(user)


def _producer(row: dict[str, str], partner: Partner, place: int, user: User | None) -> Producer:
    facts = {
        "user": user,
        "kind": partner.kind,
        "phone": canonical(row["phone"]) if row["phone"] else "",
        "sex": row["sex"],
        "birth_year": int(row["birth_year"]),
        "partner": partner if partner.kind == SellerKind.FARMER else None,
        "joined_at": partner.joined_at,
    }
    return Producer.objects.get_or_create(name=_name(row), locality_id=place, defaults=facts)[0]


def _join(partner: Partner, producer: Producer, *, sells: bool) -> None:
    """Give a person her place in the group that sells as `partner`; one who left stays away."""
    facts = {"name": partner.name, "kind": partner.kind, "locality": partner.locality}
    group, _ = Group.objects.get_or_create(partner=partner, defaults=facts)
    Membership.objects.get_or_create(group=group, producer=producer, defaults={"sells": sells, "joined_on": partner.joined_at.date()})


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

"""People and sellers."""

import itertools
from typing import Any

from django.test import Client

from marketplace.accounts.models import RoleGrant, User
from marketplace.accounts.rules import Role
from marketplace.hubs.models import Hub
from marketplace.partner.models import Partner
from marketplace.partner.rules import SellerKind
from producers.models import Group, Membership, Producer
from tests.factories.places import locality

PASSWORD = "a long enough sentence"
_numbers = itertools.count(100_000)


def make_user(first_name: str = "ضيف", **fields: Any) -> User:
    """Make somebody who signs in by phone with `PASSWORD`."""
    phone = fields.pop("phone", None) or f"059{next(_numbers):07}"
    return User.objects.create_user(phone=phone, password=PASSWORD, first_name=first_name, **fields)


def grant(user: User, role: Role, hub: Hub | None = None) -> User:
    """Give `user` a role, for one hub where it is a hub's role; returns the user."""
    RoleGrant.objects.create(user=user, role=role, hub=hub)
    return user


def make_partner(name_ar: str = "مزرعة الوادي", name_en: str = "Valley farm", **fields: Any) -> Partner:
    """Make a selling account; its `code` is made from `name_en`."""
    fields = {"kind": SellerKind.FARMER, "locality": locality(), "phone": "+970599100100"} | fields
    return Partner.objects.create(name_ar=name_ar, name_en=name_en, code=fields.pop("code", _code(name_en)), **fields)


def make_producer(user: User, *, partner: Partner | None = None, kind: SellerKind = SellerKind.FARMER, **fields: Any) -> Producer:
    """Make the programme's record of `user`; `partner` is her own selling account."""
    fields = {"name": user.get_full_name(), "phone": user.phone or "", "locality": locality()} | fields
    return Producer.objects.create(user=user, kind=kind, partner=partner, **fields)


def make_group(partner: Partner, *sellers: Producer, members: tuple[Producer, ...] = ()) -> Group:
    """Make a group that sells through `partner`; `sellers` may sell in its name, other `members` not."""
    group = Group.objects.create(name=partner.name_ar, kind=partner.kind, locality=partner.locality, partner=partner)
    for producer in (*sellers, *members):
        Membership.objects.create(group=group, producer=producer, sells=producer in sellers)
    return group


def browser_of(user: User | None = None) -> Client:
    """Return a test client, signed in as `user`."""
    client = Client()
    if user is not None:
        client.force_login(user, backend="marketplace.accounts.backends.PhoneOrEmailBackend")
    return client


def _code(name: str) -> str:
    return "-".join(name.lower().replace("'", "").split())

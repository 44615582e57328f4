"""`demo --json`: who is in the demo world, how they sign in, and what is theirs."""

import json
from io import StringIO

from django.conf import settings
from django.core.management import call_command

from marketplace.accounts.demo import person
from tests.factories.orders import make_order


def test_everybody_comes_with_what_is_hers(jar_of_honey, hub, amals_group, amal):
    jar_of_honey.partner.users.add(amal)
    rania = person("rania")
    order = make_order({jar_of_honey: 1}, hub, phone=rania.phone)
    out = StringIO()
    call_command("demo", "--json", stdout=out)
    cast = {row["sign_in"]: row for row in json.loads(out.getvalue())}

    assert all({"role", "sign_in", "password", "note", "objects"} <= row.keys() for row in cast.values())
    assert {row["password"] for row in cast.values()} == {settings.DEMO_PASSWORD}
    (link,) = cast["0599000201"]["objects"]["orders"]
    assert link.startswith(f"/ar/orders/{order.number}/?key=")
    assert cast["0599000202"]["objects"] == {}

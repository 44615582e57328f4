"""How much the house costs: `make bench`. Counts and ratios, because absolute times say more about the machine than about us.

Prints a table (what, measured, promised, held) and writes it to `.state/bench.json`.
"""

import gzip
import json
import os
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "marketplace.settings.test"

import django

django.setup()

from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from marketplace.catalogue.models import Product
from marketplace.core import places
from marketplace.core.static_sheets import IMPORT
from marketplace.order.services import place
from tests import databases
from tests.engines import TestEngines
from tests.factories.goods import make_category, make_good
from tests.factories.orders import make_basket, purchase
from tests.factories.people import make_partner
from tests.factories.places import make_hub

SIZES = (12, 120)
PAGES = {"catalogue": "/{}/shop/", "category": "/{}/shop/honey/", "search": "/{}/search/?q=عسل", "good": "/{}/goods/{slug}-{pk}/"}
MOST_QUERIES, MOST_ORDER_QUERIES, MOST_BYTES = 8, 60, 100_000


@dataclass(frozen=True)
class Row:
    """One measured figure beside its promise."""

    name: str
    value: int
    promise: int

    @property
    def held(self) -> bool:
        """Whether the promise is kept."""
        return self.value <= self.promise


def queries(action: Callable[[], object]) -> int:
    """Return how many queries an action asks."""
    with CaptureQueriesContext(connection) as captured:
        action()
    return len(captured)


def pages(goods: int) -> list[Row]:
    """Queries and compressed weight of the public pages with so many goods on the shelf, in both languages."""
    good, rows, browser = Product.objects.get(slug="honey-0"), [], Client(SERVER_NAME="localhost")
    for name, address in PAGES.items():
        for language in ("ar", "en"):
            url = address.format(language, slug=good.slug, pk=good.pk)
            assert browser.get(url).status_code == 200, url
            rows.append(Row(f"{name}, {goods} goods, {language}: queries", queries(lambda url=url: browser.get(url)), MOST_QUERIES))  # type: ignore[misc]
            html = len(gzip.compress(browser.get(url).content))
            rows.append(Row(f"{name}, {goods} goods, {language}: HTML, CSS, fonts, bytes", html + fixed_bytes(language), MOST_BYTES))
    return rows


def fixed_bytes(language: str) -> int:
    """What every first view fetches beside its HTML: style sheets, icons (both compressed) and the fonts of the language."""
    static = places.CHECKOUT / "static"
    sheets = sum(len(gzip.compress(poured(static / "css" / name))) for name in ("site.css", "shop.css"))
    icons = len(gzip.compress((static / "img" / "i.svg").read_bytes()))
    fonts = ("rubik-ar", "rubik-num", "rubik-nis") if language == "ar" else ("rubik-la", "rubik-num", "rubik-nis")
    return sheets + icons + sum((static / "fonts" / f"{font}.woff2").stat().st_size for font in fonts)


def poured(sheet: Path) -> bytes:
    """Return a style sheet with its imports in place, as it is served."""
    return IMPORT.sub(lambda found: (sheet.parent / found[1]).read_text(), sheet.read_text()).encode()


def order_of_thirty() -> Row:
    """Queries of placing an order of 30 lines of 6 sellers, from the press of the button to the order."""
    hub, goods = make_hub(), {}
    for seller in range(6):
        partner = make_partner(f"بائع {seller}", f"Seller {seller}")
        goods |= {make_good(partner, f"منتوج {seller}{line}"): 2 for line in range(5)}
    press = purchase(make_basket(goods), hub)
    with transaction.atomic():  # the worker's part, telling people, comes after the commit and is not the buyer's wait
        asked = queries(lambda: place.place(press))
    return Row("placing an order of 30 lines of 6 sellers: queries", asked, MOST_ORDER_QUERIES)


def measure() -> list[Row]:
    """Return every figure."""
    rows, partner, made = [order_of_thirty()], make_partner("مزرعة القياس", "Measured farm"), 0
    for size in SIZES:
        for number in range(made, size):
            make_good(partner, f"عسل {number}", category=make_category(), slug=f"honey-{number}")
        made = size
        rows += pages(size)
    return rows


def main() -> int:
    """Measure on a fresh database, print, write, and return 1 where a promise is broken."""
    engines = TestEngines()
    engines.arrive()
    try:
        databases.make_clone()
        settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
        with translation.override("ar"):
            rows = measure()
        databases.drop_clone()
    finally:
        engines.leave()
    for row in rows:
        print(f"{'ok         ' if row.held else 'FALLS SHORT'}  {row.name:<60} {row.value:>7}  ≤ {row.promise}")
    kept = {row.name: {**asdict(row), "held": row.held} for row in rows}
    (places.CHECKOUT / ".state" / "bench.json").write_text(json.dumps(kept, ensure_ascii=False, indent=2))
    return int(not all(row.held for row in rows))


if __name__ == "__main__":
    sys.exit(main())

"""The main story, told once over plain forms: a good is listed and published, bought with another seller's, carried, paid and paid out."""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.factories.people import PASSWORD
from tests.journeys.drivers import Driver

PICTURE = Path(__file__).resolve().parents[2] / "marketplace" / "catalogue" / "demo_pictures" / "honey.jpg"
WORDS = {
    "ar": {"title": "عسل الرحلة", "thanks": "شكرا", "unit": "مرطبان"},
    "en": {"title": "Journey honey", "thanks": "Thank you", "unit": "jar"},
}


@dataclass
class Stage:
    """Who is where: the language, the phones of the cast, a hub, a good of Yusuf's, and how somebody new comes to a phone."""

    language: str
    phones: dict[str, str]
    hub_pk: int
    oil_pk: int
    category_slug: str
    newcomer: Callable[[], Driver]
    # The demo phone is shared by all runs of the suite: each story has a number of its own.
    buyer_phone: str = field(default_factory=lambda: f"0599{secrets.randbelow(1_000_000):06d}")

    def path(self, rest: str) -> str:
        """An address in the story's language."""
        return f"/{self.language}/{rest}"

    def signed_in(self, who: str) -> Driver:
        """Somebody of the cast, signed in."""
        driver = self.newcomer()
        driver.go(self.path("sign-in/"))
        driver.send("password", login=self.phones[who], password=PASSWORD)
        return driver


def tell(stage: Stage) -> dict[str, int]:
    """Live the whole story; returns what the ledger must show afterwards (agorot)."""
    amal, yusuf, nour, samir = (stage.signed_in(who) for who in ("amal", "yusuf", "nour", "samir"))
    good = _list_and_publish(stage, amal, nour)
    reference = _buy(stage, good)
    for seller in (amal, yusuf):
        _accept_and_pack(stage, seller)
    for _ in range(2):
        samir.go(stage.path("hub/"))
        samir.send("/receive/")
    _hand_over(stage, samir, reference)
    _pay_out(stage)
    _see_the_money(stage, amal, nour)
    return {"cash": 2 * 1850 + 3500, "gross_amal": 3700, "gross_yusuf": 3500}


def _list_and_publish(stage: Stage, amal: Driver, nour: Driver) -> str:
    amal.go(stage.path("my/goods/new/"))
    words = WORDS[stage.language]
    amal.send(
        "title_ar",
        title_ar=WORDS["ar"]["title"],
        title_en=WORDS["en"]["title"],
        category=stage.category_slug,
        price="١٨٫٥٠",
        unit_ar=WORDS["ar"]["unit"],
        unit_en=WORDS["en"]["unit"],
        stock="٦",
        picture=PICTURE,
    )
    amal.send("/submit/")
    shop = stage.newcomer()
    shop.go(stage.path("shop/"))
    assert words["title"] not in shop.words(), "a good in review is on the shelf"
    nour.go(stage.path("program/goods/"))
    nour.follow(r"/program/goods/\d+/$")
    nour.send("/publish/")
    shop.go(stage.path(f"search/?q={words['title']}"))
    assert words["title"] in shop.words()
    shop.follow(r"/goods/[^/]+-\d+/$")
    return shop.path


def _buy(stage: Stage, good: str) -> str:
    buyer = stage.newcomer()
    buyer.go(good)
    buyer.send("/basket/add/", quantity="2")
    buyer.go(stage.path(f"goods/x-{stage.oil_pk}/"))
    buyer.send("/basket/add/", quantity="1")
    buyer.go(stage.path("basket/"))
    buyer.follow("/checkout/$")
    buyer.send("client_key", name="هالة شاهين", phone=stage.buyer_phone, receiving=f"hub:{stage.hub_pk}", tender="cash", terms="on")
    assert WORDS[stage.language]["thanks"] in buyer.words(), buyer.words()[:300]
    assert "72.00" in buyer.words()
    found = re.search(r"/orders/(\w{8})/", buyer.path)
    assert found, buyer.path
    return found[1]


def _accept_and_pack(stage: Stage, seller: Driver) -> None:
    seller.go(stage.path("my/orders/"))
    seller.send("/accept/")
    seller.send("/packed/")


def _hand_over(stage: Stage, samir: Driver, reference: str) -> None:
    phone = stage.newcomer()
    phone.go(stage.path(f"demo/phone/?phone={stage.buyer_phone}"))
    code = re.search(r"\b(\d{6})\b", phone.words())
    assert code, phone.words()
    for _ in range(2):
        samir.go(stage.path("hub/waiting/"))
        samir.follow("/hand-over/$")
        samir.send("code", code=code[1])
        assert samir.path.endswith("/hub/waiting/"), samir.words()
    track = stage.newcomer()
    track.go(stage.path("orders/"))
    assert reference not in track.words()


def _pay_out(stage: Stage) -> None:
    huda, omar = stage.signed_in("huda"), stage.signed_in("omar")
    huda.go(stage.path("program/payouts/propose/"))
    huda.send("until")
    run = huda.path
    assert "/propose/" not in run, huda.words()
    assert "/approve/" not in huda.words()
    omar.go(run)
    omar.send("/approve/")
    huda.go(run)
    huda.send("/settle/")


def _see_the_money(stage: Stage, amal: Driver, nour: Driver) -> None:
    amal.go(stage.path("my/earnings/"))
    assert "37.00" in amal.words(), amal.words()[:400]
    nour.go(stage.path("program/income/"))
    assert "37.00" in nour.words()
    assert "35.00" in nour.words()

"""What the files of the demo world must say for the shop to be believed. No database."""

import csv
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from marketplace import core
from marketplace.catalogue import demo as catalogue
from marketplace.catalogue.demo import CATEGORIES, DemoGood
from marketplace.catalogue.rules import PERMITS
from marketplace.catalogue.states import Allergen, Storage
from marketplace.core.phones import canonical
from marketplace.partner import demo as sellers
from marketplace.partner.rules import Motif, SellerKind, Thread
from producers import demo as producers

GOODS = {good.key: good for good in catalogue.goods()}
SELLERS = {row["code"]: row for row in sellers.table()}
PEOPLE = producers.table()
LATIN = re.compile(r"[A-Za-z]")
ARABIC = re.compile(r"[\u0600-\u06ff]")
WEST_BANK = {"PS-JEN", "PS-TBS", "PS-TKM", "PS-NBS", "PS-QQA", "PS-SLT", "PS-RBH", "PS-JRH", "PS-JEM", "PS-BTH", "PS-HBN"}

each_good = pytest.mark.parametrize("good", GOODS.values(), ids=GOODS)
each_seller = pytest.mark.parametrize("seller", SELLERS.values(), ids=SELLERS)


def places() -> dict[str, str]:
    """The governorate of each place a seller can name."""
    with (Path(core.__file__).parent / "geography/localities.csv").open(encoding="utf-8") as file:
        return {row["name_en"]: row["governorate"] for row in csv.DictReader(file)}


def sentences(text: str) -> int:
    """How many sentences end in `text`."""
    return len(re.findall(r"[.؟?](?=\s|$)", text))


def test_the_shop_is_full_and_from_everywhere():
    assert len(GOODS) >= 60
    assert len(SELLERS) >= 12
    assert {places()[row["locality"]] for row in SELLERS.values()} == WEST_BANK
    assert {row["kind"] for row in SELLERS.values()} == set(SellerKind.values)
    assert {good.category for good in GOODS.values()} == {slug for slug, _, _ in CATEGORIES}


@each_good
def test_a_good_is_told_in_both_languages(good: DemoGood):
    for arabic in (good.title_ar, good.words["description_ar"], good.alt["alt_ar"], good.facts["unit_ar"]):
        assert ARABIC.search(arabic)
        assert not LATIN.search(arabic)
    for english in (good.title_en, good.words["description_en"], good.alt["alt_en"], good.facts["unit_en"]):
        assert LATIN.search(english)
        assert not ARABIC.search(english)
    assert 1 <= sentences(good.words["description_ar"]) <= 3
    assert 1 <= sentences(good.words["description_en"]) <= 3


@each_good
def test_a_good_can_be_sold(good: DemoGood):
    data, price = good.data(), Decimal(good.words["price"])

    assert good.picture.read_bytes().startswith(b"\xff\xd8")  # a JPEG
    assert Decimal(good.facts["price_from_ils"]) <= price <= Decimal(good.facts["price_to_ils"])
    assert data.price_agorot % 50 == 0
    assert data.stock > 0
    assert set(data.allergens) <= set(Allergen.values)
    assert data.storage in Storage.values


@each_good
def test_its_seller_may_sell_it(good: DemoGood):
    seller = SELLERS[good.words["seller"]]

    held = {kind for kind, _ in sellers.permits_of(seller)}

    for permit in (good.facts["permit"], PERMITS.get(good.category)):  # the second is asked for when the seller edits it
        assert not permit or permit in held


def test_no_two_goods_or_sellers_share_their_words():
    for texts in (
        [good.title_ar for good in GOODS.values()],
        [good.title_en for good in GOODS.values()],
        [good.words["description_ar"] for good in GOODS.values()],
        [good.words["description_en"] for good in GOODS.values()],
        [row["story_ar"] for row in SELLERS.values()],
        [row["story_en"] for row in SELLERS.values()],
        [row["phone"] for row in SELLERS.values()],
    ):
        assert len(set(texts)) == len(texts)


def test_goods_end_in_every_state_and_some_run_low():
    ends = Counter(good.words["state"] for good in GOODS.values())

    assert (ends["in_review"], ends["draft"], ends["paused"], ends["sent_back"], ends["sold_out"]) == (2, 2, 1, 1, 1)
    assert ends["published"] >= 60
    assert sum(int(good.words["stock"]) < 5 for good in GOODS.values() if good.words["state"] == "published") == 3


@each_seller
def test_a_seller_has_a_story_and_a_face(seller: dict[str, str]):
    assert not LATIN.search(seller["name_ar"] + seller["story_ar"])
    assert not ARABIC.search(seller["name_en"] + seller["story_en"])
    assert 2 <= sentences(seller["story_ar"]) <= 4
    assert 2 <= sentences(seller["story_en"]) <= 4
    assert seller["motif"] in Motif.values
    assert seller["thread"] in Thread.values
    assert any(good.words["seller"] == seller["code"] and good.words["state"] == "published" for good in GOODS.values())


@each_seller
def test_a_seller_is_a_farmer_or_a_group_with_members(seller: dict[str, str]):
    people = [row for row in PEOPLE if row["seller"] == seller["code"]]

    if seller["kind"] == SellerKind.FARMER:
        assert len(people) == 1
    else:
        assert 4 <= len(people) <= 9
        assert 1 <= sum(row["sells"] == "yes" for row in people) <= 2
    assert seller["phone"] in {row["phone"] for row in people}
    assert all(row["locality"] in places() for row in people)
    if seller["kind"] == SellerKind.WOMENS_GROUP:
        assert {row["sex"] for row in people} == {"female"}


def test_three_sellers_are_new_this_month():
    assert sum(int(row["joined_days_ago"]) < 30 for row in SELLERS.values()) == 3
    assert max(int(row["joined_days_ago"]) for row in SELLERS.values()) < 365


def test_everybody_who_signs_in_has_a_number_of_her_own():
    phones = [row["phone"] for row in PEOPLE if row["phone"]]

    assert len({canonical(phone) for phone in phones}) == len(phones)
    assert all(row["sells"] == "yes" or SELLERS[row["seller"]]["kind"] == SellerKind.FARMER for row in PEOPLE if row["phone"])

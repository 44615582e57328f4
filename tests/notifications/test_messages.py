"""Every kind of message in both languages on both channels: it says what it must, and a code only where one is sent."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from marketplace.hubs.states import ConsignmentState
from marketplace.notifications.channels import console
from marketplace.notifications.models import Message
from marketplace.notifications.render import render
from marketplace.order.services import cancel, change, deliver
from tests.factories.orders import carry, make_order, parcel_of

S = ConsignmentState
CODE = "135790"
BUYER = {
    "number": "7KD2QXPM",
    "name": "رانيا <خوري>",
    "path": "/ar/orders/7KD2QXPM/?key=abc-DEF_1",
    "parcel": "7KD2QXPM-1",
    "receiving": "pick_up",
    "seller_ar": "نساء بورين",
    "seller_en": "Women of Burin & friends",
    "hub_ar": "نقطة نابلس",
    "hub_en": "Nablus hub",
    "promised_on": "2026-11-12",
    "due_agorot": 123450,
}
SELLER = {"reference": "7KD2QXPM-1"}
FACTS = {
    "order_placed": {"number": BUYER["number"], "name": BUYER["name"], "path": BUYER["path"], "total_agorot": 123450},
    "order_asked": {**SELLER, "goods_agorot": 123450},
    "consignment_accepted": BUYER,
    "consignment_declined": {**BUYER, "reason": "نفد الزيت"},
    "consignment_cancelled": {**BUYER, "reason": "الطريق مغلقة"},
    "consignment_cancelled_seller": SELLER,
    "consignment_ready": BUYER,
    "consignment_out": {**BUYER, "receiving": "delivery"},
    "consignment_delivered": {**BUYER, "paid_agorot": 123450},
    "consignment_delivered_seller": {**SELLER, "net_agorot": 123450},
    "consignment_failed": {**BUYER, "reason": "لا أحد في البيت"},
    "lookup_code": {},
    "good_published": {"good": "مرطبان عسل", "path": "/ar/my/goods/7/"},
    "good_sent_back": {"good": "مرطبان عسل", "path": "/ar/my/goods/7/", "reason": "صورة أوضح"},
}
WITH_CODE = {"consignment_ready", "lookup_code"}
WITH_SUM = {"order_placed", "order_asked", "consignment_ready", "consignment_out", "consignment_delivered", "consignment_delivered_seller"}


def written(kind, language, channel, secret=CODE):
    return render(Message(kind=kind, channel=channel, language=language, address="x", facts=FACTS[kind]), secret)


def test_every_kind_on_disk_is_tried_here():
    folders = {path.name for path in (Path(settings.ROOT) / "templates" / "messages").iterdir() if path.is_dir()}
    assert folders == set(FACTS)


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("kind", FACTS)
def test_sms_says_its_facts_and_the_code_only_where_one_is_sent(kind, language):
    subject, text, html = written(kind, language, "sms")

    assert (subject, html) == ("", "")
    assert (CODE in text) is (kind in WITH_CODE)
    assert ("1,234.50 ₪" in text) is (kind in WITH_SUM)
    number = FACTS[kind].get("number") or FACTS[kind].get("reference") or FACTS[kind].get("good") or CODE
    assert number in text or BUYER[f"seller_{language}"] in text
    assert FACTS[kind].get("path", "") in text
    assert "&amp;" not in text
    assert not re.search(r"[{}<>]|None|\b0\.00", text)
    assert len(text) < 335, "five parts of an Arabic message are too many"


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("kind", FACTS)
def test_mail_says_the_same_and_escapes_names(kind, language):
    subject, text, html = written(kind, language, "email")

    assert subject
    assert "\n" not in subject
    assert CODE not in subject
    assert (CODE in text) is (CODE in html) is (kind in WITH_CODE)
    assert f'lang="{language}"' in html
    assert ('dir="rtl"' in html) is (language == "ar")
    assert "<خوري>" not in html
    assert ("رانيا <خوري>" in text) is ("name" in FACTS[kind])
    if "path" in FACTS[kind]:
        assert f'href="{settings.SITE_ADDRESS}{FACTS[kind]["path"]}"' in html


@pytest.mark.parametrize("kind", sorted(set(FACTS) - {"lookup_code", "order_placed", "order_asked"}))
def test_names_come_in_the_language_of_the_receiver(kind):
    arabic, english = written(kind, "ar", "sms")[1], written(kind, "en", "sms")[1]
    assert "Burin" not in arabic
    assert "بورين" not in english


def test_nothing_is_said_of_money_where_none_is_due():
    facts = {**BUYER, "due_agorot": 0, "paid_agorot": 0}
    for kind in ("consignment_ready", "consignment_out", "consignment_delivered"):
        assert "₪" not in render(Message(kind=kind, channel="sms", language="ar", address="x", facts=facts), CODE)[1]


@pytest.fixture
def demo_phone(settings, tmp_path):
    """An empty demo phone."""
    settings.STATE_DIR = tmp_path


def test_a_whole_story_is_told_to_the_right_people(demo_phone, commits, bottle_of_oil, jar_of_honey, hub, yusuf, amal, amals_group, samir):
    farm, shop = bottle_of_oil.partner, jar_of_honey.partner
    shop.phone = "+970599300300"
    shop.save(update_fields=["phone"])
    with commits():
        order = make_order({bottle_of_oil: 1, jar_of_honey: 1}, hub, email="rania@example.org")
        change.decline(parcel_of(order, shop).pk, reason="نفد العسل", by=amal)
        parcel = carry(parcel_of(order, farm), S.AT_HUB, seller=yusuf, hub_staff=samir)
        deliver.hand_over(parcel.pk, by=samir, holder=f"hub:{hub.pk}", reason="تعرفها الموظفة")

    told = {(message.kind, message.address) for message in Message.objects.filter(state="sent")}
    buyer, mail = order.phone, "rania@example.org"
    for kind in ("order_placed", "consignment_declined", "consignment_accepted", "consignment_ready", "consignment_delivered"):
        assert {(kind, buyer), (kind, mail)} <= told
    assert {("order_asked", farm.phone), ("order_asked", shop.phone), ("consignment_delivered_seller", farm.phone)} <= told
    assert ("consignment_delivered_seller", shop.phone) not in told
    assert len(told) == Message.objects.count() == 13

    kept = str(list(Message.objects.values_list("facts", "secret")))
    with_code = {row["address"] for row in console.newest() if re.search(r"(?<!\d)\d{6}(?!\d)", re.sub(r"http\S+", "", row["text"]))}
    assert with_code == {buyer, mail}
    assert not re.search(r"(?<!\d)\d{6}(?!\d)", re.sub(r"/orders/\S+", "", kept))


def test_sellers_read_nothing_of_the_buyer(demo_phone, commits, bottle_of_oil, hub):
    with commits():
        order = make_order({bottle_of_oil: 1}, hub)
        cancel.by_buyer(parcel_of(order, bottle_of_oil.partner).pk, by=None)
    to_seller = [row["text"] for row in console.newest() if row["address"] == bottle_of_oil.partner.phone]
    assert len(to_seller) == 2
    for text in to_seller:
        assert order.buyer_name not in text
        assert order.phone not in text
        assert "key=" not in text

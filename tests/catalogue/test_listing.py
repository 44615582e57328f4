"""The life of a good: drafted, handed in, published, paused, withdrawn; and what refuses to move."""

import itertools
from dataclasses import replace
from datetime import timedelta
from functools import partial
from io import BytesIO

import pytest
from django.utils import timezone
from PIL import Image

from marketplace.catalogue.models import GoodChange, Product
from marketplace.catalogue.services import listing, photos
from marketplace.catalogue.services.listing import GoodData
from marketplace.catalogue.states import MOVES, GoodState
from marketplace.core.errors import DomainError, MoveNotAllowed
from marketplace.notifications.models import Message
from marketplace.partner.services.sellers import grant_permit
from tests.factories.goods import make_category

G = GoodState


def a_picture() -> BytesIO:
    file = BytesIO()
    Image.new("RGB", (400, 300), "#8FA35C").save(file, "JPEG")
    file.seek(0)
    return file


@pytest.fixture
def data(db):
    """What Amal says of her soap."""
    make_category("soap", "صابون", "Soap")
    return GoodData(title_ar="صابون بلدي", title_en="Village soap", price_agorot=850, category_slug="soap", unit_ar="قطعة", stock=12)


@pytest.fixture
def soap(data, amals_shop, amal):
    """A draft with a ready picture."""
    good = listing.create(amals_shop, data, by=amal)
    photos.add(good, a_picture(), now=True)
    return good


def test_from_draft_to_shelf_with_history_and_messages(soap, amal, nour):
    listing.submit(soap.pk, by=amal)
    listing.send_back(soap.pk, reason="صورة أوضح", by=nour)
    listing.submit(soap.pk, by=amal)
    listing.publish(soap.pk, by=nour)
    listing.publish(soap.pk, by=nour)

    soap.refresh_from_db()
    assert (soap.state, soap.is_public) == (G.PUBLISHED, True)
    assert soap.published_at is not None
    steps = list(soap.changes.order_by("pk").values_list("new", "by__first_name", "reason"))
    assert steps == [("in_review", "أمل", ""), ("draft", "نور", "صورة أوضح"), ("in_review", "أمل", ""), ("published", "نور", "")]
    assert sorted(Message.objects.values_list("kind", flat=True)) == ["good_published", "good_sent_back"]


def test_only_the_moves_of_the_table(soap, nour):
    back = partial(listing.send_back, reason="صورة أوضح")
    doors = {
        G.DRAFT: back,
        G.IN_REVIEW: listing.submit,
        G.PUBLISHED: listing.publish,
        G.PAUSED: listing.pause,
        G.WITHDRAWN: listing.withdraw,
    }
    for old, (new, door) in itertools.product(G, doors.items()):
        if old == new:
            continue
        Product.objects.filter(pk=soap.pk).update(state=old, is_public=old == G.PUBLISHED)
        before = GoodChange.objects.count()
        if new in MOVES[old]:
            assert door(soap.pk, by=nour).state == new
        else:
            with pytest.raises(MoveNotAllowed):
                door(soap.pk, by=nour)
            soap.refresh_from_db()
            assert (soap.state, GoodChange.objects.count()) == (old, before)


def test_a_draft_cannot_skip_the_review(soap, nour):
    with pytest.raises(MoveNotAllowed):
        listing.publish(soap.pk, by=nour)
    with pytest.raises(MoveNotAllowed):
        listing.resume(soap.pk, by=nour)
    soap.refresh_from_db()
    assert soap.state == G.DRAFT


def test_what_is_missing_is_named(data, amals_shop, amal):
    good = listing.create(amals_shop, data, by=amal)
    with pytest.raises(listing.NotComplete, match="صورة"):
        listing.submit(good.pk, by=amal)
    assert not good.changes.exists()


def test_food_needs_a_valid_licence(soap, amal, nour, amals_shop):
    Product.objects.filter(pk=soap.pk).update(permit_kind="food_licence")
    listing.submit(soap.pk, by=amal)
    grant_permit(amals_shop, "food_licence", timezone.localdate() - timedelta(days=1), "FL-1")
    with pytest.raises(listing.PermitMissing):
        listing.publish(soap.pk, by=nour)
    soap.refresh_from_db()
    assert (soap.state, soap.is_public) == (G.IN_REVIEW, False)

    grant_permit(amals_shop, "food_licence", timezone.localdate(), "FL-1")
    assert listing.publish(soap.pk, by=nour).is_public


def test_sending_back_needs_a_reason(soap, amal, nour):
    listing.submit(soap.pk, by=amal)
    with pytest.raises(DomainError):
        listing.send_back(soap.pk, reason="  ", by=nour)
    soap.refresh_from_db()
    assert soap.state == G.IN_REVIEW


def test_the_address_stays_once_it_was_public(soap, data, amal, nour):
    assert soap.slug == "village-soap"
    listing.submit(soap.pk, by=amal)
    listing.publish(soap.pk, by=nour)
    renamed = GoodData(**{**data.__dict__, "title_ar": "صابون زيت", "title_en": "Oil soap", "price_agorot": 900})
    good = listing.edit(soap.pk, renamed, by=amal)
    assert (good.slug, good.title_en, good.state) == ("village-soap", "Oil soap", G.PUBLISHED)
    assert good.stockrecords.get().price_agorot == 900


def test_an_arabic_name_alone_gives_an_arabic_address(data, amals_shop, amal):
    good = listing.create(amals_shop, GoodData(**{**data.__dict__, "title_en": ""}), by=amal)
    assert good.slug == "صابون-بلدي"


def test_dairy_asks_for_its_licence_whatever_the_seller_says(data, amals_shop, amal, nour):
    make_category("dairy", "ألبان", "Dairy")
    good = listing.create(amals_shop, replace(data, category_slug="dairy"), by=amal)
    photos.add(good, a_picture(), now=True)
    listing.submit(good.pk, by=amal)
    with pytest.raises(listing.PermitMissing):
        listing.publish(good.pk, by=nour)

    # Eggs are sold among dairy and need none: the officer says so, and an edit does not bring it back.
    assert listing.publish(good.pk, by=nour, permit_kind="").permit_kind == ""
    assert listing.edit(good.pk, replace(data, category_slug="dairy", price_agorot=900), by=amal).permit_kind == ""


def test_a_refused_licence_leaves_the_good_as_it_was(soap, amal, nour):
    listing.submit(soap.pk, by=amal)
    with pytest.raises(listing.PermitMissing):
        listing.publish(soap.pk, by=nour, permit_kind="food_licence")
    soap.refresh_from_db()
    assert (soap.state, soap.permit_kind) == (G.IN_REVIEW, "")


def test_what_is_on_sale_cannot_turn_into_food_without_a_licence(soap, data, amal, nour, amals_shop):
    make_category("dairy", "ألبان", "Dairy")
    listing.submit(soap.pk, by=amal)
    listing.publish(soap.pk, by=nour)
    as_dairy = replace(data, category_slug="dairy", price_agorot=100)
    with pytest.raises(listing.PermitMissing):
        listing.edit(soap.pk, as_dairy, by=amal)
    soap.refresh_from_db()
    assert (soap.permit_kind, soap.categories.get().slug, soap.stockrecords.get().price_agorot) == ("", "soap", 850)

    grant_permit(amals_shop, "dairy_licence", timezone.localdate(), "DL-1")
    assert listing.edit(soap.pk, as_dairy, by=amal).permit_kind == "dairy_licence"


def test_another_kind_never_takes_a_licence_away(data, amals_shop, amal):
    make_category("dairy", "ألبان", "Dairy")
    good = listing.create(amals_shop, replace(data, category_slug="dairy"), by=amal)
    assert listing.edit(good.pk, data, by=amal).permit_kind == "dairy_licence"


def test_what_changed_under_the_eyes_of_others_is_written_down(soap, data, amal, nour):
    listing.edit(soap.pk, replace(data, price_agorot=800), by=amal)
    assert not soap.changes.exists(), "a draft is nobody's but hers"

    listing.submit(soap.pk, by=amal)
    listing.publish(soap.pk, by=nour)
    for price in (900, 900):
        listing.edit(soap.pk, replace(data, price_agorot=price), by=amal)
    newest, before = soap.changes.all()[:2]
    assert (newest.old, newest.new, newest.by) == (G.PUBLISHED, G.PUBLISHED, amal)
    assert (before.new, before.by) == (G.PUBLISHED, nour), "the same words again leave no second row"


def test_a_withdrawn_good_is_not_edited(soap, data, amal):
    listing.withdraw(soap.pk, by=amal)
    with pytest.raises(MoveNotAllowed):
        listing.edit(soap.pk, replace(data, title_ar="غيره", price_agorot=1), by=amal)
    soap.refresh_from_db()
    assert (soap.title_ar, soap.stockrecords.get().price_agorot) == ("صابون بلدي", 850)

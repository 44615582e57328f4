"""Checkout over its one form: placing, refusing, keeping what was typed."""

import re
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from marketplace.basket.models import Basket
from marketplace.checkout.views import WayChangedTotal
from marketplace.core.models import Locality
from marketplace.hubs.models import Consignment
from marketplace.order.models import Order
from marketplace.partner.models import StockRecord
from marketplace.payment.models import Attempt
from tests.factories.goods import held, left, make_good, stock
from tests.factories.people import browser_of, make_partner

SAME = {"HTTP_SEC_FETCH_SITE": "same-origin"}
PAGE = "/ar/checkout/"


@pytest.fixture
def buyer(jar_of_honey, bottle_of_oil, hub, zone):
    """A visitor with two jars and one bottle in her basket: 71 ₪."""
    browser = Client()
    for good, quantity in ((jar_of_honey, 2), (bottle_of_oil, 1)):
        browser.post("/ar/basket/add/", {"product": good.pk, "quantity": quantity}, **SAME)
    return browser


def answers(browser, hub, **typed):
    """The form as it was shown, filled in for picking up."""
    page = browser.get(PAGE).text
    kept = {name: re.search(rf'name="{name}" value="([^"]*)"', page)[1] for name in ("client_key", "seen_agorot")}
    return {**kept, "name": "رانيا خوري", "phone": "٠٥٩٩ ٠٠١ ٠٠٤", "receiving": f"hub:{hub.pk}", "tender": "cash", "terms": "on", **typed}


def nothing_happened(jar_of_honey) -> bool:
    return not Order.objects.exists() and not Attempt.objects.exists() and (held(jar_of_honey), left(jar_of_honey)) == (0, 10)


def test_guest_orders_from_two_sellers_and_picks_up(buyer, hub, jar_of_honey, amals_shop, yusufs_farm):
    answer = buyer.post(PAGE, answers(buyer, hub, **{f"note_{amals_shop.pk}": "بدون سكر"}))

    order = Order.objects.get()
    assert answer.status_code == 302
    assert answer.url.startswith(f"/ar/orders/{order.number}/?key=")
    assert (order.goods_agorot, order.delivery_agorot, order.phone, order.buyer_name) == (7100, 0, "+970599001004", "رانيا خوري")
    parcels = {parcel.partner_id: parcel for parcel in Consignment.objects.all()}
    assert {key: (parcel.goods_agorot, parcel.due_agorot) for key, parcel in parcels.items()} == {
        amals_shop.pk: (3600, 3600),
        yusufs_farm.pk: (3500, 3500),
    }
    assert parcels[amals_shop.pk].buyer_note == "بدون سكر"
    assert held(jar_of_honey) == 2
    assert Basket.objects.get().status == "Submitted"
    assert "71.00" in buyer.get(answer.url).text
    assert "مرطبان عسل" not in buyer.get("/ar/basket/").text


def test_delivery_adds_its_fee_and_says_so_before_anything_is_placed(buyer, hub, jar_of_honey):
    town = Locality.objects.get(name_en="Burin")
    typed = answers(buyer, hub, receiving="delivery", governorate="PS-NBS", locality=str(town.pk), landmark="قرب البئر")
    asked = buyer.post(PAGE, typed)
    assert asked.status_code == 422
    assert nothing_happened(jar_of_honey)
    assert all(word in asked.text for word in ("86.00", "قرب البئر", typed["client_key"]))

    buyer.post(PAGE, {**typed, "seen_agorot": "8600"})
    order = Order.objects.get()
    assert (order.delivery_agorot, order.shipping_address.locality, order.shipping_address.landmark) == (1500, town, "قرب البئر")
    assert sum(parcel.delivery_agorot for parcel in order.consignments.all()) == 1500


def test_the_same_form_sent_again_leads_to_the_same_order(buyer, hub):
    typed = answers(buyer, hub)
    first, second = buyer.post(PAGE, typed), buyer.post(PAGE, typed)
    assert first.url == second.url
    assert Order.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"phone": "0599 12 34"}, "رقم الهاتف غير كامل"),
        ({"name": ""}, "field bad"),
        ({"terms": ""}, "field bad"),
        ({"receiving": "hub:999999"}, "field bad"),
        ({"receiving": "hub:x"}, "field bad"),
        ({"receiving": "teleport"}, "field bad"),
        ({"receiving": ""}, "field bad"),
        ({"receiving": "delivery"}, "field bad"),
        ({"receiving": "delivery", "governorate": "PS-GZA", "locality": "1"}, "field bad"),
        ({"tender": "gold"}, "field bad"),
        ({"seen_agorot": "1"}, "المجموع الجديد"),
        ({"seen_agorot": "abc"}, "المجموع الجديد"),
        ({"email": "ليس بريدا"}, "field bad"),
    ],
)
def test_wrong_answers_keep_what_was_typed_and_change_nothing(typed, words, buyer, hub, jar_of_honey):
    answer = buyer.post(PAGE, answers(buyer, hub, **{"landmark": "قرب الخروبة", **typed}))
    assert answer.status_code == 422
    assert words in answer.text
    assert "قرب الخروبة" in answer.text
    assert nothing_happened(jar_of_honey)


def test_a_town_of_another_governorate_is_refused(buyer, hub, jar_of_honey):
    town = Locality.objects.filter(governorate_id="PS-JEN").first()
    answer = buyer.post(PAGE, answers(buyer, hub, receiving="delivery", governorate="PS-NBS", locality=str(town.pk)))
    assert answer.status_code == 422
    assert nothing_happened(jar_of_honey)


def test_price_changed_while_she_typed(buyer, hub, jar_of_honey):
    typed = answers(buyer, hub)
    StockRecord.objects.filter(product=jar_of_honey).update(price="20.00")
    answer = buyer.post(PAGE, typed)
    assert answer.status_code == 422
    assert "75.00" in answer.text
    assert nothing_happened(jar_of_honey)


def test_sold_out_while_she_typed(buyer, hub, jar_of_honey):
    typed = answers(buyer, hub)
    stock(jar_of_honey, 1)
    answer = buyer.post(PAGE, typed, follow=True)
    assert not Order.objects.exists()
    assert not Attempt.objects.exists()
    assert "مرطبان عسل" in answer.text


def test_hub_closed_while_she_typed(buyer, hub, jar_of_honey):
    typed = answers(buyer, hub)
    hub.is_open = False
    hub.save()
    assert buyer.post(PAGE, typed).status_code == 422
    assert nothing_happened(jar_of_honey)


def test_empty_basket_leads_to_the_basket(hub):
    assert Client().get(PAGE).url == "/ar/basket/"
    assert Client().post(PAGE, {"client_key": str(uuid.uuid4())}).url == "/ar/basket/"


def test_second_order_needs_no_typing(jar_of_honey, hub, rania):
    browser = browser_of(rania)
    for _ in range(2):
        browser.post("/ar/basket/add/", {"product": jar_of_honey.pk, "quantity": 1}, **SAME)
        page = browser.get(PAGE).text
        browser.post(PAGE, answers(browser, hub))
    assert "0599 001 004" in page
    assert Order.objects.filter(user=rania).count() == 2


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("sellers", [1, 3])
def test_the_page_asks_the_same_number_of_queries(sellers, language, hub, zone, django_assert_num_queries):
    browser = Client()
    for number in range(sellers):
        good = make_good(make_partner(f"بائع {number}", f"Seller {number}"), f"منتوج {number}")
        browser.post("/ar/basket/add/", {"product": good.pk, "quantity": 1}, **SAME)
    browser.get("/ar/basket/")  # takes the messages of adding out of the session
    with django_assert_num_queries(8):
        assert browser.get(reverse("checkout:index").replace("/ar/", f"/{language}/")).status_code == 200


def test_asking_for_the_total_scolds_nobody_and_keeps_everything(buyer, hub, jar_of_honey):
    typed = answers(buyer, hub, name="", phone="0599", receiving="delivery", governorate="PS-NBS", landmark="قرب البئر", refresh="1")
    shown = buyer.post(PAGE, typed)
    assert shown.status_code == 200
    assert "field bad" not in shown.text
    assert all(words in shown.text for words in ("86.00", "قرب البئر", 'value="0599"', typed["client_key"]))
    assert nothing_happened(jar_of_honey)


def test_back_to_picking_up_says_why_the_total_changed(buyer, hub, jar_of_honey):
    answer = buyer.post(PAGE, answers(buyer, hub, seen_agorot="8600", seen_delivery="1500"))
    assert answer.status_code == 422
    assert str(WayChangedTotal.text) in answer.text
    assert nothing_happened(jar_of_honey)


def test_what_was_typed_waits_while_she_mends_the_basket(buyer, hub, jar_of_honey):
    typed = answers(buyer, hub, name="رانيا المصري", landmark="قرب البئر")
    stock(jar_of_honey, 1)
    assert buyer.post(PAGE, typed).url == "/ar/basket/"
    stock(jar_of_honey, 10)

    page = buyer.get(PAGE).text
    assert all(words in page for words in ("رانيا المصري", "قرب البئر"))
    assert "رانيا المصري" not in Client().get(PAGE, follow=True).text

    buyer.post(PAGE, {**typed, "client_key": str(uuid.uuid4())})
    buyer.post("/ar/basket/add/", {"product": jar_of_honey.pk, "quantity": 1}, **SAME)
    assert "رانيا المصري" not in buyer.get(PAGE).text, "kept longer than needed"


def test_an_old_form_sent_again_leaves_the_new_basket_alone(buyer, hub, jar_of_honey):
    typed = answers(buyer, hub)
    first = buyer.post(PAGE, typed)
    buyer.post("/ar/basket/add/", {"product": jar_of_honey.pk, "quantity": 3}, **SAME)

    assert buyer.post(PAGE, typed).url == first.url

    assert "54.00" in buyer.get("/ar/basket/").text
    assert buyer.cookies["basket_count"].value == "3"
    assert Order.objects.count() == 1


@pytest.mark.parametrize(("to_door", "most"), [(False, 5), (True, 6)])
def test_a_first_order_takes_few_requests_after_the_page_of_the_good(to_door, most, jar_of_honey, hub, zone):
    """On a slow line every request is a wait: the redirects count, pictures and styles do not."""
    browser = Client()
    steps = [browser.post("/ar/basket/add/", {"product": jar_of_honey.pk, "quantity": 1}, follow=True, **SAME)]
    way = {"receiving": "delivery", "governorate": "PS-NBS", "locality": str(Locality.objects.get(name_en="Burin").pk)} if to_door else {}
    typed = answers(browser, hub, **way)
    opened = 1
    if to_door:
        steps.append(browser.post(PAGE, typed))  # shows the total with delivery, everything kept
        typed |= {"seen_agorot": "3300", "seen_delivery": "1500"}
    steps.append(browser.post(PAGE, typed, follow=True))

    assert Order.objects.get().number in steps[-1].text
    assert opened + sum(1 + len(getattr(step, "redirect_chain", [])) for step in steps) == most

"""Every way people write a word finds the good; what was changed is found by its new words only."""

import pytest
from django.db import connection
from django.test import Client

from marketplace.catalogue.models import Category, Product
from marketplace.core.models import Locality
from marketplace.core.text import fold
from marketplace.partner.models import Partner
from marketplace.search.models import GoodDocument
from marketplace.search.queries import MOST_LETTERS, clean, find
from tests.factories.goods import make_category, make_good, stock
from tests.factories.people import make_partner
from tests.factories.places import locality

pytestmark = pytest.mark.django_db

SHELF = {
    "oil": ("زيت زيتون بكر ممتاز", "Extra virgin olive oil"),
    "olives": ("زيتون أخضر رصيع", "Cracked green olives"),
    "labaneh": ("لبنة مكعزلة", "Labaneh balls"),
    "maftoul": ("مفتول", "Maftoul (hand-rolled, dried)"),
    "zaatar": ("زعتر بلدي مخلوط", "Za'atar blend (thyme, sumac, sesame)"),
    "okra": ("بامية", "Okra (baladi)"),
    "soap": ("صابون نابلسي بزيت الزيتون", "Nabulsi olive-oil soap"),
    "tomatoes": ("بندورة مجففة", "Sun-dried tomatoes"),
    "cake": ("كعك بالعجوة", "Date ka'ak"),
    "molokhia": ("ملوخية ناشفة", "Dried molokhia"),
}


@pytest.fixture
def shelf(amals_shop: Partner) -> dict[str, Product]:
    """Goods with names people write in many ways."""
    kind = make_category("pantry", "مونة", "Pantry")
    return {key: make_good(amals_shop, ar, title_en=en, category=kind) for key, (ar, en) in SHELF.items()}


def keys_of(shelf: dict[str, Product], words: str) -> list[str]:
    names = {good.pk: key for key, good in shelf.items()}
    return [names[pk] for pk in find(clean(words)).goods.order_by("-score", "-pk").values_list("pk", flat=True)]


@pytest.mark.parametrize(
    "words",
    [
        "زيت",
        "الزيت",
        "زَيْت",
        "وزيت",
        "زيـــت",
        "بالزيت",
        "للزيت",
        "والزيت",
        "زيتٌ",
        "زيت الزيتون",
        "الزيت والزيتون",
        "زیت",
        "oil",
        "OIL",
        "oils",
        "Olive Oil",
        "extra virgin",
        "زيت من بورين",
        "oil from Burin",
        "زيت نساء",
    ],
)
def test_oil_is_found_however_it_is_written(shelf, words):
    assert "oil" in keys_of(shelf, words)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("لبنه", "labaneh"),
        ("لبنة", "labaneh"),
        ("لَبَنَة", "labaneh"),
        ("اللبنة", "labaneh"),
        ("باميه", "okra"),
        ("البامية", "okra"),
        ("ملوخيه", "molokhia"),
        ("ملوخیة", "molokhia"),
        ("ملوخيّة", "molokhia"),
        ("بندوره", "tomatoes"),
        ("tomato", "tomatoes"),
        ("tomatoes", "tomatoes"),
        ("zaatar", "zaatar"),
        ("za'atar", "zaatar"),
        ("za’atar", "zaatar"),
        ("ZAʿATAR", "zaatar"),
        ("kaak", "cake"),
        ("صابون", "soap"),
        ("الصابون النابلسي", "soap"),
        ("مفت", "maftoul"),
        ("labn", "labaneh"),
        ("مونة مفتول", "maftoul"),
    ],
)
def test_the_good_stands_first_however_it_is_written(shelf, words, key):
    assert keys_of(shelf, words)[0] == key


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("زيتن اخضر", "olives"),
        ("maftol", "maftoul"),
        ("oliv oil", "oil"),
        ("صابن", "soap"),
        ("zatar", "zaatar"),
    ],
)
def test_a_slip_of_the_finger_is_forgiven_and_said(shelf, words, key):
    found = find(clean(words))

    assert key in keys_of(shelf, words)
    assert found.is_near


@pytest.mark.parametrize("words", ["عسل", "laptop", "qqqq", "سيارة", "زيت سيارة"])
def test_what_is_not_there_is_not_found(shelf, words):
    assert keys_of(shelf, words) == []


def test_the_very_word_in_the_title_stands_before_its_relatives(shelf):
    assert keys_of(shelf, "زيتون")[0] in {"olives", "oil"}
    assert keys_of(shelf, "زيت")[0] == "oil"
    assert keys_of(shelf, "soap")[0] == "soap"


def test_all_words_must_be_met(shelf):
    assert keys_of(shelf, "زيتون رصيع") == ["olives"]


def test_what_is_sold_out_stands_last(shelf):
    stock(shelf["oil"], 0)

    found = keys_of(shelf, "زيت")

    assert found[-1] == "oil"


def test_arabic_digits_are_digits(amals_shop: Partner):
    good = make_good(amals_shop, "عبوة ٥٠٠ غم", title_en="500 g pack")

    for words in ("500", "٥٠٠", "۵۰۰"):
        assert [row.pk for row in find(words).goods] == [good.pk]


def test_new_words_of_anything_around_a_good_are_found_at_once(amals_shop: Partner, jar_of_honey: Product):
    def finds(words: str) -> bool:
        return find(words).goods.filter(pk=jar_of_honey.pk).exists()

    Product.objects.filter(pk=jar_of_honey.pk).update(title_ar="قطران")
    assert finds("قطران")
    assert not finds("مرطبان")

    Product.objects.filter(pk=jar_of_honey.pk).update(description_ar="فيه خروب")
    assert finds("خروب")

    Category.objects.filter(slug="honey").update(name_ar="شهد")
    assert finds("شهد")

    Partner.objects.filter(pk=amals_shop.pk).update(name_ar="بنات الريف")
    assert finds("الريف")
    assert not finds("نساء")

    Partner.objects.filter(pk=amals_shop.pk).update(locality=locality("Battir"))
    assert finds("بتير")
    assert not finds("بورين")

    Locality.objects.filter(name_en="Battir").update(name_ar="بتيرا")
    assert finds("بتيرا")

    jar_of_honey.categories.add(make_category("gifts", "هدايا", "Gifts"))
    assert finds("هدايا")

    jar_of_honey.categories.clear()
    assert not finds("هدايا")


def test_a_good_takes_its_words_along_when_it_goes(jar_of_honey: Product):
    assert GoodDocument.objects.count() == 1

    Product.objects.filter(pk=jar_of_honey.pk).delete()

    assert GoodDocument.objects.count() == 0


def test_a_page_long_word_does_not_stop_a_seller(amals_shop: Partner):
    long_word = "ا" * 20_000
    good = make_good(amals_shop, "زيت", description_ar=long_word)

    assert [row.pk for row in find("زيت").goods] == [good.pk]


@pytest.mark.parametrize(
    "words",
    ["أَإآٱ ىئؤة", "الزَّيْتُونُ", "زيـــت", "٠١٢٣٤٥٦٧٨٩ ۰۱۲۳", "Café ÀÉÎ", "ﻻ ﷲ ﺯﻳﺖ", "یک", "½ ﬁ", "ЙЁ", "שָׁלוֹם", "a\u0301\u0327"],
)
def test_python_and_postgres_fold_alike(words):
    with connection.cursor() as cursor:
        cursor.execute("SELECT mahalli_fold(%s)", [words])
        assert cursor.fetchone() == (fold(words),)


def test_postgres_folds_every_letter_people_type_here_as_python_does():
    scripts = [*range(0x20, 0x250), *range(0x590, 0x6FF), *range(0x8A0, 0x900), *range(0xFB50, 0xFDFF), *range(0xFE70, 0xFEFF)]
    letters = [chr(number) for number in scripts]

    with connection.cursor() as cursor:
        cursor.execute("SELECT letter, mahalli_fold('x' || letter) FROM unnest(%s::text[]) AS letter", [letters])
        different = [(hex(ord(letter)), folded) for letter, folded in cursor.fetchall() if folded != fold("x" + letter)]

    assert different == []


@pytest.mark.parametrize(
    "words",
    [
        "a" * 10_000,
        "ز" * 10_000,
        "ز " * 5_000,
        "\u202e\u2066'\"<script>",
        "زيت\x00",
        "%_\\'; DROP",
        "& | ! ( ) :* <->",
        "🫒",
        "''",
        "a\u0301" * 300,
        ":*",
        "\ud83d",
    ],
)
def test_any_words_are_answered(client: Client, shelf, words):
    response = client.get("/ar/search/", {"q": words.encode("utf-8", "replace")} if "\ud83d" in words else {"q": words})

    if "\x00" in words:
        assert response.status_code == 400
        return
    html = response.content.decode()
    assert response.status_code == 200
    assert len(html) < 60_000
    assert "<script>" not in html.replace('<script type="application/ld+json">', "")
    assert "\u202e" not in html


def test_words_are_cut_and_stripped_of_what_turns_text_around():
    assert clean("  زيت\u202e\u200f\x00\n زيتون ") == "زيت زيتون"
    assert len(clean("ز" * 10_000)) == MOST_LETTERS


def test_no_words_and_no_answer_lead_on(client: Client, shelf):
    for query in ("", "?q=", "?q=qqqq", "?q=%20"):
        html = client.get(f"/ar/search/{query}").content.decode()
        assert "/ar/shop/pantry/" in html, query
        assert 'content="noindex' in html


def test_another_sellers_draft_is_not_found(shelf):
    stranger = make_partner("بعيد", "Far away")
    make_good(stranger, "زيت سري", published=False)

    assert all(good.partner_id != stranger.pk for good in find("زيت").goods)

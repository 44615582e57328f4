"""What templates print: money, dates, addresses, stitches and fields."""

import datetime
from collections.abc import Iterator

import pytest
from django import forms
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from marketplace.core import dates, stitches
from marketplace.core.templatetags import mahalli


@pytest.fixture(params=["ar", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    with translation.override(request.param):
        yield request.param


def draw(source: str, path: str = "/ar/shop/", **context: object) -> str:
    return Template(source).render(Context({"request": RequestFactory().get(path), **context}))


@pytest.mark.parametrize(
    ("agorot", "text"),
    [(0, "0.00 ₪"), (5, "0.05 ₪"), (1800, "18.00 ₪"), (123450, "1,234.50 ₪"), (-8560, "−85.60 ₪"), (-5, "−0.05 ₪"), (None, "")],
)
def test_money_is_the_same_in_both_languages(language, agorot, text):
    assert mahalli.money(agorot) == text


def test_money_keeps_its_direction_in_arabic():
    with translation.override("ar"):
        assert draw('{% include "ui/money.html" with agorot=123450 only %}') == '<bdi dir="ltr">1,234.50 ₪</bdi>'


def test_a_day_has_a_levantine_name():
    saturday = datetime.date(2026, 11, 28)
    with translation.override("ar"):
        assert dates.day_words(saturday, today=saturday) == "السبت 28 تشرين الثاني"
    with translation.override("en"):
        assert dates.day_words(saturday, today=saturday) == "Saturday 28 November"


def test_a_day_of_another_year_says_so():
    with translation.override("en"):
        assert dates.day_words(datetime.date(2025, 1, 4), today=datetime.date(2026, 1, 1)) == "Saturday 4 January 2025"


def test_a_moment_is_printed_on_the_day_it_has_here():
    late_in_utc = datetime.datetime(2026, 11, 27, 23, 30, tzinfo=datetime.UTC)
    assert mahalli.day_numeric(late_in_utc) == "28/11/2026"
    assert mahalli.clock(late_in_utc) == "1:30"


def test_a_phone_is_printed_as_people_read_it():
    assert mahalli.phone("+970599123456") == "0599 123 456"
    assert mahalli.phone("") == ""


def test_the_other_language_is_this_page_with_its_query():
    assert draw("{% switch_url 'en' %}", "/ar/search/?q=زيت&page=2").startswith("/en/search/?q=")
    assert draw("{% switch_url 'en' %}", "/ar/search/?q=a&amp;page=2").startswith("/en/search/?q=a")
    assert draw("{% switch_url 'en' %}", "/nowhere") == "/en/"
    assert draw("{% switch_url 'en' %}", "/ar/goods/zayt-1/", alternates={"en": "/en/goods/oil-1/"}) == "/en/goods/oil-1/"


def test_alternates_are_whole_addresses_without_the_query():
    printed = draw("{% alternate_urls as all %}{% for code, url in all.items %}{{ code }}={{ url }} {% endfor %}", "/ar/shop/?page=2")
    assert printed == "ar=http://testserver/ar/shop/ en=http://testserver/en/shop/ "


def test_a_hostile_path_stays_on_this_site():
    assert draw("{% switch_url 'en' %}", "//evil.example/ar/") == "/en/"


def test_query_with_changes_one_value_and_keeps_the_rest():
    assert draw("{% query_with page=3 %}", "/ar/shop/?kind=oil&page=2") == "?kind=oil&amp;page=3"
    assert draw("{% query_with page=None %}", "/ar/shop/?kind=oil&page=2") == "?kind=oil"


def test_query_without_takes_one_facet_out_of_several():
    assert draw("{% query_without 'gov' 10 %}", "/ar/shop/?gov=10&gov=15") == "?gov=15"
    assert draw("{% query_without 'gov' %}", "/ar/shop/?gov=10&gov=15") == "?"


PARTS = [("maker", 88, "k1"), ("transport", 5, "k2"), ("hub", 4, "k3"), ("programme", 3, "k4")]


def test_a_shekel_is_a_hundred_stitches(language):
    cloth = mahalli.shekel_drawing(PARTS)

    assert [path.count("M") for _part, path, _css in cloth.parts] == [88, 5, 4, 3]
    assert (cloth.width, cloth.height) == (280, 70)


def test_a_shekel_fills_in_the_reading_direction():
    with translation.override("ar"):
        assert mahalli.shekel_drawing(PARTS).parts[0][1].startswith("M269 3")
    with translation.override("en"):
        assert mahalli.shekel_drawing(PARTS).parts[0][1].startswith("M3 3")


@pytest.mark.parametrize("counts", [[88, 5, 4], [90, 5, 4, 3], [101, -1]])
def test_a_shekel_that_does_not_sum_is_refused(counts):
    with pytest.raises(ValueError, match="does not fill"):
        mahalli.shekel_drawing([("part", count, "") for count in counts])


def test_every_motif_is_nine_by_nine_and_sewn():
    for name, grid in stitches.MOTIFS.items():
        assert [len(line) for line in grid] == [9] * 9, name
        assert all(layer.path for layer in stitches.motif_layers(name))


def test_an_unknown_motif_is_a_star():
    assert stitches.motif_layers("dragon") == stitches.motif_layers("star")


class PhoneForm(forms.Form):
    phone = forms.CharField(label="Phone", widget=forms.TelInput, help_text="The hub calls it.")
    how = forms.ChoiceField(label="How", widget=forms.RadioSelect, choices=[("hub", "Hub"), ("door", "Door")])


def field(form: forms.Form, name: str) -> str:
    return draw('{% include "ui/field.html" with field=field only %}', field=form[name])


def test_a_field_points_at_its_hint():
    html = field(PhoneForm(), "phone")

    assert 'id="id_phone_helptext"' in html
    assert 'aria-describedby="id_phone_helptext"' in html
    assert 'dir="ltr"' in html
    assert "id_phone_error" not in html


def test_a_broken_field_points_at_its_error_and_keeps_what_was_typed():
    form = PhoneForm({"phone": "<12>", "how": "hub"})
    form.add_error("phone", "Two digits are missing.")
    html = field(form, "phone")

    assert 'aria-describedby="id_phone_helptext id_phone_error"' in html
    assert 'aria-invalid="true"' in html
    assert "Two digits are missing." in html
    assert "&lt;12&gt;" in html
    assert "<12>" not in html


def test_radios_are_a_fieldset_of_whole_rows():
    html = field(PhoneForm(), "how")

    assert html.count('class="pick"') == 2
    assert "<legend>How" in html

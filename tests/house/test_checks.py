"""The checks see what they are there to see."""

import ast
from pathlib import Path

import polib
import pytest

from tests.checks import extract, house, markup, messages, shape, sources


@pytest.fixture
def page(tmp_path, monkeypatch):
    """A checkout of one page: write it, then look at it."""
    monkeypatch.setattr(sources, "ROOT", tmp_path)
    page = tmp_path / "templates" / "page.html"
    page.parent.mkdir()
    monkeypatch.setattr(markup, "templates", lambda: [page])
    monkeypatch.setattr(markup, "style_sheets", list)
    return page


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ('{% translate "Add" %}', (None, "Add", None)),
        ('{% translate "Add" context "to the basket" as label %}', ("to the basket", "Add", None)),
        ("{% blocktranslate with n=left %}Only {{ n }} left{% endblocktranslate %}", (None, "Only %(n)s left", None)),
        ("{% blocktranslate count n=n %}{{ n }} jar{% plural %}{{ n }} jars{% endblocktranslate %}", (None, "%(n)s jar", "%(n)s jars")),
        ('{% include "x.html" with label=_("Back (to all)") %}', (None, "Back (to all)", None)),
        ('{% translate "It\'s gone" %}', (None, "It's gone", None)),
    ],
)
def test_messages_of_templates_are_found(page, text, use):
    page.write_text("{% load i18n %}\n" + text)
    assert [(found.context, found.singular, found.plural) for found in extract.in_template(page)] == [use]


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("from django.utils.translation import gettext_lazy as _\n_('Add ' 'more')", (None, "Add more", None)),
        ("from django.utils.translation import pgettext_lazy as p\np('order', 'Placed')", ("order", "Placed", None)),
        ("from django.utils.translation import ngettext\nngettext('jar', 'jars', 3)", (None, "jar", "jars")),
        ("from django.utils import translation\ntranslation.gettext('Add')", (None, "Add", None)),
    ],
)
def test_messages_of_code_are_found(text, use):
    found = extract.in_module(ast.parse(text), Path(sources.ROOT / "x.py"))
    assert [(each.context, each.singular, each.plural) for each in found] == [use]


def test_what_is_no_message_is_left_alone():
    text = "from somewhere import gettext\ngettext('no')\nfound, _ = make()\n_('no')"
    assert list(extract.in_module(ast.parse(text), sources.ROOT / "x.py")) == []


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ({"msgid": "Only %(n)s left", "msgstr": "بقي القليل"}, "has"),
        ({"msgid": "Add", "msgstr": "إضافة إلى basket"}, "basket"),
        ({"msgid": "Add", "msgstr": "يرجى الإضافة"}, "plainly"),
        ({"msgid": "Add", "msgstr": "أضيفوا!"}, "exclamation"),
        ({"msgid": "At 8", "msgstr": "الساعة ٨"}, "0–9"),
        ({"msgid": "Add", "msgstr": "إضافة", "flags": ["fuzzy"]}, "fuzzy"),
        ({"msgid": "%(n)s jar", "msgid_plural": "%(n)s jars", "msgstr_plural": {0: "لا شيء", 1: "مرطبان"}}, "2 plural forms"),
    ],
)
def test_bad_arabic_is_seen(entry, fault):
    found = messages.faults(polib.POEntry(**entry))
    assert len(found) == 1
    assert fault in found[0]


def test_one_and_two_need_no_number_but_the_rest_does():
    forms = {0: "لا مرطبانات", 1: "مرطبان واحد", 2: "مرطبانان", 3: "%(n)s مرطبانات", 4: "%(n)s مرطبانًا", 5: "%(n)s مرطبان"}
    entry = polib.POEntry(msgid="%(n)s jar", msgid_plural="%(n)s jars", msgstr_plural=forms)
    assert messages.faults(entry) == []
    entry.msgstr_plural[4] = "مرطبانًا"
    assert len(messages.faults(entry)) == 1


@pytest.mark.parametrize(
    "text",
    ["<p style='x'>", "<style>", "<a onclick='x()'>", "<script>x()</script>", "<a href='javascript:x()'>"],
)
def test_what_is_inline_is_seen(page, text):
    page.write_text(text)
    assert len(markup.inline()) == 1


def test_a_script_with_an_address_and_data_are_not_inline(page):
    page.write_text('<script src="/x.js" defer></script><script type="application/ld+json">{}</script>')
    assert markup.inline() == []


@pytest.mark.parametrize("text", ["<p>Hello</p>", '<img alt="A jar">', '{% if x %}<b lang="ar">Hi</b>{% endif %}'])
def test_a_word_that_cannot_be_translated_is_seen(page, text):
    page.write_text(text)
    assert len(markup.bare_words()) == 1


@pytest.mark.parametrize(
    "text", ['{% translate "Hello" %}', '<p lang="en">Hello</p>', '<p class="note">مرحبا</p>', "{# why #}", "{{ name }}"]
)
def test_what_a_reader_does_not_see_is_no_word(page, text):
    page.write_text(text)
    assert markup.bare_words() == []


@pytest.mark.parametrize("rule", ["margin-left: 1px", "left: 0", "text-align: right", "border-top-left-radius: 2px", "float:left"])
def test_left_and_right_are_seen_in_style_sheets(page, monkeypatch, rule):
    sheet = page.with_name("x.css")
    monkeypatch.setattr(markup, "style_sheets", lambda: [sheet])
    page.write_text("")
    sheet.write_text(f"/* left: for the comment */ a {{ {rule} }}")
    assert len(markup.directions()) == 1
    sheet.write_text("a { margin-inline-start: 1px; inset-inline-end: 0; text-align: start }")
    assert markup.directions() == []


def test_elif_stands_beside_if_and_a_block_in_a_block_is_deeper():
    flat = "def f():\n if a: pass\n elif b: pass\n elif c: pass\n elif d: pass"
    deep = "def f():\n for a in b:\n  if a:\n   with c:\n    while d: pass"
    assert [shape.depth(ast.parse(text).body[0]) for text in (flat, deep)] == [1, 4]


def test_the_machine_of_whoever_wrote_it_is_seen():
    assert all(house.MACHINE.search(text) for text in (f"open('{'/'}home/x')", f"cd {'/'}Users/x"))
    assert not any(house.MACHINE.search(text) for text in ("/account/home/", "{% url 'home' %}", "https://x.org/work/x", "a/work/b"))

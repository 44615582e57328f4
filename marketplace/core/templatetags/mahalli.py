"""Filters and tags every template has (a built-in library): money, dates, phones, the page's own address, stitches, fields."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from django import template
from django.conf import settings
from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple, FileInput, RadioSelect
from django.http import HttpRequest, QueryDict
from django.template import Context
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from marketplace.core import dates, phones, stitches

register = template.Library()

MINUS = "\N{MINUS SIGN}"
LONGEST_QUERY = 1_000
LTR_INPUTS = {"tel", "email", "number", "url", "password"}


@register.filter
def amount(agorot: int | Literal[""] | None) -> str:
    """Whole agorot as shekels without the sign: 123450 → "1,234.50". Nothing for None or an unset template variable."""
    if agorot is None or agorot == "":
        return ""
    sign = MINUS if agorot < 0 else ""
    shekels, rest = divmod(abs(int(agorot)), 100)
    return f"{sign}{shekels:,}.{rest:02d}"


@register.filter
def money(agorot: int | Literal[""] | None) -> str:
    """Whole agorot as "1,234.50 ₪", minus as U+2212. Print it through ui/money.html, which keeps its direction."""
    text = amount(agorot)
    return f"{text} ₪" if text else ""


@register.filter
def day(moment: datetime.date | None) -> str:
    """«السبت 28 تشرين الثاني», "Saturday 28 November"; with the year when it is not this one."""
    return dates.day_words(moment) if moment else ""


@register.filter
def day_numeric(moment: datetime.date | None) -> str:
    """12/11/2026, day first."""
    return dates.day_digits(moment) if moment else ""


@register.filter
def month(moment: datetime.date | None) -> str:
    """«تشرين الثاني 2026», "November 2026"."""
    return dates.month_words(moment) if moment else ""


@register.filter
def clock(moment: datetime.datetime | datetime.time | None) -> str:
    """Hour and minute of the day here: 15:00."""
    return dates.clock(moment) if moment else ""


@register.filter
def phone(e164: str | None) -> str:
    """A stored phone number as people here read it: 0599 123 456. Print it through ui/ltr.html."""
    return phones.display(str(e164)) if e164 else ""


# The page's own address


def _request(context: Context) -> HttpRequest | None:
    request = context.get("request")
    return request if isinstance(request, HttpRequest) else None


def _in_language(path: str, code: str) -> str:
    first, slash, rest = path.removeprefix("/").partition("/")
    if first in dict(settings.LANGUAGES):
        return f"/{code}{slash}{rest}"
    return f"/{code}/"


@register.simple_tag(takes_context=True)
def alternate_urls(context: Context) -> dict[str, str]:
    """The whole address of this page in every language, by language code, without its query.

    A view whose slugs differ between languages puts the right paths into the context as `alternates`.
    """
    request = _request(context)
    if request is None:
        return {}
    given: dict[str, str] = context.get("alternates") or {}
    paths = {code: given.get(code) or _in_language(request.path, code) for code, _name in settings.LANGUAGES}
    return {code: request.build_absolute_uri(path) for code, path in paths.items()}


@register.simple_tag(takes_context=True)
def switch_url(context: Context, code: str) -> str:
    """This page in another language, its query kept."""
    request = _request(context)
    if request is None:
        return f"/{code}/"
    given: dict[str, str] = context.get("alternates") or {}
    query = request.META.get("QUERY_STRING", "")
    if len(query) > LONGEST_QUERY:  # nobody typed that; a page need not repeat it
        query = ""
    return (given.get(code) or _in_language(request.path, code)) + (f"?{query}" if query else "")


@register.simple_tag(takes_context=True)
def query_with(context: Context, **changes: object) -> str:
    """The query of this page with some values put in; None or "" takes a value out. «?page=2&kind=oil»."""
    query = _query(context)
    for key, value in changes.items():
        query.pop(key, None)
        if value not in (None, ""):
            query[key] = str(value)
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def query_without(context: Context, key: str, value: object = None) -> str:
    """The query of this page without one value of `key` (a chosen facet), or without `key` at all."""
    query = _query(context)
    kept = [] if value is None else [given for given in query.getlist(key) if given != str(value)]
    query.pop(key, None)
    if kept:
        query.setlist(key, kept)
    return f"?{query.urlencode()}"


def _query(context: Context) -> QueryDict:
    request = _request(context)
    return request.GET.copy() if request else QueryDict(mutable=True)


# Stitches


@dataclass(frozen=True)
class ShekelPart:
    """A share of one shekel: whole agorot of 100, and, where a real price is shown, the agorot of that price."""

    label: str
    agorot: int
    css: str = ""
    amount: int | None = None


@dataclass(frozen=True)
class ShekelDrawing:
    """What ui/shekel.html needs: size, one path a part, and the words a screen reader says."""

    width: int
    height: int
    words: str
    parts: list[tuple[ShekelPart, str, str]]


@register.simple_tag
def shekel_drawing(parts: Iterable[ShekelPart | Sequence[object]], rows: int = 5) -> ShekelDrawing:
    """Draw 100 stitches in `rows` rows. Parts may be ShekelPart or (label, agorot_of_100, class). Raises ValueError off 100."""
    shares = [part if isinstance(part, ShekelPart) else ShekelPart(*part) for part in parts]  # type: ignore[arg-type]
    columns = stitches.AGOROT_IN_SHEKEL // rows
    paths = stitches.shekel_paths([p.agorot for p in shares], columns=columns, rows=rows, rtl=translation.get_language_bidi())
    drawn = [(part, path, part.css or f"k{i}") for i, (part, path) in enumerate(zip(shares, paths, strict=True), start=1)]
    words = _("Of every shekel: %(shares)s") % {
        "shares": pgettext("between the parts of a list", ", ").join(f"{p.label} {agorot_words(p.agorot)}" for p in shares)
    }
    return ShekelDrawing(width=columns * 14, height=rows * 14, words=words, parts=drawn)


@register.filter
def agorot_words(count: int) -> str:
    """«88 أغورة», "88 agorot"."""
    return ngettext("%(count)s agora", "%(count)s agorot", count) % {"count": count}


@register.simple_tag
def motif_layers(name: str) -> list[stitches.Layer]:
    """The threads of a seller's motif: star, cypress or feather."""
    return stitches.motif_layers(name)


@register.filter
def thread(colour: str) -> str:
    """The cloth behind a motif: sumac, indigo or olive as a colour. Unknown names give olive."""
    return stitches.THREADS.get(colour, stitches.THREADS["olive"])


# Fields


@register.filter
def field_kind(field: BoundField) -> str:
    """How ui/field.html lays a field out: radios, ticks, tick, file or plain."""
    widget = field.field.widget
    if isinstance(widget, CheckboxSelectMultiple):
        return "ticks"
    if isinstance(widget, RadioSelect):
        return "radios"
    if isinstance(widget, CheckboxInput):
        return "tick"
    return "file" if isinstance(widget, FileInput) else "plain"


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """The bare control of a bound field, dressed for ui/field.html: class, direction; Django adds the aria attributes."""
    given = field.field.widget.attrs
    attrs: dict[str, str | bool] = {}
    if field_kind(field) != "tick":
        attrs["class"] = f"in {given.get('class', '')}".strip()
    if getattr(field.field.widget, "input_type", "") in LTR_INPUTS and "dir" not in given:
        attrs["dir"] = "ltr"
    return format_html("{}", field.as_widget(attrs=attrs))

"""Texts of messages: `templates/messages/<kind>/` holds `subject.txt`, `text.txt`, `message.html` and `sms.txt`; all say `words.txt`."""

from datetime import date
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from marketplace.notifications.models import Message


def render(message: Message, secret: str) -> tuple[str, str, str]:
    """Return subject, text and HTML in the receiver's language; an SMS has only text."""
    facts = {
        **_read(message.facts, message.language),
        "secret": secret,
        "shop_address": settings.SITE_ADDRESS,
        "language": message.language,
    }
    with translation.override(message.language):
        if message.channel == "sms":
            return "", _words(message.kind, "sms.txt", facts), ""
        return (
            _words(message.kind, "subject.txt", facts),
            _words(message.kind, "text.txt", facts),
            _words(message.kind, "message.html", facts),
        )


def _words(kind: str, file: str, facts: dict[str, object]) -> str:
    return render_to_string(f"messages/{kind}/{file}", facts).strip()


def _read(facts: dict[str, Any], language: str) -> dict[str, Any]:
    """Return facts as texts use them: days as dates, of each pair of names the one in the receiver's language, the whole address."""
    days = {name: date.fromisoformat(value) for name, value in facts.items() if name.endswith("_on")}
    names = {name[:-3]: value for name, value in facts.items() if name.endswith(f"_{language}")}
    link = {"link": settings.SITE_ADDRESS + facts["path"]} if "path" in facts else {}
    return {**facts, **days, **names, **link}

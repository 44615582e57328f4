"""Texts of messages: `templates/messages/<kind>/` holds `subject.txt`, `text.txt`, `message.html` and `sms.txt`."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from marketplace.notifications.models import Message


def render(message: Message, secret: str) -> tuple[str, str, str]:
    """Return subject, text and HTML in the receiver's language; an SMS has only text."""
    facts = {**message.facts, "secret": secret, "shop_address": settings.SITE_ADDRESS, "language": message.language}
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

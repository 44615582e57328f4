"""Telling people. `queue` writes into the outbox in the transaction that makes the news; sending comes after it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from marketplace.core.sealing import seal, unseal
from marketplace.notifications.channels import ChannelFailed, Envelope, channel_of
from marketplace.notifications.models import Message, MessageState
from marketplace.notifications.render import render

MOST_TRIES = 6


@dataclass(frozen=True)
class Letter:
    """News of one `kind` for one person. `key` makes it once; `secret` is a code only the receiver may read."""

    kind: str
    key: str
    language: str
    phone: str = ""
    email: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    secret: str = ""


def queue(*letters: Letter) -> None:
    """Write these letters into the outbox, once each, and send them after commit: by SMS to the phone, by e-mail where there is one.

    A broker that does not answer is logged and holds nobody up: what waits is found by `drain`.
    """
    messages = [message for letter in letters for message in _messages(letter)]
    Message.objects.bulk_create(messages, ignore_conflicts=True)
    for message in messages:
        transaction.on_commit(_doorbell(str(message.pk)), robust=True)


def send(message_id: str) -> None:
    """Send one waiting message and write its fate. Safe to call twice: a message on its way is skipped."""
    with transaction.atomic():
        message = Message.objects.select_for_update(skip_locked=True).filter(pk=message_id, state=MessageState.WAITING).first()
        if message is None:
            return
        message.tries += 1
        # Whoever finds it again before this time would send it twice.
        message.next_try_at = timezone.now() + timedelta(minutes=2**message.tries)
        message.save(update_fields=["tries", "next_try_at"])
    _deliver(message)


def drain(limit: int = 200) -> int:
    """Send what still waits and is due; return how many were tried."""
    due = Message.objects.filter(state=MessageState.WAITING, next_try_at__lte=timezone.now()).order_by("next_try_at")
    keys = [str(key) for key in due.values_list("pk", flat=True)[:limit]]
    for key in keys:
        send(key)
    return len(keys)


def _deliver(message: Message) -> None:
    secret = unseal(bytes(message.secret), table="message", column="secret", row=message.pk) if message.secret else ""
    subject, text, html = render(message, secret)
    try:
        channel_of(message.channel).send(Envelope(str(message.pk), message.channel, message.address, subject, text, html, message.language))
    except ChannelFailed as error:
        message.last_error = str(error)[:200]
        message.state = MessageState.FAILED if message.tries >= MOST_TRIES else MessageState.WAITING
    else:
        message.state, message.sent_at, message.secret, message.last_error = MessageState.SENT, timezone.now(), None, ""
    message.save(update_fields=["state", "sent_at", "secret", "last_error"])


def _messages(letter: Letter) -> list[Message]:
    made = []
    for channel, address in (("sms", letter.phone), ("email", letter.email)):
        if address:
            message = Message(
                kind=letter.kind,
                channel=channel,
                address=address,
                language=letter.language,
                facts=letter.facts,
                key=f"{letter.key}:{channel}",
            )
            if letter.secret:
                message.secret = seal(letter.secret, table="message", column="secret", row=message.pk)
            made.append(message)
    return made


def _doorbell(message_id: str) -> Callable[[], None]:
    """Return what rings for one message. A named function: Django's log of a robust callback asks for its name."""

    def ring() -> None:
        from marketplace.notifications.tasks import send_message  # tasks call this module: a circle at import

        send_message.delay(message_id)

    return ring

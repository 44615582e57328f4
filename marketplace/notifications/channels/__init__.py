"""Ways a message reaches a person, one file each, all with the same small interface."""

from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from django.conf import settings


class ChannelFailed(Exception):
    """The message did not go out; it is tried again later."""


@dataclass(frozen=True)
class Envelope:
    """A message ready to go."""

    key: str
    channel: str
    address: str
    subject: str
    text: str
    html: str
    language: str


class Channel(Protocol):
    """A module that can send."""

    def send(self, envelope: Envelope) -> None:
        """Send it or raise ChannelFailed."""


def channel_of(name: str) -> Channel:
    """Return the configured channel (settings.NOTIFICATION_CHANNELS)."""
    return cast(Channel, import_module(settings.NOTIFICATION_CHANNELS[name]))

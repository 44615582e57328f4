"""The demo phone: messages are kept as files in `.state/messages/` and shown at `/demo/phone/` instead of being sent."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from marketplace.notifications.channels import ChannelFailed, Envelope


def folder() -> Path:
    """Where the demo phone keeps its messages."""
    return Path(settings.STATE_DIR) / "messages"


def send(envelope: Envelope) -> None:
    """Keep the message. Raises ChannelFailed where the disk refuses, and outside the demo: codes never lie in files there."""
    if not settings.DEMO:
        raise ChannelFailed("No gateway is set for this channel.")
    now = datetime.now(UTC)
    try:
        folder().mkdir(parents=True, exist_ok=True)
        (folder() / f"{now:%Y%m%dT%H%M%S%f}-{envelope.key}.json").write_text(
            json.dumps({"at": now.isoformat(), **asdict(envelope)}, ensure_ascii=False)
        )
    except OSError as error:
        raise ChannelFailed(str(error)) from error


def newest(limit: int = 50) -> list[dict[str, Any]]:
    """Return the newest messages, newest first."""
    files = sorted(folder().glob("*.json"), reverse=True)[:limit] if folder().exists() else []
    return [json.loads(file.read_text()) for file in files]

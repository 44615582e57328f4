"""Doorbells of the outbox."""

from celery import shared_task

from marketplace.notifications import services


@shared_task(name="notifications.send")
def send_message(message_id: str) -> None:
    """Send one message."""
    services.send(message_id)


@shared_task(name="notifications.drain")
def drain() -> None:
    """Send what still waits: news whose doorbell was lost, and tries that failed before."""
    services.drain()

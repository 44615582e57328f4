"""Doorbells of orders."""

from celery import shared_task

from marketplace.order.services import place


@shared_task(name="order.poll_attempts")
def poll_attempts() -> None:
    """Finish or close attempts whose hold has run out."""
    place.poll()

"""Doorbells of the catalogue."""

from celery import shared_task

from marketplace.catalogue.services import photos


@shared_task(name="catalogue.make_photo_sizes")
def make_photo_sizes(image_id: int) -> None:
    """Cut the sizes of one picture."""
    photos.make_sizes(image_id)

"""The one way a picture comes to a good and leaves it.

No file is read, cut or written while a transaction is open. Order of things: our copy is stored, then the row is written; if the row
fails, the copy is taken away again. The sizes are cut after commit, and the picture is shown from then on.
"""

from functools import partial
from typing import IO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from marketplace.accounts.models import User
from marketplace.catalogue.models import Product, ProductImage
from marketplace.catalogue.queries import picture_path
from marketplace.catalogue.states import GoodState
from marketplace.core.errors import DomainError
from marketplace.core.images import CleanPicture, read_picture, webp_of, widths_of
from marketplace.core.locks import lock

MOST_PICTURES = 8


class TooManyPictures(DomainError):
    """A good shows at most eight pictures."""

    text = _("A good can have 8 pictures. Remove one before you add another.")


class LastPicture(DomainError):
    """What is on sale or in review keeps a picture."""

    text = _("Buyers must see the good. Add another picture first, then remove this one.")


def judge(file: IO[bytes]) -> None:
    """Say whether a file would be taken, before anything else is written. Raises what `add` raises of it."""
    read_picture(file)
    file.seek(0)


def add(
    product: Product, file: IO[bytes], *, alt_ar: str = "", alt_en: str = "", by: User | None = None, now: bool = False
) -> ProductImage:
    """Add a picture to a good, after those it has. Its sizes are cut after commit, or at once where `now`.

    Raises NotAPicture, PictureTooHeavy, PictureTooLarge, PictureMoves, TooManyPictures.
    """
    clean = read_picture(file)
    path = default_storage.save(f"originals/{clean.name}.jpg", ContentFile(clean.jpeg))
    try:
        image = _written(product, clean, path, alt_ar=alt_ar, alt_en=alt_en, queued=not now)
    except BaseException:
        default_storage.delete(path)
        raise
    return make_sizes(image.pk) or image if now else image


def make_sizes(image_id: int) -> ProductImage | None:
    """Cut the sizes of a picture and show it. Safe to ring twice; None when the picture is gone meanwhile. Raises NotAPicture."""
    image = ProductImage.objects.filter(pk=image_id).first()
    if image is None or image.ready:
        return image
    sizes = widths_of(image.width)
    for size in sizes:
        _put(picture_path(image.name, size), _cut(image, size))
    with transaction.atomic():
        still_there = ProductImage.objects.filter(pk=image_id).update(sizes=sizes, ready=True)
    if not still_there:
        _forget(image.original.name, image.name, sizes)
        return None
    image.sizes, image.ready = sizes, True
    return image


@transaction.atomic
def remove(image: ProductImage, *, by: User | None = None) -> None:
    """Take a picture off a good; its files go after commit. The same again is a no-op. Raises LastPicture."""
    good = lock(Product, image.product_id)
    row = good.images.filter(pk=image.pk).first()
    if row is None:
        return
    needed = good.state in (GoodState.IN_REVIEW, GoodState.PUBLISHED, GoodState.PAUSED)
    if needed and good.images.count() == 1:
        raise LastPicture
    path, name, sizes = row.original.name, row.name, widths_of(row.width)
    row.delete()
    transaction.on_commit(partial(_forget, path, name, sizes))


@transaction.atomic
def _written(product: Product, clean: CleanPicture, path: str, *, alt_ar: str, alt_en: str, queued: bool) -> ProductImage:
    good = lock(Product, product.pk)
    if good.images.count() >= MOST_PICTURES:
        raise TooManyPictures
    last = good.images.aggregate(last=Max("display_order"))["last"]
    image = ProductImage.objects.create(
        product=good,
        original=path,
        name=clean.name,
        width=clean.width,
        height=clean.height,
        alt_ar=alt_ar,
        alt_en=alt_en,
        display_order=0 if last is None else last + 1,
    )
    if queued:
        transaction.on_commit(partial(_ring, image.pk))
    return image


def _ring(image_id: int) -> None:
    from marketplace.catalogue.tasks import make_photo_sizes  # tasks call this module

    make_photo_sizes.delay(image_id)


def _cut(image: ProductImage, size: int) -> bytes:
    with default_storage.open(image.original.name, "rb") as original:
        return webp_of(original, size)


def _put(path: str, content: bytes) -> None:
    """Write a file under exactly this name: an earlier try may have left half of it."""
    default_storage.delete(path)
    stored = default_storage.save(path, ContentFile(content))
    if stored != path:  # somebody wrote the same picture between the two lines
        default_storage.delete(stored)


def _forget(original: str, name: str, sizes: list[int]) -> None:
    for path in (original, *(picture_path(name, size) for size in sizes)):
        default_storage.delete(path)

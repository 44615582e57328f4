"""Pictures: judged by what they are, brought upright, without a word of where they were taken; nothing waiting is public."""

import struct
import zlib
from functools import partial
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from marketplace.catalogue.models import ProductImage
from marketplace.catalogue.queries import picture_path
from marketplace.catalogue.services import photos
from marketplace.core import images
from marketplace.core.images import NotAPicture, PictureMoves, PictureTooHeavy, PictureTooLarge, read_picture

GPS, ORIENTATION = 34853, 274


def saved(picture: Image.Image, form: str, **options) -> BytesIO:
    file = BytesIO()
    picture.save(file, form, **options)
    file.seek(0)
    return file


def plain(form: str = "JPEG", size=(900, 600)) -> BytesIO:
    return saved(Image.new("RGB", size, "#C98A76"), form)


def bomb() -> BytesIO:
    """A small PNG whose head says 60,000 × 60,000."""
    small = plain("PNG", (8, 8)).getvalue()
    chunk = b"IHDR" + struct.pack(">II", 60_000, 60_000) + small[24:29]
    return BytesIO(small[:12] + chunk + struct.pack(">I", zlib.crc32(chunk)) + small[33:])


def moving(form: str = "WEBP") -> BytesIO:
    frames = [Image.new("RGB", (64, 64), colour) for colour in ("red", "green")]
    return saved(frames[0], form, save_all=True, append_images=frames[1:])


def half(form: str) -> BytesIO:
    """A picture whose head is whole and whose pixels stop in the middle: an upload that broke off."""
    content = saved(Image.effect_noise((900, 600), 80).convert("RGB"), form).getvalue()
    return BytesIO(content[: len(content) // 2])


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_three_sizes_are_cut_and_shown(form, jar_of_honey):
    image = photos.add(jar_of_honey, plain(form, (1600, 1200)), alt_ar="رسم: مرطبان", now=True)
    assert (image.ready, image.sizes) == (True, [320, 640, 1280])
    for size in image.sizes:
        with default_storage.open(picture_path(image.name, size)) as file, Image.open(file) as cut:
            assert (cut.format, cut.width) == ("WEBP", size)


def test_small_pictures_are_never_enlarged(jar_of_honey):
    assert photos.add(jar_of_honey, plain(size=(500, 400)), now=True).sizes == [320, 500]


def test_upright_and_without_the_place_it_was_taken(jar_of_honey):
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[GPS] = {1: "N", 2: (32.0, 14.0, 0.0)}
    image = photos.add(jar_of_honey, saved(Image.new("RGB", (900, 600)), "JPEG", exif=exif, comment=b"her house"), now=True)
    assert (image.width, image.height) == (600, 900)
    paths = [image.original.name, *(picture_path(image.name, size) for size in image.sizes)]
    for path in paths:
        with default_storage.open(path) as file:
            content = file.read()
        assert b"Exif" not in content
        assert b"her house" not in content
        assert not dict(Image.open(BytesIO(content)).getexif())


@pytest.mark.parametrize(
    ("file", "refusal"),
    [
        (lambda: BytesIO(b"MZ this is a program"), NotAPicture),
        (lambda: BytesIO(b""), NotAPicture),
        (lambda: BytesIO(plain().getvalue()[:400]), NotAPicture),
        (lambda: BytesIO(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), NotAPicture),
        (lambda: saved(Image.new("RGB", (64, 64)), "GIF"), NotAPicture),
        (lambda: moving("GIF"), NotAPicture),
        *((partial(half, form), NotAPicture) for form in ("JPEG", "PNG", "WEBP")),
        (bomb, PictureTooLarge),
        (moving, PictureMoves),
        (lambda: moving("PNG"), PictureMoves),
        (lambda: BytesIO(b"\xff\xd8\xff" + b"0" * images.MAX_BYTES), PictureTooHeavy),
    ],
)
def test_what_is_refused_leaves_nothing(file, refusal, jar_of_honey):
    before = set(default_storage.listdir("originals")[1]) if default_storage.exists("originals") else set()
    with pytest.raises(refusal) as refused:
        photos.add(jar_of_honey, file())
    assert str(refused.value) == str(refusal.text)
    assert not ProductImage.objects.exists()
    after = set(default_storage.listdir("originals")[1]) if default_storage.exists("originals") else set()
    assert after == before


def test_waiting_pictures_are_not_public(client, jar_of_honey):
    image = photos.add(jar_of_honey, plain())
    assert not image.ready
    assert image.name not in client.get(jar_of_honey.get_absolute_url(), follow=True).text
    assert image.name not in client.get("/ar/shop/").text

    photos.make_sizes(image.pk)
    photos.make_sizes(image.pk)
    assert image.name in client.get("/ar/shop/").text


def test_the_last_picture_of_a_good_on_sale_stays(jar_of_honey, commits):
    first, second = (photos.add(jar_of_honey, plain(), now=True) for _ in range(2))
    with commits():
        photos.remove(first)
    assert not default_storage.exists(picture_path(first.name, 320))
    with pytest.raises(photos.LastPicture):
        photos.remove(second)
    assert jar_of_honey.images.get() == second


def test_names_are_random(jar_of_honey):
    names = {read_picture(plain()).name for _ in range(5)}
    assert len(names) == 5
    assert all(len(name) == 24 for name in names)

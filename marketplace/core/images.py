"""Pictures people send: judged by what they are, brought to plain sRGB pixels, cut to the sizes pages use.

What was tried: a 12 MP photo of a phone passes in 0.1 s through JPEG's draft mode, which decodes only as many pixels as are kept.
"""

import io
import secrets
from dataclasses import dataclass
from typing import IO

from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

from marketplace.core.errors import DomainError

SIZES = (320, 640, 1280)
ORIGINAL_SIDE = 2000
MAX_BYTES = 12 * 1024 * 1024
# Only JPEG can be decoded at half or quarter size; the others need their whole width and height in memory.
MAX_PIXELS = {"JPEG": 64_000_000, "MPO": 64_000_000, "PNG": 25_000_000, "WEBP": 25_000_000}
FORMATS = ("JPEG", "PNG", "WEBP")
WHITE = (255, 255, 255)


class NotAPicture(DomainError):
    """The file is no picture, whatever its name says, or it is damaged."""

    text = _("This file is not a picture we can open. Choose a photo from the phone's camera: JPEG, PNG or WebP.")


class PictureTooHeavy(DomainError):
    """The file is over 12 MB."""

    text = _("The picture is larger than 12 MB. Take it again with a smaller size, or send it to yourself in a message and use that copy.")


class PictureTooLarge(DomainError):
    """Width times height is more than is opened here."""

    text = _("The picture has too many pixels. Choose a smaller size in the camera's settings and take it again.")


class PictureMoves(DomainError):
    """An animation."""

    text = _("This picture moves. Choose one that stands still.")


@dataclass(frozen=True)
class CleanPicture:
    """A picture as we keep it: our own JPEG, upright, without a word of metadata; its name is random. Pixels."""

    name: str
    jpeg: bytes
    width: int
    height: int


def read_picture(file: IO[bytes]) -> CleanPicture:
    """Return the picture in `file`, re-encoded. Raises NotAPicture, PictureTooHeavy, PictureTooLarge, PictureMoves."""
    file.seek(0)
    content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise PictureTooHeavy
    picture = _decode(_opened(content))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88)
    return CleanPicture(name=secrets.token_hex(12), jpeg=out.getvalue(), width=picture.width, height=picture.height)


def widths_of(width: int) -> list[int]:
    """The widths a picture of this width is cut to: never more than it has; its own where that lies between two."""
    return sorted({*(size for size in SIZES if size < width), min(width, SIZES[-1])})


def webp_of(jpeg: IO[bytes], width: int) -> bytes:
    """Return one of our own pictures as WebP of this width. Raises NotAPicture when the kept file is damaged."""
    try:
        with Image.open(jpeg, formats=["JPEG"]) as picture:
            small = picture.resize((width, max(1, round(picture.height * width / picture.width))), Image.Resampling.LANCZOS, reducing_gap=3)
    except (OSError, SyntaxError, ValueError) as error:
        raise NotAPicture from error
    out = io.BytesIO()
    small.save(out, "WEBP", quality=78, method=4)
    return out.getvalue()


def _opened(content: bytes) -> Image.Image:
    """Read the head of the file only: format, size and whether it moves are judged before a pixel is decoded."""
    try:
        picture = Image.open(io.BytesIO(content), formats=FORMATS)
        moves = picture.format != "MPO" and getattr(picture, "is_animated", False)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureTooLarge from error
    except Exception as error:  # the readers of formats raise anything on a damaged head
        raise NotAPicture from error
    if picture.width * picture.height > MAX_PIXELS[picture.format or ""]:
        raise PictureTooLarge
    if moves:
        raise PictureMoves
    return picture


def _decode(picture: Image.Image) -> Image.Image:
    """Upright RGB pixels on white, at most ORIGINAL_SIDE long, with nothing else attached."""
    try:
        picture.draft("RGB", (ORIGINAL_SIDE, ORIGINAL_SIDE))
        picture.load()
        upright = _turned(picture)
        plain = _on_white(upright)
    except Exception as error:  # cut-off data, impossible palettes, broken chunks: each has its own exception
        raise NotAPicture from error
    plain.thumbnail((ORIGINAL_SIDE, ORIGINAL_SIDE), Image.Resampling.LANCZOS, reducing_gap=3)
    plain.info.clear()
    return plain


def _turned(picture: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(picture)
    except Exception:  # a damaged note about the camera does not make the picture bad
        return picture


def _on_white(picture: Image.Image) -> Image.Image:
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    seen = picture.convert("RGBA")
    plain = Image.new("RGB", seen.size, WHITE)
    plain.paste(seen, mask=seen.getchannel("A"))
    return plain

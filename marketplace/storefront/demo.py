"""The pages of words the shop opens with, in both languages. Staff edit them afterwards; what they changed is left alone."""

from pathlib import Path

from marketplace.storefront.models import Page

FOLDER = Path(__file__).parent / "demo_pages"
# In the order of the footer.
SLUGS = ("shekel", "delivery", "payment", "returns", "complaints", "join", "privacy", "about", "terms")
TITLE = "# "


def build() -> None:
    """Make the pages that are missing; twice is the same as once."""
    for position, slug in enumerate(SLUGS):
        title_ar, body_ar = _read(slug, "ar")
        title_en, body_en = _read(slug, "en")
        words = {"title_ar": title_ar, "title_en": title_en, "body_ar": body_ar, "body_en": body_en}
        Page.objects.get_or_create(slug=slug, defaults={**words, "position": position})


def _read(slug: str, language: str) -> tuple[str, str]:
    """Return title and body of a page's file: the title is its first line."""
    first, _, body = (FOLDER / f"{slug}.{language}.txt").read_text(encoding="utf-8").partition("\n")
    return first.removeprefix(TITLE).strip(), body.strip()

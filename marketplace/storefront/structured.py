"""schema.org data in pages: JSON-LD blocks that no text of a seller can break out of."""

import json
from collections.abc import Callable

from django.utils.safestring import SafeString, mark_safe

from marketplace.catalogue.models import Product
from marketplace.catalogue.queries import GoodCard, Picture
from marketplace.core.money import CURRENCY, to_shekels
from marketplace.partner.models import Partner

Absolute = Callable[[str], str]
# As Django's json_script does: nothing in the block can end it or begin another.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
SCHEMA = "https://schema.org"


def good_data(good: Product, card: GoodCard, pictures: list[Picture], absolute: Absolute) -> SafeString:
    """Return the Product of a good: name, pictures, words, sku, and its offer in ILS with availability and seller."""
    return _block(
        {
            "@type": "Product",
            "name": card.name,
            "url": absolute(card.url),
            "image": [absolute(picture.src) for picture in pictures],
            "description": good.description or card.name,
            "sku": str(good.pk),
            "offers": {
                "@type": "Offer",
                "url": absolute(card.url),
                "price": str(to_shekels(card.price)),
                "priceCurrency": CURRENCY,
                "availability": f"{SCHEMA}/{_availability(card)}",
                "seller": {"@type": "Organization", "name": card.seller_name},
            },
        }
    )


def seller_data(partner: Partner, url: str, absolute: Absolute) -> SafeString:
    """Return the Organization of a seller: name, page, story, place."""
    facts: dict[str, object] = {"@type": "Organization", "name": partner.name, "url": absolute(url)}
    if partner.story:
        facts["description"] = partner.story
    if partner.locality:
        place = {"addressLocality": partner.locality.name, "addressRegion": partner.locality.governorate.name, "addressCountry": "PS"}
        facts["address"] = {"@type": "PostalAddress", **place}
    return _block(facts)


def _availability(card: GoodCard) -> str:
    if not card.add_url:
        return "OutOfStock"
    return "LimitedAvailability" if card.left is not None else "InStock"


def _block(facts: dict[str, object]) -> SafeString:
    text = json.dumps({"@context": SCHEMA, **facts}, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(text)  # noqa: S308 - every sign that HTML reads was escaped above

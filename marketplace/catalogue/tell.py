"""What a seller is told about her goods."""

from marketplace.catalogue.models import Product
from marketplace.notifications.services import Letter, queue


def published(good: Product, *, step: int) -> None:
    """Tell the seller that buyers see her good now."""
    _tell(good, "good_published", step)


def sent_back(good: Product, reason: str, *, step: int) -> None:
    """Tell the seller what should change."""
    _tell(good, "good_sent_back", step, reason=reason)


def _tell(good: Product, kind: str, step: int, **facts: str) -> None:
    if good.partner is not None:
        known = {"good": good.title_ar or good.title, "path": f"/ar/my/goods/{good.pk}/", **facts}
        queue(Letter(kind, f"{kind}:{good.pk}:{step}", "ar", phone=good.partner.phone, facts=known))

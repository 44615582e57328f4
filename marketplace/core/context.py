"""What every template may say about the programme."""

from django.conf import settings
from django.http import HttpRequest


def programme(request: HttpRequest) -> dict[str, object]:
    """Trader number, phone (E.164) and whether this is the demo world."""
    return {"trader_number": settings.MAHALLI_TRADER_NUMBER, "programme_phone": settings.MAHALLI_PHONE, "is_demo": settings.DEMO}

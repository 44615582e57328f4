"""Whether a form was sent from a page of ours. For the one form that cached pages carry: adding to the basket."""

from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware


class _TokenCheck(CsrfViewMiddleware):
    def _reject(self, request: HttpRequest, reason: str) -> str:  # type: ignore[override]
        return reason


def from_our_page(request: HttpRequest) -> bool | None:
    """True or False as the browser says by Sec-Fetch-Site or Origin; None where it says neither (old browsers)."""
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return bool(site == "same-origin")
    origin = request.headers.get("Origin")
    return urlsplit(origin).netloc == request.get_host() if origin else None


def has_token(request: HttpRequest) -> bool:
    """Whether the form carries Django's token."""

    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponse()

    check = _TokenCheck(page)
    check.process_request(request)
    return check.process_view(request, page, (), {}) is None

"""The one door to a producer's own screens."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

from marketplace.accounts.access import to_sign_in
from marketplace.accounts.models import User
from producers.queries import producer_of, selling_partner_of

View = Callable[..., HttpResponseBase]


def producer_required(view: View) -> View:
    """Let in who sells: sets `request.producer` and `request.partner`. A visitor signs in first; anybody else is refused (403)."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return to_sign_in(request)
        producer = producer_of(request.user)
        partner = selling_partner_of(producer) if producer else None
        if producer is None or partner is None:
            raise PermissionDenied
        request.producer, request.partner = producer, partner  # type: ignore[attr-defined]
        return view(request, *args, **kwargs)

    return guarded


def home_of(user: User) -> str | None:
    """Return where a producer who sells begins her day; None for anybody else."""
    producer = producer_of(user)
    return reverse("my:home") if producer and selling_partner_of(producer) else None

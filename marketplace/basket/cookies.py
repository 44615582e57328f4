"""The two cookies of a basket: whose it is (signed) and how many units are in it (for the badge, read by the page's script)."""

from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse

from marketplace.basket.queries import units_in

BASKET = "basket"
COUNT = "basket_count"
AGE = 60 * 60 * 24 * 30


def read(request: HttpRequest) -> int | None:
    """Return the key of the visitor's basket, None without one or with a cookie somebody made up."""
    try:
        return int(request.get_signed_cookie(BASKET, salt="basket"))
    except (KeyError, BadSignature, ValueError):
        return None


def remember(request: HttpRequest, response: HttpResponse) -> None:
    """Write both cookies after the basket changed."""
    basket = request.basket  # type: ignore[attr-defined]
    secure = request.is_secure()
    if basket.pk and basket.is_open:
        if not request.user.is_authenticated:
            response.set_signed_cookie(BASKET, str(basket.pk), salt="basket", max_age=AGE, httponly=True, samesite="Lax", secure=secure)
        response.set_cookie(COUNT, str(units_in(basket)), max_age=AGE, samesite="Lax", secure=secure)
    else:
        response.delete_cookie(BASKET)
        response.delete_cookie(COUNT)

"""Gives every request its basket, asked for only when something needs it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from marketplace.basket import services
from marketplace.basket.cookies import remember


class BasketMiddleware:
    """Sets `request.basket` (a saved or still unsaved Basket) and, after a change, the cookies that remember it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.basket_changed = False  # type: ignore[attr-defined]
        request.basket = SimpleLazyObject(lambda: services.basket_of(request))  # type: ignore[attr-defined]
        response = self.get_response(request)
        if request.basket_changed:  # type: ignore[attr-defined]
            remember(request, response)
        return response

"""The one door to staff screens: sign in first, then the role, else a plain refusal."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from marketplace.accounts.queries import has_role
from marketplace.accounts.rules import Role

View = Callable[..., HttpResponseBase]


def to_sign_in(request: HttpRequest) -> HttpResponseBase:
    """Send a visitor to sign in and then back to the page she stood on; an address that only takes a form is no such page."""
    return redirect_to_login(request.get_full_path() if request.method in ("GET", "HEAD") else _page_before(request))


def _page_before(request: HttpRequest) -> str:
    """The page of ours that sent this form; nothing where the browser does not say, and she then goes where she belongs."""
    before = urlsplit(request.headers.get("Referer", ""))
    if before.netloc != request.get_host():
        return ""
    return f"{before.path}?{before.query}" if before.query else before.path


def role_required(*roles: Role) -> Callable[[View], View]:
    """Let only holders of one of `roles` in. A visitor is sent to sign in; anybody else is refused (403)."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return to_sign_in(request)
            if not has_role(request.user, *roles):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate

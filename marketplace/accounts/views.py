"""Signing in, up and out."""

from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from marketplace.accounts.forms import SignInForm, SignUpForm
from marketplace.accounts.models import User
from marketplace.accounts.services import home_of, open_account
from marketplace.core.errors import DomainError

BACKEND = "marketplace.accounts.backends.PhoneOrEmailBackend"
REFUSED = 422


def _next(request: HttpRequest) -> str:
    """Where the visitor wanted to go, if that is a page of ours; else nothing."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    # A word without a slash would be taken for the name of an address.
    is_path, host = wanted.startswith("/"), {request.get_host()}
    safe = is_path and url_has_allowed_host_and_scheme(wanted, allowed_hosts=host, require_https=request.is_secure())
    return wanted if safe else ""


def _enter(request: HttpRequest, user: User) -> HttpResponse:
    """Sign in; the basket filled before comes along, and its badge is written anew."""
    login(request, user, backend=BACKEND)
    request.basket_changed = True  # type: ignore[attr-defined]
    return redirect(_next(request) or home_of(user))


@never_cache
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in by phone or e-mail and go where one belongs. Whoever is signed in already goes there at once."""
    if isinstance(request.user, User):
        return redirect(_next(request) or home_of(request.user))
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = authenticate(request, **form.cleaned_data)
        if isinstance(user, User):
            return _enter(request, user)
        form.add_error(None, _("Phone or e-mail and password do not belong together. Type both once more."))
    facts = {"form": form, "next": _next(request)}
    return render(request, "accounts/sign_in.html", facts, status=REFUSED if form.errors else 200)


@never_cache
@sensitive_post_parameters("password")
def sign_up(request: HttpRequest) -> HttpResponse:
    """Open a buyer's account and sign in."""
    if isinstance(request.user, User):
        return redirect(_next(request) or home_of(request.user))
    form = SignUpForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _enter(request, open_account(**form.cleaned_data, language=get_language() or "ar"))
        except DomainError as error:
            form.add_error("phone", error.reader_text)
    facts = {"form": form, "next": _next(request)}
    return render(request, "accounts/sign_up.html", facts, status=REFUSED if form.errors else 200)


@never_cache
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out; the basket stays with the account, its badge goes."""
    logout(request)
    request.basket_changed = True  # type: ignore[attr-defined]
    return redirect("storefront:home")


def locked_out(request: HttpRequest, response: HttpResponse | None, credentials: dict[str, str]) -> HttpResponse:
    """Answer too many wrong passwords: what happened and when to try again."""
    return render(request, "accounts/locked_out.html", status=429)

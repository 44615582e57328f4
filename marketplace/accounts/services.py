"""Opening an account, and where its holder belongs."""

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from marketplace.accounts.models import User
from marketplace.core.errors import DomainError


class PhoneTaken(DomainError):
    """Somebody signs in with this phone already."""

    text = _("This phone number has an account already. Sign in with it instead.")


def open_account(*, name: str, phone: str, password: str, language: str) -> User:
    """Make a buyer who signs in with `phone` (as typed). Raises PhoneTaken, NotAPhone."""
    first, _space, last = name.strip().partition(" ")
    try:
        with transaction.atomic():
            return User.objects.create_user(phone=phone, password=password, first_name=first, last_name=last.strip(), language=language)
    except IntegrityError as error:
        raise PhoneTaken from error


def home_of(user: User) -> str:
    """Return the address of the place a user works in (settings.SIGN_IN_HOMES, in order), else of her account."""
    homes = (import_string(path)(user) for path in settings.SIGN_IN_HOMES)
    return next((home for home in homes if home), None) or reverse(settings.LOGIN_REDIRECT_URL)

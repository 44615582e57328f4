"""Signing in with a phone number or an e-mail address."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from marketplace.accounts.models import User
from marketplace.core.phones import NotAPhone, canonical


class PhoneOrEmailBackend(ModelBackend):
    """Finds the user by what she typed in the one sign-in field."""

    def authenticate(
        self, request: HttpRequest | None, login: str | None = None, password: str | None = None, **kwargs: Any
    ) -> User | None:
        """Return the active user with this login and password, else None; takes the same time for unknown logins."""
        if login is None or password is None:
            return None
        user = self._find(login.strip())
        if user is None:
            User().set_password(password)
            return None
        return user if user.check_password(password) and self.user_can_authenticate(user) else None

    def _find(self, login: str) -> User | None:
        if "@" in login:
            return User.objects.filter(email=login.lower()).first()
        try:
            return User.objects.filter(phone=canonical(login)).first()
        except NotAPhone:
            return None

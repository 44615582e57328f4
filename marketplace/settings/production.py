"""The world. Refuses to start half configured."""

from django.core.exceptions import ImproperlyConfigured

from marketplace.settings import env as environment
from marketplace.settings.base import *

DEMO = False
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
SITE_ADDRESS = f"https://{ALLOWED_HOSTS[0]}" if ALLOWED_HOSTS else ""


def refuse_half_configured() -> None:
    """Raise ImproperlyConfigured naming every variable that is missing or unsafe."""
    wrong = []
    if environment.env.bool("DEBUG", False):
        wrong.append("DEBUG must not be set")
    if len(SECRET_KEY) < 50:
        wrong.append("SECRET_KEY must be a secret of 50 characters or more")
    if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
        wrong.append("ALLOWED_HOSTS must name the hosts, without '*'")
    wrong += [f"{name} is missing" for name in ("DATABASE_URL", "VALKEY_URL", "FIELD_KEYS") if not environment.env.str(name, "")]
    if wrong:
        raise ImproperlyConfigured("The product does not start in production: " + "; ".join(wrong) + ".")


refuse_half_configured()

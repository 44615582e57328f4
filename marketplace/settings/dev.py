"""`make run`: the real engines, the demo world, messages shown on the demo phone instead of sent."""

import base64
import hashlib

from marketplace.settings.base import *

# Not a secret: a machine of one's own with made-up people. Production refuses to start with it.
SECRET_KEY = SECRET_KEY or "development-only"
FIELD_KEYS = FIELD_KEYS or "1:" + base64.b64encode(hashlib.sha256(SECRET_KEY.encode()).digest()).decode()
ALLOWED_HOSTS = ALLOWED_HOSTS or ["localhost", "127.0.0.1", "[::1]"]
DEMO = True
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
# Everybody of the demo cast signs in with this.
DEMO_PASSWORD = "mahalli-demo"  # noqa: S105

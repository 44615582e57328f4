"""The suite: the real engines with a fast disk and data of their own, quick password hashes, messages kept in memory."""

import os

from marketplace.core import places

# Before anything reads it: the data of tests is not that of `make run`.
os.environ.setdefault("STATE_DIR", str(places.CHECKOUT / ".state" / "test"))

from marketplace.settings.dev import *

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
AXES_ENABLED = False
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True

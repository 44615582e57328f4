"""The Celery application. Tasks are doorbells: ids in, one service call, safe to ring twice."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings.dev")
app = Celery("mahalli")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

"""The lowest floor."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Brings the Celery application up with Django, so that every `shared_task` knows its broker."""

    name = "marketplace.core"
    label = "core"

    def ready(self) -> None:
        """Import the application: it makes itself the default one."""
        from marketplace import celery  # noqa: F401 - settings must be ready first

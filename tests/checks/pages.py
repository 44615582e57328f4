"""Templates as Django reads them."""

import os

from tests.checks.sources import shown, templates


def readable() -> list[str]:
    """Every template is parsed without an error: unknown tags, blocks left open."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings.test")
    import django  # the other checks of this process need no Django

    django.setup()
    from django.template import TemplateSyntaxError, engines

    found = []
    for path in templates():
        try:
            engines["django"].from_string(path.read_text(encoding="utf-8"))
        except TemplateSyntaxError as error:
            found.append(f"{shown(path)}: {error}")
    return found

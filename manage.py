#!/usr/bin/env python3
"""Command line of the project: `python manage.py <command>`."""

import os
import sys


def main() -> None:
    """Run one management command with the development settings unless told otherwise."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings.dev")
    from django.core.management import execute_from_command_line  # Django reads the settings name when it is imported

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()

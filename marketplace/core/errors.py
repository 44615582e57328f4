"""Refusals. A refusal is a fact with a text for the reader; views catch `DomainError` and nothing wider."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class DomainError(Exception):
    """Something the rules do not allow. `text` says what happened and what to do next, in the reader's language."""

    text: str | Promise = _("This cannot be done.")

    def __init__(self, text: str | Promise | None = None, **facts: Any) -> None:
        self.facts = facts
        if text is not None:
            self.text = text
        super().__init__(self.reader_text)

    @property
    def reader_text(self) -> str:
        """The sentence to show, with the facts filled in."""
        text: Any = self.text
        # A counted text chooses its plural only when the facts meet the lazy text itself.
        return str(text % self.facts) if self.facts else str(text)

    def __str__(self) -> str:
        return self.reader_text


class MoveNotAllowed(DomainError):
    """A state change that the life of the thing does not have."""

    text = _("This step is not possible now. Open the page again to see where it stands.")


class NotYours(DomainError):
    """Somebody reached for a thing that belongs to another."""

    text = _("This does not belong to your account.")

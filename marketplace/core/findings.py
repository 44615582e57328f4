"""What a check of the books found."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One row that breaks a rule: the rule in words, the row by name, what is wrong with it."""

    rule: str
    row: str
    detail: str

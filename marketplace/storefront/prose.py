"""The words of a page as blocks. No HTML comes from the text: the template writes every tag."""

from dataclasses import dataclass, field
from typing import Literal

HEADING = "## "
ITEM = "- "


@dataclass
class Block:
    """A heading or a paragraph (one line), or a list (its items)."""

    kind: Literal["heading", "paragraph", "list"]
    lines: list[str] = field(default_factory=list)


def blocks(text: str) -> list[Block]:
    """Split a page: `## ` begins a heading, `- ` an item, an empty line ends a paragraph; other lines run together."""
    found: list[Block] = []
    for raw in text.splitlines():
        _take(raw.strip(), found)
    return [block for block in found if block.lines]


def _take(line: str, found: list[Block]) -> None:
    if not line:
        found.append(Block("paragraph"))
    elif line.startswith(HEADING):
        found += [Block("heading", [line.removeprefix(HEADING)]), Block("paragraph")]
    elif line.startswith(ITEM):
        _last(found, "list").lines.append(line.removeprefix(ITEM))
    else:
        block = _last(found, "paragraph")
        block.lines = [" ".join([*block.lines, line])]


def _last(found: list[Block], kind: Literal["paragraph", "list"]) -> Block:
    if not found or found[-1].kind != kind:
        found.append(Block(kind))
    return found[-1]

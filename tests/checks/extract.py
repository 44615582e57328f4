"""Which messages the code and the templates use. In Python, because a bare machine has no xgettext."""

import ast
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation.template import templatize

from tests.checks.sources import PACKAGES, python_files, shown, templates, tree

# Which arguments of Django's functions are (context, singular, plural).
FUNCTIONS = {
    "gettext": (None, 0, None),
    "ngettext": (None, 0, 1),
    "pgettext": (0, 1, None),
    "npgettext": (0, 1, 2),
}
# `templatize` writes a template as calls of these, among letters that mean nothing.
CALL = re.compile(r"(?<![\w.])(?:n?p?gettext|_)\(")


@dataclass(frozen=True)
class Use:
    """A message as it is used: its context, singular and plural, and where."""

    context: str | None
    singular: str
    plural: str | None
    place: str = field(compare=False)


def uses() -> list[Use]:
    """Return every use of a message in our packages and templates."""
    found = [use for path in python_files(*PACKAGES) for use in in_module(tree(path), path)]
    return found + [use for path in templates() for use in in_template(path)]


def in_module(module: ast.Module, path: Path) -> Iterator[Use]:
    """Give the uses in a Python module. Django's functions are known by whatever name they are imported."""
    known = _imported(module)
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            yield from _in_call(node, known, shown(path, node.lineno))


def in_template(path: Path) -> Iterator[Use]:
    """Give the uses in a template."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        text = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    known = {name: name for name in FUNCTIONS} | {"_": "gettext"}
    for start in CALL.finditer(text):
        place = shown(path, text.count("\n", 0, start.start()) + 1)
        if (call := _whole_call(text, start.start())) is not None:
            yield from _in_call(call, known, place)


def _imported(module: ast.Module) -> dict[str, str]:
    """Return what names of this module mean Django's functions, also through `translation.gettext`."""
    known = {}
    for node in ast.walk(module):
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            known |= {alias.asname or alias.name: _plain(alias.name) for alias in node.names if _plain(alias.name) in FUNCTIONS}
        elif isinstance(node, ast.ImportFrom) and node.module == "django.utils":
            modules = [alias.asname or alias.name for alias in node.names if alias.name == "translation"]
            known |= {f"{name}.{function}{lazy}": function for name in modules for function in FUNCTIONS for lazy in ("", "_lazy", "_noop")}
    return known


def _in_call(call: ast.Call, known: dict[str, str], place: str) -> Iterator[Use]:
    function = known.get(ast.unparse(call.func))
    if function is None:
        return
    parts = [None if index is None else _text(call, index) for index in FUNCTIONS[function]]
    if all((part is None) == (index is None) for part, index in zip(parts, FUNCTIONS[function], strict=True)) and parts[1]:
        yield Use(parts[0], parts[1], parts[2], place)


def _text(call: ast.Call, index: int) -> str | None:
    argument = call.args[index] if index < len(call.args) else None
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else None


def _plain(name: str) -> str:
    return name.removesuffix("_lazy").removesuffix("_noop")


def _whole_call(text: str, start: int) -> ast.Call | None:
    """Return the call that begins at `start`: up to the first bracket with which it is Python."""
    for end in (found.end() for found in re.finditer(r"\)", text[start : start + 4000])):
        try:
            parsed = ast.parse(text[start : start + end].replace("\n", " "), mode="eval").body
        except SyntaxError:
            continue
        return parsed if isinstance(parsed, ast.Call) else None
    return None

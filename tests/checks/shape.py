"""How long, how deep, what it is called."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.checks.sources import HOOKS, fork_of, is_hook, python_files, shown, templates, tree

FUNCTION, VIEW, FILE, TEMPLATE, NESTING, HOOK_CLASS = 50, 45, 500, 130, 3, 10
BLOCKS = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try, ast.Match)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
# Words that say nothing about what is inside.
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "misc", "common", "stuff"}
OSCAR_FILES = {"models", "apps", "admin"} | HOOKS
# The administrators' back office is Oscar's, screens and all; everybody else's screens are ours.
OSCAR_SCREENS = {"dashboard"}


def sizes() -> list[str]:
    """Functions, views, files and templates keep to their limits, and so does nesting."""
    found = [finding for path in python_files() for finding in _sizes_of(path)]
    too_long = [(path, n) for path in templates() if (n := _length(path)) > TEMPLATE]
    return found + [f"{shown(path)}: {n} lines, a template has at most {TEMPLATE}" for path, n in too_long]


def hook_files() -> list[str]:
    """In a file that Oscar named, a class has at most ten lines: it delegates."""
    found = []
    for path in filter(is_hook, python_files("marketplace")):
        for node in (node for node in tree(path).body if isinstance(node, ast.ClassDef)):
            if (n := _height(node)) > HOOK_CLASS:
                found.append(f"{shown(path, node.lineno)}: class {node.name} has {n} lines, in a hook file at most {HOOK_CLASS}")
    return found


def names() -> list[str]:
    """No file of ours is called utils, helpers or the like."""
    return [f"{shown(path)}: say what is inside" for path in python_files() if path.stem in EMPTY_NAMES and not is_hook(path)]


def oscar_imports() -> list[str]:
    """Only a fork's models, apps and hook files import from `oscar.apps`."""
    return [
        f"{shown(path, line)}: {module} is imported outside a fork's own files; use marketplace's"
        for path in python_files()
        if not _may_import_oscar(path)
        for line, module in _imports(tree(path))
        if module == "oscar.apps" or module.startswith("oscar.apps.")
    ]


def _may_import_oscar(path: Path) -> bool:
    fork = fork_of(path)
    return fork is not None and (fork in OSCAR_SCREENS or path.stem in OSCAR_FILES)


def _imports(module: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.lineno, node.module or ""
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names if node.module == "oscar")


def _sizes_of(path: Path) -> Iterator[str]:
    if (n := _length(path)) > FILE:
        yield f"{shown(path)}: {n} lines, a file has at most {FILE}"
    limit = VIEW if path.stem == "views" or "views" in path.parts else FUNCTION
    for node in (node for node in ast.walk(tree(path)) if isinstance(node, FUNCTIONS)):
        if (n := _height(node)) > limit:
            yield f"{shown(path, node.lineno)}: {node.name} has {n} lines, at most {limit}"
        if (n := depth(node)) > NESTING:
            yield f"{shown(path, node.lineno)}: {node.name} is nested {n} deep, at most {NESTING}"


def depth(node: ast.AST) -> int:
    """Return how deep blocks stand in blocks below `node`; `elif` stands beside its `if`, a function within starts anew."""
    return max((_depth_of(child, node) for child in ast.iter_child_nodes(node)), default=0)


def _depth_of(child: ast.AST, parent: ast.AST) -> int:
    if isinstance(child, FUNCTIONS):
        return 0
    is_elif = isinstance(child, ast.If) and isinstance(parent, ast.If) and parent.orelse == [child]
    return depth(child) + (isinstance(child, BLOCKS) and not is_elif)


def _height(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())

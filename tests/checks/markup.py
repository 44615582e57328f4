"""Templates and style sheets: nothing inline, nothing left or right, no word that cannot be translated."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.checks.sources import lines, shown, style_sheets, templates

INLINE = {
    r"<style\b": "a style belongs in static/css",
    r"\sstyle\s*=": "a style belongs in static/css",
    r"\son[a-z]+\s*=\s*[\"'{]": "behaviour belongs in static/js",
    r"javascript:": "behaviour belongs in static/js",
    r"\shx-on[:-]": "behaviour belongs in static/js",
}
SCRIPT = re.compile(r"<script\b[^>]*>", re.IGNORECASE)
# A block of data, which a browser does not run.
DATA = re.compile(r"""type=["']application/(ld\+)?json["']""")
PHYSICAL_CSS = re.compile(
    r"(?:^|[\s;{])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-\w+)?|left|right"
    r"|border-(?:top|bottom)-(?:left|right)-radius)\s*:"
    r"|(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)\b"
)
PHYSICAL_CLASS = re.compile(r"""class\s*=\s*["'][^"']*\b(?:left|right|pull-left|pull-right|[mp][lr]-\d)\b""")
PHYSICAL_ATTRIBUTE = re.compile(r"""\balign\s*=\s*["']?(?:left|right)""")
COMMENT_CSS = re.compile(r"/\*.*?\*/", re.DOTALL)
# What a reader does not see, or sees in English on purpose. The block `skip_to` holds the name of a place in the page.
UNSEEN = re.compile(
    r"<(\w+)[^>]*\blang=\"en\"[^>]*>.*?</\1>|{%\s*block skip_to\s*%}.*?{%\s*endblock"
    r"|{%\s*comment\b.*?{%\s*endcomment\s*%}|{#.*?#}|{%\s*blocktrans(?:late)?\b.*?{%\s*endblocktrans(?:late)?\s*%}"
    r"|{%.*?%}|{{.*?}}|<!--.*?-->|<(script|code|style)\b.*?</\2>|<[^>]*>|[\w-]+=\"[^\"]*\"|&\w+;",
    re.DOTALL,
)
TAG = re.compile(r"{[%#{].*?[%#}]}", re.DOTALL)
READ_OUT = re.compile(r"""\b(?:alt|title|placeholder|aria-label|aria-description)\s*=\s*["']([^"'{]*[A-Za-z]{2}[^"']*)["']""")
# The same thing in both languages.
NAMES = {"Mahalli", "Excel", "WhatsApp", "English", "CSV", "XLSX", "PDF", "IBAN", "ILS"}


def inline() -> list[str]:
    """No template carries a script, a style or a handler: the policy of the pages forbids them."""
    return [finding for path in _pages() for finding in _inline_in(path)]


def directions() -> list[str]:
    """Style sheets and templates know start and end, not left and right."""
    found = [f"{shown(path, n)}: {text.strip()}" for path in style_sheets() for n, text in _css_lines(path) if PHYSICAL_CSS.search(text)]
    for path in _pages():
        plain = ((n, TAG.sub("", text)) for n, text in lines(path))
        hits = (n for n, text in plain if PHYSICAL_CLASS.search(text) or PHYSICAL_ATTRIBUTE.search(text))
        found += [f"{shown(path, n)}: left or right in a template" for n in hits]
    return found


def bare_words() -> list[str]:
    """No word stands in a page that could not be translated."""
    found = [(path, n, word) for path in _pages() for n, word in _words_of(path) if word not in NAMES]
    found += [(path, n, text) for path in _pages() for n, line in lines(path) for text in READ_OUT.findall(line) if text not in NAMES]
    return [f"{shown(path, n)}: «{text}» is not translated" for path, n, text in found]


def _pages() -> list[Path]:
    return [path for path in templates() if path.suffix == ".html"]


def _inline_in(path: Path) -> Iterator[str]:
    for n, text in lines(path):
        yield from (f"{shown(path, n)}: {reason}" for pattern, reason in INLINE.items() if re.search(pattern, text))
        for tag in SCRIPT.findall(text):
            if "src=" not in tag and not DATA.search(tag):
                yield f"{shown(path, n)}: behaviour belongs in static/js"


def _css_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Give the lines of a style sheet without its comments."""
    text = COMMENT_CSS.sub(lambda found: "\n" * found[0].count("\n"), path.read_text(encoding="utf-8"))
    yield from enumerate(text.splitlines(), 1)


def _words_of(path: Path) -> Iterator[tuple[int, str]]:
    text = UNSEEN.sub(lambda found: " " + "\n" * found[0].count("\n"), path.read_text(encoding="utf-8"))
    for n, line in enumerate(text.splitlines(), 1):
        yield from ((n, word) for word in re.findall(r"[A-Za-z]{2,}", line))

"""Reading the forms of a page, as a browser without scripts does."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

SILENT = {"submit", "button", "image", "reset", "file"}


@dataclass
class Form:
    """One form: where it goes, how, and what it sends when nothing is touched."""

    action: str
    method: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    buttons: dict[str, str] = field(default_factory=dict)


class FormReader(HTMLParser):
    """Collects the forms, links and visible words of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: list[Form] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self._form: Form | None = None
        self._select: str | None = None
        self._textarea: str | None = None
        self._first_option = False
        self._quiet = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = {key: value or "" for key, value in attrs}
        if tag == "a" and a.get("href"):
            self.links.append(a["href"])
        if tag in ("script", "style"):
            self._quiet += 1
        if tag == "form":
            self._form = Form(a.get("action", ""), a.get("method", "get").lower())
            self.forms.append(self._form)
        elif self._form is not None:
            self._control(tag, a)

    def _control(self, tag: str, a: dict[str, str]) -> None:
        form, name = self._form, a.get("name", "")
        assert form is not None
        if tag == "button" and name:
            form.buttons[name] = a.get("value", "")
        if tag == "option" and self._select:
            if "selected" in a or self._first_option:
                form.fields[self._select] = [a.get("value", "")]
            self._first_option = False
        if not name or "disabled" in a:
            return
        form.names.add(name)
        if tag == "input" and a.get("type") in ("radio", "checkbox"):
            if "checked" in a:
                form.fields.setdefault(name, []).append(a.get("value", "on"))
        elif tag == "input" and a.get("type") not in SILENT:
            form.fields.setdefault(name, []).append(a.get("value", ""))
        elif tag == "select":
            self._select, self._first_option = name, True
        elif tag == "textarea":
            self._textarea = name
            form.fields[name] = [""]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = None
        elif tag == "textarea":
            self._textarea = None
        elif tag in ("script", "style"):
            self._quiet -= 1

    def handle_data(self, data: str) -> None:
        if self._textarea and self._form is not None:
            self._form.fields[self._textarea][0] += data.removeprefix("\n")
        elif not self._quiet and data.strip():
            self.words.append(data.strip())


def read(html: str) -> FormReader:
    """Return forms, links and words of a page."""
    reader = FormReader()
    reader.feed(html)
    return reader

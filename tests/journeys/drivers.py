"""Two ways to walk the same journey: plain HTTP without scripts, and headless Chromium."""

import re
import shutil
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urljoin

import requests

from tests.journeys.forms import Form, FormReader, read

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


class Driver(Protocol):
    """Somebody at a phone."""

    def go(self, path: str) -> None:
        """Open an address of the shop."""

    def follow(self, part: str) -> None:
        """Follow the first link whose address matches `part`, a regular expression."""

    def send(self, part: str, **fields: str) -> None:
        """Fill the first form whose address or fields hold `part`, and send it. A field whose value is a Path is a file."""

    def words(self) -> str:
        """What the page says."""

    @property
    def path(self) -> str:
        """The address, without host."""


class Plain:
    """HTTP with a cookie jar: what a phone without scripts does."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.session = requests.Session()
        self.answer: requests.Response | None = None
        self.page: FormReader = read("")

    def _take(self, answer: requests.Response) -> None:
        assert answer.status_code < 400 or answer.status_code == 422, f"{answer.status_code} at {answer.url}"
        self.answer, self.page = answer, read(answer.text)

    def go(self, path: str) -> None:
        self._take(self.session.get(urljoin(self.base, path), timeout=30))

    def follow(self, part: str) -> None:
        link = next((link for link in self.page.links if re.search(part, link)), None)
        assert link, f"no link with {part!r} at {self.path}"
        self.go(urljoin(self.base + self.path, link))

    def send(self, part: str, **fields: Any) -> None:
        form = self._form(part)
        files = {name: (value.name, value.read_bytes()) for name, value in fields.items() if isinstance(value, Path)}
        sent = form.fields | {name: [value] for name, value in fields.items() if not isinstance(value, Path)}
        url = urljoin(self.base + self.path, form.action)
        headers = {"Referer": self.base + self.path, "Origin": self.base}
        if form.method == "get":
            self._take(self.session.get(url, params=sent, timeout=30))
        else:
            self._take(self.session.post(url, data=sent, files=files or None, headers=headers, timeout=60))

    def _form(self, part: str) -> Form:
        forms = [form for form in self.page.forms if part in form.action or part in form.names]
        assert forms, f"no form with {part!r} at {self.path}: {[form.action for form in self.page.forms]}"
        return forms[0]

    def words(self) -> str:
        return " ".join(self.page.words)

    @property
    def path(self) -> str:
        assert self.answer is not None
        return self.answer.url.removeprefix(self.base)


class Chromium:
    """A real browser in a phone's window. Every request that leaves the shop or fails is remembered."""

    def __init__(self, base: str, page: Any) -> None:
        self.base, self.page = base, page
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" and "422" not in said.text else None)

    def go(self, path: str) -> None:
        self.page.goto(urljoin(self.base, path))

    def follow(self, part: str) -> None:
        links = self.page.locator("a[href]:visible")
        addresses = links.evaluate_all("nodes => nodes.map(node => node.getAttribute('href'))")
        place = next((place for place, link in enumerate(addresses) if re.search(part, link)), None)
        assert place is not None, f"no link like {part!r} at {self.path}"
        with self.page.expect_navigation():
            links.nth(place).click()

    def send(self, part: str, **fields: Any) -> None:
        form = self.page.locator(f'form[action*="{part}"], form:has([name="{part}"])').first
        for name, value in fields.items():
            self._fill(form, name, value)
        with self.page.expect_navigation():
            form.locator("button[type=submit]:visible:not([name])").last.click()

    def _fill(self, form: Any, name: str, value: Any) -> None:
        if isinstance(value, Path):
            form.locator(f'[name="{name}"]').set_input_files(str(value))
            return
        control = form.locator(f'[name="{name}"]').first
        kind = control.get_attribute("type") or control.evaluate("node => node.tagName.toLowerCase()")
        if kind == "radio":
            form.locator(f'[name="{name}"][value="{value}"]').check()
        elif kind == "checkbox":
            control.check()
        elif kind == "select":
            control.select_option(value)
        else:
            self._open(control)
            control.fill(value)

    def _open(self, control: Any) -> None:
        fold = control.locator("xpath=ancestor::details[not(@open)]")
        if fold.count():
            fold.first.locator("summary").click()

    def words(self) -> str:
        return " ".join(self.page.locator("body").inner_text().split())

    @property
    def path(self) -> str:
        return str(self.page.url).removeprefix(self.base)


def chromium_path() -> str:
    """Return where Debian's Chromium is."""
    found = shutil.which("chromium")
    assert found, "Chromium is missing: as root `make test` installs it; else `apt-get install chromium`."
    return found

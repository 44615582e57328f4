"""Collected style sheets are poured into one, so that the first paint waits for no second round trip."""

from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage

from marketplace.core.static_sheets import PouredStaticFilesStorage


def collect(source: Path, target: Path) -> str:
    """Post-process a small site and return the text behind the hashed name of css/site.css."""
    storage = PouredStaticFilesStorage(location=target, base_url="/static/")
    files = FileSystemStorage(location=source)
    for name in ("css/site.css", "css/part.css", "img/x.svg"):
        with files.open(name) as file:
            storage.save(name, file)
    paths = {name: (files, name) for name in ("css/site.css", "css/part.css", "img/x.svg")}
    hashed = {name: done for name, done, _changed in storage.post_process(paths)}
    return (target / hashed["css/site.css"]).read_text()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    source = tmp_path / "source"
    for name, text in {
        "css/site.css": '@import url("part.css");\n.a { color: red }\n',
        "css/part.css": '.b { background: url("../img/x.svg") }\n',
        "img/x.svg": "<svg/>",
    }.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(text)
    return source


def test_an_import_is_poured_and_its_addresses_are_hashed(site, tmp_path):
    text = collect(site, tmp_path / "collected")

    assert "@import" not in text
    assert ".b {" in text
    assert ".a {" in text
    assert 'url("../img/x.svg")' not in text


def test_the_source_is_left_alone(site, tmp_path):
    before = (site / "css/site.css").read_text()
    collect(site, tmp_path / "collected")
    assert (site / "css/site.css").read_text() == before


def test_an_import_that_is_not_there_stops_the_collecting(site, tmp_path):
    (site / "css/site.css").write_text('@import url("missing.css");\n')
    with pytest.raises(FileNotFoundError):
        collect(site, tmp_path / "collected")

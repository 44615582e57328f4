"""What is made before the servers start, and when it is skipped."""

from io import StringIO
from pathlib import Path

import polib
import pytest
from django.core.management import call_command
from django.test import override_settings

from marketplace.core import places
from marketplace.core.supervisor import steps

FILES = {
    "requirements.txt": "one==1",
    "marketplace/shop/migrations/0001_first.py": "",
    "marketplace/shop/demo.py": "",
    "marketplace/locale/ar/LC_MESSAGES/django.po": "",
    "static/base.css": "",
}


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small checkout in which all four steps were made."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.setattr(places, "CHECKOUT", tmp_path)
    monkeypatch.setenv("STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("DATABASE_URL", "postgresql://one/shop")
    (tmp_path / "state" / "static").mkdir(parents=True)
    (tmp_path / "state" / "static" / "staticfiles.json").touch()
    (tmp_path / "marketplace/locale/ar/LC_MESSAGES/django.mo").touch()
    steps.cast_file().write_text("[]")
    for step in steps.STEPS:
        steps.remember(step, steps.fingerprint(step))
    return tmp_path


def test_nothing_is_made_twice(checkout: Path) -> None:
    assert steps.outdated() == []


@pytest.mark.parametrize(
    ("name", "due"),
    [
        ("marketplace/shop/migrations/0002_next.py", [steps.MIGRATE, steps.DEMO]),
        ("marketplace/locale/ar/LC_MESSAGES/django.po", [steps.MESSAGES]),
        ("static/new.css", [steps.STATIC]),
        ("marketplace/shop/demo.py", [steps.DEMO]),
        ("requirements.txt", [steps.MIGRATE, steps.STATIC]),
        ("marketplace/shop/views.py", []),
    ],
)
def test_only_what_changed_is_made_again(checkout: Path, name: str, due: list[str]) -> None:
    (checkout / name).write_text("changed")

    assert steps.outdated() == due


def test_another_database_gets_its_tables_and_people(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://two/shop")

    assert steps.outdated() == [steps.MIGRATE, steps.DEMO]


def test_a_lost_result_is_made_again(checkout: Path) -> None:
    (checkout / "marketplace/locale/ar/LC_MESSAGES/django.mo").unlink()
    (checkout / "state" / "static" / "staticfiles.json").unlink()
    steps.cast_file().unlink()

    assert steps.outdated() == [steps.MESSAGES, steps.STATIC, steps.DEMO]


@pytest.mark.parametrize("memory", ["", "{", "[]"])
def test_a_memory_that_was_cut_off_counts_for_nothing(checkout: Path, memory: str) -> None:
    (checkout / "state" / "prepared.json").write_text(memory)

    assert steps.outdated() == list(steps.STEPS)


def test_messages_are_compiled_without_gettext(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "ar" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue = polib.POFile()
    catalogue.append(polib.POEntry(msgid="Basket", msgstr="السلة"))
    catalogue.append(polib.POEntry(msgid="Hub", msgstr="ربما", flags=["fuzzy"]))
    catalogue.save(str(folder / "django.po"))
    monkeypatch.setenv("PATH", "/nowhere")

    with override_settings(LOCALE_PATHS=[tmp_path]):
        call_command("compile_messages", stdout=StringIO())

    compiled = polib.mofile(str(folder / "django.mo"))
    assert {entry.msgid: entry.msgstr for entry in compiled} == {"Basket": "السلة"}
    assert sorted(path.name for path in folder.iterdir()) == ["django.mo", "django.po"]

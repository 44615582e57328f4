"""Faults of the machine: each has a sentence and an exit code of its own."""

import errno
from pathlib import Path

import pytest

from marketplace.core import faults, places
from marketplace.core.faults import DiskFull, DiskReadOnly, Fault, NotAllowed, StepFailed, fault_in, fault_of, writing


def kinds(kind: type[Fault] = Fault) -> list[type[Fault]]:
    return [kind, *(deeper for child in kind.__subclasses__() for deeper in kinds(child))]


def test_no_two_faults_share_an_exit_code() -> None:
    codes = [kind.code for kind in kinds()]

    assert len(codes) > 10
    assert len(set(codes)) == len(codes)
    assert {0, 1, 2, 130}.isdisjoint(codes)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EROFS, DiskReadOnly),
        (errno.EACCES, NotAllowed),
        (errno.ENOTDIR, NotAllowed),
    ],
)
def test_the_disk_is_blamed_by_name(number: int, kind: type[Fault]) -> None:
    fault = fault_of(OSError(number, ""), "/somewhere")

    assert type(fault) is kind
    assert "/somewhere" in str(fault)


def test_a_full_disk_is_a_sentence_and_not_a_traceback() -> None:
    with pytest.raises(DiskFull, match="Make room"), writing("/dev/full"):
        Path("/dev/full").write_text("no room")


def test_other_errors_are_not_hidden() -> None:
    with pytest.raises(ConnectionError), writing("/somewhere"):
        raise ConnectionError(errno.ECONNREFUSED, "refused")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("initdb: error: could not write: No space left on device", DiskFull),
        ("psycopg.errors.DiskFull: could not extend file", DiskFull),
        ("OSError: [Errno 30] Read-only file system: 'x'", DiskReadOnly),
    ],
)
def test_the_last_words_of_others_are_understood(words: str, kind: type[Fault]) -> None:
    assert type(fault_in(words, "/somewhere")) is kind


def test_a_failure_without_a_known_cause_shows_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATE_DIR", str(tmp_path))
    log = places.log("prepare")
    log.write_text("one\n\ntwo\n")

    fault = places.blame(StepFailed, "This step failed.", log)

    assert type(fault) is StepFailed
    assert str(fault) == f"This step failed. The log: {log}\none\ntwo"


def test_a_file_where_the_state_folder_should_be_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "state").write_text("")

    with pytest.raises(NotAllowed, match="is in the way"):
        places.prove_writable(tmp_path / "state")


def test_a_log_that_cannot_be_read_says_nothing(tmp_path: Path) -> None:
    assert faults.last_words(tmp_path / "missing.log") == ""

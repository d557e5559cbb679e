from pathlib import Path

import pytest

from speakerine.upload.journal import Journal
from speakerine.upload.manifest import Sent

ONE, TWO = Sent(1, "a" * 64), Sent(2, "b" * 64)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """A journal of a run that sent two files after the manifest of generation g1."""
    journal = Journal(tmp_path / "cache" / "a.journal")
    with journal.begin("g1", {"a.mp3": ONE}) as lines:
        journal.note(lines, "b.mp3", TWO)
    return journal


def test_what_was_sent_is_read_again(journal: Journal) -> None:
    assert journal.read("g1") == {"a.mp3": ONE, "b.mp3": TWO}


def test_after_another_run_has_ended_it_is_worth_nothing(journal: Journal) -> None:
    assert journal.read("g2") == {}


def test_a_line_cut_by_a_kill_is_left_out(journal: Journal) -> None:
    journal.path.write_bytes(journal.path.read_bytes()[:-20])
    assert journal.read("g1") == {"a.mp3": ONE}


def test_where_there_is_none_nothing_was_sent(tmp_path: Path) -> None:
    assert Journal(tmp_path / "absent").read("") == {}


def test_once_ended_it_is_gone(journal: Journal) -> None:
    journal.end()
    assert journal.read("g1") == {}

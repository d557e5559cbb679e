"""Bad input by the thousand, within CI's time; `make stress` is the long form of it."""

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz import limits
from tests.fuzz.faults import FOUND, kept_cases, run_case
from tests.fuzz.readers import READERS
from tests.fuzz.reducing import reduced

CASES = 20_000
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def told() -> dict[str, str]:
    """What each reader's process said last, by reader."""
    command = [sys.executable, "-m", "tests.fuzz", "--cases", str(CASES)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    lines = [line.partition(": ") for line in done.stdout.splitlines()]
    return {reader: said for reader, _, said in lines}


@pytest.mark.parametrize("reader", READERS)
def test_whatever_it_is_given_it_reads_or_refuses_in_a_sentence(told: dict[str, str], reader: str) -> None:
    assert ", 0 faults" in told[reader]


def test_there_are_twenty_thousand_cases(told: dict[str, str]) -> None:
    assert sum(int(said.split()[0]) for said in told.values()) >= CASES


def test_what_once_broke_a_reader_is_tried_with_the_rest() -> None:
    assert {folder.name for folder in FOUND.iterdir()} <= set(READERS)
    assert all(kept_cases(folder.name) for folder in FOUND.iterdir())


def test_what_a_reader_must_not_raise_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """The net itself: without it every case would pass."""
    monkeypatch.setitem(READERS, "broken", lambda data: data[1])
    fault = run_case("broken", b"")
    assert fault
    assert fault.kind == "IndexError"


def test_what_does_not_come_back_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def run_in_circles(_data: bytes) -> None:
        while True:
            pass

    monkeypatch.setitem(limits._TIMERS, signal.ITIMER_VIRTUAL, 0.2)
    monkeypatch.setitem(READERS, "stuck", run_in_circles)
    fault = run_case("stuck", b"")
    assert fault
    assert fault.kind == "HangError"


def test_a_case_is_reduced_to_what_breaks_its_reader() -> None:
    assert (
        reduced(b"une case bien longue, X, et encore, Y.", lambda data: b"X" in data and b"Y" in data)
        == b"XY"
    )
    assert reduced(b"", lambda _: True) == b""


def test_a_search_for_a_time_tells_how_much_it_tried_and_keeps_what_it_learnt(tmp_path: Path) -> None:
    """Guided where atheris is installed; there alone anything is learnt."""
    pytest.importorskip("atheris")
    command = [sys.executable, "-m", "tests.fuzz", "--minutes", "0.05", "--corpus", str(tmp_path), "gzip"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert re.match(r"gzip: \d{3,} cases, 0 faults, \d+ a second", done.stdout)
    assert list((tmp_path / "gzip").iterdir())

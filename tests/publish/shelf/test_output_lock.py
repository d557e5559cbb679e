"""Runs that want the same folder, as processes of their own."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from speakerine.errors import PublishError
from speakerine.publish.shelf.output_lock import locked

HOLD = """
import sys
from pathlib import Path
from speakerine.publish.shelf.output_lock import locked
with locked(Path(sys.argv[1]), print):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another(output: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another process that has the folder until it is told to end."""
    command = [sys.executable, "-c", HOLD, str(output)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == b"held\n"
        yield run
        run.communicate()


def test_a_run_that_will_not_wait_says_who_is_there(tmp_path: Path) -> None:
    refused = pytest.raises(PublishError, match=r"is writing to .*: wait until it ends")
    with another(tmp_path) as run, refused as told, locked(tmp_path, print, wait_s=0):
        pass
    assert str(told.value).startswith(f"process {run.pid} ")


def test_a_run_waits_for_the_other_and_says_so(tmp_path: Path) -> None:
    told: list[str] = []
    waiting = threading.Event()

    def tell(sentence: str) -> None:
        told.append(sentence)
        waiting.set()

    def wait_for_it() -> None:
        with locked(tmp_path, tell):
            told.append("in")

    with another(tmp_path):
        second = threading.Thread(target=wait_for_it)
        second.start()
        assert waiting.wait(30)
        assert "in" not in told
    second.join(30)
    assert "this run goes on when that one ends" in told[0]
    assert told[1:] == ["in"]


def test_the_lock_of_a_killed_run_is_taken_over_and_it_is_said(tmp_path: Path) -> None:
    with another(tmp_path) as run:
        run.kill()
    told: list[str] = []
    with locked(tmp_path, told.append, wait_s=0):
        pass
    assert told == [
        f"the run before this one (process {run.pid}) was stopped in the middle: what it left is put in order"
    ]


def test_after_a_run_that_ended_well_or_badly_there_is_nothing_to_say(tmp_path: Path) -> None:
    told: list[str] = []
    with pytest.raises(KeyError), locked(tmp_path, told.append):
        raise KeyError
    with locked(tmp_path, told.append):
        pass
    assert told == []


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / ".running").mkdir()
    with pytest.raises(PublishError, match="cannot be written"), locked(tmp_path, print):
        pass

"""One run at a time in an output folder: the next one waits, and says so; one that died is told of."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from speakerine.errors import PublishError
from speakerine.publish.files import cannot_write, write_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from filelock import BaseFileLock

LOCK = ".lock"
RUNNING = ".running"
"""Names the process that has the lock; it is there without one when a run was killed."""

WAIT_S = 3600.0
_POLL_S = 0.1


@contextmanager
def locked(output: Path, tell: Callable[[str], None], wait_s: float = WAIT_S) -> Iterator[bool]:
    """Keep other runs out of the folder; the system lets go of the lock of a process that dies.

    Gives whether the last run was killed, or died with its machine.

    `tell` is told in a sentence when there is another run to wait for, and when the last one was killed.

    Raises:
        PublishError: the folder cannot be written, or another run is still at it after `wait_s`.
    """
    from filelock import FileLock

    lock = FileLock(output / LOCK)
    try:
        _acquire(lock, output, tell, wait_s)
        killed = _process(output)
        if killed:
            tell(
                f"the run before this one ({killed}) was stopped in the middle: what it left is put in order"
            )
        write_file(output / RUNNING, f"process {os.getpid()}\n")
    except OSError as error:
        lock.release()
        raise PublishError(cannot_write(output, error)) from error
    except PublishError:
        lock.release()
        raise
    try:
        yield bool(killed)
    finally:
        with suppress(OSError):
            (output / RUNNING).unlink()
        lock.release()


def _acquire(lock: BaseFileLock, output: Path, tell: Callable[[str], None], wait_s: float) -> None:
    from filelock import Timeout

    began = time.monotonic()
    with suppress(Timeout):
        lock.acquire(timeout=0)
        return
    other = _process(output) or "another speakerine"
    if wait_s:
        tell(f"{other} is writing to {output}: this run goes on when that one ends")
    try:
        lock.acquire(timeout=max(0.0, wait_s - (time.monotonic() - began)), poll_interval=_POLL_S)
    except Timeout as error:
        raise PublishError(
            f"{other} is writing to {output}: wait until it ends, or choose another --output"
        ) from error


def _process(output: Path) -> str:
    """Return « process 123 », the one that has the lock or had it when it was killed; "" for none."""
    try:
        return (output / RUNNING).read_text(encoding="utf-8", errors="replace").strip()[:40]
    except OSError:
        return ""

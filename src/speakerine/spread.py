"""Map-like ways to spread work; each gives its results in the order of the work."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from typing import Protocol, TypeVar

_CHUNK = 24
"""Pieces that go to a process together, and that are near each other."""

Work = TypeVar("Work")
Result = TypeVar("Result")


class Spread(Protocol):
    """Anything that is called like the built-in map with one iterable."""

    def __call__(self, do: Callable[[Work], Result], work: Iterable[Work], /) -> Iterator[Result]:
        """What `do` gives for each piece of work, in order, as it comes."""


def serial(do: Callable[[Work], Result], work: Iterable[Work], /) -> Iterator[Result]:
    """One piece after another, in this thread."""
    return map(do, work)


def processes(count: int, *, worth: int = 1) -> Spread:
    """Up to `count` pieces at once in processes of their own: for work in Python itself.

    Work and results are pickled; each process begins anew, and goes on to the end of the work. With less
    than `worth` pieces none is begun: they take a moment.
    """

    def spread(do: Callable[[Work], Result], work: Iterable[Work], /) -> Iterator[Result]:
        pieces = list(work)
        if count == 1 or len(pieces) < worth:
            yield from map(do, pieces)
            return
        pool = ProcessPoolExecutor(count, get_context("spawn"), initializer=_leave_ctrl_c)
        try:
            yield from pool.map(do, pieces, chunksize=_CHUNK)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    return spread


def cores() -> int:
    """How many processors this machine has."""
    return os.cpu_count() or 1


def _leave_ctrl_c() -> None:
    """Ctrl-C is for the process that spreads the work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def threads(count: int) -> Spread:
    """Up to `count` pieces at once in threads: for work that leaves the interpreter free."""

    def spread(do: Callable[[Work], Result], work: Iterable[Work], /) -> Iterator[Result]:
        pool = ThreadPoolExecutor(count, thread_name_prefix="speakerine")
        try:
            yield from pool.map(do, work)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    return spread

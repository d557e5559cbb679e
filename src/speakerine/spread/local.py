"""The processors of this machine: threads for work that leaves the interpreter free, else processes."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from speakerine.errors import ClusterError
from speakerine.spread.batches import Done, in_batches
from speakerine.spread.order import Result, Spread, Submitted, Under, Work

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

BEGIN_AT = 60
"""Pieces after which processes are worth beginning: each takes most of a second of a processor to begin."""

BATCH_S = 0.1
"""How long a batch is to take: Ctrl-C waits for two."""

_CHUNK = 24
"""Pieces that go to a process together, and that are near each other."""


def cores() -> int:
    """How many processors this machine has."""
    return os.cpu_count() or 1


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
        pool = _process_pool(count)
        try:
            yield from pool.map(do, pieces, chunksize=_CHUNK)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    return spread


def _process_pool(count: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(count, get_context("spawn"), initializer=_leave_ctrl_c)


def _leave_ctrl_c() -> None:
    """Ctrl-C is for the process that spreads the work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@dataclass(slots=True)
class LocalWorkers:
    """The processors of this machine for a whole run: a pool of processes, and one of threads a width.

    The processes are begun when there has been enough work for them.
    """

    count: int
    begin_at: int = BEGIN_AT
    here: bool = field(default=True, init=False)
    _processes: ProcessPoolExecutor | None = field(default=None, init=False)
    _threads: dict[int, ThreadPoolExecutor] = field(default_factory=dict, init=False)
    _given: int = field(default=0, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)

    def spread(
        self,
        do: Callable[[Work], Result],
        work: Sequence[Work],
        /,
        *,
        size: Callable[[Work], int],
        at_once: int,
        apart: bool,
        keep: Callable[[Result], None],
        go_on: Callable[[], None],
    ) -> Generator[Result, None, None]:
        """See `Workers.spread`."""
        width = min(self.count, at_once)
        pool = self._pool(width, len(work), apart=apart)
        if pool is None:
            return _here_and_now(do, work, keep, go_on)

        def submit(do_batch: Callable[[], Done[Result]]) -> Under[Done[Result]]:
            return Submitted(pool.submit(do_batch))

        wide = self.count if apart else width
        return _told_if_broken(
            in_batches(
                do, work, submit, batch_s=BATCH_S, size=size, width=lambda: wide, keep=keep, go_on=go_on
            )
        )

    def close(self, *, waits: bool = True) -> None:
        """End the processes, each after the piece that it is at, and the threads; `waits` for these."""
        if self._processes is not None:
            self._processes.shutdown(cancel_futures=True)
        for pool in self._threads.values():
            pool.shutdown(wait=waits, cancel_futures=True)

    def _pool(self, at_once: int, piece_count: int, *, apart: bool) -> Executor | None:
        """Where such work is done; None for here and now."""
        with self._lock:
            if not apart:
                if at_once not in self._threads:
                    self._threads[at_once] = ThreadPoolExecutor(at_once, thread_name_prefix="speakerine")
                return self._threads[at_once]
            self._given += piece_count
            if self._processes is None and self.count > 1 and self._given >= self.begin_at:
                self._processes = _process_pool(self.count)
            return self._processes


@contextmanager
def open_local(count: int | None = None) -> Iterator[LocalWorkers]:
    """The processors of this machine (`count`: no more than so many), for a whole run.

    Ctrl-C waits for no thread.
    """
    workers = LocalWorkers(count or cores())
    waits = True
    try:
        yield workers
    except KeyboardInterrupt:
        waits = False
        raise
    finally:
        workers.close(waits=waits)


def _here_and_now(
    do: Callable[[Work], Result],
    work: Iterable[Work],
    keep: Callable[[Result], None],
    go_on: Callable[[], None],
) -> Generator[Result, None, None]:
    for piece in work:
        go_on()
        result = do(piece)
        keep(result)
        yield result


def _told_if_broken(results: Generator[Result, None, None]) -> Generator[Result, None, None]:
    try:
        yield from results
    except BrokenExecutor as error:
        raise ClusterError(
            "A process that speaks was ended from outside, perhaps for want of memory: the clips spoken so "
            "far are kept; run the same command again."
        ) from error

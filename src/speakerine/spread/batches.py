"""Short pieces of work go together, so that what it costs to send some is paid once for many."""

from __future__ import annotations

import time
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from statistics import median
from typing import Generic

from speakerine.errors import SpeakerineError
from speakerine.spread.order import Result, Under, Work, in_order

MOST_PIECES = 16
"""In one batch, however quick those before were: the next may be slow."""

AHEAD = 4
"""Batches under way or waiting to be taken, for each that is done at once: a long one holds up no other."""

_LATEST = 8
_LEAST_S = 1e-9


@dataclass(frozen=True, slots=True)
class Batch(Generic[Work]):
    """Pieces of work that go together, and how large they are in all."""

    pieces: tuple[Work, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Done(Generic[Result]):
    """What came of a batch: the results before the failure that ended it, or all of them."""

    results: tuple[Result, ...]
    took_s: float
    failure: SpeakerineError | None = None


def in_batches(
    do: Callable[[Work], Result],
    work: Sequence[Work],
    submit: Callable[[Callable[[], Done[Result]]], Under[Done[Result]]],
    *,
    batch_s: float,
    size: Callable[[Work], int],
    width: Callable[[], int],
    keep: Callable[[Result], None],
    go_on: Callable[[], None],
) -> Generator[Result, None, None]:
    """See `Workers.spread`; a batch is to take `batch_s`: so much is lost with who does it.

    `width` says how many are done at once, which may change.
    """
    batches = Batches(work, batch_s, size, width)

    def keep_all(done: Done[Result]) -> None:
        for result in done.results:
            keep(result)

    def send(batch: Batch[Work]) -> Under[Done[Result]]:
        return submit(partial(do_batch, do, batch))

    with closing(in_order(send, batches, lambda: AHEAD * width(), go_on, keep_all)) as all_done:
        for done in all_done:
            batches.took(done.took_s)
            keep_all(done)
            yield from done.results
            if done.failure is not None:
                raise done.failure


def do_batch(do: Callable[[Work], Result], batch: Batch[Work]) -> Done[Result]:
    """Do the pieces one after another, up to one that fails."""
    began_s = time.perf_counter()
    results: list[Result] = []
    failure: SpeakerineError | None = None
    try:
        results.extend(map(do, batch.pieces))
    except SpeakerineError as error:
        error.add_note(traceback.format_exc())  # the cause does not pickle
        failure = error
    return Done(tuple(results), time.perf_counter() - began_s, failure)


class Batches(Generic[Work]):
    """Work in batches that take `batch_s` each, as far as the latest ones tell; before that, one by one.

    Towards the end they get smaller, so that all who work end together.
    """

    def __init__(
        self, work: Sequence[Work], batch_s: float, size: Callable[[Work], int], width: Callable[[], int]
    ) -> None:
        self._batch_s = batch_s
        self._waiting = deque((piece, max(1, size(piece))) for piece in work)
        self._width = width
        self._sent: deque[int] = deque()
        self._pace_s: deque[float] = deque(maxlen=_LATEST)

    def __iter__(self) -> Iterator[Batch[Work]]:
        left = sum(size for _, size in self._waiting)
        while self._waiting:
            batch = self._next(min(self._fitting(), left / (2 * self._width())))
            left -= batch.size
            self._sent.append(batch.size)
            yield batch

    def took(self, seconds: float) -> None:
        """Learn how long the next of those that were sent took."""
        self._pace_s.append(max(_LEAST_S, seconds / self._sent.popleft()))

    def _fitting(self) -> float:
        return self._batch_s / median(self._pace_s) if self._pace_s else 0.0

    def _next(self, most: float) -> Batch[Work]:
        piece, taken = self._waiting.popleft()
        pieces = [piece]
        while self._waiting and len(pieces) < MOST_PIECES and taken + self._waiting[0][1] <= most:
            piece, size = self._waiting.popleft()
            pieces.append(piece)
            taken += size
        return Batch(tuple(pieces), taken)

"""Work done several at once whose results are taken in its order, one after another, in one thread."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic, Self, TypeVar

Done = TypeVar("Done")
Result = TypeVar("Result")

AHEAD = 4
"""Results to come for each piece of work that is done at once: a long one holds up no other."""


class StoppedError(Exception):
    """Ends what other threads are doing when the run is over before them."""


@dataclass(frozen=True, slots=True)
class _Turn(Generic[Result]):
    """What is to come; `key` is "" where two of it do no harm."""

    key: str
    is_done: Callable[[], bool]
    result: Callable[[], Result]


class Turns(Generic[Result]):
    """Results to come, in order; each has a key, and two of one key are never under way together.

    So many are done `at_once`; where that is one, the thread that takes the results does the work.
    """

    def __init__(self, at_once: int) -> None:
        self._pool = ThreadPoolExecutor(at_once, thread_name_prefix="speakerine") if at_once > 1 else None
        self._most = AHEAD * at_once
        self._waiting: deque[_Turn[Result]] = deque()
        self._stopped = threading.Event()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        """Leave what has not begun, and wait for what has to notice that."""
        self._stopped.set()
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def go_on(self) -> None:
        """Raise where nobody waits for results any more; those who work call it now and then.

        Raises:
            StoppedError: the run is over.
        """
        if self._stopped.is_set():
            raise StoppedError

    def begin(self, key: str, do: Callable[[], Done], then: Callable[[Done], Result]) -> None:
        """Have it done meanwhile; `then`, called in its turn by whoever takes the result, makes it."""
        if self._pool is None:
            done = do()
            self._waiting.append(_Turn(key, lambda: True, lambda: then(done)))
            return
        future = self._pool.submit(do)
        self._waiting.append(_Turn(key, future.done, lambda: then(future.result())))

    def settle(self, result: Result) -> None:
        """Let the result come in its turn."""
        self._waiting.append(_Turn("", lambda: True, lambda: result))

    def before(self, key: str) -> Iterator[Result]:
        """The results to take until nothing of that key is under way."""
        while any(turn.key == key for turn in self._waiting):
            yield self._next()

    def due(self) -> Iterator[Result]:
        """The results that are there, and those to wait for lest too many be under way."""
        while self._waiting and (self._waiting[0].is_done() or len(self._waiting) >= self._most):
            yield self._next()

    def rest(self) -> Iterator[Result]:
        """All the results that are still to come."""
        while self._waiting:
            yield self._next()

    def _next(self) -> Result:
        return self._waiting.popleft().result()

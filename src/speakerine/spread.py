"""Map-like ways to spread work; each gives its results in the order of the work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol, TypeVar

Work = TypeVar("Work")
Result = TypeVar("Result")


class Spread(Protocol):
    """Anything that is called like the built-in map with one iterable."""

    def __call__(self, do: Callable[[Work], Result], work: Iterable[Work], /) -> Iterator[Result]:
        """What `do` gives for each piece of work, in order, as it comes."""


def serial(do: Callable[[Work], Result], work: Iterable[Work], /) -> Iterator[Result]:
    """One piece after another, in this thread."""
    return map(do, work)


def threads(count: int) -> Spread:
    """Up to `count` pieces at once in threads: for work that leaves the interpreter free."""

    def spread(do: Callable[[Work], Result], work: Iterable[Work], /) -> Iterator[Result]:
        pool = ThreadPoolExecutor(count, thread_name_prefix="speakerine")
        try:
            yield from pool.map(do, work)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    return spread

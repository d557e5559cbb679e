"""What every way to spread work keeps to: results in the order of the work, and a bounded look-ahead."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, wait
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

LOOK_S = 0.25
"""How often those who wait for a result look up."""

Work = TypeVar("Work")
Work_contra = TypeVar("Work_contra", contravariant=True)
Result = TypeVar("Result")
Result_co = TypeVar("Result_co", covariant=True)


class Spread(Protocol):
    """Anything that is called like the built-in map with one iterable."""

    def __call__(self, do: Callable[[Work], Result], work: Iterable[Work], /) -> Iterator[Result]:
        """What `do` gives for each piece of work, in order, as it comes."""


class Workers(Protocol):
    """Those who do the work of a whole run; several threads may give them work at once."""

    @property
    def here(self) -> bool:
        """Whether they see the files of this machine."""

    def spread(
        self,
        do: Callable[[Work], Result],
        work: Iterable[Work],
        /,
        *,
        at_once: int,
        apart: bool,
        go_on: Callable[[], None],
    ) -> Iterator[Result]:
        """What `do` gives for each piece of work, in order, as it comes; all of it pickles.

        `at_once` is how many pieces are worth doing at once on this machine. `apart` says that the work
        holds the interpreter, so that threads gain nothing. `go_on` is called several times a second
        while a result is waited for, and raises where nobody wants it any more.

        Raises:
            ClusterError: the workers are lost. Whatever `do` raises comes out too.
        """


class Under(Protocol[Result_co]):
    """A piece of work under way."""

    def is_done(self, within_s: float) -> bool:
        """Whether it comes to an end, good or bad, within so many seconds; this waits for it."""

    def result(self) -> Result_co:
        """What came of it, once it is done."""

    def cancel(self) -> object:
        """Leave it undone, if it has not begun."""


@dataclass(frozen=True, slots=True)
class Submitted(Generic[Result]):
    """What an executor of the standard library has been given."""

    future: Future[Result]

    def is_done(self, within_s: float) -> bool:
        """See `Under.is_done`."""
        return bool(wait([self.future], within_s).done)

    def result(self) -> Result:
        """See `Under.result`."""
        return self.future.result()

    def cancel(self) -> None:
        """See `Under.cancel`."""
        self.future.cancel()


def serial(do: Callable[[Work], Result], work: Iterable[Work], /) -> Iterator[Result]:
    """One piece after another, in this thread."""
    return map(do, work)


def in_order(
    submit: Callable[[Work], Under[Result]],
    work: Iterable[Work],
    most_under_way: int,
    go_on: Callable[[], None] = lambda: None,
) -> Iterator[Result]:
    """The results of what is submitted, in order; work is taken no faster than results are.

    So a million pieces need no more memory than `most_under_way`. Where a result is a failure, or nobody
    wants more of them, what has not begun is left. For `go_on` see `Workers.spread`.
    """
    under_way: deque[Under[Result]] = deque()
    try:
        for piece in work:
            under_way.append(submit(piece))
            if len(under_way) >= most_under_way:
                yield _result(under_way.popleft(), go_on)
        while under_way:
            yield _result(under_way.popleft(), go_on)
    finally:
        for left in under_way:
            left.cancel()


def _result(piece: Under[Result], go_on: Callable[[], None]) -> Result:
    while not piece.is_done(LOOK_S):
        go_on()
    return piece.result()

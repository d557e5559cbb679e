"""What every way to spread work keeps to: results in the order of the work, and a bounded look-ahead."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, wait
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

LOOK_S = 0.25
"""How often those who wait for a result look up."""

LEAVE_S = 0.5
"""How long it may take, when the rest is not wanted any more, to get what is there from other machines."""

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
        work: Sequence[Work],
        /,
        *,
        size: Callable[[Work], int],
        at_once: int,
        apart: bool,
        keep: Callable[[Result], None],
        go_on: Callable[[], None],
    ) -> Generator[Result, None, None]:
        """What `do` gives for each piece of work, in order, as it comes; all of it pickles.

        `size` tells short pieces, of which several go together, from long ones. `at_once` is how many
        are worth doing at once on this machine. `apart` says that the work holds the interpreter, so that
        threads gain nothing. `keep` is called with each result before it comes, and, where the rest is
        not wanted any more, with those that are there by then. `go_on` is called several times a second
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
        """Leave it undone, if it is not done yet."""

    def left(self, within_s: float) -> Result_co | None:
        """What came of it, if it ended well and can be had in so many seconds."""


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

    def left(self, within_s: float) -> Result | None:
        """See `Under.left`."""
        del within_s  # it is here, or not at all
        return well_ended(self.future)


def well_ended(future: Future[Result]) -> Result | None:
    """The result, if it is there."""
    well = future.done() and not future.cancelled() and future.exception() is None
    return future.result() if well else None


def in_order(
    submit: Callable[[Work], Under[Result]],
    work: Iterable[Work],
    most_under_way: Callable[[], int],
    go_on: Callable[[], None] = lambda: None,
    keep: Callable[[Result], None] = lambda _: None,
) -> Generator[Result, None, None]:
    """The results of what is submitted, in order; work is taken no faster than results are.

    So a million pieces need no more memory than `most_under_way`. Where a result is a failure, or nobody
    wants more of them, what has not begun is left, and `keep` is called with what is there. For `go_on`
    see `Workers.spread`.
    """
    under_way: deque[Under[Result]] = deque()
    try:
        for piece in work:
            under_way.append(submit(piece))
            while len(under_way) >= most_under_way():
                yield _result(under_way.popleft(), go_on)
        while under_way:
            yield _result(under_way.popleft(), go_on)
    finally:
        _leave(under_way, keep)


def _leave(under_way: Collection[Under[Result]], keep: Callable[[Result], None]) -> None:
    end_s = time.monotonic() + LEAVE_S
    for piece in under_way:
        piece.cancel()
    for piece in under_way:
        result = piece.left(max(0.0, end_s - time.monotonic()))
        if result is not None:
            keep(result)


def _result(piece: Under[Result], go_on: Callable[[], None]) -> Result:
    while not piece.is_done(LOOK_S):
        go_on()
    return piece.result()

"""Other machines, by Dask: work goes to the workers that are fit for it, and on from one that is lost."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError, wait
from concurrent.futures import Future as Arriving
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Generic

from speakerine.errors import ClusterError
from speakerine.spread.batches import in_batches
from speakerine.spread.dask_client import LOCAL, connected, no_worker
from speakerine.spread.order import Result, Work, well_ended

if TYPE_CHECKING:
    from distributed import Client, Future

WORKERLESS_S = 15.0
"""How long work may wait for a worker after the last one is gone; one that is restarted takes five."""

BATCH_S = 0.5
"""How long a batch is to take: so much is lost with a worker, and so long progress stands still."""

_CLIENT_FAILS = (OSError, RuntimeError, ValueError, UnboundLocalError)
"""What Dask's client raises when its scheduler goes; the last where a call is cancelled under it."""

_KNOWN_S = 1.0
"""How long the scheduler's word on who is there holds: a piece need not ask anew."""


@dataclass(slots=True)
class ClusterWorkers:
    """The workers of a Dask cluster that are fit for this work, those that come later too.

    `unfit` is called on each of them: why it cannot do the work, or "". `warn` hears of each that is unfit.
    """

    client: Client
    loop: asyncio.AbstractEventLoop
    address: str
    unfit: Callable[[], str]
    warn: Callable[[str], None]
    here: bool = False
    _reasons: dict[str, str] = field(default_factory=dict, init=False)
    _fit: Mapping[str, int] = field(default_factory=dict, init=False)
    _known_until_s: float = field(default=0.0, init=False)
    _asking: threading.Lock = field(default_factory=threading.Lock, init=False)

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
        """See `Workers.spread`; as many at once as the cluster has threads."""
        del at_once, apart
        self.fit_threads()
        submit = partial(_Piece, self)
        return in_batches(
            do, work, submit, batch_s=BATCH_S, size=size, width=self._width, keep=keep, go_on=go_on
        )

    def fit_threads(self) -> Mapping[str, int]:
        """The address of each worker that is fit, and how many threads it has.

        Raises:
            ClusterError: none is fit, or the scheduler is lost.
        """
        with self._asking:
            if time.monotonic() < self._known_until_s:
                return self._fit
            there = self._there()
            self._reasons = {address: why for address, why in self._reasons.items() if address in there}
            self._ask([address for address in there if address not in self._reasons])
            fit = {address: count for address, count in there.items() if not self._reasons[address]}
            if not fit:
                raise self._none_fit(there)
            self._fit, self._known_until_s = fit, time.monotonic() + _KNOWN_S
        return fit

    def trouble(self, error: BaseException | None) -> ClusterError:
        """What to say where the client fails."""
        if self.client.status == "running" and not isinstance(error, OSError):
            return ClusterError(
                f"The Dask cluster at {self.address} failed ({error}): run the command again."
            )
        return ClusterError(
            f"The Dask scheduler at {self.address} was lost in the middle of the work: the clips spoken so "
            "far are kept. Start it again and run the same command."
        )

    def _width(self) -> int:
        """How many threads were there when this was last asked."""
        return max(1, sum(self._fit.values()))

    def _there(self) -> dict[str, int]:
        try:
            return dict(self.client.nthreads())
        except _CLIENT_FAILS as error:
            raise self.trouble(error) from error

    def _ask(self, addresses: list[str]) -> None:
        """Ask workers once whether they are fit, and tell of those that are not."""
        if not addresses:
            return
        try:
            answers = self.client.run(self.unfit, workers=addresses, on_error="return")
        except _CLIENT_FAILS as error:
            raise self.trouble(error) from error
        for address in addresses:
            self._reasons[address] = reason = _reason(answers.get(address))
            if reason:
                self.warn(f"The worker {address} is left out: {reason}.")

    def _none_fit(self, there: Mapping[str, int]) -> ClusterError:
        if self.client.status != "running":
            return self.trouble(None)
        if not there:
            return ClusterError(no_worker(self.address))
        reasons = "; ".join(f"{address}: {self._reasons[address]}" for address in there)
        return ClusterError(
            f"No worker of the cluster at {self.address} can do this work ({reasons}). "
            "Install the same speakerine there as here, with what the voice needs."
        )


class _Piece(Generic[Result]):
    """A piece of work on its way through the cluster; for a while it waits where no worker is fit."""

    future: Future[Result] | None = None
    arriving: Arriving[Result] | None = None
    allowed: frozenset[str] = frozenset()
    patient_until_s: float = 0.0
    done_as: Result

    def __init__(self, workers: ClusterWorkers, do: Callable[[], Result]) -> None:
        self.workers, self.do = workers, do
        self._look_after()

    def is_done(self, within_s: float) -> bool:
        """See `Under.is_done`; where its worker is lost another does it, if there is one in time.

        Raises:
            ClusterError: the scheduler or the last worker is lost, or the work ends every worker.
        """
        if self.future is None:
            time.sleep(within_s)
        elif wait([self._arriving(self.future)], within_s).done:
            self.done_as = self._arrived(self.future)
            return True
        self._look_after()
        return False

    def result(self) -> Result:
        """See `Under.result`."""
        return self.done_as

    def cancel(self) -> None:
        """See `Under.cancel`."""
        if self.future is not None and not self.future.done() and self.workers.client.status == "running":
            self.future.cancel()

    def left(self, within_s: float) -> Result | None:
        """See `Under.left`."""
        future = self.future
        if future is None or future.status != "finished" or self.workers.client.status != "running":
            return None
        wait([self._arriving(future)], within_s)
        return well_ended(self._arriving(future))

    def _arriving(self, future: Future[Result]) -> Arriving[Result]:
        """The result on its way here, begun once: over a slow line it takes its time."""
        if self.arriving is None:
            coming = self.workers.client.gather(future, asynchronous=True)
            self.arriving = asyncio.run_coroutine_threadsafe(coming, self.workers.loop)
        return self.arriving

    def _arrived(self, future: Future[Result]) -> Result:
        from distributed import KilledWorker

        try:
            return self._arriving(future).result()
        except KilledWorker as error:
            raise ClusterError(
                f"The same work ended worker after worker of {self.workers.address}, perhaps for want of "
                "memory there: the clips spoken so far are kept."
            ) from error
        except (CancelledError, *_CLIENT_FAILS) as error:
            if future.status == "error":
                raise  # the work's own
            raise self.workers.trouble(error) from error

    def _look_after(self) -> None:
        """See that a worker is there that may do it; one that came later is given it anew.

        Raises:
            ClusterError: there is none, and patience has ended.
        """
        try:
            fit = self.workers.fit_threads()
        except ClusterError:
            self.patient_until_s = self.patient_until_s or time.monotonic() + WORKERLESS_S
            if self.workers.client.status != "running" or time.monotonic() > self.patient_until_s:
                raise
            return
        self.patient_until_s = 0.0
        if self.allowed.isdisjoint(fit):
            self._send(fit)

    def _send(self, fit: Mapping[str, int]) -> None:
        self.allowed, self.arriving = frozenset(fit), None
        try:
            self.future = self.workers.client.submit(self.do, pure=False, workers=sorted(self.allowed))
        except _CLIENT_FAILS as error:
            raise self.workers.trouble(error) from error


@contextmanager
def open_cluster(
    address: str, unfit: Callable[[], str], warn: Callable[[str], None]
) -> Iterator[ClusterWorkers]:
    """The workers at that address ("tcp://host:8786"), or "local" ones, that are fit, for a whole run.

    `unfit` is called on each worker: why it cannot do the work, or ""; it pickles. `warn` hears in a
    sentence of each that is left out.

    Raises:
        ClusterError: Dask is not installed, nothing answers at the address, or no worker is fit.
    """
    with connected(address) as client:
        loop = client.sync(_running_loop)
        workers = ClusterWorkers(client, loop, address, unfit, warn, here=address == LOCAL)
        workers.fit_threads()
        yield workers


async def _running_loop() -> asyncio.AbstractEventLoop:
    return asyncio.get_running_loop()


def _reason(answer: object) -> str:
    """What a worker said; where it could not even be asked, what is the matter with its speakerine."""
    if isinstance(answer, str):
        return answer
    if isinstance(answer, ModuleNotFoundError) and answer.name == "speakerine":
        return "speakerine is not installed there"
    if isinstance(answer, OSError | None):
        return "it does not answer"
    return f"its speakerine is another one than here ({answer})"

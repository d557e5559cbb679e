"""Other machines, by Dask: work goes to the workers that are fit for it, and on from one that is lost."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Generic

from speakerine.errors import ClusterError
from speakerine.spread.dask_client import connected, no_worker
from speakerine.spread.order import Result, Work, in_order

if TYPE_CHECKING:
    from distributed import Client, Future

WORKERLESS_S = 15.0
"""How long work may wait for a worker after the last one is gone; one that is restarted takes five."""

AHEAD = 4
"""Pieces under way or waiting to be taken, for each thread of a worker."""

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
    address: str
    unfit: Callable[[], str]
    warn: Callable[[str], None]
    here: bool = field(default=False, init=False)
    _reasons: dict[str, str] = field(default_factory=dict, init=False)
    _fit: Mapping[str, int] = field(default_factory=dict, init=False)
    _known_until_s: float = field(default=0.0, init=False)
    _asking: threading.Lock = field(default_factory=threading.Lock, init=False)

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
        """See `Workers.spread`; as many at once as the cluster has threads."""
        del at_once, apart
        under_way = AHEAD * sum(self.fit_threads().values())
        return in_order(partial(_Piece, self, do), work, under_way, go_on)

    def fit_threads(self) -> Mapping[str, int]:
        """The address of each worker that is fit, and how many threads it has.

        Raises:
            ClusterError: none is fit, or the scheduler is lost.
        """
        with self._asking:
            if time.monotonic() < self._known_until_s:
                return self._fit
            there = self._there()
            self._ask([address for address in there if address not in self._reasons])
            fit = {address: count for address, count in there.items() if not self._reasons[address]}
            if not fit:
                raise self._none_fit(there)
            self._fit, self._known_until_s = fit, time.monotonic() + _KNOWN_S
        return fit

    def trouble(self, error: BaseException | None) -> ClusterError:
        """What to say where the client fails."""
        if self.client.status == "running":
            return ClusterError(
                f"The Dask cluster at {self.address} failed ({error}): run the command again."
            )
        return ClusterError(
            f"The Dask scheduler at {self.address} was lost in the middle of the work: the clips spoken so "
            "far are kept. Start it again and run the same command."
        )

    def _there(self) -> dict[str, int]:
        try:
            told = self.client.scheduler_info(n_workers=-1)["workers"]
        except _CLIENT_FAILS as error:
            raise self.trouble(error) from error
        return {address: worker["nthreads"] for address, worker in told.items()}

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


class _Piece(Generic[Work, Result]):
    """A piece of work on its way through the cluster; for a while it waits where no worker is fit."""

    future: Future[Result] | None = None
    allowed: frozenset[str] = frozenset()
    patient_until_s: float = 0.0
    done_as: Result

    def __init__(self, workers: ClusterWorkers, do: Callable[[Work], Result], work: Work) -> None:
        self.workers, self.do, self.work = workers, do, work
        self._look_after()

    def is_done(self, within_s: float) -> bool:
        """See `Under.is_done`; where its worker is lost another does it, if there is one in time.

        Raises:
            ClusterError: the scheduler or the last worker is lost, or the work ends every worker.
        """
        from distributed import KilledWorker
        from distributed.client import FutureCancelledError

        try:
            if self.future is not None:
                self.done_as = self.future.result(timeout=within_s)
                return True
            time.sleep(within_s)
        except KilledWorker as error:
            raise ClusterError(
                f"The same work ended worker after worker of {self.workers.address}, perhaps for want of "
                "memory there: the clips spoken so far are kept."
            ) from error
        except FutureCancelledError as error:
            raise self.workers.trouble(error) from error
        except (TimeoutError, *_CLIENT_FAILS) as error:
            if self.future is not None and self.future.status == "error":
                raise  # the work's own
            if not isinstance(error, TimeoutError):
                raise self.workers.trouble(error) from error
        self._look_after()
        return False

    def result(self) -> Result:
        """See `Under.result`."""
        return self.done_as

    def cancel(self) -> None:
        """See `Under.cancel`."""
        if self.future is not None and self.workers.client.status == "running":
            self.future.cancel()

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
        self.allowed = frozenset(fit)
        try:
            self.future = self.workers.client.submit(
                self.do, self.work, pure=False, workers=sorted(self.allowed)
            )
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
        workers = ClusterWorkers(client, address, unfit, warn)
        workers.fit_threads()
        yield workers


def _reason(answer: object) -> str:
    """What a worker said; where it could not even be asked, what is the matter with its speakerine."""
    if isinstance(answer, str):
        return answer
    if isinstance(answer, ModuleNotFoundError) and answer.name == "speakerine":
        return "speakerine is not installed there"
    return f"its speakerine is another one than here ({answer})"

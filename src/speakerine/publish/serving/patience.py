"""How long a client may keep the server waiting, and how many clients may be there at once.

uvicorn limits the rest between two requests, and how many are answered at once; a client may take all its
time to ask, and to read. What is here closes such a connection. When there are too many, the one that has
waited longest makes room: who only holds connections keeps nobody else out.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, ClassVar, cast

from uvicorn import Config
from uvicorn.protocols.http.h11_impl import H11Protocol

from speakerine.publish.serving.open_files import let_open

if TYPE_CHECKING:
    from asyncio import BaseTransport, TimerHandle, Transport

    from starlette.types import ASGIApp

MOST_CONNECTIONS = 1000
_RESTS_S = 5
"""Between two requests on one connection."""

_ACCEPTED_AT_ONCE = 128
_TURNS = 3
"""Of the loop, from where it accepts a connection to where one that made room for it is closed."""

_OWN_FILES = 64
"""What the process has open beside its clients: sockets, the feed, what Python needs."""

_FILES_A_CLIENT = 2
_FEWEST_CONNECTIONS = 16


class PatientProtocol(H11Protocol):
    """A connection that is closed when its client neither asks nor reads for too long."""

    head_s: ClassVar[float] = 10.0
    """For the whole head of a request, after the connection was made or the answer before was taken."""

    stalled_s: ClassVar[float] = 120.0
    """For taking some more of an answer. A player that reads as it plays does so within a minute."""

    waits_since_s: float = inf
    """By the clock of the loop; infinite while it is for the server to answer."""

    _deadline: TimerHandle | None = None
    _unsent_bytes = 0

    def connection_made(self, transport: BaseTransport) -> None:
        """Wait for a request, in another client's place where there are too many."""
        super().connection_made(cast("Transport", transport))
        self._make_room()
        self._wait_for_client()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing more."""
        self._wait_no_more()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on; with a whole head it is for the server to answer."""
        was_answering = self._is_answering
        super().data_received(data)
        if self._is_answering and not was_answering:
            self._wait_no_more()

    def on_response_complete(self) -> None:
        """Wait for the next request, unless it has come."""
        super().on_response_complete()
        if not self._is_answering:
            self._wait_for_client()

    def pause_writing(self) -> None:
        """Wait for the client to read."""
        super().pause_writing()
        self._wait_for_client()

    def resume_writing(self) -> None:
        """Write on, or wait for the rest to be read."""
        super().resume_writing()
        if self._is_answering:
            self._wait_no_more()
        else:
            self._wait_for_client()

    @property
    def _is_answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _wait_for_client(self) -> None:
        """Close the connection in a while: to read takes longer than to ask."""
        self._wait_no_more()
        self._unsent_bytes = self.transport.get_write_buffer_size()
        patience_s = self.stalled_s if self._unsent_bytes else self.head_s
        self._deadline = self.loop.call_later(patience_s, self._lose_patience)
        self.waits_since_s = self.loop.time()

    def _wait_no_more(self) -> None:
        if self._deadline:
            self._deadline.cancel()
        self._deadline, self.waits_since_s = None, inf

    def _lose_patience(self) -> None:
        """Close at once, without waiting for what is unsent to be taken; but not on who takes some of it."""
        if self.transport.get_write_buffer_size() < self._unsent_bytes:
            self._wait_for_client()
        else:
            self.transport.abort()

    def _make_room(self) -> None:
        """Close the connection that has waited longest; where none waits, the new one is answered 503."""
        if len(self.connections) < (self.limit_concurrency or inf):
            return
        there = [one for one in self.connections if not one.transport.is_closing()]
        waiting = [one for one in there if isinstance(one, PatientProtocol) and one.waits_since_s < inf]
        if waiting and len(there) >= (self.limit_concurrency or inf):
            min(waiting, key=lambda one: one.waits_since_s).transport.abort()


def server_config(app: ASGIApp, most_connections: int = MOST_CONNECTIONS) -> Config:
    """Return how the application is served: to so many at once, fewer where the system lets few be open."""
    beside = _ACCEPTED_AT_ONCE * _TURNS + _OWN_FILES
    allowed = let_open(most_connections * _FILES_A_CLIENT + beside)
    return Config(
        app,
        http=PatientProtocol,
        ws="none",
        lifespan="off",
        log_level="critical",
        limit_concurrency=max(_FEWEST_CONNECTIONS, (allowed - beside) // _FILES_A_CLIENT),
        backlog=_ACCEPTED_AT_ONCE,
        timeout_keep_alive=_RESTS_S,
        timeout_graceful_shutdown=1,
    )

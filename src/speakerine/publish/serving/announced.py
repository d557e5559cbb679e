"""The server that says when it answers: from then on Ctrl-C, too, reaches it and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uvicorn import Server

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from uvicorn import Config


class AnnouncedServer(Server):
    """Calls `on_ready` once it listens and handles signals."""

    def __init__(self, config: Config, on_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """See `uvicorn.Server`."""
        await super().startup(sockets)
        self._on_ready()

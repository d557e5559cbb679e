"""Listening and subscribing on this machine: output/ over HTTP, the feed made for the address asked."""

from __future__ import annotations

import errno
import socket
from contextlib import suppress
from functools import lru_cache
from ipaddress import ip_address
from typing import TYPE_CHECKING

from speakerine.errors import PublishError
from speakerine.publish.addresses import EPISODES, FEED, INDEX, RECORD
from speakerine.publish.categories import check_category
from speakerine.publish.feed import podcast_guid, render_feed
from speakerine.publish.publication import read_identity
from speakerine.publish.site import render_index
from speakerine.publish.store import load_episodes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

    from speakerine.settings import Show

DEFAULT_PORT = 8000
_PORTS_TRIED = 20
_IPV6 = 6
_NS_PER_S = 1_000_000_000

Stamp = tuple[tuple[str, int], ...]


def build_app(output: Path, show: Show) -> Starlette:
    """Return the application that serves the folder, to GET and HEAD.

    The feed and the first page give the address at which they are asked for, so that one can
    subscribe on this machine whatever base_url says.

    Raises:
        PublishError: nothing was published in the folder yet.
    """
    from starlette.applications import Starlette
    from starlette.responses import RedirectResponse
    from starlette.routing import Route

    from speakerine.publish.responses import FEED_TYPE, file_response, not_found, text_response

    if not (output / FEED).is_file():
        raise PublishError(f"there is no feed in {output} yet: make an episode first, with “speakerine make”")
    check_category(show.category, show.subcategory)

    @lru_cache(maxsize=8)
    def rendered(base: str, _when: Stamp) -> tuple[bytes, bytes]:
        episodes = load_episodes(output)
        guid = read_identity(output) or podcast_guid(show.base_url or base)
        return render_feed(show, episodes, base, guid=guid), render_index(show, episodes, base).encode()

    def answer_feed(request: Request) -> Response:
        feed, _ = rendered(str(request.base_url), _stamp(output))
        return text_response(request, feed, FEED_TYPE, modified_s=_modified_s(output))

    def answer_index(request: Request) -> Response:
        _, page = rendered(str(request.base_url), _stamp(output))
        return text_response(request, page, "text/html; charset=utf-8", modified_s=_modified_s(output))

    def answer_file(request: Request) -> Response:
        asked = request.path_params["path"]
        path = _public_path(output, asked)
        if path is None:
            return not_found()
        if path.is_dir():
            if not asked.endswith("/"):
                return RedirectResponse(request.url.replace(path=request.url.path + "/"))
            path /= INDEX
        return file_response(request, path) if path.is_file() else not_found()

    return Starlette(
        routes=[
            Route(f"/{FEED}", answer_feed),
            Route("/", answer_index),
            Route(f"/{INDEX}", answer_index),
            Route("/{path:path}", answer_file),
        ]
    )


def serve(
    output: Path,
    show: Show,
    host: str = "127.0.0.1",
    port: int | None = None,
    on_ready: Callable[[str], None] = lambda _: None,
) -> None:
    """Serve the folder until Ctrl-C; `on_ready` is given the address, with its slash.

    Without a port the first free one from 8000 on is taken.

    Raises:
        PublishError: nothing was published yet, or the port cannot be had.
    """
    import uvicorn

    app = build_app(output, show)
    with open_socket(host, port) as listener:
        config = uvicorn.Config(
            app, http="h11", ws="none", lifespan="off", log_level="critical", timeout_graceful_shutdown=1
        )
        on_ready(address(host, listener.getsockname()[1]))
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listener])


def address(host: str, port: int) -> str:
    """Return the address to type in on this machine."""
    try:
        place = ip_address(host)
    except ValueError:
        return f"http://{host}:{port}/"
    if place.is_unspecified:
        return f"http://localhost:{port}/"
    return f"http://[{host}]:{port}/" if place.version == _IPV6 else f"http://{host}:{port}/"


def open_socket(host: str, port: int | None) -> socket.socket:
    """Return a listening socket.

    Raises:
        PublishError: the port asked for, or every one tried, is taken, or the host is not this machine.
    """
    ports = [port] if port is not None else range(DEFAULT_PORT, DEFAULT_PORT + _PORTS_TRIED)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for candidate in ports:
        try:
            return socket.create_server((host, candidate), family=family)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                reason = (error.strerror or str(error)).lower()
                raise PublishError(
                    f"cannot serve at {host}:{candidate} ({reason}): try --port 8000"
                ) from error
    if port is not None:
        raise PublishError(f"port {port} is taken by another program: leave --port out, or give another")
    raise PublishError(f"ports {ports[0]} to {ports[-1]} are all taken: give a free one with --port")


def _public_path(output: Path, asked: str) -> Path | None:
    """Return the file or folder asked for, or None where it is hidden, or outside the folder."""
    parts = [part for part in asked.split("/") if part]
    if any(part.startswith(".") or "\\" in part or "\0" in part or ":" in part for part in parts):
        return None
    path = output.joinpath(*parts)
    root = output.resolve()
    return path if path.resolve().is_relative_to(root) and path.exists() else None


def _stamp(output: Path) -> Stamp:
    """Return what changes when an episode is made, changed or removed."""
    times: list[tuple[str, int]] = []
    for record in sorted((output / EPISODES).glob(f"[!.]*/{RECORD}")):
        with suppress(FileNotFoundError):
            times.append((record.parent.name, record.stat().st_mtime_ns))
    return tuple(times)


def _modified_s(output: Path) -> float:
    newest_ns = max((time_ns for _, time_ns in _stamp(output)), default=0)
    return max((output / FEED).stat().st_mtime, newest_ns / _NS_PER_S)

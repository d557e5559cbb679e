"""Listening and subscribing on this machine: output/ over HTTP, its addresses those at which it is asked.

Nothing is made here: what is on disk is sent, so that a podcast of 10 000 episodes is served as one of ten.
"""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from speakerine.errors import PublishError
from speakerine.publish.addresses import FEED, INDEX
from speakerine.publish.pages.frame import environment
from speakerine.publish.serving.media_types import is_text
from speakerine.publish.serving.network import address, open_socket
from speakerine.publish.serving.readdress import Move, read_base, readdressed

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from speakerine.publish.serving.responses import Text

_TEXTS_KEPT = 64
"""Texts ready to be sent: pages, blocks of the search, and the feed, which is a few megabytes at most."""


def build_app(output: Path) -> ASGIApp:
    """Return the application that serves the folder, to GET, HEAD and OPTIONS.

    Feed, pages and chapters give the address at which they are asked for, so that one can subscribe
    on this machine, or from a telephone near it, whatever base_url says.

    Raises:
        PublishError: nothing was published in the folder yet, or its feed is damaged.
    """
    from starlette.applications import Starlette
    from starlette.responses import RedirectResponse
    from starlette.routing import Route

    from speakerine.publish.serving.responses import file_response, not_found, options_response, text_response

    feed = output / FEED
    if not feed.is_file():
        raise PublishError(f"there is no feed in {output} yet: make an episode first, with “speakerine make”")
    read_base(feed)

    def answer(request: Request) -> Response:
        asked = request.path_params["path"]
        path = public_path(output, asked)
        if path is None:
            return not_found()
        if path.is_dir():
            if asked and not asked.endswith("/"):
                return RedirectResponse(request.url.replace(path=request.url.path + "/"))
            path /= INDEX
        if not path.is_file():
            return not_found()
        if request.method == "OPTIONS":
            return options_response(path)
        stat = path.stat()
        if not is_text(path.name):
            return file_response(request, path, stat)
        move = _move(feed, str(request.base_url))
        text = _text(path, path.relative_to(output).as_posix(), *_state(stat), move)
        return text_response(request, path, text, mtime_ns=stat.st_mtime_ns)

    return _guarded(Starlette(routes=[Route("/{path:path}", answer, methods=["GET", "OPTIONS"])]))


def serve(
    output: Path,
    host: str = "127.0.0.1",
    port: int | None = None,
    on_ready: Callable[[str], None] = lambda _: None,
) -> None:
    """Serve the folder until Ctrl-C; `on_ready` is given the address, with its slash.

    Without a port the first free one from 8000 on is taken.

    Raises:
        PublishError: nothing was published yet, or the port cannot be had.
    """
    from speakerine.publish.serving.announced import AnnouncedServer
    from speakerine.publish.serving.patience import server_config

    app = build_app(output)
    with open_socket(host, port) as listener:
        where = address(host, listener.getsockname()[1])
        with suppress(KeyboardInterrupt):
            AnnouncedServer(server_config(app), lambda: on_ready(where)).run(sockets=[listener])


def public_path(output: Path, asked: str) -> Path | None:
    """Return the file or folder asked for, or None where it is hidden, or outside the folder."""
    parts = [part for part in asked.split("/") if part]
    if any(part.startswith(".") or "\\" in part or "\0" in part or ":" in part for part in parts):
        return None
    path, root = output.joinpath(*parts), output.resolve()
    try:
        real = path.resolve(strict=True)
    except (OSError, RuntimeError):  # absent, too long a name, or links in a ring
        return None
    if not real.is_relative_to(root):
        return None
    return None if any(part.startswith(".") for part in real.relative_to(root).parts) else path


@lru_cache(maxsize=_TEXTS_KEPT)
def _text(path: Path, name: str, _mtime_ns: int, _size_bytes: int, move: Move) -> Text:
    """Return the file as it is sent; its time and size tell whether what is kept is still so."""
    from speakerine.publish.serving.responses import prepare_text

    return prepare_text(readdressed(name, path.read_bytes(), move))


def _move(feed: Path, asked: str) -> Move:
    """Return the move to the address asked; none while the feed, soon written again, cannot be read."""
    try:
        return Move(_base(feed, *_state(feed.stat())), asked)
    except (OSError, PublishError):
        return Move(asked, asked)


@lru_cache(maxsize=1)
def _base(feed: Path, _mtime_ns: int, _size_bytes: int) -> str:
    return read_base(feed)


def _state(stat: os.stat_result) -> tuple[int, int]:
    return stat.st_mtime_ns, stat.st_size


def _guarded(app: Starlette) -> ASGIApp:
    """Return the application with what its every answer tells browsers: run nothing that is not ours."""
    policy = environment().get_template("policy.html").render()
    headers = {
        "content-security-policy": f"{policy}; frame-ancestors 'none'",
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
    }
    added = [(name.encode(), value.encode()) for name, value in headers.items()]

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], *added]}
            await send(message)

        await app(scope, receive, send_guarded)

    return answer

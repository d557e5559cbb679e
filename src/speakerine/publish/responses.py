"""Answers over HTTP: conditional, compressed where it helps, cut in ranges where players ask for it."""

from __future__ import annotations

import gzip
import hashlib
from email.utils import formatdate, parsedate_to_datetime
from typing import TYPE_CHECKING

from starlette.responses import FileResponse, PlainTextResponse, Response

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.datastructures import Headers
    from starlette.requests import Request

FEED_TYPE = "application/rss+xml; charset=utf-8"

_TEXT_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".xml": FEED_TYPE,
    ".json": "application/json",
    ".vtt": "text/vtt; charset=utf-8",
    ".srt": "application/x-subrip; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
}
_BINARY_TYPES = {
    ".mp3": "audio/mpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".woff2": "font/woff2",
}
_CHAPTERS_TYPE = "application/json+chapters"
_OPEN = {".vtt", ".srt", ".json"}
"""Transcripts and chapters, which players in other pages fetch."""

_MIN_GZIP_BYTES = 500


def not_found() -> Response:
    """Return 404."""
    return PlainTextResponse("Introuvable.\n", 404)


def file_response(request: Request, path: Path) -> Response:
    """Return the file: whole, in part, or 304 where the client has it already."""
    stat = path.stat()
    cors = {"access-control-allow-origin": "*"} if path.suffix in _OPEN else {}
    if path.suffix not in _TEXT_TYPES:
        kind = _BINARY_TYPES.get(path.suffix, "application/octet-stream")
        whole = FileResponse(path, media_type=kind, headers=cors, stat_result=stat)
        return _unless_known(request, whole)
    kind = _CHAPTERS_TYPE if path.name == "chapters.json" else _TEXT_TYPES[path.suffix]
    return text_response(request, path.read_bytes(), kind, modified_s=stat.st_mtime, headers=cors)


def text_response(
    request: Request,
    body: bytes,
    kind: str,
    *,
    modified_s: float | None = None,
    headers: dict[str, str] | None = None,
) -> Response:
    """Return text in gzip for clients that take it. `modified_s` is in seconds since 1970."""
    tag = hashlib.sha256(body).hexdigest()[:32]
    all_headers = {"vary": "Accept-Encoding", **(headers or {})}
    if len(body) >= _MIN_GZIP_BYTES and _takes_gzip(request.headers):
        body = gzip.compress(body, 6, mtime=0)
        all_headers["content-encoding"] = "gzip"
        tag += "-gzip"
    all_headers["etag"] = f'"{tag}"'
    if modified_s is not None:
        all_headers["last-modified"] = formatdate(modified_s, usegmt=True)
    return _unless_known(request, Response(body, media_type=kind, headers=all_headers))


def _takes_gzip(headers: Headers) -> bool:
    """Source: RFC 9110 §12.5.3; a quality of 0 refuses."""
    for offer in headers.get("accept-encoding", "").split(","):
        name, _, quality = offer.partition(";")
        if name.strip().lower() in {"gzip", "*"}:
            return quality.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return False


def _unless_known(request: Request, response: Response) -> Response:
    """Return the response, or 304 in its place. Source: RFC 9110 §13.2.2."""
    if not _is_known(request.headers, response.headers):
        return response
    kept = {"etag", "last-modified", "vary", "access-control-allow-origin"}
    headers = {name: value for name, value in response.headers.items() if name in kept}
    return Response(status_code=304, headers=headers)


def _is_known(asked: Headers, given: Headers) -> bool:
    if tags := asked.get("if-none-match"):
        known = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
        return "*" in known or given["etag"] in known
    since, modified = asked.get("if-modified-since"), given.get("last-modified")
    if not since or not modified:
        return False
    try:
        return parsedate_to_datetime(modified) <= parsedate_to_datetime(since)
    except (TypeError, ValueError):
        return False

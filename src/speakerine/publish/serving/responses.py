"""Answers over HTTP: conditional, compressed where it helps, cut in ranges where players ask for it."""

from __future__ import annotations

import gzip
import hashlib
import re
from dataclasses import dataclass
from email.utils import formatdate, parsedate_to_datetime
from typing import TYPE_CHECKING

from starlette.responses import FileResponse, PlainTextResponse, Response

from speakerine.publish.addresses import CHAPTERS, TRANSCRIPTS
from speakerine.publish.serving.media_types import media_type

if TYPE_CHECKING:
    import os
    from pathlib import Path

    from starlette.datastructures import Headers
    from starlette.requests import Request

_OPEN = {*TRANSCRIPTS, CHAPTERS}
"""What players in other pages fetch."""

_METHODS = "GET, HEAD, OPTIONS"
_ANY_ORIGIN = {"access-control-allow-origin": "*"}
_PREFLIGHT = {
    **_ANY_ORIGIN,
    "access-control-allow-methods": _METHODS,
    "access-control-allow-headers": "Range, If-None-Match, If-Modified-Since, Cache-Control",
    "access-control-max-age": "86400",
}
"""Source: WHATWG Fetch, CORS-preflight request."""

_MIN_GZIP_BYTES = 500
_BYTES = re.compile("([0-9]{0,18})-([0-9]{0,18})")
_NS_PER_S = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Text:
    """Text ready to be sent, as it is and in gzip; `gzipped` is None where that is no smaller."""

    body: bytes
    gzipped: bytes | None
    tag: str


def prepare_text(body: bytes) -> Text:
    """Return the text with what every answer of it needs."""
    gzipped = gzip.compress(body, 6, mtime=0) if len(body) >= _MIN_GZIP_BYTES else None
    return Text(body, gzipped, hashlib.sha256(body).hexdigest()[:32])


def not_found() -> Response:
    """Return 404."""
    return PlainTextResponse("Introuvable.\n", 404)


def options_response(path: Path) -> Response:
    """Return what may be asked of the file, and by whom."""
    headers = _PREFLIGHT if path.name in _OPEN else {}
    return Response(status_code=204, headers={"allow": _METHODS, **headers})


def file_response(request: Request, path: Path, stat: os.stat_result) -> Response:
    """Return the file: whole, in part, or 304 where the client has it already."""
    if not _is_range(request.headers.get("range", "")):
        request.scope["headers"] = [one for one in request.scope["headers"] if one[0] != b"range"]
    whole = FileResponse(path, media_type=media_type(path.name), headers=_headers(path), stat_result=stat)
    return _unless_known(request, whole)


def text_response(request: Request, path: Path, text: Text, *, mtime_ns: int) -> Response:
    """Return the text of the file, in gzip for clients that take it, or 304. `mtime_ns` is since 1970."""
    headers = {**_headers(path), "vary": "Accept-Encoding", "etag": f'"{text.tag}"'}
    headers["last-modified"] = formatdate(mtime_ns / _NS_PER_S, usegmt=True)
    body = text.body
    if text.gzipped is not None and _takes_gzip(request.headers):
        body = text.gzipped
        headers |= {"content-encoding": "gzip", "etag": f'"{text.tag}-gzip"'}
    return _unless_known(request, Response(body, media_type=media_type(path.name), headers=headers))


def _headers(path: Path) -> dict[str, str]:
    """Return the headers of the file's every answer; nobody keeps one without asking whether it changed."""
    return {"cache-control": "no-cache", **(_ANY_ORIGIN if path.name in _OPEN else {})}


def _is_range(asked: str) -> bool:
    """Return whether a Range can be answered; one that cannot be read is ignored. Source: RFC 9110 §14.2."""
    unit, _, ranges = asked.partition("=")
    found = [_BYTES.fullmatch(one.strip()) for one in ranges.split(",")]
    return unit.strip().lower() == "bytes" and all(one and _ascends(*one.groups()) for one in found)


def _ascends(first: str, last: str) -> bool:
    return bool(first or last) and not (first and last and int(first) > int(last))


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
    kept = {"cache-control", "etag", "last-modified", "vary", "access-control-allow-origin"}
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

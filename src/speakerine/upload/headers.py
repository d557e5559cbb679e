"""What a server says of each file: its type, and for how long it may be kept without asking again.

Nothing is compressed beforehand (no Content-Encoding): audio and pictures are already, players ask for
ranges of bytes, and a server that compresses text asks each client first.
"""

from __future__ import annotations

from pathlib import PurePath

from speakerine.publish.serving.media_types import media_type

_ASK_AGAIN = "public, max-age=60, must-revalidate"
_A_DAY = "public, max-age=86400"
_A_WEEK = "public, max-age=604800"

_KEPT = {
    ".mp3": _A_DAY,
    ".jpg": _A_DAY,
    ".png": _A_DAY,
    ".woff2": _A_WEEK,
}
"""Sound and pictures keep their names when an article is corrected and its episode replaced: a day is how
long an old version may still be heard. What changes with every episode, or belongs with another file that
does, is asked for again after a minute: that costs 200 bytes where nothing changed."""


def content_type(path: str) -> str:
    """Return the Content-Type of the file of that path."""
    return media_type(path)


def cache_control(path: str) -> str:
    """Return the Cache-Control of the file of that path. Source: RFC 9111 §5.2.2."""
    return _KEPT.get(PurePath(path).suffix, _ASK_AGAIN)

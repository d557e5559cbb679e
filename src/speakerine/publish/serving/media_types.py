"""What each file of the site is, as a server names it.

Sources: IANA media types; Podcasting 2.0 namespace.
"""

from __future__ import annotations

from pathlib import PurePath

from speakerine.publish.addresses import CHAPTERS

FEED_TYPE = "application/rss+xml; charset=utf-8"
CHAPTERS_TYPE = "application/json+chapters"
UNKNOWN = "application/octet-stream"

_TEXTS = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".srt": "application/x-subrip; charset=utf-8",
    ".svg": "image/svg+xml",
    ".vtt": "text/vtt; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".xml": FEED_TYPE,
}
_OTHERS = {
    ".jpg": "image/jpeg",
    ".mp3": "audio/mpeg",
    ".png": "image/png",
    ".woff2": "font/woff2",
}


def media_type(name: str) -> str:
    """Return the type of the file of that name, or path."""
    path = PurePath(name)
    if path.name == CHAPTERS:
        return CHAPTERS_TYPE
    return _TEXTS.get(path.suffix) or _OTHERS.get(path.suffix, UNKNOWN)


def is_text(name: str) -> bool:
    """Return whether the file of that name is text, which gzip makes smaller."""
    return PurePath(name).suffix in _TEXTS

"""Where things are: on the site that output/ is, and in the addresses that the feed gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from speakerine.errors import ConfigError
from speakerine.publish.plain import one_line

if TYPE_CHECKING:
    from speakerine.publish.listing import Listing
    from speakerine.types import Episode

LOCAL_BASE_URL = "http://127.0.0.1:8000/"
"""Where `speakerine serve` answers: the address of a feed while nobody has said where it will be."""

FEED = "feed.xml"
INDEX = "index.html"
COVER = "cover.jpg"
EPISODES = "episodes"
ASSETS = "assets"
ARCHIVES = "archives"
SEARCH = "search"
RECORD = "episode.json"
CHAPTERS = "chapters.json"
TRANSCRIPTS = {
    "transcript.vtt": "text/vtt",
    "transcript.srt": "application/x-subrip",
    "transcript.json": "application/json",
    "transcript.html": "text/html",
}

_USER = re.compile(r"\s*https?://(?P<user>[^/?#]*@)", re.IGNORECASE)
"""Source: RFC 3986 §3.2.1."""

_SAFE_IN_URL = "!#$%&'()*+,/:;=?@[]~-._"


def base_address(base_url: str) -> str:
    """Return the base address in ASCII with its trailing slash; the local one when it is "".

    Raises:
        ConfigError: it is no http(s) address, or holds a password.
    """
    if not base_url:
        return LOCAL_BASE_URL
    if _user(base_url):
        raise ConfigError(
            "base_url holds a name or password, which the feed would show to everybody: "
            "leave out what is before the @"
        )
    address = web_address(base_url)
    if not address:
        raise ConfigError(
            f"base_url “{base_url}” is not a web address: give one such as https://example.org/podcast/"
        )
    return address.rstrip("/") + "/"


def web_address(url: str) -> str:
    """Return the http(s) address in ASCII, or "" when it is anything else (javascript:, a path…).

    A name or password in it is left out: it is for whoever wrote the address, and not for listeners.
    """
    line = one_line(url)
    line = line.replace(_user(line), "", 1)
    scheme = line.partition(":")[0].lower()
    if scheme not in {"http", "https"} or "\\" in line:
        return ""
    try:
        host = urlsplit(line).hostname or ""
        ascii_host = host if host.isascii() else host.encode("idna").decode()
    except ValueError:
        return ""
    return quote(line.replace(host, ascii_host, 1), safe=_SAFE_IN_URL, errors="replace") if host else ""


def _user(url: str) -> str:
    """Return the name and password of the address, with its @, or ""."""
    found = _USER.match(url)
    return found["user"] if found else ""


def episode_path(episode: Episode | Listing, name: str) -> str:
    """Return the path of one of the episode's files from the root of the site, percent-encoded."""
    return f"{EPISODES}/{quote(episode.slug)}/{quote(name)}"

"""What a server's refusals mean to the one who asked: a sentence with what, where, and what to do next."""

from __future__ import annotations

import re
from http import HTTPStatus

from speakerine.errors import SourceError

SAVE_IT = "Open it in a browser, save the page, and give the file."
TRY_LATER = "Try again later."

PASSING_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses that may be over in a moment. Source: RFC 9110 §15.5-15.6, RFC 6585 §4, RFC 8470 §5.2."""

_LONGEST_SHOWN_CHARS = 200
_SECRET = re.compile(r"(?<=//)[^/?#]*@")
"""What is before the @ of an address. Source: RFC 3986 §3.2.1."""

_NO_ARTICLES = {
    "application/pdf": "a PDF document",
    "application/zip": "an archive",
    "application/gzip": "an archive",
    "application/epub+zip": "an e-book",
    "application/msword": "a word processor's document",
    "application/rtf": "a word processor's document",
    "image/": "an image",
    "audio/": "a sound",
    "video/": "a video",
    "font/": "a font",
    "application/vnd.": "an office document",
    "application/javascript": "a program",
    "text/javascript": "a program",
    "text/css": "a style sheet",
    "text/calendar": "a calendar",
}


class PassingError(SourceError):
    """A failure of the network or of the server that may be over at the next try.

    `wait_s` is how long the server asks to wait before it, in seconds.
    """

    wait_s = 0.0


class PageRefusedError(SourceError):
    """The server answered, and does not give this page: a status of 400 to 499, other than a passing one."""


def shown(url: str) -> str:
    """`url` as an error shows it: of a bearable length, and without name or password."""
    public = _SECRET.sub("…@", url)
    return public if len(public) <= _LONGEST_SHOWN_CHARS else f"{public[:_LONGEST_SHOWN_CHARS]}…"


def refuse_status(url: str, status: int, wait_s: float = 0.0) -> None:
    """Stop at a status that brings no page; `wait_s` is how long the server asks to wait, in seconds.

    Raises:
        PassingError: it may be over later: 429, 503…
        PageRefusedError: the page is missing or refused: 404, 403…
        SourceError: any other status than 200 to 299.
    """
    where = shown(url)
    if status in PASSING_STATUSES:
        error = PassingError(f"{where} {_busy(status)}{_asked_to_wait(wait_s)}. {TRY_LATER}")
        error.wait_s = wait_s
        raise error
    if HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR:
        raise PageRefusedError(f"{where} {_refused(status)}")
    if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        raise SourceError(f"{where} answers with status {status} instead of a page. {SAVE_IT}")


def refuse_type(url: str, content_type: str) -> None:
    """Stop at what its content type says is no text.

    Args:
        url: the address asked.
        content_type: lower case, without parameters; "" when the server does not say.

    Raises:
        SourceError: a PDF, an image, a sound, a video, an archive…
    """
    what = next((name for prefix, name in _NO_ARTICLES.items() if content_type.startswith(prefix)), "")
    if what:
        raise SourceError(
            f"{shown(url)} is {what} ({content_type}), not a page with an article. "
            "Give the address of the article, or its text in a .txt file."
        )


def _busy(status: int) -> str:
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return f"is asked for too often, says the site ({status})"
    return f"cannot be had now: the site is failing ({status})"


def _asked_to_wait(wait_s: float) -> str:
    return f" and asks to wait {wait_s:.0f} s" if wait_s > 0 else ""


def _refused(status: int) -> str:
    if status in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
        return f"is not there ({status}): the page has moved or is gone. Check the address in a browser."
    if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.PAYMENT_REQUIRED}:
        return f"is for those who sign in ({status}). Sign in in a browser, save the page, and give the file."
    if status == HTTPStatus.FORBIDDEN:
        return f"is refused to programs, or to those who are not signed in ({status}). {SAVE_IT}"
    return f"is refused by the site ({status}). Check the address, or open it in a browser and save the page."

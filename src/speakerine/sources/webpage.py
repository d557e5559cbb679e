"""The article at a web address: its page fetched, decoded and read."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from speakerine.errors import SourceError
from speakerine.sources.addresses import without_tracking
from speakerine.sources.charsets import decode_page
from speakerine.sources.feed_kinds import is_feed
from speakerine.sources.html import read_html
from speakerine.sources.markdown import read_markdown
from speakerine.sources.refusals import shown
from speakerine.sources.text import read_text

if TYPE_CHECKING:
    from speakerine.sources.fetch import Fetcher, Page
    from speakerine.sources.robots import Robots
    from speakerine.types import Article

_SIGN_IN_PATH = re.compile(
    r"/(?:log-?in|sign-?in|sign-?on|connexion|se-connecter|identification|auth(?:enticate|entification)?|sso|account/login)(?:[/.?]|$)",
    re.IGNORECASE,
)
_PASSWORD = re.compile(r"""<input\b[^<>]{0,500}\btype\s*=\s*["']?password""", re.IGNORECASE)
_JSON_TYPES = frozenset({"application/json", "application/ld+json", "text/json"})


def read_url(url: str, fetcher: Fetcher, robots: Robots | None = None) -> Article:
    """The article at `url`; with `robots`, only if the site lets programs fetch it.

    Its own address is the canonical one that the page names, else where redirects led, without what
    only tells where the reader came from.

    Raises:
        SourceError: it cannot be fetched, is a feed, asks to sign in, or holds no article.
    """
    if robots and not robots.allowed(url):
        raise SourceError(
            f"{shown(url)} is not for programs, says the site's robots.txt. "
            "Open it in a browser, save the page, and give the file."
        )
    page = fetcher.fetch(url)
    if is_feed(page.body, page.content_type):
        raise SourceError(
            f"{shown(url)} is a feed, not an article: use it with sync, as a [[sources]] of show.toml, "
            "or give the address of one of its articles."
        )
    return read_page(page, url)


def read_page(page: Page, asked: str) -> Article:
    """The article in a page that was fetched from the address `asked`.

    Raises:
        SourceError: it asks to sign in, or holds no article.
    """
    try:
        text = decode_page(page.body, page.charset)
    except SourceError as error:
        raise SourceError(f"{shown(page.url)}: {error}") from error
    _refuse_sign_in(page.url, asked)
    try:
        article = _read(page, text)
    except SourceError as error:
        if _PASSWORD.search(text):
            raise SourceError(_sign_in(asked)) from error
        raise SourceError(_with_address(str(error), page.url)) from error
    image = "" if article.image == page.url else article.image
    return replace(article, url=_identity(article.url, page.url), image=image)


def _read(page: Page, text: str) -> Article:
    if page.content_type == "text/plain":
        return read_text(text)
    if page.content_type in {"text/markdown", "text/x-markdown"}:
        return replace(read_markdown(text), source="markdown")
    if page.content_type in _JSON_TYPES:
        raise SourceError("it is data in JSON, not a page. Give the address of the article's page.")
    return read_html(text, url=page.url)


def _refuse_sign_in(url: str, asked: str) -> None:
    """A redirect to a page for signing in is no article, however much it says."""
    if url != asked and _SIGN_IN_PATH.search(urlsplit(url).path) and not _SIGN_IN_PATH.search(asked):
        raise SourceError(_sign_in(asked))


def _sign_in(url: str) -> str:
    return (
        f"{shown(url)} asks to sign in. Sign in in a browser, save the page as you see it there, "
        "and give the file."
    )


def _identity(canonical: str, url: str) -> str:
    """The article's own address: the canonical one, unless it is only the site's front page."""
    try:
        parts = urlsplit(canonical)
        front = parts.path in {"", "/"} and not parts.query
    except ValueError:
        front = True
    return without_tracking(url if front and urlsplit(url).path not in {"", "/"} else canonical or url)


def _with_address(message: str, url: str) -> str:
    return message if url in message else f"{shown(url)}: {message}"

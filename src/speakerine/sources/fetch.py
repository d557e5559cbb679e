"""The only HTTP client of the house: a page on the web to its bytes, politely and within bounds."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from pathlib import Path

from speakerine import __version__
from speakerine.errors import SourceError
from speakerine.sources.addresses import WebAddress, follow_location, parse_address, resolve
from speakerine.sources.content_coding import ACCEPTED
from speakerine.sources.exchange import Answer, Deadline, Timeouts, exchange
from speakerine.sources.http_cache import HttpCache, StoredPage
from speakerine.sources.refusals import SAVE_IT, PassingError, refuse_status, refuse_type, shown

PRODUCT = "speakerine"
"""The name by which a robots.txt knows us."""

_ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, "
    "text/plain;q=0.9, application/xml;q=0.8, application/json;q=0.8, */*;q=0.1"
)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
"""Source: RFC 9110 §15.4."""


def user_agent(contact: str = "") -> str:
    """The User-Agent field; `contact` is an address where a webmaster finds who asks (RFC 9110 §10.1.5)."""
    return f"{PRODUCT}/{__version__} ({f'+{contact}' if contact else 'reads articles aloud for a podcast'})"


@dataclass(frozen=True, slots=True)
class Page:
    """What was fetched.

    `url` is where redirects led. `content_type` is in lower case, without parameters, `charset` as the
    server names it: both may be "". `not_modified` says that the page is as it was when last fetched,
    from the cache.
    """

    url: str
    body: bytes
    content_type: str = ""
    charset: str = ""
    etag: str = ""
    last_modified: str = ""
    not_modified: bool = False


@dataclass(frozen=True, slots=True)
class Fetcher:
    """How pages are fetched.

    `total_timeout_s` is for one try with its redirects, and holds however the server trickles.
    `max_bytes` is the limit of a body, as sent and as decompressed. A try that fails in passing is
    followed by up to `retries` more, after `backoff_s` seconds, twice that, and so on, or what the
    server asks; if it asks for more than `longest_wait_s`, we come back another day. `cache` is a folder.
    """

    user_agent: str = field(default_factory=user_agent)
    connect_timeout_s: float = 10.0
    read_timeout_s: float = 20.0
    total_timeout_s: float = 60.0
    max_bytes: int = 20_000_000
    max_redirects: int = 8
    retries: int = 3
    backoff_s: float = 1.0
    longest_wait_s: float = 60.0
    allow_private: bool = False
    cache: Path | None = None
    sleep: Callable[[float], None] = field(default=time.sleep, compare=False)
    clock: Callable[[], float] = field(default=time.time, compare=False)

    def fetch(self, url: str) -> Page:
        """The page at `url`, which may be a web page, a text or a feed.

        Raises:
            PassingError: the network or the server fails, at every try.
            PageRefusedError: the server answers that it does not give the page.
            SourceError: anything else: the address, its certificate, its size or its kind is why.
        """
        page = self.ask(url)
        if not page.body.strip():
            raise SourceError(f"{shown(page.url)} is empty: the site sends a page without text. {SAVE_IT}")
        return page

    def ask(self, url: str, *, max_age_s: float = 0.0) -> Page:
        """What is at `url`, even if it is empty.

        With `max_age_s`, what the cache has kept for no longer than that is given without a request.

        Raises:
            SourceError: as `fetch`.
        """
        address = parse_address(url)
        if max_age_s > 0 and (stored := self._fresh(address, max_age_s)):
            return _page(stored.url, stored, not_modified=True)
        page = self._try(address)
        if max_age_s > 0:
            self.remember(address.url, page)
        return page

    def remember(self, url: str, page: Page) -> None:
        """Keep `page` in the cache, if there is one, as what is at `url` now."""
        if self.cache:
            HttpCache(self.cache).write(_stored(url, page, self.clock()))

    def _fresh(self, address: WebAddress, max_age_s: float) -> StoredPage | None:
        stored = HttpCache(self.cache).read(address.url) if self.cache else None
        return stored if stored and 0 <= self.clock() - stored.stored_at_s <= max_age_s else None

    def _try(self, address: WebAddress) -> Page:
        """Tries until it is no use any more."""
        for attempt in range(self.retries + 1):
            try:
                return self._follow(address)
            except PassingError as error:
                wait_s = max(self.backoff_s * 2**attempt, error.wait_s)
                if attempt == self.retries or wait_s > self.longest_wait_s:
                    raise
            self.sleep(wait_s)
        raise AssertionError

    def _follow(self, first: WebAddress) -> Page:
        """One try: the request, and those to where it redirects."""
        deadline = Deadline(self.total_timeout_s)
        seen: list[WebAddress] = []
        step: WebAddress | Page = first
        while isinstance(step, WebAddress):
            if step in seen:
                raise SourceError(
                    f"{shown(first.url)} redirects in a circle, as sites do that want a cookie. {SAVE_IT}"
                )
            if len(seen) > self.max_redirects:
                raise SourceError(f"{shown(first.url)} redirects over {self.max_redirects} times. {SAVE_IT}")
            seen.append(step)
            try:
                step = self._step(step, deadline)
            except SourceError as error:
                if len(seen) > 1:
                    error.args = (f"{shown(first.url)} leads elsewhere: {error}",)
                raise
        return step

    def _step(self, address: WebAddress, deadline: Deadline) -> WebAddress | Page:
        """One request: the page, or the address to which it redirects."""
        stored = HttpCache(self.cache).read(address.url) if self.cache else None
        ips = resolve(address, allow_private=self.allow_private)
        timeouts = Timeouts(self.connect_timeout_s, self.read_timeout_s)
        with exchange(address, ips, self._headers(stored), timeouts, deadline) as answer:
            if answer.status in _REDIRECTS:
                return follow_location(address, answer.headers.get("location", ""))
            if answer.status == HTTPStatus.NOT_MODIFIED and stored:
                page = _page(address.url, stored, not_modified=True)
            else:
                page = self._received(answer)
        if page.not_modified or page.etag or page.last_modified:
            self.remember(address.url, page)
        return page

    def _received(self, answer: Answer) -> Page:
        """The page that an answer brings."""
        headers = answer.headers
        refuse_status(answer.address.url, answer.status, self._asked_wait_s(answer))
        content_type, charset = parse_content_type(headers.get("content-type", ""))
        refuse_type(answer.address.url, content_type)
        body = answer.read_body(self.max_bytes)
        page = Page(answer.address.url, body, content_type, charset)
        if "no-store" in headers.get("cache-control", "").lower():
            return page
        etag, last_modified = headers.get("etag", ""), headers.get("last-modified", "")
        return replace(page, etag=_one_line(etag), last_modified=_one_line(last_modified))

    def _headers(self, stored: StoredPage | None) -> dict[str, str]:
        """Source: RFC 9110 §12.5 (what we take), §13.1 (only if it has changed)."""
        headers = {
            "User-Agent": self.user_agent,
            "Accept": _ACCEPT,
            "Accept-Language": "fr",
            "Accept-Encoding": ACCEPTED,
        }
        if stored and stored.etag:
            headers["If-None-Match"] = stored.etag
        if stored and stored.last_modified:
            headers["If-Modified-Since"] = stored.last_modified
        return headers

    def _asked_wait_s(self, answer: Answer) -> float:
        now = answer.headers.get("date", "")
        return retry_after_s(answer.headers.get("retry-after", ""), _date(now) or self._now())

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self.clock(), UTC)


def retry_after_s(field_value: str, now: datetime) -> float:
    """How long a Retry-After field asks to wait, in seconds: it gives these, or a date (RFC 9110 §10.2.3)."""
    value = field_value.strip()
    if value.isascii() and value.isdecimal():
        return float(value)
    when = _date(value)
    return max(0.0, (when - now).total_seconds()) if when else 0.0


def parse_content_type(field_value: str) -> tuple[str, str]:
    """The media type and the charset of a Content-Type field, in lower case, or "" (RFC 9110 §8.3)."""
    if not field_value.strip():
        return "", ""
    message = Message()
    message["Content-Type"] = _one_line(field_value)
    return message.get_content_type(), message.get_content_charset("")


def _date(field_value: str) -> datetime | None:
    """An HTTP date, which is in UTC (RFC 9110 §5.6.7)."""
    try:
        when = parsedate_to_datetime(field_value)
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def _one_line(field_value: str) -> str:
    return " ".join(field_value.split())


def _page(url: str, stored: StoredPage, *, not_modified: bool) -> Page:
    return Page(
        url,
        stored.body,
        stored.content_type,
        stored.charset,
        stored.etag,
        stored.last_modified,
        not_modified=not_modified,
    )


def _stored(url: str, page: Page, now_s: float) -> StoredPage:
    return StoredPage(
        url, page.body, page.content_type, page.charset, page.etag, page.last_modified, stored_at_s=now_s
    )

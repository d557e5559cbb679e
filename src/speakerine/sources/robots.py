"""What a site asks programs not to fetch: its robots.txt, read once a host and a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.robotparser import RobotFileParser

from speakerine.sources.addresses import parse_address
from speakerine.sources.fetch import Fetcher, Page
from speakerine.sources.refusals import PageRefusedError

if TYPE_CHECKING:
    from speakerine.sources.addresses import WebAddress

_DAY_S = 86_400.0
"""How long a robots.txt may be kept. Source: RFC 9309 §2.4."""

_MOST_BYTES = 512_000
"""How much of one is read. Source: RFC 9309 §2.5."""


@dataclass(frozen=True, slots=True)
class Robots:
    """The robots.txt files of the hosts asked about, fetched with `fetcher` and kept in its cache."""

    fetcher: Fetcher
    _known: dict[str, RobotFileParser] = field(default_factory=dict, compare=False, repr=False)

    def allowed(self, url: str) -> bool:
        """Whether the site lets us fetch `url`.

        A site without robots.txt, or that refuses it (status 400 to 499), lets everything be fetched.

        Raises:
            SourceError: the site cannot be asked: nothing of it may be fetched then (RFC 9309 §2.3.1.4).
        """
        address = parse_address(url)
        if address.origin not in self._known:
            self._known[address.origin] = _parse(self._fetch(address))
        return self._known[address.origin].can_fetch(self.fetcher.user_agent, address.url)

    def _fetch(self, address: WebAddress) -> bytes:
        where = f"{address.origin}/robots.txt"
        try:
            return self.fetcher.ask(where, max_age_s=_DAY_S).body
        except PageRefusedError:
            self.fetcher.remember(where, Page(where, b""))
            return b""


def _parse(data: bytes) -> RobotFileParser:
    """The rules of a robots.txt; one that is no robots.txt has none."""
    parser = RobotFileParser()
    try:
        parser.parse(data[:_MOST_BYTES].decode("utf-8-sig", "replace").splitlines())
    except ValueError:
        parser = RobotFileParser()
        parser.parse([])
    return parser

"""Web addresses, and the guard that keeps requests out of private networks.

An address in an article's feed or in a redirect is a stranger's choice: it must not make this machine
ask its own services, its router or its cloud's metadata (server-side request forgery). Every answer of
the name service is checked, and the connection goes to the very address that was checked.
"""

from __future__ import annotations

import re
import socket
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from speakerine.errors import SourceError
from speakerine.sources.refusals import PassingError, shown

_PORTS = {"http": 80, "https": 443}
_LONGEST_ADDRESS_CHARS = 8_000
_NAT64 = IPv6Network("64:ff9b::/96")
"""IPv6 addresses that stand for the IPv4 address in their last 32 bits. Source: RFC 6052 §2.1."""

_INSIDE = tuple(
    map(
        ip_network,
        ("168.63.129.16/32", "192.0.0.0/24", "192.88.99.0/24", "3fff::/20", "5f00::/16", "64:ff9b:1::/48"),
    )
)
"""What the standard library takes for public, or did once: what clouds have for their own machines (Azure's
address, Oracle's in 192.0.0.0/24), relays, and blocks not globally reachable. Source: IANA's registries."""

_TRACKING = re.compile(
    r"utm_\w+|xtor|at_\w+|fbclid|gclid|dclid|msclkid|twclid|mc_[ce]id|igshid|yclid|ns_\w+|cmpid|ito|wt_mc|xtref|pk_\w+|mtm_\w+",
    re.IGNORECASE,
)
"""Query parameters that tell where a reader came from, and not what is read."""


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An http or https address, taken apart once: what was checked is what is asked.

    `host` is in ASCII, without brackets. `target` is the path with its query, percent-encoded.
    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """The host as the Host field gives it, with its port where it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme and authority."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """The whole address, without fragment."""
        return f"{self.origin}{self.target}"


def parse_address(url: str) -> WebAddress:
    """The parts of `url`, normalised as RFC 3986 §6.2.2 says; its fragment is left out.

    Raises:
        SourceError: it is no http or https address, or holds a name and password.
    """
    from urllib3.exceptions import LocationParseError
    from urllib3.util import parse_url

    stripped = url.strip()
    if len(stripped) > _LONGEST_ADDRESS_CHARS:
        raise SourceError(f"{shown(stripped)} is too long for an address. Check how it was copied.")
    try:
        parts = parse_url(stripped)
    except LocationParseError as error:
        raise SourceError(
            f"{shown(stripped)} is not an address that can be read. Check how it was copied."
        ) from error
    if parts.scheme not in _PORTS or not parts.host:
        raise SourceError(
            f"{shown(stripped)} is not a web address. Give one that begins with https:// or http://."
        )
    if parts.auth:
        raise SourceError(
            f"The address at {parts.host} holds a name or password, which is not sent. "
            "Leave out what is before the @."
        )
    host = parts.host.strip("[]")
    return WebAddress(parts.scheme, host, parts.port or _PORTS[parts.scheme], parts.request_uri)


def follow_location(address: WebAddress, location: str) -> WebAddress:
    """Where a redirect from `address` leads; `location` may be relative (RFC 9110 §10.2.2).

    Raises:
        SourceError: it leads to no web address.
    """
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    try:
        return parse_address(urljoin(address.url, location.strip()))
    except (ValueError, SourceError) as error:
        raise SourceError(
            f"{shown(address.url)} redirects to {shown(location)}, which cannot be fetched. "
            "Open it in a browser and give the address seen there."
        ) from error


def resolve(address: WebAddress, *, allow_private: bool) -> tuple[str, ...]:
    """The IP addresses of the host, in the order in which to try them, each of them checked.

    Raises:
        PassingError: the name service does not answer.
        SourceError: there is no such host, or one of its addresses is not a public one.
    """
    try:
        answers = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno == socket.EAI_AGAIN:
            raise PassingError(
                f"{address.host} cannot be looked up now. Check that this machine is online, and try again."
            ) from error
        raise SourceError(
            f"There is no site named {address.host}. Check the address, and that this machine is online."
        ) from error
    except (UnicodeError, ValueError) as error:
        raise SourceError(f"{shown(address.host)} is not a site's name. Check the address.") from error
    found = tuple(dict.fromkeys(str(answer[4][0]) for answer in answers))
    private = [ip for ip in found if not is_public(ip)]
    if private and not allow_private:
        raise SourceError(
            f"{shown(address.url)} is inside a private network ({private[0]}), and is not fetched. "
            "If you mean it, such as for a newsroom's intranet, add --allow-private."
        )
    return found


def is_public(ip: str) -> bool:
    """Whether `ip` is an address of the public Internet, and of one machine.

    Loopback, private, link-local, shared, multicast, reserved and documentation addresses are not, nor
    IPv6 addresses that lead to one of these: IPv4-mapped (RFC 4291), 6to4 (RFC 3056), NAT64 (RFC 6052).
    Source: IANA's special-purpose address registries, as the standard library holds them.
    """
    if "%" in ip:
        return False
    address = _inner(ip_address(ip))
    site_local = isinstance(address, IPv6Address) and address.is_site_local
    inside = any(address in block for block in _INSIDE)
    return address.is_global and not (address.is_multicast or address.is_reserved or site_local or inside)


def _inner(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 one stands for, else itself."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(address.packed[-4:])
    return address.ipv4_mapped or address.sixtofour or address


def without_tracking(url: str) -> str:
    """`url` without its fragment, name and password, and what only tells where the reader came from."""
    try:
        parts = urlsplit(url)
        pairs = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return url
    kept = [(name, value) for name, value in pairs if not _TRACKING.fullmatch(name)]
    query = parts.query if len(kept) == len(pairs) else urlencode(kept)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, query, ""))

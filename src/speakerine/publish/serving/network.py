"""Where a server listens, and the addresses by which it is reached."""

from __future__ import annotations

import errno
import socket
from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit

from speakerine.errors import PublishError

DEFAULT_PORT = 8000
_PORTS_TRIED = 20

_ELSEWHERE = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "2001:db8::1"}
"""Addresses that nobody has. Source: RFC 5737 and RFC 3849, documentation."""


def address(host: str, port: int) -> str:
    """Return the address to type in, with its slash: this machine's in its network where any would do."""
    try:
        place = ip_address(host)
    except ValueError:
        return f"http://{host}:{port}/"
    if place.is_unspecified:
        family = socket.AF_INET6 if isinstance(place, IPv6Address) else socket.AF_INET
        own = own_address(family)
        return address(own, port) if own else f"http://localhost:{port}/"
    return f"http://[{host}]:{port}/" if isinstance(place, IPv6Address) else f"http://{host}:{port}/"


def own_address(family: socket.AddressFamily = socket.AF_INET) -> str:
    """Return this machine's address in its network, or "" where it is in none; nothing is sent."""
    with socket.socket(family, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((_ELSEWHERE[family], 9))
        except OSError:
            return ""
        return str(probe.getsockname()[0])


def is_for_others(url: str) -> bool:
    """Return whether other machines can ask at that address."""
    host = urlsplit(url).hostname or ""
    try:
        return not ip_address(host).is_loopback
    except ValueError:
        return host != "localhost"


def open_socket(host: str, port: int | None) -> socket.socket:
    """Return a listening socket; without a port, on the first free one from 8000 on.

    Raises:
        PublishError: the port asked for, or every one tried, is taken, or the host is not this machine.
    """
    ports = [port] if port is not None else range(DEFAULT_PORT, DEFAULT_PORT + _PORTS_TRIED)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for candidate in ports:
        try:
            return socket.create_server((host, candidate), family=family)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                reason = (error.strerror or str(error)).lower()
                raise PublishError(
                    f"cannot serve at {host}:{candidate} ({reason}): try --port 8000"
                ) from error
    if port is not None:
        raise PublishError(f"port {port} is taken by another program: leave --port out, or give another")
    raise PublishError(f"ports {ports[0]} to {ports[-1]} are all taken: give a free one with --port")

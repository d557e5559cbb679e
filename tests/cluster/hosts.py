"""Hosts of their own, in network namespaces: each with an address on a bridge that this one reaches too."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from tests.conftest import program

IP = "iproute2"
"""The Debian package of `ip`."""


@dataclass
class Hosts:
    """The namespaces that a test has made, behind one bridge; `mark` keeps them apart from another run's."""

    ip: str
    mark: str
    subnet: str
    names: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    @property
    def bridge_address(self) -> str:
        """This host's, at which the others reach it."""
        return f"{self.subnet}.1"

    def open(self) -> None:
        """Make the bridge.

        Raises:
            CalledProcessError: nobody may make namespaces here.
        """
        self._ip("link", "add", self._bridge, "type", "bridge")
        self._ip("address", "add", f"{self.bridge_address}/24", "dev", self._bridge)
        self._ip("link", "set", self._bridge, "up")

    def add(self) -> Host:
        """One more host."""
        number = len(self.names) + 2
        name, link, inside = (f"{self.mark}{kind}{number}" for kind in "nvi")
        self._ip("netns", "add", name)
        self.names.append(name)
        self._ip("link", "add", link, "type", "veth", "peer", "name", inside)
        self.links.append(link)
        self._ip("link", "set", inside, "netns", name)
        self._ip("link", "set", link, "master", self._bridge, "up")
        host = Host(self, name, f"{self.subnet}.{number}", link, inside)
        for command in (
            ["link", "set", "lo", "up"],
            ["address", "add", f"{host.address}/24", "dev", inside],
            ["link", "set", inside, "up"],
        ):
            self._ip("-n", name, *command)
        return host

    def cut(self, link: str) -> None:
        """Take a host's link down, as when somebody pulls its cable."""
        self._ip("link", "set", link, "down")

    def close(self) -> None:
        """Take all of them away; nothing may run in them any more.

        A namespace outlives its name while a connection in it waits for an answer: its link goes first.
        """
        for link in [*self.links, self._bridge]:
            subprocess.run([self.ip, "link", "delete", link], capture_output=True, check=False)
        for name in self.names:
            self._ip("netns", "delete", name)

    @property
    def _bridge(self) -> str:
        return f"{self.mark}br"

    def _ip(self, *arguments: str) -> None:
        subprocess.run([self.ip, *arguments], capture_output=True, check=True)


@dataclass(frozen=True)
class Host:
    """One of them; `link` is its cable's end here, `inside` the other."""

    hosts: Hosts
    name: str
    address: str
    link: str
    inside: str

    @property
    def enter(self) -> Sequence[str]:
        """What a command begins with that is to run on this host."""
        return (self.hosts.ip, "netns", "exec", self.name)

    def cut(self) -> None:
        """Pull its cable."""
        self.hosts.cut(self.link)

    def slow_down(self, rate: str) -> None:
        """Let no more than that ("2mbit") of what it sends through."""
        shape = ["tbf", "rate", rate, "burst", "32kb", "latency", "400ms"]
        command = [program("tc", IP), "-n", self.name, "qdisc", "add", "dev", self.inside, "root", *shape]
        subprocess.run(command, capture_output=True, check=True)


_DENIED = ("Operation not permitted", "Permission denied")
"""The only failures that are the machine's: any other is a fault of the tests."""


@contextmanager
def open_hosts(count: int) -> Iterator[tuple[Hosts, list[Host]]]:
    """So many hosts on a bridge; skips where nobody may make any."""
    number = os.getpid()
    # 198.18.0.0/15 is for tests of networks (RFC 2544)
    hosts = Hosts(program("ip", IP), f"sp{number % 100_000}", f"198.18.{number % 256}")
    try:
        hosts.open()
        each = [hosts.add() for _ in range(count)]
    except subprocess.CalledProcessError as error:
        hosts.close()
        told = error.stderr.decode().strip()
        if not told.endswith(_DENIED):
            raise
        pytest.skip(f"network namespaces cannot be made here: {told}")
    try:
        yield hosts, each
    finally:
        hosts.close()

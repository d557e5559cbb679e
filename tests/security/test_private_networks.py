"""Addresses that are no public machine's, however written; `tests/sources` asks for them too."""

from __future__ import annotations

from pathlib import Path

import pytest

from speakerine.errors import SourceError
from speakerine.sources.addresses import is_public, parse_address, resolve

DATA = Path(__file__).parent / "data"
INSIDE = [
    line.split()[0] for line in (DATA / "inside.txt").read_text("utf-8").splitlines() if line[:1] != "#"
]
WRITTEN = (DATA / "loopback-spellings.txt").read_text("utf-8").split()


@pytest.mark.parametrize("ip", INSIDE)
def test_it_is_not_public(ip):
    assert not is_public(ip)


@pytest.mark.parametrize("ip", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "2002:808:808::"])
def test_it_is_public(ip):
    assert is_public(ip)


@pytest.mark.parametrize("host", WRITTEN)
@pytest.mark.parametrize("port", ["", ":22", ":6379", ":8000"])
def test_this_machine_is_refused_however_it_is_written_and_at_any_port(host, port):
    with pytest.raises(SourceError, match=r"private network|not an address|no site named"):
        resolve(parse_address(f"http://{host}{port}/"), allow_private=False)

"""Compressed bodies: what they hold, and bombs."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from collections.abc import Iterator

import pytest

from speakerine.errors import SourceError
from speakerine.sources.content_coding import CodingError, Inflater, decoder_for
from speakerine.sources.fetch import Fetcher
from tests.sources import server as misbehaving
from tests.sources.server import Server, good, serving

TEXT = "<p>Il était une fois un été.</p>".encode() * 1_000


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(allow_private=True, max_bytes=1_000_000, retries=0)


def bare_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("coding", "sent"),
    [
        ("gzip", gzip.compress(TEXT, mtime=0)),
        ("x-gzip", gzip.compress(TEXT, mtime=0)),
        ("GZIP", gzip.compress(TEXT, mtime=0)),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", bare_deflate(TEXT)),
        ("identity", TEXT),
        ("gzip", gzip.compress(TEXT[:100], mtime=0) + gzip.compress(TEXT[100:], mtime=0)),
        ("gzip", gzip.compress(TEXT, mtime=0) + bytes(50)),
    ],
)
def test_codings(server: Server, fetcher: Fetcher, coding: str, sent: bytes) -> None:
    assert fetcher.fetch(server.page("/a", sent, Content_Encoding=coding)).body == TEXT


def test_only_what_can_be_stopped_is_asked_for(server: Server, fetcher: Fetcher) -> None:
    fetcher.fetch(server.page("/a", "a"))
    assert server.asked[-1].headers["Accept-Encoding"] == "gzip, deflate"


def test_a_bomb_is_cut_at_the_limit(server: Server, fetcher: Fetcher) -> None:
    url = server.at("/a", misbehaving.bomb)
    tracemalloc.start()
    with pytest.raises(SourceError, match="larger than 1 MB"):
        fetcher.fetch(url)
    assert tracemalloc.get_traced_memory()[1] < 8_000_000
    tracemalloc.stop()


def test_a_thousand_small_members_are_a_bomb_too() -> None:
    member = gzip.compress(bytes(10_000))
    assert len(Inflater().decode(member * 1_000, 50_000)) == 50_000


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip", "gzip, br", "compress"])
def test_what_was_not_asked_for(server: Server, fetcher: Fetcher, coding: str) -> None:
    with pytest.raises(SourceError, match="not asked for"):
        fetcher.fetch(server.page("/a", TEXT, Content_Encoding=coding))


@pytest.mark.parametrize(
    "sent", [b"not compressed at all", gzip.compress(TEXT, mtime=0)[:10] + b"\xff" * 200]
)
def test_damaged_data(server: Server, fetcher: Fetcher, sent: bytes) -> None:
    with pytest.raises(SourceError, match="damaged"):
        fetcher.fetch(server.page("/a", sent, Content_Encoding="gzip"))


def test_data_that_stop_short(server: Server, fetcher: Fetcher) -> None:
    with pytest.raises(SourceError, match="stop short"):
        fetcher.fetch(server.at("/a", good(gzip.compress(TEXT, mtime=0)[:-20], Content_Encoding="gzip")))


def test_an_empty_body_needs_no_coding(server: Server, fetcher: Fetcher) -> None:
    with pytest.raises(SourceError, match="is empty"):
        fetcher.fetch(server.page("/a", "", Content_Encoding="gzip"))


def test_pieces_of_any_size() -> None:
    packed = gzip.compress(TEXT, mtime=0)
    for size in (2, 7, 100):
        inflater = Inflater()
        pieces = [inflater.decode(packed[i : i + size], 1_000_000) for i in range(0, len(packed), size)]
        assert b"".join(pieces) == TEXT
        assert inflater.is_whole


def test_damage_in_a_later_piece() -> None:
    inflater = decoder_for("gzip")
    inflater.decode(gzip.compress(TEXT, mtime=0)[:20], 100)
    with pytest.raises(CodingError):
        inflater.decode(b"\xff" * 200, 100)

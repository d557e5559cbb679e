"""Small files that stand for large ones are refused before they are unpacked."""

from __future__ import annotations

import struct
import zlib

import pytest

from speakerine.errors import ConfigError
from speakerine.publish.covers.given_cover import MAX_PIXELS, load_cover


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def flat_png(width: int, height: int) -> bytes:
    """A whole PNG of one colour: a thousandth of what it unpacks to."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    rows = zlib.compress(bytes((width + 1) * height), 9)
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("height", [MAX_PIXELS // 10_000 + 1, 15_000])
def test_a_picture_that_would_fill_memory(tmp_path, height):
    """The second is under the limit of Pillow's own, which is 179 million pixels."""
    path = tmp_path / "cover.png"
    path.write_bytes(flat_png(10_000, height))
    assert path.stat().st_size < 200_000
    with pytest.raises(ConfigError, match="more than 80 million pixels"):
        load_cover(path)

"""Compressed bodies to what they hold, never past a limit: a few kilobytes can stand for gigabytes."""

from __future__ import annotations

import zlib

ACCEPTED = "gzip, deflate"
"""The Accept-Encoding field. Only what the standard library can stop in the middle of is asked for."""

_KNOWN = frozenset({"gzip", "x-gzip", "deflate"})
_GZIP_OR_ZLIB = 47
_BARE = -15
_GZIP_MAGIC = b"\x1f\x8b"


class CodingError(Exception):
    """A body that is not in the coding that it says, or is in one that was not asked for."""


class Plain:
    """A body that was not compressed."""

    def decode(self, data: bytes, most_bytes: int) -> bytes:
        """The first `most_bytes` of `data`."""
        return data[:most_bytes]

    @property
    def is_whole(self) -> bool:
        """Whether the body may end here."""
        return True


class Inflater:
    """A gzip or deflate body, inflated piece by piece. Source: RFC 9110 §8.4.1, RFC 1950 to 1952."""

    def __init__(self) -> None:
        self._stream = zlib.decompressobj(_GZIP_OR_ZLIB)
        self._started = False

    @property
    def is_whole(self) -> bool:
        """Whether the body may end here: nothing came, or the end mark did."""
        return not self._started or self._stream.eof

    def decode(self, data: bytes, most_bytes: int) -> bytes:
        """What `data` holds, up to `most_bytes` (at least 1); more than that is never in memory.

        Raises:
            CodingError: the data are damaged.
        """
        parts: list[bytes] = []
        room = most_bytes
        while data and room > 0:
            if self._stream.eof:
                if not data.startswith(_GZIP_MAGIC):
                    break
                self._stream = zlib.decompressobj(_GZIP_OR_ZLIB)
            parts.append(self._inflate(data, room))
            room -= len(parts[-1])
            data = self._stream.unused_data
        return b"".join(parts)

    def _inflate(self, data: bytes, most_bytes: int) -> bytes:
        """Some servers call bare deflate data « deflate »: the first bytes tell."""
        first = not self._started
        self._started = True
        try:
            return self._stream.decompress(data, most_bytes)
        except zlib.error as error:
            if not first:
                raise CodingError("its compressed data are damaged") from error
        self._stream = zlib.decompressobj(_BARE)
        try:
            return self._stream.decompress(data, most_bytes)
        except zlib.error as error:
            raise CodingError("its compressed data are damaged") from error


def decoder_for(content_encoding: str) -> Plain | Inflater:
    """The decoder for a Content-Encoding field.

    Raises:
        CodingError: a coding that was not asked for (br, zstd…), or several on top of each other.
    """
    coding = content_encoding.strip().lower()
    if coding in {"", "identity"}:
        return Plain()
    if coding in _KNOWN:
        return Inflater()
    raise CodingError(f"it is compressed in a way that was not asked for ({coding[:40]})")

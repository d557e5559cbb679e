"""The whole record inside the MP3, so that episode.json can be made again from the sound alone.

It stands in a PRIV frame, which players pass over: JSON, compressed. Source: id3.org, ID3v2.3.0 §4.28.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from speakerine.errors import PublishError
from speakerine.publish.shelf.record import episode_from_json, episode_to_json

if TYPE_CHECKING:
    from speakerine.types import Episode

OWNER = "speakerine"
MAX_RECORD_BYTES = 8_000_000
"""What a record may take once it is unpacked: that of ten hours takes a quarter of it."""


def pack_record(episode: Episode) -> bytes:
    """Return the episode's record, compressed; the same episode gives the same bytes."""
    return zlib.compress(episode_to_json(episode).encode(errors="replace"), level=9)


def unpack_record(packed: bytes) -> Episode | None:
    """Return the episode of a packed record, or None where it is damaged or a trap."""
    unpacking = zlib.decompressobj()
    try:
        data = unpacking.decompress(packed, MAX_RECORD_BYTES)
        return episode_from_json(data.decode()) if unpacking.eof else None
    except (zlib.error, ValueError, RecursionError, PublishError):
        return None

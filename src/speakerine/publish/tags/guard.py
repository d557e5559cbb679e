"""A tag opened with care: mutagen unpacks what is compressed without limit, and takes frames one by one.

Speakerine never compresses a frame, so that one in an MP3 is another program's, or a trap.
"""

from __future__ import annotations

import re
import struct
from functools import cache
from typing import TYPE_CHECKING, Any

from speakerine.errors import PublishError
from speakerine.publish.tags.id3_order import HEADER_BYTES, split_frames, syncsafe

if TYPE_CHECKING:
    from pathlib import Path

MAX_TAG_BYTES = 16_000_000
MAX_FRAMES = 2000
"""More than any tag needs. What is larger takes mutagen minutes, by the square of it."""

_EXTENDED = 0x40
"""The flag of a further header, as long as it says: mutagen asks for so much. Source: id3v2.3.0 §3.2."""

_FLAGGED = rb".{5}[\x08-\x0f\x18-\x1f\x28-\x2f\x38-\x3f\x48-\x4f\x58-\x5f\x68-\x6f\x78-\xff]"
"""A frame's size, and flags that say it is compressed: bit 7 in v2.3, bit 3 in v2.4."""

_ZLIB = rb"(?:.{4}|)[\x08\x18\x28\x38\x48\x58\x68\x78]"
"""The data begins as zlib does, after the length that it will have. Source: RFC 1950 §2.2."""


def open_tag(mp3: Path) -> Any:
    """Return the file's tag as mutagen has it, or None where it has none.

    Raises:
        PublishError: it cannot be read, or not without danger.
    """
    from mutagen import MutagenError
    from mutagen.id3 import ID3, ID3NoHeaderError

    read_tag: Any = ID3
    try:
        _check(mp3)
        return read_tag(mp3, translate=False)
    except ID3NoHeaderError:
        return None
    except (MutagenError, OSError, ValueError, RecursionError, struct.error) as error:
        reason = str(error.strerror) if isinstance(error, OSError) else "it is damaged"
        raise PublishError(
            f"the tag of {mp3.name} cannot be read ({reason.lower()}): make the episode again"
        ) from error


def _check(mp3: Path) -> None:
    """Refuse a tag that is a trap.

    Raises:
        PublishError: it is.
    """
    with mp3.open("rb") as file:
        header = file.read(HEADER_BYTES)
        if not header.startswith(b"ID3"):
            return
        size = syncsafe(header[6:HEADER_BYTES])
        body = file.read(min(size, MAX_TAG_BYTES + 1))
    if header[5] & _EXTENDED and int.from_bytes(body[:4]) > len(body):
        raise PublishError(f"the tag of {mp3.name} is cut off or a trap: make the episode again")
    if size > MAX_TAG_BYTES or len(split_frames(body)[0]) > MAX_FRAMES:
        raise PublishError(f"the tag of {mp3.name} is larger than any episode needs: make the episode again")
    if _compressed().search(body) or _compressed().search(body.replace(b"\xff\0", b"\xff")):
        raise PublishError(f"the tag of {mp3.name} has compressed frames: make the episode again")


@cache
def _compressed() -> re.Pattern[bytes]:
    from mutagen.id3 import Frames

    names = b"|".join(name.encode() for name in sorted(Frames))
    return re.compile(b"(?:" + names + b")" + _FLAGGED + _ZLIB, re.DOTALL)

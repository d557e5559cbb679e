"""Chapter frames put in time order inside an ID3v2.3 tag.

mutagen writes frames from the shortest to the longest, and players that pass over the table of
contents (ffmpeg's family) show chapters in the order of the file.
Source: id3.org, ID3v2.3.0 §3.1 and §3.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HEADER_BYTES = 10
_CHAP = b"CHAP"


def order_chapter_frames(mp3: Path) -> None:
    """Reorder the CHAP frames by their start, in place; every other byte stays where it is."""
    with mp3.open("r+b") as file:
        header = file.read(HEADER_BYTES)
        body = file.read(syncsafe(header[6:HEADER_BYTES]))
        frames, padding = split_frames(body)
        chapters = iter(sorted((frame for frame in frames if frame.startswith(_CHAP)), key=_start_ms))
        ordered = [next(chapters) if frame.startswith(_CHAP) else frame for frame in frames]
        file.seek(HEADER_BYTES)
        file.write(b"".join(ordered) + padding)


def syncsafe(size: bytes) -> int:
    """Return the integer of four bytes of seven bits."""
    return sum(byte << (7 * place) for place, byte in enumerate(reversed(size)))


def split_frames(body: bytes) -> tuple[list[bytes], bytes]:
    """Return the frames of a tag of version 2.3, and the padding after them."""
    frames: list[bytes] = []
    at = 0
    while body[at : at + 1].strip(b"\0"):
        size = int.from_bytes(body[at + 4 : at + 8]) + HEADER_BYTES
        frames.append(body[at : at + size])
        at += size
    return frames, body[at:]


def _start_ms(frame: bytes) -> int:
    """Return the start that stands after the chapter's name, which ends in a zero."""
    start = frame.index(b"\0", HEADER_BYTES) + 1
    return int.from_bytes(frame[start : start + 4])

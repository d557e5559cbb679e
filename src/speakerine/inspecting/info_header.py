"""How long an MP3 says it is, in the header that players show before they have read the rest.

Source: Gabriel Bouvigne's "Mp3 Info Tag rev 1"; ID3v2.3, §3.1 (the tag's size).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speakerine.audio.encode import MONO_SIDE_INFO_BYTES, RATES_HZ, SAMPLES_PER_FRAME, frame_bytes
from speakerine.types import MS_PER_S

if TYPE_CHECKING:
    from pathlib import Path

_ID3_BYTES = 10
_HEADER_BYTES = 4
_STEREO_SIDE_INFO_BYTES = 32
_MONO = 0b11
_HAS_FRAMES = 0b1
_FIELDS_BYTES = 120
"""From « Info » to the LAME extension, where all four fields are present."""
_DELAYS_AT = 21
"""Of the LAME extension."""


def info_duration_ms(mp3: Path) -> int | None:
    """The duration that the Info or Xing header gives, in milliseconds; None where there is none.

    Raises:
        OSError: the file cannot be read.
    """
    with mp3.open("rb") as file:
        file.seek(_tag_bytes(file.read(_ID3_BYTES)))
        header = file.read(_HEADER_BYTES)
        frame = header + file.read(max(0, frame_bytes(header) - _HEADER_BYTES))
    return _duration_ms(frame)


def _tag_bytes(head: bytes) -> int:
    """Length of the ID3v2 tag that begins the file; 0 where none does."""
    if len(head) < _ID3_BYTES or not head.startswith(b"ID3"):
        return 0
    size = 0
    for byte in head[6:]:
        size = size << 7 | byte & 0x7F
    return _ID3_BYTES + size


def _duration_ms(frame: bytes) -> int | None:
    if not frame_bytes(frame[:_HEADER_BYTES]):
        return None
    mono = frame[3] >> 6 == _MONO
    info = frame[_HEADER_BYTES + (MONO_SIDE_INFO_BYTES if mono else _STEREO_SIDE_INFO_BYTES) :]
    if info[:4] not in {b"Info", b"Xing"} or not info[7] & _HAS_FRAMES:
        return None
    rate_hz = RATES_HZ[frame[2] >> 2 & 0b11]
    samples = int.from_bytes(info[8:12], "big") * SAMPLES_PER_FRAME - _edges(info[_FIELDS_BYTES:])
    return round(samples * MS_PER_S / rate_hz)


def _edges(lame: bytes) -> int:
    """Samples that the encoder added before and after the sound; 0 where it does not say."""
    if not lame.startswith((b"LAME", b"Lavc")):
        return 0
    both = int.from_bytes(lame[_DELAYS_AT : _DELAYS_AT + 3], "big")
    return (both >> 12) + (both & 0xFFF)

"""The first frame of an MP3, and what its Info header tells players before they have read the rest.

Source: ISO 11172-3 (the frame's header); Gabriel Bouvigne's "Mp3 Info Tag rev 1".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from speakerine.audio.encode import (
    BITRATES_KBPS,
    HEADER_BYTES,
    MONO_SIDE_INFO_BYTES,
    RATES_HZ,
    SAMPLES_PER_FRAME,
    STEREO_SIDE_INFO_BYTES,
    frame_bytes,
)
from speakerine.inspecting.id3 import HEADER_BYTES as ID3_HEADER_BYTES
from speakerine.inspecting.id3 import tag_size
from speakerine.types import MS_PER_S

if TYPE_CHECKING:
    from pathlib import Path

_MONO = 0b11
_HAS_FRAMES, _HAS_BYTES = 0b01, 0b10
_FIELDS_BYTES = 120
"""From « Info » to the LAME extension, where all four fields are present."""
_DELAYS_AT = 21
"""Of the LAME extension."""


@dataclass(frozen=True, slots=True)
class FirstFrame:
    """What the first frame of an MP3 says: of itself, and of the whole in its Info header.

    `duration_ms` and `sound_bytes` are None where it says neither; `sound_bytes` counts this frame too.
    """

    sample_rate_hz: int
    channels: int
    bitrate_kbps: int
    duration_ms: int | None
    sound_bytes: int | None


def read_first_frame(mp3: Path) -> tuple[int, FirstFrame | None]:
    """Where the sound begins, right after the tag, and its first frame; None where none of layer III does.

    Raises:
        OSError: the file cannot be read.
    """
    with mp3.open("rb") as file:
        sound_at = tag_size(file.read(ID3_HEADER_BYTES))
        file.seek(sound_at)
        header = file.read(HEADER_BYTES)
        length = frame_bytes(header)
        return sound_at, _first_frame(header + file.read(length - HEADER_BYTES)) if length else None


def _first_frame(frame: bytes) -> FirstFrame:
    mono = frame[3] >> 6 == _MONO
    rate_hz = RATES_HZ[frame[2] >> 2 & 0b11]
    info = frame[HEADER_BYTES + (MONO_SIDE_INFO_BYTES if mono else STEREO_SIDE_INFO_BYTES) :]
    known = info[:4] in {b"Info", b"Xing"} and len(info) >= _FIELDS_BYTES
    flags = info[7] if known else 0
    samples = int.from_bytes(info[8:12], "big") * SAMPLES_PER_FRAME - _edges(info[_FIELDS_BYTES:])
    return FirstFrame(
        sample_rate_hz=rate_hz,
        channels=1 if mono else 2,
        bitrate_kbps=BITRATES_KBPS[frame[2] >> 4],
        duration_ms=round(samples * MS_PER_S / rate_hz) if flags & _HAS_FRAMES else None,
        sound_bytes=int.from_bytes(info[12:16], "big") if flags & _HAS_BYTES else None,
    )


def _edges(lame: bytes) -> int:
    """Samples that the encoder added before and after the sound; 0 where it does not say."""
    if not lame.startswith((b"LAME", b"Lavc")):
        return 0
    both = int.from_bytes(lame[_DELAYS_AT : _DELAYS_AT + 3], "big")
    return (both >> 12) + (both & 0xFFF)

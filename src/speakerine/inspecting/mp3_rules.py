"""The rules on an MP3 that can be held without decoding it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from speakerine.inspecting.figures import exact_clock
from speakerine.inspecting.info_header import FirstFrame, read_first_frame
from speakerine.inspecting.opened import file_size
from speakerine.inspecting.record_rules import AGAIN
from speakerine.inspecting.rules import Faults, Rulebook
from speakerine.inspecting.sources import APPLE, APPLE_AUDIO, INFO_TAG, MPEG, SPEAKERINE

if TYPE_CHECKING:
    from pathlib import Path

    from speakerine.types import Episode

TOLERANCE_MS = 50
MAX_BYTES = 200_000_000
RATES_HZ = (44_100, 48_000)
KBPS = {1: (64, 128), 2: (128, 256)}
"""The least and the most, by channels."""
IN_AUDIO = "set it in [audio] of show.toml, and make the episode again"


@dataclass(frozen=True, slots=True)
class Mp3:
    """An episode's MP3: its size and its first frame; `fault` says why it cannot be read, or is ""."""

    episode: Episode
    size: int = 0
    tag_size: int = 0
    first: FirstFrame | None = None
    fault: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it has as many bytes of sound as its header says, give or take a last frame."""
        wanted = self.first.sound_bytes if self.first else None
        return wanted is None or wanted == self.size - self.tag_size


def read_mp3(path: Path, episode: Episode) -> Mp3:
    """What is known of the file without decoding it."""
    size, fault = file_size(path)
    if fault:
        return Mp3(episode, fault=f"{path.name} {fault}")
    try:
        sound_at, first = read_first_frame(path)
    except OSError as error:
        return Mp3(episode, fault=f"{path.name} cannot be read ({error.strerror})")
    return Mp3(episode, size, sound_at, first)


MP3_READABLE: Rulebook[Mp3] = Rulebook(f"{AGAIN}, or take its folder away and run speakerine feed")
MP3: Rulebook[Mp3] = Rulebook(AGAIN)


@MP3_READABLE.error("mp3.readable", "every episode has its MP3", APPLE)
def _readable(mp3: Mp3) -> Faults:
    if mp3.fault:
        yield mp3.fault


@MP3.error("mp3.frame", "sound begins right after the tag: MPEG-1, layer III", MPEG)
def _frame(mp3: Mp3) -> Faults:
    if mp3.first is None:
        yield f"{mp3.episode.enclosure.path} is no MP3: no frame of sound stands at its beginning"


@MP3.error("mp3.length", "an MP3 is as long in bytes as its record says", SPEAKERINE)
def _length(mp3: Mp3) -> Faults:
    said = mp3.episode.enclosure
    if mp3.size != said.length_bytes:
        yield f"{said.path} has {mp3.size} bytes, and its record says {said.length_bytes}"


@MP3.error("mp3.size", "an MP3 has 200 MB at most", APPLE, "set a lower bitrate_kbps in [audio] of show.toml")
def _size(mp3: Mp3) -> Faults:
    if mp3.size > MAX_BYTES:
        yield f"its MP3 has {mp3.size / 1e6:.0f} MB, and some apps fetch 200 MB at most"


@MP3.error("mp3.rate", "an MP3 is at 44.1 or 48 kHz", APPLE_AUDIO, IN_AUDIO)
def _rate(mp3: Mp3) -> Faults:
    if mp3.first and mp3.first.sample_rate_hz not in RATES_HZ:
        yield f"its MP3 is at {mp3.first.sample_rate_hz} Hz, and 44100 or 48000 is wanted"


@MP3.error("mp3.bitrate", "mono has 64 to 128 kbit/s, stereo 128 to 256", APPLE_AUDIO, IN_AUDIO)
def _bitrate(mp3: Mp3) -> Faults:
    if mp3.first:
        least, most = KBPS[mp3.first.channels]
        if not least <= mp3.first.bitrate_kbps <= most:
            kind = "mono" if mp3.first.channels == 1 else "stereo"
            yield f"its MP3 is {kind} at {mp3.first.bitrate_kbps} kbit/s, and {least} to {most} is wanted"


@MP3.error("mp3.header", "an Info header tells players how long it lasts", INFO_TAG)
def _header(mp3: Mp3) -> Faults:
    if mp3.first and mp3.first.duration_ms is None:
        yield "its MP3 has no Info header, so that players guess how long it lasts"


@MP3.error("mp3.header-bytes", "the Info header counts the file's bytes of sound", INFO_TAG)
def _header_bytes(mp3: Mp3) -> Faults:
    if mp3.first and not mp3.is_whole:
        sound = mp3.size - mp3.tag_size
        yield f"its MP3 has {sound} bytes of sound, and its Info header says {mp3.first.sound_bytes}"


@MP3.error("mp3.header-duration", "the Info header says the record's duration, within 50 ms", INFO_TAG)
def _header_duration(mp3: Mp3) -> Faults:
    told = mp3.first.duration_ms if mp3.first else None
    wanted = mp3.episode.enclosure.duration_ms
    if told is not None and abs(told - wanted) > TOLERANCE_MS:
        yield f"its Info header says {exact_clock(told)}, and its record {exact_clock(wanted)}"

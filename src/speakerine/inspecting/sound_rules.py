"""The rules on what is heard: an MP3 decoded from end to end, and measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from speakerine.errors import AudioError
from speakerine.inspecting.figures import exact_clock, level, signed
from speakerine.inspecting.mp3_rules import TOLERANCE_MS, Mp3
from speakerine.inspecting.record_rules import AGAIN
from speakerine.inspecting.rules import Faults, Rulebook
from speakerine.inspecting.sources import INFO_TAG, LOUDNESS, MPEG, SPEAKERINE

if TYPE_CHECKING:
    from pathlib import Path

    from speakerine.audio.overview import Overview
    from speakerine.settings import Mastering

TOLERANCE_LU = 0.3
_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Sound:
    """An MP3, and what is heard in it; None where it cannot be decoded."""

    mp3: Mp3
    heard: Overview | None
    wanted: Mastering


def listen(path: Path, mp3: Mp3, wanted: Mastering, columns: int) -> Sound | None:
    """What is heard, drawn into so many columns; None where there is more in the file than sound.

    What begins as an MP3 and is longer than it says is not listened to: it may be of any length.
    """
    from speakerine.audio.overview import overview

    sound_bytes = mp3.first.sound_bytes if mp3.first else None
    if mp3.first is None or (sound_bytes is not None and mp3.size - mp3.tag_size > sound_bytes):
        return None
    try:
        return Sound(mp3, overview(path, columns), wanted)
    except AudioError:
        return Sound(mp3, None, wanted)


SOUND: Rulebook[Sound] = Rulebook(AGAIN)


@SOUND.error("sound.decodes", "an MP3 can be decoded", MPEG)
def _decodes(sound: Sound) -> Faults:
    if sound.heard is None:
        yield f"{sound.mp3.episode.enclosure.path} is no sound that can be read"


@SOUND.error("sound.duration", "an MP3 lasts as long as its record says, within 50 ms", SPEAKERINE)
def _duration(sound: Sound) -> Faults:
    said_ms = sound.mp3.episode.enclosure.duration_ms
    if sound.heard and abs(said_ms - sound.heard.duration_ms) > TOLERANCE_MS:
        lasts = exact_clock(sound.heard.duration_ms)
        yield f"its MP3 lasts {lasts}, and its record says {exact_clock(said_ms)}"


@SOUND.error("sound.header", "an MP3 lasts as long as its Info header says, within 50 ms", INFO_TAG)
def _header(sound: Sound) -> Faults:
    told_ms = sound.mp3.first.duration_ms if sound.mp3.first else None
    if sound.heard and told_ms is not None and abs(told_ms - sound.heard.duration_ms) > TOLERANCE_MS:
        lasts = exact_clock(sound.heard.duration_ms)
        yield f"its MP3 lasts {lasts}, and its Info header says {exact_clock(told_ms)}"


@SOUND.error(
    "sound.loudness", f"its loudness is the show's, ± {TOLERANCE_LU} LU: −16 LUFS by default", LOUDNESS
)
def _loudness(sound: Sound) -> Faults:
    if sound.heard is None:
        return
    measured, wanted = sound.heard.loudness.integrated_lufs, sound.wanted.loudness_lufs
    if not abs(measured - wanted) <= TOLERANCE_LU:
        yield f"it measures {level(measured, 'LUFS')}, and {signed(wanted)} ± {TOLERANCE_LU} is wanted"


@SOUND.error("sound.peak", "its true peak is the show's at most: −1 dBTP by default", LOUDNESS)
def _peak(sound: Sound) -> Faults:
    if sound.heard is None:
        return
    measured, wanted = sound.heard.loudness.true_peak_dbtp, sound.wanted.true_peak_dbtp
    if not round(measured, _DECIMALS) <= wanted:
        yield f"its true peak is {level(measured, 'dBTP')}, and {signed(wanted)} at most is wanted"

"""What an episode measures: its sound, its pace, and who speaks how much of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from speakerine.types import MS_PER_S

if TYPE_CHECKING:
    from speakerine.audio.overview import Overview
    from speakerine.types import Episode

_MS_PER_MINUTE = 60 * MS_PER_S


@dataclass(frozen=True, slots=True)
class Part:
    """How long somebody speaks."""

    speaker: str
    duration_ms: int


@dataclass(frozen=True, slots=True)
class Measures:
    """`words_per_minute` counts the words as written over the time in which somebody speaks."""

    duration_ms: int
    integrated_lufs: float
    true_peak_dbtp: float
    loudness_range_lu: float
    words_per_minute: float
    parts: tuple[Part, ...]


def measures(episode: Episode, heard: Overview) -> Measures:
    """What the episode measures, from its record and its sound."""
    parts = _parts(episode)
    spoken_ms = sum(part.duration_ms for part in parts)
    words = sum(len(cue.text.split()) for cue in episode.cues)
    return Measures(
        duration_ms=heard.duration_ms,
        integrated_lufs=round(heard.loudness.integrated_lufs, 2),
        true_peak_dbtp=round(heard.loudness.true_peak_dbtp, 2),
        loudness_range_lu=round(heard.range_lu, 2),
        words_per_minute=round(words * _MS_PER_MINUTE / spoken_ms, 1) if spoken_ms > 0 else 0.0,
        parts=parts,
    )


def _parts(episode: Episode) -> tuple[Part, ...]:
    """Who speaks, in the order in which they are first heard."""
    spoken: dict[str, int] = {}
    for cue in episode.cues:
        spoken[cue.speaker] = spoken.get(cue.speaker, 0) + cue.end_ms - cue.start_ms
    return tuple(Part(speaker, duration_ms) for speaker, duration_ms in spoken.items())

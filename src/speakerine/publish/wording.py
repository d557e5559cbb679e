"""What listeners read in French that no article says: dates, durations, the note on the voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speakerine.french.writing import NBSP, enumeration
from speakerine.publish.plain import one_line
from speakerine.types import MS_PER_S

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speakerine.types import Episode

SYNTHETIC = "voix de synthèse"
CONTENTS_OPENING = f"Au sommaire{NBSP}:"
"""How the description of an edition begins, which its list of chapters says better."""


def french_duration(duration_ms: int) -> str:
    """Return « 42 s », « 4 min 05 s » or « 1 h 05 min »."""
    total_s = max(1, round(duration_ms / MS_PER_S))
    hours, rest_s = divmod(total_s, 3600)
    minutes, seconds = divmod(rest_s, 60)
    if hours:
        return f"{hours}{NBSP}h{NBSP}{minutes:02}{NBSP}min"
    if minutes:
        return f"{minutes}{NBSP}min{NBSP}{seconds:02}{NBSP}s"
    return f"{seconds}{NBSP}s"


def french_megabytes(length_bytes: int) -> str:
    """Return « 3,2 Mo »; never less than a tenth."""
    tenths = max(1, round(length_bytes / 100_000))
    return f"{tenths // 10},{tenths % 10}{NBSP}Mo"


def iso_duration(duration_ms: int) -> str:
    """Return the duration as HTML's <time> reads it, « PT4M5S ». Source: HTML, valid duration string."""
    minutes, seconds = divmod(max(1, round(duration_ms / MS_PER_S)), 60)
    return f"PT{minutes}M{seconds}S"


def clock(ms: int) -> str:
    """Return a place in the sound as players show it: « 4:05 » or « 1:04:05 »."""
    minutes, seconds = divmod(ms // MS_PER_S, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def long_clock(ms: int) -> str:
    """Return a place in the sound as apps find it in show notes: « 04:05 » or « 1:04:05 »."""
    return clock(ms).rjust(len("00:00"), "0")


def voices_note(voices: Iterable[str]) -> str:
    """Return the sentence that tells that the voices are synthetic. Source: EU AI Act, article 50."""
    names = [name for name in dict.fromkeys(map(one_line, voices)) if name]
    if not names:
        return f"Lecture par une {SYNTHETIC}."
    if len(names) == 1:
        return f"Lecture par une {SYNTHETIC}{NBSP}: {names[0]}."
    return f"Lecture par des voix de synthèse{NBSP}: {enumeration(names)}."


def source_note(episode: Episode) -> str:
    """Return « Article de NOM, SITE. » with what is known of it, or ""."""
    origin = [part for part in map(one_line, (episode.author, episode.site)) if part]
    if not origin:
        return ""
    return f"Article{NBSP}: {', '.join(dict.fromkeys(origin))}."

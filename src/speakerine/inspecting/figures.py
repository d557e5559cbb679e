"""Times, levels and counts as they are read."""

from __future__ import annotations

from speakerine.types import MS_PER_S

MINUS = "\u2212"
_S_PER_MINUTE = 60
_S_PER_HOUR = 3600


def clock(ms: float, *, hours: bool = False) -> str:
    """« 4:05 », or « 1:04:05 » from an hour on, or always with `hours`."""
    total_s = round(ms / MS_PER_S)
    minutes, seconds = divmod(total_s, _S_PER_MINUTE)
    if hours or total_s >= _S_PER_HOUR:
        return f"{minutes // _S_PER_MINUTE}:{minutes % _S_PER_MINUTE:02}:{seconds:02}"
    return f"{minutes}:{seconds:02}"


def exact_clock(ms: int) -> str:
    """« 4:05.250 »."""
    seconds, rest_ms = divmod(ms, MS_PER_S)
    return f"{seconds // _S_PER_MINUTE}:{seconds % _S_PER_MINUTE:02}.{rest_ms:03}"


def level(value: float, unit: str) -> str:
    """« −16.0 LUFS »."""
    return f"{signed(value)} {unit}"


def signed(value: float) -> str:
    """« −16.0 », with a true minus."""
    return f"{value:.1f}".replace("-", MINUS)


def count(number: int, noun: str) -> str:
    """« 1 episode », « 2 episodes », « no episode »."""
    return f"{number or 'no'} {noun}{'s' if number > 1 else ''}"

"""A date as French writes it."""

from __future__ import annotations

from datetime import datetime

NBSP = "\u00a0"

_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


def french_date(moment: datetime) -> str:
    """Return « vendredi 24 mai 2024 », the day being the one of the moment's own zone."""
    day = "1er" if moment.day == 1 else str(moment.day)
    return f"{_DAYS[moment.weekday()]} {day}{NBSP}{_MONTHS[moment.month - 1]} {moment.year}"

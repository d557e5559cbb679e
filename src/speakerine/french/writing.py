"""French as it is written for readers: dates in letters and figures, names in a row.

Source: Imprimerie nationale, Lexique, « Dates »: « 1er » for the first day alone, no comma.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from speakerine.french.months import MONTHS

NBSP = "\u00a0"
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def french_date(moment: datetime) -> str:
    """« vendredi 24 mai 2024 », of the moment's own zone; a no-break space ties the day to its month."""
    day = "1er" if moment.day == 1 else str(moment.day)
    return f"{DAYS[moment.weekday()]} {day}{NBSP}{MONTHS[moment.month - 1]} {moment.year}"


def enumeration(names: Sequence[str]) -> str:
    """« A », « A et B », « A, B et C »; "" for none."""
    return " et ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

"""Dates as French pages write them, read without a clock: « il y a 3 heures » says nothing here."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from speakerine.sources.folding import fold
from speakerine.sources.vocabulary import entries

_MONTH_NAMES = (
    "janvier january janv jan",
    "fevrier february fevr fev feb",
    "mars march",
    "avril april avr apr",
    "mai may",
    "juin june",
    "juillet july juil jul",
    "aout august aug",
    "septembre september sept sep",
    "octobre october oct",
    "novembre november nov",
    "decembre december dec",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_CLOCK = (
    r"(?:(?:\s|,|-|–|—|•|·|\||t|a\b|at\b|vers\b){0,6}(?P<hour>[01]?\d|2[0-3])\s?(?:h|:)\s?"
    r"(?P<minute>[0-5]\d)?(?::(?P<second>[0-5]\d)(?:\.\d{1,9})?)?)?"
)
_ZONE = r"\s?(?P<zone>z\b|(?:gmt|utc)[+-]\d\d?|gmt|utc|tu\b|\(tu\)|cest|cet|[+-][01]\d:?[0-5]\d)?"

_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<day_month>[01]?\d)-(?P<day>[0-3]?\d)(?!\d)" + _CLOCK + _ZONE,
        r"(?<![\d/])(?P<day>[0-3]?\d)(?P<mark>[/.])(?P<day_month>[01]?\d)(?P=mark)(?P<year>(?:19|20)?\d\d)(?![\d/])"
        + _CLOCK
        + _ZONE,
        r"(?<!\d)(?P<day>[0-3]?\d)\s?(?:er)?\s"
        + _MONTH
        + r"\s(?P<year>(?:19|20)\d\d)(?!\d)"
        + _CLOCK
        + _ZONE,
        r"\b"
        + _MONTH
        + r"\s(?P<day>[0-3]?\d)(?:er|st|nd|rd|th)?,?\s(?P<year>(?:19|20)\d\d)(?!\d)"
        + _CLOCK
        + _ZONE,
    )
)
_DAY = re.compile(r"(?<!\d)(?P<day>[0-3]?\d)\s?(?:er)?\s" + _MONTH + r"(?!\s(?:19|20)\d\d)" + _CLOCK + _ZONE)
"""A day and its month without a year: « le 3 mai à 12h30 »."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LOOSE = re.compile(
    r"(?<![\d/])[0-3]?\d/[01]?\d(?:/(?:\d\d){1,2})?(?![\d/])"
    r"|(?<!\d)[0-3]?\d\s?(?:er)?\s"
    + _MONTH.replace("?P<month>", "?:")
    + r"|\b\d{1,3}\s?(?:min|mn|minutes?|sec|secondes?|heures?|jours?|semaines?|mois|ans?|hours?|days?)\b"
    r"|(?<!\d)(?:[01]?\d|2[0-3])\s?(?:h\b|h(?=\d)|:)\s?(?:[0-5]\d)?(?::[0-5]\d)?(?!\d)"
)
"""What is part of a date line without saying a whole date: a day, an hour, a reading time."""

_DATE_WORDS = frozenset(entries("date-words"))
_DATE_CUES = frozenset(entries("date-cues"))
_RELATIVE = re.compile(r"\b(?:hier|aujourd|une heure|une minute|un jour)")
_LETTERS = re.compile(r"[^\W\d_]+")
_OF_DATES = frozenset(
    [part for word in _DATE_WORDS | set(_MONTHS) for part in _LETTERS.findall(word)]
    + [
        "er",
        "st",
        "nd",
        "rd",
        "th",
        "z",
        "t",
        "h",
        "min",
        "mn",
        "minute",
        "sec",
        "seconde",
        "secondes",
        "hour",
    ]
    + ["semaine", "semaines", "mois", "an", "ans"]
)
"""Every run of letters that a date line may hold: one more, and it is something else."""

_AROUND_HOURS = frozenset({"a", "le", "at", "h", "on", "et"})
_PUBLISHED = re.compile(r"\b(?:publi\w*|posted?|poste\w*|cree\w*|paru\w*|mis en ligne|diffuse\w*)\b")
_UPDATED = re.compile(r"\b(?:mis[e]? a jour|maj|modifi\w*|updated|actualise\w*|derniere)\b")

_SEARCHED_CHARS = 400
_LONGEST_DATE_LINE = 200
_TWO_DIGIT_YEAR = 100


def paris() -> tzinfo:
    """The zone of a French page that names none; Central European Time where no tables are installed."""
    try:
        return ZoneInfo("Europe/Paris")
    except ZoneInfoNotFoundError:
        return timezone(timedelta(hours=1), "CET")


def parse_date(text: str) -> datetime | None:
    """The publication date that `text` states, with its zone (Europe/Paris unless it names one), or None.

    Where both are there, the date of publication wins over the date of an update.
    """
    folded = fold(text[:_SEARCHED_CHARS])
    found = sorted(
        (
            (match.start(), when)
            for pattern in _DATES
            for match in pattern.finditer(folded)
            if (when := _moment(match))
        ),
        key=lambda pair: pair[0],
    )
    if not found:
        return None
    first, when = found[0]
    update = _UPDATED.search(folded)
    published = _PUBLISHED.search(folded)
    if update and published and update.start() < published.start():
        return next((later for start, later in found if start > published.start()), when)
    if update and update.start() < first:
        before = parse_day(folded[: update.start()], when.year)
        return before if before and before <= when else when
    return when


def parse_day(text: str, year: int) -> datetime | None:
    """The first day that `text` states without a year, taken in `year`, with its zone; None without one."""
    match = _DAY.search(fold(text[:_SEARCHED_CHARS]))
    return _moment(match, year) if match else None


def years(text: str) -> set[int]:
    """The years that `text` names."""
    return {int(year) for year in _YEAR.findall(text)}


def is_update_only(text: str) -> bool:
    """Whether `text` dates an update and no publication."""
    folded = fold(text[:_SEARCHED_CHARS])
    return bool(_UPDATED.search(folded)) and not _PUBLISHED.search(folded)


def is_date_line(text: str) -> bool:
    """Whether `text` is nothing but dates, hours and reading times, with the words that go with them."""
    if len(text) > _LONGEST_DATE_LINE:
        return False
    folded = fold(text)
    numbered = any(map(str.isdigit, text))
    if not (numbered or _RELATIVE.search(folded)) or not _OF_DATES.issuperset(_LETTERS.findall(folded)):
        return False
    rest = folded
    for pattern in _DATES:
        rest = pattern.sub(" ", rest)
    dated = rest != folded
    rest, loose = _LOOSE.subn(" ", rest)
    remaining = re.findall(r"[^\W_]+", rest)
    cued = any(word in _DATE_CUES for word in remaining)
    if not all(word in _DATE_WORDS for word in remaining):
        return False
    relative = {"aujourd", "hier", "il", "ago"} & set(remaining)
    if not numbered:
        return bool(relative) and len(remaining) > 1
    return dated or bool(loose and (cued or set(remaining) <= _AROUND_HOURS)) or bool(loose and relative)


def _moment(match: re.Match[str], year: int = 0) -> datetime | None:
    parts = match.groupdict()
    year = year or int(parts["year"])
    month = int(parts["day_month"]) if parts.get("day_month") else _MONTHS[parts["month"]]
    try:
        return datetime(
            year + 2000 if year < _TWO_DIGIT_YEAR else year,
            month,
            int(parts["day"]),
            int(parts["hour"] or 0),
            int(parts["minute"] or 0),
            int(parts["second"] or 0),
            tzinfo=_zone(parts["zone"]),
        )
    except ValueError:
        return None


def _zone(written: str | None) -> tzinfo:
    if written is None or written in {"cet", "cest"}:
        return paris()
    if written in {"z", "gmt", "utc", "tu", "(tu)"}:
        return UTC
    offset = written.removeprefix("gmt").removeprefix("utc")
    sign = -1 if offset[0] == "-" else 1
    digits = offset[1:].replace(":", "")
    return timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0)))

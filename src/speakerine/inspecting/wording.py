"""Faults that many rules find in texts, numbers, addresses and dates."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speakerine.inspecting.rules import Faults

_ADDRESS = re.compile(r"https?://[A-Za-z0-9.\-\[\]:]+(?:[/?#][!-~]*)?")
_UNSAFE_IN_ADDRESS = re.compile(r"[<>\"{}|\\^`]")
_EMAIL = re.compile(r"[\w.%+'-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z][A-Za-z0-9-]*", re.ASCII)
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
_DATE = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) "
    r"\d{4} \d\d:\d\d:\d\d (?:[+-]\d{4}|GMT)"
)
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SHOWN = 60


def quoted(value: str) -> str:
    """The beginning of the value between quotation marks."""
    return f"“{value[:_SHOWN]}{'…' if len(value) > _SHOWN else ''}”"


def is_address(value: str) -> bool:
    """Whether it is an http(s) address in ASCII."""
    return bool(_ADDRESS.fullmatch(value)) and not _UNSAFE_IN_ADDRESS.search(value)


def is_email(value: str) -> bool:
    """Whether it is an e-mail address."""
    return bool(_EMAIL.fullmatch(value))


def once_fault(name: str, values: Sequence[str]) -> Faults:
    """The fault of what must stand there once."""
    if len(values) != 1:
        yield f"it has {len(values) or 'no'} {name}" + (" where one is wanted" if values else "")


def length_fault(name: str, value: str, most: int) -> Faults:
    """The fault of a text of 1 to `most` characters."""
    if not value.strip():
        yield f"its {name} is empty"
    elif len(value) > most:
        yield f"its {name} has {len(value)} characters, and {most} at most are shown: {quoted(value)}"


def bytes_fault(name: str, value: str, most: int) -> Faults:
    """The fault of a text of 1 to `most` bytes in UTF-8."""
    size = len(value.encode())
    if not value.strip():
        yield f"its {name} is empty"
    elif size > most:
        yield f"its {name} has {size} bytes, and {most} at most are taken"


def address_fault(name: str, value: str) -> Faults:
    """The fault of what must be an http(s) address in ASCII."""
    if not is_address(value):
        yield f"its {name} is no web address in ASCII: {quoted(value)}"


def markup_fault(name: str, value: str) -> Faults:
    """The fault of a text that must not hold HTML."""
    if found := _MARKUP.search(value):
        yield f"its {name} has markup in it: {quoted(found[0])}"


def choice_fault(name: str, value: str, choices: Sequence[str]) -> Faults:
    """The fault of what must be one of a few words."""
    if value not in choices:
        yield f"its {name} is {quoted(value)}, and {' or '.join(choices)} is wanted"


def read_date(value: str) -> datetime | None:
    """The moment of an RFC 2822 date with its day and its zone; None where it is none."""
    if not _DATE.fullmatch(value):
        return None
    try:
        return parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None


def date_fault(name: str, value: str) -> Faults:
    """The fault of an RFC 2822 date: its form, or its day."""
    moment = read_date(value)
    if moment is None:
        yield f"its {name} is no RFC 2822 date with its day and its zone: {quoted(value)}"
    elif _DAYS[moment.weekday()] != value[:3]:
        yield f"its {name} says {value[:3]}, and that day is {_DAYS[moment.weekday()]}: {quoted(value)}"


def future_fault(name: str, value: str, now: datetime) -> Faults:
    """The fault of a date that is yet to come: directories wait for it, or leave it out."""
    moment = read_date(value)
    if moment is not None and moment.tzinfo is not None and moment > now + timedelta(minutes=10):
        yield f"its {name} is yet to come: {quoted(value)}"

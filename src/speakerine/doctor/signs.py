"""What the doctor sees."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a thing is: a note is no illness, but good to know."""

    WELL = "well"
    NOTE = "note"
    ILL = "ill"


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing looked at: what it is about in a word or two, how it is, and what to do, or ""."""

    about: str
    state: State
    what: str
    then: str = ""


def well(about: str, what: str) -> Sign:
    """All is as it should be."""
    return Sign(about, State.WELL, what)


def note(about: str, what: str, then: str) -> Sign:
    """It works, and could be better."""
    return Sign(about, State.NOTE, what, then)


def ill(about: str, what: str, then: str) -> Sign:
    """It will not work like this."""
    return Sign(about, State.ILL, what, then)

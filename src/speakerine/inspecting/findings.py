"""What an inspection finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad it is: an error breaks a rule that listeners or directories hold a podcast to."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be.

    `rule` names what it breaks in a word or two, for programs. `where` is an episode's folder, or a
    file of the podcast. `what` and `then` are sentences without a full stop: what is wrong, and what
    to do next.
    """

    severity: Severity
    rule: str
    where: str
    what: str
    then: str


def error(rule: str, where: str, what: str, then: str) -> Finding:
    """A broken rule."""
    return Finding(Severity.ERROR, rule, where, what, then)


def warning(rule: str, where: str, what: str, then: str) -> Finding:
    """What the podcast can live with, and would be better without."""
    return Finding(Severity.WARNING, rule, where, what, then)

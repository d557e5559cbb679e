"""What an inspection finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from speakerine.publish.plain import cut

_SHOWN_CHARACTERS = 400


class Severity(StrEnum):
    """How bad it is: an error breaks a rule that listeners or directories hold a podcast to."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that is broken.

    `rule` is the rule's id. `where` is an episode's folder, or a file of the podcast. `what` and `then`
    are sentences without a full stop: what is wrong, and what to do next. Whatever the podcast holds,
    they are one line that a terminal can show.
    """

    severity: Severity
    rule: str
    where: str
    what: str
    then: str

    def __post_init__(self) -> None:
        """Clean what was read from the podcast's files."""
        for name in ("where", "what"):
            shown = "".join(char for char in getattr(self, name) if char.isprintable() or char.isspace())
            object.__setattr__(self, name, cut(shown, _SHOWN_CHARACTERS))

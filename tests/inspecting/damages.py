"""What is changed in a sound podcast by tests, and which rules find it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from .conftest import MARCHE, PONT, SEINE

DATA = Path(__file__).parent / "data"
_PLACES = {"seine.xml": f"archives/{SEINE}.xml", "pont.xml": f"archives/{PONT}.xml"}


@dataclass(frozen=True)
class Damage:
    """Edits of a text file; `rule` finds them, and `also` those rules that cannot but break with it."""

    rule: str
    file: str
    edits: tuple[tuple[str, str], ...]
    also: frozenset[str]

    @property
    def name(self) -> str:
        """How the test is called."""
        return f"{self.rule}: {self.edits[0][1][:40] or self.edits[0][0][:40]}"

    def make(self, output: Path) -> None:
        """Edit the file; each edit must change it."""
        path = output / _PLACES.get(self.file, self.file.replace("marche/", f"episodes/{MARCHE}/"))
        text = path.read_text("utf-8")
        for pattern, put in self.edits:
            edited = re.sub(pattern, put, text, count=1, flags=re.DOTALL)
            assert edited != text, pattern
            text = edited
        path.write_text(text, "utf-8", newline="")


def read_damages(name: str) -> list[Damage]:
    """The damages of a data file."""
    listed = tomllib.loads((DATA / name).read_text("utf-8"))["damage"]
    return [
        Damage(one["rule"], one["file"], tuple(map(tuple, one["edits"])), frozenset(one.get("also", ())))
        for one in listed
    ]

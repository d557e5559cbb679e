"""`python -m tests.fuzz`: bad input by the thousand, or by the million.

    python -m tests.fuzz --cases 20000           hypothesis, the same cases each time; what CI does
    python -m tests.fuzz --minutes 30            guided by coverage where atheris is installed
    python -m tests.fuzz --minutes 5 feed html   only these readers
    python -m tests.fuzz --minutes 30 --corpus F begin with what an earlier search left in the folder F

Each reader runs in a process of its own, within the time and memory of `limits.py`. What breaks it is reduced
and kept in tests/fuzz/found/, once for each place.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from tests.fuzz.faults import tell
from tests.fuzz.readers import READERS

SECONDS_A_MINUTE = 60
PARTS = {
    "gzip": 5, "record": 4, "google": 3, "letters": 3, "readdress": 3, "verbalize": 2, "sentences": 2,
    "frame": 2, "show": 2, "voice": 2, "jingle-set": 2,
}  # fmt: skip
"""How many cases a reader gets for each one of the slow readers'."""

SHARES = {
    "html": 12, "text": 6, "feed": 4, "markdown": 4, "verbalize": 3, "record": 3, "sentences": 2, "tag": 2,
    "letters": 2, "gzip": 2, "google": 2, "readdress": 2, "cover": 2,
}  # fmt: skip
"""How much of the time a reader gets, for each one of the simplest's: the slow ones have most to them."""

NEW_LINE = "\n"


@dataclass(frozen=True, slots=True)
class Ended:
    """What came of one reader: the lines that its process told."""

    reader: str
    went_well: bool
    told: tuple[str, ...]

    @property
    def cases(self) -> int:
        """How many it was given; 0 where the process told none."""
        figures = self.told[-1].partition(": ")[2].split() if self.told else []
        return int(figures[0]) if figures and figures[0].isdigit() else 0


def main() -> None:
    """Start a process a reader, and say what each of them found."""
    asked = _arguments()
    parts, shares = _portions(PARTS, asked.readers), _portions(SHARES, asked.readers)
    all_s = asked.minutes * SECONDS_A_MINUTE * asked.at_once

    def run(reader: str) -> Ended:
        return _run(reader, int(asked.cases * parts[reader]) + 1, all_s * shares[reader], asked.corpus)

    with ThreadPoolExecutor(asked.at_once) as pool:
        ended = list(pool.map(run, asked.readers))
    tell(f"all: {sum(one.cases for one in ended)} cases")
    failed = [one.reader for one in ended if not one.went_well]
    sys.exit(f"faults in: {', '.join(failed)}; their cases are in tests/fuzz/found/" if failed else 0)


def _portions(weights: dict[str, int], readers: list[str]) -> dict[str, float]:
    """What falls to each reader, of 1."""
    weighed = {reader: weights.get(reader, 1) for reader in readers}
    return {reader: weight / sum(weighed.values()) for reader, weight in weighed.items()}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("readers", nargs="*", help=f"of: {', '.join(READERS)}")
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--minutes", type=float, default=0.0)
    parser.add_argument("--at-once", type=int, default=2)
    parser.add_argument("--corpus", type=Path, default=None, help="what a guided search learns")
    asked = parser.parse_args()
    asked.readers = asked.readers or list(READERS)
    return asked


def _run(reader: str, cases: int, share_s: float, corpus: Path | None) -> Ended:
    guided = share_s > 0 and find_spec("atheris")
    module, figure = ("guided", share_s) if guided else ("drawn", share_s or cases)
    unit = "s" if share_s else "cases"
    kept = [str(corpus)] if guided and corpus else []
    command = [sys.executable, "-m", f"tests.fuzz.{module}", reader, f"{figure:.0f}", unit, *kept]
    began_s = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    told = list(_worth_telling(done.stdout.splitlines()))
    if done.returncode and not told:
        told = [f"{reader}: ended with {done.returncode}", *done.stderr.splitlines()[-12:]]
    tell(f"{NEW_LINE.join(told)} ({time.monotonic() - began_s:.0f} s)")
    return Ended(reader, done.returncode == 0, tuple(told))


def _worth_telling(lines: Iterable[str]) -> Iterator[str]:
    return (line for line in lines if line.startswith(tuple(READERS)))


if __name__ == "__main__":
    main()

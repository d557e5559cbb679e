"""`python -m tests.fuzz`: bad input by the thousand, or by the million.

    python -m tests.fuzz --cases 20000           hypothesis, the same cases each time; what CI does
    python -m tests.fuzz --minutes 30            guided by coverage where atheris is installed
    python -m tests.fuzz --minutes 5 feed html   only these readers

Each reader runs in a process of its own, within the time and memory of `limits.py`. What breaks it is kept in
tests/fuzz/found/, once for each place.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec

from tests.fuzz.faults import tell
from tests.fuzz.readers import READERS

SECONDS_A_MINUTE = 60
PARTS = {
    "record": 8, "gzip": 14, "readdress": 4, "google": 7, "letters": 5, "frame": 4, "lexicon": 4,
    "show": 4, "voice": 4, "jingle-set": 4, "jingle": 2,
}  # fmt: skip
"""How many cases a reader gets for each one of the slow readers'."""

NEW_LINE = "\n"


def main() -> None:
    """Start a process a reader, and say what each of them found."""
    asked = _arguments()
    share_s = asked.minutes * SECONDS_A_MINUTE * asked.at_once / len(asked.readers)
    parts = {reader: PARTS.get(reader, 1) for reader in asked.readers}
    cases = {reader: asked.cases * part // sum(parts.values()) + 1 for reader, part in parts.items()}
    with ThreadPoolExecutor(asked.at_once) as pool:
        results = pool.map(lambda reader: _run(reader, cases[reader], share_s), asked.readers)
        failed = [reader for reader, went_well in zip(asked.readers, results, strict=True) if not went_well]
    sys.exit(f"faults in: {', '.join(failed)}; their cases are in tests/fuzz/found/" if failed else 0)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("readers", nargs="*", help=f"of: {', '.join(READERS)}")
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--minutes", type=float, default=0.0)
    parser.add_argument("--at-once", type=int, default=2)
    asked = parser.parse_args()
    asked.readers = asked.readers or list(READERS)
    return asked


def _run(reader: str, cases: int, share_s: float) -> bool:
    guided = share_s > 0 and find_spec("atheris")
    module, figure = ("guided", share_s) if guided else ("drawn", share_s or cases)
    unit = "s" if share_s else "cases"
    command = [sys.executable, "-m", f"tests.fuzz.{module}", reader, f"{figure:.0f}", unit]
    began_s = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    told = list(_worth_telling(done.stdout.splitlines()))
    if done.returncode and not told:
        told = [f"{reader}: ended with {done.returncode}", *done.stderr.splitlines()[-12:]]
    tell(f"{NEW_LINE.join(told)} ({time.monotonic() - began_s:.0f} s)")
    return done.returncode == 0


def _worth_telling(lines: Iterable[str]) -> Iterator[str]:
    return (line for line in lines if line.startswith(tuple(READERS)))


if __name__ == "__main__":
    main()

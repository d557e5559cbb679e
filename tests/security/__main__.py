"""`python -m tests.security`: takes each guard out, in a copy of the house, and sees if its test fails."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
COPIED = ("src", "tests", "voices", "examples", "docs", "pyproject.toml", "constraints.txt", "DECISIONS.md")
FAILED = 1
"""pytest's exit code where tests ran and some failed."""


@dataclass(frozen=True, slots=True)
class Guard:
    """A guard: the text of it in its file, what stands there without it, and the tests that need it."""

    name: str
    file: str
    guard: str
    without: str
    test: str


def main() -> None:
    """Try every guard, or those whose name holds a word given."""
    tables = tomllib.loads((Path(__file__).parent / "guards.toml").read_text("utf-8"))["guard"]
    guards = [Guard(**table) for table in tables]
    wanted = [guard for guard in guards if all(word in guard.name for word in sys.argv[1:])]
    with tempfile.TemporaryDirectory() as folder:
        house = copied(Path(folder))
        missed = [guard.name for guard in wanted if not is_missed(house, guard)]
    sys.exit(f"not missed by any test: {', '.join(missed)}" if missed else 0)


def copied(folder: Path) -> Path:
    """The house, as it is, in another place."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.is_file():
            shutil.copy(source, folder / name)
    return folder


def is_missed(house: Path, guard: Guard) -> bool:
    """Whether a test fails without the guard, and said so."""
    path = house / guard.file
    whole = path.read_text("utf-8")
    if guard.guard not in whole:
        sys.stdout.write(f"{guard.name}: its text is not in {guard.file} any more\n")
        return False
    path.write_text(whole.replace(guard.guard, guard.without, 1), "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *guard.test.split()]
    environment = {**os.environ, "PYTHONPATH": str(house / "src")}
    done = subprocess.run(command, cwd=house, env=environment, capture_output=True, text=True, check=False)
    path.write_text(whole, "utf-8")
    failed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    sys.stdout.write(f"{guard.name}: {failed[0] if failed else 'nothing fails'}\n")
    sys.stdout.flush()
    return done.returncode == FAILED


if __name__ == "__main__":
    main()

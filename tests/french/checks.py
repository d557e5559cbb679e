"""The whole test vocabulary for spoken French: `check_same` and `check_spoken`, over cases in data files."""

from collections.abc import Iterator
from pathlib import Path

from speakerine.french import verbalize

DATA = Path(__file__).parent / "data"


def check_same(written: str) -> None:
    """What is written is what is said, to the byte."""
    assert verbalize(written) == written


def check_spoken(written: str, *spoken: str) -> None:
    """What is written is said in one of these ways, and saying that again changes nothing."""
    said = verbalize(written)
    assert said in spoken, f"{written!r} is said {said!r}, not {spoken[0]!r}"
    check_same(said)


def read_cases(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The cases of a data file: written, a tab, the spoken forms that are right, parted by bars."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            written, _, spoken = line.partition("\t")
            yield written, tuple(spoken.split("|")) if spoken else (written,)

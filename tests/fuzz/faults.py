"""A case run, and what went wrong with it, kept as a file so that it never does again."""

from __future__ import annotations

import hashlib
import sys
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path

from speakerine.errors import SpeakerineError
from tests.fuzz.limits import HangError, bounded_time
from tests.fuzz.readers import READERS
from tests.fuzz.reducing import reduced

FOUND = Path(__file__).parent / "found"
"""A folder a reader, a file a case that once broke it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What a reader raised that is no error of ours, and where in the house."""

    kind: str
    where: str
    told: str


def run_case(reader: str, data: bytes) -> Fault | None:
    """Give the bytes to the reader; the fault, or None where it read or refused them."""
    watch = _Watch()
    with watch, bounded_time():
        READERS[reader](data)
    return watch.fault


class _Watch:
    """Ends whatever is raised inside, and tells whether it was an error of ours."""

    fault: Fault | None = None

    def __enter__(self) -> None:
        return

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _trace: object) -> bool:
        if error is None or isinstance(error, KeyboardInterrupt):
            return False
        told = str(error)
        if not isinstance(error, SpeakerineError):
            self.fault = Fault(type(error).__name__, _where(error), told[:200])
        elif not told or "\n" in told:
            self.fault = Fault("Message", _where(error), repr(told))
        return True


def tell(line: str) -> None:
    """One line on standard output, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


@dataclass(slots=True)
class Report:
    """What a search has found: the first case of each fault is reduced, kept and told."""

    reader: str
    cases: int = 0
    faults: dict[tuple[str, str], Fault] = field(default_factory=dict)
    began_s: float = field(default_factory=time.monotonic)

    def run(self, data: bytes) -> None:
        """One more case."""
        self.cases += 1
        fault = run_case(self.reader, data)
        if fault and (fault.kind, fault.where) not in self.faults:
            self.faults[fault.kind, fault.where] = fault
            kept = keep(self.reader, self._reduced(fault, data))
            tell(f"{self.reader}: {fault.kind} in {fault.where}: {fault.told!r} → {kept.name}")

    def tell_figures(self) -> None:
        """How many cases there were, how many faults, and how fast it went."""
        rate = self.cases / (time.monotonic() - self.began_s)
        tell(f"{self.reader}: {self.cases} cases, {len(self.faults)} faults, {rate:.0f} a second")

    def _reduced(self, fault: Fault, data: bytes) -> bytes:
        """The case without what the fault does not need; as it is where each trial would hang."""
        if fault.kind == HangError.__name__:
            return data

        def breaks(tried: bytes) -> bool:
            found = run_case(self.reader, tried)
            return found is not None and (found.kind, found.where) == (fault.kind, fault.where)

        return reduced(data, breaks)


def kept_cases(reader: str) -> list[bytes]:
    """The cases that once broke the reader."""
    return [path.read_bytes() for path in sorted((FOUND / reader).glob("*.bin"))]


def keep(reader: str, data: bytes) -> Path:
    """Write the case where the tests find it."""
    path = FOUND / reader / f"{hashlib.sha256(data).hexdigest()[:12]}.bin"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def _where(error: BaseException) -> str:
    """The last place of ours that the error went through."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "/speakerine/" in frame.filename] or frames
    return f"{Path(ours[-1].filename).name}:{ours[-1].name}" if ours else "?"

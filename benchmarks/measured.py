"""What the benchmarks share: alternate runs, the work of other processes, a table of ratios."""

import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

SOFTWARE = ("numpy", "soxr", "lameenc", "py-nanotts", "onnxruntime", "kokoro-onnx")
_ENV = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Python keeps what it has compiled, as in any installation."""
SPEAKERINE = (sys.executable, "-c", "from speakerine.cli import run; run()")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; `held` is whether what was found is within `limit`."""

    what: str
    found: str
    limit: str
    held: bool


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds on the clock, and of processor time."""

    wall_s: float
    cpu_s: float


def run(command: Sequence[str | Path], *, folder: Path, cores: Sequence[int] = ()) -> Took:
    """What a process and its own took, on those processors where some are named."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    settle = (lambda: os.sched_setaffinity(0, cores)) if cores else None
    done = subprocess.run(command, cwd=folder, env=_ENV, preexec_fn=settle, capture_output=True, check=False)
    wall_s = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}\n{done.stderr.decode()}")
    return Took(wall_s, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def alternately(one: Callable[[], float], other: Callable[[], float], rounds: int) -> tuple[float, float]:
    """Medians of what both give, each called by turns."""
    pairs = [(one(), other()) for _ in range(rounds)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def median(measure: Callable[[], float], rounds: int) -> float:
    """The median of what it gives."""
    return statistics.median(measure() for _ in range(rounds))


def cpu_s(work: Callable[[], object]) -> float:
    """Seconds of processor time that the work takes in this process."""
    began = time.process_time()
    work()
    return time.process_time() - began


def wall_s(work: Callable[[], object]) -> float:
    """Seconds on the clock that the work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def at_most(what: str, found: float, limit: float, unit: str = "×") -> Row:
    """A row that holds where what was found is small enough."""
    return Row(what, f"{found:.2f} {unit}", f"≤ {limit:g} {unit}", found <= limit)


def at_least(what: str, found: float, limit: float, unit: str = "×") -> Row:
    """A row that holds where what was found is large enough."""
    return Row(what, f"{found:.2f} {unit}", f"≥ {limit:g} {unit}", found >= limit)


def machine() -> str:
    """What it is run on."""
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text("utf-8").splitlines() if cpuinfo.exists() else []
    model = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "")
    software = ", ".join(f"{name} {version(name)}" for name in SOFTWARE)
    load = f"load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"{model or platform.processor()}, {os.cpu_count()} cores, {load}\n"
        f"{platform.platform()}, Python {platform.python_version()}, {software}"
    )


def show(row: Row) -> None:
    """Print the row."""
    print(f"{row.what:66} {row.found:>12} {row.limit:>10}  {'' if row.held else 'missed'}", flush=True)

"""Two Dask workers over this machine's own two: the same kind of segments, spoken for real.

    python benchmarks/cluster.py [--voice nicole] [--rounds 5] [--segments 200]

Pico (nicole) speaks in processes of this machine's own, Kokoro (claire) in threads. Three clusters: that
of `--cluster local`; one at an address, whose clips come back over the network; and one at an address that
keeps its clips where all reach them. All take turns, each alone, begun and warm before the clock runs. The
rate is of text, in characters a second and in characters a second of processor time, in which what else
the machine does counts little; the ratios are those of the medians.
"""

import argparse
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import press
import psutil

from speakerine.config import load_voices
from speakerine.engines.base import engine_version
from speakerine.engines.kokoro_model import default_cache
from speakerine.engines.shared_clips import open_clips
from speakerine.engines.speaking import Booth, fitness, speak_all
from speakerine.settings import Show
from speakerine.spread import LocalWorkers, Workers
from speakerine.spread.cluster import open_cluster
from speakerine.types import Segment, Voice

WORKERS = 2
LEAST = 0.9
WARM_PART = 10
"""One segment in so many is spoken before the clock runs."""


@dataclass(frozen=True, slots=True)
class Contestant:
    """Those who speak, and whether their clips go to an address."""

    name: str
    open: Callable[[Voice], AbstractContextManager[Workers]]
    shares: bool = False


@dataclass(frozen=True, slots=True)
class Pace:
    """Characters a second on the clock, and a second of processor time."""

    wall: float
    cpu: float


def segments(voice: Voice, count: int, first: int) -> list[Segment]:
    """So many sentences like no others, as an engine is given them."""
    version = engine_version(voice)
    sentences = [line for line in press.article(1, 40).split(". ") if 40 < len(line) < 200]
    return [
        Segment(f"Numéro {first + n}. {sentences[n % len(sentences)]}.", voice, version) for n in range(count)
    ]


def pace(workers: Workers, wanted: Sequence[Segment], *, shares: bool) -> Pace:
    """How fast they speak, with the clips kept in a new folder."""
    with tempfile.TemporaryDirectory() as folder:
        address = f"file://{folder}/shared" if shares else ""
        booth = Booth(workers, open_clips(Path(folder), address), default_cache())
        began_s, began_cpu_s = time.perf_counter(), cpu_s()
        speak_all(wanted, booth, lambda _done, _total: None)
        took_s, took_cpu_s = time.perf_counter() - began_s, cpu_s() - began_cpu_s
    characters = sum(len(segment.spoken) for segment in wanted)
    return Pace(characters / took_s, characters / took_cpu_s)


def cpu_s() -> float:
    """The processor time of this process and those under it."""
    here = psutil.Process()
    times = [process.cpu_times() for process in (here, *here.children(recursive=True))]
    return sum(each.user + each.system for each in times)


@contextmanager
def this_machine(_voice: Voice) -> Iterator[Workers]:
    workers = LocalWorkers(WORKERS, begin_at=1)
    yield workers
    workers.close()


@contextmanager
def dask(voice: Voice, address: str = "local") -> Iterator[Workers]:
    with open_cluster(address, fitness([voice]), print) as workers:
        yield workers


@contextmanager
def dask_at_an_address(voice: Voice) -> Iterator[Workers]:
    """A scheduler and workers with Dask's own settings, each a program."""
    with ExitStack() as open_ones:
        folder = open_ones.enter_context(tempfile.TemporaryDirectory())
        told = Path(folder) / "scheduler.json"

        def begin(what: str, *arguments: object) -> None:
            command = [sys.executable, "-m", f"distributed.cli.dask_{what}", "--no-dashboard"]
            command += ["--scheduler-file", told, *arguments]
            process = subprocess.Popen(
                [*map(str, command)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            open_ones.callback(process.wait)
            open_ones.callback(process.kill)

        begin("scheduler", "--host", "127.0.0.1", "--port", 0)
        while not told.exists() or not told.read_text():
            time.sleep(0.1)
        for _ in range(WORKERS):
            begin("worker", "--nthreads", 1, "--no-nanny", "--local-directory", folder)
        yield open_ones.enter_context(dask(voice, scheduler_address(told)))


def scheduler_address(told: Path) -> str:
    """Where the scheduler is, once all workers are there."""
    from distributed import Client

    with Client(scheduler_file=str(told), set_as_default=False) as client:
        client.wait_for_workers(WORKERS)
        return str(client.scheduler.address)


CONTESTANTS = (
    Contestant("this machine", this_machine),
    Contestant("Dask, local", dask),
    Contestant("Dask, clips sent back", dask_at_an_address),
    Contestant("Dask, clips shared", dask_at_an_address, shares=True),
)


def turn(one: Contestant, voice: Voice, number: int, count: int) -> Pace:
    """Its pace in that round, once it is warm."""
    with one.open(voice) as workers:
        pace(workers, segments(voice, max(WORKERS, count // WARM_PART), 0), shares=one.shares)
        return pace(workers, segments(voice, count, 1000 * number), shares=one.shares)


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--voice", default="nicole")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--segments", type=int, default=200)
    given = options.parse_args()
    voice = load_voices(Show()).find(given.voice)
    found: dict[str, list[Pace]] = {one.name: [] for one in CONTESTANTS}
    for number in range(1, given.rounds + 1):
        for one in CONTESTANTS if number % 2 else reversed(CONTESTANTS):
            found[one.name].append(turn(one, voice, number, given.segments))
            last = found[one.name][-1]
            print(f"  round {number}  {one.name:22} {last.wall:6.0f} {last.cpu:6.0f}", flush=True)
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}")
    middle = {
        name: Pace(statistics.median(p.wall for p in paces), statistics.median(p.cpu for p in paces))
        for name, paces in found.items()
    }
    base, *others = middle.items()
    for name, each in others:
        by_clock, by_cpu = each.wall / base[1].wall, each.cpu / base[1].cpu
        print(
            f"{name} over {base[0]}: {by_clock:.2f} on the clock, {by_cpu:.2f} by processor time (≥ {LEAST})"
        )


if __name__ == "__main__":
    main()

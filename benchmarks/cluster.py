"""Two Dask workers over two processes of one machine: the same segments, spoken for real by SVOX Pico.

    python benchmarks/cluster.py [--rounds 5] [--segments 400]

Both have begun, and have spoken, before the clock runs. They take turns, so that what else the machine
does falls on both. The rate is of text, in characters a second; the ratio is that of the medians.
"""

import argparse
import platform
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import press

from speakerine.config import load_voices
from speakerine.engines.base import engine_version
from speakerine.engines.clips import ClipCache
from speakerine.engines.speaking import Booth, fitness, speak_all
from speakerine.settings import Show
from speakerine.spread import LocalWorkers, Workers, open_cluster
from speakerine.types import Segment

PROCESSES = 2
LEAST = 0.9


def segments(count: int, first: int) -> list[Segment]:
    """So many sentences like no others, as an engine is given them."""
    voice = load_voices(Show()).find("nicole")
    version = engine_version(voice)
    sentences = [line for line in press.article(1, 40).split(". ") if 40 < len(line) < 200]
    return [
        Segment(f"Numéro {first + n}. {sentences[n % len(sentences)]}.", voice, version) for n in range(count)
    ]


def rate(
    workers: Workers, wanted: list[Segment], told: Callable[[int, int], None] = lambda _d, _t: None
) -> float:
    """Characters a second, with the clips kept in a new folder."""
    with tempfile.TemporaryDirectory() as folder:
        began_s = time.perf_counter()
        speak_all(wanted, Booth(workers, ClipCache(Path(folder)), Path(folder)), told)
        return sum(len(segment.spoken) for segment in wanted) / (time.perf_counter() - began_s)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--segments", type=int, default=400)
    given = options.parse_args()
    found: dict[str, list[float]] = {"processes": [], "Dask": []}
    with ExitStack() as open_ones:
        processes = LocalWorkers(PROCESSES, begin_at=1)
        open_ones.callback(processes.close)
        voices = {segment.voice for segment in segments(1, 0)}
        dask = open_ones.enter_context(open_cluster("local", fitness(voices), print))
        everyone: dict[str, Workers] = {"processes": processes, "Dask": dask}
        for workers in everyone.values():
            rate(workers, segments(20, 1))
        for turn in range(given.rounds):
            order = list(everyone) if turn % 2 else list(reversed(everyone))
            for name in order:
                pace = rate(everyone[name], segments(given.segments, 1000 * (turn + 1)))
                found[name].append(pace)
                print(f"  round {turn + 1}  {name:10} {pace:7.0f} characters/s")
    middle = {name: statistics.median(paces) for name, paces in found.items()}
    ratio = middle["Dask"] / middle["processes"]
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}")
    print(f"two Dask workers over two processes: {ratio:.2f} (at least {LEAST})")


if __name__ == "__main__":
    main()

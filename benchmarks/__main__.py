"""How fast it all is, as ratios: each pair is run by turns in one go, and medians are taken.

    python benchmarks [--only NAME…] [--quick]

The rows: pico, cores, encode, start, again, kokoro; and long, an hour's work that only --only asks for.
"""

import argparse
from collections.abc import Callable, Iterator

import kokoro_pace
import pico_pace
import published_before
from measured import Row, machine, show

BENCHMARKS: dict[str, Callable[[int], Iterator[Row]]] = {
    "start": published_before.starts,
    "pico": pico_pace.one_article,
    "encode": pico_pace.encode,
    "cores": pico_pace.two_cores,
    "again": published_before.again,
    "kokoro": kokoro_pace.throughput,
    "long": pico_pace.ten_hours,
}
ROUNDS, QUICK_ROUNDS = 7, 3


def main() -> None:
    """Print what it is run on, then a line a measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--only", nargs="+", choices=BENCHMARKS, default=[n for n in BENCHMARKS if n != "long"]
    )
    parser.add_argument("--quick", action="store_true", help="three rounds instead of seven")
    given = parser.parse_args()
    print(machine(), flush=True)
    for name in given.only:
        for row in BENCHMARKS[name](QUICK_ROUNDS if given.quick else ROUNDS):
            show(row)


if __name__ == "__main__":
    main()

"""Cases drawn by hypothesis, for one reader: `python -m tests.fuzz.drawn feed 1000 cases` or `… 60 s`."""

from __future__ import annotations

import sys
import time
import warnings
from itertools import count
from random import Random

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.fuzz.cases import damaged
from tests.fuzz.faults import Report, kept_cases, run_case
from tests.fuzz.limits import bound_memory
from tests.fuzz.seeds import seeds

CASES_A_ROUND = 2_000


def draw(report: Report, number: int, cases: int) -> None:
    """Draw so many cases; the round's number decides which."""

    @seed(number)
    @settings(
        max_examples=cases,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.randoms(use_true_random=True))
    def each(chance: Random) -> None:
        report.run(damaged(chance, report.reader))

    each()


def main(reader: str, figure: str, unit: str) -> None:
    """Draw that number of cases, or draw for that many seconds."""
    warnings.simplefilter("ignore")
    for data in seeds(reader):  # what is loaded late is loaded before memory is bounded
        run_case(reader, data)
    bound_memory()
    report, most = Report(reader), float(figure)
    for data in kept_cases(reader):  # within the same bounds as when they were found
        report.run(data)
    ends_s = time.monotonic() + most
    for number in count():
        if (time.monotonic() >= ends_s) if unit == "s" else report.cases >= most:
            break
        draw(report, number, CASES_A_ROUND if unit == "s" else min(int(most) - report.cases, CASES_A_ROUND))
    report.tell_figures()
    sys.exit(bool(report.faults))


if __name__ == "__main__":
    main(*sys.argv[1:])

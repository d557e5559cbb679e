"""The long form: `python -m tests.reliability --kills 200` kills so often, and prints what came of it.

Exit code 1 when anything was lost, left behind, or done twice.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.reliability.killing import Trial, kill_often
from tests.reliability.show_folder import make_show


def main() -> int:
    """Kill and print; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability", description=__doc__)
    parser.add_argument("--kills", type=int, default=200, metavar="N")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="speakerine-") as folder:
        root = Path(folder)
        trials = []
        for trial in kill_often(make_show(root / "template"), given.kills, random.Random(given.seed), root):
            trials.append(trial)
            sys.stderr.write(f"\r{sum(len(one.moments) for one in trials)} kills")
            if not trial.is_sound:
                sys.stderr.write(f"\n{trial}\n")
    sys.stderr.write("\n")
    _tell(trials, given.seed)
    return 0 if all(trial.is_sound for trial in trials) else 1


def _tell(trials: list[Trial], seed: int) -> None:
    kills = Counter(trial.scenario for trial in trials for _ in trial.moments)
    at_signs = sum(bool(moment.sign) for trial in trials for moment in trial.moments)
    rows = [
        ("seed", seed),
        ("kill -9", kills.total()),
        *((f"  of {name}", count) for name, count in kills.items()),
        ("  at the sign of a rename", at_signs),
        ("  of a run that mended what an earlier kill left", sum(len(t.moments[1:]) for t in trials)),
        ("feeds that cannot be read, enclosures missing or of another length", _count(trials, "faults")),
        ("runs after which something was not done", sum(bool(trial.unfinished) for trial in trials)),
        ("clips in the cache when it was killed", sum(trial.kept for trial in trials)),
        ("clips spoken again", sum(trial.spoken_again for trial in trials)),
        ("killed runs of which the next said nothing", sum(trial.untold for trial in trials)),
        ("temporary files in output and destination after the next run", _count(trials, "litter")),
        ("temporary files in the cache after the next run", _count(trials, "in_cache")),
    ]
    for name, figure in rows:
        sys.stdout.write(f"{name:70}{figure:8}\n")


def _count(trials: list[Trial], name: str) -> int:
    return sum(len(getattr(trial, name)) for trial in trials)


if __name__ == "__main__":
    sys.exit(main())

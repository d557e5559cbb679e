"""Cases that atheris finds by their paths, for one reader: `python -m tests.fuzz.guided feed 60 s FOLDER`."""

from __future__ import annotations

import os
import sys
import tempfile
import time
import warnings
from pathlib import Path

import atheris

from tests.fuzz.cases import TROUBLE
from tests.fuzz.faults import Report, kept_cases, run_case
from tests.fuzz.limits import bound_memory
from tests.fuzz.seeds import beginnings, words

LONGEST_BYTES = 4_000
LONGEST_PROSE_BYTES = {"text": 1_200, "markdown": 1_200, "html": 2_000, "feed": 2_000}
"""Shorter where every word costs; cases drawn by hypothesis are of whole pages."""

PARSERS = {"feed": ["feedparser"], "show": ["tomllib"], "frame": ["tomllib"], "tag": ["mutagen"]}
"""Whose paths are followed beside ours: what is written in Python and decides what we are given."""


def main(reader: str, seconds: str, _unit: str, folder: str = "") -> None:
    """Look for new paths for so long; a fault is kept, and the search goes on.

    What it learns stays in the folder, for the next search to begin with.
    """
    warnings.simplefilter("ignore")
    known = [*beginnings(reader), *kept_cases(reader)]
    with atheris.instrument_imports(include=["speakerine", *PARSERS.get(reader, [])]):
        for data in known:  # what is loaded late is loaded before memory is bounded
            run_case(reader, data)
    _warm()
    bound_memory()
    report, ends_s = Report(reader), time.monotonic() + float(seconds)
    scratch = tempfile.TemporaryDirectory()

    def each(data: bytes) -> None:
        report.run(data)
        if time.monotonic() >= ends_s:
            report.tell_figures()
            scratch.cleanup()
            os._exit(bool(report.faults))  # libFuzzer takes any other end for a crash

    corpus = Path(folder or scratch.name, reader)
    atheris.Setup(["guided", *options(reader, known, corpus, Path(scratch.name))], each)
    atheris.Fuzz()


def options(reader: str, known: list[bytes], corpus: Path, scratch: Path) -> list[str]:
    """What libFuzzer is told: where to begin, and how far to go; quick cases are chosen more often."""
    beginnings, dictionary = scratch / "beginnings", scratch / "words"
    corpus.mkdir(parents=True, exist_ok=True)
    beginnings.mkdir()
    for number, data in enumerate(known):
        (beginnings / str(number)).write_bytes(data)
    dictionary.write_text("".join(entry(word) for word in (*TROUBLE, *words(reader))))
    return [
        *(str(corpus), str(beginnings)),
        f"-dict={dictionary}",
        f"-artifact_prefix={scratch}/",
        f"-max_len={LONGEST_PROSE_BYTES.get(reader, LONGEST_BYTES)}",
        "-entropic_scale_per_exec_time=1",
        *("-timeout=60", "-rss_limit_mb=0", "-verbosity=0"),
    ]


def entry(word: bytes) -> str:
    """A line of libFuzzer's dictionary."""
    return '"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n'


def _warm() -> None:
    """justext keeps its stop list by its hash, which a set has ready and a long tuple counts anew."""
    from trafilatura import external

    external.JT_STOPLIST = frozenset(external.jt_stoplist_init())


if __name__ == "__main__":
    main(*sys.argv[1:])

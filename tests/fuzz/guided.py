"""Cases that atheris finds by their paths, for one reader: `python -m tests.fuzz.guided feed 60 s`."""

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
from tests.fuzz.seeds import seeds

LONGEST_BYTES = 8_000


def entry(word: bytes) -> str:
    """A line of libFuzzer's dictionary."""
    return '"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n'


def main(reader: str, seconds: str, _unit: str) -> None:
    """Look for new paths for so long; a fault is kept, and the search goes on."""
    warnings.simplefilter("ignore")
    known = [*seeds(reader), *kept_cases(reader)]
    with atheris.instrument_imports(include=["speakerine"]):
        for data in known:  # what is loaded late is loaded before memory is bounded
            run_case(reader, data)
    bound_memory()
    report, ends_s = Report(reader), time.monotonic() + float(seconds)
    folder = tempfile.TemporaryDirectory()

    def each(data: bytes) -> None:
        report.run(data)
        if time.monotonic() >= ends_s:
            report.tell_figures()
            folder.cleanup()
            os._exit(bool(report.faults))  # libFuzzer takes any other end for a crash

    atheris.Setup(["guided", *options(known, Path(folder.name))], each)
    atheris.Fuzz()


def options(known: list[bytes], folder: Path) -> list[str]:
    """What libFuzzer is told: where to begin, and how far to go."""
    corpus, words = folder / "corpus", folder / "words"
    corpus.mkdir()
    for number, data in enumerate(known):
        (corpus / str(number)).write_bytes(data)
    words.write_text("".join(map(entry, TROUBLE)))
    limits = [f"-max_len={LONGEST_BYTES}", "-timeout=60", "-rss_limit_mb=0"]
    return [str(corpus), f"-dict={words}", f"-artifact_prefix={folder}/", "-verbosity=0", *limits]


if __name__ == "__main__":
    main(*sys.argv[1:])

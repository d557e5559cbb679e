"""`python -m tests.fuzz.growth text html`: what takes far over four times as long for four times the size.

A search with small cases sees no hang that only a large page brings. Here each word that means something to a
reader is given to it again and again, after a beginning that it reads gladly.
"""

from __future__ import annotations

import sys
import time
import warnings
from collections.abc import Iterator

from tests.fuzz.cases import TROUBLE
from tests.fuzz.faults import run_case, tell
from tests.fuzz.readers import READERS
from tests.fuzz.seeds import seeds, words

SMALL_BYTES, LARGE_BYTES = 8_000, 32_000
WORTH_TELLING_S = 0.25
TIMES = 7
"""Between what is linear, which is 4, and what is quadratic, which is 16."""

ORDINARY = (
    b"a ",
    b"a\n",
    b"a\n\n",
    b"1 ",
    b"A.",
    b"Le pont est long. ",
    b"Le pont est long.\n\n",
    b"<p>Le pont. ",
)
BEGINNINGS = {
    "html": b"<html><h1>Le pont</h1><article>",
    "feed": b"<rss version='2.0'><channel><item><title>a</title><description>",
    "markdown": b"# Le pont\n\nLe pont de la ville est rouvert ce matin.\n\n",
    "text": b"Le pont\n\nLe pont de la ville est rouvert ce matin.\n\n",
}


def main(readers: list[str]) -> None:
    """Try each word of each reader in two lengths, and tell what grew too fast."""
    warnings.simplefilter("ignore")
    found = [told for reader in readers or READERS for told in superlinear(reader)]
    sys.exit(bool(found))


def superlinear(reader: str) -> Iterator[str]:
    """A line for each word whose repetition costs too much."""
    for data in seeds(reader)[:3]:
        run_case(reader, data)
    for word in dict.fromkeys((*words(reader), *TROUBLE, *ORDINARY)):
        small_s, large_s = (_time_s(reader, word, size) for size in (SMALL_BYTES, LARGE_BYTES))
        if large_s > WORTH_TELLING_S and large_s > TIMES * small_s:
            told = f"{reader}: {word!r} again and again: {small_s:.2f} s, four times as much {large_s:.2f} s"
            tell(told)
            yield told
    tell(f"{reader}: done")


def _time_s(reader: str, word: bytes, size_bytes: int) -> float:
    """Seconds of the processor."""
    data = BEGINNINGS.get(reader, b"") + word * (size_bytes // len(word))
    began_s = time.process_time()
    run_case(reader, data)
    return time.process_time() - began_s


if __name__ == "__main__":
    main(sys.argv[1:])

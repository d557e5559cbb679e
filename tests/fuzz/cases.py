"""Cases for each reader: what it should get, cut, doubled, and sown with what breaks programs."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.fuzz.seeds import seeds

TROUBLE = (
    *(Path(__file__).parent / "data" / "trouble.txt").read_bytes().splitlines(),
    b"\0",
    b"\r\n",
    b"\xed\xa0\x80",
    b"[" * 200,
    b"<p>" * 40,
    b"> " * 60,
    b"#" * 50,
    b"9" * 40,
    b"a" * 300,
    b"\t\t\t\t",
    "\u0301".encode() * 40,
)
"""What breaks programs, beside the bytes of chance's own."""

_ANYTHING_AT_ALL = 0.1


def damaged(chance: Random, reader: str) -> bytes:
    """A seed, with some places cut out and some sown with trouble; or anything at all."""
    if chance.random() < _ANYTHING_AT_ALL:
        return chance.randbytes(chance.randint(0, 200))
    data = bytearray(chance.choice(seeds(reader)))
    for _ in range(chance.randint(0, 5)):
        at = chance.randint(0, len(data))
        gone = chance.choice((0, 0, 1, 4, 40, 400))
        sown = chance.choice(TROUBLE) if chance.random() < 0.5 else chance.randbytes(chance.randint(1, 4))
        data[at : at + gone] = sown
    return bytes(data)

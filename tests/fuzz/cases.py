"""Cases for each reader: what it should get, cut, doubled, and sown with what breaks programs."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

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
"""What breaks programs, beside the bytes of hypothesis's own."""


@st.composite
def damaged(draw: st.DrawFn, reader: str) -> bytes:
    """A seed or a part of one, with some places cut out and some sown with trouble; or anything at all."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.binary(max_size=200))
    whole = draw(st.sampled_from(seeds(reader)))
    data = bytearray(whole)
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, len(data)))
        gone = draw(st.sampled_from((0, 0, 1, 4, 40, 400)))
        sown = draw(st.one_of(st.sampled_from(TROUBLE), st.binary(min_size=1, max_size=4)))
        data[at : at + gone] = sown
    return bytes(data)

"""Folding a line to bare words, so that « À LIRE  AUSSI ▸ » and « à lire aussi » are one phrase."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_GLUED = re.compile(r"(?<=[a-zà-ÿ0-9])(?=[A-ZÀ-Ý][a-zà-ÿ])|(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý]{2,})")
"""Where two buttons were copied as one word: « cet articleDiscussion »."""

_LIGATURES = (("œ", "oe"), ("Œ", "OE"), ("æ", "ae"), ("Æ", "AE"), ("’", "'"), ("ʼ", "'"))
_MARKS = re.compile("[\u0300-\u036f]+")

_FRENCH = {
    **dict(zip("éèêëàâçôîïûùü’ʼ\u00a0\u202f", "eeeeaacoiiuuu''  ", strict=True)),
    "œ": "oe",
    "æ": "ae",
    "…": "...",
    **{mark: mark for mark in "«»“”–—€•·©"},
}
"""What folding makes of the letters and marks that French adds to ASCII."""

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """`text` in lower case, without accents or ligatures, its apostrophes straight."""
    low = text.lower()
    if low.isascii():
        return low
    for written in set(_BEYOND_ASCII.findall(low)):
        plain = _FRENCH.get(written)
        if plain is None:
            return fold_any(text)
        low = low.replace(written, plain)
    return low


def fold_any(text: str) -> str:
    """What `fold` returns, by the rules of Unicode: right for any writing, and slower."""
    for written, plain in _LIGATURES:
        if written in text:
            text = text.replace(written, plain)
    return _MARKS.sub("", unicodedata.normalize("NFKD", text)).casefold()


def words(text: str) -> list[str]:
    """The folded words of `text`: letters and digits only."""
    spaced = fold(text).replace("'", " ")
    return spaced.split() if spaced.replace(" ", "").isalpha() else _WORD.findall(spaced)


def button_words(text: str) -> list[str]:
    """The folded words of `text`, with the labels of glued buttons taken apart."""
    return words(text if text[1:].islower() else unglue(text))


def unglue(text: str) -> str:
    """`text` with a space where two labels were copied as one word."""
    return _GLUED.sub(" ", text)

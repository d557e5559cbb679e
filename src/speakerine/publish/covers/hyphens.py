"""Where a long French word may be cut at the end of a line.

Sources: Imprimerie nationale, Lexique, « Division des mots » (between syllables, three letters or
more on each side, never before a mute ending); Grevisse, Le Bon Usage, § 20 (the syllables).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_VOWELS = "aeiouy"
_TOGETHER = re.compile(r"(?:[bcdfgpt]r|[bcfgp]l|ch|ph|th|gn|qu|gu)$")
"""Consonants that open a syllable together."""

_AFTER = "-‐‑/_.@"
"""Signs after which a word may be cut without one more hyphen."""

_EDGE = 3
_MUTE = re.compile(r"(?:[^aeiouy]+|[qg]u)es?$|[^aeiouym]+ent$")
"""An ending that is not heard; that of « -ment » is."""

_HYPHEN = "-"


@dataclass(frozen=True, slots=True)
class Cut:
    """A place in a word, and the hyphen that is written before it, or ""."""

    at: int
    mark: str


def cuts(word: str) -> list[Cut]:
    """Return where the word may be cut, from left to right: at its own hyphens first, else by syllables."""
    inside = range(_EDGE, len(word) - _EDGE + 1)
    own = [Cut(at, "") for at in inside if word[at - 1] in _AFTER and word[at] not in _AFTER]
    return own or [Cut(at, _HYPHEN) for at in _syllables(word) if at in inside]


def cut_evenly(word: str, count: int) -> list[tuple[str, str]]:
    """Return the word in at most `count` parts of about one length, each with the mark that ends it."""
    places = cuts(word) or [Cut(at, _HYPHEN) for at in range(_EDGE, len(word) - _EDGE + 1)]
    chosen: list[Cut] = []
    for number in range(1, count):
        wanted = len(word) * number / count
        nearest = min(places, key=lambda place: abs(place.at - wanted), default=None)
        if nearest and nearest not in chosen:
            chosen.append(nearest)
    starts = [0, *(place.at for place in chosen)]
    ends = [*(place.at for place in chosen), len(word)]
    marks = [*(place.mark for place in chosen), ""]
    return [(word[start:end], mark) for start, end, mark in zip(starts, ends, marks, strict=True)]


def _syllables(word: str) -> list[int]:
    """Return where syllables begin, the first and a mute last one left out."""
    plain = _plain(word)
    starts = []
    for cluster in re.finditer(f"(?<=[{_VOWELS}])[^{_VOWELS}]+(?=[{_VOWELS}])", plain):
        if not cluster[0].isalpha():
            continue
        together = _TOGETHER.search(cluster[0])
        starts.append(together.start() + cluster.start() if together else cluster.end() - 1)
    return [at for at in starts if not _MUTE.fullmatch(plain, at)]


def _plain(word: str) -> str:
    """Return the word in small letters without accents, as many as it has characters."""
    return "".join(unicodedata.normalize("NFD", letter)[0].lower()[:1] for letter in word)

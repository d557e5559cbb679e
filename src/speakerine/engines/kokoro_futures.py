"""The e of futures and conditionals, which espeak drops and without which the model says another tense.

« Mesurera » of espeak, with two r, is heard as « mesura », « préférons » for « préféreront », « chantra ».
Source: Grevisse, Le Bon Usage, § 30 (an e may be said or not after one consonant; it is in careful speech).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_WRITTEN = re.compile(r"[bcdfghjkpqstuvxzr]er(?:ai|as?|ais|ait|aient|ons|ont|ez)\W*$")
_DROPPED = re.compile(r"(?<=[ptkbdɡfvszʃʒʁ])(?=ʁ[ˈˌ]?(?:a|e|ɛ|ɔ̃))")


def with_future_e(text: str, words: Sequence[str]) -> str:
    """Return espeak's phonemes, group by group those of `words`, with the e of « chantera, mesureront ».

    Text whose groups are not those of the words comes back as it is.
    """
    groups = [group for group in re.finditer(r"\S+", text) if any(map(str.isalpha, group[0]))]
    if len(groups) != len(words):
        return text
    pieces, done = [], 0
    for group, word in zip(groups, words, strict=True):
        pieces += [text[done : group.start()], _said(group[0], word)]
        done = group.end()
    return "".join((*pieces, text[done:]))


def _said(sounds: str, word: str) -> str:
    """Only the last such place is the ending's: « préparera » has one r before."""
    if not _WRITTEN.search(word):
        return sounds
    places = [found.start() for found in _DROPPED.finditer(sounds)]
    return f"{sounds[: places[-1]]}ə{sounds[places[-1] :]}" if places else sounds

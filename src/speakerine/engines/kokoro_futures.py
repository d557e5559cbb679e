"""The e of futures and conditionals, which espeak drops and without which the model says another tense.

« Mesurera » of espeak, with two r, is heard as « mesura », « préférons » for « préféreront », « chantra ».
Source: Fouché, Traité de prononciation française, « E muet » (after one consonant it may be said or not).
"""

from __future__ import annotations

import re

_WRITTEN = re.compile(r"[bcdfghjkpqstuvxzr]er(?:ai|as?|ais|ait|aient|ons|ont|ez)\W*$")
_DROPPED = re.compile(r"(?<=[ptkbdɡfvszʃʒʁ])(?=ʁ[ˈˌ]?(?:a|e|ɛ|ɔ̃))")


def with_future_e(sounds: str, word: str) -> str:
    """Return espeak's phonemes of a word, with the e of « chantera », « mesureront ».

    Only the last place that could have one is the ending's: « préparera » has one r before.
    """
    if not _WRITTEN.search(word):
        return sounds
    places = [found.start() for found in _DROPPED.finditer(sounds)]
    return f"{sounds[: places[-1]]}ə{sounds[places[-1] :]}" if places else sounds

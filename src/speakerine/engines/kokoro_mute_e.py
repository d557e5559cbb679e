"""The mute e that espeak drops and announcers say: the model needs it to tell some words from others.

« Mesurera » without it, with two r, is heard as « mesura », « préférons » for « préféreront »; « troupes
russes » is « trou brusse », « soigne les malades » « soit l'imalade ».
Source: Fouché, Traité de prononciation française, « E muet » (after one consonant it may be said or not,
between two and a third it is).
"""

from __future__ import annotations

import re

_FUTURE = re.compile(r"[bcdfghjkpqstuvxzr]er(?:ai|as?|ais|ait|aient|ons|ont|ez)\W*$")
_DROPPED = re.compile(r"(?<=[ptkbdɡfvszʃʒʁ])(?=ʁ[ˈˌ]?(?:a|e|ɛ|ɔ̃))")

_FINAL = re.compile(r"(?<!l'est)(?:e|es|ent)$")
"""« L'este » is how the compass's « l'est » is written for espeak."""

_CROWDED = re.compile(r"[sk]t$")
_STOPS = re.compile(r"[pk]$")
_SOFT_N = re.compile(r"(?:ɲ|nj)$")


def with_future_e(sounds: str, word: str) -> str:
    """Return espeak's phonemes of a word, with the e of « chantera », « mesureront ».

    Only the last place that could have one is the ending's: « préparera » has one r before.
    """
    if not _FUTURE.search(word):
        return sounds
    places = [found.start() for found in _DROPPED.finditer(sounds)]
    return f"{sounds[: places[-1]]}ə{sounds[places[-1] :]}" if places else sounds


def with_final_e(sounds: str, word: str, consonant_after: str) -> str:
    """Return the phonemes of a word before a consonant, with its last e where that is said.

    It is after st and kt (« liste complète »), after p and k before r (« troupes russes »), and after gn,
    which espeak writes ɲ in the singular, nj in the plural: « gagne la coupe » was « galacoupe ».
    """
    if not _FINAL.search(word):
        return sounds
    if soft := _SOFT_N.search(sounds):
        return sounds[: soft.start()] + "njə"
    is_said = _CROWDED.search(sounds) or (consonant_after == "ʁ" and _STOPS.search(sounds))
    return f"{sounds}ə" if is_said else sounds

"""Words of the lexicon on their way through espeak: a stand-in goes in, and its sounds come out as theirs.

The stand-in begins as the word does, with a vowel or a consonant, so that espeak elides and links
what stands before it as it should: « d'Auxerre », « les œufs ».
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speakerine.errors import ConfigError
from speakerine.french.lexicon import OPEN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from speakerine.french.lexicon import Phonetic

VOWEL, CONSONANT = "oukouzouk", "moukouzouk"
"""Words that are in no text, and that espeak reads in one way wherever they stand."""

STRESS = "ˈ"
HABITS = {"ɥ": "y", "ɲ": "nj"}
"""Sounds that espeak writes otherwise in French, and so the model has learnt otherwise."""

_SOUND = re.compile("[ˈˌ]?uk[ˈˌ]?uz[ˈˌ]?uk")
_VOWELS = "aeiouyøœɐɑɒɔəɛɜɪʊʌ"
_LAST_VOWEL = re.compile(rf"([{_VOWELS}])(?=[^{_VOWELS}]*ə?[^{_VOWELS}]*$)")


def check_sounds(words: Iterable[Phonetic], vocabulary: Collection[str]) -> None:
    """Hold the words' phonemes to those of the model.

    Raises:
        ConfigError: one is not; the entry is named.

    """
    for word in words:
        unknown = sorted(set(word.phonemes) - set(vocabulary) - {" "})
        if unknown:
            raise ConfigError(
                f"The lexicon's IPA of « {word.written} », “{word.phonemes}”, has “{unknown[0]}”, "
                "which Kokoro has no sound for."
            )


def stand_ins(text: str, words: Sequence[Phonetic]) -> list[str]:
    """A stand-in for each OPEN in the text; before a name in H there is no elision but a written one."""
    before = [part[-1:] for part in text.split(OPEN)]
    return [
        VOWEL if _begins_with_vowel(word, elided=mark in {"'", "’"}) else CONSONANT
        for word, mark in zip(words, before, strict=False)
    ]


def swap(
    sounds: str, owners: Sequence[int], words: Sequence[Phonetic], standing: Sequence[str]
) -> tuple[str, tuple[int, ...]] | None:
    """The sounds and their owners, the words' own in place of their stand-ins'; None if some are missing."""
    places = list(_SOUND.finditer(sounds))
    if len(places) != len(words):
        return None
    pieces, who, done = [], [], 0
    for place, word, stand_in in zip(places, words, standing, strict=True):
        low = place.start() - (stand_in == CONSONANT)
        own = _as_learnt(stressed(word.phonemes) if STRESS in place[0] else word.phonemes)
        pieces += [sounds[done:low], own]
        who += [*owners[done:low], *[owners[place.end() - 1]] * len(own)]
        done = place.end()
    return "".join([*pieces, sounds[done:]]), (*who, *owners[done:])


def stressed(ipa: str) -> str:
    """IPA with a stress before its last vowel, as espeak writes it, unless it has its own."""
    return ipa if STRESS in ipa else _LAST_VOWEL.sub(rf"{STRESS}\1", ipa, count=1)


def _as_learnt(ipa: str) -> str:
    return "".join(HABITS.get(letter, letter) for letter in ipa)


def _begins_with_vowel(word: Phonetic, *, elided: bool) -> bool:
    sounds = word.phonemes.lstrip("ˈˌ")
    return sounds[:1] in _VOWELS and (elided or word.written[:1].lower() != "h")

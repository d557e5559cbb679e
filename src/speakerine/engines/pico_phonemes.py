"""Words of the lexicon as Pico takes them: X-SAMPA in a <phoneme> of our own.

Pico ignores what it does not know without a word, and reads what stands before a <phoneme> as a word
of its own: sounds are held to its inventory, and an elided word is made a part of the one it precedes.
Source: each sound was tried on the French voice; a word spoken in its own phonemes gives the same samples.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speakerine.errors import ConfigError
from speakerine.french.lexicon import OPEN, Phonetic
from speakerine.french.lexicon_file import XSAMPA_SOUND

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_ELIDED = {"c": "s", "d": "d", "j": "Z", "l": "l", "m": "m", "n": "n", "qu": "k", "s": "s", "t": "t"}
_ELISION = re.compile(rf"(?:(?<![\w'’-])(qu|[cdjlmnst])['’])?{OPEN}", re.IGNORECASE)


def check_sounds(words: Iterable[Phonetic]) -> None:
    """Hold the words' phonemes to those of Pico's French voice.

    Raises:
        ConfigError: one is not; the entry is named.

    """
    for word in words:
        if XSAMPA_SOUND.sub("", word.phonemes).strip():
            raise ConfigError(
                f"The lexicon's X-SAMPA of « {word.written} », “{word.phonemes}”, has a sound that SVOX Pico "
                "has not in French."
            )


def join_elisions(text: str, words: Sequence[Phonetic]) -> tuple[str, list[Phonetic]]:
    """« d'OPEN » → « OPEN », its word's phonemes with a [d] before them."""
    joined = [
        Phonetic(word.written, _ELIDED.get((elision[1] or "").lower(), "") + word.phonemes)
        for elision, word in zip(_ELISION.finditer(text), words, strict=True)
    ]
    return _ELISION.sub(OPEN, text), joined


def with_tags(text: str, words: Iterator[Phonetic]) -> str:
    """The text with the next word's phonemes for each OPEN, in Pico's markup."""
    return re.sub(OPEN, lambda _: f"<phoneme ph='{next(words).phonemes}'/>", text)

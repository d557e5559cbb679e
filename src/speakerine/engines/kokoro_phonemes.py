"""French text to the phonemes that Kokoro was trained on, each traced to the word it belongs to.

espeak does the work (run-time only). What it gets wrong is respelled for it beforehand; what it adds
for other uses is taken out afterwards, before the model's vocabulary is applied: that drops unknown
characters one by one, and would leave the letters of a language flag such as "(en)" to be spoken.
"""

from __future__ import annotations

import logging
import re
import threading
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from speakerine.engines.kokoro_links import linked
from speakerine.engines.kokoro_respellings import respell
from speakerine.engines.kokoro_stand_ins import check_sounds, stand_ins, swap
from speakerine.engines.letters import is_spoken, readable_words, tidy
from speakerine.errors import EngineError
from speakerine.french.lexicon import OPEN, split_marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from phonemizer.backend import EspeakBackend

NO_WORD = -1

AFFRICATES = {
    "a^ɪ": "I", "a^ʊ": "W", "d^z": "ʣ", "d^ʒ": "ʤ", "e^ɪ": "A", "o^ʊ": "O", "ə^ʊ": "Q",
    "s^s": "S", "t^s": "ʦ", "t^ʃ": "ʧ", "ɔ^ɪ": "Y",
}  # fmt: skip
"""Sounds that espeak ties and Kokoro has one character for. Source: hexgrad/misaki, espeak.py."""

_FLAG = re.compile(r"\([a-z^-]+\)")
"""The language that espeak turns to, "(en)" or, its letters tied too, "(e^n)"."""


@dataclass(frozen=True, slots=True)
class Phonemes:
    """Phonemes of a text, and for each character the index of its word in `words`, or NO_WORD.

    `words` are those of the text as given that are said, in order.
    """

    text: str
    owners: tuple[int, ...]
    words: tuple[str, ...]


def phonemize(spoken: str) -> Phonemes:
    """The phonemes of a French text; `text` is "" when nothing of it can be read.

    Raises:
        ConfigError: a word brings phonemes that the model does not know.

    """
    text, marked = split_marked(spoken)
    written = _filled(text, [word.written for word in marked])
    if not marked:
        return _phonemes(written, written)
    check_sounds(marked, _vocabulary())
    standing = stand_ins(text, marked)
    found = _phonemes(_glued(text, [word.written for word in marked]), _filled(text, standing))
    swapped = swap(found.text, found.owners, marked, standing)
    return Phonemes(*swapped, found.words) if swapped else _phonemes(written, written)


def _filled(text: str, words: Iterable[str]) -> str:
    """The text with a word for each OPEN."""
    following = iter(words)
    return re.sub(OPEN, lambda _: next(following), text)


def _glued(text: str, words: Iterable[str]) -> str:
    """The same, each word one, whatever spaces it has."""
    return _filled(text, (OPEN.join(word.split()) for word in words))


def _phonemes(written: str, read: str) -> Phonemes:
    """The phonemes of `read`, and the words of `written`, which has as many."""
    readings = (reading for _, reading in readable_words(read))
    pairs = [
        (word.replace(OPEN, " "), reading)
        for word, reading in zip(written.split(), readings, strict=True)
        if reading
    ]
    words = tuple(word for word, reading in pairs if is_spoken(reading))
    if not words:
        return Phonemes("", (), ())
    pieces, owners, index = [], [], NO_WORD
    for reading in _respelled([reading for _, reading in pairs]):
        index += is_spoken(reading)
        pieces += reading.split()
        owners += [index] * sum(map(is_spoken, reading.split()))
    spoken = [piece for piece in pieces if is_spoken(piece)]
    text = linked(_clean(_espeak([tidy(pieces)])[0]), spoken)
    return Phonemes(text, tuple(_owners(text, spoken, owners)), words)


def _respelled(readings: Sequence[str]) -> list[str]:
    """The readings, written so that espeak says them right; one of several words stays one item."""
    line = respell(" ".join(reading.replace(" ", "_") for reading in readings))
    return [reading.replace("_", " ") for reading in line.split(" ")]


def _clean(raw: str) -> str:
    """Phonemes of espeak without flags, ties and link hyphens, in the model's vocabulary."""
    text = _FLAG.sub("", raw).replace("«", "(").replace("»", ")")
    for tied, single in AFFRICATES.items():
        text = text.replace(tied, single)
    vocabulary = _vocabulary()
    return " ".join("".join(letter for letter in text if letter in vocabulary).split())


def _owners(text: str, pieces: Sequence[str], piece_owners: Sequence[int]) -> list[int]:
    """The word of each character: group by group where espeak kept the words apart, else by likeness."""
    groups = [group for group in re.finditer(r"\S+", text) if any(map(_sounds, group[0]))]
    owners = [NO_WORD] * len(text)
    if len(groups) == len(pieces):
        for group, owner in zip(groups, piece_owners, strict=True):
            for at in range(*group.span()):
                owners[at] = owner if _sounds(text[at]) else NO_WORD
        return owners
    alone = [_clean(one) for one in _espeak(pieces)]
    labels = [owner for one, owner in zip(alone, piece_owners, strict=True) for c in one if _sounds(c)]
    sounds = [at for at, letter in enumerate(text) if _sounds(letter)]
    expected = [c for one in alone for c in one if _sounds(c)]
    for at, owner in zip(sounds, _aligned(expected, labels, [text[at] for at in sounds]), strict=True):
        owners[at] = owner
    return owners


def _aligned(expected: Sequence[str], labels: Sequence[int], found: Sequence[str]) -> list[int]:
    """Labels carried from the expected sounds over to those found; both run in the same order."""
    out = [labels[0]] * len(found)
    for kind, low, high, start, end in SequenceMatcher(None, expected, found, autojunk=False).get_opcodes():
        for at in range(start, end):
            source = low + (at - start) * (high - low) // (end - start) if kind != "insert" else low - 1
            out[at] = labels[max(0, source)]
    return out


def _sounds(letter: str) -> bool:
    return letter.isalpha() or unicodedata.combining(letter) != 0


_speaking = threading.Lock()


def _espeak(lines: Sequence[str]) -> list[str]:
    """What espeak makes of lines; it keeps its state in the process: one call at a time.

    Brackets of the text travel as angles, so that they are not taken for those of a flag.
    """
    backend = _backend()
    with _speaking:
        phonemes: list[str] = backend.phonemize(
            [line.replace("(", "«").replace(")", "»") for line in lines], strip=True
        )
    return phonemes


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    """The characters that the model has a token for.

    Raises:
        EngineError: kokoro-onnx is too old: it drops the tilde of every nasal vowel.

    """
    from kokoro_onnx.config import DEFAULT_VOCAB

    if "\u0303" not in DEFAULT_VOCAB:
        raise EngineError("kokoro-onnx is too old to speak French. Run pip install 'kokoro-onnx>=0.6.1'.")
    return frozenset(DEFAULT_VOCAB)


@lru_cache(maxsize=1)
def _backend() -> EspeakBackend:
    from kokoro_onnx.tokenizer import Tokenizer
    from phonemizer.backend import EspeakBackend

    Tokenizer()  # tells phonemizer where the packaged espeak is
    quiet = logging.getLogger("speakerine.engines.espeak")
    quiet.setLevel(logging.ERROR)
    return EspeakBackend(
        "fr-fr",
        preserve_punctuation=True,
        with_stress=True,
        tie="^",
        language_switch="keep-flags",
        logger=quiet,
    )

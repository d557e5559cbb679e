"""SVOX Pico: a small voice in every installation, offline, a hundred times faster than speech.

Pico reads "<" and "&" as markup, and its markup can open and write files: no text reaches it but
through `pico_calls`, which leaves neither but in the phonemes of the lexicon.
"""

from __future__ import annotations

import importlib.metadata
import re
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from speakerine.engines.base import Readiness, Speech, wordless
from speakerine.engines.letters import is_spoken, readable_words, tidy
from speakerine.engines.options import check_french, check_range, missing_modules, read_options
from speakerine.engines.pico_phonemes import check_sounds, join_elisions, with_tags
from speakerine.engines.sound import faded, from_pcm, speech_span, to_audio
from speakerine.errors import EngineError
from speakerine.french.homographs import respell_homographs
from speakerine.french.lexicon import OPEN, split_marked, without_marks

if TYPE_CHECKING:
    from pathlib import Path

    from speakerine.types import Voice

MAX_CHARS = 350
PARALLEL_CALLS = 1
"""Pico holds the interpreter while it speaks: more threads gain nothing."""

READING = 4
"""Raise it when text is prepared, or sound is cut, in another way: clips are made anew."""

SAMPLE_RATE_HZ = 16_000
LANGUAGE = "fr-FR"
SPEED_RANGE = (0.4, 2.5)
PITCH_RANGE = (0.5, 2.0)

MAX_WORD_CHARS = 40
"""Pico never comes back from some runs of 150 letters without a break; French words have 25."""

MAX_CALL_CHARS = 2000
MAX_CALL_MARKED = 30
"""Pico divides by zero, and ends the process, after sixty words of one syllable in X-SAMPA."""

_LONG_RUN = re.compile(rf"(\w{{{MAX_WORD_CHARS}}})(?=\w)")
_HYPHENED = re.compile(f"[-‐‑]?{OPEN}[-‐‑]?")
_DASH = re.compile(r"[,;:]? ?— ?")
_MODULES = ("py_nanotts",)
_speaking = threading.Lock()


@dataclass(frozen=True, slots=True)
class PicoOptions:
    """The [options] of a Pico voice: there are none."""


@dataclass(frozen=True, slots=True)
class PicoEngine:
    """Pico keeps nothing between two calls; they take turns."""

    version: str
    name: str = "SVOX Pico"

    def speak(self, spoken: str, voice: Voice) -> Speech:
        """Say a text; Pico does not tell when each word is said.

        Raises:
            ConfigError: an option of the voice is wrong, or a word brings phonemes that Pico has not.
            EngineError: the text has letters, but none that a French voice can read; or Pico failed.

        """
        import numpy as np

        _check(voice)
        calls = pico_calls(spoken)
        if not calls:
            return wordless(without_marks(spoken), voice, SAMPLE_RATE_HZ)
        samples = np.concatenate([from_pcm(_pcm(call, voice)) for call in calls])
        begin, end = speech_span(samples, SAMPLE_RATE_HZ)
        if begin == end:
            raise EngineError(f"The voice “{voice.name}” said nothing for « {spoken} »: respell it.")
        return Speech(to_audio(faded(samples[begin:end], SAMPLE_RATE_HZ), SAMPLE_RATE_HZ))


def pico_calls(spoken: str) -> tuple[str, ...]:
    """What Pico is called with for a text, in order; nothing for a text without a word.

    Plain letters and marks, "&" and "<" in words or gone, and the lexicon's phonemes in tags of our own.

    Raises:
        ConfigError: a word brings phonemes that Pico has not.
    """
    marked, given = split_marked(spoken)
    check_sounds(given)
    joined, words = join_elisions(marked, given)
    text, following = _plain(joined), iter(words)
    if not words and not is_spoken(text):
        return ()
    return tuple([with_tags(part, following) for part in _parts(text)])


def _plain(text: str) -> str:
    """Plain letters and marks, and OPEN where a word of the lexicon is to be said.

    Dashes, which Pico passes over, become commas; quotation marks go.
    """
    parts = _HYPHENED.sub(f" {OPEN} ", text).split(OPEN)
    line = f" {OPEN} ".join(tidy(reading for _, reading in readable_words(part) if reading) for part in parts)
    line = respell_homographs(line)
    line = _DASH.sub(", ", re.sub(r'[“”"()]', " ", line))
    return tidy([_LONG_RUN.sub(r"\1 ", line.replace("…", "."))]).lstrip(",.;: ")


def load(voice: Voice, _cache: Path | None, _threads: int) -> PicoEngine:
    """The engine; nothing has to be loaded.

    Raises:
        ConfigError: an option of the voice is wrong.
        EngineError: py-nanotts is not installed.

    """
    _check(voice)
    return PicoEngine(version(voice))


def readiness(voice: Voice) -> Readiness:
    """Whether py-nanotts is installed."""
    _check(voice)
    missing = missing_modules(_MODULES)
    return Readiness(ready=not missing, needs="needs py-nanotts: pip install py-nanotts" if missing else "")


def version(voice: Voice) -> str:
    """Such as "py-nanotts 0.1.1 + reading 4".

    Raises:
        ConfigError: an option of the voice is wrong.
        EngineError: py-nanotts is not installed.

    """
    _check(voice)
    if missing_modules(_MODULES):
        raise EngineError(f"The voice “{voice.name}” needs py-nanotts. Run pip install py-nanotts.")
    return f"py-nanotts {importlib.metadata.version('py-nanotts')} + reading {READING}"


def _check(voice: Voice) -> None:
    read_options(voice, PicoOptions)
    check_french(voice)
    check_range(voice, "speed", voice.speed, *SPEED_RANGE)
    check_range(voice, "pitch", voice.pitch, *PITCH_RANGE)


def _parts(text: str) -> list[str]:
    """The text in pieces of bounded length, with few words in X-SAMPA each, cut at spaces."""
    parts = []
    while len(text) > (room := _room(text)):
        cut = max(text.rfind(mark, 0, room) for mark in (". ", "! ", "? ")) + 1
        cut = cut or text.rfind(" ", 0, room)
        parts.append(text[:cut])
        text = text[cut:].strip()
    return [*parts, text]


def _room(text: str) -> int:
    """How much of the text, in characters, one call may take."""
    marked = [match.start() for match in re.finditer(OPEN, text[:MAX_CALL_CHARS])]
    return marked[MAX_CALL_MARKED] if len(marked) > MAX_CALL_MARKED else MAX_CALL_CHARS


def _pcm(text: str, voice: Voice) -> bytes:
    from py_nanotts import NanoTTS

    try:
        with _speaking:
            pcm: bytes = NanoTTS().speak(text, voice=LANGUAGE, speed=voice.speed, pitch=voice.pitch)
    except RuntimeError as error:
        raise EngineError(f"SVOX Pico failed on « {text} »: {error}. Respell or shorten it.") from error
    return pcm

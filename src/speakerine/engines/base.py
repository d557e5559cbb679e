"""What every engine is: text in, sound out; and the table that finds one by its name.

An engine's module is imported when its voice is asked about, its software when it speaks.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Protocol, cast

from speakerine.engines.letters import is_spoken
from speakerine.engines.sound import PAUSE_MS, silence
from speakerine.engines.watched import load_watched
from speakerine.errors import ConfigError, EngineError
from speakerine.types import Audio, SpokenWord, Voice

if TYPE_CHECKING:
    from pathlib import Path

MODULES = {
    "gtts": "speakerine.engines.google",
    "kokoro": "speakerine.engines.kokoro",
    "pico": "speakerine.engines.pico",
}
"""The engine that voice.toml names, and the module that drives it."""


PITCHED_ENGINES = frozenset({"kokoro", "pico"})
"""Those that can speak higher or lower than they were made to."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A text, spoken. `words` is empty where the engine cannot tell when each is said."""

    audio: Audio
    words: tuple[SpokenWord, ...] = ()


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether a voice can speak here, what it needs in one line, and if the text leaves the machine."""

    ready: bool
    needs: str
    online: bool = False


class Engine(Protocol):
    """Software that speaks. Safe to call from several threads at once."""

    @property
    def name(self) -> str:
        """Its name in prose, such as "Kokoro-82M"."""

    @property
    def version(self) -> str:
        """Everything of the software that decides the sound, for `Segment.key`."""

    def speak(self, spoken: str, voice: Voice) -> Speech:
        """Say a text: sound with about 30 ms of silence at either end, never empty.

        A text without a letter or a digit gives a short silence.

        Raises:
            ConfigError: an option of the voice is wrong.
            EngineError: the text cannot be spoken.

        """


class EngineModule(Protocol):
    """What an engine's module offers at its top."""

    MAX_CHARS: int
    PARALLEL_CALLS: int

    def load(self, voice: Voice, cache: Path | None, threads: int, /) -> Engine:
        """The engine, its software loaded."""

    def readiness(self, voice: Voice) -> Readiness:
        """Whether it could be loaded."""

    def version(self, voice: Voice) -> str:
        """What `Engine.version` would say."""


def get_engine(voice: Voice, *, cache: Path | None = None, threads: int = 1) -> Engine:
    """The engine of a voice, ready to speak and watched; what is costly to load is loaded once a process.

    `cache` is the folder for what has to be unpacked (default: the user's cache folder). `threads`
    are those of one call; see `parallel_calls` for the better way to use several cores.

    Raises:
        ConfigError: there is no such engine, or an option of the voice is wrong.
        EngineError: its software is not installed, or cannot be loaded.

    """
    module = _module(voice)
    return load_watched(voice, lambda: module.load(voice, cache, threads))


def readiness(voice: Voice) -> Readiness:
    """Whether a voice can speak here, found out without loading it.

    Raises:
        ConfigError: there is no such engine.

    """
    return _module(voice).readiness(voice)


def engine_version(voice: Voice) -> str:
    """The version that goes into `Segment.key`, known without loading the engine.

    Raises:
        ConfigError: there is no such engine, or an option of the voice is wrong.
        EngineError: its software is not installed.

    """
    return _module(voice).version(voice)


def max_chars(voice: Voice) -> int:
    """The longest text that the engine says well in one call, in characters; it takes longer ones."""
    return _module(voice).MAX_CHARS


def parallel_calls(voice: Voice, cores: int) -> int:
    """How many threads are worth having in `speak` at once on so many cores."""
    return min(max(1, cores), _module(voice).PARALLEL_CALLS)


def wordless(spoken: str, voice: Voice, sample_rate_hz: int) -> Speech:
    """What an engine gives for a text of which it can read no word: marks alone are a short silence.

    Raises:
        EngineError: there are letters, such as Chinese ones, that would be lost.

    """
    if is_spoken(spoken):
        raise EngineError(f"The voice “{voice.name}” cannot read « {spoken} »: write it in French letters.")
    return Speech(silence(PAUSE_MS, sample_rate_hz))


def _module(voice: Voice) -> EngineModule:
    try:
        path = MODULES[voice.engine]
    except KeyError:
        near = get_close_matches(voice.engine, MODULES, n=1)
        hint = f" Did you mean “{near[0]}”?" if near else ""
        raise ConfigError(
            f"The voice “{voice.name}” asks for the engine “{voice.engine}”, but there are only: "
            f"{', '.join(sorted(MODULES))}.{hint}",
        ) from None
    return cast("EngineModule", importlib.import_module(path))

"""An engine that is not taken at its word: what it raises, how long it takes and what it gives are checked.

Engines are other people's software, some of it native. Whatever goes wrong inside one is told as a
failure of the voice, with the text that brought it about.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from speakerine.engines.letters import is_spoken, readable_words
from speakerine.errors import EngineError, SpeakerineError
from speakerine.types import BYTES_PER_SAMPLE, MS_PER_S, Audio

if TYPE_CHECKING:
    from collections.abc import Callable

    from speakerine.engines.base import Engine, Speech
    from speakerine.types import Voice

Given = TypeVar("Given")

PATIENCE_S = 600.0
"""The longest that one text may take: online voices try again for minutes, and slow machines are slow."""

_LOOK_S = 0.25
"""How often who waits for one text sees whether the engine hangs on another."""

_ELSEWHERE = "it hangs on another text"

RATES_HZ = (8_000, 96_000)
PACE_PER_S = (1.0, 150.0)
"""Letters: slower or faster than this no voice reads, even at the ends of its speeds; people say 15."""

PACED_LETTERS = 40
_SHOWN_CHARS = 60


@dataclass(frozen=True, slots=True)
class WatchedEngine:
    """The engine, watched. While it hangs on one text, it is asked for no other."""

    engine: Engine
    patience_s: float = PATIENCE_S
    _hanging: list[threading.Thread] = field(default_factory=list, init=False, repr=False)

    @property
    def name(self) -> str:
        """The engine's own."""
        return self.engine.name

    @property
    def version(self) -> str:
        """The engine's own."""
        return self.engine.version

    def speak(self, spoken: str, voice: Voice) -> Speech:
        """Say a text; see `Engine.speak`.

        Raises:
            ConfigError: an option of the voice is wrong.
            EngineError: the engine fails, does not come back, or gives no speech.
        """
        call = _Call(lambda: self.engine.speak(spoken, voice))
        if fault := self._wait_for(call):
            raise _failure(voice, spoken, fault)
        speech = call.outcome(voice, spoken)
        if fault := fault_of(speech, spoken):
            raise _failure(voice, spoken, fault)
        return speech

    def _wait_for(self, call: _Call[Speech]) -> str:
        """Why the call is waited for no longer, or "" when it has come back."""
        thread = threading.Thread(target=call.run, daemon=True)
        if self._hangs():
            return _ELSEWHERE
        end_s = time.monotonic() + self.patience_s
        thread.start()
        while time.monotonic() < end_s:
            thread.join(min(_LOOK_S, self.patience_s))
            if not thread.is_alive():
                return ""
            if self._hangs():
                return _ELSEWHERE
        self._hanging.append(thread)
        return f"it has not come back after {self.patience_s:g} s"

    def _hangs(self) -> bool:
        return any(thread.is_alive() for thread in self._hanging)


def load_watched(voice: Voice, load: Callable[[], Engine]) -> WatchedEngine:
    """The engine that `load` gives, watched.

    Raises:
        ConfigError: an option of the voice is wrong.
        EngineError: it cannot be loaded.
    """
    call = _Call(load)
    call.run()
    return WatchedEngine(call.outcome(voice, ""))


@dataclass(slots=True)
class _Call(Generic[Given]):
    """A call of an engine, and what came of it."""

    make: Callable[[], Given]
    given: list[Given] = field(default_factory=list)
    error: BaseException | None = None

    def run(self) -> None:
        """Make the call; it may be in a thread that never ends."""
        with self:
            self.given.append(self.make())

    def __enter__(self) -> None:
        return

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        self.error = error
        return error is not None

    def outcome(self, voice: Voice, spoken: str) -> Given:
        """What was given, or what was raised, as an error of ours."""
        if self.error is None:
            return self.given[0]
        if isinstance(self.error, SpeakerineError | KeyboardInterrupt):
            raise self.error
        reason = f"{type(self.error).__name__}: {' '.join(str(self.error).split())}".rstrip(": ")
        raise _failure(voice, spoken, reason) from self.error


def fault_of(speech: Speech, spoken: str) -> str:
    """What is wrong with the sound given for a text, or ""."""
    audio = getattr(speech, "audio", None)
    if not isinstance(audio, Audio) or not isinstance(audio.pcm, bytes):
        return "it gives no sound that can be used"
    low_hz, high_hz = RATES_HZ
    if not low_hz <= audio.sample_rate_hz <= high_hz:
        return f"it gives sound at {audio.sample_rate_hz} Hz"
    if not audio.pcm or len(audio.pcm) % BYTES_PER_SAMPLE:
        return "it gives no sound"
    if is_spoken(spoken) and not any(audio.pcm):
        return "it gives only silence"
    letters = sum(sum(map(str.isalnum, reading)) for _, reading in readable_words(spoken))
    return _pace_fault(letters, audio.duration_ms) if letters >= PACED_LETTERS else ""


def _pace_fault(letters: int, duration_ms: int) -> str:
    slow, fast = PACE_PER_S
    if slow <= letters * MS_PER_S / max(1, duration_ms) <= fast:
        return ""
    return f"its {letters} letters last {duration_ms / MS_PER_S:.1f} s, which is no speech"


def _failure(voice: Voice, spoken: str, reason: str) -> EngineError:
    shown = spoken if len(spoken) <= _SHOWN_CHARS else f"{spoken[:_SHOWN_CHARS]}…"
    where = f" on « {shown} »" if shown else ""
    return EngineError(
        f"The voice “{voice.name}” (engine “{voice.engine}”) failed{where}: {reason}. "
        "Take another voice, or respell that text."
    )

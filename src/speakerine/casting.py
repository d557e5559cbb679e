"""Who speaks: the voice named, else the show's, else the best that is installed."""

from __future__ import annotations

from dataclasses import replace

from speakerine.config import VoiceShelf
from speakerine.engines.base import PITCHED_ENGINES, readiness
from speakerine.errors import EngineError
from speakerine.settings import Show
from speakerine.types import Role, Voice

DEFAULT_VOICES = ("claire", "nicole")
"""The best first; a voice that sends text to others is never chosen by itself."""

QUOTATION_PITCH = 0.97
"""Half a semitone: one hears that somebody else is speaking, not that the reader is another."""


def cast_roles(show: Show, shelf: VoiceShelf, name: str | None) -> dict[Role, Voice]:
    """Who says what: the voice named, else the show's, else the best that is installed.

    Raises:
        ConfigError: there is no such voice.
        EngineError: the voice's engine is not installed, or no voice is ready.
    """
    reader = name or show.reader or show.presenter or _best_installed(shelf)
    chosen = {
        Role.PRESENTER: name or show.presenter or reader,
        Role.READER: reader,
        Role.QUOTE: name or show.quote or reader,
    }
    voices = {role: shelf.find(chosen[role]) for role in Role}
    if voices[Role.QUOTE] == voices[Role.READER]:
        voices[Role.QUOTE] = _set_off(voices[Role.READER])
    for voice in dict.fromkeys(voices.values()):
        ready = readiness(voice)
        if not ready.ready:
            raise EngineError(f"The voice “{voice.name}” is not ready: {ready.needs}")
    return voices


def _set_off(reader: Voice) -> Voice:
    """The reader's voice as it says what others said: a shade lower, where its engine can."""
    if reader.engine not in PITCHED_ENGINES:
        return reader
    return replace(reader, pitch=reader.pitch * QUOTATION_PITCH)


def _best_installed(shelf: VoiceShelf) -> str:
    ready = [name for name in DEFAULT_VOICES if name in shelf.voices and readiness(shelf.voices[name]).ready]
    if not ready:
        raise EngineError("No voice is ready to speak: `speakerine voices` says what each needs.")
    return ready[0]

"""Who speaks: the voice named, else the show's, else the best that is installed."""

from __future__ import annotations

from dataclasses import replace

from speakerine.config import VoiceShelf
from speakerine.engines.base import PITCHED_ENGINES, readiness
from speakerine.errors import EngineError
from speakerine.script.cast import Cast
from speakerine.settings import Show
from speakerine.types import Voice

DEFAULT_VOICES = ("claire", "nicole")
"""The best first; a voice that sends text to others is never chosen by itself."""

QUOTATION_PITCH = 0.97
"""Half a semitone: one hears that somebody else is speaking, not that the reader is another."""


def cast_roles(show: Show, shelf: VoiceShelf, name: str | None) -> Cast:
    """Who says what: the voice named, else the show's, else the best that is installed.

    Raises:
        ConfigError: there is no such voice.
        EngineError: the voice's engine is not installed, or no voice is ready.
    """
    readers = (name,) if name else show.readers or (show.presenter or _best_installed(shelf),)
    presenter, quotation = name or show.presenter or readers[0], name or show.quote
    read = tuple(shelf.find(reader) for reader in readers)
    cast = Cast(
        presenter=shelf.find(presenter),
        readers=read,
        quotations=tuple(_quoting(reader, shelf.find(quotation or reader.name)) for reader in read),
    )
    for voice in cast.voices:
        ready = readiness(voice)
        if not ready.ready:
            raise EngineError(f"The voice “{voice.name}” is not ready: {ready.needs}")
    return cast


def _quoting(reader: Voice, chosen: Voice) -> Voice:
    """Who says what others said: the voice chosen; the reader's own is a shade lower, where it can be."""
    if chosen != reader or reader.engine not in PITCHED_ENGINES:
        return chosen
    return replace(reader, pitch=reader.pitch * QUOTATION_PITCH)


def _best_installed(shelf: VoiceShelf) -> str:
    ready = [name for name in DEFAULT_VOICES if name in shelf.voices and readiness(shelf.voices[name]).ready]
    if not ready:
        raise EngineError("No voice is ready to speak: `speakerine voices` says what each needs.")
    return ready[0]

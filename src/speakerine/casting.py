"""Who speaks: the voice named, else the show's, else the best that is installed."""

from __future__ import annotations

from speakerine.config import VoiceShelf
from speakerine.engines.base import readiness
from speakerine.errors import EngineError
from speakerine.types import Role, Show, Voice

DEFAULT_VOICES = ("claire", "nicole")
"""The best first; a voice that sends text to others is never chosen by itself."""


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
    for voice in dict.fromkeys(voices.values()):
        ready = readiness(voice)
        if not ready.ready:
            raise EngineError(f"The voice “{voice.name}” is not ready: {ready.needs}")
    return voices


def _best_installed(shelf: VoiceShelf) -> str:
    ready = [name for name in DEFAULT_VOICES if name in shelf.voices and readiness(shelf.voices[name]).ready]
    if not ready:
        raise EngineError("No voice is ready to speak: `speakerine voices` says what each needs.")
    return ready[0]

"""The voices and the jingle sets there are: those that ship, and the show's own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from speakerine.config.tables import check_keys, nearest, read_toml, table_of
from speakerine.errors import ConfigError
from speakerine.settings import Show
from speakerine.types import Voice

VOICE_KEYS = ("engine", "language", "speed", "pitch", "licence", "credit", "description", "options")
RATIO_RANGE = (0.5, 2.0)


@dataclass(frozen=True, slots=True)
class VoiceShelf:
    """Every voice there is, by name: those that ship, and the show's own, which win."""

    voices: Mapping[str, Voice]
    folders: tuple[Path, ...]

    def find(self, name: str) -> Voice:
        """The voice of that name.

        Raises:
            ConfigError: there is none; the nearest name is offered.
        """
        if name in self.voices:
            return self.voices[name]
        near = nearest(name, self.voices)
        raise ConfigError(
            f"There is no voice “{name}”{near}. The voices are: {', '.join(sorted(self.voices))} "
            "(`speakerine voices` describes them)."
        )

    def jingle_folder(self, name: str) -> Path:
        """The folder of the jingle set of that name, the show's own first.

        Raises:
            ConfigError: there is none.
        """
        sets = {
            f.name: f for folder in self.folders for f in sorted((folder / "jingles").glob("*")) if f.is_dir()
        }
        if name in sets:
            return sets[name]
        raise ConfigError(
            f"There is no jingle set “{name}”{nearest(name, sets)}: name one of "
            f"{', '.join(sorted(sets))} in [jingles] of show.toml, or use --no-jingles."
        )


def load_voices(show: Show) -> VoiceShelf:
    """The voices that ship with speakerine and those in voices/ beside the show's show.toml.

    Raises:
        ConfigError: a voice.toml is no TOML or says something that cannot be used.
    """
    folders = tuple(dict.fromkeys([shipped_voices(), show.folder.resolve() / "voices"]))
    found = {path.parent.name: path for folder in folders for path in sorted(folder.glob("*/voice.toml"))}
    return VoiceShelf({name: _voice(path) for name, path in found.items()}, folders)


def shipped_voices() -> Path:
    """The folder of voices and jingles: inside an installed package, at the top of a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "voices"
    return installed if installed.is_dir() else package.parent.parent / "voices"


def _voice(path: Path) -> Voice:
    found = read_toml(path)
    check_keys(found, VOICE_KEYS, str(path))
    if not isinstance(found.get("engine"), str):
        raise ConfigError(f'{path} names no engine: add a line such as engine = "pico".')
    options = table_of(found, "options", str(path))
    values = {key: str(found[key]) for key in ("language", "licence", "description") if key in found}
    return Voice(
        name=path.parent.name,
        engine=found["engine"],
        speed=_ratio(found.get("speed", 1.0), "speed", path),
        pitch=_ratio(found.get("pitch", 1.0), "pitch", path),
        credit=str(found.get("credit", path.parent.name.capitalize())),
        options_json=json.dumps(options, sort_keys=True, ensure_ascii=False),
        folder=path.parent,
        **values,
    )


def _ratio(value: object, key: str, path: Path) -> float:
    low, high = RATIO_RANGE
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise ConfigError(
            f"{key} in {path} is {value!r}: give a ratio from {low:g} to {high:g}, 1.0 being the voice's own."
        )
    return float(value)

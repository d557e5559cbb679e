"""show.toml and the voices' folders, read into a Show and Voices."""

from __future__ import annotations

import difflib
import json
import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from speakerine.errors import ConfigError
from speakerine.settings import EditionSettings, Mastering, Show, Source
from speakerine.types import Voice

ENVIRONMENT_PREFIX = "SPEAKERINE_"
SHOW_KEYS = (
    "title",
    "description",
    "author",
    "email",
    "link",
    "base_url",
    "language",
    "category",
    "subcategory",
    "explicit",
    "cover",
    "copyright",
)
ROLE_KEYS = ("presenter", "reader", "quote")
JINGLE_KEYS = ("set",)
AUDIO_KEYS = tuple(f.name for f in fields(Mastering))
SOURCE_KEYS = ("url", "path", "kind", "limit")
SOURCE_KINDS = ("page", "feed", "folder", "file")
EDITION_KEYS = tuple(f.name for f in fields(EditionSettings))
TABLES = {
    "show": SHOW_KEYS,
    "voices": ROLE_KEYS,
    "jingles": JINGLE_KEYS,
    "audio": AUDIO_KEYS,
    "edition": EDITION_KEYS,
}
VOICE_KEYS = ("engine", "language", "speed", "pitch", "licence", "credit", "description", "options")
BITRATES_KBPS = (64, 80, 96, 112, 128)
RATES_HZ = (44_100, 48_000)
LOUDNESS_RANGE_LUFS = (-31.0, -10.0)
PEAK_RANGE_DBTP = (-9.0, -0.5)
RATIO_RANGE = (0.5, 2.0)


def load_show(path: Path | None, environment: Mapping[str, str] = os.environ) -> Show:
    """The show that `path` describes, or one of defaults.

    SPEAKERINE_<KEY> of the environment wins over the [show] table of the file.

    Raises:
        ConfigError: the file is missing, is no TOML, or says something that cannot be used.
    """
    tables = _read_toml(path) if path else {}
    where = str(path) if path else "the environment"
    _check_keys(tables, (*TABLES, "sources"), f"{where}")
    for name, keys in TABLES.items():
        _check_keys(_table(tables, name, where), keys, f"[{name}] of {where}")
    show = {**_table(tables, "show", where), **_from_environment(environment)}
    folder = path.resolve().parent if path else Path.cwd()
    values: dict[str, Any] = {k: _typed(v, k, where) for k, v in show.items() if k != "cover"}
    if values.get("base_url"):
        values["base_url"] = _base_url(values["base_url"], where)
    values |= {key: str(value) for key, value in _table(tables, "voices", where).items()}
    if "set" in (jingles := _table(tables, "jingles", where)):
        values["jingle_set"] = str(jingles["set"])
    return Show(
        **values,
        cover=folder / str(show["cover"]) if show.get("cover") else None,
        sources=_sources(tables.get("sources", []), folder, where),
        edition=_edition(_table(tables, "edition", where), where),
        mastering=_mastering(_table(tables, "audio", where), where),
        folder=folder,
    )


def find_show(folder: Path) -> Path | None:
    """The show.toml of `folder`, if it has one."""
    path = folder / "show.toml"
    return path if path.is_file() else None


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
        near = _nearest(name, self.voices)
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
            f"There is no jingle set “{name}”{_nearest(name, sets)}: name one of "
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
    here = Path(__file__).resolve().parent
    installed = here / "voices"
    return installed if installed.is_dir() else here.parent.parent / "voices"


def _voice(path: Path) -> Voice:
    table = _read_toml(path)
    _check_keys(table, VOICE_KEYS, str(path))
    if not isinstance(table.get("engine"), str):
        raise ConfigError(f'{path} names no engine: add a line such as engine = "pico".')
    options = _table(table, "options", str(path))
    values = {key: str(table[key]) for key in ("language", "licence", "description") if key in table}
    return Voice(
        name=path.parent.name,
        engine=table["engine"],
        speed=_ratio(table.get("speed", 1.0), "speed", path),
        pitch=_ratio(table.get("pitch", 1.0), "pitch", path),
        credit=str(table.get("credit", path.parent.name.capitalize())),
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


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise ConfigError(
            f"There is no file {path}: give the path of a show.toml, or leave --show out."
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} cannot be read as UTF-8 text: {error}.") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path} is not valid TOML: {error}. Mend that line and run again.") from error


def _table(tables: Mapping[str, Any], name: str, where: str) -> dict[str, Any]:
    table = tables.get(name, {})
    if not isinstance(table, dict):
        raise ConfigError(f"{name} in {where} must be a table: write [{name}] on a line of its own.")
    return table


def _check_keys(table: Mapping[str, Any], known: Iterable[str], where: str) -> None:
    for key in table:
        if key not in known:
            raise ConfigError(f"{where} has an unknown key “{key}”{_nearest(key, known)}.")


def _nearest(name: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f": did you mean “{close[0]}”?" if close else ""


def _typed(value: object, key: str, where: str) -> str | bool:
    if key == "explicit":
        if isinstance(value, bool) or str(value).lower() in ("true", "false"):
            return str(value).lower() == "true"
        raise ConfigError(f"explicit in {where} is {value!r}: write true or false.")
    if not isinstance(value, str):
        raise ConfigError(f"{key} in {where} is {value!r}: write it as text, in quotes.")
    return value.strip()


def _base_url(url: str, where: str) -> str:
    if not url.startswith(("http://", "https://")):
        raise ConfigError(f"base_url in {where} is “{url}”: it must begin with https:// (or http://).")
    return url.rstrip("/") + "/"


def _from_environment(environment: Mapping[str, str]) -> dict[str, str]:
    wanted = {ENVIRONMENT_PREFIX + key.upper(): key for key in SHOW_KEYS}
    return {wanted[name]: value for name, value in environment.items() if name in wanted}


def _edition(table: Mapping[str, Any], where: str) -> EditionSettings:
    minutes = table.get("max_minutes", 0)
    if isinstance(minutes, bool) or not isinstance(minutes, int) or minutes < 0:
        raise ConfigError(f"max_minutes in [edition] of {where} is {minutes!r}: write a number of minutes.")
    for key, value in table.items():
        if key != "max_minutes" and not isinstance(value, str):
            raise ConfigError(f"{key} in [edition] of {where} is {value!r}: write it as text, in quotes.")
    return EditionSettings(**table)


def _sources(tables: object, folder: Path, where: str) -> tuple[Source, ...]:
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ConfigError(f"sources in {where} must be tables: write [[sources]] above each of them.")
    return tuple(_source(table, folder, f"[[sources]] {i} of {where}") for i, table in enumerate(tables, 1))


def _source(table: Mapping[str, Any], folder: Path, where: str) -> Source:
    _check_keys(table, SOURCE_KEYS, where)
    given = [key for key in ("url", "path") if isinstance(table.get(key), str) and table[key].strip()]
    if len(given) != 1:
        raise ConfigError(
            f'{where} must say where its articles are: url = "https://…" or path = "folder", one of them.'
        )
    kind, limit = table.get("kind", ""), table.get("limit", 0)
    if kind and kind not in SOURCE_KINDS:
        raise ConfigError(
            f"kind in {where} is {kind!r}: write one of {', '.join(SOURCE_KINDS)}, or leave it out."
        )
    if isinstance(limit, bool) or not isinstance(limit, int) or limit < 0:
        raise ConfigError(f"limit in {where} is {limit!r}: write how many articles, or leave it out.")
    if given == ["url"]:
        if not table["url"].startswith(("http://", "https://")):
            raise ConfigError(
                f"url in {where} is “{table['url']}”: it must begin with https:// (or http://)."
            )
        return Source(table["url"].strip(), kind, limit)
    return Source(str(folder / table["path"]), kind, limit)


def _mastering(table: Mapping[str, Any], where: str) -> Mastering:
    for key, value in table.items():
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ConfigError(f"{key} in [audio] of {where} is {value!r}: it must be a number.")
    found = Mastering(**table)
    _in_range(found.loudness_lufs, LOUDNESS_RANGE_LUFS, "loudness_lufs", where)
    _in_range(found.true_peak_dbtp, PEAK_RANGE_DBTP, "true_peak_dbtp", where)
    for key, value, choices in (
        ("bitrate_kbps", found.bitrate_kbps, BITRATES_KBPS),
        ("sample_rate_hz", found.sample_rate_hz, RATES_HZ),
    ):
        if value not in choices:
            raise ConfigError(
                f"{key} in [audio] of {where} is {value}: choose one of {', '.join(map(str, choices))}."
            )
    return found


def _in_range(value: float, limits: tuple[float, float], key: str, where: str) -> None:
    low, high = limits
    if not low <= value <= high:
        raise ConfigError(
            f"{key} in [audio] of {where} is {value:g}: give a number from {low:g} to {high:g}."
        )

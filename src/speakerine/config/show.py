"""show.toml and the environment, read into a Show."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from speakerine.config.tables import check_keys, read_toml, table_of
from speakerine.errors import ConfigError
from speakerine.settings import EditionSettings, Mastering, Show, Source

ENVIRONMENT_PREFIX = "SPEAKERINE_"
SHOW_KEYS = (
    "title",
    "description",
    "author",
    "email",
    "link",
    "base_url",
    "language",
    "timezone",
    "category",
    "subcategory",
    "explicit",
    "cover",
    "copyright",
    "feed_items",
)
ROLE_KEYS = ("presenter", "reader", "quote")
JINGLE_KEYS = ("set",)
AUDIO_KEYS = tuple(f.name for f in fields(Mastering))
SOURCE_KEYS = ("url", "path", "kind", "limit")
SOURCE_KINDS = ("page", "feed", "folder", "file")
EDITION_KEYS = tuple(f.name for f in fields(EditionSettings))
CLUSTER_KEYS = ("address",)
PUBLISH_KEYS = ("to",)
TABLES = {
    "show": SHOW_KEYS,
    "voices": ROLE_KEYS,
    "jingles": JINGLE_KEYS,
    "audio": AUDIO_KEYS,
    "edition": EDITION_KEYS,
    "publish": PUBLISH_KEYS,
    "cluster": CLUSTER_KEYS,
}
BITRATES_KBPS = (64, 80, 96, 112, 128)
RATES_HZ = (44_100, 48_000)
CHANNELS = (1, 2)
LOUDNESS_RANGE_LUFS = (-31.0, -10.0)
PEAK_RANGE_DBTP = (-9.0, -0.5)


def load_show(path: Path | None, environment: Mapping[str, str] = os.environ) -> Show:
    """The show that `path` describes, or one of defaults.

    SPEAKERINE_<KEY> of the environment wins over the [show] table of the file.

    Raises:
        ConfigError: the file is missing, is no TOML, or says something that cannot be used.
    """
    tables = read_toml(path) if path else {}
    where = str(path) if path else "the environment"
    check_keys(tables, (*TABLES, "sources"), f"{where}")
    for name, keys in TABLES.items():
        check_keys(table_of(tables, name, where), keys, f"[{name}] of {where}")
    show = {**table_of(tables, "show", where), **_from_environment(environment)}
    folder = path.resolve().parent if path else Path.cwd()
    values: dict[str, Any] = {k: _typed(v, k, where) for k, v in show.items() if k != "cover"}
    if values.get("base_url"):
        values["base_url"] = _base_url(values["base_url"], where)
    if "timezone" in values:
        _check_timezone(values["timezone"], where)
    values |= _roles(table_of(tables, "voices", where), where)
    if "set" in (jingles := table_of(tables, "jingles", where)):
        values["jingle_set"] = str(jingles["set"])
    return Show(
        **values,
        cover=folder / str(show["cover"]) if show.get("cover") else None,
        sources=_sources(tables.get("sources", []), folder, where),
        edition=_edition(table_of(tables, "edition", where), where),
        mastering=_mastering(table_of(tables, "audio", where), where),
        cluster=_cluster(table_of(tables, "cluster", where), where),
        publish_to=_publish_to(table_of(tables, "publish", where), folder, where),
        folder=folder,
    )


def find_show(folder: Path) -> Path | None:
    """The show.toml of `folder`, if it has one."""
    path = folder / "show.toml"
    return path if path.is_file() else None


def _typed(value: object, key: str, where: str) -> str | bool | int:
    if key == "feed_items":
        return _count(value, key, where)
    if key == "explicit":
        if isinstance(value, bool) or str(value).lower() in ("true", "false"):
            return str(value).lower() == "true"
        raise ConfigError(f"explicit in {where} is {value!r}: write true or false.")
    if not isinstance(value, str):
        raise ConfigError(f"{key} in {where} is {value!r}: write it as text, in quotes.")
    return value.strip()


def _count(value: object, key: str, where: str) -> int:
    if not isinstance(value, bool) and re.fullmatch("[1-9][0-9]{0,8}", str(value)):
        return int(str(value))
    raise ConfigError(f"{key} in {where} is {value!r}: write how many, 1 or more.")


def _base_url(url: str, where: str) -> str:
    if not url.startswith(("http://", "https://")):
        raise ConfigError(f"base_url in {where} is “{url}”: it must begin with https:// (or http://).")
    if "@" in re.split("[/?#]", url.partition("://")[2])[0]:
        raise ConfigError(
            f"base_url in {where} holds a name or password, which the feed would show to everybody: "
            "leave out what is before the @."
        )
    return url.rstrip("/") + "/"


def _check_timezone(name: str, where: str) -> None:
    try:
        ZoneInfo(name)
    except (OSError, ValueError, ZoneInfoNotFoundError) as error:
        raise ConfigError(
            f"timezone in {where} is “{name}”: write its name as Europe/Paris is, or America/Montreal."
        ) from error


def _from_environment(environment: Mapping[str, str]) -> dict[str, str]:
    wanted = {ENVIRONMENT_PREFIX + key.upper(): key for key in SHOW_KEYS}
    return {wanted[name]: value for name, value in environment.items() if name in wanted}


def _roles(table: Mapping[str, Any], where: str) -> dict[str, Any]:
    """Who speaks: a voice a role; the reader may be several, who read by turns."""
    reader = table.get("reader", "")
    alone = {key: _voice_name(value, key, where) for key, value in table.items() if key != "reader"}
    if isinstance(reader, list):
        return {**alone, "readers": _readers(reader, where)}
    name = _voice_name(reader, "reader", where)
    return {**alone, "readers": (name,) if name else ()}


def _voice_name(value: object, key: str, where: str) -> str:
    if isinstance(value, str):
        return value
    several = ", and only reader may be several" if isinstance(value, list) else ""
    raise ConfigError(
        f"{key} in [voices] of {where} is {value!r}{several}: "
        f'write the name of one voice, in quotes, such as {key} = "claire".'
    )


def _readers(names: list[Any], where: str) -> tuple[str, ...]:
    if not names or not all(isinstance(name, str) and name for name in names):
        raise ConfigError(
            f"reader in [voices] of {where} is {names!r}: write the name of a voice, or the names of several "
            'that read an article each, by turns, such as reader = ["claire", "nicole"].'
        )
    return tuple(names)


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
    check_keys(table, SOURCE_KEYS, where)
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


def _cluster(table: Mapping[str, Any], where: str) -> str:
    address = table.get("address", "")
    if isinstance(address, str):
        return address.strip()
    raise ConfigError(
        f"address in [cluster] of {where} is {address!r}: write it as text, such as tcp://host:8786 or local."
    )


def _publish_to(table: Mapping[str, Any], folder: Path, where: str) -> str:
    """Where to publish: an address as it is, a folder from where show.toml is."""
    to = table.get("to", "")
    if not isinstance(to, str):
        raise ConfigError(f"to in [publish] of {where} must be text: write a folder or address, in quotes.")
    to = to.strip()
    return str(folder / Path(to).expanduser()) if to and ":" not in to else to


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
        ("max_channels", found.max_channels, CHANNELS),
    ):
        if not isinstance(value, int) or value not in choices:
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

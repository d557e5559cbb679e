"""A TOML file and its tables; what is wrong with them is told with where it is and what to do."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from speakerine.errors import ConfigError


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of the file.

    Raises:
        ConfigError: it is missing, is no UTF-8 text, or is no TOML.
    """
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


def table_of(tables: Mapping[str, Any], name: str, where: str) -> dict[str, Any]:
    """The table of that name; an empty one where there is none.

    Raises:
        ConfigError: it is no table.
    """
    found = tables.get(name, {})
    if not isinstance(found, dict):
        raise ConfigError(f"{name} in {where} must be a table: write [{name}] on a line of its own.")
    return found


def check_keys(found: Mapping[str, Any], known: Iterable[str], where: str) -> None:
    """Hold a table to the keys that it may have.

    Raises:
        ConfigError: it has another; the nearest known one is offered.
    """
    for key in found:
        if key not in known:
            raise ConfigError(f"{where} has an unknown key “{key}”{nearest(key, known)}.")


def nearest(name: str, known: Iterable[str]) -> str:
    """The end of a message that offers the known name nearest to `name`; "" where none is near."""
    close = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f": did you mean “{close[0]}”?" if close else ""

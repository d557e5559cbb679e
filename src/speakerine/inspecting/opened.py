"""The podcast's files, read without trust: none is waited for, none fills the memory."""

from __future__ import annotations

import json
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 64_000_000
"""Of a text; a feed of 10 000 episodes in one piece has less."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A text file as it was read. `fault` says why it could not be, or is ""."""

    name: str
    text: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A JSON file as it was read. `fault` says why it could not be, or is ""."""

    name: str
    value: Any = None
    fault: str = ""


def file_size(path: Path) -> tuple[int, str]:
    """The file's size in bytes, and why it cannot be read or "": a pipe or a device may have no end."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return 0, "is missing"
    except OSError as error:
        return 0, f"cannot be read ({error.strerror})"
    return status.st_size, "" if stat.S_ISREG(status.st_mode) else "is no file"


def open_text(path: Path) -> Opened:
    """The file's text; a fault where it is missing, no file, too large, or no UTF-8."""
    size, fault = file_size(path)
    if size > MOST_BYTES:
        fault = f"has {size} bytes: no text is that long"
    if fault:
        return Opened(path.name, fault=fault)
    try:
        return Opened(path.name, path.read_bytes().decode("utf-8"))
    except UnicodeDecodeError as error:
        return Opened(path.name, fault=f"is no UTF-8 (at byte {error.start})")
    except OSError as error:
        return Opened(path.name, fault=f"cannot be read ({error.strerror})")


def parse_json(opened: Opened) -> Parsed:
    """What the JSON holds; a fault where it is none."""
    if opened.fault:
        return Parsed(opened.name, fault=opened.fault)
    try:
        return Parsed(opened.name, json.loads(opened.text))
    except json.JSONDecodeError as error:
        return Parsed(opened.name, fault=f"is no JSON (line {error.lineno}: {error.msg})")
    except (ValueError, RecursionError) as error:
        return Parsed(opened.name, fault=f"is no JSON that can be read ({error})")

"""The one way to the terminal: what strangers wrote is shown there, and never obeyed.

A title can hold escape sequences that clear the screen or retype a command, and marks that turn the order
of letters around (CVE-2021-42574). Only looks that `style` gave reach the terminal as such.
"""

from __future__ import annotations

import re
import secrets
from typing import Any

import click

_SEAL = f"\0{secrets.token_hex(8)}"
"""Stands for the escape character of our own looks until they are printed; no text can hold it by chance."""

_STEERING = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Controls but tab and line feed, marks that turn text around, halves of characters, invisible tags."""

_SHOWN = "\ufffd"


def echo(text: str = "", *, err: bool = False, nl: bool = True) -> None:
    """Print the text, cleaned, in the looks that `style` gave."""
    click.echo("\x1b".join(cleaned(part) for part in text.split(_SEAL)), err=err, nl=nl)


def echo_json(text: str) -> None:
    """Print JSON; what could steer a terminal is escaped in it, so that programs lose nothing."""
    click.echo(_STEERING.sub(lambda found: _escaped(found[0]), text))


def style(text: str, **looks: Any) -> str:
    """The text, cleaned, in bold, colour and so on (see `click.style`), for `echo` alone."""
    return click.style(cleaned(text), **looks).replace("\x1b", _SEAL)


def cleaned(text: str) -> str:
    """The text with « \ufffd » for each character that would steer a terminal."""
    return _STEERING.sub(_SHOWN, text.replace("\r\n", "\n"))


def _escaped(character: str) -> str:
    """The character as JSON writes it in ASCII: a pair of halves where it is above U+FFFF."""
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at] << 8 | units[at + 1]:04x}" for at in range(0, len(units), 2))

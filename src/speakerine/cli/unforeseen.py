"""What Python and libraries print by themselves: tracebacks, warnings, lines of a log.

What strangers wrote stands in all of them, and addresses with their passwords: here they are cleaned, and go
the one way to the terminal.
"""

from __future__ import annotations

import logging
import os
import re
import sys
import threading
import traceback
import warnings
from collections.abc import Iterable
from typing import Any

from speakerine.cli.printing import echo

_NAMED = re.compile(r"(?<=//)(?![^/?#\s@]*…@)[^/?#\s]*@")
"""A name or password in any address, where none is hidden yet. Source: RFC 3986 §3.2.1."""

_READ_ONLY = ("http://", "https://")


def print_cleaned() -> None:
    """From here on nothing of these reaches the terminal as it is."""
    sys.excepthook = lambda _kind, error, _trace: tell_traceback(error)
    threading.excepthook = _tell_thread
    logging.lastResort = _Log(logging.WARNING)
    warnings.showwarning = _tell_warning


def tell_traceback(error: BaseException) -> None:
    """Print where the error was raised, and what it came from."""
    echo(without_secrets("".join(traceback.format_exception(error)), addresses_given()), err=True, nl=False)


def without_secrets(text: str, given: Iterable[str]) -> str:
    """The text without name and password in any address, nor what is secret in the addresses given.

    A destination's query may hold keys, an article's is what finds it.
    """
    from speakerine.upload.address import Address

    addresses = [Address(one.partition("://")[0], one) for one in given if "://" in one]
    lines = text.split("\n")
    for address in addresses:
        if not address.url.startswith(_READ_ONLY):
            lines = [_indent(line) + address.hide(line) for line in lines]
    return "\n".join(_NAMED.sub("…@", line) for line in lines)


def addresses_given() -> list[str]:
    """What this run was given that may be an address: its arguments, and settings in the environment."""
    settings = [value for name, value in os.environ.items() if name.startswith("SPEAKERINE_")]
    return [*sys.argv[1:], *settings]


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _tell_thread(failed: threading.ExceptHookArgs) -> None:
    if failed.exc_value is not None and failed.exc_type is not SystemExit:
        tell_traceback(failed.exc_value)


def _tell_warning(*told: Any, **_: Any) -> None:
    """As `warnings.showwarning`, on standard error whatever is asked."""
    message, category, filename, line, *_rest = told
    text = warnings.formatwarning(message, category, filename, line)
    echo(without_secrets(text, addresses_given()), err=True, nl=False)


class _Log(logging.Handler):
    """Shows what a library logs where nobody else takes it."""

    def emit(self, record: logging.LogRecord) -> None:
        echo(without_secrets(self.format(record), addresses_given()), err=True)

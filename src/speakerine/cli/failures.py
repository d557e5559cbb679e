"""Failures as the user sees them: one clear line and an exit code; the traceback only with --debug."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from speakerine.cli.printing import echo, style
from speakerine.errors import SpeakerineError

DEBUG = "speakerine.debug"
INTERRUPTED_EXIT_CODE = 130
"""128 + SIGINT, as shells say it."""


@contextmanager
def telling_failures(ctx: click.Context) -> Iterator[None]:
    """Turn what went wrong inside into a line on standard error and the exit code of its kind."""
    try:
        yield
    except SpeakerineError as error:
        if ctx.meta.get(DEBUG):
            tell_environment()
            raise
        tell(str(error))
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        tell(
            "Stopped. What was published is as it was; the clips already spoken are kept: "
            "run the same command to go on."
        )
        sys.exit(INTERRUPTED_EXIT_CODE)


def tell_environment() -> None:
    """What a bug report needs beside the traceback: the software that runs, and the command."""
    from speakerine.doctor.installation import environment
    from speakerine.upload.address import without_password

    echo(environment(), err=True)
    echo(f"$ {shlex.join(['speakerine', *map(without_password, sys.argv[1:])])}", err=True)


def tell(message: str) -> None:
    """One line on standard error, with a full stop."""
    ended = message if message.endswith((".", "!", "?", "…")) else f"{message}."
    echo(f"{style('speakerine:', bold=True)} {ended}", err=True)

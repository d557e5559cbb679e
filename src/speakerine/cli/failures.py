"""Failures as the user sees them: one clear line and an exit code; before it the traceback with --debug."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from speakerine.cli.printing import cleaned, echo, style
from speakerine.cli.unforeseen import addresses_given, tell_traceback, without_secrets
from speakerine.errors import SpeakerineError

DEBUG = "speakerine.debug"
INTERRUPTED_EXIT_CODE = 130
"""128 + SIGINT, as shells say it."""


@contextmanager
def telling_failures(ctx: click.Context) -> Iterator[None]:
    """Turn what went wrong inside into a line on standard error and the exit code of its kind."""
    try:
        with cleaning_refusals():
            yield
    except SpeakerineError as error:
        if ctx.meta.get(DEBUG):
            tell_environment()
            tell_traceback(error)
        tell(str(error))
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        tell(
            "Stopped. What was published is as it was; the clips already spoken are kept: "
            "run the same command to go on."
        )
        sys.exit(INTERRUPTED_EXIT_CODE)


@contextmanager
def cleaning_refusals() -> Iterator[None]:
    """Clean what click says of arguments that it refuses: a file's name may be among them."""
    try:
        yield
    except click.ClickException as error:
        error.message = cleaned(error.message)
        raise


def tell_environment() -> None:
    """What a bug report needs beside the traceback: the software that runs, and the command."""
    from speakerine.doctor.installation import environment

    echo(environment(), err=True)
    command = shlex.join(["speakerine", *sys.argv[1:]])
    echo(f"$ {without_secrets(command, addresses_given())}", err=True)


def tell(message: str) -> None:
    """One line on standard error, with a full stop and without passwords."""
    message = without_secrets(message, addresses_given())
    ended = message if message.endswith((".", "!", "?", "…")) else f"{message}."
    echo(f"{style('speakerine:', bold=True)} {ended}", err=True)

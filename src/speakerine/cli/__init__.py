"""The command line: the only module that prints.

Commands are imported when they are called, so that `speakerine --help` answers at once.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys

import click

from speakerine import __version__
from speakerine.cli.failures import INTERRUPTED_EXIT_CODE, cleaning_refusals, telling_failures
from speakerine.cli.unforeseen import print_cleaned

COMMANDS = {
    "make": "Make an episode of each article.",
    "edition": "Make one episode of many articles, as a radio edition is.",
    "init": "Begin a show: its settings, its cover, a place for its voices.",
    "sync": "Make what the show's sources have that is new.",
    "read": "Show the article as understood, and what was left out of its page.",
    "script": "Show what will be said, without saying it.",
    "say": "Say one line, for the ear.",
    "voices": "List the voices, what each needs and whether it is ready.",
    "check": "Hold the podcast against every rule of the trade; measure and draw an episode.",
    "serve": "Listen and subscribe on this machine.",
    "publish": "Send the podcast to where listeners are: a folder, a bucket, a server.",
    "cache": "Show the clips kept between runs, or clear them.",
    "feed": "Write the feed and the pages again from the episodes there are.",
    "remove": "Take episodes out of the podcast.",
    "doctor": "Say what is wrong with the installation, the show, the cache or the output.",
}


_COLLECT_AFTER = (50_000, 20, 100)
"""Objects made, and so on by generations: a run keeps most of what it makes, and is not searched so often."""


class Commands(click.Group):
    """The commands, each in the module of its name."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Names in the order in which they are used."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"speakerine.cli.{cmd_name}").command
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One line a command, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What is left for the command of the arguments."""
        with cleaning_refusals():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a failure becomes one line and an exit code."""
        with telling_failures(ctx):
            return super().invoke(ctx)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "SPEAKERINE"},
    epilog='Tab completion: eval "$(_SPEAKERINE_COMPLETE=bash_source speakerine)", or zsh_source',
)
@click.version_option(__version__, prog_name="speakerine")
def main() -> None:
    """Turn French articles into a podcast people subscribe to and listen to.

    \b
    speakerine make article.txt     make an episode
    speakerine serve                listen to it, subscribe to its feed
    """


def run() -> None:
    """The entry point. After Ctrl-C nobody waits for a thread that is still in the middle of a sentence."""
    print_cleaned()
    gc.set_threshold(*_COLLECT_AFTER)
    try:
        main(prog_name="speakerine", args=sys.argv[1:])
    except SystemExit as ended:
        if ended.code != INTERRUPTED_EXIT_CODE:
            raise
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(INTERRUPTED_EXIT_CODE)
    finally:
        gc.freeze()  # the interpreter ends without looking through everything once more

"""`speakerine say`: one line, for the ear."""

from __future__ import annotations

from pathlib import Path

import click

from speakerine.cli import options
from speakerine.cli.printing import echo

EPILOG = """\b
Examples:
  speakerine say "Louis XIV est mort le 1er septembre 1715."
  speakerine say "Bonsoir." --voice lucien --output bonsoir.wav
"""


@click.command("say", epilog=EPILOG)
@click.argument("text", metavar="TEXTE")
@options.voice_option
@click.option(
    "--output",
    "-o",
    "file",
    type=click.Path(path_type=Path),
    default=Path("say.mp3"),
    show_default=True,
    metavar="FILE",
    help="The sound to write: .mp3 or .wav.",
)
@options.show_option
@options.cache_option
@options.quiet_option
@options.debug_option
def command(
    text: str, voice_name: str | None, file: Path, show_path: Path | None, cache: Path | None, *, quiet: bool
) -> None:
    """Say TEXTE with a voice, levelled as an episode is, and print it as it is spoken."""
    from speakerine.recording import say

    studio = options.open_studio(show_path)
    production = options.open_production(studio, file.parent, cache, voice_name, jingles=False)
    spoken = say(text, file, production)
    if not quiet:
        echo(spoken)
        echo(f"  → {file}")

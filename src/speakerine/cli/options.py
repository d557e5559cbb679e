"""Options that several commands share, and the values that they stand for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from speakerine.cli.failures import DEBUG, tell

if TYPE_CHECKING:
    from speakerine.config import VoiceShelf
    from speakerine.french.lexicon import Lexicon
    from speakerine.pipeline import Production
    from speakerine.script.template import Frame
    from speakerine.settings import Show

Command = TypeVar("Command", bound=Callable[..., None])

OUTPUT = "output"
NEWEST = 10
"""How many articles of a feed are taken where nobody says."""


def _note_debug(ctx: click.Context, _parameter: click.Parameter, value: object) -> object:
    ctx.meta[DEBUG] = bool(value)
    return value


debug_option = click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    callback=_note_debug,
    help="Show the traceback when something fails.",
)
quiet_option = click.option("--quiet", "-q", is_flag=True, help="Print nothing but failures.")
show_option = click.option(
    "--show",
    "show_path",
    type=click.Path(path_type=Path),
    default=None,
    metavar="SHOW.TOML",
    help="The show's settings.  [default: show.toml here, if there is one]",
)
output_option = click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    default=Path(OUTPUT),
    metavar="FOLDER",
    show_default=True,
    help="The folder that holds the podcast.",
)
cache_option = click.option(
    "--cache",
    type=click.Path(path_type=Path),
    default=None,
    metavar="FOLDER",
    help="Where spoken clips are kept between runs.  [default: the user's cache folder]",
)
jingles_option = click.option("--no-jingles", is_flag=True, help="Speech alone, without intro and outro.")
force_option = click.option(
    "--force", is_flag=True, help="Read articles aloud even where they do not look French."
)
newest_option = click.option(
    "--limit",
    type=click.IntRange(1),
    default=NEWEST,
    show_default=True,
    metavar="N",
    help="Of a feed or a folder, the N newest articles.",
)
private_option = click.option(
    "--allow-private",
    is_flag=True,
    help="Fetch from addresses of this machine and of private networks too, such as an intranet's.",
)


def _complete_voice(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    from speakerine.config import find_show, load_show, load_voices
    from speakerine.errors import SpeakerineError

    try:
        shelf = load_voices(load_show(find_show(Path.cwd())))
    except SpeakerineError:
        return []
    return [name for name in sorted(shelf.voices) if name.startswith(incomplete)]


voice_option = click.option(
    "--voice",
    "-v",
    "voice_name",
    default=None,
    metavar="NAME",
    shell_complete=_complete_voice,
    help="Who speaks (see `speakerine voices`).  [default: the show's, else the best that is installed]",
)


def making_options(command: Command) -> Command:
    """The options of every command that makes episodes: how, from where, and where to."""
    for option in (
        debug_option,
        quiet_option,
        cache_option,
        private_option,
        force_option,
        jingles_option,
        show_option,
        output_option,
        voice_option,
    ):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Studio:
    """What show.toml and the voices' folders say, read once a command."""

    show: Show
    shelf: VoiceShelf


def open_studio(show_path: Path | None) -> Studio:
    """The show at `show_path`, or that of this folder, or one of defaults; and its voices.

    Raises:
        ConfigError: see `load_show` and `load_voices`.
    """
    from speakerine.config import find_show, load_show, load_voices

    show = load_show(show_path or find_show(Path.cwd()))
    return Studio(show, load_voices(show))


def cache_folder(given: Path | None) -> Path:
    """The folder of clips and joined models: the one given, or the user's."""
    from platformdirs import user_cache_path

    return given or user_cache_path("speakerine", appauthor=False)


def open_production(
    studio: Studio, output: Path, cache: Path | None, voice_name: str | None, *, jingles: bool
) -> Production:
    """All that making an episode needs, now.

    Raises:
        ConfigError: an unknown voice or jingle set, or a frame.toml or lexicon.tsv that cannot be used.
        EngineError: a voice whose engine is not installed.
    """
    from speakerine.casting import cast_roles
    from speakerine.pipeline import Production

    return Production(
        show=studio.show,
        output=output,
        cache=cache_folder(cache),
        cast=cast_roles(studio.show, studio.shelf, voice_name),
        frame=open_frame(studio.show),
        lexicon=_lexicon(studio.show),
        jingles=studio.shelf.jingle_folder(studio.show.jingle_set) if jingles else None,
        warn=tell,
        now=datetime.now(studio.show.zone).replace(microsecond=0),
    )


def open_frame(show: Show) -> Frame:
    """The sentences around articles: the show's own frame.toml over those that ship."""
    from speakerine.script.template import load_frame, shipped_frame

    path = show.folder / "frame.toml"
    text = _own_file(path)
    return shipped_frame() if text is None else load_frame(text, str(path))


def _lexicon(show: Show) -> Lexicon:
    """How words are said: the show's own lexicon.tsv over the one that ships."""
    from speakerine.french.lexicon import shipped_lexicon

    path = show.folder / "lexicon.tsv"
    text = _own_file(path)
    return shipped_lexicon() if text is None else shipped_lexicon().with_entries(text, str(path))


def _own_file(path: Path) -> str | None:
    """The text of a file beside show.toml, or None where there is none."""
    from speakerine.errors import ConfigError

    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} cannot be read as UTF-8 text: {error}.") from error


def parse_date(text: str | None, zone: tzinfo) -> datetime | None:
    """The date given, in that zone where it names none."""
    if text is None:
        return None
    try:
        date = datetime.fromisoformat(text)
        return date if date.tzinfo else date.replace(tzinfo=zone)
    except ValueError as error:
        raise click.BadParameter(
            f"“{text}” is no date: write 2025-05-12 or 2025-05-12T18:30.", param_hint="--date"
        ) from error

"""Options that several commands share, and the values that they stand for."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from speakerine.cli.failures import DEBUG, tell

if TYPE_CHECKING:
    from speakerine.config import VoiceShelf
    from speakerine.french.lexicon import Lexicon
    from speakerine.pipeline import Production
    from speakerine.script.cast import Cast
    from speakerine.script.template import Frame
    from speakerine.settings import Show
    from speakerine.spread import Workers

Command = TypeVar("Command", bound=Callable[..., None])

OUTPUT = "output"
_CLUSTER = "speakerine.cluster"
_SHARED_CLIPS = "speakerine.shared_clips"
NEWEST = 10
"""How many articles of a feed are taken where nobody says."""


def _note_debug(ctx: click.Context, _parameter: click.Parameter, value: object) -> object:
    ctx.meta[DEBUG] = bool(value)
    return value


def _note_cluster(ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    ctx.meta[_CLUSTER] = value or ""
    return value


def _note_shared_clips(ctx: click.Context, _parameter: click.Parameter, value: str | None) -> Path | None:
    """The folder that was given; an address is for the clips alone, and no folder is then given."""
    shared = value if value and "://" in value else ""
    ctx.meta[_SHARED_CLIPS] = shared
    return None if shared or not value else Path(value)


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
    type=click.Path(),
    default=None,
    metavar="FOLDER",
    callback=_note_shared_clips,
    help="Where spoken clips are kept between runs: a folder, or an address such as s3://bucket/clips "
    "that several machines share.  [default: the user's cache folder]",
)
cluster_option = click.option(
    "--cluster",
    default=None,
    metavar="ADDRESS",
    expose_value=False,
    callback=_note_cluster,
    help="Have it spoken by a Dask cluster, such as tcp://host:8786, or “local”.  [default: the show's]",
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
        cluster_option,
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


def shared_clips() -> str:
    """The address that --cache gives, or "" where it gives a folder or nothing."""
    address: str = click.get_current_context().meta.get(_SHARED_CLIPS, "")
    return address


def _speakers(show: Show, cast: Cast) -> Callable[[], AbstractContextManager[Workers]]:
    """Who speaks: a cluster, if one is named, else the processors of this machine."""
    from speakerine.engines.speaking import fitness
    from speakerine.spread import open_local

    address = click.get_current_context().meta.get(_CLUSTER) or show.cluster
    if not address:
        return open_local
    from speakerine.spread.cluster import open_cluster

    return partial(open_cluster, address, fitness(cast.voices), tell)


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

    cast = cast_roles(studio.show, studio.shelf, voice_name)
    return Production(
        show=studio.show,
        output=output,
        cache=cache_folder(cache),
        shared_clips=shared_clips(),
        open_workers=_speakers(studio.show, cast),
        cast=cast,
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

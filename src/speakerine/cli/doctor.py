"""`speakerine doctor`: what is wrong here, and how to mend it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from speakerine.cli import options
from speakerine.cli.printing import echo, echo_json, style

if TYPE_CHECKING:
    from speakerine.doctor.signs import Sign

MARKS = {"well": ("✓", "green"), "note": ("·", "yellow"), "ill": ("✗", "red")}


@click.command("doctor")
@options.output_option
@options.show_option
@options.cache_option
@click.option("--json", "as_json", is_flag=True, help="Everything, for programs.")
@options.debug_option
@click.pass_context
def command(
    ctx: click.Context, output: Path, show_path: Path | None, cache: Path | None, *, as_json: bool
) -> None:
    """Look at the installation, the show, the cache and the output folder: say what is wrong, and what to do.

    Nothing is changed, and nothing is sent anywhere. The exit code is 1 where something will not work.
    """
    from speakerine.doctor.signs import State

    signs = []
    for sign in _signs(output, show_path, options.cache_folder(cache)):
        signs.append(sign)
        if not as_json:
            echo(_line(sign))
    if as_json:
        echo_json(json.dumps([asdict(sign) for sign in signs], ensure_ascii=False, indent=2))
    if any(sign.state is State.ILL for sign in signs):
        ctx.exit(1)


def _signs(output: Path, show_path: Path | None, cache: Path) -> Iterator[Sign]:
    from speakerine.config import find_show
    from speakerine.doctor.folders import inspect_cache, inspect_output
    from speakerine.doctor.installation import inspect_installation, inspect_voices
    from speakerine.doctor.show import inspect_show
    from speakerine.doctor.signs import ill
    from speakerine.errors import SpeakerineError

    yield from inspect_installation()
    try:
        studio = options.open_studio(show_path)
    except SpeakerineError as error:
        yield ill("show", str(error).rstrip("."), "then run speakerine doctor again")
    else:
        yield from inspect_show(studio.show, studio.shelf, show_path or find_show(Path.cwd()))
        yield from inspect_voices(studio.shelf.voices, cache, _default_voice(studio))
    yield from inspect_cache(cache)
    yield from inspect_output(output)


def _default_voice(studio: options.Studio) -> str:
    from speakerine.casting import cast_roles
    from speakerine.errors import SpeakerineError
    from speakerine.types import Role

    try:
        return cast_roles(studio.show, studio.shelf, None).voice(Role.READER).name
    except SpeakerineError:
        return ""


def _line(sign: Sign) -> str:
    mark, colour = MARKS[sign.state]
    then = f". {sign.then[:1].upper()}{sign.then[1:]}." if sign.then else ""
    return f"{style(mark, fg=colour, bold=True)} {sign.about:9} {sign.what}{then}"

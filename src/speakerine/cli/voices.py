"""`speakerine voices`: the voices there are."""

from __future__ import annotations

import json
from pathlib import Path

import click

from speakerine.cli import options
from speakerine.cli.printing import echo, echo_json, style


@click.command("voices")
@click.option("--json", "as_json", is_flag=True, help="Everything, for programs.")
@options.show_option
@options.debug_option
def command(show_path: Path | None, *, as_json: bool) -> None:
    """List the voices: what each needs, and whether it is ready to speak."""
    from speakerine.casting import cast_roles
    from speakerine.engines.base import readiness
    from speakerine.errors import SpeakerineError
    from speakerine.types import Role

    studio = options.open_studio(show_path)
    try:
        default = cast_roles(studio.show, studio.shelf, None).voice(Role.READER).name
    except SpeakerineError:
        default = ""
    rows = [(voice, readiness(voice)) for _, voice in sorted(studio.shelf.voices.items())]
    if as_json:
        listed = [
            {
                "name": v.name,
                "engine": v.engine,
                "credit": v.credit,
                "description": v.description,
                "licence": v.licence,
                "ready": r.ready,
                "online": r.online,
                "needs": r.needs,
                "default": v.name == default,
            }
            for v, r in rows
        ]
        echo_json(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    width = max((len(voice.name) for voice, _ in rows), default=0)
    for voice, ready in rows:
        mark = style("ready", fg="green") if ready.ready else style("not ready", fg="yellow")
        note = "  (default)" if voice.name == default else ""
        echo(f"{style(f'{voice.name:{width}}', bold=True)}  {mark}{note}  {voice.description}")
        if ready.needs:
            echo(f"{'':{width}}  {ready.needs}")

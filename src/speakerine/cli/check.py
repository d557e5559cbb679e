"""`speakerine check`: the podcast, held against every rule of the trade."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from speakerine.cli import options

if TYPE_CHECKING:
    from speakerine.inspecting.findings import Finding
    from speakerine.inspecting.measures import Measures
    from speakerine.inspecting.podcast import Inspected, Report
    from speakerine.settings import Show

EPILOG = """\b
Examples:
  speakerine check                              the whole podcast
  speakerine check last                         the newest episode, and what it measures
  speakerine check marche --picture marche.png  the episode with marche in its name, drawn
"""


@click.command("check", epilog=EPILOG)
@click.argument("episode", required=False)
@options.output_option
@options.show_option
@click.option("--json", "as_json", is_flag=True, help="Everything, for programs.")
@click.option(
    "--picture",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.PNG",
    help="Draw EPISODE: who speaks when, how loud, and its chapters.",
)
@options.debug_option
@click.pass_context
def command(
    ctx: click.Context,
    *,
    episode: str | None,
    output: Path,
    show_path: Path | None,
    as_json: bool,
    picture: Path | None,
) -> None:
    """Hold the podcast against the rules that listeners' apps and directories hold it to.

    EPISODE is the name of an episode's folder or a part of it, or “last”: that one alone is held, and
    measured. Nothing is changed. The exit code is 6 where a rule is broken.
    """
    from speakerine.errors import PublishError

    if picture and episode is None:
        raise click.UsageError("--picture draws one episode: name it, or say “last”.")
    show = options.open_studio(show_path).show
    report = _inspect(output, show, episode, drawn=picture is not None)
    drawn = picture is not None and _draw(report.episodes[0], show, picture)
    for line in _as_json(output, report) if as_json else _told(report, alone=episode is not None):
        click.echo(line)
    if drawn and not as_json:
        click.echo(f"Drawn in {picture}")
    if report.errors:
        ctx.exit(PublishError.exit_code)


def _inspect(output: Path, show: Show, name: str | None, *, drawn: bool) -> Report:
    from speakerine.inspecting.podcast import inspect_episode, inspect_podcast

    if name is None:
        return inspect_podcast(output, show, _note)
    if not drawn:
        return inspect_episode(output, show, name)
    from speakerine.inspecting.layout import COLUMNS

    return inspect_episode(output, show, name, COLUMNS)


def _note(slug: str) -> None:
    """Say which episode is being listened to, where somebody watches."""
    if sys.stderr.isatty():
        click.echo(click.style(f"listening to {slug}", dim=True), err=True)


def _draw(inspected: Inspected, show: Show, path: Path) -> bool:
    """Write the picture, where there is a sound to draw."""
    from speakerine.inspecting.picture import Subject, draw_picture
    from speakerine.publish.files import write_file

    if inspected.episode is None or inspected.heard is None or inspected.measures is None:
        return False
    write_file(path, draw_picture(Subject(inspected.episode, inspected.heard, inspected.measures, show)))
    return True


def _told(report: Report, *, alone: bool) -> Iterator[str]:
    """A line a finding, and a closing line."""
    from speakerine.inspecting.figures import count

    if alone:
        yield from _sheet(report.episodes[0])
    yield from (_line(finding) for finding in report.findings)
    episodes = count(len(report.episodes), "episode")
    if not report.findings:
        yield click.style(f"{episodes}, all is well", fg="green")
        return
    yield f"{episodes}: {count(report.errors, 'error')}, {count(report.warnings, 'warning')}"


def _line(finding: Finding) -> str:
    from speakerine.inspecting.findings import Severity

    colour = "red" if finding.severity is Severity.ERROR else "yellow"
    severity = click.style(f"{finding.severity:7}", fg=colour, bold=True)
    return f"{severity} {finding.where}: {finding.what}. {finding.then[:1].upper()}{finding.then[1:]}."


def _sheet(inspected: Inspected) -> Iterator[str]:
    """What the episode measures."""
    from speakerine.inspecting.figures import clock, level

    found = inspected.measures
    if inspected.episode is None or found is None:
        return
    yield click.style(inspected.episode.title, bold=True)
    yield f"  duration    {clock(found.duration_ms)}"
    yield (
        f"  loudness    {level(found.integrated_lufs, 'LUFS')}, true peak "
        f"{level(found.true_peak_dbtp, 'dBTP')}, range {level(found.loudness_range_lu, 'LU')}"
    )
    yield f"  pace        {found.words_per_minute:.0f} words a minute"
    yield f"  parts       {', '.join(_parts(found))}"
    yield f"  chapters    {len(inspected.episode.chapters)}"


def _parts(found: Measures) -> Iterator[str]:
    from speakerine.inspecting.figures import clock

    for part in found.parts:
        yield f"{part.speaker or 'speech'} {clock(part.duration_ms)}"
    rest_ms = max(0, found.duration_ms - sum(part.duration_ms for part in found.parts))
    yield f"music and pauses {clock(rest_ms)}"


def _as_json(output: Path, report: Report) -> Iterator[str]:
    """One object: the counts, the findings, and what each episode measures."""
    episodes = [
        {
            "slug": one.slug,
            "title": one.episode.title if one.episode else None,
            "measures": asdict(one.measures) if one.measures else None,
        }
        for one in report.episodes
    ]
    whole = {
        "output": str(output),
        "errors": report.errors,
        "warnings": report.warnings,
        "findings": [asdict(finding) for finding in report.findings],
        "episodes": episodes,
    }
    yield json.dumps(whole, ensure_ascii=False, indent=2)

"""`speakerine check`: the podcast, held against every rule of the trade."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from speakerine.cli import options
from speakerine.cli.printing import echo, style

if TYPE_CHECKING:
    from speakerine.inspecting.episodes import Inspected
    from speakerine.inspecting.findings import Finding
    from speakerine.inspecting.measures import Measures
    from speakerine.inspecting.podcast import Report
    from speakerine.settings import Show

EPILOG = """\b
Examples:
  speakerine check                              the whole podcast
  speakerine check --quick                      without listening to it
  speakerine check last                         the newest episode, and what it measures
  speakerine check marche --picture marche.png  the episode with marche in its name, drawn
  speakerine check --rules                      every rule, and who wants it
"""


def _tell_rules(ctx: click.Context, _parameter: click.Parameter, wanted: object) -> None:
    if not wanted:
        return
    from speakerine.inspecting.rulebook import rules_table

    echo(rules_table(), nl=False)
    ctx.exit()


@click.command("check", epilog=EPILOG)
@click.argument("episode", required=False)
@options.output_option
@options.show_option
@click.option("--quick", is_flag=True, help="Leave the listening out: no MP3 is decoded.")
@click.option("--strict", is_flag=True, help="Count warnings as errors in the exit code.")
@click.option("--json", "as_json", is_flag=True, help="Everything, for programs.")
@click.option(
    "--picture",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.PNG",
    help="Draw EPISODE: who speaks when, how loud, and its chapters.",
)
@click.option(
    "--rules",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_tell_rules,
    help="List every rule, and who wants it.",
)
@options.debug_option
@click.pass_context
def command(
    ctx: click.Context,
    *,
    episode: str | None,
    output: Path,
    show_path: Path | None,
    quick: bool,
    strict: bool,
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
    if picture and quick:
        raise click.UsageError("--picture draws what is heard: leave --quick out.")
    show = options.open_studio(show_path).show
    report = _inspect(output, show, episode, quick=quick, drawn=picture is not None)
    drawn = picture is not None and _draw(report.episodes[0], show, picture)
    for line in _as_json(output, report) if as_json else _told(report, alone=episode is not None):
        echo(line)
    if drawn and not as_json:
        echo(f"Drawn in {picture}")
    if report.errors or (strict and report.warnings):
        ctx.exit(PublishError.exit_code)


def _inspect(output: Path, show: Show, name: str | None, *, quick: bool, drawn: bool) -> Report:
    from speakerine.inspecting.layout import COLUMNS
    from speakerine.inspecting.podcast import inspect_episode, inspect_podcast

    now = datetime.now(UTC)
    if name is None:
        return inspect_podcast(
            output, show, now, listening=not quick, note=lambda slug: _note(slug, quick=quick)
        )
    return inspect_episode(output, show, name, now, 0 if quick else COLUMNS if drawn else 1)


def _note(slug: str, *, quick: bool) -> None:
    """Say which episode is being listened to, where somebody watches."""
    if sys.stderr.isatty() and not quick:
        echo(style(f"listening to {slug}", dim=True), err=True)


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
        yield style(f"{episodes}, all is well", fg="green")
        return
    yield f"{episodes}: {count(report.errors, 'error')}, {count(report.warnings, 'warning')}"


def _line(finding: Finding) -> str:
    from speakerine.inspecting.findings import Severity

    colour = "red" if finding.severity is Severity.ERROR else "yellow"
    severity = style(f"{finding.severity:7}", fg=colour, bold=True)
    rule = style(f"({finding.rule})", dim=True)
    return f"{severity} {finding.where}: {finding.what}. {finding.then[:1].upper()}{finding.then[1:]}. {rule}"


def _sheet(inspected: Inspected) -> Iterator[str]:
    """What the episode measures."""
    from speakerine.inspecting.figures import clock, level
    from speakerine.publish.plain import one_line

    found = inspected.measures
    if inspected.episode is None or found is None:
        return
    yield style(one_line(inspected.episode.title), bold=True)
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
    from speakerine.publish.plain import one_line

    for part in found.parts:
        yield f"{one_line(part.speaker) or 'speech'} {clock(part.duration_ms)}"
    rest_ms = max(0, found.duration_ms - sum(part.duration_ms for part in found.parts))
    yield f"music and pauses {clock(rest_ms)}"


def _as_json(output: Path, report: Report) -> Iterator[str]:
    """One object: the counts, the findings, and what each episode measures."""
    episodes = [
        {
            "slug": one.slug,
            "title": one.known.title if one.known else None,
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
    yield json.dumps(whole, ensure_ascii=True, indent=2)

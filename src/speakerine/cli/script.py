"""`speakerine script`: what will be said, without saying it."""

from __future__ import annotations

from pathlib import Path

import click

from speakerine.cli import options
from speakerine.cli.printing import echo, echo_json
from speakerine.cli.reading import open_fetcher, read_article

EPILOG = """\b
Examples:
  speakerine script article.txt
  speakerine script article.txt --spoken    numbers and abbreviations in words
  speakerine script article.txt --json | jq '.items[].spoken'
"""


@click.command("script", epilog=EPILOG)
@click.argument("source", metavar="SOURCE")
@options.voice_option
@click.option("--spoken", is_flag=True, help="The words as they are spoken, rather than as written.")
@click.option("--text", "text_only", is_flag=True, help="The words alone, a line each.")
@click.option("--json", "as_json", is_flag=True, help="Everything, for programs.")
@options.show_option
@options.force_option
@options.private_option
@options.debug_option
def command(
    source: str,
    voice_name: str | None,
    show_path: Path | None,
    *,
    spoken: bool,
    text_only: bool,
    as_json: bool,
    force: bool,
    allow_private: bool,
) -> None:
    """Show what will be said of SOURCE, and by which voice, without saying it."""
    from speakerine.casting import cast_roles
    from speakerine.programme import article_programme
    from speakerine.script.render import render_json, render_script, render_text

    studio = options.open_studio(show_path)
    cast = cast_roles(studio.show, studio.shelf, voice_name)
    fetcher = open_fetcher(studio.show, options.cache_folder(None), allow_private=allow_private)
    article = read_article(source, fetcher, force=force)
    frame = options.open_frame(studio.show)
    script = article_programme(article, frame, studio.show, cast, jingles=True).script
    if as_json:
        echo_json(render_json(script, cast))
    elif text_only:
        echo(render_text(script, spoken=spoken))
    else:
        echo(render_script(script, cast, spoken=spoken))

"""`speakerine read`: the article as understood."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from speakerine.cli import options
from speakerine.cli.printing import echo, echo_json, style
from speakerine.cli.reading import open_fetcher, read_article
from speakerine.types import ParagraphKind

if TYPE_CHECKING:
    from speakerine.types import Article

EPILOG = """\b
Examples:
  speakerine read page.txt
  speakerine read page.txt --explain    what was left out, and why
"""
MARKS = {
    ParagraphKind.TEXT: "",
    ParagraphKind.HEADING: "## ",
    ParagraphKind.QUOTE: "> ",
    ParagraphKind.LIST_ITEM: "- ",
}


@click.command("read", epilog=EPILOG)
@click.argument("source", metavar="SOURCE")
@click.option("--explain", is_flag=True, help="Show what was left out of the page too, and why.")
@click.option("--json", "as_json", is_flag=True, help="Everything, for programs.")
@options.show_option
@options.private_option
@options.debug_option
def command(
    *, source: str, explain: bool, as_json: bool, show_path: Path | None, allow_private: bool
) -> None:
    """Show the article found in SOURCE: title, byline, date, lead, paragraphs."""
    show = options.open_studio(show_path).show
    fetcher = open_fetcher(show, options.cache_folder(None), allow_private=allow_private)
    article = read_article(source, fetcher, force=True)
    if as_json:
        echo_json(json.dumps(asdict(article), ensure_ascii=False, indent=2, default=str))
        return
    for line in _sheet(article):
        echo(line)
    if explain:
        echo(style(f"\nLeft out ({len(article.dropped)} lines):", bold=True))
        for dropped in article.dropped:
            echo(f"  {style(dropped.why, dim=True)}: {dropped.text}")


def _sheet(article: Article) -> Iterator[str]:
    yield style(article.title, bold=True)
    facts = {
        "By": article.byline,
        "Date": article.published.isoformat(" ", "minutes") if article.published else "",
        "Address": article.url,
        "Site": article.site,
    }
    yield from (f"{name:8} {value}" for name, value in facts.items() if value)
    if article.lead:
        yield ""
        yield style(article.lead, italic=True)
    yield from _left_out(article, 0)
    for count, paragraph in enumerate(article.body, 1):
        yield ""
        yield MARKS[paragraph.kind] + paragraph.text
        yield from _left_out(article, count)


def _left_out(article: Article, after: int) -> Iterator[str]:
    """A note in the place of each table and code after so many paragraphs of the body."""
    for one in article.omissions:
        if one.after == after:
            shown = f"[{one.what.value}: {one.caption}]" if one.caption else f"[{one.what.value}]"
            yield ""
            yield style(shown, dim=True)

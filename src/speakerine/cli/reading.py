"""Sources as the command line names them: a file, a folder, an address, a feed, or - for standard input."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from speakerine.cli.failures import tell
from speakerine.errors import SourceError, SpeakerineError

if TYPE_CHECKING:
    from speakerine.settings import Show
    from speakerine.sources.fetch import Fetcher
    from speakerine.sources.gather import Found
    from speakerine.types import Article

STDIN = "-"
LANGUAGES = {
    "ca": "Catalan",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "it": "Italian",
    "nl": "Dutch",
    "oc": "Occitan",
    "pt": "Portuguese",
    "ro": "Romanian",
}


def open_fetcher(show: Show, cache: Path, *, allow_private: bool) -> Fetcher:
    """What fetches pages for this show, with a cache of its own."""
    from speakerine.sources.fetch import Fetcher, user_agent

    return Fetcher(
        user_agent=user_agent(show.link or show.base_url), cache=cache / "http", allow_private=allow_private
    )


def read_article(source: str, fetcher: Fetcher, *, force: bool = False) -> Article:
    """The one article that the source holds, in French unless `force`.

    Raises:
        SourceError: it cannot be read, holds no article or several, or one that is not French.
    """
    if source == STDIN:
        return checked(_standard_input(), "standard input", force=force)
    found = find(source, fetcher, limit=0)
    if len(found) != 1:
        raise SourceError(f"{source} holds {len(found)} articles: give one of them.")
    return checked(found[0].read(), source, force=force)


def read_articles(
    sources: Iterable[str], fetcher: Fetcher, *, limit: int, force: bool
) -> tuple[list[Article], list[SpeakerineError]]:
    """All the articles that can be read, and why the others cannot."""
    articles: list[Article] = []
    failures: list[SpeakerineError] = []
    for source in sources:
        try:
            if source == STDIN:
                articles.append(read_article(source, fetcher, force=force))
                continue
            found = find(source, fetcher, limit=limit)
        except SpeakerineError as error:
            failures.append(error)
            continue
        for one in found:
            try:
                articles.append(checked(one.read(), one.name, force=force))
            except SpeakerineError as error:
                failures.append(error)
    return articles, failures


def find(source: str, fetcher: Fetcher, *, limit: int) -> list[Found]:
    """What the source holds, oldest first; of many, the `limit` newest."""
    from speakerine.sources.gather import find_articles, oldest_first

    found = oldest_first(find_articles(source, fetcher))
    if not found:
        raise SourceError(f"{source} holds no article: a text, Markdown or HTML file is looked for.")
    return found[-limit:] if limit else found


def checked(article: Article, name: str, *, force: bool) -> Article:
    """The article, if it is in French or `force`; what is doubtful of it is told.

    Raises:
        SourceError: it is in another language.
    """
    if not force:
        _check_language(article, name)
    if article.truncated:
        tell(f"{name}: the page says that the rest is for subscribers; only its beginning is read.")
    return article


def _standard_input() -> Article:
    from speakerine.sources.files import read_bytes

    return read_bytes(click.get_binary_stream("stdin").read(), "standard input")


def _check_language(article: Article, name: str) -> None:
    from speakerine.french import language

    found = language(" ".join((article.title, *(p.text for p in article.paragraphs))))
    if found.code == "fr":
        return
    if found.is_sure:
        raise SourceError(
            f"{name} is not French but {LANGUAGES.get(found.code, found.code)}: speakerine reads French. "
            "To have it read as French all the same, add --force."
        )
    tell(f"{name}: the text is too short or too mixed to be sure that it is French.")

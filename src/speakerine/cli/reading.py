"""Sources as the command line names them: a file, a folder, an address, a feed, or - for standard input."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from speakerine.cli.failures import tell
from speakerine.errors import SourceError, SpeakerineError

if TYPE_CHECKING:
    from speakerine.settings import Show
    from speakerine.sources.fetch import Fetcher
    from speakerine.sources.gather import Found
    from speakerine.types import Article

Taken = TypeVar("Taken")

STDIN = "-"
_TRUNCATED = "{name}: the page says that the rest is for subscribers; only its beginning is read."
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
    found = find(source, lambda: fetcher, limit=0)
    if len(found) != 1:
        raise SourceError(f"{source} holds {len(found)} articles: give one of them.")
    return checked(found[0].read(), found[0].name, force=force)


def read_articles(
    sources: Iterable[str], fetcher: Fetcher, *, limit: int, force: bool
) -> tuple[list[Article], list[SpeakerineError]]:
    """All the articles that can be read, and why the others cannot."""

    def read(found: Found) -> Article:
        return checked(found.read(), found.name, force=force)

    return take_each(sources, lambda: fetcher, read, limit=limit)


def take_each(
    sources: Iterable[str], fetcher: Callable[[], Fetcher], take: Callable[[Found], Taken], *, limit: int
) -> tuple[list[Taken], list[SpeakerineError]]:
    """What `take` makes of all that the sources hold, and why it cannot of the rest.

    `fetcher` is asked for where a source is on the web: it takes a moment to load.
    """
    taken: list[Taken] = []
    failures: list[SpeakerineError] = []
    for source in sources:
        try:
            found = find(source, fetcher, limit=limit)
        except SpeakerineError as error:
            failures.append(error)
            continue
        for one in found:
            try:
                taken.append(take(one))
            except SpeakerineError as error:
                failures.append(error)
    return taken, failures


def find(source: str, fetcher: Callable[[], Fetcher], *, limit: int) -> list[Found]:
    """What the source holds, oldest first; of many, the `limit` newest."""
    from speakerine.sources.gather import Found, find_articles, find_files, is_address, oldest_first

    if source == STDIN:
        return [Found("standard input", STDIN, "", None, _standard_input)]
    listed = find_articles(source, fetcher()) if is_address(source) else find_files(Path(source))
    found = oldest_first(listed)
    if not found:
        raise SourceError(f"{source} holds no article: a text, Markdown or HTML file is looked for.")
    return found[-limit:] if limit else found


def checked(article: Article, name: str, *, force: bool) -> Article:
    """The article, if it is in French or `force`; what is doubtful of it is told.

    Raises:
        SourceError: it is in another language.
    """
    for doubt in doubts(article, name, force=force):
        tell(doubt)
    return article


def doubts(article: Article, name: str, *, force: bool) -> list[str]:
    """What is doubtful of the article, in sentences; `force` has it read in any language.

    Raises:
        SourceError: it is in another language.
    """
    unsure = not force and not _is_surely_french(article, name)
    return [
        *([f"{name}: the text is too short or too mixed to be sure that it is French."] if unsure else []),
        *([_TRUNCATED.format(name=name)] if article.truncated else []),
    ]


def _standard_input() -> Article:
    from speakerine.sources.files import read_bytes

    return read_bytes(click.get_binary_stream("stdin").read(), "standard input")


def _is_surely_french(article: Article, name: str) -> bool:
    from speakerine.french import language

    found = language(" ".join((article.title, *(p.text for p in article.paragraphs))))
    if found.code != "fr" and found.is_sure:
        raise SourceError(
            f"{name} is not French but {LANGUAGES.get(found.code, found.code)}: speakerine reads French. "
            "To have it read as French all the same, add --force."
        )
    return found.code == "fr"

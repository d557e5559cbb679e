"""Sources as the command line names them: a file, or - for standard input."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from speakerine.cli.failures import tell
from speakerine.errors import SourceError

if TYPE_CHECKING:
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


def read_article(source: str, *, force: bool = False) -> Article:
    """The article that the source holds, in French unless `force`.

    Raises:
        SourceError: it cannot be read, holds no article, or holds one that is not French.
    """
    article = _read(source)
    if not force:
        _check_language(article, source)
    if article.truncated:
        tell(f"{source}: the page says that the rest is for subscribers; only its beginning is read.")
    return article


def _read(source: str) -> Article:
    from speakerine.sources.files import read_bytes, read_source

    if source == STDIN:
        return read_bytes(click.get_binary_stream("stdin").read(), "standard input")
    if source.startswith(("http://", "https://")):
        raise SourceError(
            f"{source} is an address: save the page in your browser and give the file, or paste its text."
        )
    return read_source(Path(source))


def _check_language(article: Article, source: str) -> None:
    from speakerine.french import language

    found = language(" ".join((article.title, article.lead, *(p.text for p in article.paragraphs))))
    if found.code == "fr":
        return
    if found.is_sure:
        raise SourceError(
            f"{source} is not French but {LANGUAGES.get(found.code, found.code)}: speakerine reads French. "
            "To have it read as French all the same, add --force."
        )
    tell(f"{source}: the text is too short or too mixed to be sure that it is French.")

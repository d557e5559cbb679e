"""Which articles an edition holds, and in what order."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from speakerine.errors import ConfigError
from speakerine.types import Article

WORDS_PER_MINUTE = 165
"""A French newsreader's pace, pauses within the article included."""
WORDS_AROUND_ARTICLE = 15
"""Its transition and the stop after it; its headline is counted apart."""
WORDS_AROUND_EDITION = 60
"""Jingles, greeting, sign-off and credit."""


class Sort(StrEnum):
    """In what order articles are read."""

    GIVEN = "given"
    OLDEST = "date"
    NEWEST = "-date"
    TITLE = "title"
    SHORTEST = "length"


class Why(StrEnum):
    """Why an article is not in the edition."""

    DUPLICATE = "it is in the edition already"
    TOO_LONG = "it does not fit in the time that is left"


@dataclass(frozen=True, slots=True)
class Left:
    """An article that was left out, and why."""

    article: Article
    why: Why


@dataclass(frozen=True, slots=True)
class Selection:
    """The articles of an edition, in order, and those left out, in order."""

    chosen: tuple[Article, ...]
    left: tuple[Left, ...]


def order_articles(articles: Sequence[Article], sort: Sort | str = Sort.GIVEN) -> tuple[Article, ...]:
    """Return the articles in that order; those that compare equal stay as they were given.

    An article without a date comes after those that have one; a date without a zone counts as UTC.
    Titles are in dictionary order: accents and case do not part words.

    Raises:
        ConfigError: there is no such order.
    """
    order = _sort_named(sort)
    if order in (Sort.OLDEST, Sort.NEWEST):
        dated = [article for article in articles if article.published]
        undated = [article for article in articles if not article.published]
        return (*sorted(dated, key=_moment, reverse=order is Sort.NEWEST), *undated)
    if order is Sort.TITLE:
        return tuple(sorted(articles, key=lambda article: _collated(article.title)))
    if order is Sort.SHORTEST:
        return tuple(sorted(articles, key=lambda article: article.word_count))
    return tuple(articles)


def fit(
    articles: Sequence[Article], max_minutes: float | None = None, words_per_minute: float = WORDS_PER_MINUTE
) -> Selection:
    """Return the articles that can be read in `max_minutes`, in the order given, and those left out.

    Each article is taken if it still fits, so that a long one does not keep out the short ones after
    it. One whose GUID was seen before is left out, with or without a limit.

    Raises:
        ConfigError: the minutes or the words per minute are not above 0.
    """
    if words_per_minute <= 0 or (max_minutes is not None and max_minutes <= 0):
        raise ConfigError(
            f"{max_minutes} minutes at {words_per_minute} words a minute hold no article: give more than 0."
        )
    room_words = (
        float("inf") if max_minutes is None else max_minutes * words_per_minute - WORDS_AROUND_EDITION
    )
    chosen: list[Article] = []
    left: list[Left] = []
    seen: set[str] = set()
    for article in articles:
        words = spoken_words(article)
        if article.guid in seen:
            left.append(Left(article, Why.DUPLICATE))
        elif words > room_words:
            left.append(Left(article, Why.TOO_LONG))
        else:
            chosen.append(article)
            room_words -= words
        seen.add(article.guid)
    return Selection(tuple(chosen), tuple(left))


def spoken_words(article: Article) -> int:
    """Return about how many words the article takes in an edition, its headline and transition included."""
    return article.word_count + len(article.title.split()) + WORDS_AROUND_ARTICLE


def _sort_named(name: str) -> Sort:
    if name in list(Sort):
        return Sort(name)
    close = difflib.get_close_matches(name, list(Sort), n=1, cutoff=0.5)
    near = f": did you mean “{close[0]}”?" if close else "."
    raise ConfigError(f"There is no order “{name}”{near} The orders are: {', '.join(Sort)}.")


def _moment(article: Article) -> datetime:
    assert article.published is not None
    moment = article.published
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _collated(title: str) -> tuple[str, str]:
    """Letters and figures alone, without accents or case; the title itself parts what is then equal."""
    apart = title.casefold().replace("œ", "oe").replace("æ", "ae")
    letters = (c for c in unicodedata.normalize("NFKD", apart) if c.isalnum() or c.isspace())
    return " ".join("".join(letters).split()), title

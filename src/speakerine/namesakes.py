"""Articles of one title and one day that have no address: the same one, edited, or another.

The same text is the same article. Otherwise one that was made in this run already is another; and one of
an earlier run is the same where a good part of the words are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace
from itertools import count
from uuid import uuid5

from speakerine.programme import Programme
from speakerine.types import ARTICLE_NAMESPACE, Paragraph

Text = Sequence[Paragraph]

SHARED = 0.25
"""Of the words of the shorter text: edited articles keep most of theirs, unrelated ones share a tenth."""

_WORD = re.compile(r"[^\W\d_]{4,}")
"""Shorter words are those of every text."""


def told_apart(
    programme: Programme, published: Callable[[str], Text | None], made: Container[str]
) -> Programme:
    """Return the programme under the GUID of the episode that its article has, else under one of its own.

    `published(guid)` is the text of the episode of that GUID, None where there is none; `made` are the
    GUIDs that other articles of this run have.
    """
    if programme.url or len(programme.articles) != 1:
        return programme
    there = list(_published(programme.guid, published))
    mine = programme.paragraphs
    for guid, text in there:
        if _words_of(text) == _words_of(mine):
            return _under(programme, guid)
    for guid, text in there:
        if guid not in made and _is_edited(text, mine):
            return _under(programme, guid)
    free = (guid for guid in _guids(programme.guid) if published(guid) is None and guid not in made)
    return _under(programme, next(free))


def _under(programme: Programme, guid: str) -> Programme:
    return programme if guid == programme.guid else replace(programme, guid=guid)


def _guids(first: str) -> Iterator[str]:
    """The GUIDs of the first article of that title and day, of the second, and so on."""
    yield first
    for number in count(2):
        yield str(uuid5(ARTICLE_NAMESPACE, f"{first}\n{number}"))


def _published(first: str, published: Callable[[str], Text | None]) -> Iterator[tuple[str, Text]]:
    for guid in _guids(first):
        text = published(guid)
        if text is None:
            return
        yield guid, text


def _is_edited(before: Text, after: Text) -> bool:
    """Whether the texts share so many words that one must be the other's earlier state."""
    one, two = _long_words(before), _long_words(after)
    fewest = min(len(one), len(two))
    return fewest == 0 or len(one & two) >= SHARED * fewest


def _long_words(text: Text) -> frozenset[str]:
    return frozenset(_WORD.findall(" ".join(paragraph.text for paragraph in text).casefold()))


def _words_of(text: Text) -> list[str]:
    return " ".join(paragraph.text for paragraph in text).split()

"""What the page searches in: for each block of episodes, which of them has which word.

The browser has nothing but files. It loads the blocks one after the other, the newest first, and stops
where it has enough: a word that is in a recent episode costs one of them, however many there are.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING
from unicodedata import category, normalize

from speakerine.french.writing import french_date
from speakerine.publish.feed.item import UNTITLED
from speakerine.publish.plain import one_line, printable, typeset
from speakerine.publish.times import newest_first, zoned
from speakerine.publish.wording import french_duration

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speakerine.types import Episode

SHORTEST_WORD = 2
"""Letters: what apostrophes cut off (l’, d’, s’) is in every text."""

_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ς": "σ"})
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Return the text without accents or capitals, as words.js has it."""
    marked = normalize("NFKD", text)
    bare = "".join(letter for letter in marked if not category(letter).startswith("M"))
    return bare.lower().translate(_LETTERS)


@lru_cache(maxsize=1 << 16)
def folded_words(text: str) -> tuple[str, ...]:
    """Return the folded words of the text that are long enough to be looked for, each once, in order."""
    found = dict.fromkeys(_WORD.findall(fold(printable(text))))
    return tuple(word for word in found if len(word) >= SHORTEST_WORD)


def render_search(episodes: Sequence[Episode]) -> str:
    """Return one block as JSON: its episodes, the newest first, and where each of their words is.

    A word is looked for in what is said, in what is written, in the title, and in who wrote it.
    """
    ordered = newest_first(episodes)
    places: dict[str, list[int]] = {}
    for place, episode in enumerate(ordered):
        for word in _words_of(episode):
            places.setdefault(word, []).append(place)
    block = {"episodes": [_entry(episode) for episode in ordered], "words": dict(sorted(places.items()))}
    return json.dumps(block, ensure_ascii=False, separators=(",", ":")) + "\n"


def search_manifest(names: Sequence[str]) -> str:
    """Return the names of the blocks, the newest first, as JSON."""
    return json.dumps(list(names), ensure_ascii=False) + "\n"


def _entry(episode: Episode) -> dict[str, str]:
    return {
        "slug": episode.slug,
        "title": typeset(one_line(episode.title)) or UNTITLED,
        "date": french_date(zoned(episode.published)),
        "duration": french_duration(episode.enclosure.duration_ms),
    }


def _words_of(episode: Episode) -> set[str]:
    """Return every word once; it is pieces between spaces that are folded, of which texts share most."""
    pieces = {piece for text in _texts(episode) for piece in text.split()}
    return set(chain.from_iterable(map(folded_words, pieces)))


def _texts(episode: Episode) -> Iterator[str]:
    yield from (episode.title, episode.author, episode.site)
    for cue in episode.cues:
        yield cue.text
    for paragraph in episode.paragraphs:
        yield paragraph.text

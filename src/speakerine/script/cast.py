"""Who says what in a programme: a presenter, and readers who take the articles by turns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from speakerine.script.edition import article_positions
from speakerine.types import Jingle, Line, Role, Script, Voice


@dataclass(frozen=True, slots=True)
class Cast:
    """The voices of a programme. Article i, from 0, is read by reader i modulo their number.

    `quotations` has one voice for each of `readers`: who says what that reader's articles quote.
    """

    presenter: Voice
    readers: tuple[Voice, ...]
    quotations: tuple[Voice, ...]

    def voice(self, role: Role, article: int = 0) -> Voice:
        """Who has the role in that article, counted from 0."""
        if role is Role.PRESENTER:
            return self.presenter
        by_turns = self.readers if role is Role.READER else self.quotations
        return by_turns[article % len(by_turns)]

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Every voice once: the presenter, the readers, and who says quotations."""
        return tuple(dict.fromkeys((self.presenter, *self.readers, *self.quotations)))


def numbered_items(script: Script) -> Iterator[tuple[Line | Jingle, int]]:
    """Give each item with the article whose reader says it; what stands outside articles has the first."""
    articles = iter(article_positions(script))
    for item in script.items:
        yield item, 0 if isinstance(item, Jingle) else next(articles) or 0

"""Many articles to one script: greeting, headlines, each article after its transition, sign-off, credit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from uuid import uuid5

from speakerine.errors import SourceError
from speakerine.french.writing import enumeration, french_date
from speakerine.script import pauses
from speakerine.script.compose import article_lines
from speakerine.script.headlines import headline
from speakerine.script.lines import falling, framed, opening, titled
from speakerine.script.template import EditionFrame, Frame, fields_of, fill
from speakerine.types import ARTICLE_NAMESPACE, Article, Jingle, Line, Script

EDITION_NAMESPACE = uuid5(ARTICLE_NAMESPACE, "edition")
"""Apart from the articles': an edition never takes an article's GUID."""

Items = list[Line | Jingle]
Facts = Mapping[str, str]
"""What a sentence's fields stand for; "" for what is not known."""


def compose_edition(
    articles: Sequence[Article],
    frame: Frame,
    *,
    show_title: str,
    date: datetime,
    voices: Sequence[str],
    title: str = "",
    jingles: bool = True,
    said: Sequence[Sequence[Line]] | None = None,
) -> Script:
    """Return the script of an edition of these articles, in this order, credited to `voices`.

    `date` says which day it is, and its hour whether one says good evening. `title` is the episode's;
    without it, the frame's. Chapters: the opening, one an article, the closing. `said` is what
    `article_lines` gave of each article, where it was asked already.

    Raises:
        SourceError: there is no article.
    """
    if not articles:
        raise SourceError("An edition needs one article at least: name a source that has one.")
    says = frame.edition
    evening = date.hour >= says.evening_from
    shared = {"show": show_title, "date": french_date(date), "count": str(len(articles))}
    facts = [_facts(article, position, shared) for position, article in enumerate(articles, 1)]
    items = [
        *_cue(Jingle.INTRO, jingles=jingles),
        *_opening(says, shared, evening=evening),
        *_contents(says, shared, facts, jingles=jingles),
    ]
    bodies = said or [article_lines(article, frame) for article in articles]
    for body, transition in zip(bodies, _transitions(says, facts), strict=True):
        items += [*_cue(Jingle.STING, jingles=jingles), *_article(body, transition, jingles=jingles)]
    items += _cue(Jingle.STING, jingles=jingles)
    items += _closing(says, {**shared, "voices": enumeration(voices)}, one=len(voices) == 1, evening=evening)
    items += _cue(Jingle.OUTRO, jingles=jingles)
    return Script(
        title or edition_title(frame, show_title, date, len(articles)), tuple(items), tuple(articles)
    )


def edition_title(frame: Frame, show_title: str, date: datetime, count: int) -> str:
    """Return the episode's title that the frame gives to the edition of that day."""
    return fill(frame.edition.title, {"show": show_title, "date": french_date(date), "count": str(count)})


def edition_guid(show_title: str, date: datetime, slot: str = "") -> str:
    """Return the GUID of the edition of that day, the day being the one of the date's own zone.

    A listener knows an edition by its show and its day, so these alone decide: made again in the
    afternoon with one article more, it replaces the morning's in every player instead of standing
    beside it. The articles are no part of it (they change from run to run), nor the hour (cron is late
    at times), nor the episode's title (it may be edited). A show with two editions a day tells them
    apart by `slot`, « matin » and « soir »; a show that changes its name keeps its editions by giving
    its old name here.
    """
    return str(uuid5(EDITION_NAMESPACE, "\n".join((show_title, slot, date.date().isoformat()))))


def article_positions(script: Script) -> tuple[int | None, ...]:
    """Return, for each of an edition's lines, which article it belongs to, from 0; None for the frame.

    A transition still belongs to the article before it, and the presenter says both.
    That is what alternating readers need: a line of article i is said by reader i modulo readers.
    """
    positions: list[int | None] = []
    chapter = -1
    for line in script.lines:
        chapter += bool(line.chapter)
        positions.append(chapter - 1 if 1 <= chapter <= len(script.articles) else None)
    return tuple(positions)


def _facts(article: Article, position: int, shared: Facts) -> Facts:
    own = {
        "title": headline(article.title),
        "source": article.site,
        "byline": article.byline,
        "position": str(position),
    }
    return {**shared, **own}


def _cue(jingle: Jingle, *, jingles: bool) -> Items:
    return [jingle] if jingles else []


def _opening(says: EditionFrame, shared: Facts, *, evening: bool) -> list[Line]:
    greeting = fill(says.greeting_evening if evening else says.greeting, shared)
    return opening(framed(greeting, pauses.AFTER_GREETING_MS), fill(says.opening_chapter, shared))


def _contents(says: EditionFrame, shared: Facts, facts: Sequence[Facts], *, jingles: bool) -> Items:
    """The headlines, on the bed that the next jingle ends."""
    announced = fill(says.contents_one if len(facts) == 1 else says.contents_many, shared)
    lines = [
        *framed(announced, pauses.AFTER_CONTENTS_MS),
        *(titled(said, pauses.AFTER_HEADLINE_MS) for said in _headlines(says, facts) if said),
    ]
    if not lines:
        return []
    return [*_cue(Jingle.BED, jingles=jingles), *falling(lines, _between(jingles=jingles))]


def _headlines(says: EditionFrame, facts: Sequence[Facts]) -> Iterator[str]:
    last_apart = len(facts) > 1 and bool(says.last_headline)
    yield from _in_turn(says.headlines, facts[:-1] if last_apart else facts)
    if last_apart:
        yield from _in_turn((says.last_headline, *says.headlines), facts[-1:])


def _transitions(says: EditionFrame, facts: Sequence[Facts]) -> Iterator[str]:
    """What leads to each article."""
    if len(facts) == 1:
        yield from _in_turn(says.only_article, facts)
        return
    yield from _in_turn(says.first_article, facts[:1])
    yield from _in_turn(says.next_article, facts[1:-1])
    yield from _in_turn(says.last_article, facts[-1:])


def _in_turn(sentences: Sequence[str], facts: Sequence[Facts]) -> Iterator[str]:
    """One sentence for each, by turns; one that names what is not known is passed, "" if all do."""
    at = 0
    for known in facts:
        turns = [sentences[(at + step) % len(sentences)] for step in range(len(sentences))]
        for step, sentence in enumerate(turns, 1):
            if all(known[name] for name in fields_of(sentence)):
                at += step
                yield fill(sentence, known)
                break
        else:
            yield ""


def _article(body: Sequence[Line], transition: str, *, jingles: bool) -> list[Line]:
    """The transition and the article; its chapter opens with the first word of the article itself."""
    lines = [*framed(transition, pauses.AFTER_TRANSITION_MS), *body]
    return falling(lines, _between(jingles=jingles))


def _closing(says: EditionFrame, shared: Facts, *, one: bool, evening: bool) -> list[Line]:
    sign_off = fill(says.sign_off_evening if evening else says.sign_off, shared)
    credit = fill(says.credit_one if one else says.credit_many, shared)
    lines = [*framed(sign_off, pauses.AFTER_SIGN_OFF_MS), *framed(credit, pauses.AFTER_LAST_WORD_MS)]
    return opening(lines, fill(says.closing_chapter, shared))


def _between(*, jingles: bool) -> int:
    return pauses.BEFORE_JINGLE_MS if jingles else pauses.BETWEEN_ARTICLES_MS

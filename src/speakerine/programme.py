"""What is to be broadcast: a script, and what the feed says of it. One article, or an edition of many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from speakerine.errors import SourceError
from speakerine.french import counting_as, region_of
from speakerine.french.writing import NBSP
from speakerine.publish.wording import CONTENTS_OPENING
from speakerine.script.cast import Cast
from speakerine.script.compose import article_lines, compose
from speakerine.script.edition import compose_edition, edition_guid, edition_title
from speakerine.script.selection import Left, fit, order_articles
from speakerine.script.template import Frame
from speakerine.script.utterances import Utterance
from speakerine.settings import EditionSettings, Show
from speakerine.types import Article, Chapter, Cue, Line, Paragraph, ParagraphKind, Role, Script


@dataclass(frozen=True, slots=True)
class Written:
    """What is said, and the names of those who are heard."""

    script: Script
    voices: tuple[str, ...]


@dataclass(frozen=True)
class Programme:
    """A script, written when it is asked for, with the identity and the description of its episode.

    `published` is None where nobody says when: the episode is then dated by its first run.
    """

    guid: str
    title: str
    articles: tuple[Article, ...]
    write: Callable[[], Written]
    description: str
    paragraphs: tuple[Paragraph, ...]
    published: datetime | None = None
    author: str = ""
    url: str = ""
    site: str = ""
    image: str = ""
    language: str = "fr"

    @cached_property
    def _written(self) -> Written:
        return self.write()

    @property
    def script(self) -> Script:
        """What is said, in order."""
        return self._written.script

    @property
    def voices(self) -> tuple[str, ...]:
        """The names of those who are heard."""
        return self._written.voices

    @property
    def word_count(self) -> int:
        """Words of its articles."""
        return sum(article.word_count for article in self.articles)


def credited(articles: Iterable[Iterable[Line]], cast: Cast) -> tuple[str, ...]:
    """The names of those who say the articles' lines, and the presenter's, who says the credit."""
    roles = {(line.role, article) for article, lines in enumerate(articles) for line in lines}
    in_order = sorted(roles, key=lambda heard: (list(Role).index(heard[0]), heard[1]))
    heard = (cast.presenter, *(cast.voice(*role) for role in in_order))
    return tuple(dict.fromkeys(voice.credit for voice in heard))


def article_programme(article: Article, frame: Frame, show: Show, cast: Cast, *, jingles: bool) -> Programme:
    """The programme of one article, which the first reader reads."""

    def write() -> Written:
        with counting_as(region_of(show.language)):
            said = article_lines(article, frame)
            voices = credited([said], cast)
            return Written(compose(article, voices, jingles=jingles, frame=frame, said=said), voices)

    return Programme(
        guid=article.guid,
        title=article.title,
        articles=(article,),
        write=write,
        description=article.lead or next((p.text for p in article.paragraphs), article.title),
        paragraphs=article.paragraphs,
        published=_in_zone(article.published, show),
        author=article.byline,
        url=article.url,
        site=article.site,
        image=article.image,
        language=article.language,
    )


def edition_programme(
    articles: Sequence[Article],
    frame: Frame,
    show: Show,
    date: datetime,
    cast: Cast,
    *,
    jingles: bool,
) -> tuple[Programme, tuple[Left, ...]]:
    """The edition of that day, of the articles that fit in the show's settings; and those left out.

    Raises:
        ConfigError: the show's order is none.
        SourceError: there is no article, or none that fits.
    """
    settings = show.edition
    chosen = fit(order_articles(articles, settings.sort), settings.max_minutes or None)
    if not chosen.chosen:
        raise SourceError(_nothing_in_it(articles, settings))
    title = settings.title or edition_title(frame, show.title, date, len(chosen.chosen))

    def write() -> Written:
        with counting_as(region_of(show.language)):
            said = [article_lines(article, frame) for article in chosen.chosen]
            voices = credited(said, cast)
            script = compose_edition(
                chosen.chosen,
                frame,
                show_title=show.title,
                date=date,
                voices=voices,
                title=title,
                jingles=jingles,
                said=said,
            )
            return Written(script, voices)

    programme = Programme(
        guid=edition_guid(show.title, date, settings.slot),
        title=title,
        articles=tuple(chosen.chosen),
        write=write,
        description=f"{CONTENTS_OPENING} {f'{NBSP}; '.join(article.title for article in chosen.chosen)}.",
        paragraphs=tuple(paragraph for article in chosen.chosen for paragraph in _whole(article)),
        published=date,
    )
    return programme, chosen.left


def _nothing_in_it(articles: Sequence[Article], settings: EditionSettings) -> str:
    if not articles:
        return "An edition needs one article at least: name a source that has one."
    return (
        f"No article fits in an edition of {settings.max_minutes} minutes: give it more with "
        "--max-minutes, or with max_minutes in [edition] of show.toml."
    )


def _whole(article: Article) -> tuple[Paragraph, ...]:
    return (Paragraph(article.title, ParagraphKind.HEADING), *article.paragraphs)


def chapters(
    articles: Sequence[Article], said: Sequence[Utterance], cues: Sequence[Cue]
) -> tuple[Chapter, ...]:
    """An edition's chapters; those of an article, its title's and its headings'."""
    opened = [(u.chapter, cue.start_ms) for u, cue in zip(said, cues, strict=True) if u.chapter]
    if len(opened) > 1:
        return _edition_chapters(articles, opened)
    (article,) = articles
    headings = [p.text for p in article.paragraphs if p.kind is ParagraphKind.HEADING]
    found = [Chapter(0, article.title, article.url, article.image)]
    rest = iter(cues)
    for heading in headings:
        cue = next((cue for cue in rest if cue.text.strip() == heading.strip()), None)
        if cue is not None:
            found.append(Chapter(cue.start_ms, heading, article.url))
    return tuple(found)


def _edition_chapters(articles: Sequence[Article], opened: Sequence[tuple[str, int]]) -> tuple[Chapter, ...]:
    """The opening, each article with its link and its picture, and the closing; `opened` says when."""
    named = [(article.url, article.image, _origin(article)) for article in articles]
    links = [("", "", ""), *named, ("", "", "")]
    return tuple(
        Chapter(start_ms if at else 0, title, *link)
        for at, ((title, start_ms), link) in enumerate(zip(opened, links, strict=True))
    )


def _origin(article: Article) -> str:
    return ", ".join(part for part in (article.byline, article.site) if part)


def _in_zone(published: datetime | None, show: Show) -> datetime | None:
    """When the article was published, in the show's zone where its source names none."""
    if published is None or published.tzinfo:
        return published
    return published.replace(tzinfo=show.zone)

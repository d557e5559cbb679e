"""A pasted page, or plain text, to an Article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from speakerine.errors import SourceError
from speakerine.sources.bylines import is_name
from speakerine.sources.context import is_plain, mail_subject
from speakerine.sources.dates import parse_date
from speakerine.sources.extent import Extent, find_extent
from speakerine.sources.folding import words
from speakerine.sources.header import read_header, split_dateline
from speakerine.sources.headline import derived_title, find_title, lift_to_lead, without_site
from speakerine.sources.leads import opened_by
from speakerine.sources.lines import READABLE, Kind, Line
from speakerine.sources.paragraphs import to_paragraph, unrepeated
from speakerine.sources.pasted import page_lines
from speakerine.sources.pitches import one_says_missing
from speakerine.types import Article, DroppedLine

if TYPE_CHECKING:
    from datetime import datetime


_MISSING_PAGE_WORDS = 120

"""A page that says « page introuvable » holds an article only if it has more prose than this."""


_LEAD_WORDS = 8

_MIN_ARTICLE_WORDS = 5

_MIN_ITEM_WORDS = 6

_NAMED_CHARS = 60

_SMALL_WORD = 3


@dataclass(frozen=True, slots=True)
class _Body:
    """The indices of the lines read, and why each other line inside the article is not."""

    lead: int | None
    kept: tuple[int, ...]


def read_text(text: str) -> Article:
    """The article in `text`: a page pasted whole with everything around it, or plain paragraphs.

    Returns:
        The article as written. `dropped` holds every line that is not part of it, in page order.

    Raises:
        SourceError: there is no article in `text`.
    """
    lines = page_lines(text)
    if not lines:
        raise SourceError(
            "No article was found in the text: it is empty. Paste the whole page and try again."
        )
    extent = find_extent(lines) or _short_text(lines)
    if extent is None or _is_missing_page(lines, extent):
        raise SourceError(_no_article(lines))
    title, extent = _title_and_extent(lines, extent)
    return _compose(lines, title, extent)


def _short_text(lines: Sequence[Line]) -> Extent | None:
    """A text too short to hold prose, where nothing shows a page around it."""
    if not is_plain(lines):
        return None
    sentences = [i for i, line in enumerate(lines) if line.kind in {Kind.SENTENCE, Kind.ITEM}]
    enough = sum(lines[i].word_count for i in sentences) >= _MIN_ARTICLE_WORDS
    return Extent(sentences[0], sentences[-1] + 1) if sentences and enough else None


def _is_missing_page(lines: Sequence[Line], extent: Extent) -> bool:
    prose = sum(line.word_count for line in lines[extent.start : extent.stop] if line.kind is Kind.PROSE)
    return prose < _MISSING_PAGE_WORDS and one_says_missing(line.text for line in lines[: extent.stop])


def _no_article(lines: Sequence[Line]) -> str:
    first = lines[0].text
    shown = first if len(first) <= _NAMED_CHARS else first[:_NAMED_CHARS].rsplit(" ", 1)[0] + "…"
    if one_says_missing(line.text for line in lines):
        why = "it is the page of a missing or refused address. Check the address in a browser"
    elif any(line.kind is Kind.CUT for line in lines):
        why = "it is reserved for subscribers. Paste the page as you see it when signed in"
    elif any(line.kind is Kind.PITCH for line in lines):
        why = "it holds only what the site says of itself. Close its dialogs, then paste the page again"
    else:
        why = "it holds no paragraph of prose. Paste the whole page, from its title to its last line"
    return f"No article was found in the text that begins « {shown} »: {why}."


def _title_and_extent(lines: Sequence[Line], extent: Extent) -> tuple[int | None, Extent]:
    lifted = lift_to_lead(lines, extent)
    title = find_title(lines, lifted)
    if title is not None and not _agrees(lines[title].text, mail_subject(lines)):
        return None, lifted
    if title is None and lifted.start + 1 < lifted.stop:
        title = _first_line_as_title(lines, lifted)
        if title is not None:
            lifted = Extent(title + 1, lifted.stop)
    start = _first_read(lines, title, lifted)
    stop = len(lines) if is_plain(lines) else lifted.stop
    while stop > start + 1 and lines[stop - 1].kind not in READABLE:
        stop -= 1
    return title, Extent(start, stop)


def _agrees(title: str, subject: str) -> bool:
    """Whether an e-mail's first short line is what its subject says, rather than the letter's name."""
    said = {word for word in words(subject) if len(word) > _SMALL_WORD}
    shared = said & set(words(title))
    return not said or len(shared) > 1 or len(shared) == len(said)


def _first_line_as_title(lines: Sequence[Line], extent: Extent) -> int | None:
    """A first line that the shape of its prose took for a paragraph: one question above a longer text."""
    line = lines[extent.start]
    question = line.text.endswith(("?", "!", "»", '"')) and line.word_count < 2 * _LEAD_WORDS
    return extent.start if question and extent.start == 0 else None


def _first_read(lines: Sequence[Line], title: int | None, extent: Extent) -> int:
    """Where reading begins under the title: a lead without a stop, a summary's points, or the first prose."""
    plain = is_plain(lines)
    if title is None:
        return 0 if plain else extent.start
    for index in range(title + 1, extent.start):
        line = lines[index]
        above = lines[index - 1]
        summary = line.kind is Kind.ITEM and line.word_count >= _MIN_ITEM_WORDS
        standfirst = _is_standfirst(line) and not _has_sentence(lines[title + 1 : index])
        sentence = line.kind is Kind.SENTENCE and (index == title + 1 or index == extent.start - 1)
        if (
            (plain and line.kind in READABLE)
            or summary
            or standfirst
            or (sentence and above.kind is not Kind.CAPTION)
        ):
            return index
    return extent.start


def _is_standfirst(line: Line) -> bool:
    """Whether a line under the title is its lead, though it has no stop: no tag, and no caption."""
    dated = parse_date(line.text) is not None or "illustration" in line.text
    return line.kind in {Kind.SHORT, Kind.SENTENCE} and line.word_count >= _LEAD_WORDS and not dated


def _has_sentence(lines: Sequence[Line]) -> bool:
    return any(line.kind in READABLE and not line.text.isupper() for line in lines)


def _compose(lines: Sequence[Line], title: int | None, extent: Extent) -> Article:
    readable = [i for i in range(extent.start, extent.stop) if lines[i].kind in READABLE and i != title]
    prose = [i for i in readable if lines[i].kind is Kind.PROSE]
    second = prose[1] if len(prose) > 1 else extent.stop
    header = read_header(lines, title, extent, second)
    tags = set() if title is None else _tags(lines, title, second)
    kept = _read_aloud(lines, [i for i in readable if i not in header.signed | tags], title, second)
    if not kept:
        raise SourceError(_no_article(lines))
    dateline, opening = split_dateline(lines[kept[0]].text)
    opened = list(lines)
    if dateline:
        opened[kept[0]] = Line(opening, Kind.PROSE, lines[kept[0]].after_blank)
    body = _with_lead(opened, kept, titled=title is not None or bool(mail_subject(lines)))
    paragraphs = tuple(
        to_paragraph(opened[i], opened[after] if after is not None else None)
        for i, after in zip(body.kept, [*body.kept[1:], None], strict=True)
    )
    lead = opened[body.lead].text if body.lead is not None else ""
    used = {*kept, *header.signed, *(() if title is None else (title,))}
    dropped = [DroppedLine(line.text, _why(line, i, extent)) for i, line in enumerate(lines) if i not in used]
    if dateline:
        place = sum(i not in used for i in range(kept[0]))
        dropped.insert(place, DroppedLine(dateline.text, "the dateline of a wire"))
    return Article(
        title=_title_text(opened, title, body),
        paragraphs=opened_by(lead, paragraphs),
        byline=header.byline or (dateline.agency if dateline else ""),
        lead=lead,
        published=header.published or _dateline_date(dateline.text if dateline else ""),
        truncated=_is_truncated(lines, Extent(extent.start, kept[-1] + 1)),
        dropped=tuple(dropped),
    )


def _is_truncated(lines: Sequence[Line], read: Extent) -> bool:
    """Whether the site says that more follows: how much more, or below the last line read."""
    cuts = [i for i, line in enumerate(lines) if line.kind is Kind.CUT]
    return any(i >= read.stop or "%" in lines[i].text for i in cuts)


def _tags(lines: Sequence[Line], title: int, second: int) -> set[int]:
    """Names and labels between the title and the text: they stand beside its date and its buttons."""
    beside = {Kind.INTERFACE, Kind.DATE, Kind.BYLINE, Kind.CAPTION, Kind.PITCH}
    tags: set[int] = set()
    read = False
    for i in range(title + 1, min(second, len(lines) - 1)):
        line = lines[i]
        if (
            line.kind is Kind.SHORT
            and not (_is_standfirst(line) and not read)
            and (lines[i - 1].kind in beside or lines[i + 1].kind in beside or is_name(line.text))
        ):
            tags.add(i)
        read = read or _has_sentence([line])
    return tags


def _read_aloud(lines: Sequence[Line], readable: Sequence[int], title: int | None, second: int) -> list[int]:
    """The lines of the body that are read: no double, and no title given again above the text."""
    again = {lines[title].text.casefold()} if title is not None else set()
    kept = [i for i in readable if not (i < second and lines[i].text.casefold() in again)]
    return unrepeated(lines, kept)


def _with_lead(lines: Sequence[Line], kept: Sequence[int], *, titled: bool) -> _Body:
    """The standfirst is the first paragraph under a title, where more text follows it."""
    if not titled or len(kept) == 1:
        return _Body(None, tuple(kept))
    first = lines[kept[0]]
    standfirst = first.kind in {Kind.PROSE, Kind.SENTENCE} or (
        first.kind is Kind.SHORT and first.word_count >= _LEAD_WORDS
    )
    return _Body(kept[0], tuple(kept[1:])) if standfirst else _Body(None, tuple(kept))


def _title_text(lines: Sequence[Line], title: int | None, body: _Body) -> str:
    if title is not None:
        return without_site(lines[title].text, lines)
    subject = mail_subject(lines)
    return subject or derived_title(lines[body.kept[0]].text)


def _why(line: Line, index: int, extent: Extent) -> str:
    if line.kind not in READABLE:
        return line.kind.value
    if index < extent.start:
        return "above the article"
    return "below the article" if index >= extent.stop else Kind.REPEAT.value


def _dateline_date(text: str) -> datetime | None:
    return parse_date(text) if text else None

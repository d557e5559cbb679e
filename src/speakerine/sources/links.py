"""What is a link to another article by its place: under « Lire aussi », in a box, or said again below."""

from __future__ import annotations

import re
from itertools import pairwise

from speakerine.sources import vocabulary
from speakerine.sources.folding import fold, words
from speakerine.sources.lines import READABLE, Kind, Line, ends_with_full_stop

_TITLE_WORDS = 4
_LINKED_WORDS = 24
_MOST_LINKS = 4
_LABELLED = re.compile(
    r"(?:(?:EN )?DIRECT|LIVE|VIDÉOS?|VIDEOS?|PODCASTS?|CARTES?|INFOGRAPHIES?|DIAPORAMA|QUIZ|EN IMAGES|REPLAY"
    r"|RÉCIT|GRAND FORMAT|ENTRETIEN|INTERVIEW|PORTRAIT|ENQUÊTE|REPORTAGE|DÉCRYPTAGE|ANALYSE|TRIBUNE|ÉDITO)"
    r"\s?[.:|–—-]\s|(?:Vidéo|Podcast|En images?)\s[A-ZÀ-Ý«\"]"
)
"""How a headline begins that stands between two paragraphs as a link, in the manner of the dailies."""


def boxes_inside(lines: list[Line]) -> list[Line]:
    """A box of links that the text goes on after: two paragraphs in a row, and the true end lower down."""
    ends = [i for i, line in enumerate(lines) if line.kind is Kind.END or line.kind is Kind.DISCUSSION]
    if not ends:
        return lines
    first = next((i for i, line in enumerate(lines) if line.kind is Kind.PROSE), len(lines))
    for index, lower in pairwise(ends):
        if index < first or lines[index].kind is not Kind.END:
            continue
        after = index + 1
        while after < lower and lines[after].kind in {Kind.SHORT, Kind.DATE, Kind.RELATED, Kind.INTERFACE}:
            after += 1
        read = [line.kind for line in lines[after:lower] if line.kind in READABLE]
        goes_on = len(read) > 1 and Kind.SHORT not in read[:2] and Kind.PROSE in read[:2]
        if goes_on and 0 < after - index - 1 <= _MOST_LINKS:
            for box in range(index, after):
                lines[box] = lines[box]._replace(kind=Kind.RELATED)
    return lines


def linked_titles(lines: list[Line]) -> list[Line]:
    """The titles under « Lire aussi » are links too, but for a last one that heads the paragraph below it."""
    index = next((i for i, line in enumerate(lines) if line.kind is Kind.PROSE), len(lines))
    while index < len(lines):
        if not _is_link_label(lines[index]):
            index += 1
            continue
        titles: list[int] = []
        after = index + 1
        while after < len(lines) and _is_linked(lines[after]):
            if _is_link_label(lines[after]):
                titles = []
            elif lines[after].kind in READABLE:
                titles.append(after)
            after += 1
        heads = after < len(lines) and lines[after].kind is Kind.PROSE and lines[after - 1].kind is Kind.SHORT
        kept = titles[-1] if heads and len(titles) > 1 else after
        for link in range(index + 1, after):
            if link != kept and lines[link].kind in READABLE:
                lines[link] = lines[link]._replace(kind=Kind.RELATED)
        index = after
    return lines


def _is_link_label(line: Line) -> bool:
    return line.kind is Kind.RELATED and tuple(words(line.text)) in vocabulary.INLINE_RELATED


def _is_linked(line: Line) -> bool:
    short = line.kind in {Kind.SHORT, Kind.SENTENCE, Kind.ITEM, Kind.INTERFACE, Kind.DATE, Kind.RELATED}
    return short and line.word_count <= _LINKED_WORDS and not ends_with_full_stop(line.text)


def linked_again(lines: list[Line]) -> list[Line]:
    """A headline between two paragraphs that the links below the text say again is such a link itself."""
    prose = [i for i, line in enumerate(lines) if line.kind is Kind.PROSE]
    if not prose:
        return lines
    below = {fold(line.text) for line in lines[prose[-1] + 1 :] if line.word_count >= _TITLE_WORDS}
    for index in range(prose[0] + 1, len(lines)):
        line = lines[index]
        again = index < prose[-1] and bool(below) and fold(line.text) in below
        if line.kind is Kind.SHORT and (again or _is_labelled_link(line)):
            lines[index] = line._replace(kind=Kind.RELATED)
    return lines


def _is_labelled_link(line: Line) -> bool:
    return line.word_count >= _TITLE_WORDS and bool(_LABELLED.match(line.text))

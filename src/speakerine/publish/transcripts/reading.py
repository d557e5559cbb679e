"""The text as it is heard: the article's paragraphs, sentence by sentence, each with its time."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from speakerine.french import sentences
from speakerine.publish.plain import one_line
from speakerine.publish.transcripts.alignment import align, squeeze
from speakerine.publish.transcripts.cues import split_cue
from speakerine.types import Cue, ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speakerine.types import Episode

_STOPS = (".", "!", "?", "…", ":", ";", ",", "»", '"', "”")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as written; when it begins to be heard, or None where it is not."""

    text: str
    start_ms: int | None = None
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of what is read; `framing` where the words are the presenter's own."""

    sentences: tuple[Sentence, ...]
    kind: ParagraphKind = ParagraphKind.TEXT
    framing: bool = False

    @property
    def start_ms(self) -> int | None:
        """When its first words are heard, or None where none of it is."""
        return next((s.start_ms for s in self.sentences if s.start_ms is not None), None)


def read_along(episode: Episode) -> tuple[Passage, ...]:
    """Return all that is written and all that is said, once, in order; times ascend within the duration.

    Cues that no paragraph holds are the presenter's. What no cue has is there without a time.
    """
    cues = _in_time(episode.cues, episode.enclosure.duration_ms)
    paragraphs = [(one_line(one.text), one.kind) for one in episode.paragraphs]
    placed = _placed([text for text, _ in paragraphs], cues)
    passages: list[Passage] = []
    for paragraph, group in groupby(placed, key=lambda item: item[0]):
        said = [sentence for _, sentence in group]
        if paragraph is None:
            passages += [Passage(part, framing=True) for part in _titles_apart(said)]
        else:
            passages.append(Passage(tuple(said), paragraphs[paragraph][1]))
    return tuple(passages)


def _in_time(cues: Iterable[Cue], duration_ms: int) -> list[Cue]:
    """Return the cues that say something, ascending, within the duration, none over the next."""
    in_order = sorted(cues, key=lambda cue: cue.start_ms)
    said = [(cue, text) for cue in in_order if (text := one_line(cue.text))]
    starts_ms = [min(max(0, cue.start_ms), duration_ms) for cue, _ in said]
    limits_ms = [*starts_ms[1:], duration_ms]
    return [
        Cue(start_ms, min(max(start_ms, cue.end_ms), limit_ms), text, one_line(cue.speaker))
        for (cue, text), start_ms, limit_ms in zip(said, starts_ms, limits_ms, strict=False)
    ]


def _placed(paragraphs: Sequence[str], cues: Sequence[Cue]) -> Iterator[tuple[int | None, Sentence]]:
    """Yield the sentences in order, each with the paragraph that it stands in, None for the presenter's."""
    written = [squeeze(text) for text in paragraphs]
    at = (0, 0)
    for cue, place in zip(cues, align(written, [squeeze(cue.text) for cue in cues]), strict=True):
        if place is not None:
            yield from _unsaid(paragraphs, written, at, (place.paragraph, place.start))
            at = (place.paragraph, place.end)
        for piece in split_cue(cue, sentences(cue.text)):
            sentence = Sentence(piece.text.replace("\n", " "), piece.start_ms, piece.speaker)
            yield None if place is None else place.paragraph, sentence
    yield from _unsaid(paragraphs, written, at, (len(paragraphs), 0))


def _unsaid(
    paragraphs: Sequence[str], written: Sequence[str], start: tuple[int, int], stop: tuple[int, int]
) -> Iterator[tuple[int, Sentence]]:
    """Yield what is written between two places, each a paragraph and how many letters into it."""
    for paragraph in range(start[0], min(stop[0] + 1, len(paragraphs))):
        first = start[1] if paragraph == start[0] else 0
        last = stop[1] if paragraph == stop[0] else len(written[paragraph])
        if first < last:
            yield paragraph, Sentence(_stretch(paragraphs[paragraph], first, last))


def _stretch(text: str, first: int, last: int) -> str:
    """Return the text from one letter to another, white space not counted."""
    letters = [at for at, letter in enumerate(text) if not letter.isspace()]
    return text[letters[first] : letters[last - 1] + 1]


def _titles_apart(said: Sequence[Sentence]) -> Iterator[tuple[Sentence, ...]]:
    """Yield the sentences in paragraphs: a title, which has no stop, stands by itself."""
    start = 0
    for at, (one, following) in enumerate(pairwise(said), start=1):
        if not one.text.endswith(_STOPS) or not following.text.endswith(_STOPS):
            yield tuple(said[start:at])
            start = at
    yield tuple(said[start:])

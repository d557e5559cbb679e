"""The text as heard, as a page writes it: clocks, speakers where they change, items in their lists."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from speakerine.publish.plain import typeset
from speakerine.publish.wording import clock
from speakerine.types import MS_PER_S, ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speakerine.publish.transcripts.reading import Passage, Sentence

FRAMING = "Présentation"


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence, its start in seconds or "", and who says it where that changes inside a passage."""

    text: str
    start_s: str
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage, its start as a clock and in seconds or "", and who says it where that changes.

    `label` stands over the first of the presenter's own words, which may be in the reader's voice.
    """

    sentences: tuple[SentenceView, ...]
    kind: ParagraphKind
    framing: bool
    clock: str
    start_s: str
    speaker: str
    label: str


@dataclass(frozen=True, slots=True)
class Group:
    """Passages in a row: the items of one list, or none of one."""

    passages: tuple[PassageView, ...]
    is_list: bool


def seconds(ms: int) -> str:
    """Return a time in seconds, as addresses and scripts have it: « 5.2 »."""
    return f"{ms / MS_PER_S:.12g}"


def passage_groups(passages: Sequence[Passage]) -> list[Group]:
    """Return the passages as the page writes them, in order."""
    grouped = groupby(_views(passages), key=lambda view: view.kind is ParagraphKind.LIST_ITEM)
    return [Group(tuple(views), is_list) for is_list, views in grouped]


def _views(passages: Iterable[Passage]) -> Iterator[PassageView]:
    speaker, framing = "", False
    for passage in passages:
        views: list[SentenceView] = []
        for sentence in passage.sentences:
            changed = sentence.speaker not in {"", speaker}
            speaker = sentence.speaker or speaker
            views.append(_sentence(sentence, speaker if changed else ""))
        yield _passage(passage, views, begins_framing=passage.framing and not framing)
        framing = passage.framing


def _sentence(sentence: Sentence, speaker: str) -> SentenceView:
    start_s = "" if sentence.start_ms is None else seconds(sentence.start_ms)
    return SentenceView(typeset(sentence.text), start_s, typeset(_name(speaker)))


def _passage(passage: Passage, views: Sequence[SentenceView], *, begins_framing: bool) -> PassageView:
    opening, *others = views
    start_ms = passage.start_ms
    return PassageView(
        sentences=(SentenceView(opening.text, opening.start_s), *others),
        kind=passage.kind,
        framing=passage.framing,
        clock="" if start_ms is None else clock(start_ms),
        start_s="" if start_ms is None else seconds(start_ms),
        speaker=opening.speaker,
        label=FRAMING if begins_framing else "",
    )


def _name(speaker: str) -> str:
    """Return the name without what stands in brackets after it."""
    return speaker.partition(" (")[0]

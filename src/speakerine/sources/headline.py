"""The title of a pasted page: the best short line above the lead."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from speakerine.sources.bylines import is_name
from speakerine.sources.dates import parse_date
from speakerine.sources.extent import Extent
from speakerine.sources.folding import fold, words
from speakerine.sources.lines import Kind, Line, ends_with_full_stop
from speakerine.sources.pitches import is_near_pitch
from speakerine.sources.vocabulary import SUMMARIES

_FARTHEST_LINES = 60
_FARTHEST_LEAD_LINES = 25
_TOP_LINES = 400
_LONGEST_WORDS = 34
_BELOW_DATE_LINES = 6
_REPEATED_WORDS = 3
_GOOD_LENGTH = (6, 22)
_FAIR_LENGTH = (4, 30)
_DERIVED_CHARS = 110
_SITE_SUFFIX = re.compile(r"\s+[|•·]\s+[^|•·]{2,40}$|\s+[-–—]\s+[A-ZÀ-Ý][^-–—|.]{1,30}$")
_POOREST = -12
_META = frozenset({Kind.BYLINE, Kind.DATE})


def find_title(lines: Sequence[Line], extent: Extent) -> int | None:
    """The index of the title's line, above the body; None where no line could be one."""
    first = max(0, extent.start - _FARTHEST_LINES)
    folded = _folded(lines, max(0, first - 1), extent.start + 2)
    best: tuple[float, int] | None = None
    between = 0.0
    for index in range(extent.start - 1, first - 1, -1):
        line = lines[index]
        if _may_be_title(line) and tuple(words(line.text)) not in SUMMARIES:
            score = _score(lines, index, folded) - between
            if best is None or score > best[0]:
                best = (score, index)
        if folded[index] == folded.get(index + 1):
            continue
        between += (
            _gap(line) if line.kind is Kind.SHORT else 6 if line.kind in {Kind.PITCH, Kind.END} else 0.3
        )
    if best is None or best[0] <= _POOREST:
        return None
    index = best[1]
    return index + 1 if folded.get(index + 1) == folded[index] and index + 1 < extent.start else index


def _folded(lines: Sequence[Line], first: int, stop: int) -> dict[int, str]:
    """The folded lines, by index, of the top of the page and of where its title may stand."""
    where = {*range(min(_TOP_LINES, len(lines))), *range(first, min(stop, len(lines)))}
    return {index: fold(lines[index].text).strip() for index in sorted(where)}


def lift_to_lead(lines: Sequence[Line], extent: Extent) -> Extent:
    """`extent` begun higher, where a share bar or a byline parts the lead from the rest."""
    dated = False
    for index in range(extent.start - 1, max(-1, extent.start - _FARTHEST_LEAD_LINES), -1):
        line = lines[index]
        if line.kind is Kind.PROSE:
            above = lines[max(0, index - 3) : index]
            titled = any(_is_headline(a) for a in above) and not is_near_pitch(line.text)
            return Extent(index, extent.stop) if titled else extent
        if line.kind in {Kind.END, Kind.DISCUSSION} or (dated and _is_headline(line)):
            return extent
        dated = dated or line.kind in _META
    return extent


def without_site(title: str, lines: Sequence[Line]) -> str:
    """`title` without « | Le Journal », where the page says the rest of it alone as well."""
    short = _SITE_SUFFIX.sub("", title)
    return short if short != title and any(line.text == short for line in lines) else title


def derived_title(text: str) -> str:
    """A title for a text that has none: its first sentence, or as many of its words as fit."""
    sentence = re.split(r"(?<=[.!?…])\s+(?=[«“\"A-ZÀ-Ý])", text, maxsplit=1)[0].rstrip(" .")
    if len(sentence) <= _DERIVED_CHARS:
        return sentence
    return sentence[:_DERIVED_CHARS].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + "…"


def _gap(line: Line) -> float:
    """How much a short line between a title and its text speaks against it: a tag less than a headline."""
    return 1 if line.word_count < _FAIR_LENGTH[0] or line.text.isupper() else 3


def _is_headline(line: Line) -> bool:
    return _may_be_title(line) and line.word_count >= _GOOD_LENGTH[0] and not is_name(line.text.rstrip("."))


def _may_be_title(line: Line) -> bool:
    if line.kind is Kind.PROSE:
        return (
            line.word_count <= _LONGEST_WORDS
            and not ends_with_full_stop(line.text)
            and line.text[-1] not in ":,;"
        )
    return (
        line.kind in {Kind.SHORT, Kind.SENTENCE}
        and line.word_count <= _LONGEST_WORDS
        and line.text[-1] not in ",;"
    )


def _score(lines: Sequence[Line], index: int, folded: Mapping[int, str]) -> float:
    line = lines[index]
    count = line.word_count
    if _GOOD_LENGTH[0] <= count <= _GOOD_LENGTH[1]:
        score = 10.0
    elif _FAIR_LENGTH[0] <= count <= _FAIR_LENGTH[1]:
        score = 7.0
    else:
        score = 3.0 if count > 1 else 0.5
    score += _shape(line)
    doubled = folded.get(index + 1) == folded[index]
    next_index = index + 2 if doubled else index + 1
    after = lines[next_index] if next_index < len(lines) else None
    if after and (
        after.kind in _META or is_name(after.text) or (after.kind is Kind.PROSE and not _may_be_title(after))
    ):
        score += 4
    score -= _below_headlines(lines, index) + _below_dated_headline(lines, index)
    if doubled:
        score += -3 if is_name(line.text) or (after and after.kind is Kind.CAPTION) else 6
    elif index and folded[index - 1] == folded[index]:
        score -= 3
    elif count >= _REPEATED_WORDS and any(
        folded[index] in other for i, other in folded.items() if i < _TOP_LINES and i != index
    ):
        score += 6
    return score


def _below_headlines(lines: Sequence[Line], index: int) -> int:
    """How much the headlines above a line speak against it: one is its title, more are a list it closes."""
    above = lines[max(0, index - 3) : index]
    near = sum(_is_headline(line) and line.text != lines[index].text for line in above[-2:])
    if not near:
        return 0
    many = sum(_is_headline(line) and line.text != lines[index].text for line in above) > 1
    return 4 if many else 8


def _below_dated_headline(lines: Sequence[Line], index: int) -> int:
    """How much it speaks against a line that a headline and its whole date stand above it."""
    for date in range(max(1, index - _BELOW_DATE_LINES), index):
        dated = lines[date].kind is Kind.DATE and _is_headline(lines[date - 1])
        if dated and parse_date(lines[date].text):
            return 6
    return 0


def _shape(line: Line) -> float:
    text = line.text
    score = 0.0
    if text.isupper():
        score -= 4
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "«“\"'"):
        score -= 2
    if line.kind is Kind.SENTENCE and ends_with_full_stop(text):
        score -= 5
    if text.endswith(":"):
        score -= 6
    if re.search(r"\s[>›»/]\s[^«]*$", text) and "«" not in text:
        score -= 6
    if "|" in text or _SITE_SUFFIX.search(text):
        score -= 2
    if is_name(text):
        score -= 5
    return score

"""A pasted page to its lines: joined where they were wrapped, parted where they were copied as one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from speakerine.sources.context import in_context
from speakerine.sources.header import is_dateline
from speakerine.sources.lines import Kind, Line, classify, ends_with_full_stop, may_be_read
from speakerine.sources.wrapping import SourceLine, split_lines, unwrap

_INVISIBLE = re.compile(
    "[\ufeff\u200b\u200c\u200e\u200f\u2060\u00ad\u202a-\u202e\u2066-\u2069\x00-\x08\x0e-\x1f\x7f]"
)

_NEWLINES = re.compile("\r\n?|[\x85\u2028\u2029\x0b\x0c]")
_LABEL = re.compile(r"(?i:(?:article )?réservé (?:aux|à nos) abonnés|abonnés?|premium)\s+(?=[«“\"A-ZÀ-Ý])")
_KICKER = re.compile(
    r"(?:Reportage|Enquête|Récit|Décryptage|Portrait|Entretien|Analyse|Factuel|Tribune|Chronique|Éditorial"
    r"|Critique|Infographie|Témoignage|Interview|Série|Exclusif|Podcast|Vidéo|Grand format)"
    r"(?=[A-ZÀ-Ý«“][\w’'\s\u00a0])"
)
"""What kind of piece it is, copied at the head of the standfirst as one word with it."""

_ADDRESS = re.compile(r"\s?<(?:https?://|mailto:)[^<>\s]{1,500}>")
_ALONE = frozenset(
    {
        "par",
        "by",
        "par :",
        "texte par",
        "texte par :",
        "article rédigé par",
        "rédigé par",
        "écrit par",
        "propos recueillis par",
        "un article de",
    }
)

_LONGEST_ALONE = 40
_NEAR_LINES = 1000


def page_lines(text: str) -> list[Line]:
    """The lines of a page with their kinds, wrapped lines joined again."""
    cleaned = _NEWLINES.sub("\n", _INVISIBLE.sub("", text))
    sources = _names_on_their_own_line(unwrap(split_lines(cleaned)))
    return in_context(
        [
            line
            for source, near in zip(sources, _near_text(sources), strict=True)
            for line in (_classified(source) if near else _as_menu(source))
        ]
    )


def _near_text(sources: Sequence[SourceLine]) -> bytearray:
    """For each line, 1 where a line that could be read is near, or the top of the page; else 0.

    Thousands of short lines in a row are a menu: no rule is asked what each of them is.
    """
    near = bytearray(len(sources))
    reached = 0
    for index in (0, *(i for i, source in enumerate(sources) if may_be_read(source.text))):
        start = max(reached, index - _NEAR_LINES)
        reached = max(start, min(index + _NEAR_LINES, len(sources)))
        near[start:reached] = b"\1" * (reached - start)
    return near


def _as_menu(source: SourceLine) -> Sequence[Line]:
    return (Line(source.text, Kind.INTERFACE, source.after_blank),)


def _classified(source: SourceLine) -> Sequence[Line]:
    """The line, or the several lines that were copied as one."""
    kicker = source.text[0].isupper() and _KICKER.match(source.text)
    if kicker:
        return _apart(source, kicker)
    label = source.text[0] in "AaRrPp" and _LABEL.match(source.text)
    if label and not ends_with_full_stop(source.text):
        return _apart(source, label)
    if "<" in source.text:
        return _without_addresses(source)
    return (classify(source.text, after_blank=source.after_blank),)


def _apart(source: SourceLine, label: re.Match[str]) -> list[Line]:
    """The line, and a subscribers' label that was copied at its head as a line of its own."""
    headline = SourceLine(source.text[label.end() :], after_blank=False)
    return [Line(label.group().strip(), Kind.INTERFACE, source.after_blank), *_without_addresses(headline)]


def _without_addresses(source: SourceLine) -> list[Line]:
    """The line, and the addresses that an e-mail wrote inside it, « <https://…> », as lines of their own."""
    addresses = _ADDRESS.findall(source.text)
    text = _ADDRESS.sub("", source.text).strip() if addresses else source.text
    lines = [classify(text, after_blank=source.after_blank)] if text else []
    return [*lines, *(Line(address.strip(), Kind.EMBED) for address in addresses)]


def _names_on_their_own_line(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """« Par », then « Jeanne Martin » on the next line: links copied apart from their text."""
    joined: list[SourceLine] = []
    waiting = False
    for line in lines:
        word = line.text.lower().rstrip(" ,") if len(line.text) <= _LONGEST_ALONE else ""
        if waiting or (
            word in {"et", "avec"} and joined and joined[-1].text.lower().startswith(("par ", "by "))
        ):
            joined[-1] = SourceLine(f"{joined[-1].text} {line.text}", joined[-1].after_blank)
            waiting = word in {"et", "avec"}
            continue
        waiting = word in _ALONE or (line.text[-1] in "-–—:" and is_dateline(line.text))
        joined.append(line)
    return joined

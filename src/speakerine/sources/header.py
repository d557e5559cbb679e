"""Who wrote a pasted article and when: read around its title and under its last line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from speakerine.sources.bylines import is_name, parse_byline
from speakerine.sources.dates import is_update_only, parse_date, parse_day, years
from speakerine.sources.extent import Extent
from speakerine.sources.lines import Kind, Line

_ABOVE_TITLE_LINES = 5
_BELOW_BODY_LINES = 4
_TITLE_AGAIN_LINES = 12
_NEAR_DATE_LINES = 2
_LONGEST_DATELINE = 110
_SIGNATURE_WORDS = 8
_AGENCY = re.compile(r"\b(?:AFP|AP|Reuters|REUTERS|ATS|Belga)\b")
_CALL = re.compile(
    r"(?:Soutenir|Voir|Lire|Suivre|Écouter|Regarder|Partager|Découvrir|Retrouver|Commenter|Réagir|Signaler|Contacter"
    r"|Télécharger|Consulter|Offrir|Gérer|Nos|Notre|Vos|Les|Des)\b"
)
"""How a button or a menu begins that is made of capitals as names are."""
_ROLE = re.compile(r"\b(?:correspondante?s?|envoyée?s?|spéciale?s?|journaliste|service|à [A-ZÀ-Ý])")
_DATELINE = re.compile(
    r"^(?P<dateline>[A-ZÀ-Ý][^.()\n]{1,70}\((?P<agency>AFP|AP|Reuters|REUTERS|ATS|Belga|BELGA|EFE|dpa|Xinhua|APS|MAP)\)\s?[-–—:]+)\s+(?=\S)"
)
_PLACE_AND_DATE = re.compile(
    r"^[A-ZÀ-Ý][\w'’ ()-]{1,40}, (?:le )?(?:[a-z]{5,8} )?\d{1,2}(?:er)? \w{3,9} \d{4}\s?(?:$|[–—-]\s|\(|\.$)"
)
"""« Rodez, le 4 mars 2031 – », as press releases open."""


@dataclass(frozen=True, slots=True)
class Header:
    """The byline and the date of an article, and the indices of the lines that said who."""

    byline: str
    published: datetime | None
    signed: frozenset[int]


@dataclass(frozen=True, slots=True)
class Dateline:
    """« Paris, 12 mai 2025 (AFP) - » at the head of a wire."""

    text: str
    agency: str


def is_dateline(text: str) -> bool:
    """Whether `text` is a dateline alone, its wire beginning on the next line."""
    return len(text) < _LONGEST_DATELINE and bool(_DATELINE.match(f"{text} …")) and text[-1] in "-–—:"


def split_dateline(text: str) -> tuple[Dateline | None, str]:
    """The dateline that opens `text`, or None, and the rest of it."""
    match = _DATELINE.match(text)
    if not match:
        return None, text
    return Dateline(match["dateline"], match["agency"]), text[match.end() :]


def read_header(lines: Sequence[Line], title: int | None, extent: Extent, second_prose: int) -> Header:
    """The byline and date that stand around the title, before the second paragraph, or under the body."""
    top = _first_given(lines, title) if title is not None else extent.start
    below = range(top + 1, second_prose)
    above = range(top - 1, max(-1, top - 1 - _ABOVE_TITLE_LINES), -1)
    under = range(extent.stop, min(len(lines), extent.stop + _BELOW_BODY_LINES))
    signed = (
        _explicit(lines, below)
        or _explicit(lines, above)
        or _by_place(lines, below)
        or _explicit(lines, under)
        or _under_body(lines, extent)
        or _explicit(lines, range(extent.start, extent.stop))
    )
    return Header(
        " et ".join(dict.fromkeys(name for name in signed.values())),
        _published(lines, [*below, *above, *under]) or _in_the_year_of_the_page(lines, [*below, *above]),
        frozenset(signed),
    )


def _first_given(lines: Sequence[Line], title: int) -> int:
    """The title's first line, where a player or a picture gives it again lower down."""
    above = range(max(0, title - _TITLE_AGAIN_LINES), title)
    return next((i for i in above if lines[i].text == lines[title].text), title)


def _explicit(lines: Sequence[Line], where: Sequence[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for index in where:
        if lines[index].kind is Kind.BYLINE and (signature := parse_byline(lines[index].text)):
            if not signature.names.startswith(("notre ", "nos ")):
                return {index: signature.names}
            found = found or {index: signature.names}
    return found


def _by_place(lines: Sequence[Line], where: Sequence[int]) -> dict[int, str]:
    """A bare name is a signature beside a date or a reading time, between the title and the text."""
    for index in where:
        text = _bare(lines[index].text)
        if lines[index].kind not in {Kind.SHORT, Kind.SENTENCE, Kind.CAPTION} or not _is_signature(text):
            continue
        near = lines[max(0, index - _NEAR_DATE_LINES) : index + _NEAR_DATE_LINES + 1]
        agency = _AGENCY.search(text) and lines[index].kind is Kind.SHORT
        if agency or any(other.kind is Kind.DATE for other in near):
            return {index: text}
    return {}


def _bare(text: str) -> str:
    """A signature without the brackets around it or the stop after it."""
    inside = text[1:-1] if text.startswith("(") and text.endswith(")") else text
    return inside.strip().rstrip(".")


def _is_signature(text: str) -> bool:
    """Whether `text` could sign: names, and no list of places or pictures."""
    listed = "," in text and not _ROLE.search(text) and not _AGENCY.search(text)
    return is_name(text) and not _CALL.match(text) and not listed and "/" not in text and "©" not in text


def _under_body(lines: Sequence[Line], extent: Extent) -> dict[int, str]:
    """A signature under the last paragraph: an agency, or a name on the very next line."""
    for index in range(extent.stop, min(len(lines), extent.stop + _NEAR_DATE_LINES)):
        text = _bare(lines[index].text)
        fits = lines[index].kind in {Kind.SHORT, Kind.CAPTION} and len(text.split()) <= _SIGNATURE_WORDS
        if fits and _is_signature(text) and (_AGENCY.search(text) or index == extent.stop):
            return {index: re.sub(r"^[Aa]vec (?:l['’])?", "", text)}
    return {}


def _published(lines: Sequence[Line], where: Sequence[int]) -> datetime | None:
    updated: datetime | None = None
    for index in where:
        line = lines[index]
        dated = line.kind in {Kind.DATE, Kind.BYLINE} or bool(_PLACE_AND_DATE.match(line.text))
        if not dated or not (when := parse_date(line.text)):
            continue
        if not is_update_only(line.text):
            return when
        updated = updated or when
    if updated is None:
        return None
    without_year = _first_day(lines, where, updated.year)
    return without_year if without_year and without_year <= updated else updated


def _in_the_year_of_the_page(lines: Sequence[Line], where: Sequence[int]) -> datetime | None:
    """The day above the text that has no year, where all that dates the page tells one and the same year."""
    dating = (line for line in lines if line.kind in {Kind.DATE, Kind.BYLINE, Kind.CAPTION})
    told = {year for line in dating for year in years(line.text)}
    return _first_day(lines, where, told.pop()) if len(told) == 1 else None


def _first_day(lines: Sequence[Line], where: Sequence[int], year: int) -> datetime | None:
    days = (
        parse_day(lines[i].text, year)
        for i in where
        if lines[i].kind is Kind.DATE and not is_update_only(lines[i].text)
    )
    return next((day for day in days if day), None)

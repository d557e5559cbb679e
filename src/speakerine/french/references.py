"""References to a place in a text: « n° 5 », « p. 12 sqq. », « art. 3 », « § 4 ».

Source: Imprimerie nationale, Lexique, « Abréviations » and « Références bibliographiques ».
"""

import re

from .abbreviation_lists import BEFORE_NUMBER
from .patterns import Pattern
from .typography import SPACE, alternatives, as_written, words

_FOLLOWING = Pattern(
    rf"(?P<lead>\b(?:pages?|articles?){SPACE}\d{{1,5}}){SPACE}(?:et{SPACE})?(?P<w>sqq?\.|s\.|ss\.)(?P<end>{SPACE}?$)?"
)
_NUMBERED = Pattern(
    rf"(?<![\w.'’-])(?P<w>{alternatives(BEFORE_NUMBER)})\."
    rf"(?:{SPACE}?(?=\d)|{SPACE}(?=[IVXL]{{1,6}}(?!\w|\.[A-Z])))",
    re.IGNORECASE,
)
_PAGES = Pattern(rf"(?<=\d)(?P<gap>{SPACE})p\.(?!{SPACE}?(?:\d|[IVXL]+\b|ex\b|c))(?P<end>{SPACE}?$)?")
_SPAN_OF_PAGES = Pattern(rf"(?<![\w.'’-])p\.{SPACE}?(?=\d{{1,5}}{SPACE}?[-–]{SPACE}?\d)")
_PER_HUNDRED = Pattern(rf"(?<=\d){SPACE}(?:p\.{SPACE}?(?:100|cent)|pct|pc)(?!\w)")
_NOT_OURS = (
    rf"(?![Nn]os{SPACE}\d(?:{SPACE}?\d){{0,9}}{SPACE}"
    r"(?!(?:sont|seront|ont|avaient|étaient|dans|rue|avenue)\b)[a-zà-ÿ]{3})"
)
_NUMBER_SIGN = Pattern(
    rf"(?<![\w.]){_NOT_OURS}(?P<w>[Nn])(?:[°ºᵒ]|o)(?P<s>s?)(?:{SPACE}?(?=\d)|{SPACE}(?=[IVXL]+\b)|(?P<alone>"
    rf"(?=[ .,;)]|$)))|№{SPACE}?"
)
_NUMBER_O = Pattern(rf"(?<!\w){_NOT_OURS}(?P<w>[Nn])os?{SPACE}(?=\d)")
_FORMAT = Pattern(r"\bin-(?P<n>4|8)(?:°|o\b)")
_FORMATS = {"4": "in-quarto", "8": "in-octavo"}
_SPOON = Pattern(r"(?<=\d )c(?:à|\.à\.?)(?P<w>[sc])\b\.?")
_OUT_OF = Pattern(rf"\b(?P<some>\d{{1,3}}{SPACE}[^\W\d_]{{4,20}})/(?=\d{{1,3}}(?![\w/,.]))")
_SEVERAL_BEFORE = Pattern(rf"\b(?:les|des|aux|ces){SPACE}\Z", re.IGNORECASE)
_INVARIABLE = frozenset(words("pages environ vers circa maximum minimum vendredi mercredi téléphone"))
_SUBPARAGRAPH = Pattern(r"(?<=paragraphe )(\d{1,3})\.(?=\d{1,2}(?!\d))")
_YEARS_OF_STUDY = Pattern(r"(?<=[Bb]ac\+)(\d)/(?=\d\b)|(?<=[Bb]ac \+ )(\d)/(?=\d\b)")
_PER_WEEK = Pattern(r"/sem\b\.?(?P<end>$)?")
_PARAGRAPH = Pattern(rf"(?P<s>§§?){SPACE}?(?=\d|[IVX]|$|\w)")


def say_references(text: str) -> str:
    """« n° 5 » → « numéro 5 », « p. 12-15 » → « pages 12-15 », « § 3 » → « paragraphe 3 ».

    « nos 3 et 4 » are numbers, « nos 3 enfants » are ours.
    """
    text = _PAGES.sub(
        lambda m: m["gap"] + "pages" + "." * (m["end"] is not None), _PER_HUNDRED.sub(" %", text)
    )
    text = _NUMBERED.sub(_say_numbered, _SPAN_OF_PAGES.sub("pages ", text))
    text = _FORMAT.sub(lambda m: _FORMATS[m["n"]], text)
    text = _NUMBER_SIGN.sub(_say_number_sign, text)
    text = _NUMBER_O.sub(lambda m: as_written(m["w"], "numéro") + " ", text)
    text = _OUT_OF.sub(r"\g<some> sur ", text)
    text = _SPOON.sub(r"c. à \g<w>.", text)
    text = _PER_WEEK.sub(lambda m: "/semaine" + "." * (m["end"] is not None), text)
    text = _FOLLOWING.sub(_say_following, text)
    text = _PARAGRAPH.sub(lambda m: "paragraphe" + "s" * (len(m["s"]) - 1) + " ", text)
    text = _YEARS_OF_STUDY.sub(r"\1\2 ou ", text)
    return _SUBPARAGRAPH.sub(r"\1 point ", text)


def _say_numbered(match: re.Match[str]) -> str:
    """« art. 5 » → « article 5 », « les art. 5 et 6 » → « les articles 5 et 6 »."""
    word = BEFORE_NUMBER[match["w"].lower()]
    return f"{as_written(match['w'], word)}{_plural_after(match) * (word not in _INVARIABLE)} "


def _plural_after(match: re.Match[str]) -> str:
    return "s" * bool(_SEVERAL_BEFORE.search(match.string[max(0, match.start() - 5) : match.start()]))


def _say_number_sign(match: re.Match[str]) -> str:
    if match[0].startswith("№"):
        return "numéro "
    if match[0][1:2] == "o" and not match["s"] and match["alone"] is not None:
        return match[0]
    if match[0][1:2] == "o" and match["alone"] is not None:
        return match[0]
    word = as_written(match["w"], "numéro") + (match["s"] or _plural_after(match))
    return word if match["alone"] is not None else word + " "


def _say_following(match: re.Match[str]) -> str:
    """« pages 12 sqq. » → « pages 12 et suivantes »."""
    gender = "ants" if match["lead"].startswith("a") else "antes"
    number = "" if match["w"] == "sq." else "s"
    return f"{match['lead']} et suiv{gender.removesuffix('s')}{number}{'.' * (match['end'] is not None)}"

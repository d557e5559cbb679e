"""References to a place in a text: « n° 5 », « p. 12 sqq. », « art. 3 », « § 4 ».

Source: Imprimerie nationale, Lexique, « Abréviations » and « Références bibliographiques ».
"""

import re

from .nouns_too import FORMER_LOVE
from .patterns import Pattern
from .reference_lists import BEFORE_NUMBER, WORDS_TOO
from .typography import alternatives, as_written, words

_FOLLOWING = Pattern(
    r"(?P<lead>\b(?:pages?|[Aa]rticles?) (?:[LRD]\.? ?)?\d{1,5}(?:-\d{1,4}){0,3}) (?:et )?(?P<w>sqq?\."
    r"|s\.|ss\.)(?P<end>(?= ?$))?"
)
_NUMBERED = Pattern(
    rf"(?<![\w.'’-])(?P<w>{alternatives(BEFORE_NUMBER)})\."
    r"(?: ?(?=\d)| (?=(?-i:[IVXL]{1,6})(?!\w|\.[A-Z]|\. ?:)))",
    re.IGNORECASE,
)
_PAGES = Pattern(r"(?<=\d)(?P<gap> )p\.(?! ?(?:\d|[IVXL]+\b|ex\b|c))(?P<end>(?= ?$))?")
_SPAN_OF_PAGES = Pattern(r"(?<![\w.'’-])p\. ?(?=\d{1,5} ?[-–] ?\d)")
_PER_HUNDRED = Pattern(r"(?<=\d) (?:p\. ?(?:100|cent)|pct|pc)(?!\w)")
_NOT_OURS = (
    r"(?![Nn]os \d(?: ?\d){0,9} "
    r"(?!(?:sont|seront|ont|avaient|étaient|dans|rue|avenue)\b)[a-zà-ÿ]{3})"
)
_NUMBER_SIGN = Pattern(
    rf"(?<![\w.]){_NOT_OURS}(?P<w>[Nn])(?:[°ºᵒ]|o)(?P<s>s?)(?: ?(?=\d)| (?=[IVXL]+\b)|(?P<alone>"
    "(?=[ .,;)]|$)))|№ ?"
)
_NUMBER_O = Pattern(rf"(?<!\w){_NOT_OURS}(?P<w>[Nn])os? (?=\d)")
_FORMAT = Pattern(r"\b[iI]n-(?P<n>4|8)(?:°|o\b)")
_FORMATS = {"4": "in-quarto", "8": "in-octavo"}
_CIRCA = Pattern(
    r"(?P<w>[Cc]a?)(?<![\w.]c)(?<![\w.]C)(?<![\w.][cC]a)\.? (?=(?:1[0-9]|20)\d\d(?!\d|,\d"
    r"| (?:\d|[a-zà-ÿ]{3,}s\b)))"
    r"|[Cc]a\.(?<![\w.]...) (?=\d)"
)
_AT_HEAD = Pattern(r"(?:^|[.:;(,–—-] ?)\Z")
_PSALM = Pattern(
    r"(?:[Pp]saumes?|[Éé]vangile|Genèse|Exode|Matthieu|Marc|Luc|Jean"
    r"|[Ss]ourate|Coran|chapitre) \d{1,3}[,:]? \Z"
)
_SEAT = Pattern(r"\b(?:voit\.|(?:voiture|train|wagon|rang)\b)[^.;]{0,24}\Z")
_NOTE_AFTER = Pattern(
    r"(?:\b(?:[Ii]nfra|[Ss]upra)|\b[Cc]hap(?:itre|\.) ?[\dIVXL]{1,6}"
    r"|\b(?:[Pp]ages?|[Pp]\.) ?\d{1,4}(?: ?[-–] ?\d{1,4})?), \Z"
)
_LEAF = Pattern(r"(?<!\w)f°s? ?(?=\d)")
_SIDE = Pattern(r"(?<=\d) ?(?P<side>[vr])°(?!\w)")
_COPY = Pattern(r"(?<!\w)ex\. (?P<n>n°|no) ?(?P<a>\d{1,4})/(?P<b>\d{1,4})(?![\w/])")
_EXERCISES = Pattern(r"(?<!\w)[Ee]x\. (?P<n>\d{1,3}(?:(?:, | et |-)\d{1,3}){0,4})(?=,? p\. ?\d)")
_COUNTED_NOUN = Pattern(r"\d+ [a-zà-ÿœ]{3,}s\b")
_BEFORE_TIME = Pattern(r"(?<![\w.])(?P<w>[Aa])v\. (?=\d{1,3} ?(?:h|ans|mois|jours|min|semaines)(?!\w))")
_POINTED = Pattern(r"(?P<lead>\b(?:n[o°º]s? ?|numéros? ))(?P<n>\d{1,4}(?:\.\d{1,4}){2,4})(?![\w]|[.,]\d)")
_UNDOTTED = Pattern(r"(?<![\w.’'-])(?<!\d )(?P<w>apt|appt|bte|pt|pts|sc) (?=\d{1,3}(?![\w/]|[.,]\d))")
_UNDOTTED_WORDS = {
    "apt": "appartement",
    "appt": "appartement",
    "bte": "boîte",
    "pt": "point",
    "pts": "points",
    "sc": "scène",
}
_OUT_OF = Pattern(r"\b(?P<some>\d{1,3} (?!kcal)[^\W\d_]{4,20})/(?=\d{1,3}(?![\w/]|[,.]\d))")
_SEVERAL_BEFORE = Pattern(r"\b(?:les|des|aux|ces) \Z", re.IGNORECASE)
_INVARIABLE = frozenset(words("pages environ vers maximum minimum vendredi mercredi téléphone"))
_SUBPARAGRAPH = Pattern(r"(?<=paragraphe )(\d{1,3})\.(?=\d{1,2}(?!\d))")
_YEARS_OF_STUDY = Pattern(r"(?<=[Bb]ac\+)(\d)/(?=\d\b)|(?<=[Bb]ac \+ )(\d)/(?=\d\b)")
_PER_WEEK = Pattern(r"(?:(?<=\d j)\.|(?<=\d h)\.)?/sem\b\.?(?P<end>$)?")
_PARAGRAPH = Pattern(r"(?P<s>§§?) ?(?=\d|[IVX]|$|\w)")


def say_references(text: str) -> str:
    """« n° 5 » → « numéro 5 », « p. 12-15 » → « pages 12-15 », « § 3 » → « paragraphe 3 ».

    « nos 3 et 4 » are numbers, « nos 3 enfants » are ours.
    """
    text = _say_seldom(text)
    text = _COPY.sub(r"exemplaire numéro \g<a> sur \g<b>", text)
    text = _EXERCISES.sub(lambda m: f"exercice{'s' * (not m['n'].isdigit())} {m['n']}", text)
    text = _PAGES.sub(
        lambda m: m["gap"] + "pages" + "." * (m["end"] is not None), _PER_HUNDRED.sub(" %", text)
    )
    text = _NUMBERED.sub(_say_numbered, _SPAN_OF_PAGES.sub("pages ", text))
    text = _FORMAT.sub(lambda m: as_written(m[0], _FORMATS[m["n"]]), text)
    text = _NUMBER_SIGN.sub(_say_number_sign, text)
    text = _NUMBER_O.sub(lambda m: as_written(m["w"], "numéro") + " ", text)
    text = _OUT_OF.sub(r"\g<some> sur ", text)
    text = _PER_WEEK.sub(lambda m: "/semaine" + "." * (m["end"] is not None), text)
    text = _FOLLOWING.sub(_say_following, text)
    text = _PARAGRAPH.sub(lambda m: "paragraphe" + "s" * (len(m["s"]) - 1) + " ", text)
    text = _YEARS_OF_STUDY.sub(r"\1\2 ou ", text)
    return _SUBPARAGRAPH.sub(r"\1 point ", text)


def _say_seldom(text: str) -> str:
    """« ca 1450 » → « vers 1450 », « av. 8 h » → « avant 8 h », « apt 4 », « n° 23.04.12 »."""
    if "a " in text or "c. " in text or "C. " in text or "a. " in text:
        text = _CIRCA.sub(_say_circa, text)
    if "v. " in text:
        text = _BEFORE_TIME.sub(lambda m: as_written(m["w"], "avant") + " ", text)
    if "t " in text or "s " in text or "c " in text or "bte " in text:
        text = _UNDOTTED.sub(lambda m: _UNDOTTED_WORDS[m["w"]] + " ", text)
    if "°" in text:
        text = _SIDE.sub(lambda m: " verso" if m["side"] == "v" else " recto", _LEAF.sub("folio ", text))
    if "uméro" in text or "°" in text:
        text = _POINTED.sub(lambda m: m["lead"] + m["n"].replace(".", " point "), text)
    return text


def _say_numbered(match: re.Match[str]) -> str:
    """« art. 5 » → « article 5 », « les art. 5 et 6 » → « les articles 5 et 6 »."""
    written = match["w"].lower()
    word = BEFORE_NUMBER[written]
    before = match.string[max(0, match.start() - 30) : match.start()]
    if written == "v" and _PSALM.search(before):
        word = "verset"
    if written == "n" and _NOTE_AFTER.search(before):
        word = "note"
    if written == "pl" and _SEAT.search(before):
        word = "place"
    if match["w"] == "Max" and not _AT_HEAD.search(match.string[max(0, match.start() - 3) : match.start()]):
        return match[0]
    if written == "ex" and FORMER_LOVE.search(before):
        return match[0]
    if written in WORDS_TOO and _COUNTED_NOUN.match(match.string, match.end()):
        return match[0]
    return f"{as_written(match['w'], word)}{_plural_after(match) * (word not in _INVARIABLE)} "


def _say_circa(match: re.Match[str]) -> str:
    """« ca 1450 » → « vers 1450 », « ca. 20 km » → « environ 20 km »."""
    if match["w"] is None:
        return "environ "
    return as_written(match["w"], "vers") + " "


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
    gender = "ants" if match["lead"][0] in "aA" else "antes"
    number = "" if match["w"] == "sq." else "s"
    return f"{match['lead']} et suiv{gender.removesuffix('s')}{number}{'.' * (match['end'] is not None)}"

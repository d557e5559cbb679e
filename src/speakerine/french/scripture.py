"""References to the Bible and the Koran: Jn 3, 16; Mt 5, 3-12; 1 Co 13, 4-7; Ps 22.

Source: La Bible de Jérusalem, « Sigles des livres bibliques »; the liturgy says chapter, then verses.
"""

import re

from .numbers import say
from .patterns import Pattern
from .typography import by_initial, words

BOOKS = {
    "Gn": "Genèse",
    "Ex": "Exode",
    "Lv": "Lévitique",
    "Nb": "Nombres",
    "Dt": "Deutéronome",
    "Jos": "Josué",
    "Jg": "Juges",
    "Rt": "Ruth",
    "Jb": "Job",
    "Ps": "Psaume",
    "Pr": "Proverbes",
    "Qo": "Ecclésiaste",
    "Ct": "Cantique des cantiques",
    "Sg": "Sagesse",
    "Si": "Siracide",
    "Is": "Isaïe",
    "Jr": "Jérémie",
    "Lm": "Lamentations",
    "Ez": "Ézéchiel",
    "Dn": "Daniel",
    "Os": "Osée",
    "Jl": "Joël",
    "Am": "Amos",
    "Jon": "Jonas",
    "Mi": "Michée",
    "Ha": "Habacuc",
    "Za": "Zacharie",
    "Ml": "Malachie",
    "Mt": "Matthieu",
    "Mc": "Marc",
    "Lc": "Luc",
    "Jn": "Jean",
    "Ac": "Actes",
    "Rm": "Romains",
    "Ga": "Galates",
    "Ep": "Éphésiens",
    "Ph": "Philippiens",
    "Col": "Colossiens",
    "He": "Hébreux",
    "Jc": "Jacques",
    "Ap": "Apocalypse",
}
EPISTLES = {
    "Co": "aux Corinthiens",
    "Th": "aux Thessaloniciens",
    "Tm": "à Timothée",
    "P": "de Pierre",
    "Jn": "de Jean",
}
_ALONE = frozenset(words("Co Th Tm Jn"))
"""Those that are sure without verses: « 1 Co 13 »."""

_RANKS = {"1": "première épître", "2": "deuxième épître", "3": "troisième épître"}
_VERSES = (
    r"(?:, ?|[:.])(?P<from>\d{1,3})(?: ?[-–] ?(?P<until>\d{1,3}))?[abc]?"
    r"(?![\w/]|[,.:]\d)"
)
_ALSO_WORDS = frozenset(words("Ex Nb Pr Si Is Os Am Mi Ha Ac Ga Ep Col He"))
_WITHIN = ("en ", "En ")
"""« en Ex 20 »: a chapter."""
_CITED = ("(", "; ")
_CLOSED = Pattern(" ?[);.,]|$")
_REFERENCE = Pattern(
    rf"(?<![\w.])(?:(?P<rank>[123]) (?P<epistle>{'|'.join(EPISTLES)})|(?P<book>{by_initial(BOOKS)}))"
    rf" (?P<chapter>\d{{1,3}})(?:{_VERSES}|(?:[-–](?P<until_chapter>\d{{1,3}})(?=[);]))?(?![\w/]|[,.:]\d))"
)
NAMED = frozenset(name for name in BOOKS.values() if " " not in name)
"""The books whose name is one word."""
_NAMED = Pattern(
    rf"(?<!\w)(?P<name>{'|'.join(sorted(NAMED))})s? (?P<chapter>\d{{1,3}}):(?P<from>\d{{1,3}})"
    r"(?: ?[-–] ?(?P<until>\d{1,3}))?(?![\w/]|[.,:]\d)"
)
_PSALM = Pattern(r"(?<!\w)Ps (?=\d{1,3}(?!\w|[,.]\d))")


def say_scripture(text: str) -> str:
    """« (Mt 5, 3-12) », « Matthieu 5:3-12 » → « Matthieu cinq, trois à douze », « Ps 22 » → « Psaume 22 »."""
    text = _NAMED.sub(_say_named, text)
    return _PSALM.sub("Psaume ", _REFERENCE.sub(_say_reference, text))


def _say_named(match: re.Match[str]) -> str:
    """« Actes 2:42 » → « Actes deux, quarante-deux »."""
    return f"{match['name']} {say(match['chapter'])}, {_verses(match)}"


def _verses(match: re.Match[str]) -> str:
    return say(match["from"]) + (f" à {say(match['until'])}" if match["until"] else "")


def _say_reference(match: re.Match[str]) -> str:
    """« 1 Co 13, 4 » → « première épître aux Corinthiens treize, quatre »; « Si 2, 3 » may be words."""
    if match["book"] and not match["from"] and match.string.endswith(_WITHIN, 0, match.start()):
        return f"{BOOKS[match['book']]} {say(match['chapter'])}"
    if match["book"] in _ALSO_WORDS and not (
        match.string.endswith(_CITED, 0, match.start()) and _CLOSED.match(match.string, match.end())
    ):
        return match[0]
    book = BOOKS[match["book"]] if match["book"] else f"{_RANKS[match['rank']]} {EPISTLES[match['epistle']]}"
    if not match["from"]:
        cited = match["until_chapter"] and match.string.endswith(_CITED, 0, match.start())
        if not cited and match["epistle"] not in _ALONE:
            return match[0]
        until = f" à {say(match['until_chapter'])}" if cited else ""
        return f"{book} {say(match['chapter'])}{until}"
    return f"{book} {say(match['chapter'])}, {_verses(match)}"

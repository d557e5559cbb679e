"""Ordinals: 1er, 1re, 2e, 2nd, 3ème, 100es.

Source: Imprimerie nationale, Lexique, « Ordinaux » (1er, 1re, 2e, 2d, 2de); the press's 1ère, 2ème
and 2nd are heard the same.
"""

import re

from .numbers import cardinal
from .patterns import Pattern
from .typography import words

_STEMS = {"cinq": "cinqu", "neuf": "neuv"}
_ORDINAL = Pattern(
    r"(?<![\w.,])(?<![A-Z]{2}-)(?P<n>[1-9]\d{0,2}(?: \d{3}){1,4}|\d{1,12})(?P<end>"
    r"ers?|[èe]res?|res?|nde?s?|de?s?|i?[èeé]mes?|es?|è|°"
    r"|(?:ER|[EÈ]?RE|ND|NDE|[EÈ]ME|E)S?(?= [A-ZÀ-Ý]{2}))(?![\w'’])"
)
_ENGLISH = dict(
    enumerate(
        words(
            "fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
            "sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        start=4,
    )
)
_ENGLISH_RANK = Pattern(r"(?<![\w.,])(?P<n>[4-9]|1\d|20)th(?= [A-Z][a-z])")
_SPACED = Pattern(r"(?<![\w.,])(\d{1,3}) (er|ère|ème)(?!\w)")
_LATIN = {1: "primo", 2: "secundo", 3: "tertio", 4: "quarto", 5: "quinto"}
_CLASS = Pattern(r"(?P<n>[3-6]e)(?<![\w.,]..)(?P<form>[A-K]|[1-9])(?![\w°]|[.,]\d)")
_BRACKETED = Pattern(r"(?<![\w.,])(?P<n>[1-9]|1\d)°\)(?= |$)")
_LISTED = Pattern(r"(?<![\w.,])(?P<n>[1-9]|1\d)°(?= ?(?:[;:,.]|et\b|ou\b|du\b|de la\b|$))")
_DEGREE = Pattern(r"(?<![\w.,])(?P<n>[1-9])°(?![\w'’])(?! ?(?:[CFNSEO](?!\w)|\d))")
_IN_A_LIST = Pattern(r"(?<!\w)1°(?:[;,]| (?:;|et|ou)|[^°]{3,80}[;.,:]) 2°")
_OF_WEATHER = Pattern(
    r"(?i:\b(?:il|où) (?:y |ne )?f(?:ait|era|aisait)\b|\bfait (?:encore |déjà |bon )?[-−\d]"
    r"|température|degré|minim|maxim|°C|thermomètre|angle|pente|celsius|fahrenheit)"
)
_OF_THE_LAW = Pattern(
    r"(?<![\w.,])(?P<n>[1-9]|1\d)°(?= d(?:u|es?|e l[a'’]|e l['’])? ?(?:[IVX]{1,4}\b"
    r"|l['’]art|l['’]al|présent)| bis\b)"
)
_DEGREES = Pattern(r" (?:de|d['’]|à|au|en|et|sous|ce|pour|dans)\b")
_POINT = Pattern(r" [A-Z](?!\w)")
_FIRST = Pattern(r"ers?|[èe]res?|res?")
_SECOND = Pattern(r"nde?s?|de?s?")
_NOUNS = ("million", "milliard", "billion")


def ordinal(number: int) -> str:
    """Say a rank: 1 → « premier », 21 → « vingt et unième », 80 → « quatre-vingtième »."""
    if number == 1:
        return "premier"
    words = cardinal(number, rank=True)
    head, hyphen, last = words.rpartition("-")
    if not hyphen:
        head, hyphen, last = words.rpartition(" ")
    last = _STEMS.get(last, last.removesuffix("e"))
    if last.startswith(_NOUNS):
        last = last.removesuffix("s")
        head, hyphen = ("", "") if head == "un" else (head, hyphen)
    return f"{head}{hyphen}{last}ième"


def say_ordinals(text: str) -> str:
    """Ordinals in figures: « le 21e étage » → « le vingt et unième étage »."""
    text = _ENGLISH_RANK.sub(lambda m: _ENGLISH[int(m["n"])].capitalize(), text)
    text = _CLASS.sub(r"\g<n> \g<form>", _SPACED.sub(r"\1\2", text))
    if "°" in text:
        text = _say_list_marks(text)
    return _ORDINAL.sub(_say, text)


def in_a_list(number: int) -> str:
    """« primo », « tertio », from six on « sixièmement »."""
    return _LATIN.get(number) or f"{ordinal(number)}ment"


def _say_list_marks(text: str) -> str:
    """« 1°) » → « primo, », « 1° ; 2° » → « primo ; secundo », « le 3° du I » → « le tertio du I »."""
    text = _BRACKETED.sub(_say_bracketed, text)
    if _OF_WEATHER.search(text):
        return _DEGREE.sub(lambda m: f"{m['n']} degré{'s' * (m['n'] != '1')}", text)
    if _IN_A_LIST.search(text):
        text = _LISTED.sub(lambda m: in_a_list(int(m["n"])), text)
    return _OF_THE_LAW.sub(lambda m: in_a_list(int(m["n"])), text)


def _say_bracketed(match: re.Match[str]) -> str:
    """« 1°) » → « primo, »; « (12°) » and « (à -15°) » are degrees."""
    before = match.string[max(0, match.start() - 120) : match.start()]
    if before.count("(") > before.count(")") or before.endswith(("-", "−", "–")):
        return match[0]
    return in_a_list(int(match["n"])) + ","


def _say(match: re.Match[str]) -> str:
    number, end = int("".join(match["n"].split())), match["end"].lower()
    if number == 0:
        return match[0]
    if end == "°":
        return _LATIN.get(number, match[0]) if _opens_a_list(match) else match[0]
    plural = "s" * end.endswith("s")
    if number == 1 and _FIRST.fullmatch(end):
        return ("première" if end.removesuffix("s").endswith("e") else "premier") + plural
    if _SECOND.fullmatch(end):
        return _second(number, end) + plural or match[0]
    return ordinal(number) + plural


def _second(number: int, end: str) -> str:
    if number != len(("premier", "second")):
        return ordinal(number) if end.startswith("n") else ""
    return "seconde" if "e" in end else "second"


def _opens_a_list(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 2) : match.start()].strip()
    after = match.string[match.end() : match.end() + 2]
    if _DEGREES.match(match.string, match.end()):
        return False
    opens = (before == "" and match.start() == 0) or before in (":", ";")
    if opens and after[:1] == " " and after[1:].isupper():
        return not _POINT.match(match.string, match.end())
    return before in ("", ";", ":", ",", "(") and after[:1] == " " and after[1:].islower()

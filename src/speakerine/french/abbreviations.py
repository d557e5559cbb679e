"""Abbreviations: M., Mme, Dr, St-Denis, n° 5, p. 12, av. J.-C., etc., c.-à-d.

Source: Imprimerie nationale, Lexique, « Abréviations »; OQLF, « Abréviations courantes ».
"""

import re

from .abbreviation_lists import ANYWHERE, BEFORE_NAME, BEFORE_NUMBER, PLACES
from .patterns import Pattern
from .typography import LOWER, SPACE, UPPER, alternatives, by_initial, words

_PLAIN_TITLES = [title for title in BEFORE_NAME if title not in words("M MM Me Mes Col Fr Gal Prof Sr Bx")]
_TITLE = Pattern(
    rf"(?<![\w.’-])(?<!Louis )(?<![A-Z] )(?<!monsieur )(?<!M\. )(?<![A-Z]\. )(?:(?P<m>MM?)\.|"
    rf"(?P<t>{alternatives(_PLAIN_TITLES)}"
    rf")\.?|(?P<d>Col|Gal|Prof|Gén)\.|(?P<me>Mes?))"
    rf"(?P<gap>{SPACE}?)(?=[{UPPER}]|(?:et|ou){SPACE}M(?:me|lle|\.)|(?:l[ea]s?{SPACE}|l['’])(?:[a-zà-ÿ]))"
)
_COUPLE = Pattern(rf"(?<![\w.])Mr?{SPACE}(et|ou){SPACE}(?=M(?:me|lle)\b)")
_ME_VERBS = Pattern(rf"{SPACE}?(?:Too|Myself|First)\b")
_TITLE_ALONE = Pattern(r"(Drs?|Prs?|Mgr)\.?")
_MESSRS = Pattern(rf"(?<![\w.])MM(?=\.?$|\.[ ,]|{SPACE}(?:les\b|[{UPPER}][{LOWER}]))")
_CIVIL = {
    "Mme": "madame",
    "Mmes": "mesdames",
    "Mlle": "mademoiselle",
    "Mlles": "mesdemoiselles",
    "MMmes": "mesdames",
    "Mrs": "misses",
}
_ALWAYS = Pattern(r"(?<![\w.])(Mmes?|Mlles?)\.?(?!\w)(?P<end>)")
_SAINT = Pattern(
    rf"(?<![\w.])(?P<s>[Ss]te?s?|S[tT]E?S?)(?P<dot>\.?)(?P<gap>[-{SPACE[1:-1]}])"
    rf"(?=[{UPPER}][{LOWER}'’{UPPER}])"
)
_SAINTS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
_NUMBERED = Pattern(
    rf"(?<![\w.'’-])(?P<w>{alternatives(BEFORE_NUMBER)})\.{SPACE}?(?=\d|[IVXL]{{1,6}}\b)", re.IGNORECASE
)
_NUMBER_SIGN = Pattern(
    rf"(?<![\w.])(?P<w>[Nn])(?:[°ºᵒ]|o)(?P<s>s?)(?:{SPACE}?(?=\d)|{SPACE}(?=[IVXL]+\b)|(?P<alone>"
    rf"(?=[ .,;)]|$)))|№{SPACE}?"
)
_NUMBER_O = Pattern(rf"(?<!\w)(?P<w>[Nn])os?{SPACE}(?=\d)")
_PARAGRAPH = Pattern(rf"(?P<s>§§?){SPACE}?(?=\d|[IVX]|$|\w)")
_NOT_LOWERED = frozenset(("ste.", "st.", "cad"))
_ONLY_CASED = frozenset(words("bd bld bvd fg rte nb jr mio mrd mds qcm cce"))
_DICTIONARY = {key: said for key, said in ANYWHERE.items() if key not in _NOT_LOWERED}
_DOTLESS = [form for key in _DICTIONARY if "." not in key for form in (key, key.upper(), key.capitalize())]
ABBREVIATED = (
    r"[^\W\d]\.[ \u00a0]?[^\s»”\")]|etc\.|[cC]\.|[cC]ie\b|hab\.|max\.|min\.|env\.|arr\.|réf\.|\d.{0,6}"
    r"(?:pl|r|all|ch|q) |" + rf"\b(?:"
    rf"{by_initial(_DOTLESS)}"
    rf")\b"
)
"""What a sentence must have for `say_abbreviations` to find something in it."""
_DICT_RE = Pattern(rf"(?<![\w.@/-])(?:{alternatives(_DICTIONARY)})(?![\w@]|-\w)", re.IGNORECASE)
_PLACE = Pattern(
    rf"(?<=\d)(?P<c>,?{SPACE}|{SPACE}bis,?{SPACE})(?P<w>pl|r|all|ch|rte|imp|av|bd|q)\.?{SPACE}(?="
    rf"(?:d[eu]{SPACE}|de la{SPACE}|des{SPACE}|d['’]|l['’])?[{UPPER}])"
)
_ENDS_SENTENCE = Pattern(rf"{SPACE}*(?:$|[»”\"]|{SPACE}[{UPPER}«])")
_MAY_END = (
    "etc.",
    "j.-c.",
    "j.c.",
    "cie.",
    "hab.",
    "svp",
    "s.v.p.",
    "arr.",
    "dép.",
    "max.",
    "env.",
    "éd.",
    "sqq.",
    "suiv.",
    "pers.",
    "n.d.l.r.",
    "ibid.",
    "id.",
    "univ.",
    "jr.",
    "op. cit.",
    "loc. cit.",
    "apr.",
    "min.",
    "w.-e.",
    "q.g.",
)


def say_titles(text: str) -> str:
    """« M. Roy, le Dr Martin » → « monsieur Roy, le docteur Martin »; « St-Denis » → « Saint-Denis »."""
    if alone := _TITLE_ALONE.fullmatch(text):
        return BEFORE_NAME[alone[1]]
    text = _COUPLE.sub(r"monsieur \1 ", text)
    text = _TITLE.sub(_say_title, text)
    text = _MESSRS.sub("messieurs", text)
    text = _ALWAYS.sub(lambda m: _CIVIL[m[1]], text)
    return _SAINT.sub(_say_saint, text)


def say_references(text: str) -> str:
    """« n° 5 » → « numéro 5 », « pp. 12-15 » → « pages 12-15 », « § 3 » → « paragraphe 3 »."""
    text = _NUMBERED.sub(lambda m: _as_written(m["w"], BEFORE_NUMBER[m["w"].lower()]) + " ", text)
    text = _NUMBER_SIGN.sub(_say_number_sign, text)
    text = _NUMBER_O.sub(lambda m: _as_written(m["w"], "numéro") + " ", text)
    return _PARAGRAPH.sub(lambda m: "paragraphe" + "s" * (len(m["s"]) - 1) + " ", text)


def say_abbreviations(text: str) -> str:
    """« etc. » → « et cetera », « 12, av. Foch » → « 12, avenue Foch »."""
    text = _PLACE.sub(lambda m: f"{m['c']}{PLACES[m['w']]} ", text)
    return _DICT_RE.sub(_say_dotted, text)


def _say_title(match: re.Match[str]) -> str:
    title = match["m"] or match["t"] or match["d"] or match["me"]
    following = match.string[match.end() : match.end() + 1]
    couple = match.string.startswith(("et M", "ou M"), match.end())
    if title not in ("M", "MM") and not (following.isupper() or couple):
        return match[0]
    if match["me"] and (not match["gap"] or _ME_VERBS.match(match.string, match.end())):
        return match[0]
    if match["t"] and not match["gap"]:
        return match[0]
    return BEFORE_NAME[title] + (match["gap"] or " ")


def _say_saint(match: re.Match[str]) -> str:
    written = match["s"]
    if written.islower() and match["gap"] != "-":
        return match[0]
    spoken = _SAINTS[written.lower()]
    return (spoken if written.islower() else spoken.capitalize()) + match["gap"]


def _say_number_sign(match: re.Match[str]) -> str:
    if match[0].startswith("№"):
        return "numéro "
    if match[0][1:2] == "o" and not match["s"] and match["alone"] is not None:
        return match[0]
    if match[0][1:2] == "o" and match["alone"] is not None:
        return match[0]
    word = _as_written(match["w"], "numéro") + match["s"]
    return word if match["alone"] is not None else word + " "


def _say_dotted(match: re.Match[str]) -> str:
    written = match[0]
    key = written.lower()
    if key in _ONLY_CASED and written.isupper():
        return "nota bene" if written == "NB" else written
    spoken = _DICTIONARY[key]
    if key in _MAY_END and written.endswith(".") and _ENDS_SENTENCE.match(match.string, match.end()):
        return _as_written(written, spoken) + "."
    return _as_written(written, spoken)


def _as_written(written: str, spoken: str) -> str:
    """With a capital where there was one: « Cf. » → « Confer »."""
    if (
        written[0].isupper()
        and (len(written) == 1 or not written.isupper())
        and spoken != "compagnie"
        and spoken[0].islower()
    ):
        return spoken[0].upper() + spoken[1:]
    return spoken

"""Fractions, marks out of twenty, proportions: 1/2, 2/9, 15/20, 1 1/2, ¾, 1/4 de finale.

Source: Académie française: demi, tiers and quart, then the ordinal (deux neuvièmes); a mark, a rate
or a proportion is said « sur » (quinze sur vingt).
"""

import re

from .gender import is_feminine
from .numbers import cardinal
from .ordinals import ordinal
from .patterns import Pattern
from .typography import SIGN, SPACE

_FRACTION = Pattern(
    rf"(?<![\w.,/])(?P<sign>{SIGN})(?:(?P<whole>\d{{1,3}}){SPACE})?(?P<a>\d{{1,6}})"
    rf"(?P<sep>{SPACE}?/{SPACE}?)(?P<b>[1-9]\d{{0,2}}(?:{SPACE}\d{{3}}){{1,2}}(?!\d)|\d{{1,6}})(?:e|ème|è)?(?!\w|[.,]\d|/)"
    rf"(?P<after>{SPACE}(?:de{SPACE})?finales?\b|{SPACE}(?:d['’])?heures?\b|{SPACE}(?:litres?|journée"
    rf"|douzaine|tarif|siècle|kilos?|pouces?|point|page|baguette|bouteille|finale|pension|pinte|tonne|tasse"
    rf"|verre|citron|oignon|cuillère|cuillerée|mesure|tour|place|part|sel)\b"
    rf"|{SPACE}(?:h|l|kg|L)(?![\w'’./]))?"
)
_DETERMINED = Pattern(r"\b(?:une?|l[ae]|cette|ce|sa|son|chaque)[ \u00a0]\Z")
_UNITS = {"h": "heure", "l": "litre", "L": "litre", "kg": "kilo"}
_OF_FINAL = Pattern(
    rf"(?<![\w/])(?P<les>les{SPACE})?(?:1/)?(?P<b>[248]|16|32)(?:e|es|ème|èmes)?(?P<s>s?){SPACE}"
    rf"(?:de{SPACE})?finale(?P<p>s?)\b"
)
_MARKED = Pattern(
    r"(?:note|noté|notée|score|moyenne|étoiles|obtenu|obtient|évaluée?|avis|test)s?(?: de| à| :)?[ \u00a0]\Z",
    re.IGNORECASE,
)
_PRESSURE_AFTER = Pattern(rf"{SPACE}(?:mmHg|de tension)\b")
_DAYS = Pattern(rf"{SPACE}(?:jours|nuits)\b")
_PER = frozenset((10, 20, 30, 40, 50, 60, 100, 1000))
_NAMED = {2: ("demi", "demis"), 3: ("tiers", "tiers"), 4: ("quart", "quarts")}
_HALF, _THREE, _QUARTER = 2, 3, 4
_LARGEST_PART = 100
_PRESSURE = Pattern(r"(?i:tension|artérielle)[^.]{0,40}\Z")


_OUT_OF = Pattern(r"(?<![\w.,/])(?P<a>\d{1,3}[.,]\d{1,2}|\d{1,3}(?:er|ème|e))/(?P<b>\d{1,5})(?!\w|[.,]\d|/)")
_AND_HALF = Pattern(
    rf"(?<![\w.,/])(?P<n>\d{{1,3}}){SPACE}1/2{SPACE}(?P<noun>(?P<f>heure|journée|tonne|minute|page|semaine|année)s?|"
    r"(?:litre|an|mois|jour|kilo|mètre|kilomètre|million|milliard)s?)(?!\w)"
)
_PROGRAMMES = Pattern(r"(?<=\b[ld][eu] )(12/13|19/20|7/9)(?=[ ,.]|$)(?! de moyenne)")


def say_fractions(text: str) -> str:
    """« 2/9 » → « deux neuvièmes », « 15/20 » → « quinze sur vingt », « 1 1/2 » → « un et demi »."""
    text = _OUT_OF.sub(r"\g<a> sur \g<b>", text)
    text = _AND_HALF.sub(_say_and_half, text)
    text = _PROGRAMMES.sub(lambda match: match[1].replace("/", " "), text)
    return _FRACTION.sub(_say, text)


def say_finals(text: str) -> str:
    """« les 1/4 de finale » → « les quarts de finale », « 1/2 finale » → « demi-finale »."""
    return _OF_FINAL.sub(_say_final, text)


def part(over: int, under: int) -> str:
    """« deux neuvièmes », « un demi », « trois quarts », « un centième »."""
    names = _NAMED.get(under)
    name = (names[over > 1] if names else ordinal(under) + "s" * (over > 1)) if under > 1 else "unité"
    return f"{cardinal(over)} {name}"


def _say(match: re.Match[str]) -> str:
    over, under, after = int(match["a"]), int("".join(match["b"].split())), match["after"] or ""
    before = match.string[max(0, match.start() - 50) : match.start()]
    sign = "moins " if match["sign"].strip() in ("-", "−", "–") else ""
    if over == 1 and under in _NAMED and after and not match["whole"]:
        said = _say_measured(under, after)
        return sign + (said.partition(" ")[2] if _DETERMINED.search(before) and said[:2] == "un" else said)
    whole = f"{sign}{cardinal(int(match['whole']))}" if match["whole"] else ""
    if whole and 0 < over < under and under > 1:
        return f"{whole} et {'demi' if under == _HALF else part(over, under)}{after}"
    lead = f"{whole} " if whole else sign
    if over in (1, _THREE) and under == _QUARTER and after.strip() == "h":
        return f"{lead}{part(over, under)} d'heure"
    if _PRESSURE.search(before) or _PRESSURE_AFTER.match(match.string, match.end()):
        return f"{lead}{cardinal(over)} {cardinal(under)}{after}"
    if _is_part(over, under) and not _MARKED.search(before) and not _DAYS.match(match.string, match.end()):
        return f"{lead}{part(over, under)}{after}"
    return f"{lead}{cardinal(over)} sur {cardinal(under)}{after}"


def _say_and_half(match: re.Match[str]) -> str:
    """« 1 1/2 heure » → « une heure et demie »."""
    feminine = bool(match["f"])
    return f"{cardinal(int(match['n']), feminine=feminine)} {match['noun']} et demi{'e' * feminine}"


def _is_part(over: int, under: int) -> bool:
    """Whether it is a share of something (2/3, 1/100) rather than so many out of so many (15/20)."""
    if over == 0 or under <= 1 or over == under:
        return False
    return over == 1 or under in _NAMED or (under not in _PER and under < _LARGEST_PART and over < 2 * under)


def _say_measured(under: int, after: str) -> str:
    noun = after.strip().removeprefix("d'").removeprefix("d’")
    noun = _UNITS.get(noun, noun)
    if "finale" in noun:
        return "demi-finale" if under == _HALF else f"{_NAMED[under][0]} de finale"
    if under == _HALF:
        return f"un{'e' * is_feminine(noun)} demi-{noun}"
    link = "d'" if noun.startswith("h") else "de "
    return f"un {_NAMED[under][0]} {link}{noun}"


def _say_final(match: re.Match[str]) -> str:
    plural = "s" * bool(match["les"] or match["s"] or match["p"])
    lead = match["les"] or ""
    under = int(match["b"])
    if "/" not in match[0]:
        return match[0]
    if under == _HALF:
        return f"{lead}demi-finale{plural}"
    name = "quart" if under == _QUARTER else ordinal(under)
    return f"{lead}{name}{plural} de finale"

"""Years and what is counted in years: decades, seasons, spans, a year alone.

Source: Imprimerie nationale, Lexique, « Dates »; Académie française: vingt and cent do not take the
plural in a year; AFP practice: a season and a war have no « à ».
"""

import re

from .months import year
from .patterns import Pattern
from .typography import DASH

_YEAR_RANGE = Pattern(
    r"(?<![\w.,/-])(?P<a>(?:1[0-9]|20)\d\d)(?P<sep> ?[-–—/] ?)(?P<b>(?:1[0-9]|20)\d\d"
    r"|\d\d)(?!\w|[/-]\d|[.,]\d| ?[%€$]| (?:k?m|cm|kg|g|t|ha|k?W|mAh|[kM]?Hz|tr|k?cal|mètres|euros|francs"
    r"|dollars|habitants|personnes|places|calories|tonnes|kilomètres|hectares|spectateurs|mots|signes)\b)"
)
_SHORT_SEASON = Pattern(
    r"(?<!\w)(?P<lead>(?:saisons?|exercices?|millésimes?|promotion|promo|championnat|édition"
    "|Ligue des champions) )"
    r"(?P<a>\d\d)[/-](?P<b>\d\d)(?![\w/-]|[.,]\d)",
    re.IGNORECASE,
)
_DECADE = Pattern(
    r"(?<!\w)(?P<lead>ann[ée]es? )['’]?(?P<a>\d{2,4})(?: ?[-–/] ?(?P<b>\d{2,4}))?"
    r"(?!\w|[.,]\d| \d{3})",
    re.IGNORECASE,
)
_BARE_YEAR = Pattern(
    rf"(?<!\w)(?P<lead>(?:en|depuis|dès|vers|fin|début|mi|avant|après|jusqu['’]en|courant|d['’]ici"
    rf"(?: à)?|l['’]an|été|hiver|"
    rf"automne|printemps|Noël|rentrée|saison|édition|millésime|horizon|promotion|exercice|de"
    rf"|printemps){DASH}?(?: |(?<=-)))"
    r"(?P<year>1[1-9]\d0|2[01]\d0|1[1-9]00)"
    r"(?!\w|[.,]\d| \d{3}| ?[%€$°]|[-–]\d| (?:k?m|kg|g|t|ha|km/h|mètres)\b)"
    r"(?P<noun> [a-zà-ÿ]{3,}s\b)?",
    re.IGNORECASE,
)
_SEASON_OF_80 = Pattern(
    r"(?<!\w)(?P<lead>(?:été|hiver|automne|printemps|classe|génération|promo|promotion) )80"
    r"(?!\w|[.,]\d|[-–/]\d| [a-zà-ÿ]{3,}s\b)",
    re.IGNORECASE,
)
_MID_YEAR = Pattern(r"(?<!\w)(?P<mid>Mi-)(?P<year>(?:1\d|20)\d\d)(?!\w)")
_SEASON_GAP = 1
_GREAT_WARS = (("14", "18"), ("39", "45"), ("40", "45"), ("1914", "1918"), ("1939", "1945"))


_JOINED = Pattern(r"\d ?[-–—/] ?\d")
_ROUND = Pattern(r"\d\d0(?!\d)")


def say_years(text: str) -> str:
    """« les années 80 » → « les années quatre-vingt », « 2024-2025 » → two years, without « à »."""
    if "nn" in text or "NN" in text:
        text = _DECADE.sub(_say_decade, text)
    if _JOINED.search(text):
        text = _SHORT_SEASON.sub(lambda m: f"{m['lead']}{year(m['a'])} {year(m['b'])}", text)
        text = _YEAR_RANGE.sub(_say_year_range, text)
    if "Mi-" in text:
        text = _MID_YEAR.sub(lambda m: m["mid"] + year(m["year"]), text)
    if " 80" in text:
        text = _SEASON_OF_80.sub(lambda m: m["lead"] + year("80"), text)
    return _BARE_YEAR.sub(_say_bare_year, text) if _ROUND.search(text) else text


def _say_decade(match: re.Match[str]) -> str:
    second = f" {year(match['b'])}" if match["b"] else ""
    return match["lead"] + year(match["a"]) + second


def _say_year_range(match: re.Match[str]) -> str:
    """A season or a war has no « à »; any other span has one."""
    first, second = match["a"], match["b"]
    if len(second) == len("25"):
        if int(second) <= int(first[2:]) or (
            "/" not in match["sep"] and "-" not in match["sep"] and "–" not in match["sep"]
        ):
            return match[0]
        return f"{year(first)} {year(second)}"
    if int(second) <= int(first):
        return match[0]
    season = int(second) - int(first) == _SEASON_GAP or (first, second) in _GREAT_WARS or "/" in match["sep"]
    return f"{year(first)} {year(second)}" if season else f"{year(first)} à {year(second)}"


def _say_bare_year(match: re.Match[str]) -> str:
    if match["noun"]:
        return match[0]
    return match["lead"] + year(match["year"])

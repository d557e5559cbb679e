"""Dates: 02/03/2003, 2025-02-01, 1er mai, du 3 au 5 mars, lun. 3 févr., les années 80.

Source: Imprimerie nationale, Lexique, « Dates » and « Abréviations » (janv., févr., avr., juill.,
sept., oct., nov., déc.); ISO 8601; Académie française: only the first of the month is an ordinal, and
vingt and cent do not take the plural in a year.
"""

import re

from .numbers import cardinal, digits
from .patterns import Pattern
from .typography import DASH, SPACE, alternatives, words

MONTHS = words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")
_MONTH = (
    "(?:janvier|février|fevrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|décembre"
    "|decembre)"
)
_SHORT_MONTHS = {
    "janv": 0,
    "jan": 0,
    "févr": 1,
    "fév": 1,
    "fevr": 1,
    "fev": 1,
    "avr": 3,
    "juill": 6,
    "juil": 6,
    "aoû": 7,
    "sept": 8,
    "sep": 8,
    "oct": 9,
    "nov": 10,
    "déc": 11,
    "dec": 11,
}
_SHORT_DAYS = {
    "lun": "lundi",
    "mar": "mardi",
    "mer": "mercredi",
    "jeu": "jeudi",
    "ven": "vendredi",
    "sam": "samedi",
    "dim": "dimanche",
}
_SHORT_MONTH = Pattern(
    rf"(?<!\w)(?P<day>\d{{1,2}}(?:er)?{SPACE})?"
    rf"(?P<month>{alternatives(_SHORT_MONTHS)})"
    rf"(?P<dot>\.?)(?P<year>{SPACE}\d{{2,4}}(?!\d))?(?!\w|['’])",
    re.IGNORECASE,
)
_SHORT_DAY = Pattern(
    rf"(?<!\w)({'|'.join(_SHORT_DAYS)})(?:\.(?={SPACE}(?:0?[1-9]|[12]\d|3[01])(?:er)?(?!\w|[,.]\d))"
    rf"|(?={SPACE}\d{{1,2}}(?:er)?(?:{SPACE}{_MONTH}|[/.-]\d)))",
    re.IGNORECASE,
)
_ISO = Pattern(
    r"(?<![\w.,/-])(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?"
    r"(Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
)
_NUMERIC = Pattern(
    r"(?<![\w.,/-])(0?[1-9]|[12]\d|3[01])([/.\-\u2011])(0?[1-9]|1[0-2])\2((?:1\d|20)\d\d|\d\d)(?!\w"
    r"|[/-]\d|[.,]\d)"
)
_DAY_MONTH = Pattern(
    rf"(?<!\w)(?P<lead>(?:le|du|au|dès le|depuis le|avant le|jusqu['’]au"
    rf"|{'|'.join(_SHORT_DAYS.values())}){SPACE})"
    r"(?P<day>0?[1-9]|[12]\d|3[01])/(?P<month>0?[1-9]|1[0-2])(?![\w/]|[.,]\d)",
    re.IGNORECASE,
)
_DAYS = Pattern(
    rf"(?<![\w.,/])(?P<les>les{SPACE})?(?P<days>\d{{1,2}}(?:er)?(?:(?:{SPACE}?[-–/]{SPACE}?|,{SPACE}"
    rf"(?=\d{{1,2}}[-–/,])?)\d{{1,2}}){{1,4}})"
    rf"(?={SPACE}{_MONTH}\b)"
)
_DAY = Pattern(rf"(?<![\w.,])(0?[1-9]|[12]\d|3[01])(?:er)?(?=(?:{SPACE}|{DASH}){_MONTH}\b)", re.IGNORECASE)
_YEAR = Pattern(
    rf"(?<!\w)(?P<lead>{_MONTH}{SPACE})(?P<year>\d{{4}}|['’]?\d\d)(?!\w|[.,]\d|{SPACE}\d{{3}}"
    rf"|{SPACE}?[%€$°:]|[-–:]\d)",
    re.IGNORECASE,
)
_YEAR_RANGE = Pattern(
    rf"(?<![\w.,/-])(?P<a>(?:1[0-9]|20)\d\d)(?P<sep>{SPACE}?[-–—/]{SPACE}?)(?P<b>(?:1[0-9]|20)\d\d"
    rf"|\d\d)(?!\w|[/-]\d|[.,]\d|{SPACE}?[%€$])"
)
_DECADE = Pattern(
    rf"(?<!\w)(?P<lead>ann[ée]es?{SPACE})['’]?(?P<a>\d{{2,4}})(?:{SPACE}?[-–/]{SPACE}?(?P<b>\d{{2,4}}))?"
    rf"(?!\w|[.,]\d|{SPACE}\d{{3}})",
    re.IGNORECASE,
)
_BARE_YEAR = Pattern(
    rf"(?<!\w)(?P<lead>(?:en|depuis|dès|vers|fin|début|mi|avant|après|jusqu['’]en|courant|d['’]ici"
    rf"(?: à)?|l['’]an|été|hiver|"
    rf"automne|printemps|Noël|rentrée|saison|édition|millésime|horizon|promotion|exercice|de"
    rf"|printemps){DASH}?(?:{SPACE}|(?<=-)))"
    rf"(?P<year>1[1-9]\d0|2[01]\d0|1[1-9]00)(?!\w|[.,]\d|{SPACE}\d{{3}}|{SPACE}?[%€$°]|[-–]\d)"
    rf"(?P<noun>{SPACE}[a-zà-ÿ]{{3,}}s\b)?",
    re.IGNORECASE,
)
_ERA = Pattern(
    rf"(?<!\w)(av(?:ant)?|ap(?:r(?:ès)?)?)\.?{SPACE}?J\.?{SPACE}?-?{SPACE}?-?C\b(\.?)(?="
    rf"({SPACE}?[,;:)»a-zà-ÿ]|{SPACE}?$|.))"
)
_BEFORE_ERA = {"av": "avant", "ap": "après"}
_SEASON_GAP = 1
_THIS_CENTURY_BEFORE = "50"
_LAST_DAY = 31
_GREAT_WARS = (("14", "18"), ("39", "45"), ("40", "45"), ("1914", "1918"), ("1939", "1945"))


_MONTH_YEAR = Pattern(r"(?<![\w.,/-])(0?[1-9]|1[0-2])/((?:19|20)\d\d)(?![\w/]|[.,]\d)")
_ZERO_MONTH = Pattern(r"(?<![\w.,/])(0[1-9]|[12]\d|3[01])/(0[1-9])(?![\w/]|[.,]\d)")
_MONTH_TO_MONTH = Pattern(
    rf"(?<!\w)({alternatives(_SHORT_MONTHS)})\.(?=[-–/](?:{alternatives(_SHORT_MONTHS)})\.)",
    re.IGNORECASE,
)


def say_dates(text: str) -> str:
    """« le 02/03/2003 » → « le deux mars deux mille trois »; « le 1 mai » → « le premier mai »."""
    text = _ISO.sub(_say_iso, text)
    text = _NUMERIC.sub(_say_numeric, text)
    text = _MONTH_YEAR.sub(lambda m: f"{MONTHS[int(m[1]) - 1]} {year(m[2])}", text)
    text = _ZERO_MONTH.sub(lambda m: f"{_day(m[1])} {MONTHS[int(m[2]) - 1]}", text)
    text = _MONTH_TO_MONTH.sub(lambda m: MONTHS[_SHORT_MONTHS[m[1].lower()]], text)
    text = _DAY_MONTH.sub(lambda m: f"{m['lead']}{_day(m['day'])} {MONTHS[int(m['month']) - 1]}", text)
    text = _SHORT_MONTH.sub(_say_short_month, text)
    text = _SHORT_DAY.sub(_say_short_day, text)
    text = _DAYS.sub(_say_days, text)
    text = _YEAR.sub(_say_year, text)
    return _DAY.sub(lambda m: _day(m[1]), text)


def say_years(text: str) -> str:
    """« les années 80 » → « les années quatre-vingt », « 2024-2025 » → two years, without « à »."""
    text = _DECADE.sub(_say_decade, text)
    text = _YEAR_RANGE.sub(_say_year_range, text)
    return _BARE_YEAR.sub(_say_bare_year, text)


def say_era(text: str) -> str:
    """« 52 av. J.-C. » → « 52 avant Jésus-Christ »."""
    return _ERA.sub(_say_era, text)


def year(written: str) -> str:
    """Say a year: "1980" → « mille neuf cent quatre-vingt », "68" → « soixante-huit »."""
    return digits(written, rank=True)


def _day(written: str) -> str:
    number = int(written.removesuffix("er"))
    return "premier" if number == 1 else cardinal(number)


def _say_iso(match: re.Match[str]) -> str:
    written_year, month, day, hours, minutes, zone = match.groups()
    spoken = f"{_day(day)} {MONTHS[int(month) - 1]} {year(written_year)}"
    if hours:
        spoken += f" à {int(hours)}h{minutes}" + (" U T C" if zone == "Z" else "")
    return spoken


def _say_numeric(match: re.Match[str]) -> str:
    day, separator, month, written_year = match.groups()
    if (
        len(written_year) == len("99")
        and (separator != "/" or len(day + month) != len("0101"))
        and not (separator == "." and len(day + month) == len("0101"))
    ):
        return match[0]
    spoken_year = year(written_year) if len(written_year) > len("99") else year(_century(written_year))
    return f"{_day(day)} {MONTHS[int(month) - 1]} {spoken_year}"


def _century(two_figures: str) -> str:
    return ("20" if two_figures < _THIS_CENTURY_BEFORE else "19") + two_figures


def _say_short_month(match: re.Match[str]) -> str:
    if not (match["day"] or (match["year"] and match["dot"])):
        return match[0]
    month = MONTHS[_SHORT_MONTHS[match["month"].lower()]]
    if match["month"].lower() in ("nov", "sept", "sep", "oct", "jan", "dec", "fev") and not (
        match["dot"] or match["day"]
    ):
        return match[0]
    return f"{match['day'] or ''}{month}{match['year'] or ''}"


def _say_short_day(match: re.Match[str]) -> str:
    day = _SHORT_DAYS[match[1].lower()]
    return day.capitalize() if match[1][0].isupper() else day


def _say_days(match: re.Match[str]) -> str:
    """« les 17-18-19 juin » → « les dix-sept, dix-huit et dix-neuf juin »."""
    days = [int(day) for day in re.findall(r"\d+", match["days"])]
    if any(not 0 < day <= _LAST_DAY for day in days):
        return match[0]
    spoken = [_day(day) for day in re.findall(r"\d+", match["days"])]
    lead = match["les"] or ""
    first, last = days[0], days[-1]
    if len(days) < len(("first", "between", "last")) and last > first + 1 and not lead:
        return f"{spoken[0]} au {spoken[1]}"
    return f"{lead}{', '.join(spoken[:-1])} et {spoken[-1]}"


def _say_year(match: re.Match[str]) -> str:
    return match["lead"] + year(match["year"].lstrip("'’"))


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


def _say_era(match: re.Match[str]) -> str:
    word = _BEFORE_ERA[match[1][:2]]
    after = match.string[match.end() : match.end() + 2]
    ends = match[2] and (not after.strip() or after[1:].isupper())
    return f"{word} Jésus-Christ{'.' if ends else ''}"

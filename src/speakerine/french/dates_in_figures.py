"""Dates in figures: 02/03/2003, 2025-02-01, 12.05.25, le 14/07, 05/2024.

Source: ISO 8601; Imprimerie nationale, Lexique, « Dates » (day, month, year).
"""

import re

from .months import MONTH, MONTHS, SHORT_DAYS, century, day, year
from .patterns import Pattern

_ISO = Pattern(
    r"(?<![\w.,/-])(\d{4})([-/])(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?:T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?"
    r"(Z|[+-]\d\d:?\d\d)?)?(?![\w/-])"
)
_NUMERIC = Pattern(
    r"(?<![\w.,/-])(0?[1-9]|1er|[12]\d|3[01])([/.\-\u2011])(0?[1-9]|1[0-2])\2((?:1\d|20)\d\d|\d\d)(?!\w"
    rf"|[/-]\d|[.,]\d| {MONTH})"
)
_DAY_MONTH = Pattern(
    rf"(?<!\w)(?P<lead>(?:le|du|au|dès le|depuis le|avant le|jusqu['’]au"
    rf"|{'|'.join(SHORT_DAYS.values())}) )"
    r"(?P<day>0?[1-9]|1er|[12]\d|3[01])/(?P<month>0?[1-9]|1[0-2])(?![\w/]|[.,]\d)",
    re.IGNORECASE,
)
_DAY_MONTH_YEAR = Pattern(
    r"(?P<lead>\b[LlDd][eu] |\b[Aa]u |\b[Ll]es )(?P<day>0?[1-9]|[12]\d|3[01])(?P<sep>[/.-])"
    r"(?P<month>0?[1-9]|1[0-2])(?P=sep)"
    rf"(?P<year>\d\d)(?!\w|[/-]\d|[.,]\d| {MONTH})"
)
_POINTED_DAY = Pattern(
    rf"(?P<lead>\b(?:[Ll]e|[Dd]u|[Aa]u|(?i:{'|'.join(SHORT_DAYS.values())})) )"
    r"(?P<day>0[1-9]|[12]\d|3[01])\.(?P<month>0[1-9]|1[0-2])"
    r"(?:\.(?:(?P<ends> ?$)|(?![\w.]))|(?![\d%€$]|[.,]\d|\w| [%€$]))"
)
_SWISS_DAY = Pattern(
    rf"(?P<lead>\b(?:[Ll]e|[Dd]u|[Aa]u|(?i:{'|'.join(SHORT_DAYS.values())})) )"
    r"(?P<day>[1-9]|[12]\d|3[01])\.(?P<month>1[0-2]|[1-9])(?P<ends>(?!))?"
    r"(?:(?= (?:à|dès|de) \d{1,2} ?[h:](?!\w))|(?= inclus)"
    r"|(?<=[12]\d\.\d)(?= (?:à|au|aux|dans|sur|pour|dès)\b)"
    r"|(?<=di \d\d\.\d)(?=,? )|(?<=che \d\d\.\d)(?=,? ))"
)
_POINTED = Pattern(r"\d\.[01]?\d(?!\d)")
_POINTED_MONTH = Pattern(r"(?<![\w.,/-])(0[1-9]|1[0-2])[.-]((?:19|20)\d\d)(?![\w/-]|[.,]\d)")
_MONTH_YEAR = Pattern(
    r"(?<![\w.,/-])(0?[1-9]|1[0-2])/((?:19|20)\d\d)(?![\w/]|[.,]\d| ?s(?:ec)?\b| (?:de |d['’]une )?seconde)"
)
_ROMAN_MONTH = Pattern(
    r"(?<![\w.,/])(?P<day>0?[1-9]|[12]\d|3[01])[.-](?P<month>I{1,3}|I[VX]|VI{0,3}|XI{0,2})[.-](?=(?:1[5-9]|20)\d\d(?!\w))"
)
_ROMANS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
_HYPHENED_DAY = Pattern(
    r"(?P<lead>\b(?:[Ll]e|[Dd]u|[Aa]u|dès le|avant le) )(?P<day>1[3-9]|2\d|3[01])-(?P<month>0[1-9]"
    r"|1[0-2])(?![\w/-]|[.,]\d| [a-zé]+s\b)"
)
_LATE_DAY = Pattern(
    r"(?P<lead>\b(?:et|les|ou) )(?P<day>1[3-9]|2\d|3[01])/(?P<month>1[0-2]|[1-9])(?![\w/]|[.,]\d)"
)
_ZERO_MONTH = Pattern(r"(?<![\w.,/])(0?[1-9]|[12]\d|3[01])/(0[1-9])(?![\w/]|[.,]\d)")

_DAY = r"0?[1-9]|[12]\d|3[01]"
_MONTH = r"0?[1-9]|1[0-2]"
_SPAN = Pattern(
    rf"(?<![\w.,/-])(?P<day>{_DAY})/(?P<month>{_MONTH}) ?[-–] ?"
    rf"(?P<last>{_DAY})/(?P<end>{_MONTH})(?![\w/]|[.,-]\d)"
)


def _say_iso(match: re.Match[str]) -> str:
    """« 2025-02-01 », « 2025/02/01 » → « premier février deux mille vingt-cinq »."""
    written_year, _separator, month, written_day, hours, minutes, zone = match.groups()
    spoken = f"{day(written_day)} {MONTHS[int(month) - 1]} {year(written_year)}"
    if hours:
        spoken += f" à {int(hours)}h{minutes}" + (" U T C" if zone == "Z" else "")
    return spoken


def _say_roman_month(match: re.Match[str]) -> str:
    """« le 9.XI.1918 » → « le neuf novembre 1918 »."""
    return f"{day(match['day'])} {MONTHS[_ROMANS.index(match['month'])]} "


def _say_span(match: re.Match[str]) -> str:
    """« (21/3-20/4) » → « (vingt et un mars au vingt avril) »; « 1/2-2/3 » may be shares."""
    shares = max(int(match["day"]), int(match["last"])) <= len(MONTHS)
    if shares or _is_on_screen(match):
        return match[0]
    first, last = MONTHS[int(match["month"]) - 1], MONTHS[int(match["end"]) - 1]
    return f"{day(match['day'])} {first} au {day(match['last'])} {last}"


def _say_numeric(match: re.Match[str]) -> str:
    written_day, separator, month, written_year = match.groups()
    is_full = len(written_day + month) == len("0101")
    if (
        len(written_year) == len("99")
        and (separator != "/" or not is_full)
        and not (separator == "." and is_full)
    ):
        return match[0]
    spoken_year = year(written_year) if len(written_year) > len("99") else year(century(written_year))
    return f"{day(written_day)} {MONTHS[int(month) - 1]} {spoken_year}"


def _say_day_month_year(match: re.Match[str]) -> str:
    """« le 8/5/45 » → « le huit mai mille neuf cent quarante-cinq »."""
    return (
        f"{match['lead']}{day(match['day'])} {MONTHS[int(match['month']) - 1]} {year(century(match['year']))}"
    )


_SHARE = Pattern(r"(?:1/[2-9]|2/3|3/4)\Z")
_SCREENS = ("16/9", "4/3", "21/9")
_ON_SCREEN = Pattern(r"(?i:écran|formats?\b|image|télévis|cinéma)")
_NEAR = 200
"""Characters, about a sentence: as far as a format's name may be from its figures."""
_OF = Pattern(r" (?:d[eu]s?\b|d['’]|(?![a-zà-ÿ]+r(?:a|ont)\b)[a-zà-ÿ]{5,})")
_JOINED = Pattern(r"\d(?:er)?[-/.\u2011][\dIVX]")


def say_numeric_dates(text: str) -> str:
    """« le 02/03/2003 » → « le deux mars deux mille trois », « 20/03 » → « vingt mars »."""
    if not _JOINED.search(text):
        return text
    text = _SPAN.sub(_say_span, _ISO.sub(_say_iso, text))
    text = _NUMERIC.sub(_say_numeric, text)
    text = _DAY_MONTH_YEAR.sub(_say_day_month_year, text)
    if _POINTED.search(text):
        text = _SWISS_DAY.sub(_say_pointed_day, _POINTED_DAY.sub(_say_pointed_day, text))
    text = _POINTED_MONTH.sub(_say_month_year, text)
    text = _MONTH_YEAR.sub(_say_month_year, text)
    text = _ROMAN_MONTH.sub(_say_roman_month, text)
    text = _HYPHENED_DAY.sub(lambda m: f"{m['lead']}{day(m['day'])} {MONTHS[int(m['month']) - 1]}", text)
    text = _ZERO_MONTH.sub(lambda m: f"{day(m[1])} {MONTHS[int(m[2]) - 1]}", text)
    return _DAY_MONTH.sub(_say_day_month, _LATE_DAY.sub(_say_day_month, text))


def _is_on_screen(match: re.Match[str]) -> bool:
    """Whether its sentence, or one beside it, is about pictures: « le 16/9 est un format »."""
    near = match.string[max(0, match.start() - _NEAR) : match.end() + _NEAR]
    return bool(_ON_SCREEN.search(near))


def _say_day_month(match: re.Match[str]) -> str:
    """« le 14/07 » → « le quatorze juillet »; « le 1/3 des voix » is a share, « le 16/9 » may be a screen."""
    if f"{match['day']}/{match['month']}" in _SCREENS and _is_on_screen(match):
        return match[0]
    if _SHARE.match(match["day"] + "/" + match["month"]) and _OF.match(match.string, match.end()):
        return match[0]
    return f"{match['lead']}{day(match['day'])} {MONTHS[int(match['month']) - 1]}"


def _say_pointed_day(match: re.Match[str]) -> str:
    """« du 03.05. au 07.05. », « du 03.05 au 07.05 » → « du trois mai au sept mai »."""
    ends = "." * (match["ends"] is not None)
    return f"{match['lead']}{day(match['day'])} {MONTHS[int(match['month']) - 1]}{ends}"


def _say_month_year(match: re.Match[str]) -> str:
    """« 05/2024 » → « mai deux mille vingt-quatre »."""
    return f"{MONTHS[int(match[1]) - 1]} {year(match[2])}"

"""Dates in words: 1er mai, du 3 au 5 mars, lun. 3 févr., les 17-18 juin, mai 68.

Source: Imprimerie nationale, Lexique, « Dates »; Académie française: only the first of the month is
an ordinal.
"""

import re

from .dates_in_figures import say_numeric_dates
from .months import MONTH, MONTHS, SHORT_DAYS, SHORT_MONTHS, day, year
from .patterns import Pattern
from .typography import DASH, alternatives
from .weekdays import say_short_days, say_two_letter_days
from .writing import enumeration

_SHORT_MONTH = Pattern(
    r"(?<!\w)(?P<day>\d{1,2}(?:er)? )?"
    rf"(?P<month>{alternatives(SHORT_MONTHS)})"
    r"(?P<dot>\.?)(?P<year> \d{2,4}(?!\d))?(?!\w|['’])"
    r"(?P<ends>(?<=\.)(?= ?$| (?-i:[A-ZÀ-Ý][a-zà-ÿ])))?",
    re.IGNORECASE,
)
_NOUN = Pattern(" [a-zà-ÿ]{3}")
_MONTH_ALONE = Pattern(
    rf"(?<![\w.])(?P<month>janv|févr|fév|avr|juill?|oct|nov"
    rf"|déc)\.(?=[-–](?:{alternatives(SHORT_MONTHS)}|{MONTH})| (?:à|et|ou|au)\b)"
    r"|(?<=\b[Ee]n )(?P<in>janv|févr|fév|avr|juill?|sept|oct|nov|déc)\.(?P<ends>(?= ?$))?"
    r"|(?<=\b[Mm]i-)(?P<mid>janv|févr|fév|avr|juill?|sept|oct|nov|déc)\.(?P<ends2> ?$)?"
)
_DAYS = Pattern(
    r"(?<![\w.,/])(?P<les>les )?(?P<days>\d{1,2}(?:er)?(?:(?: ?[-–/] ?|, "
    rf"(?=\d{{1,2}}[-–/,])?)\d{{1,2}}){{1,4}})"
    rf"(?= {MONTH}\b)"
)
_DAY = Pattern(rf"(?<![\w.,])(0?[1-9]|[12]\d|3[01])(?:er)?(?=(?: |{DASH}){MONTH}\b)", re.IGNORECASE)
_YEAR = Pattern(
    rf"(?<!\w)(?P<lead>{MONTH} )(?P<year>\d{{4}}|[2-9]00(?=$|[.,;:)!?»])|['’]?\d\d)(?!\w|[.,]\d| \d{{3}}"
    r"| ?[%€$°:]|[-–:]\d)",
    re.IGNORECASE,
)
_LAST_DAY = 31
_MONTH_TO_MONTH = Pattern(
    rf"(?<!\w)({alternatives(SHORT_MONTHS)})\.(?=[-–/](?:{alternatives(SHORT_MONTHS)})\.)",
    re.IGNORECASE,
)


_SHORTENED = frozenset(
    form for word in (*SHORT_DAYS, *SHORT_MONTHS) for form in (word, word.capitalize(), word.upper())
)
_TWO_LETTERS = frozenset(day[:2].capitalize() for day in SHORT_DAYS.values())
_FIGURE = Pattern(r"\d")
_WORD = Pattern(r"[^\W\d_]+")


def say_dates(text: str) -> str:
    """« le 02/03/2003 » → « le deux mars deux mille trois »; « le 1 mai » → « le premier mai »."""
    found = _WORD.findall(text)
    if not _SHORTENED.isdisjoint(found):
        text = _say_shortened(text)
    if not _TWO_LETTERS.isdisjoint(found):
        text = say_two_letter_days(text)
    if not _FIGURE.search(text):
        return text
    text = say_numeric_dates(text)
    text = _DAYS.sub(_say_days, text)
    text = _YEAR.sub(_say_year, text)
    return _DAY.sub(lambda m: day(m[1]), text)


def _say_shortened(text: str) -> str:
    """« lun. 3 févr. » → « lundi 3 février »."""
    text = say_short_days(text)
    text = _MONTH_TO_MONTH.sub(lambda m: MONTHS[SHORT_MONTHS[m[1].lower()]], text)
    text = _SHORT_MONTH.sub(_say_short_month, text)
    return _MONTH_ALONE.sub(_say_month_alone, text)


def _say_short_month(match: re.Match[str]) -> str:
    """« le 3 févr. 2025 » → « le 3 février 2025 »; at the end of a sentence its stop stays."""
    if not (match["day"] or (match["year"] and match["dot"])):
        return match[0]
    if not match["day"] and len(match["year"]) < len(" 1999") and _NOUN.match(match.string, match.end()):
        return match[0]
    month = MONTHS[SHORT_MONTHS[match["month"].lower()]]
    if match["month"].lower() in ("nov", "sept", "sep", "oct", "jan", "dec", "fev") and not (
        match["dot"] or match["day"]
    ):
        return match[0]
    return f"{match['day'] or ''}{month}{match['year'] or ''}{'.' * (match['ends'] is not None)}"


def _say_month_alone(match: re.Match[str]) -> str:
    """« janv.-mars » → « janvier-mars », « en sept. » → « en septembre »."""
    written = match["month"] or match["in"] or match["mid"]
    ends = match["ends"] is not None or match["ends2"] is not None
    return MONTHS[SHORT_MONTHS[written]] + "." * ends


def _say_days(match: re.Match[str]) -> str:
    """« les 17-18-19 juin » → « les dix-sept, dix-huit et dix-neuf juin »."""
    written = re.findall(r"\d+", match["days"])
    days = [int(number) for number in written]
    if not all(0 < number <= _LAST_DAY for number in days):
        return match[0]
    spoken = [day(number) for number in written]
    lead = match["les"] or ""
    first, last = days[0], days[-1]
    if len(days) < len(("first", "between", "last")) and last > first + 1 and not lead:
        return f"{spoken[0]} au {spoken[1]}"
    return lead + enumeration(spoken)


def _say_year(match: re.Match[str]) -> str:
    return match["lead"] + year(match["year"].lstrip("'’"))

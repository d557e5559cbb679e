"""Days of the week cut short: lun. 3 févr., lun.-ven., mer., sam. et dim., fermé mar., jeu. 20 h.

Source: Imprimerie nationale, Lexique, « Dates »; *mar.*, *mer.* and *jeu.* are words too, so that alone they
want a figure, an hour or a word of opening hours beside them.
"""

import re

from .months import MONTH, SHORT_DAYS
from .patterns import Pattern

_DAY = f"(?:{'|'.join(SHORT_DAYS)})"
_LINK = "(?: ?[-–/] ?|, | (?:au|et|à|ou|&|sauf) (?:les? )?)"
_LIST = Pattern(rf"(?<!\w){_DAY}\.?(?:{_LINK}{_DAY}(?:\.|(?=\W|$))){{1,6}}", re.IGNORECASE)
_IN_LIST = Pattern(rf"(?P<link> ?[-–] ?)?(?P<day>{_DAY})\.?(?!\w)", re.IGNORECASE)
_SEVERAL = ("les ", "Les ", "des ")
_LINKED = Pattern(r"[-–/]| (?:au|à) ")
_TO = Pattern(r"\w\.? au \w")
_BEFORE_DAY = Pattern(
    rf"(?<!\w)({_DAY})(?:\.(?= (?:0?[1-9]|[12]\d|3[01])(?:er)?(?!\w|[,.]\d))"
    r"(?! \d\d? (?!mars\b)[a-zà-ÿœ]{3,}[sx]\b)"
    rf"|(?= \d{{1,2}}(?:er)?(?: {MONTH}|[/.-]\d)))",
    re.IGNORECASE,
)
_BEFORE_HOUR = Pattern(
    rf"(?<!\w)({_DAY})\.(?=,? (?:: )?(?:(?:de|dès|à|jusqu['’]à) )?"
    r"(?:\d{1,2} ?h(?:\d\d)?|\d{1,2}:\d\d|matin|midi|soir|après-midi)(?!\w\w))",
    re.IGNORECASE,
)
_AFTER_ANOTHER = Pattern(rf"(?<=\bet )({_DAY})\.?(?= \d{{1,2}}(?:[.,;:)]|$))", re.IGNORECASE)
_OPEN_OR_SHUT = Pattern(
    r"(?P<lead>\b(?:[Ff]ermée?s?|[Oo]uverte?s?|[Rr]elâche|[Ss]auf|[Ss]f|[Ff]erm|[Oo]uv|[Tt]ous les"
    r"|[Cc]haque)\.? (?:l[ea]s? )?)(?P<day>mar|mer|(?<!haque )jeu)\.(?P<ends>(?= ?$))?"
)
_AT_HEAD = Pattern(r"^(?P<day>Lun|Mar|Mer|Jeu|Ven|Sam|Dim)\. ?(?=[:–-] (?![LlPHØ]\b|\d))")
_ON_WEDNESDAY = Pattern(r"(?<=\b[Ll]e )mer\.(?! \d| \?)(?P<ends>(?= ?$))?")
_TWO_LETTERS = Pattern(
    rf"(?<!\w)(?P<day>Lu|Ma|Me|Je|Ve|Sa|Di)\.?(?= (?:0?[1-9]|[12]\d|3[01])"
    rf"(?:(?:er)? {MONTH}|\.\d\d?(?![\d%€])))"
)
_TWO_LETTER_DAYS = {day[:2].capitalize(): day.capitalize() for day in SHORT_DAYS.values()}
_SURE = frozenset(("lun", "jeu", "ven", "dim"))


def say_two_letter_days(text: str) -> str:
    """« Lu 3 mars » → « Lundi 3 mars »."""
    return _TWO_LETTERS.sub(lambda m: _TWO_LETTER_DAYS[m["day"]], text)


def say_short_days(text: str) -> str:
    """« lun. 3 » → « lundi 3 », « mar. ou jeu. » → « mardi ou jeudi »; « il aime le jeu. » stays."""
    text = _AT_HEAD.sub(lambda m: _in_full(m["day"]) + " ", _LIST.sub(_say_list, text))
    text = _BEFORE_DAY.sub(lambda m: _in_full(m[1]), text)
    text = _BEFORE_HOUR.sub(lambda m: _in_full(m[1]), text)
    text = _AFTER_ANOTHER.sub(lambda m: _in_full(m[1]), text)
    text = _ON_WEDNESDAY.sub(lambda m: "mercredi" + "." * (m["ends"] is not None), text)
    return _OPEN_OR_SHUT.sub(lambda m: m["lead"] + _in_full(m["day"]) + "." * (m["ends"] is not None), text)


def _in_full(written: str) -> str:
    day = SHORT_DAYS[written.lower()]
    return day.capitalize() if written[0].isupper() else day


def _say_list(match: re.Match[str]) -> str:
    """« lun.-ven. » → « lundi au vendredi », « mer., sam. et dim. » → « mercredi, samedi et dimanche ».

    Its stop ends the sentence too where another one follows.
    """
    dotted = "." in match[0] or "-" in match[0] or "–" in match[0]
    days = [found["day"].lower() for found in _IN_LIST.finditer(match[0])]
    if not dotted and not (_TO.search(match[0]) and _SURE.issuperset(days)):
        return match[0]
    ends = match[0].endswith(".") and match.string[match.end() :].isspace()
    many = "s" * (match.string.endswith(_SEVERAL, 0, match.start()) and not _LINKED.search(match[0]))
    said = _IN_LIST.sub(lambda m: (" au " if m["link"] else "") + _in_full(m["day"]) + many, match[0])
    return said + "." * ends

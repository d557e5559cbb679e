"""Gaps, penalties and tables of the sports pages: à 12'', 1-1 (4-2 tab), 2 V, 1 N, 3 D.

Source: AFP practice; a double prime is seconds in a race, and inches on a screen (`units`).
"""

import re
from typing import NamedTuple

from .numbers import cardinal
from .patterns import Pattern
from .typography import LOWER, UPPER, closing_quotes

SPORTING = r" b\. [A-ZÀ-Þ]|m NL\b|MT ?:|\d(?: v\., \d|''|’’|\"|″|.?(?:aux )?tab\b| ?[VG]\b|(?:re|e|ème) j\.)"
"""What a sentence must have for `say_sports` to find something in it."""
_SECONDS = Pattern(r"(?<![\w.,'’′])(?P<s>\d{1,3})(?P<mark>''|’’|″|\")(?![\w'’])")
_SCREEN = Pattern(
    r"(?i:écran|ordinateur|\bpc\b|ipad|pouces|diagonale|\bTV\b|télé|tablette|moniteur|jante|roue|vélo|pneu|dalle|portable|pizza|Mac)"
)
_BEHIND = Pattern(r"(?:\bà|\+|\ben|\bde) ?\Z")
_WHOM = Pattern(
    r" (?:d(?:u|es?|e la)\b|d['’]|devant\b|derrière\b)"
    r"|(?:[^\"]{0,60}\b(?:étape|maillot|leader|peloton|vainqueur|classement|course|chrono|podium|général))"
)
_TIMED = Pattern(r"\bsecondes?\b|\d['’′]\d\d")
_DAY = Pattern(r"(?:(?<=\dre )|(?<=\de )|(?<=ème ))j\.(?=$| ?[:,;)–-]| de (?:L\d|[LNDR]\w))")
_PENALTIES = Pattern(r"(?<=\d)(?P<gap> )(?P<aux>aux )?tab(?= ?(?:$|[),.;:]|à \d))|(?<=\b[Aa]ux )tab\b")
_HALF_TIME = Pattern(
    r"(?<![\w.])MT(?= ?: ?\d{1,2} ?[-–] ?\d|[ :]*(?:zéro|un|deux|trois|quatre|cinq|six) à\b)"
)
_FREESTYLE = Pattern(r"(?<=\d m )NL(?!\w)|(?<=\dm )NL(?!\w)|(?<=mètres )NL(?!\w)")
_BEAT = Pattern(
    rf"(?<=[{LOWER})]) b\.(?= [{UPPER}][\w-]+(?: [{UPPER}][\w-]+)?"
    rf"(?: \([A-Z]{{3}}\))?,? ?(?:: ?)?\d{{1,2}}[-/]\d)"
)
_FULL_TABLE = Pattern(r"(?<![\w.,])(?P<won>\d{1,2}) v\., (?P<drawn>\d{1,2}) n\., (?P<lost>\d{1,2}) d\.")
_TABLE = Pattern(
    r"(?<![\w.,])(?P<won>\d{1,2}) ?[VG](?:,? |[-–/])(?P<drawn>\d{1,2}) ?N"
    r"(?:,? |[-–/])(?P<lost>\d{1,2}) ?[DP](?!\w)"
)


class _Sentence(NamedTuple):
    """What the whole sentence says of its double primes."""

    on_screen: bool
    timed_from: int
    closing: frozenset[int]


def say_sports(text: str) -> str:
    """« à 12'' du leader » → « à douze secondes du leader », « (4-2 tab) » → « (4-2 tirs au but) »."""
    text = _FREESTYLE.sub(
        "nage libre",
        _HALF_TIME.sub(lambda m: "mi-temps" if m.start() else "Mi-temps", _BEAT.sub(" bat", text)),
    )
    text = _DAY.sub("journée", _TABLE.sub(_say_table, _FULL_TABLE.sub(_say_table, text)))
    if "tab" in text:
        text = _PENALTIES.sub(lambda m: f"{m['gap'] or ''}{m['aux'] or ''}tirs au but", text)
    if not _SECONDS.search(text):
        return text
    timed = _TIMED.search(text)
    sentence = _Sentence(
        _SCREEN.search(text) is not None, timed.start() if timed else len(text), closing_quotes(text)
    )
    return _SECONDS.sub(lambda m: _say_seconds(m, sentence), text)


def _say_seconds(match: re.Match[str], sentence: _Sentence) -> str:
    """« à 12" du leader »; « un écran de 27" » and a closing quotation mark are left for `units`."""
    is_double_prime = match["mark"] in ('"', "″")
    if sentence.on_screen:
        return match[0] if is_double_prime else f"{match['s']} pouces"
    if is_double_prime and not _is_gap(match, sentence):
        return match[0]
    seconds = int(match["s"])
    return f"{cardinal(seconds, feminine=True)} seconde{'s' * (seconds > 1)}"


def _is_gap(match: re.Match[str], sentence: _Sentence) -> bool:
    text, start = match.string, match.start()
    if match.start("mark") in sentence.closing or not _BEHIND.search(text[max(0, start - 4) : start]):
        return False
    return sentence.timed_from < start or _WHOM.match(text, match.end()) is not None


def _say_table(match: re.Match[str]) -> str:
    """« 2 V, 1 N, 3 D » → « 2 victoires, 1 nul, 3 défaites »."""
    won, drawn, lost = match["won"], match["drawn"], match["lost"]
    return (
        f"{won} victoire{'s' * (int(won) > 1)}, {drawn} nul{'s' * (int(drawn) > 1)},"
        f" {lost} défaite{'s' * (int(lost) > 1)}"
    )

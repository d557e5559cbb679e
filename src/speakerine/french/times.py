"""Hours of the day and durations: 14h30, 14 h 30, 14:30, 0h05, 1 min 12 s, 3'45''.

Source: Imprimerie nationale, Lexique, « Heure » (14 h 30, no zero before a lone figure); BIPM for
h, min and s.
"""

import re

from .numbers import cardinal, digits
from .ordinals import ordinal
from .patterns import Pattern
from .pointed_times import write_with_h
from .typography import WHOLE

_CLOCK = Pattern(
    rf"(?<![\w.,:/-]){WHOLE}(?P<h>\d{{1,4}}) ?[hH](?:\.? ?(?P<m>[0-5]\d)(?!\d|[.,]\d)(?: ?"
    "(?:min|mn|m)? ?"
    r"(?P<s>[0-5]\d|\d(?= ?s(?:ec)?\b))(?: ?(?:s|sec))?(?!\w))?(?P<u> ?(?:min|mn))?)?(?![\w])"
)
_COLON = Pattern(
    r"(?<![\w.,:/-])(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?(?P<u>)(?!\w|[.,:]\d)"
)
_LITURGY = Pattern(
    r"(?:Matthieu|Marc|Luc|Jean|Genèse|Exode|Romains|Corinthiens|Psaumes?|sourate|Apocalypse"
    r"|Isaïe) \Z"
)
_HOURS_SPAN = Pattern(
    r"(?<=\dh)(?P<m>\d\d)? ?[-–—] ?(?=\d{1,2} ?h)|(?<=\d h)"
    r"(?P<n> \d\d)? ?[-–—] ?(?=\d{1,2} ?h)"
)
_SHORT_SPAN = Pattern(r"(?<![\w.,:/-])(?<![hH] )(\d{1,2}) ?[-–] ?(\d{1,2} ?h)(?!\w)")
_COLON_SPAN = Pattern(r"(?<=:\d\d) ?[-–—] ?(?=\d{1,2}:\d\d)")
_ROUND_CLOCK = Pattern(r"(?<!\w)24 ?(?:h(?:eures)?)? ?(?:/|sur) ?24 ?(?:h(?:eures)?)?(?!\w)")
_ALL_WEEK = Pattern(r"(?<!\w)7 ?(?:j(?:ours)?)? ?(?:/|sur) ?7 ?(?:j(?:ours)?)?(?!\w)")
_DAYS_OUT_OF = Pattern(r"(?<![\w.,])([2-9]) ?j(?:ours)? ?/ ?(7|10|14)(?!\w)")
_OUT_OF_DAYS = Pattern(r"(?<![\w.,/])([2-7]) ?/ ?7 ?j(?:ours)?(?!\w)")
_DURATION = Pattern(
    rf"(?<![\w.,]){WHOLE}(?P<m>\d{{1,4}}) ?(?:min|mn) ?(?:et )?(?P<s>\d{{1,2}})"
    r"(?P<c>[.,]\d{1,3})? ?(?P<u>s(?:ec)?\b\.?)?(?!\w| ?[%€]|[.,]\d)"
)
_PRIMES = Pattern(
    r"(?<![\w.,'’′°])(?<!° )(?:(?P<h>\d{1,2})h)?(?P<m>\d{1,3})['’′] ?(?P<s>[0-5]?\d)(?:''|’’|\"|″|”)"
    r"(?P<c>\d{1,3})?(?![\w])"
)
_TALL = Pattern(r"(?i:mesur|taille|basketteu|pivot|géant|grande? de)[^.!?]{0,30}\Z")
_FEET = ("4", "5", "6", "7")
_INCHES_IN_A_FOOT = 12
_RACE = Pattern(r"(?<![\w.,'’′])(?:(?P<h>\d{1,2})h)?(?P<m>\d{1,2})['’′](?P<s>[0-5]\d)(?![\d\w'’\"″”])")
_GLUED_MINUTE = Pattern(r"(?<![\w.,:/-])(?P<h>\d{1,2})h(?P<m>[1-9])(?![\w]|[.,]\d)")
_HOUR_PRIMES = Pattern(r"(?<=\dh\d\d)['’′](?![\w'’])")
_OPEN_FROM_TO = Pattern(
    r"(?<![\w.,/])(?P<a>(?P<from>\d{1,2}) ?h(?: ?\d\d)?) ?/ ?(?P<b>(?P<to>\d{1,2}) ?h(?: ?\d\d)?)(?!\w"
    r"| ?[/\d-])"
)
_ROUND_WEEK = Pattern(r"(?<!\w)24 ?h ?/ ?7 ?j(?!\w)")
_ENGLISH_HOUR = Pattern(r"(?<![\w.,:])(?P<h>1?\d)(?::(?P<m>[0-5]\d))? ?(?P<half>[ap])(?:\. ?m\.|m)(?!\w)")
_HALF_DAY = Pattern(r"\d.?[ap]\.?.?m")
_UNIVERSAL = Pattern(r"(?<=\d|h|H) TU(?!\w)")
_SECONDS = Pattern(r"(?<![\w.,'’′])(?P<s>\d{1,3})(?:''|’’|″|\")(?P<c>\d{1,3})(?!\w)")
_MINUTES = Pattern(
    r"(?P<lead>(?<=\d['’′])(?:, | et )|(?<![\w.,'’′°])(?<!° )(?:\b[Ll]a |\()?)(?P<m>\d{1,3})(?:[eè]?)['’′]"
    r"(?:\+(?P<extra>\d{1,2}))?(?![\w'’′])(?P<list>(?=(?:, | et )\d{1,3}['’′](?![\w'’′])))?"
)
_SPORT_SECONDS = Pattern(r"(?<![\w.,])(?P<s>\d{1,3}) ?s ?(?P<c>\d{2})(?!\w|[.,]\d)")
_MINUTE_LIMIT = 130
_HALF = Pattern(r"(?<![\w.,])(?P<h>\d{1,2}) ?h(?:eures?)? ?1/2(?!\w)")
_MARK = Pattern(r"\[(?P<m>\d{1,2}):(?P<s>[0-5]\d)\]")
"""Where something begins in a recording."""
_RATIO_BEFORE = Pattern(r"(?:ratio|échelle|rapport|proportion)(?: de| à| :)? \Z")
_WON = Pattern(
    r"\b(?:gagn|s['’]impos|batt?|bat\b|mèn|mené|menait|vainqu|victoire|score|défaite|perd|inclin|égalis|nul\b|emport)[^.;]{0,30}\Z"
)
_FACE = Pattern(r" (?:face|devant|contre|au (?:match|tour) )\b")
_RATIO = Pattern(
    r"(?<![\w.,:/-])(?:(?P<a>16|21|5|4|3|2|1):(?P<b>9|10|5|3|2|1|4)|1:(?P<scale>[1-9]\d? 000(?: 000)?"
    r"|\d{3,7}))"
    r"(?!\w|[.,:]\d)"
)
_COUNTDOWN = Pattern(r"(?<!\w)([JH]) ?([-−–+]) ?(\d{1,3})(?![\w]|[.,]\d)")


_SHOUTED_SPAN = Pattern(r"(?<![\w.,])\d{1,2} ?H ?(?:\d\d)? ?[-–/] ?\d{1,2} ?H ?(?:\d\d)?(?!\w)")
_ZONE = Pattern(r"(?P<z>\b(?:UTC|GMT)) ?[-−–] ?(?=\d)")
_LAP = Pattern(r"\b(?:tour|boucle|piste|chrono|bassin)s?\b[^.;]{0,40}\ben \Z")
_PRIMED = Pattern("\\d['’′″\"]")
_MINUTE_MARK = Pattern("\\d[eè]?['’′]")
_SECONDS_THEN_FIGURE = Pattern(r"\d.?s.?\d")


def say_times(text: str) -> str:
    """« 14h30 » → « quatorze heures trente », « 21 h » → « vingt et une heures »."""
    if _PRIMED.search(text):
        text = _RACE.sub(_say_race, _PRIMES.sub(_say_primes, _HOUR_PRIMES.sub("", text)))
    if "." in text:
        text = write_with_h(text)
    if "/" in text or "sur" in text:
        text = _say_out_of(text)
    if _HALF_DAY.search(text):
        text = _ENGLISH_HOUR.sub(_say_english_hour, text)
    if "J" in text or "H" in text or "TC" in text or "MT" in text:
        text = _say_shouted(text)
    if ":" in text:
        text = _MARK.sub(_say_mark, text)
        text = _COLON.sub(_say_colon, _RATIO.sub(_say_ratio, _COLON_SPAN.sub(" à ", text)))
    if "TU" in text:
        text = _UNIVERSAL.sub(" T U", text)
    if "h" not in text and "H" not in text:
        return text
    text = _GLUED_MINUTE.sub(_say_glued_minute, text)
    if "-" in text or "–" in text or "—" in text:
        text = _SHORT_SPAN.sub(lambda m: f"{cardinal(int(m[1]), feminine=True)} à {m[2]}", text)
        text = _HOURS_SPAN.sub(lambda m: f"{m['m'] or m['n'] or ''} à ", text)
    return _CLOCK.sub(_say_clock, text)


def _say_mark(match: re.Match[str]) -> str:
    """« [02:15] Générique » → « deux minutes quinze, Générique »."""
    minutes = int(match["m"])
    return f"{cardinal(minutes, feminine=True)} minute{'s' * (minutes > 1)} {cardinal(int(match['s']))},"


def _say_shouted(text: str) -> str:
    """« J-2 » → « J moins deux », « UTC-4 » → « UTC moins 4 », « 6H-18H » → « 6h-18h »."""
    text = _SHOUTED_SPAN.sub(lambda m: m[0].lower(), _ZONE.sub(r"\g<z> moins ", text))
    return _COUNTDOWN.sub(_say_countdown, text)


def _say_out_of(text: str) -> str:
    """« 24h/24 », « 7j/7 », « 24h/7j », « 5j/7 », « 2 h 1/2 »."""
    text = _ROUND_WEEK.sub("vingt-quatre heures sur vingt-quatre, sept jours sur sept", text)
    text = _ROUND_CLOCK.sub("vingt-quatre heures sur vingt-quatre", text)
    text = _OPEN_FROM_TO.sub(_say_open, text)
    text = _ALL_WEEK.sub(_say_all_week, text)
    text = _OUT_OF_DAYS.sub(r"\1 jours sur 7", _DAYS_OUT_OF.sub(r"\1 jours sur \2", text))
    return _HALF.sub(lambda m: f"{_hours(m['h'])} et demie", text)


def _say_open(match: re.Match[str]) -> str:
    """« 14h/18h30 » → « 14h à 18h30 », « 20h/18h » has nothing between."""
    link = " à " if int(match["from"]) < int(match["to"]) else ", "
    return match["a"] + link + match["b"]


def say_durations(text: str) -> str:
    """« 1 min 12 s » → « une minute douze secondes », « 9''58 » → « neuf secondes cinquante-huit »."""
    if "min" in text or "mn" in text:
        text = _DURATION.sub(_say_duration, text)
    if _PRIMED.search(text):
        text = _SECONDS.sub(_say_seconds, text)
    if _SECONDS_THEN_FIGURE.search(text):
        text = _SPORT_SECONDS.sub(_say_seconds, text)
    return _MINUTES.sub(_say_minute, text) if _MINUTE_MARK.search(text) else text


def _count(written: str, noun: str, *, feminine: bool = True) -> str:
    """« une minute », « vingt et une secondes »."""
    number = int(written)
    return f"{cardinal(number, feminine=feminine)} {noun}{'s' * (number > 1)}"


def _seconds(written: str) -> str:
    """The seconds after minutes, without their name: « 3 min 21 » → « trois minutes vingt et une »."""
    return cardinal(int(written), feminine=True) if written[0] != "0" else digits(written)


def _hours(written: str) -> str:
    return _count(written, "heure")


def _say_clock(match: re.Match[str]) -> str:
    """« 2 h 41 » → « deux heures quarante et une », « 2 h 41 min » → « … quarante et une minutes »."""
    if len(match["h"]) > len("24") and "H" in match[0]:
        return match[0]
    spoken = _hours(match["h"])
    if match["s"]:
        return f"{spoken} {_count(match['m'], 'minute')} {_count(match['s'], 'seconde')}"
    if match["m"] and int(match["m"]):
        unit = " minutes" if match["u"] else ""
        return f"{spoken} {cardinal(int(match['m']), feminine=int(match['m']) % 10 == 1)}{unit}"
    return spoken


def _say_colon(match: re.Match[str]) -> str:
    if _LITURGY.search(match.string[max(0, match.start() - 20) : match.start()]):
        return f"{cardinal(int(match['h']))} {digits(match['m'])}"
    if _RATIO_BEFORE.search(match.string[max(0, match.start() - 20) : match.start()]):
        return f"{cardinal(int(match['h']))} pour {cardinal(int(match['m']))}"
    if not match["s"] and _LAP.search(match.string[max(0, match.start() - 60) : match.start()]):
        return (
            f"{_count(match['h'], 'minute')} {cardinal(int(match['m']), feminine=int(match['m']) % 10 == 1)}"
        )
    return _say_clock(match)


def _say_ratio(match: re.Match[str]) -> str:
    """« 16:9 » → « seize neuvièmes », « 2:1 » → « deux pour un »."""
    if match["scale"]:
        return f"un pour {cardinal(int(''.join(match['scale'].split())))}"
    over, under = int(match["a"]), int(match["b"])
    if over > under > len(("one", "two")):
        return f"{cardinal(over)} {'tiers' if under == len('abc') else ordinal(under) + 's'}"
    before = match.string[max(0, match.start() - 50) : match.start()]
    link = "à" if _WON.search(before) or _FACE.match(match.string, match.end()) else "pour"
    return f"{cardinal(over)} {link} {cardinal(under)}"


def _say_race(match: re.Match[str]) -> str:
    """« 1'30 » → « une minute trente », « 2h03'59 » → « deux heures trois minutes cinquante-neuf »."""
    hours = f"{_hours(match['h'])} " if match["h"] else ""
    return f"{hours}{_count(match['m'], 'minute')} {_seconds(match['s'])}"


def _say_glued_minute(match: re.Match[str]) -> str:
    """« 1h1 » → « une heure une »."""
    return f"{_hours(match['h'])} {cardinal(int(match['m']), feminine=True)}"


def _say_english_hour(match: re.Match[str]) -> str:
    """« 8 a.m. » → « huit heures du matin », « 10 pm » → « dix heures du soir »."""
    minutes = f" {digits(match['m'])}" if match["m"] and int(match["m"]) else ""
    return f"{_hours(match['h'])}{minutes} du {'matin' if match['half'] == 'a' else 'soir'}"


def _say_all_week(match: re.Match[str]) -> str:
    return "sept jours sur sept" if "j" in match[0] else "sept sur sept"


def _say_countdown(match: re.Match[str]) -> str:
    letter, sign, number = match.groups()
    return f"{letter} {'plus' if sign == '+' else 'moins'} {cardinal(int(number))}"


def _say_duration(match: re.Match[str]) -> str:
    spoken = f"{_count(match['m'], 'minute')} "
    if match["c"]:
        return f"{spoken}{_count(match['s'], 'seconde')} {digits(match['c'][1:])}"
    return spoken + (_count(match["s"], "seconde") if match["u"] else _seconds(match["s"]))


def _say_seconds(match: re.Match[str]) -> str:
    """« 9''58 », « 9 s 58 » → « neuf secondes cinquante-huit »."""
    return f"{_count(match['s'], 'seconde')} {digits(match['c'])}"


def _say_primes(match: re.Match[str]) -> str:
    """« 3'45'' » → « trois minutes quarante-cinq secondes »; « il mesure 5'10" » is in feet and inches."""
    is_height = match["m"] in _FEET and int(match["s"]) < _INCHES_IN_A_FOOT and not match["h"]
    if is_height and _TALL.search(match.string[max(0, match.start() - 40) : match.start()]):
        inches = f" {_count(match['s'], 'pouce', feminine=False)}" if int(match["s"]) else ""
        return f"{_count(match['m'], 'pied', feminine=False)}{inches}"
    parts = [_hours(match["h"])] if match["h"] else []
    parts += [_count(match["m"], "minute"), _count(match["s"], "seconde")]
    if match["c"]:
        parts.append(digits(match["c"]))
    return " ".join(parts)


def _say_minute(match: re.Match[str]) -> str:
    """« (90'+3) » → « quatre-vingt-dixième minute plus trois », « 12', 81' » → two goals."""
    if int(match["m"]) > _MINUTE_LIMIT or int(match["m"]) == 0:
        return match[0]
    if not match["lead"] and not match["extra"] and match["list"] is None:
        closes = "’" in match[0] and "‘" in match.string[max(0, match.start() - 60) : match.start()]
        return match[0] if closes else _count(match["m"], "minute")
    first = "première" if match["m"] == "1" else ordinal(int(match["m"]))
    extra = f" plus {cardinal(int(match['extra']))}" if match["extra"] else ""
    return f"{match['lead']}{first} minute{extra}"

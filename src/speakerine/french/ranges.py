"""Ranges, scores and other numbers joined by a dash: 10-15 km, 3-1, 6-4 7-5, 14-18, 49.3.

Source: Imprimerie nationale, Lexique, « Trait d'union »; AFP practice: a score and a span are said
« à », a war, a season, an age group, an aircraft and an article of law put the numbers side by side.
"""

import re

from .gender import counts_feminine
from .numbers import say, side_by_side
from .patterns import Pattern
from .typography import MAYBE_SIGNED, NUMBER, SIGN

_N = rf"{NUMBER}"
_FORTY_NINE_THREE = Pattern(r"(?<![\w.,])49[.-]3(?![\w%€]|[.,]\d| (?:%|€|millions?|milliards?))")
_SEINE_SAINT_DENIS = Pattern(r"(?<=\b[LlDd][eu] )9-3(?!\w|-)")
_WARS = Pattern(
    r"(?<![\w.,-])(14)[-–](18)(?![\w-]|[.,]\d| (?:ans|€|%|°))|(?<![\w.,-])(39|40|70)[-–](45|71)"
    r"(?![\w-]|[.,]\d| (?:ans|€|%|°))"
)
_AGES = Pattern(r"(?<=\b[Ll]es )(?P<a>\d{1,3})[-–/](?P<b>\d{1,3})(?= ans\b)")
_ARTICLE_NUMBER = r"\d{1,5}(?:[-–.]\d{1,4}){1,4}"
_ARTICLE = Pattern(
    r"(?P<lead>(?<!\w)(?:[Aa]rt(?:icles?|\.)|[Aa]lin[ée]a) (?:(?:[LRD]\.?) ?)?|"
    r"(?<!\w)[LRD]\. ?)"
    rf"(?P<n>{_ARTICLE_NUMBER}(?:(?:, | (?:et|ou|à) ){_ARTICLE_NUMBER}){{0,6}})(?!\w)"
)
_NUMBERED = Pattern(
    r"(?P<lead>(?<!\w)(?i:numéro|référence|dossier|loi|décret|ordonnance|directive|règlement"
    r"|arrêté) (?:: )?(?:\([A-Z]{2,3}\) )?)"
    r"(?P<n>\d{1,5}(?:[-–/]\d{1,5}(?:\.\d{3})?){1,3})(?!\w|-[\da-z]|[.,]\d)"
)
_UNION_ACT = Pattern(
    r"(?P<lead>\b(?i:directives?|règlements?|décisions?(?:-cadre)?) (?:\((?:UE|CE|CEE)\) )?(?:numéro |n° )?)"
    r"(?P<a>\d{2,4})/(?P<b>\d{1,4})(?:/(?P<of>CEE|CE|UE|JAI|PESC))?(?![\w/]|[.,]\d)"
)
_CHAIN = Pattern(r"(?<![\w.,-])\d{1,4}(?:[-–]\d{1,4}){2,8}(?![\w-]|[.,]\d)")
_LIST = Pattern(r"(?<![\w.,-])\d{1,3}(?: [-–] \d{1,3}){2,9}(?![\w-]|[.,]\d)")
_COUNTDOWN = Pattern(r"(?<![\w.,-])\d(?:,\d){2,9}(?![\w-]|[.,]\d)")
_SETS = Pattern(
    r"(?<![\w.,-])(?:(?:[67][-–/][0-7]|[0-7][-–/][67])(?:,? ?\(\d{1,2}(?:[-–/]\d{1,2})?\))?(?:, ?| et "
    r"| | ; )?){2,5}(?![\w-])"
)
_SET = r"[1-4]\d/(?:1[3-9]|[2-4]\d)"
_POINTS = Pattern(rf"(?<![\w.,/-]){_SET}(?:, ?{_SET}){{1,4}}(?![\w/]|[.,]\d)")
_RANKS = Pattern(r"\b(?:pages?|lignes?|chapitres?|chambres?|paragraphes?|versets?|numéros?|exercices?) \Z")
_MODEL = Pattern(
    r"(?:Boeing|Airbus|Antonov|Tupolev|Mercedes|Peugeot|Douglas|Embraer|ATR|Mirage|MiG|Soukhoï) \Z"
)
_TO = Pattern(
    rf"{MAYBE_SIGNED}(?<![\w.,/-])(?P<a>{SIGN}{_N})(?P<unit> ?[%€])?"
    r"(?! [–—-] \d{5} [A-ZÀ-Þ]| [–—-] \d+(?:er?|re|ère|ème)\b)(?P<sep>[-–—‑]| [–—-] "
    rf"| ?(?:→) ?)(?={SIGN}?\d)(?P<b>{_N})"
    r"(?!\w*[-/]\d|\d|(?: ?[=+×]))"
)
_IN_METRES = Pattern(r"\d{1,2}[.,]\d\d-\d{1,2}[.,]\d\d")
_METRES = Pattern(r" ?m(?![\w²³'’/])")
_TWO_NUMBERS = 2
_LEAST_SPAN = 5


_FROM_TO = Pattern(
    rf"{MAYBE_SIGNED}(?<![\w.,/])(?P<a>{SIGN}\d{{1,4}}(?:,\d)?)/(?P<b>-?\d{{1,4}}(?:,\d)?)(?= ?(?:°|%|€"
    rf"|(?:km/h|km|cm|kg|mm)(?!\w)"
    rf"|M€|[kK]€|Md)| (?:ans|euros|degrés|min|minutes|personnes|pers\.|convives|parts|couverts)(?!\w))"
)
_ODDS = Pattern(
    r"(?P<lead>\b(?:[Cc]otée?s?|part|partait|partira|favorie?|[Cc]ote) (?:à"
    r"|de) )(?P<a>\d{1,3})/(?P<b>\d)(?![\w/]|[.,]\d)"
)
_COTE = Pattern(r"(?<![\w.,/])(?P<a>\d{1,3})/1(?![\w/]|[.,]\d)")
_ONE_OR_NEXT = Pattern(
    r"(?<![\w.,/-])(?<!\b[Ll]es )(?P<a>[1-9])/(?P<b>[2-9]|10)"
    r"(?= (?:fois|jours|semaines|mois|verres|gouttes|personnes|amis"
    r"|copains|pulls|pages|titres|livres|films|chansons|idées|points|places|arbres|chats|chiens|cafés|bières|œufs"
    r"|enfants|potes|trucs|photos|vidéos|articles|clients|collègues|copines|exemples|tours|nuits|séances|gousses|feuilles|tranches|pincées|heures|minutes|km|séries|questions)(?!\w))"
)
_CASE = Pattern(
    r"(?P<lead>\b(?:[Aa]ff(?:aires?|\.)|[Aa]rrêts?|numéros?) )"
    r"(?P<court>[CTF])-(?P<n>\d{1,4})/(?P<year>\d\d)(?![\w/])"
)
_CLOTHES = (
    "[Jj]ean|[Rr]obe|[Pp]antalon|[Jj]upe|[Cc]hemise|[Pp]ull|[Cc]haussettes|[Mm]aillot|[Mm]anteau|[Vv]este"
)
_SIZE = Pattern(
    rf"(?P<lead>\b(?:[Tt]ailles?|[Pp]ointures?|(?:{_CLOTHES})(?: [a-zà-ÿ]{{3,10}})?) (?:du )?)"
    r"(?P<a>\d\d)/(?P<b>\d\d)(?![\w/]|[.,]\d)"
)
_INVENTORY = Pattern(r"(?<=\binv\. )(?P<by>[A-Z]{1,3}) (?P<a>\d{4})-(?P<b>\d{1,4})(?![\w-])")
_LOTTERY = Pattern(r"(?<=\b[Aa]u )6/49(?![\w/])|(?<=\bLotto )6/49(?![\w/])")
_CAR_SEAT = Pattern(r"(?<=\b[Gg]roupe )(?:0\+?|[12])/[123](?:/3)?(?![\w/]|[.,]\d)")
_BUDGET = Pattern(r"(?<=\b[LlDdAa][eu] )47[-.]1(?![\w%€-]|[.,]\d)")
_STANDARD = Pattern(
    r"(?P<lead>\b(?:NF|DTU)(?: (?:EN|ISO|[A-Z]))*(?: (?:EN|ISO|[A-Z]))? )"
    r"(?P<n>\d{1,5}[-.]\d{1,4}(?:[-.]\d{1,4})?)(?![\w]|[.,]\d)"
)
_PROGRAMME = Pattern(
    r"(?P<lead>(?<!\bnote )(?<!\bnotes )(?<!\bmoyenne )\b[LlDd][eu] |\b[Aa]u |\bmatinale |\b(?:Inter"
    r"|Info|RTL|RMC),? )"
    r"(?P<from>[567](?=[-–/](?:7|9|10)\b)|12(?=.1[34])|13(?=.14)|16(?=.18)|17(?=.(?:19|20)\b)|18(?=.(?:19|20)\b)|19(?=.20))"
    r"[-–/](?P<until>\d{1,2})(?:[.h](?P<half>30))?(?![\w/-]|[.,]\d| (?:de moyenne|mètres|m\b))"
)
_TYRE_INDEX = Pattern(r"(?<=R\d\d )(?P<load>\d\d\d?)(?P<speed>[HTVWYSQR])(?!\w)")
_TYRE = Pattern(r"(?<![\w.,/])(\d{3})/(\d\d)(?= ?Z?R ?\d\d\b)")
_HALF_AND_HALF = Pattern(r"(?<![\w.,/-])(?:50/50|60/40|40/60|70/30|80/20|90/10)(?![\w/-]|[.,]\d| ?[%°])")


def say_sets(text: str) -> str:
    """What a fraction is not: « 6/4, 7/5 » → « six quatre, sept cinq », « 20/25 °C » → « vingt à 25 °C »."""
    text = _NUMBERED.sub(_say_numbered, _UNION_ACT.sub(_say_union_act, text))
    text = _SIZE.sub(r"\g<lead>\g<a> \g<b>", _CASE.sub(_say_case, text))
    text = _INVENTORY.sub(r"\g<by> \g<a> \g<b>", text)
    text = _LOTTERY.sub("6 49", text)
    text = _CAR_SEAT.sub(lambda m: " ".join(m[0].replace("+", " plus").split("/")), text)
    text = _ONE_OR_NEXT.sub(_say_one_or_next, _STANDARD.sub(_say_numbered, text))
    text = _TYRE_INDEX.sub(lambda m: f"{say(m['load'])} {m['speed']}", text)
    text = _TYRE.sub(lambda m: side_by_side(m[0]), _PROGRAMME.sub(_say_programme, text))
    text = _AGES.sub(_say_ages, _POINTS.sub(_say_points, _SETS.sub(_say_sets, text)))
    text = _HALF_AND_HALF.sub(_say_shares, text)
    if "cote" in text:
        text = _COTE.sub(r"\g<a> contre un", text)
    text = _ODDS.sub(lambda m: f"{m['lead']}{m['a']} contre {say(m['b'])}", text)
    return _FROM_TO.sub(_say_from_to, text)


def say_ranges(text: str) -> str:
    """« 10-15 km » → « dix à 15 km » (the unit is for later), « 3-1 » → « trois à un »."""
    text = _FORTY_NINE_THREE.sub("quarante-neuf trois", text)
    text = _BUDGET.sub("quarante-sept un", _SEINE_SAINT_DENIS.sub("neuf trois", text))
    text = _WARS.sub(lambda m: side_by_side(m[0]), text)
    text = _NUMBERED.sub(_say_numbered, text)
    text = _ARTICLE.sub(_say_article, text)
    text = _CHAIN.sub(lambda m: side_by_side(m[0]), _LIST.sub(_one_after_another, text))
    text = _COUNTDOWN.sub(_one_after_another, text)
    return _TO.sub(_say_to, text)


def _say_shares(match: re.Match[str]) -> str:
    """« 50/50 » → « cinquante-cinquante », « 60/40 » → « soixante quarante »."""
    one, other = match[0].split("/")
    return f"{say(one)}-{say(other)}" if one == other else f"{say(one)} {say(other)}"


def _say_from_to(match: re.Match[str]) -> str:
    """« 10/20 % » → « dix à 20 % », but « 1/4 » and « 1/2 % » are shares."""
    low, high = (float(match[part].lstrip("+±-−– ").replace(",", ".")) for part in "ab")
    if low > high and match.string[match.end() : match.end() + 2].strip() == "€":
        return f"{say(match['a'])} ou {match['b']}"
    if match["a"][0].isdigit() and (low >= high or high < _LEAST_SPAN):
        return match[0]
    return f"{say(match['a'])} à {match['b']}"


def _say_case(match: re.Match[str]) -> str:
    """« l'affaire C-131/12 » → « l'affaire C cent trente et un slash douze »."""
    number, year = say(match["n"], rank=True), say(match["year"], rank=True)
    return f"{match['lead']}{match['court']} {number} slash {year}"


def _say_one_or_next(match: re.Match[str]) -> str:
    """« 2/3 fois » → « deux ou trois fois », « 3/4 heures » too; « 1/4 litre » is a share."""
    if int(match["b"]) != int(match["a"]) + 1:
        return match[0]
    feminine = counts_feminine(match.string, match.end())
    return f"{say(match['a'], feminine=feminine)} ou {match['b']}"


def _one_after_another(match: re.Match[str]) -> str:
    """« 3 - 12 - 21 » → « trois, douze, vingt et un », « 1,2,3 » → « un, deux, trois »."""
    return ", ".join([say(number) for number in re.findall(r"\d+", match[0])])


def _say_programme(match: re.Match[str]) -> str:
    """« le 7/9.30 » → « le sept neuf trente », « le 12-14 » → « le douze quatorze »."""
    hours = [match["from"], match["until"], *([match["half"]] if match["half"] else [])]
    return match["lead"] + " ".join([say(hour) for hour in hours])


def _say_ages(match: re.Match[str]) -> str:
    return f"{say(match['a'])} {say(match['b'])}"


def _say_article(match: re.Match[str]) -> str:
    """« l'article L. 123-4 » → « l'article L cent vingt-trois tiret quatre »; « 47-1 » has no tiret."""
    lead = match["lead"].replace(".", " ").replace("  ", " ")
    lead = re.sub(r"^([Aa])rt ", r"\1rticle ", lead).rstrip() + " "
    coded = re.search(r"\b[LRD] \Z", lead)
    said = re.sub(r"(?<=\d)[-–.](?=\d)", " tiret " if coded else " ", match["n"])
    return lead + re.sub(r"\d+", lambda number: say(number[0], rank=True), said)


def _say_numbered(match: re.Match[str]) -> str:
    """« la loi n° 2016-1547 » → « deux mille seize tiret mille cinq cent quarante-sept »."""
    numbers = [say(number, rank=True) for number in re.findall(r"\d+(?:\.\d{3})?", match["n"])]
    return match["lead"] + (" slash " if "/" in match["n"] else " tiret ").join(numbers)


def _say_union_act(match: re.Match[str]) -> str:
    """« la directive 95/46/CE » → « la directive quatre-vingt-quinze, quarante-six C E »."""
    numbers = f"{say(match['a'], rank=True)}, {say(match['b'], rank=True)}"
    return match["lead"] + numbers + (f" {' '.join(match['of'])}" if match["of"] else "")


def _say_sets(match: re.Match[str]) -> str:
    """« 6-4, 7-5 » → « six quatre, sept cinq »."""
    if len(re.findall(r"(?<!\()\b[0-7][-–/][0-7]\b", match[0])) < _TWO_NUMBERS:
        return match[0]
    spaced = re.sub(r"(\d)[-–/](\d)", r"\1 \2", match[0])
    return re.sub(r"\d+", lambda number: say(number[0]), spaced)


def _say_points(match: re.Match[str]) -> str:
    """« 25/20, 25/18 » → « vingt-cinq vingt, vingt-cinq dix-huit »; marks are out of one number."""
    sets = [pair.split("/") for pair in re.findall(r"\d+/\d+", match[0])]
    if len({out_of for _, out_of in sets}) == 1:
        return match[0]
    return re.sub(r"\d+", lambda number: say(number[0]), match[0].replace("/", " "))


def _say_to(match: re.Match[str]) -> str:
    first, second = match["a"], match["b"]
    before = match.string[max(0, match.start() - 14) : match.start()]
    if before.endswith("uméro ") and match["sep"].strip() != match["sep"]:
        return f"{say(first, rank=True)} – {second}{match['unit'] or ''}"
    if _MODEL.search(before) or _RANKS.search(before):
        to = " à " if _RANKS.search(before) else " "
        return say(first, rank=True) + to + say(second, rank=True)
    unit = match["unit"] or ""
    if _IN_METRES.fullmatch(f"{first}-{second}") and _METRES.match(match.string, match.end()):
        return f"{first} m à {second}"
    if first == second and not unit and (len(first) > 1 or match.string.startswith(" bis", match.end())):
        return f"{say(first)} {second}"
    if unit:
        return f"{first}{unit} à {second}"
    feminine = first.endswith("1") and counts_feminine(match.string, match.end())
    return f"{say(first, feminine=feminine)} à {second}"

"""Fractions, marks out of twenty, proportions: 1/2, 2/9, 15/20, 1 1/2, ¾, 1/4 de finale.

Source: Académie française: demi, tiers and quart, then the ordinal (deux neuvièmes); a mark, a rate
or a proportion is said « sur » (quinze sur vingt).
"""

import re

from .gender import counts_feminine, is_feminine
from .numbers import cardinal
from .ordinals import ordinal
from .patterns import Pattern
from .typography import MAYBE_SIGNED, SIGN

_FRACTION = Pattern(
    rf"{MAYBE_SIGNED}(?<![\w.,/])(?P<sign>{SIGN})(?:(?P<whole>\d{{1,3}}) )?(?P<a>\d{{1,6}})"
    r"(?P<sep> ?/ ?)(?P<b>[1-9]\d{0,2}(?: \d{3}){1,2}(?!\d)|\d{1,6})(?P<end>es?|[èe]mes?|è)?(?!\w|[.,]\d|/)"
    r"(?P<after> (?:de )?finales?\b| (?:d['’])?heures?\b| (?:litres?|journée"
    rf"|douzaine|tarif|siècle|kilos?|pouces?|point|page|baguette|bouteille|finale|pension|pinte|tonne|tasse"
    rf"|verre|citron|oignon|cuillère|cuillerée|mesure|tour|place|part|botte|gousse|poignée|pincée|orange|pomme"
    r"|courgette|concombre|poivron|melon|ananas|avocat|échalote"
    r"|barquette|rouleau|tablette|sachet|pot|boîte|plaquette|comprimé|ampoule|dose)\b"
    r"| (?:d['’])?(?:h|l|kg|L|s)(?![\w'’/]|\.\w))?"
)
_HALF_WORD = Pattern(r"(?<![\w/.,])1/2[ -](?=sel\b|écrémée?s?\b|sec\b|secs\b|frère|sœur)")
_SECONDS_BEFORE = Pattern(r"\bs(?:econdes?)?\.?(?: et)? \Z")
_BEHIND = Pattern(
    r" (?:d(?:u|e la|es) |de l['’])"
    "(?:record|temps|vainqueur|premi|leader|médaill|podium|minima|meilleur|gagnant|tête)"
)
_AHEAD = Pattern(r"(?i:\b(?:devanc|batt|bat\b|précéd|améliore|retard|avance))[^.;]{0,40}\Z")
_TENTHS = frozenset((10, 100, 1000))
_SYMBOLS = {"kg": "kilo", "t": "tonne", "l": "litre", "L": "litre", "m": "mètre"}
_LATE_HALF_UNIT = Pattern(r"(?<![\w.,/])(?P<n>\d{1,3}) ?(?P<u>kg|t|l|L|m) 1/2(?![\w/]|[.,]\d)")
_DETERMINED = Pattern(r"\b(?i:une?|l[ae]s?|des|aux|cette|ce|sa|son|chaque) \Z")
_UNITS = {"h": "heure", "l": "litre", "L": "litre", "kg": "kilo", "s": "seconde"}
_OF_FINAL = Pattern(
    r"(?<![\w/])(?P<les>les )?(?:1/)?(?P<b>[248]|16|32)(?:e|es|ème|èmes)?(?P<s>s?) "
    r"(?:de )?finale(?P<p>s?)\b"
)
_MARKED = Pattern(
    r"(?:\beu|note|noté|notée|difficulté|score|moyenne|étoiles|obtenu|obtient|évaluée?|avis|test|épisode|partie|volet|étape"
    r"|tome|volume|numéro|thread|fil|post|planche|journée|vague|acte|leçon|cours|jour|séance|page"
    r"|feuilleton|série)s?(?: de| à| :)? (?:\d{1,3} et |[a-z-]{2,12} et )?\Z",
    re.IGNORECASE,
)
_RATED = Pattern(r"(?i:avalanche|indice|confiance|confort)[^.;]{0,30}\Z|[a-zà-ÿ] : \Z")
_RATINGS = frozenset(("5", "10", "20"))
_RATING_ENDS = Pattern(r"$|[.,;)]| (?:au-dessus|en|sur)\b")
_SCHOOL = Pattern(
    r" en (?:dictée|calcul|maths?|français|histoire|anglais|sport|physique|orthographe|lecture|musique"
    r"|dessin)\b"
)
_SHOTS = Pattern(r" (?:(?:à|aux?) (?:(?:deux|trois|[23]) (?:points|pts)|lancers|tirs?\b|shoots)|au pied\b)")
_OF_THE_WHOLE = Pattern(r" d(?:u|es|e la|e l['’])\b")
_PLURAL_ARTICLE = Pattern(r"\b(?:[Ll]es|[Dd]es|[Aa]ux) \Z")
_CAN = Pattern(r"\b[Bb]oîtes? \Z")
_AT = Pattern(r"\b[Aa]u \Z")
_IN = Pattern(r"\b[Ee]n \Z")
_LONE_IN_BRACKETS = Pattern(r"\((?:S\d{1,2}, ?|saison \d{1,2}, ?)?\Z")
_CLOSING = Pattern(r"\)(?:$|[.:,]| [:–-])")
_TIME_SIGNATURE = Pattern(
    r"(?P<lead>\b(?:(?:[Mm]esures?|[Rr]ythmes?|[Ss]ignature|[Vv]alses?|[Tt]empo|[Mm]étrique|[Cc]hiffrage)"
    "(?: [a-zà-ÿ]{2,12})? (?:à|en|de)|[Ee]n|à) )(?P<beats>2|3|4|5|6|7|9|12)/(?P<note>[248])"
    r"(?![\w/]|[.,]\d| (?:d[eu]\b|d['’]|finale))"
)
_DANCE = Pattern(r"(?i:\b(?:valse|mazurka|tarentelle|menuet|marche se|mesure|tempo|rythme))")
_COUNTED = Pattern(r" (?!près|plus|moins|fois|très|dans|mais|sans|vers|puis)[a-zà-ÿ]{4,}s\b")
_LEAST_OUT_OF = 11
_TENNIS_RANK = Pattern(r"(?:[Cc]lassée?s?(?: à)?|\() ?-?\Z")
_TENNIS_RANKS = frozenset((15, 30))
_SIXTH = 6
_FISHING = Pattern(r"(?i:\b(?:fil|ligne|nylon|fluorocarbone|tresse|crin)s?\b)[^.;]{0,30}\Z")
_PRESSURE_AFTER = Pattern(r" (?:mmHg|de tension)\b|[^.;]{0,24}\bhypertension")
_DAYS = Pattern(r" (?:jours|nuits)\b")
_PER = frozenset((10, 20, 30, 40, 50, 60, 100, 1000))
_NAMED = {2: ("demi", "demis"), 3: ("tiers", "tiers"), 4: ("quart", "quarts")}
_HALF, _QUARTER = 2, 4
_A_GROUP = 3
"""« 6 812/10 000 » is one number over another."""
_LARGEST_PART = 100
_WIDE_SCREEN = (21, 9)
_PRESSURE = Pattern(r"(?i:tension|artérielle)[^.]{0,40}\Z|\b[TP]A[ :]{1,3}\Z")


_OUT_OF = Pattern(
    r"(?<![\w.,/])(?P<a>\d{1,3}[.,]\d{1,2}|\d{1,3}(?:er|ème|e)) ?/ ?(?P<b>\d{1,5})(?!\w|[.,]\d|/)"
)
_FEMININE_WHOLES = (
    "heure|journée|tonne|minute|page|semaine|année|tasse|cuillère|cuillerée|bouteille|livre|pinte|douzaine"
)
_WHOLES = "litre|an|mois|jour|kilo|mètre|kilomètre|million|milliard|verre|pot|sachet|tour|siècle|point"
_AND_HALF = Pattern(
    rf"(?<![\w.,/])(?P<n>\d{{1,3}}) 1/2 (?P<noun>(?P<f>{_FEMININE_WHOLES})s?|(?:{_WHOLES})s?)(?!\w)"
)
_LATE_HALF = Pattern(
    rf"(?<![\w.,/])(?P<n>\d{{1,3}}) (?P<noun>(?P<f>{_FEMININE_WHOLES})s?|(?:{_WHOLES})s?) (?:et )?1/2"
    r"(?![\w/]|[.,]\d)"
)


def say_fractions(text: str) -> str:
    """« 2/9 » → « deux neuvièmes », « 15/20 » → « quinze sur vingt », « 1 1/2 » → « un et demi »."""
    text = _HALF_WORD.sub("demi-", text)
    text = _OUT_OF.sub(r"\g<a> sur \g<b>", text)
    text = _AND_HALF.sub(_say_and_half, text)
    text = _LATE_HALF.sub(_say_and_half, text)
    text = _LATE_HALF_UNIT.sub(_say_unit_and_half, text)
    text = _TIME_SIGNATURE.sub(_say_time_signature, text)
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
    if _SECONDS_BEFORE.search(before) and under in _TENTHS:
        return f"{cardinal(over)} {ordinal(under)}{'s' * (over > 1)}" + after
    if over == 1 and under in _NAMED and after and not match["whole"]:
        said = _say_measured(under, after)
        bare = _DETERMINED.search(before) or after.strip() in ("tarif", "pension")
        return sign + (said.partition(" ")[2] if bare and said[:2] == "un" else said)
    after = _of_unit(under, after)
    if match["whole"] and len(match["a"]) == _A_GROUP and " " in match["b"]:
        return sign + _say_pair(int(match["whole"] + match["a"]), under, before, match) + after
    whole = f"{sign}{cardinal(int(match['whole']))}" if match["whole"] else ""
    if whole and 0 < over < under and under > 1:
        return f"{whole} et {'demi' if under == _HALF else part(over, under)}{after}"
    return (f"{whole} " if whole else sign) + _say_pair(over, under, before, match) + after


def _of_unit(under: int, after: str) -> str:
    """« 3/4 h » is three quarters « d'heure », « 1/250 s » a part « de seconde »."""
    unit = after.strip()
    if unit == "h" and under == _QUARTER:
        return " d'heure"
    return " de seconde" if unit == "s" else after


def _say_pair(over: int, under: int, before: str, match: re.Match[str]) -> str:
    """A part (« deux tiers »), a blood pressure (« douze huit ») or a mark (« quinze sur vingt »)."""
    if over == 1 and under > 1 and (_AT.search(before) or (match["end"] and _IN.search(before))):
        return part(over, under).removeprefix("un ")
    if _PRESSURE.search(before) or _PRESSURE_AFTER.match(match.string, match.end()):
        return f"{cardinal(over)} {cardinal(under)}"
    lone = over > 1 and not match["end"] and not match["after"]
    if under >= _LEAST_OUT_OF and lone and _COUNTED.match(match.string, match.end()):
        feminine = counts_feminine(match.string, match.end())
        return f"{cardinal(over)} sur {cardinal(under, feminine=feminine)}"
    if _is_tennis_rank(over, under, before):
        return f"{cardinal(over)} {cardinal(under)}"
    of_the_whole = _PLURAL_ARTICLE.search(before) and _OF_THE_WHOLE.match(match.string, match.end())
    is_part = (
        match["end"]
        or _CAN.search(before)
        or (under == _LARGEST_PART and _FISHING.search(before))
        or _is_gap(under, before, match)
        or (_is_part(over, under) and not _is_score(before, match))
    )
    if is_part or (of_the_whole and over < under):
        return part(over, under)
    return f"{cardinal(over)} sur {cardinal(under)}"


def _is_tennis_rank(over: int, under: int, before: str) -> bool:
    """« Martin (15/1) », « classée 2/6 »: a rank of the French federation, said figure by figure."""
    if not _TENNIS_RANK.search(before) or under > _SIXTH:
        return False
    return over in _TENNIS_RANKS or (under == _SIXTH and before.rstrip("-")[-1:] != "(")


def _say_and_half(match: re.Match[str]) -> str:
    """« 1 1/2 heure » → « une heure et demie »."""
    feminine = bool(match["f"])
    return f"{cardinal(int(match['n']), feminine=feminine)} {match['noun']} et demi{'e' * feminine}"


def _say_unit_and_half(match: re.Match[str]) -> str:
    """« 2 l 1/2 » → « deux litres et demi »."""
    number, noun = int(match["n"]), _SYMBOLS[match["u"]]
    feminine = noun == "tonne"
    return f"{cardinal(number, feminine=feminine)} {noun}{'s' * (number > 1)} et demi{'e' * feminine}"


def _say_time_signature(match: re.Match[str]) -> str:
    """« une mesure à 6/8 » → « une mesure à six huit »; « en 3/4 » may be a sleeve."""
    danced = _DANCE.search(match.string)
    if match["lead"][:2] in ("en", "En", "à ") and match["note"] != "8" and not danced:
        return match[0]
    return f"{match['lead']}{cardinal(int(match['beats']))} {cardinal(int(match['note']))}"


def _is_gap(under: int, before: str, match: re.Match[str]) -> bool:
    """« à 7/100 du record » is a time."""
    if under in _TENTHS and before.endswith("de ") and _AHEAD.search(before):
        return True
    return under in _TENTHS and before.endswith("à ") and _BEHIND.match(match.string, match.end()) is not None


def _is_score(before: str, match: re.Match[str]) -> bool:
    """« note : 3/4 », « épisode 2/6 », « 9/13 à trois points », « (1/5) »: so many out of so many."""
    text, end = match.string, match.end()
    if (
        _SCHOOL.match(text, end)
        or _MARKED.search(before)
        or _DAYS.match(text, end)
        or _SHOTS.match(text, end)
    ):
        return True
    rated = match["b"] in _RATINGS and _RATED.search(before) and _RATING_ENDS.match(text, end)
    if rated and not match["after"]:
        return True
    lone = not match["after"] and _LONE_IN_BRACKETS.search(before)
    return bool(lone and _CLOSING.match(text, end))


def _is_part(over: int, under: int) -> bool:
    """Whether it is a share of something (2/3, 1/100) rather than so many out of so many (15/20)."""
    if over == 0 or under <= 1 or over == under:
        return False
    return (
        over == 1
        or under in _NAMED
        or (over, under) == _WIDE_SCREEN
        or (under not in _PER and under < _LARGEST_PART and over < 2 * under)
    )


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

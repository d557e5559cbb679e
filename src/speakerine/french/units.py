"""Units of measure: 200 m, 65 km², 23 °C, 300 µm, 1 t, 130 km/h, 12 g/L, 18 %.

Source: BIPM, Le Système international d'unités (names, symbols, plurals from two on); Imprimerie
nationale, Lexique, « Unités de mesure ».
"""

import re
from functools import lru_cache

from .compass import POINTS
from .numbers import digits, read, say
from .patterns import Pattern
from .typography import (
    MAYBE_SIGNED,
    NUMBER,
    SIGN,
    UPPER,
    alternatives,
    as_written,
    closing_quotes,
    words,
)
from .unit_lists import UNIT_SYMBOLS

_UNCOUNTED = (
    "an",
    "mois",
    "jour",
    "semaine",
    "heure",
    "minute",
    "seconde",
    "personne",
    "habitant",
    "litre",
    "kilo",
    "mètre",
    "tr",
)
_COUNTED = alternatives([s for s in UNIT_SYMBOLS if s not in _UNCOUNTED])
_DIVISORS = alternatives(list(UNIT_SYMBOLS))
_SPACED_ONLY = frozenset(words("A K N J al mi ch UI q nd cp VA NM cc Ga Ma"))
_MEASURE = Pattern(
    rf"{MAYBE_SIGNED}(?<![\w.,])(?P<n>{SIGN}{NUMBER})(?P<gap> ?)(?P<unit>{_COUNTED}|tr)"
    rf"(?:(?P<slash> ?/ ?)(?P<per>100 ?km|100(?!\d)|{_DIVISORS})"
    rf"|[·. ](?=\S{{1,5}} puissance)(?P<inverse>{_DIVISORS}) puissance -1)?(?![\w'’&]|-[a-z]|\.[a-z])"
)
_PER_HUNDRED = Pattern("100 ?km")
_METRES_AND = Pattern(r"(?<![\w.,])(?P<n>\d{1,3}) ?m ?(?P<cm>\d\d)(?!\w|[.,]\d| \d)")
_DECIMAL_METRES = Pattern(r"(?<![\w.,-])(?P<n>\d{1,2})[,.](?P<cm>\d\d) ?m(?![\w'’/23²³])")
_COORDINATES = Pattern(
    r"(?<![\w.,])(?P<d>\d{1,3}(?:[.,]\d{1,6})?) ?° ?(?:(?P<m>\d{1,2}) ?['’′] ?(?:"
    r"(?P<s>\d{1,2})(?:[.,]\d+)? ?(?:''|\"|″|’’) ?)?)?(?P<to>[NSEOW])(?!\w)"
)
_DECIMAL_INCHES = Pattern(r"(?<![\w.,'])(?P<n>\d{1,2}[.,]\d)''(?!\w)")
_FEET_AND_INCHES = Pattern(r"(?<![\w.,])(?P<n>\d) pi (?P<i>\d{1,2}) po(?!\w)")
_UNITS_BEFORE = Pattern(r"(?<![\w.])(?<!\d )(?:(?P<u>[Kk]m|PK)\.? |(?P<oven>[Tt]h)\. ?)(?=\d)")
_INCHES = Pattern(r"(?<![\w.,'’′])(?P<n>\d{1,3}(?:[.,]\d{1,2})?)(?:″|(?P<q>\"))(?!\w)")
_LETTER_UNITS = frozenset(words("A K N J W V L C T"))
_PLACED = Pattern(
    r"(?i:\b(?:bus|ligne|tram|métro|gare|porte|quai|hall|bâtiment|bât|escalier|appartement|appt|chambre|salle"
    r"|groupe|lot|place|siège|vol|pages?|chapitre|article|annexe|titre|niveau|zone|section|rue|route|numéro"
    r"|terminal|allée|bloc|tour|les|la|une|règle des)) \Z"
)
_STREET = Pattern(r",? (?:rue|avenue|boulevard|place|allée|chemin|quai|route|impasse|M\.|Mme|Mlle|de congé)")
_OTHER_LETTERS = Pattern(r"(?: et|,| ou) \d{1,2} [B-Z](?!\w)")
_TROPHY = Pattern(" Trophy")
_GEE = Pattern(
    r"(?i:\b(?:(?:ac|dé)célérations?|centrifug\w+|(?:pilotes?|astronautes?|cosmonautes?|corps)[\w ,]{0,16}"
    r"(?:encaiss|sub[iî]|support)\w+)\b)[^.;]{0,40}\Z"
)
_RESUMES = Pattern(r"(?i:\b(?:reç|envoy|lu|li[rts]|dépos|tri[eé]|candidat|recrut|embauch))[^.;]{0,30}\Z")
_TOLD = {"g": _GEE, "CV": _RESUMES}
"""What stands before tells that it is no gram and no horse: « une accélération de 9 g », « 7 CV reçus »."""
_CAR = Pattern(r"\b(?:[Ll]a|[Uu]ne|en|[mst]a|Renault) \Z")
_AT_SEA = Pattern(
    r"(?i:\b(?:(?:vents?|rafales?|brises?|navires?|bateaux?|voiliers?|trimarans?|vedettes?|frégates?|allure"
    r"|vitesse)\b|souffl|file à))[^.;]{0,50}\Z"
)
_NEXT_SENTENCE = Pattern(r"\s+\Z")
_DEGREES_AND = Pattern(
    r"(?<![\w.,])(?P<d>\d{1,3})°(?:(?P<tenth>\d)(?![\w'’′])| ?(?P<m>[0-5]?\d) ?['’′](?![\w'’′]))"
)
_EQUIVALENT = Pattern(r"(?:\bde )?\bCO[2₂](?: ?-?[eé]q\b\.?|e\b)|(?<=[gt]) ?[eé]q\.? ?CO[2₂]")
_PERCENT = Pattern(r"(?<=[\wà-ÿ)])(?P<gap> ?)(?P<sign>[%‰])(?!\w)")
_PERCENT_WORD = Pattern(r"(?:\b(?:[Ee]n|[Ll]es?|[Dd]es?|[Dd]u|[Aa]u|[Ll]eurs?|[Cc]e) \Z)")
_ALONE = Pattern(
    rf"(?<![\w.,/-])(?P<unit>km2|cm2|km3|cm3|m2|m3|km/h|kWh|MWh|GWh|TWh|°C|km|kg|cm|mm|hl|kW|MW|GW|m/s"
    rf"|(?:(?<=\b(?:en|de|le|du|au) )|(?<=\b(?:les|des|par|aux) )|(?<=quelques )"
    rf"|(?<=plusieurs ))[GMT]o(?! [{UPPER}])|mmHg|kbit|Mbit|Gbit)"
    rf"(?:/(?P<per>{_DIVISORS}))?(?![\w'’]|[./]\w|-\w)"
)
_ONE = Pattern(
    r"(?:^|\W)(?:au|le|la|un|une|par|du|chaque|ce|l['’]|d['’]un|dernier|premier|second|[\wà-ÿ-]{2,14}ième"
    r"|[a-zà-ÿ-]{0,16}(?:ièmes?|quarts?|tiers|moitié) de"
    r"|zéro) ?\Z",
    re.IGNORECASE,
)
_IRREGULAR = {
    "cheval": "chevaux",
    "hertz": "hertz",
    "mois": "mois",
    "lux": "lux",
    "quintal": "quintaux",
    "tonneau": "tonneaux",
    "B T U": "B T U",
}
_INVARIABLE_TAILS = (" Celsius", " Fahrenheit")


def _say_equivalent(match: re.Match[str]) -> str:
    """« 3 t CO₂eq », « 3 teqCO₂ » → « 3 t équivalent CO2 »."""
    return " " * (not match[0].startswith(("CO", "de"))) + "équivalent CO2"


def say_measures(text: str) -> str:
    """« 65 km² » → « 65 kilomètres carrés », « 1 t » → « 1 tonne »; the number is left for the end."""
    if "km" in text or "Km" in text or "PK" in text or "h." in text:
        text = _UNITS_BEFORE.sub(_say_before, text)
    if "CO" in text:
        text = _EQUIVALENT.sub(_say_equivalent, text)
    if "°" in text:
        text = _DEGREES_AND.sub(_say_degrees, _COORDINATES.sub(_say_coordinates, text))
    if "''" in text:
        text = _DECIMAL_INCHES.sub(r"\g<n> pouces", text)
    if " pi " in text:
        text = _FEET_AND_INCHES.sub(r"\g<n> pieds \g<i> pouces", text)
    if '"' in text or "″" in text:
        closing = closing_quotes(text)
        text = _INCHES.sub(lambda m: _say_inches(m, closing), text)
    text = _METRES_AND.sub(_say_metres, text)
    text = _DECIMAL_METRES.sub(_say_metres, text)
    return _MEASURE.sub(_say_measure, text)


def say_percents(text: str) -> str:
    """« 18% » → « 18 pour cent », « 0,5 ‰ » → « 0,5 pour mille »."""
    return _PERCENT.sub(_say_percent, text)


def _say_percent(match: re.Match[str]) -> str:
    """« 18 % » → « 18 pour cent »; « en % du PIB » → « en pourcentage du PIB »."""
    if match["sign"] == "‰":
        return f"{match['gap'] or ' '}pour mille"
    before = match.string[max(0, match.start() - 8) : match.end("gap")]
    if _PERCENT_WORD.search(before):
        return match["gap"] + ("pourcentages" if before.endswith(("es ", "rs ")) else "pourcentage")
    return f"{match['gap'] or ' '}pour cent"


_PER_UNIT = Pattern(r"(?<=[\wà-ÿ²³])/(?P<per>m2|km2|m3|ha|kg|km|kWh|MWh|min|h|j|L|an)(?![\w/])")


_PER_DAY = Pattern("(?<=[a-zà-ÿ]) ?/ ?(?=(?:24|48|72) ?h|vingt-quatre heures|quarante-huit heures)")


def say_lone_units(text: str) -> str:
    """« le prix au m² » → « le prix au mètre carré », « des km » → « des kilomètres »."""
    text = _PER_DAY.sub(" par ", _ALONE.sub(_say_alone, text))
    return _PER_UNIT.sub(lambda m: _say_per(m["per"]), text)


def singular_unit(symbol: str) -> str:
    """« m² » → « mètre carré »; what is no unit comes back."""
    return UNIT_SYMBOLS.get(symbol, symbol)


@lru_cache(maxsize=512)
def plural_unit(name: str) -> str:
    """« mètre carré » → « mètres carrés », « degré Celsius » → « degrés Celsius »."""
    if name.endswith("hertz"):
        return name
    if name in _IRREGULAR:
        return _IRREGULAR[name]
    head, joint, tail = name.partition(" ")
    if joint + tail in _INVARIABLE_TAILS or tail.startswith(
        ("de ", "d'", "par ", "à ", "heure", "équivalent", "C ")
    ):
        return f"{head}s {tail}"
    if joint:
        return f"{head}s {tail}s"
    head, joint, tail = name.partition("-")
    if joint and tail == "lumière":
        return f"{head}s-{tail}"
    return f"{head}s{joint}{tail}s" if joint and tail != "crête" else f"{head}s{joint}{tail}"


def _say_measure(match: re.Match[str]) -> str:
    symbol, gap = match["unit"], match["gap"]
    if symbol in _LETTER_UNITS and not match["per"] and _is_letter(match):
        return match[0]
    if (symbol in _SPACED_ONLY and not gap) or (symbol == "tr" and not match["per"]):
        return match[0]
    if not gap and symbol == "L" and _is_a_car(match):
        return match[0]
    if symbol in _TOLD and not match["per"] and _TOLD[symbol].search(_lead(match)):
        return match[0]
    name = UNIT_SYMBOLS[symbol]
    if symbol == "kt" and _AT_SEA.search(_lead(match)):
        name = "nœud"
    if read(match["n"]).is_plural:
        name = plural_unit(name)
    stop = final_stop(match["per"] or symbol, match)
    return f"{match['n']} {name}{_say_per(match['per'] or match['inverse'])}{stop}"


def _lead(match: re.Match[str]) -> str:
    """What stands before, as far as its words tell of the unit."""
    return match.string[max(0, match.start() - 60) : match.start()]


def final_stop(symbol: str, match: re.Match[str]) -> str:
    """The stop of an abbreviation that ends a sentence before another: « 300 hab. Le maire », « 3 sem. »."""
    return "." if symbol.endswith(".") and _NEXT_SENTENCE.match(match.string, match.end()) else ""


def _is_a_car(match: re.Match[str]) -> bool:
    """« sa 4L », « le 4L Trophy »; « un bidon de 4L » is of litres."""
    before = match.string[max(0, match.start() - 8) : match.start()]
    return bool(_CAR.search(before) or _TROPHY.match(match.string, match.end()))


def _is_letter(match: re.Match[str]) -> bool:
    """« bus 21 A », « 12 A rue de la Paix »: a letter, not amperes."""
    if _STREET.match(match.string, match.end()) or _OTHER_LETTERS.match(match.string, match.end()):
        return True
    return bool(_PLACED.search(match.string[max(0, match.start() - 16) : match.start()]))


def _say_before(match: re.Match[str]) -> str:
    """« au km 7 » → « au kilomètre 7 », « (th. 6) » → « (thermostat 6) »."""
    if match["oven"]:
        return f"{match['oven'][0]}hermostat "
    return "point kilométrique " if match["u"] == "PK" else as_written(match["u"], "kilomètre ")


def _say_inches(match: re.Match[str], closing: frozenset[int]) -> str:
    """« un écran 55" » → « un écran 55 pouces », unless the mark closes a quotation."""
    if match["q"] and match.start("q") in closing:
        return match[0]
    return f"{match['n']} pouce{'s' * read(match['n']).is_plural}"


def _say_per(symbol: str | None) -> str:
    if not symbol:
        return ""
    if _PER_HUNDRED.fullmatch(symbol):
        return " aux cent kilomètres"
    if symbol == "100":
        return " aux cent"
    if symbol == "h":
        return " par heure"
    return f" par {UNIT_SYMBOLS[symbol]}"


def _say_metres(match: re.Match[str]) -> str:
    """« 1,80 m » and « 1 m 80 » → « un mètre quatre-vingts », « 0,80 m » → « quatre-vingts centimètres »."""
    number = int(match["n"])
    if number == 0 and int(match["cm"]):
        return f"{say(match['cm'].lstrip('0'))} centimètre{'s' * (int(match['cm']) > 1)}"
    metres = "mètres" if number > 1 else "mètre"
    cents = f" {digits(match['cm'])}" if int(match["cm"]) else ""
    return f"{say(match['n'])} {metres}{cents}"


def _say_degrees(match: re.Match[str]) -> str:
    """« 37°5 » → « trente-sept degrés cinq », « 30°12' » → « trente degrés douze minutes »."""
    degrees = f"{say(match['d'])} degré{'s' * (int(match['d']) > 1)}"
    if match["tenth"]:
        return f"{degrees} {digits(match['tenth'])}"
    return f"{degrees} {say(str(int(match['m'])), feminine=True)} minute{'s' * (int(match['m']) > 1)}"


def _say_coordinates(match: re.Match[str]) -> str:
    parts = []
    for figure, name, feminine in (("d", "degré", False), ("m", "minute", True), ("s", "seconde", True)):
        if match[figure]:
            many = "s" * read(match[figure]).is_plural
            figures = match[figure].lstrip("0") or "0"
            parts.append(
                f"{say(figures if figures[0].isdigit() else match[figure], feminine=feminine)} {name}{many}"
            )
    return f"{' '.join(parts)} {POINTS[match['to']]}"


def _say_alone(match: re.Match[str]) -> str:
    name = UNIT_SYMBOLS.get(match["unit"]) or "mètre par seconde"
    before = match.string[max(0, match.start() - 14) : match.start()]
    if not _ONE.search(before):
        name = plural_unit(name) if name != "mètre par seconde" else "mètres par seconde"
    return f"{name}{_say_per(match['per'])}"

"""Units of measure: 200 m, 65 km², 23 °C, 300 µm, 1 t, 130 km/h, 12 g/L, 18 %.

Source: BIPM, Le Système international d'unités (names, symbols, plurals from two on); Imprimerie
nationale, Lexique, « Unités de mesure ».
"""

import re
from functools import lru_cache

from .numbers import digits, read, say
from .patterns import Pattern
from .typography import NUMBER, SIGN, SPACE, alternatives, words
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
_SPACED_ONLY = frozenset(words("A K N J al mi CV ch UI"))
_MEASURE = Pattern(
    rf"(?<![\w.,])(?P<n>{SIGN}{NUMBER})(?P<gap>{SPACE}?)(?P<unit>{_COUNTED}|tr)"
    rf"(?:(?P<slash>{SPACE}?/{SPACE}?)(?P<per>100{SPACE}?km|{_DIVISORS})|\.?(?P<neg>"
    rf"(?:{_DIVISORS})⁻¹))?(?![\w'’&]|-[a-z]|\.[a-z])"
)
_PER_HUNDRED = Pattern(rf"100{SPACE}?km")
_METRES_AND = Pattern(rf"(?<![\w.,])(?P<n>\d{{1,3}}){SPACE}?m{SPACE}?(?P<cm>\d\d)(?!\w|[.,]\d|{SPACE}\d)")
_DECIMAL_METRES = Pattern(rf"(?<![\w.,-])(?P<n>\d{{1,2}})[,.](?P<cm>\d\d){SPACE}?m(?![\w'’/23²³])")
_COORDINATES = Pattern(
    rf"(?<![\w.,])(?P<d>\d{{1,3}}){SPACE}?°{SPACE}?(?:(?P<m>\d{{1,2}}){SPACE}?['’′]{SPACE}?(?:"
    rf"(?P<s>\d{{1,2}})(?:[.,]\d+)?{SPACE}?(?:''|\"|″|’’){SPACE}?)?)?(?P<to>[NSEOW])(?!\w)"
)
_CAR = Pattern(r"\b(?:[Ll]a|[Uu]ne|[mst]a) \Z")
_DEGREES_AND = Pattern(r"(?<![\w.,])(\d{1,2})°(\d)(?![\w'’])")
_POINTS = {"N": "nord", "S": "sud", "E": "est", "O": "ouest", "W": "ouest"}
_PERCENT = Pattern(rf"(?<=[\wà-ÿ)])(?P<gap>{SPACE}?)(?P<sign>[%‰])(?!\w)")
_ALONE = Pattern(
    rf"(?<![\w.,/-])(?P<unit>km2|cm2|km3|cm3|m2|m3|km/h|kWh|MWh|GWh|TWh|°C|km|kg|cm|mm|hl|kW|MW|GW|m/s"
    rf"|Go|Mo|To)"
    rf"(?:/(?P<per>{_DIVISORS}))?(?![\w'’]|[./]\w|-\w)"
)
_ONE = Pattern(
    rf"(?:^|\W)(?:au|le|la|un|une|par|du|chaque|ce|l['’]|d['’]un|dernier|premier|second|-ième"
    rf"|zéro){SPACE}?\Z",
    re.IGNORECASE,
)
_IRREGULAR = {"cheval": "chevaux", "hertz": "hertz", "P P M": "P P M", "mois": "mois"}
_INVARIABLE_TAILS = (" Celsius", " Fahrenheit")


def say_measures(text: str) -> str:
    """« 65 km² » → « 65 kilomètres carrés », « 1 t » → « 1 tonne »; the number is left for the end."""
    text = _COORDINATES.sub(_say_coordinates, text)
    text = _DEGREES_AND.sub(_say_degrees, text)
    text = _METRES_AND.sub(_say_metres, text)
    text = _DECIMAL_METRES.sub(_say_metres, text)
    return _MEASURE.sub(_say_measure, text)


def say_percents(text: str) -> str:
    """« 18% » → « 18 pour cent », « 0,5 ‰ » → « 0,5 pour mille »."""
    return _PERCENT.sub(lambda m: f"{m['gap'] or ' '}pour {'cent' if m['sign'] == '%' else 'mille'}", text)


_PER_UNIT = Pattern(r"(?<=[a-zà-ÿ])/(?P<per>m2|km2|m3|ha|kg|km|kWh|MWh|min|h|j|L|an)(?![\w/])")


def say_lone_units(text: str) -> str:
    """« le prix au m² » → « le prix au mètre carré », « des km » → « des kilomètres »."""
    text = _ALONE.sub(_say_alone, text)
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
    if joint + tail in _INVARIABLE_TAILS or tail.startswith(("de ", "à ", "heure", "équivalent", "C ")):
        return f"{head}s {tail}"
    if joint:
        return f"{head}s {tail}s"
    head, joint, tail = name.partition("-")
    if joint and tail == "lumière":
        return f"{head}s-{tail}"
    return f"{head}s{joint}{tail}s" if joint and tail != "crête" else f"{head}s{joint}{tail}"


def _say_measure(match: re.Match[str]) -> str:
    symbol, gap = match["unit"], match["gap"]
    if (symbol in _SPACED_ONLY and not gap) or (symbol == "tr" and not match["per"]):
        return match[0]
    if (
        not gap
        and symbol in ("L", "CV")
        and _CAR.search(match.string[max(0, match.start() - 4) : match.start()])
    ):
        return match[0]
    name = UNIT_SYMBOLS[symbol]
    if read(match["n"]).is_plural:
        name = plural_unit(name)
    return f"{match['n']} {name}{_say_per(match['per'])}"


def _say_per(symbol: str | None) -> str:
    if not symbol:
        return ""
    if _PER_HUNDRED.fullmatch(symbol):
        return " aux cent kilomètres"
    if symbol == "h":
        return " par heure"
    return f" par {UNIT_SYMBOLS[symbol]}"


def _say_metres(match: re.Match[str]) -> str:
    """« 1,80 m » and « 1 m 80 » → « un mètre quatre-vingts »."""
    number = int(match["n"])
    metres = "mètres" if number > 1 else "mètre"
    cents = f" {digits(match['cm'])}" if int(match["cm"]) else ""
    return f"{say(match['n'])} {metres}{cents}"


def _say_degrees(match: re.Match[str]) -> str:
    """« 37°5 » → « trente-sept degrés cinq »."""
    return f"{say(match[1])} degré{'s' * (int(match[1]) > 1)} {digits(match[2])}"


def _say_coordinates(match: re.Match[str]) -> str:
    parts = []
    for figure, name, feminine in (("d", "degré", False), ("m", "minute", True), ("s", "seconde", True)):
        if match[figure]:
            many = "s" * (int(match[figure]) > 1)
            parts.append(f"{say(str(int(match[figure])), feminine=feminine)} {name}{many}")
    return f"{' '.join(parts)} {_POINTS[match['to']]}"


def _say_alone(match: re.Match[str]) -> str:
    name = UNIT_SYMBOLS.get(match["unit"]) or "mètre par seconde"
    before = match.string[max(0, match.start() - 14) : match.start()]
    if not _ONE.search(before):
        name = plural_unit(name) if name != "mètre par seconde" else "mètres par seconde"
    return f"{name}{_say_per(match['per'])}"

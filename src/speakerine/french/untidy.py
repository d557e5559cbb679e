"""What hurried typing leaves: 21personnes, de9h, 3, 5 millions, 20aine, 187 Km/h, 2,20F, Dr.Bernard.

Runs first, and gives each its form in the books. Source: Imprimerie nationale, Lexique, « Unités de mesure ».
"""

import re

from .patterns import Pattern

UNTIDY = (
    r"[\d°'’.(è](?:(?<=\d)(?:[a-zà-ÿ]{4}|, \d|,\d\dF|T\b| ?(?:k[wm]|K[wWMmhGg]|CM|M(?:M|IN|2| au c))|ére)"
    r"|(?<=[a-zà-ÿ]\d)|(?<=[a-zà-ÿ],\d)|(?<=[éè] - \d)|(?<=\bpp \d)|(?<=\bdéc \d)|(?<=[nN] °)"
    r"|(?<= ['’])[a-zà-ÿ]|(?<=[a-z]\.)[A-Z]|(?<=\()ex ?:|(?<=[IVX]è) s\.)"
)
"""What a sentence must have for `tidy_up` to find something in it."""
_GLUED = Pattern(
    r"(?<![\w.,/@#-])(?P<n>\d{1,6})(?=(?!i?[eéè]mes?\b|ndes?\b|aines?\b|[eè]res?\b)[a-zà-ÿ]{4,20}(?![\w@.-]))"
)
_GLUED_COMMA = Pattern(r"(?<=[a-zà-ÿ]{2}),(?=\d)")
_TENS = Pattern(r"(?<![\w.,])(?P<n>8|10|12|15|20|30|40|50|60|100)aine(?=s?\b)")
_TENS_NAMES = {
    "8": "huit", "10": "diz", "12": "douz", "15": "quinz", "20": "vingt", "30": "trent", "40": "quarant",
    "50": "cinquant", "60": "soixant", "100": "cent",
}  # fmt: skip
_GLUED_HOUR = Pattern(r"(?<!\w)(?P<w>de|à|dès|et)(?=\d{1,2} ?[hH](?![a-z]))")
_LOOSE_DECIMAL = Pattern(r"(?<![\w.,])(?P<n>\d{1,3}), (?=\d{1,2} (?:millions?|milliards?)\b)")
_UNITS = Pattern(
    r"(?<=\d)(?P<gap> ?)(?P<u>kwh|KWh|Kwh|KWH|Kw|KW|kw|KM/H|Km/h|kms/h|Kms|Kmh|kmh|KM|Km|KG|Kg|CM|MM|MIN"
    r"|M au carré|M2)(?![\w/€$])"
)
_UNIT_NAMES = {"kwh": "kWh", "kw": "kW", "kms/h": "km/h", "kms": "km", "kmh": "km/h", "m au carré": "m2"}
_LORRY = Pattern(r"(?i:camion|poids lourd|semi-remorque|PTAC|tonnage|véhicule|pont)[^.;]{0,40}\Z")
_TONNES = Pattern(r"(?<=\d)T(?!\w)")
_FRANCS = Pattern(r"(?<![\w.,])(?P<n>\d{1,6},\d\d)F(?!\w)")
_NUMBER = Pattern(r"(?<!\w)(?P<w>[nN]) °(?= ?\d)")
_FROST = Pattern(r"(?<=[éè]) - (?=\d{1,2}(?:,\d)? ?°)")
_TITLE = Pattern(r"(?<![\w.])(?P<w>Drs?|Pr|Mme|Mlle|Mgr)\.(?=[A-ZÀ-Þ][a-zà-ÿ])")
_SAINT = Pattern(r"(?<![\w.])(?P<w>Ste?)\.(?=[A-ZÀ-Þ][a-zà-ÿ])")
_PAGES = Pattern(r"(?<!\w)pp (?=\d)")
_EXAMPLE = Pattern(r"(?<=\()ex(?= ?:)")
_DECEMBER = Pattern(r"(?<!\w)déc (?=(?:19|20)\d\d(?!\d))")
_SPLIT_ELISION = Pattern(r"(?<![\w'’-])(?P<w>[ldjnLDJN]|[qQ]u) (?P<a>['’])(?=[a-zà-ÿA-ZÀ-Þ])")
_FIRST = Pattern(r"(?<![\w.,])1ére(?=s?\b)")
_CENTURY = Pattern(r"(?<=\b[IVX])(?P<r>[IVX]{0,5})è(?= s\.)")


def tidy_up(text: str) -> str:
    """« 21personnes » → « 21 personnes », « une 20aine » → « une vingtaine », « 187 Km/h » → « 187 km/h »."""
    text = _GLUED_COMMA.sub(", ", text)
    text = _TENS.sub(lambda m: _TENS_NAMES[m["n"]] + "aine", text)
    text = _GLUED_HOUR.sub(r"\g<w> ", _GLUED.sub(r"\g<n> ", text))
    text = _LOOSE_DECIMAL.sub(r"\g<n>,", _FROST.sub(" moins ", text))
    text = _UNITS.sub(_write_unit, _TONNES.sub(_write_tonnes, text))
    text = _FRANCS.sub(r"\g<n> F", _NUMBER.sub(r"\g<w>°", text))
    text = _TITLE.sub(r"\g<w> ", _SAINT.sub(r"\g<w>-", text))
    text = _DECEMBER.sub("décembre ", _EXAMPLE.sub("exemple", _PAGES.sub("pages ", text)))
    text = _CENTURY.sub(r"\g<r>e", _FIRST.sub("1re", text))
    return _SPLIT_ELISION.sub(r"\g<w>\g<a>", text)


def _write_unit(match: re.Match[str]) -> str:
    """« 52 KWh » → « 52 kWh », « 8 M² » → « 8 m² »."""
    written = match["u"]
    return match["gap"] + _UNIT_NAMES.get(written.lower(), written.lower())


def _write_tonnes(match: re.Match[str]) -> str:
    """« un camion de 38T » → « 38 t »; « un T-shirt », « 4T » of a room stay."""
    lorry = _LORRY.search(match.string[max(0, match.start() - 60) : match.start()])
    return " t" if lorry else match[0]

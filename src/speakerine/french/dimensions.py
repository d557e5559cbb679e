"""Sizes and other crossed numbers that are no product: 10 × 15 cm, 1920 x 1080, basket 3x3, les 3x8.

Source: Imprimerie nationale, Lexique, « Signes » (× in a format); OQLF, « Dimensions » (said « sur »); a
relay or a lot is a product (4 × 100 m, 3 × 12 g) and is said « fois ».
"""

import re

from .patterns import Pattern

CROSSED = r"[x×X].?\d|[-/]8\b"
"""What a sentence must have for `say_dimensions` to find something in it."""
_N = r"\d{1,5}(?:[.,]\d{1,3})?"
_BY = " ?[x×X] ?"
_LENGTH = r"(?:[cmdk]?m|px|pixels?|pouces?|(?:centi|milli)?mètres?)(?![\w²³'’/])"
_SIZE = Pattern(
    rf"(?<![\w.,])(?P<a>{_N})(?P<unit> ?{_LENGTH})?{_BY}(?P<b>{_N})"
    rf"(?:(?P<same> ?{_LENGTH})?{_BY}(?P<c>{_N}))?(?P<last> ?{_LENGTH})"
)
_FORMAT = Pattern(
    r"(?P<lead>\b(?:[Ff]ormats?|[Tt]ailles?|[Dd]imensions?|[Pp]hotos?|[Dd]alles?|[Cc]arreaux|[Cc]arreau"
    r"|[Cc]arrelage|[Tt]oiles?|[Cc]arr[ée]e?|[Gg]rilles?|[Mm]atrices?)(?: (?:de|en|du|au))? )"
    rf"(?P<a>{_N}){_BY}(?P<b>{_N})(?![\w.,]?\d|\w| ?=| (?:[cmdk]?m|px|kg|g)\b)"
)
_RESOLUTION = Pattern(
    rf"(?<![\w.,])(?<!\d )(?P<a>\d{{3,4}}|\d \d{{3}}){_BY}(?P<b>\d{{3,4}}|\d \d{{3}})(?!\w|[.,]\d| ?=)"
)
_LEAST_PIXELS = 240
_RELAY_LEGS = 12
_SHORTEST_LEG_M = 50
_LEG_STEP_M = 25
_CENTIMETRES_IN_FIGURES = 2
_THREE_A_SIDE = Pattern(rf"(?<![\w.,])3{_BY}3(?!\w|[.,]\d| ?[=×x]| \d)")
_NEAR = 300
"""Characters: as far as the word that tells the game from a size may be."""
_BASKET = Pattern(r"(?i:basket|fiba|tournoi|équipe|bleue?s|joueu|médaille|panier)")
_SHIFTS = Pattern(
    rf"(?P<lead>\b(?:[Ll]es|[Ee]n|[Dd]es|[Aa]ux) )(?P<n>[2-5])(?:{_BY}|[-/])8(?![\w-]|[.,]\d| ?[=%°]"
    r"| d[eu’']| ?[ckmd]?m\b)"
)
_SHIFTS_A_DAY = {"2": "deux", "3": "trois", "4": "quatre", "5": "cinq"}


LABELLED = (
    r"[ØøHhLlPpDdÉé](?:(?<=Ø)(?!\w)| ?[x×] ?[HLlP]\b| \d{1,4} ?[x×] ?[HLlP]\b"
    r"|(?:aut|arg|ong|rof|iam|im|p(?:aiss)?)?"
    r"(?:\. ?:? ?|(?<=[Øø]).?)\d)"
)
"""What a sentence must have for `say_labelled_sizes` to find something in it."""

_LABELS = {
    "haut": "hauteur",
    "larg": "largeur",
    "long": "longueur",
    "prof": "profondeur",
    "diam": "diamètre",
    "épaiss": "épaisseur",
    "ép": "épaisseur",
    "H": "hauteur",
    "h": "hauteur",
    "L": "longueur",
    "l": "largeur",
    "P": "profondeur",
    "D": "diamètre",
}
_LABEL = Pattern(
    r"(?:(?<![\w.])(?:(?P<d>[Dd]im)|(?P<w>[Hh]aut|[Ll]arg|[Ll]ong|[Pp]rof|[Dd]iam|[Éé]p(?:aiss)?))"
    r"|(?:^|(?<=[,;:(] )|(?<=\())(?P<letter>[HhLlPD]))\.(?P<gap> ?:? ?)"
    rf"(?={_N}(?P<by>(?:{_BY}{_N})*) ?[cdm]?m(?![\w²³'’/]))"
)
_SIDES = Pattern(
    r"(?<!\w)(?P<first>[LlPH])\.? ?(?P<x>\d{1,4}(?:,\d)?)(?: ?cm)? ?[×xX] ?"
    r"(?P<second>[LlPH])\.? ?(?P<y>\d{1,4}(?:,\d)?)"
    r"(?:(?: ?cm)? ?[×xX] ?(?P<third>[LlPH])\.? ?(?P<z>\d{1,4}(?:,\d)?))?(?= ?(?:[cm]m|m)\b)"
)
_DIMENSIONS = Pattern(r"(?<!\w)Dim\.(?= ?: ?[LlHP]\.? ?\d)")
_OF_DIAMETER = Pattern(r"(?<=\d m de )Ø(?!\w)|(?<=\dm de )Ø(?!\w)")
_LETTERED = Pattern(r"(?<![\w.])(?P<a>[HLlP]) ?[x×] ?(?P<b>[HLlP])(?: ?[x×] ?(?P<c>[HLlP]))?(?![\w.])")
_DIAMETER = Pattern(r"(?<!\w)[Øø] ?(?=\d)")


def say_labelled_sizes(text: str) -> str:
    """« Haut. 12 m, Ø 35 cm » → « Hauteur 12 m, diamètre 35 cm », « Dim. 30 x 40 cm » → « Dimensions … »."""
    text = _OF_DIAMETER.sub("diamètre", text)
    text = _LETTERED.sub(lambda m: " sur ".join([_LABELS[side] for side in m.groups() if side]), text)
    text = _SIDES.sub(_say_sides, _DIMENSIONS.sub("Dimensions", text))
    return _LABEL.sub(_say_label, _DIAMETER.sub("diamètre ", text))


def _say_sides(match: re.Match[str]) -> str:
    """« L. 120 × P. 60 × H. 75 cm » → « longueur 120 sur profondeur 60 sur hauteur 75 cm »."""
    sides = (("first", "x"), ("second", "y"), ("third", "z"))
    return " sur ".join([f"{_LABELS[match[side]]} {match[size]}" for side, size in sides if match[side]])


def _say_label(match: re.Match[str]) -> str:
    """« L. 2 m » → « longueur », « l. 2 m » → « largeur »; « Dim. 12 » is a Sunday."""
    if match["d"] and not match["by"]:
        return match[0]
    word = "dimensions" if match["d"] else _LABELS[match["letter"] or match["w"].lower()]
    written = match["d"] or match["w"] or match["letter"]
    shown = word.capitalize() if written.istitle() and len(written) > 1 else word
    return shown + (match["gap"] or " ")


def say_dimensions(text: str) -> str:
    """« 10 × 15 cm » → « 10 sur 15 cm », « les 3x8 » → « les trois-huit »; « 4 × 100 m » stays."""
    text = _SHIFTS.sub(lambda m: f"{m['lead']}{_SHIFTS_A_DAY[m['n']]}-huit", text)
    text = _THREE_A_SIDE.sub(_say_three_a_side, text)
    text = _SIZE.sub(_say_size, text)
    text = _FORMAT.sub(r"\g<lead>\g<a> sur \g<b>", text)
    return _RESOLUTION.sub(_say_resolution, text)


def _say_size(match: re.Match[str]) -> str:
    """« 2 × 3 m » → « 2 sur 3 m », but « 4 × 100 m » is a relay."""
    last = match["last"]
    if _is_relay(match):
        return match[0]
    sizes = [match["a"] + (match["unit"] or ""), match["b"] + (match["same"] or "")]
    if match["c"]:
        sizes.append(match["c"])
    if last.strip() == "m" and any(_in_centimetres(size) for size in sizes):
        sizes = [size + last * size[-1].isdigit() for size in sizes]
        return " sur ".join(sizes)
    return " sur ".join(sizes) + last


def _is_relay(match: re.Match[str]) -> bool:
    if match["last"].strip() not in ("m", "mètres") or match["unit"] or match["c"]:
        return False
    if not (match["a"].isdigit() and match["b"].isdigit()):
        return False
    leg_m = int(match["b"])
    return int(match["a"]) <= _RELAY_LEGS and leg_m >= _SHORTEST_LEG_M and leg_m % _LEG_STEP_M == 0


def _in_centimetres(size: str) -> bool:
    """« 1,20 » is said by metres and centimetres, its unit with it."""
    return len(size.replace(".", ",").partition(",")[2]) == _CENTIMETRES_IN_FIGURES


def _say_resolution(match: re.Match[str]) -> str:
    if min(int(match[side].replace(" ", "")) for side in ("a", "b")) < _LEAST_PIXELS:
        return match[0]
    return f"{match['a']} sur {match['b']}"


def _say_three_a_side(match: re.Match[str]) -> str:
    """« un tournoi de basket 3x3 » → « trois contre trois »."""
    near = match.string[max(0, match.start() - _NEAR) : match.end() + _NEAR]
    return "trois contre trois" if _BASKET.search(near) else match[0]

"""Units of trades and of elsewhere: 24 po, 12 pi de long, 10 st de bois, 137 000 b/j, 45 kcal/100 g, 5 C.

Source: BIPM, Le Système international d'unités (C); usage of Québec (po, pi) and of foresters (st).
"""

from .patterns import Pattern
from .typography import words

_CANADIAN = Pattern(
    r"(?<=\d )(?P<u>po|pi)(?=[²2]?(?: (?:de (?:long|large|haut|profond|diam|épais|neige)|carré|sur|par|x|×)"
    r"|\.? ?$|[,;)]))"
)
_STERES = Pattern(r"(?<=\d )st(?= de (?:bois|chêne|hêtre|charme|bouleau|frêne|résineux))")
_COULOMBS = Pattern(r"(?P<lead>\bcharge(?: électrique)? (?:totale )?(?:de|vaut) \d[\d,]* )C(?!\w)")
_PER_PORTION = Pattern(r"(?<=kcal|.cal|..kJ|..mg|..µg| ..g) ?/ ?(?=100 ?(?:g|ml)(?!\w))")
_BARRELS = Pattern(r"(?<=\d )b/j(?!\w)")
SELDOM = frozenset(words("po pi st b C"))
"""Words of which a sentence must have one, or a sign of PORTION, for `say_seldom_units` to find something."""
PORTION = "/ ?100"


def say_seldom_units(text: str) -> str:
    """« 24 po » → « 24 pouces », « 10 st de bois » → « 10 stères », « kcal/100 g » → « pour 100 g »."""
    text = _BARRELS.sub("barils par jour", _PER_PORTION.sub(" pour ", text))
    text = _CANADIAN.sub(lambda m: "pouces" if m["u"] == "po" else "pieds", text)
    return _STERES.sub("stères", _COULOMBS.sub(r"\g<lead>coulombs", text))

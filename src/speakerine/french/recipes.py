"""Spoons and ovens: 1/2 c. à s., 3 c.à.c., 2 cs de crème, th. 6/7, 1 kg 1/2.

Source: OQLF, « Abréviations courantes » (c. à soupe, c. à thé); the press's recipes for càs, cs and th.
"""

import re

from .patterns import Pattern
from .typography import words

SPOONS = r"à(?<=[cC.\s]à)\.? ?(?:[sct]\b|café|soupe|thé)"
SPOON_WORDS = frozenset(words("cs cc CS CC càs càc CàS CàC Càs Càc th Th therm"))
"""A sign or a word that a sentence must have for `say_recipes` to find something in it."""
_N = r"(?P<n>\d{1,3}(?:[.,]\d)?(?: ?/ ?\d)?|[½¼¾])"
_SPOON = Pattern(
    rf"(?<![\w.,/]){_N}(?P<gap> ?)(?:(?:c\.? ?à)\.? ?(?P<w>soupe|café|thé|s|c|t)(?!\w)\.?"
    r"|(?P<glued>c[sc]|C[SC]|[cC][àÀ][scSC])\.?(?= (?:d[e’'u]|rases?\b|bombées?\b)))"
)
_KINDS = {"s": "soupe", "c": "café", "t": "thé"}
_MOST_SPOONS = 12
_OVEN = Pattern(r"(?P<lead>\b[Tt]h(?:erm(?:ostat)?)?\.? ?)(?P<a>[1-9])/(?P<b>[1-9]|10)(?![\w/]|[.,]\d)")


def say_recipes(text: str) -> str:
    """« 1/2 c. à s. de sel » → « 1/2 cuillère à soupe de sel », « th. 6/7 » → « thermostat six sept »."""
    text = _OVEN.sub(r"thermostat \g<a> \g<b>", text) if "h" in text else text
    return _SPOON.sub(_say_spoon, text)


def _say_spoon(match: re.Match[str]) -> str:
    """« 2 cs de crème » → « 2 cuillères à soupe de crème »; « 125 cc de sérum » is a volume."""
    number = match["n"]
    if match["glued"] and (not number.isdigit() or int(number) > _MOST_SPOONS) and "/" not in number:
        return match[0]
    kind = match["w"] or match["glued"][-1].lower()
    many = number.isdigit() and int(number) > 1
    link = "de " if "/" in number and number[0] != "1" else ""
    return f"{number} {link}cuillère{'s' * many} à {_KINDS.get(kind, kind)}"

"""Formulas of chemistry, letter by letter: CaCO₃, Ca(OH)₂, NaCl.

Source: IUPAC, Nomenclature of Inorganic Chemistry, « Formulae » (symbols of elements, each with its figure);
said as teachers say them. A word that only looks like one (« BaFin ») has no figure and is no usual salt.
"""

import re

from .numbers import say
from .patterns import Pattern
from .typography import alternatives, words

_ELEMENTS = words(
    "H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr "
    "Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Sm Eu Gd Tb Dy Ho Er Tm Yb Lu "
    "Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Ra Ac Th Pa U Np Pu Am"
)
_SALTS = frozenset(
    words(
        "NaCl KCl LiCl HCl AgCl HBr KBr AgBr NaOH KOH LiOH NaF LiF HgS FeS ZnS PbS ZnO MgO CaO CuO FeO HClO"
    )
)
_ATOM = rf"(?:{alternatives(_ELEMENTS)})\d{{0,3}}"
_FORMULA = Pattern(rf"(?<![\w.@#/’'-]){_ATOM}(?:{_ATOM}|\((?:{_ATOM}){{1,4}}\)\d{{1,2}}){{1,9}}(?!\w)")
_FIGURE = re.compile(r"\d")
_NAMED = Pattern(r"(?<=[a-zà-ÿ] )\((Pb|Hg|Cd|Cs|Sn|Zn|Mg|Mn|Cl|Br|Cr|Cu|Fe|Ag|Au|Pt|Li|Al|Ca|Na|Ni|Ti)\)")
_SYMBOL = Pattern(r"(?P<lead>\b[Ss]ymbole (?:chimique )?(?:: )?)(?P<e>[A-Z][a-z])(?=[ ,;).]|$)")
_PART = re.compile(r"[A-Za-z]|\d+")
FORMULA = (
    r"[A-Z][a-z]?\d*(?:\(?[A-Z][a-z]?\d|\([A-Z])|[A-Z][a-z](?:[A-Z]|\d+[A-Z])|H(?:Cl|Br)\b"
    r"|\([A-Z][a-z]\)"
)
"""What a sentence must have for `say_formulas` to find something in it."""


def say_formulas(text: str) -> str:
    """« CaCO3 » → « C A C O trois », « Ca(OH)2 » → « C A O H deux », « le plomb (Pb) » → « (P B) »."""
    text = _NAMED.sub(lambda m: f"({' '.join(m[1].upper())})", text)
    text = _SYMBOL.sub(lambda m: m["lead"] + " ".join(m["e"].upper()), text)
    return _FORMULA.sub(_say, text)


def _say(match: re.Match[str]) -> str:
    """Capitals alone are for `acronyms`; without a figure only usual salts, as « BaFin » is no formula."""
    written = match[0]
    if (written.isupper() and "(" not in written) or not (written in _SALTS or _FIGURE.search(written)):
        return written
    parts = _PART.findall(written)
    return " ".join([say(part) if part.isdigit() else part.upper() for part in parts])

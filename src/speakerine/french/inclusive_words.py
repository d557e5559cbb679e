"""A word and its feminine ending joined: « lecteur·rice » → « lectrice ».

Source: as `inclusive`.
"""

from .inclusive_lists import IRREGULAR, REPLACED_ENDINGS

ENDINGS = (
    "trices?|rices?|ices?|teuses?|euses?|ères?|ières?|elles?|belles?|iennes?|ennes?|onnes?|lles?|nnes?|nes?"
    "|les?|sses?|esses?|hesses?|ses?|ives?|ves?|tes?|fes?|ches?|hes?|cques?|ques?|ces?|ines?|ales?|ètes?|èves?"
    "|ues?|ttes?|es?|oïnes?"
)
HIS = "un|le|ce|cet|mon|son|ton|aucun|tout|au|du"
HERS = "e|une|la|cette|tte|te|ma|sa|ta|à la|de la"
"""Determiners, and what is written after each for the feminine: « un·e », « le/la », « du/de la »."""
_DOUBLING = {"lle": "l", "nne": "n", "sse": "s", "tte": "t"}


def feminine(masculine: str, ending: str) -> str:
    """Join a word and its feminine ending: « lecteur », « rice » → « lectrice »; « chien », « ne »."""
    if masculine.lower() in IRREGULAR:
        return IRREGULAR[masculine.lower()]
    if ending == "e" and masculine.endswith(("er", "èr")):
        return masculine[:-2] + "ère"
    if ending == "ice":
        ending = "rice"
    if ending == "se" and masculine.endswith("eur"):
        ending = "euse"
    for suffix, replaced in REPLACED_ENDINGS:
        if ending == suffix:
            for old in replaced:
                if old and masculine.endswith(old):
                    return masculine[: -len(old)] + ending
    if ending in _DOUBLING and masculine.endswith(_DOUBLING[ending]):
        return masculine + ending[1:]
    return masculine + ending

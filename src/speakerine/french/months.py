"""Months, days of the week and years: their names, their abbreviations, how each is said.

Source: Imprimerie nationale, Lexique, « Dates » and « Abréviations » (janv., févr., avr., juill.,
sept., oct., nov., déc.); Académie française: only the first of the month is an ordinal.
"""

from .numbers import cardinal, digits
from .typography import words

MONTHS = words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")
MONTH = (
    "(?:janvier|février|fevrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|décembre"
    "|decembre)"
)
SHORT_MONTHS = {
    "janv": 0,
    "jan": 0,
    "févr": 1,
    "fév": 1,
    "fevr": 1,
    "fev": 1,
    "avr": 3,
    "juill": 6,
    "juil": 6,
    "aoû": 7,
    "sept": 8,
    "sep": 8,
    "oct": 9,
    "nov": 10,
    "déc": 11,
    "dec": 11,
}
SHORT_DAYS = {
    "lun": "lundi",
    "mar": "mardi",
    "mer": "mercredi",
    "jeu": "jeudi",
    "ven": "vendredi",
    "sam": "samedi",
    "dim": "dimanche",
}
_THIS_CENTURY_BEFORE = "40"


def year(written: str) -> str:
    """Say a year: "1980" → « mille neuf cent quatre-vingt », "68" → « soixante-huit »."""
    return digits(written, rank=True)


def day(written: str) -> str:
    """Say a day of the month: "1" → « premier », "03" → « trois »."""
    number = int(written.removesuffix("er"))
    return "premier" if number == 1 else cardinal(number)


def century(two_figures: str) -> str:
    """A year of two figures in full: "24" → "2024", "68" → "1968"."""
    return ("20" if two_figures < _THIS_CENTURY_BEFORE else "19") + two_figures

"""Cardinals and decimals in words.

Sources: Académie française, « Écriture des nombres » (vingt and cent take an s when multiplied and
last; mille never does; million and milliard are nouns); Swiss and Belgian forms: OQLF, « septante,
huitante, nonante ».
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from .patterns import Pattern
from .typography import words

UNDER_TWENTY = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
TENS = words("- dix vingt trente quarante cinquante soixante septante huitante nonante")
SCALES = (
    (10**18, "trillion"),
    (10**15, "billiard"),
    (10**12, "billion"),
    (10**9, "milliard"),
    (10**6, "million"),
)
LONGEST_CARDINAL = 20
"""Digits beyond which a number is read digit by digit."""
DECIMALS_AS_NUMBER = 3
DECIMALS_AS_PAIRS = 4
_SIX_ZEROS = "000000"
_GROUPED = Pattern(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d*)?")
_EIGHTY = 8
_FIGURES = Pattern(r"\d+")


class Region(StrEnum):
    """Whose numbers: 70, 80 and 90 differ."""

    FRANCE = "fr"
    BELGIUM = "be"
    SWITZERLAND = "ch"


_region: ContextVar[Region] = ContextVar("region", default=Region.FRANCE)


def region_of(language: str) -> Region:
    """Whose numbers a language tag asks for: "fr-CH" → SWITZERLAND, "fr" → FRANCE.

    Source: BCP 47, the region subtag.
    """
    subtags = language.lower().replace("_", "-").split("-")[1:]
    return next((region for region in Region if region in subtags), Region.FRANCE)


@contextmanager
def counting_as(region: Region) -> Iterator[None]:
    """Count as one does in this region inside the block: 70 → « septante » in Belgium."""
    token = _region.set(region)
    try:
        yield
    finally:
        _region.reset(token)


class Numeral(NamedTuple):
    """A number as written, taken apart: "−1 234,50" is ("moins", "1234", "50")."""

    sign: str
    whole: str
    decimals: str

    @property
    def is_plural(self) -> bool:
        """From two on: 1,9 litre, 2 litres (Académie française)."""
        return self.whole.lstrip("0") not in ("", "1")

    @property
    def is_round_million(self) -> bool:
        """Ends on million or milliard, which want « de » before what they count."""
        digits = self.whole.lstrip("0")
        return not self.decimals and len(digits) > len(_SIX_ZEROS) and digits.endswith(_SIX_ZEROS)


SIGNS = {"-": "moins", "−": "moins", "–": "moins", "+": "plus", "±": "plus ou moins"}


def read(written: str) -> Numeral:
    """Take a number apart: "7.612,52" → 7612 and 52; "3.5" → 3 and 5; "1,234,567" → 1234567."""
    sign = SIGNS.get(written[0], "")
    body = "".join(written[1:].split() if sign else written.split())
    for apostrophe in "'’":
        body = body.replace(apostrophe, "")
    if body.count(",") > 1 or 0 <= body.find(",") < body.find("."):
        body = body.replace(",", "").replace(".", ",")
    if _GROUPED.fullmatch(body):
        body = body.replace(".", "")
    whole, _, decimals = body.replace(".", ",").partition(",")
    return Numeral(sign, whole, decimals)


def say(written: str, *, feminine: bool = False, rank: bool = False) -> str:
    """Say a number as written: "3,05" → « trois virgule zéro cinq »."""
    numeral = read(written)
    words = [numeral.sign] if numeral.sign else []
    words.append(digits(numeral.whole, feminine=feminine, rank=rank))
    if numeral.decimals:
        words += ["virgule", decimals(numeral.decimals)]
    return " ".join(words)


def digits(written: str, *, feminine: bool = False, rank: bool = False) -> str:
    """Say a run of digits, its leading zeros too: "007" → « zéro zéro sept », "01000" → « zéro un mille »."""
    if len(written) > LONGEST_CARDINAL:
        return one_by_one(written)
    significant = written.lstrip("0")
    zeros = ["zéro"] * (len(written) - len(significant))
    if zeros and len(significant) == len("1000") and significant[0] == "1":
        zeros.append("un")
    if significant:
        zeros.append(cardinal(int(significant), feminine=feminine, rank=rank or bool(zeros)))
    return " ".join(zeros)


def decimals(written: str) -> str:
    """Say what follows the comma: "303" → « trois cent trois », "1313" → « treize treize »."""
    if len(written) <= DECIMALS_AS_NUMBER:
        return digits(written)
    if len(written) == DECIMALS_AS_PAIRS:
        return f"{digits(written[:2])} {digits(written[2:])}"
    return one_by_one(written)


def one_by_one(written: str) -> str:
    """Say each digit: "118" → « un un huit »."""
    return " ".join([UNDER_TWENTY[int(digit)] for digit in written])


def side_by_side(written: str) -> str:
    """Say each number, as ranks: "14-18" → « quatorze dix-huit »."""
    return " ".join([say(number, rank=True) for number in _FIGURES.findall(written)])


def cardinal(number: int, *, feminine: bool = False, rank: bool = False) -> str:
    """Say a whole number: 81 → « quatre-vingt-un », 200 → « deux cents », as a rank « deux cent »."""
    words = _cardinal(number, _region.get())
    if feminine and words.endswith("un"):
        return words + "e"
    if rank and words.endswith(("cents", "vingts")):
        return words[:-1]
    return words


@lru_cache(maxsize=4096)
def _cardinal(number: int, region: Region) -> str:
    words = []
    for value, name in SCALES:
        count, number_left = divmod(number, value)
        if count:
            words += [_below_million(count, region), name + "s" * (count > 1)]
        number = number_left
    if number or not words:
        words.append(_below_million(number, region))
    return " ".join(words)


def _below_million(number: int, region: Region) -> str:
    thousands, rest = divmod(number, 1000)
    words = []
    if thousands > 1:
        words.append(_below_thousand(thousands, region, agrees=False))
    if thousands:
        words.append("mille")
    if rest or not thousands:
        words.append(_below_thousand(rest, region, agrees=True))
    return " ".join(words)


def _below_thousand(number: int, region: Region, *, agrees: bool) -> str:
    hundreds, rest = divmod(number, 100)
    words = []
    if hundreds > 1:
        words.append(UNDER_TWENTY[hundreds])
    if hundreds:
        words.append("cents" if hundreds > 1 and not rest and agrees else "cent")
    if rest or not hundreds:
        words.append(_below_hundred(rest, region, agrees=agrees))
    return " ".join(words)


def _below_hundred(number: int, region: Region, *, agrees: bool) -> str:
    if number < len(UNDER_TWENTY):
        return UNDER_TWENTY[number]
    tens, unit = divmod(number, 10)
    if region is Region.FRANCE and tens in (7, 9):
        tens, unit = tens - 1, unit + 10
    if tens == _EIGHTY and region is not Region.SWITZERLAND:
        return f"quatre-vingt-{UNDER_TWENTY[unit]}" if unit else "quatre-vingt" + "s" * agrees
    if unit in (1, 11):
        return f"{TENS[tens]} et {UNDER_TWENTY[unit]}"
    return f"{TENS[tens]}-{UNDER_TWENTY[unit]}" if unit else TENS[tens]

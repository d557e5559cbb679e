"""Before and after Jesus Christ: 52 av. J.-C., av. n. è., and the years that go with it.

Source: Imprimerie nationale, Lexique, « Abréviations » (av. J.-C., apr. J.-C.).
"""

import re

from .months import year
from .patterns import Pattern

_ERA = Pattern(
    r"(?<!\w)([Aa]v(?:ant)?|[Aa]p(?:r(?:ès)?)?)\.? ?J\.? ?-? ?-?C\b(\.?)(?="
    "( ?[,;:)»a-zà-ÿ]| ?$|.))"
)
_BEFORE_YEAR = Pattern(r"(?<!\w)(av|apr?)\. (?=1\d{3}|20\d\d|le \d|les? )")
_AROUND = Pattern(r"(?<![\w.])v\. ?(?=\d{2,4} (?:av|ap))")
_OUR_ERA = Pattern(r"(?<!\w)(av|apr?)\.? (?:n\. ?[èe]\.(?P<end>(?= ?$))?|notre ère)")
_ERA_YEAR = Pattern(
    r"(?<![\w.,])(?P<a>\d{1,3} \d{3}|(?<!\d )\d{2,4})(?P<more> ?[-–] ?\d{1,4})?"
    "(?= (?:avant|après) (?:Jésus|notre ère))"
)
_ERA_LINK = " -–"
_BEFORE_ERA = {"av": "avant", "ap": "après", "apr": "après"}


def say_era(text: str) -> str:
    """« 52 av. J.-C. » → « 52 avant Jésus-Christ »."""
    text = _AROUND.sub("vers ", text)
    text = _BEFORE_YEAR.sub(lambda m: _BEFORE_ERA[m[1]] + " ", text)
    text = _OUR_ERA.sub(lambda m: f"{_BEFORE_ERA[m[1]]} notre ère" + "." * (m["end"] is not None), text)
    return _ERA_YEAR.sub(_say_era_year, _ERA.sub(_say_era, text))


def _say_era_year(match: re.Match[str]) -> str:
    """« 300 avant Jésus-Christ » → « trois cent », a rank; « 509-27 » → « cinq cent neuf à vingt-sept »."""
    more = f" à {year(match['more'].strip(_ERA_LINK))}" if match["more"] else ""
    return year("".join(match["a"].split())) + more


def _say_era(match: re.Match[str]) -> str:
    word = _BEFORE_ERA[match[1][:2].lower()]
    if match[1][0].isupper():
        word = word.capitalize()
    after = match.string[match.end() : match.end() + 2]
    ends = match[2] and (not after.strip() or after[1:].isupper())
    return f"{word} Jésus-Christ{'.' if ends else ''}"

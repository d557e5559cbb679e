"""High and low water: PM 6 h 12, BM à midi, the hours already in words.

Source: as `abbreviations`.
"""

import re

from .patterns import Pattern

AN_HOUR = r"[a-zé-]{2,16}(?: et une)? heures?\b"
_TIDE = Pattern(rf"(?<!\w)(?P<t>[PB])M(?: à)?(?= ?:? {AN_HOUR})")
_OF_THE_SEA = Pattern("[Cc]oef|marée")


def say_tides(text: str) -> str:
    """« PM six heures douze, BM midi » → « pleine mer à six heures douze… »; « PM 10 » stays."""
    high_and_low = {found["t"] for found in _TIDE.finditer(text)} == {"P", "B"}
    if not high_and_low and not _OF_THE_SEA.search(text):
        return text
    return _TIDE.sub(_say_tide, text)


def _say_tide(match: re.Match[str]) -> str:
    """« PM six heures » → « pleine mer à six heures », « PM : six heures » → « pleine mer : six heures »."""
    at = "" if match.string[match.end() : match.end() + 2].strip() == ":" else " à"
    return ("pleine" if match["t"] == "P" else "basse") + " mer" + at

"""Hours with a point, as in Swiss and Belgian papers and programme listings: 20.55, 9.00-12.00, 20.30 h.

Source: Chancellerie fédérale suisse, Instructions sur la présentation des textes officiels en français,
« Heures ». A point alone is a decimal: only an h, a span of quarters or the head of a listing makes an hour.
"""

import re

from .patterns import Pattern
from .typography import LOWER

_POINTED = Pattern(r"\d\.[0-5]\d")
_QUARTERS = "(?:00|15|30|45)"
_HOUR = r"(?:[01]?\d|2[0-4])"
_BEFORE_H = Pattern(rf"(?<![\w.,/:-])(?P<h>{_HOUR})\.(?P<m>[0-5]\d)(?: ?h| heures)(?!\w| \d)")
_SPAN = Pattern(
    rf"(?<![\w.,/:-])(?P<a>{_HOUR})\.(?P<b>{_QUARTERS})(?P<to> ?[-–] ?| à )"
    rf"(?P<c>{_HOUR})\.(?P<d>{_QUARTERS})(?![\w/-]|[.,]\d| ?[%€$°]| (?:[cmk]?[mg]|[A-Z]{{3}}|[fk]r)\b)"
)
_AFTER_MIDNIGHT = Pattern(r"(?:(?<=\bà )|(?<=\bdès ))0(?P<h>\d)\.(?P<m>[0-5]\d)(?![\w/-]|[.,]\d| ?[%€$°])")
_OPENS_AT = Pattern(r"(?<=\b[Dd]ès )(?P<h>[7-9]|1\d|2[0-3])\.(?P<m>00|15|30|45)(?![\w/-]|[.,]\d| ?[%€$°])")
_LEAVES_AT = Pattern(
    rf"(?P<lead>\b(?:[Tt]rain|TGV|TER|[Cc]ar|[Bb]us|[Vv]ol|[Bb]ac"
    rf"|[Ff]erry|[Ss]éance|[Mm]esse|[Dd]épart) d[eu] )"
    rf"(?P<h>{_HOUR})\.(?P<m>[0-5]\d)(?![\w/-]|[.,]\d| ?[%€$°]| (?:m|km|euros?|millions?)\b)"
)
_SHOWN_AT = Pattern(
    r"(?<=\b[àÀ] )(?P<h>1\d|2[0-3])\.(?P<m>00|15|30|45)(?=[.,;)]?(?: |$))(?! ?[%€$°])(?! [a-z])"
)
_DEPARTURE = Pattern(
    rf"(?<=\b[àÀ] )(?P<h>{_HOUR})\.(?P<m>[0-5]\d)(?![\w/-]|[.,]\d| ?[%€$°]| (?:m|km|euros?|francs?)\b)"
)
_OF_TRAVEL = Pattern(r"\b(?:[Dd]épart|[Aa]rrivée|[Hh]oraire|[Rr]endez-vous|RDV|[Rr]etour)\b")
_LISTING = Pattern(rf"^(?P<h>0?[6-9]|1\d|2[0-3])\.(?P<m>[0-5][05])(?= (?:«|[A-ZÀÉ][{LOWER}’']))")


def write_with_h(text: str) -> str:
    """« 20.30 h » → « 20h30 », « 9.00-12.00 » → « 9h00-12h00 », « à 00.35 » → « à 0h35 »."""
    if not _POINTED.search(text):
        return text
    text = _BEFORE_H.sub(r"\g<h>h\g<m>", text)
    text = _SPAN.sub(_write_span, text)
    text = _LEAVES_AT.sub(r"\g<lead>\g<h>h\g<m>", text)
    text = _SHOWN_AT.sub(r"\g<h>h\g<m>", text)
    text = _OPENS_AT.sub(r"\g<h>h\g<m>", text)
    if _OF_TRAVEL.search(text):
        text = _DEPARTURE.sub(r"\g<h>h\g<m>", text)
    text = _AFTER_MIDNIGHT.sub(r"\g<h>h\g<m>", text)
    return _LISTING.sub(r"\g<h>h\g<m>", text)


def _write_span(match: re.Match[str]) -> str:
    """A span of hours goes forward: « 9.45-8.15 » is none."""
    if int(match["a"]) >= int(match["c"]):
        return match[0]
    return f"{match['a']}h{match['b']}{match['to']}{match['c']}h{match['d']}"

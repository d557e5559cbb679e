"""« dit-il », « a-t-elle ajouté », « explique Anne Le Goff »: the author's words inside a quotation.

Source: Grevisse, Le Bon Usage, « Inversion du sujet dans les incises »: a verb of saying, then its
subject, between two stops. « semble-t-il » and « dit-on » are the speaker's own, so the verbs are listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from speakerine.script.speech_verbs import BE, HAVE, PARTICIPLES, SPEECH

LONGEST_CHARS = 80
_REFLEXIVE = r"(?:(?:se|lui|leur|nous|me)\s|[slm]['’])?"
_SUBJECT = (
    r"(?=[A-ZÀ-ÖØ-Þ]|l['’]|(?:les?|la|une?|ce|cet|cette|ces|son|sa|ses|leurs?|notre|nos|celui|celle)\s)"
)
_CLAUSE = (
    rf"(?P<reflexive>{_REFLEXIVE})(?P<verb>[^\W\d_]{{1,24}}(?!\w))"
    r"(?:(?:-t)?-(?P<pronoun>ils?|elles?|je|nous)\b)?"
    r"(?:\s+(?:aussi|alors|également|encore|ainsi|ensuite|enfin|toutefois|même|notamment|déjà))?"
    r"(?:\s+(?P<next>[^\W\d_]{1,24})(?=[\s,;:.!?…–—]|\Z))?"
    rf"(?:\bMM?\.|[^,;:.!?…–—«»“”\"\n]){{0,{LONGEST_CHARS}}}"
)
_INSIDE = re.compile(rf"(?<=[,?!…–—])\s+(?P<clause>{_CLAUSE})(?:[,;:.!?…–—]+|\Z)(?=(?P<space>\s*))")
_AFTER = re.compile(rf"\s*,?\s*(?P<clause>{_CLAUSE})")
_HAS_SUBJECT = re.compile(rf"(?:\s+(?:valoir|savoir|remarquer|observer))?\s+{_SUBJECT}")
_INFINITIVES = frozenset(("valoir", "savoir", "remarquer", "observer"))
"""« fait-il valoir », « a fait savoir la mairie »."""
_PARTICIPLE = re.compile(r"\w+(?:é|i|it|is|u|rt|int|ment)e?s?\Z")
"""« a-t-il confié » and « a-t-il simplement dit », but no « avait-il raison »."""


def attributions(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Return where each attribution of a quotation begins and ends, the stop after it included.

    The quotation lies from `start` to `end`, and goes on after each; where it has no closing mark, an
    attribution may be its last words.
    """
    marked = text.endswith(("»", "”", '"'), start, end)
    for match in _INSIDE.finditer(text, start, end):
        after = match.end("space")
        goes_on = any(map(str.isalnum, text[after : min(end, after + LONGEST_CHARS)]))
        if (goes_on or not marked) and _attributes(text, match):
            yield match.start("clause"), after


def attributed(text: str, at: int) -> bool:
    """Return whether an attribution follows a quotation that ends at `at`."""
    match = _AFTER.match(text, at)
    return match is not None and _attributes(text, match)


def _attributes(text: str, match: re.Match[str]) -> bool:
    """Whether the clause has a verb of saying and its subject after it."""
    verb, after = match["verb"].lower(), (match["next"] or "").lower()
    makes = verb == "fait" and after in _INFINITIVES
    speaks = verb in HAVE or (verb in BE and bool(match["reflexive"]))
    if match["pronoun"]:
        return verb in SPEECH or makes or (speaks and _PARTICIPLE.match(after) is not None)
    if speaks:
        return after in PARTICIPLES and _subject_follows(text, match.end("next"))
    return (verb in SPEECH or makes) and _subject_follows(text, match.end("verb"))


def _subject_follows(text: str, at: int) -> bool:
    return _HAS_SUBJECT.match(text, at) is not None

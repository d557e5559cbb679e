"""Inclusive words that stand side by side: « un(e) assistant(e) social(e) » names one man or one woman.

Source: as `inclusive`.
"""

import re

from .inclusive_lists import FEMININE_DETERMINERS
from .inclusive_words import ENDINGS, HERS, HIS, feminine
from .patterns import Pattern

_POINTS = "[·•‧⋅∙・⸱]"
_TWO = Pattern(rf"(?:\([a-zéè]{{1,5}}\)|{_POINTS}[a-zéè]{{1,5}})[ -][^\W\d_]{{2,40}}(?:\(|{_POINTS})[a-zéè]")
_WORD = rf"[^\W\d_]{{2,40}}?(?:\((?:{ENDINGS})\)|{_POINTS}(?:{ENDINGS}))(?!\w|[·.(]\w)"
_PHRASE = Pattern(
    rf"(?<![\w.@/])(?:(?P<his>{HIS})[·/(-](?:{HERS})\)? |(?P<article>l['’]))?"
    rf"(?P<words>{_WORD}(?:[ -]{_WORD}){{1,3}})",
    re.IGNORECASE,
)
_PART = Pattern(
    rf"(?P<joint>[ -]?)(?P<man>[^\W\d_]{{2,40}}?)(?:\((?P<a>{ENDINGS})\)|{_POINTS}(?P<b>{ENDINGS}))"
)


def say_phrases(text: str) -> str:
    """« un(e) assistant(e) social(e) » → « un assistant social ou une assistante sociale »."""
    return _PHRASE.sub(_say, text) if _TWO.search(text) else text


def _say(match: re.Match[str]) -> str:
    """Both in full; in the plural each word is a doublet of its own."""
    parts = [(part["joint"], part["man"], part["a"] or part["b"]) for part in _PART.finditer(match["words"])]
    if any(ending.endswith("s") for _, _, ending in parts):
        return match[0]
    man = "".join([joint + word for joint, word, _ in parts])
    woman = "".join([joint + feminine(word, ending) for joint, word, ending in parts])
    if match["article"]:
        return f"{match['article']}{man} ou {match['article']}{woman}"
    if match["his"]:
        return f"{match['his']} {man} ou {FEMININE_DETERMINERS[match['his'].lower()]} {woman}"
    return f"{man} ou {woman}"

"""Abbreviations that are words too: « son dernier vol. », « du grand art. Rien à redire », « son ex. ».

Source: as `abbreviations`.
"""

import re

from .patterns import Pattern
from .typography import LOWER, UPPER

NOUNS_TOO = frozenset(("art.", "vol.", "ex."))
_NOUN_OF_ITS_OWN = Pattern(
    r"\b(?:[Ll]['’]|[Dd]['’]|(?:[Ll]e|[Uu]n|[DdAa]u|[Cc]et?|[Ss]on|[Ll]eurs?|[Mm]on|[NnVv]otre|[Gg]rand) )\Z"
)
FORMER_LOVE = Pattern(r"\b(?:[MmTtSs]on|[Ll]eur|[NnVv]otre) \Z")
"""Before « ex. »: « croisé son ex. 5 ans après »."""
_CAPITAL_AFTER = Pattern(rf" [{UPPER}][{LOWER}]")
_OPENS_A_SENTENCE = Pattern(
    r" (?:L[ae]s?|Une?|Des|Deux|Trois|Quatre|Cinq|Six|Ils?|Elles?|Ce|Cette|On|Mais|Et|En|Son|Sa|Nous|Vous)"
    r" [a-zà-ÿ]"
)
_COUNTED_AFTER = Pattern(
    r" (?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|cent) [a-zà-ÿœ]{3,}s\b"
)


def is_a_noun(match: re.Match[str]) -> bool:
    """« raté leur vol. Dommage », « C'est du grand art. Rien à redire »: a word at a sentence's end."""
    text, end = match.string, match.end()
    if _COUNTED_AFTER.match(text, end) or _OPENS_A_SENTENCE.match(text, end):
        return True
    before = text[max(0, match.start() - 8) : match.start()]
    if match[0] == "ex." and FORMER_LOVE.search(before):
        return True
    return bool(_NOUN_OF_ITS_OWN.search(before) and _CAPITAL_AFTER.match(text, end))

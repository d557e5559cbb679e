"""A quick look that tells ordinary words from what a rule could say otherwise.

Most of what is read is plain prose, and what was said once is: it is let through at one glance.
Source: design §4: text that needs no change comes back to the byte.
"""

from .abbreviation_lists import ANYWHERE
from .accents import CEDILLAS, INITIAL_E
from .months import SHORT_MONTHS
from .patterns import Pattern
from .title_lists import AFTER_ARTICLE, BEFORE_NAME
from .typography import by_initial, words

_PLAIN = Pattern(
    "(?:[a-zß-öø-ÿœæ ,;!?…«»–—“”’'\"-]++"
    "|(?<![a-zß-öø-ÿœ])[A-ZÀ-ÖØ-ÞŒ](?=[a-zß-öø-ÿœ’'])"
    r"|[ÀÔ](?= )|:(?=\s)|(?<!\w)\((?=\w)|(?<=[\w»”…!?.])\)(?!\w)|\.(?=\s*\Z|\)\Z|[»”]\s*\Z))*+"
)
_OTHERS = words(
    "km kg cm mm hl mg ml cl kw go mo to ko st ste sts stes mm mme mmes mlle mlles mes me m h cd cds we sr "
    "ht hte hts htes mrs mmes pte crs blvd rdc sdb px maj lun jeu ven sam dim inc no nos mar mer n-d "
    "cf gén mgr"
)
_DOTTED = [key[:-1] for key in ANYWHERE if key[:-1].isalpha() and key.endswith(".")]
_SHORT = [form for key in [*_DOTTED, *SHORT_MONTHS] for form in (key, key.capitalize())]
_KNOWN = [key for key in [*ANYWHERE, *BEFORE_NAME, *AFTER_ARTICLE] if key.isalpha()]
_SPOKEN = [form for key in [*_OTHERS, *_KNOWN] for form in {key, key.lower(), key.capitalize()}] + [
    *CEDILLAS,
    "Mal",
    "Cte",
    "Vte",
    "Prés",
    "Pt",
]
_LOUD = Pattern(
    rf"\b(?:{by_initial(_SPOKEN)}|[IVX]+(?:e|er|re|ère|ème|nde?)s?)\b(?!['’])"
    rf"|\b(?:{by_initial(_SHORT)})\."
    r"|\w-(?:[a-zèé]{1,6}-s|tes(?<=tous-tes)|e|es|ne|nes|t?rices?|euses?|i?ères?)\b(?!['’-])"
    r"|c-à-d|à g\.|\([A-Z][a-z]\)|--|[=:;]-|es [-–−] :|[a-z]\b ['’][a-z]"
    rf"|\b(?:{INITIAL_E}|Ca )"
)
_SMALL_CENTURY = Pattern(r"\b[ivx]+e (?:siècle|dynastie|arrondissement)")
_SMALL_PAGE = Pattern(r"\b[Pp]ages? [ivxl]+\b")
_BEFORE_COLON = Pattern(r"\b(?:[Rr]ens|[Tt][ée]l|[Rr]ésa|[Ii]nscr|[Pp]rép) ?:")


def is_plain(sentence: str) -> bool:
    """Whether a sentence is only words: « Le chat dort. » is; « Le Dr dort 8 h. » is not."""
    if ("e siècle" in sentence or "e dynas" in sentence or "e arrond" in sentence) and (
        _SMALL_CENTURY.search(sentence)
    ):
        return False
    if "age" in sentence and _SMALL_PAGE.search(sentence):
        return False
    if ":" in sentence and _BEFORE_COLON.search(sentence):
        return False
    return bool(_PLAIN.fullmatch(sentence)) and not _LOUD.search(sentence)

"""The pipeline: every rule, in the order in which it runs, a line of text at a time.

The order avoids most mistakes: addresses before anything that reads points and slashes, dates before
fractions, fractions before ranges, money before units, numbers last, with the nouns then in sight.
"""

from collections.abc import Callable

from .abbreviations import ABBREVIATED, say_abbreviations, say_references, say_titles
from .acronyms import say_acronyms, say_alphanumerics
from .cleanup import clean
from .counting import say_numbers
from .dates import say_dates, say_era, say_years
from .electronic import say_emails, say_files, say_handles, say_hashtags, say_urls, say_versions
from .fractions import say_finals, say_fractions
from .inclusive import say_inclusive
from .money import say_money
from .numbers import Region, counting_as
from .ordinals import say_ordinals
from .patterns import Pattern
from .ranges import say_ranges
from .roman import say_romans
from .sentences import pieces
from .symbols import say_operations, say_symbols
from .telephones import say_telephones
from .times import say_durations, say_times
from .units import say_lone_units, say_measures, say_percents

MOST_PASSES = 8
FIGURE = r"\d"
SIGN = r"[^\w\s.,;:!?'’«»\"()…–—“”-]|[_α-ωΑ-Ω]"
CAPITALS = r"[A-Z]{2}|[a-z][A-Z]|[A-Z][.&] ?[A-Z]|-[A-Z]\b"
ROMAN = r"[IVX].e\b|\b[IVXLCDM](?:[IVXLCDM]+(?:\b|[eèér])|e[rs]?\b|[eèé]me|re\b|ère\b)|\b[IVX]\b"
DATE = (
    r"\d(?:[-/.\u2011]\d|er\b|.[jfmasond][a-zé]{2})|\b[jfmasond][a-zûé]{2,8}\.?.['’]?\d"
    r"|\b[lmjvsd][a-z]{2}\.?.\d|[a-zûé]\.[-–/][a-z]"
)
TITLED = (
    r"\b(?:MM?|Mr|Mt|Mmes?|Mlles?|Mes?|Mgr|Dre?s?|Prs?|Prof|Gal|Gén|Cdt|Cne|Lt|Sgt|Cpt|Col|Vve"
    r"|S[tT][eE]?[sS]?|ste?s?)\b"
)

RULES: tuple[tuple[Callable[[str], str], str], ...] = (
    (say_urls, r"\w\.\w|://"),
    (say_emails, "@"),
    (say_handles, "@"),
    (say_hashtags, "#"),
    (say_files, r"\w\.\w"),
    (
        say_inclusive,
        r"[·•‧⋅∙・]|\w[.(-](?:[enlvxt]|s|ic|ri|tr|eu|èr|iè|la\b)|\w/(?:t?ric|eus|i?èr|n?es?\b|ves?\b|la\b|le|[iec])",
    ),
    (say_telephones, r"0\d|0.8\d\d|\+\d|3\d.?\d\d|1[01].?\d"),
    (say_versions, r"\d\.\d"),
    (say_era, r"J.{0,3}C"),
    (say_dates, DATE),
    (say_years, r"\d\d"),
    (say_times, r"\d.?[hH]|\d[:'’′]\d|[jh ]/|7.{0,6}7|[HJ].?[-−–+]"),
    (say_durations, r"\d.?(?:m|s|e?['’′\"″])"),
    (say_operations, r"[×*<>=≤≥≠≈~±÷≃+^]|\d.?[xX]|x.?\d|[ \d]x\b|[nN]-\d"),
    (say_references, r"\w\. ?[\dIVXL]|[°º§№]|\b[nN]os? "),
    (say_finals, "finale"),
    (say_fractions, r"\d.?/"),
    (say_ranges, r"\d.{0,2}[-–—‑/.→]"),
    (say_ordinals, r"\d.?[eèéndri°]"),
    (say_money, r"[€$£¥₩₽₹₺₴₪₿₦₫¢฿]|[A-Z.]{3}.?\d|\d.{0,9}(?:[A-Z]{2}|euro|ct|zł|F\b|[Mmk][rd]?[ds]?\b)"),
    (say_measures, FIGURE),
    (say_lone_units, r"\b[kcmhMGTW°]?(?:m[23/]|Wh|°C|m|g|l|W|o)\b|[a-zà-ÿ]/[mkMhjLa]"),
    (say_percents, "[%‰]"),
    (say_romans, ROMAN),
    (say_titles, TITLED),
    (say_abbreviations, ABBREVIATED),
    (say_alphanumerics, FIGURE),
    (say_acronyms, CAPITALS),
    (say_numbers, FIGURE),
    (say_symbols, SIGN),
)
"""Every rule, with what a sentence must have for it to be worth trying."""

_RULES = tuple([(rule, Pattern(needed)) for rule, needed in RULES])


def verbalize(text: str, *, region: Region = Region.FRANCE) -> str:
    """Write out in words all that an announcer would say.

    « Le 3 mai, 21 % des 80 élues » → « Le trois mai, vingt et un pour cent des quatre-vingts élues ».
    What needs no change comes back unchanged, and what was verbalized once stays as it is.
    """
    with counting_as(region):
        return "\n".join([_say_line(line) for line in text.split("\n")])


def _say_line(line: str) -> str:
    """Say each sentence, again where saying it moved their limits."""
    settled: set[str] = set()
    for _ in range(MOST_PASSES):
        found = pieces(line)
        if settled.issuperset(found):
            break
        said = [piece if piece in settled else _say_until_still(piece) for piece in found]
        settled.update(said)
        line = "".join(said)
    return line


def _say_until_still(sentence: str) -> str:
    """Say a sentence, again while that still changes it: what one rule lays bare, another says."""
    for _ in range(MOST_PASSES):
        said = _say(sentence)
        if said == sentence:
            break
        sentence = said
    return sentence


def _say(sentence: str) -> str:
    sentence = clean(sentence)
    for rule, needed in _RULES:
        if needed.search(sentence):
            sentence = rule(sentence)
    return sentence

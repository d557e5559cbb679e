"""Inclusive writing: « les étudiant·e·s » → « les étudiants et étudiantes ».

Source: Haut Conseil à l'égalité, « Guide pratique » (2022): read aloud, a doublet is said in full;
the Académie française has no form of its own to say. Plural: « et »; singular: « ou ».
"""

import re

from .patterns import Pattern

_ENDINGS = (
    "trices?|rices?|ices?|euses?|ères?|ères?|ières?|elles?|ennes?|iennes?|onnes?|lles?|nnes?|lle|nne"
    "|ne|le|se|ses|ve|"
    "ves|ive|ives|esse|esses|sse|te|tes|enne|fe|fes|che|ches|que|ques|e|es|ale|ales|ère|trice|euse"
    "|teuse|teuses|trice"
)
_NOUN = Pattern(
    rf"(?<![\w.@/])([^\W\d_]{{2,40}}?)(?:([·•‧⋅∙・])|(\.)|(-))({_ENDINGS})(?:(?:\2|\3|\4)(s|x))?"
    rf"(?![\w@]|[·.-]\w)"
)
_PARENTHESIS = Pattern(
    r"(?<![\w(])([^\W\d_]{2,40})\((e|ne|le|se|ve|trice|rice|euse|ère|te|es|nes|les|trices|euses)\)(s?)(?!\w)"
)
_OPTIONAL_PLURAL = Pattern(r"(?<![\w(])([^\W\d_]{2,40})\((s|x)\)(?!\w)")
_PAIRS = {
    "un·e": "un ou une",
    "le·la": "le ou la",
    "la·le": "la ou le",
    "il·elle": "il ou elle",
    "elle·il": "elle ou il",
    "ils·elles": "ils et elles",
    "elles·ils": "elles et ils",
    "il·s": "il ou ils",
    "ceux·elles": "ceux et celles",
    "celles·eux": "celles et ceux",
    "celles·ceux": "celles et ceux",
    "ceux·celles": "ceux et celles",
    "celui·elle": "celui ou celle",
    "celui·celle": "celui ou celle",
    "chacun·e": "chacun et chacune",
    "aucun·e": "aucun ou aucune",
    "tous·tes": "tous et toutes",
    "toutes·tous": "toutes et tous",
    "tou·te·s": "tous et toutes",
    "tou·tes": "tous et toutes",
    "tout·e·s": "tous et toutes",
    "tout·e": "tout ou toute",
    "certain·e·s": "certains et certaines",
    "du·de la": "du ou de la",
    "au·à la": "au ou à la",
    "quelqu'un·e": "quelqu'un ou quelqu'une",
    "mon·ma": "mon ou ma",
    "son·sa": "son ou sa",
    "ton·ta": "ton ou ta",
    "ce·tte": "ce ou cette",
    "ce·cette": "ce ou cette",
    "cet·te": "cet ou cette",
    "lui·elle": "lui ou elle",
    "eux·elles": "eux et elles",
    "elles·eux": "elles et eux",
    "frère·sœur": "frère ou sœur",
    "beau·belle": "beau ou belle",
    "beaux·elles": "beaux et belles",
    "copain·ine": "copain ou copine",
    "copain·ine·s": "copains et copines",
    "fou·olle": "fou ou folle",
    "nouveau·elle": "nouveau ou nouvelle",
    "nouveaux·elles": "nouveaux et nouvelles",
    "nouveau·x·elles": "nouveaux et nouvelles",
    "iel·s": "iels",
}
_PAIR = Pattern(
    "(?<!\\w)(?:"
    + "|".join(sorted((re.escape(p).replace("·", "[·•‧⋅∙./]") for p in _PAIRS), key=len, reverse=True))
    + ")(?![\\w·])",
    re.IGNORECASE,
)
_DETERMINER = Pattern(
    r"(?<!\w)(un|le|ce|cet|mon|son|ton|aucun|tout|au|du)[·•‧⋅∙.(](e|la|tte|te|ma|sa|ta|à la|de la)\)? "
    r"([^\W\d_]{2,40})[·•‧⋅∙.(]("
    rf"{_ENDINGS})\)?(?![\w·])",
    re.IGNORECASE,
)
_FEMININE_DETERMINERS = {
    "un": "une",
    "le": "la",
    "ce": "cette",
    "cet": "cette",
    "mon": "ma",
    "son": "sa",
    "ton": "ta",
    "aucun": "aucune",
    "tout": "toute",
    "au": "à la",
    "du": "de la",
}
_REPLACED_ENDINGS = (
    ("trice", ("teur",)),
    ("rice", ("eur",)),
    ("teuse", ("teur",)),
    ("euse", ("eur", "eux")),
    ("ière", ("ier",)),
    ("ère", ("er",)),
    ("esse", ("e", "")),
    ("ive", ("if",)),
    ("ve", ("f",)),
    ("se", ("x",)),
    ("elle", ("el", "eau")),
    ("ale", ("al",)),
    ("ienne", ("ien",)),
    ("enne", ("en",)),
    ("onne", ("on",)),
    ("que", ("c",)),
    ("che", ("c",)),
)
_SHORT = 3
_DOUBLING = {"lle": "l", "nne": "n", "sse": "s", "tte": "t"}


_SLASHED = Pattern(r"(?<![\w./])([^\W\d_]{3,40})/(trices?|rices?|euses?|ières?|ères?|nes?|ves?|es?)(?![\w/])")


def say_inclusive(text: str) -> str:
    """Doublets in full: « les lecteur·rices » → « les lecteurs et lectrices »."""
    text = _DETERMINER.sub(_say_determiner, text)
    text = _PAIR.sub(_say_pair, text)
    text = _NOUN.sub(_say_noun, text)
    text = _SLASHED.sub(lambda m: _doublet(m[1], m[2].removesuffix("s"), plural=m[2].endswith("s")), text)
    text = _PARENTHESIS.sub(_say_parenthesis, text)
    return _OPTIONAL_PLURAL.sub(_say_optional_plural, text)


def feminine(masculine: str, ending: str) -> str:
    """Join a word and its feminine ending: « lecteur », « rice » → « lectrice »; « chien », « ne »."""
    if ending == "e" and masculine.endswith(("er", "èr")):
        return masculine[:-2] + "ère"
    if ending == "ice":
        ending = "rice"
    for suffix, replaced in _REPLACED_ENDINGS:
        if ending == suffix:
            for old in replaced:
                if old and masculine.endswith(old):
                    return masculine[: -len(old)] + ending
    if ending in _DOUBLING and masculine.endswith(_DOUBLING[ending]):
        return masculine + ending[1:]
    return masculine + ending


def _say_pair(match: re.Match[str]) -> str:
    written = re.sub("[·•‧⋅∙./]", "·", match[0])
    spoken = _PAIRS[written.lower()]
    return spoken.capitalize() if written[0].isupper() else spoken


def _say_determiner(match: re.Match[str]) -> str:
    """« un·e étudiant·e » → « un étudiant ou une étudiante »."""
    determiner, _, noun, ending = match.groups()
    woman = _FEMININE_DETERMINERS[determiner.lower()]
    return f"{determiner} {noun} ou {woman} {feminine(noun, ending)}"


def _say_noun(match: re.Match[str]) -> str:
    noun, middle, dot, _hyphen, ending, plural_mark = match.groups()
    plural = bool(plural_mark) or ending.endswith("s")
    if not middle and not (
        plural_mark or (dot and ending in ("e", "ne", "rice", "trice") and len(noun) > _SHORT)
    ):
        return match[0]
    return _doublet(noun, ending.removesuffix("s"), plural=plural)


def _say_parenthesis(match: re.Match[str]) -> str:
    noun, ending, mark = match.groups()
    return _doublet(noun, ending.removesuffix("s"), plural=bool(mark) or ending.endswith("s"))


def _doublet(noun: str, ending: str, *, plural: bool) -> str:
    """« étudiant », « e » → « étudiants et étudiantes » or « étudiant ou étudiante »."""
    noun = noun[:-1] if plural and noun.endswith(("rs", "ts", "ns", "és", "ls")) else noun
    woman = feminine(noun, ending)
    if not plural:
        return f"{noun} ou {woman}"
    noun = noun[:-2] + "er" if noun.endswith("èr") else noun
    man = noun if noun.endswith(("s", "x")) else noun + ("x" if noun.endswith("eau") else "s")
    return f"{man} et {woman}s"


def _say_optional_plural(match: re.Match[str]) -> str:
    word, mark = match.groups()
    if word.lower() in ("le", "la"):
        return f"{word} ou les"
    return word + mark

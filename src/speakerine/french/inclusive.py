"""Inclusive writing: « les étudiant·e·s » → « les étudiants et étudiantes ».

Source: Haut Conseil à l'égalité, « Guide pratique » (2022): read aloud, a doublet is said in full;
the Académie française has no form of its own to say. Plural: « et »; singular: « ou ».
"""

import re

from .inclusive_lists import FEMININE_DETERMINERS, PAIRS
from .inclusive_phrases import say_phrases
from .inclusive_words import ENDINGS, HERS, HIS, feminine
from .patterns import Pattern
from .typography import words

_NOUN = Pattern(
    rf"(?<![\w.@/])([^\W\d_]{{2,40}}?)(?:([·•‧⋅∙・⸱])|(\.)|(-))({ENDINGS})(?:(?:\2|\3|\4)(s|x))?"
    rf"(?![\w@]|[·.-]\w)"
)
_PARENTHESIS = Pattern(
    r"(?<!\w)([^\W\d_]{2,40})\((e|ne|le|se|ve|fe|sse|trice|rice|euse|ère|ière|te|que|es|nes|les|ves|ses|trices|rices|euses|ères)\)(?:\((s)\)|(s))?(?!\w)"
)
_COMPOUND = Pattern(
    rf"(?<![\w.@/])([^\W\d_]{{2,40}}?)[·•‧⋅∙・⸱.]({ENDINGS})(?:[·•‧⋅∙・⸱.](s))?"
    rf"-([^\W\d_]{{2,40}}?)[·•‧⋅∙・⸱.]({ENDINGS})(?:[·•‧⋅∙・⸱.](s))?(?![\w@]|[·.-]\w)"
)
_POINTED_PLURAL = Pattern(r"(?<![\w.@/])([^\W\d_]{3,40})[·•‧⋅∙・⸱]([sx])(?![\w·])")
_WHOLE_POINTED = Pattern(r"(?<!\w)(?=(\w))([^\W\d_]{3,40})[·•‧⋅∙・⸱](\1[^\W\d_]{2,40})(?![\w·])")
_CAPITALIZED = Pattern(r"(?<!\w)([a-zà-ÿ]{3,40})(E|NE|RICE|TRICE|EUSE)(s?)(?!\w)")
_ALS = Pattern(r"(?<!\w)([^\W\d_]{2,40})al\(aux\)")
_WHOLE_SLASHED = Pattern(r"(?<![\w./@-])([^\W\d_]{3,40})/([^\W\d_]{3,40})(?![\w/@]|\.\w)")
_OPTIONAL_PLURAL = Pattern(r"(?<!\w)([^\W\d_]{2,40})\((s|x)\)(?!\w)")
_PAIR = Pattern(
    "(?<!\\w)(?=[^\\W\\d_]{1,9}(?:[·•‧⋅∙./('’-]| \\())(?:"
    + "|".join(sorted((re.escape(p).replace("·", "[·•‧⋅∙./]") for p in PAIRS), key=len, reverse=True))
    + ")(?![\\w·])",
    re.IGNORECASE,
)
_DETERMINER = Pattern(
    rf"(?<!\w)({HIS})[·•‧⋅∙./(-]({HERS})\)? "
    r"([^\W\d_]{2,40})[·•‧⋅∙./(-]("
    rf"{ENDINGS})\)?(?![\w·])",
    re.IGNORECASE,
)
_JOINED = Pattern(r"[·•‧⋅∙・⸱/(]|\.[^\W\d_]|(?i:tous-tes|un-e\b|tou-te-s)")
"""What every pair and every compound has; without it, neither is looked for."""
_SURE = tuple(words("é u rt it ant ent çais lais gais nais dais çois cois nois lois"))
"""Endings of participles and of peoples, after which « .es » is hardly a country of the Internet."""
_SEXES = {"f": "femme", "h": "homme", "m": "homme"}
_SEX = Pattern(r"(?<![\w/])(?:[fhm]/[fhm]|[FM]/[FM])(?:/[dxwDXW])?(?![\w/])")
_SHORT = 3
_MASCULINE = tuple("éitdnslrxufg")
_PLURAL_BEFORE = Pattern(
    r"\b(?:les|des|ces|ses|mes|tes|nos|vos|leurs|aux|deux|tous|d['’]|de) ?\Z", re.IGNORECASE
)
_NO_WORDS = frozenset(words("e es ne nes rice rices trice trices euse euses ère ères ière ières"))
_WHOLE_ENDINGS = (
    "e",
    "ne",
    "le",
    "se",
    "ve",
    "trice",
    "rice",
    "euse",
    "ère",
    "ière",
    "enne",
    "onne",
    "elle",
    "que",
    "sse",
    "te",
)
_ONLY_AFTER = {
    "ne": ("n", "N"),
    "nes": ("n", "ns"),
    "le": ("l",),
    "les": ("l", "ls"),
    "se": ("x", "s", "eur", "eurs"),
    "ses": ("x", "s", "eur"),
    "te": ("t", "i", "cet"),
    "tes": ("t", "i", "ts", "tou"),
    "ve": ("f",),
    "ves": ("f", "fs"),
    "fe": ("f",),
    "fes": ("f", "fs"),
    "ce": ("x",),
    "ces": ("x",),
    "he": ("c",),
    "hes": ("c", "cs"),
    "ue": ("g", "c"),
    "ues": ("g", "gs"),
    "che": ("c",),
    "ches": ("c", "cs"),
    "que": ("c",),
    "ques": ("c", "cs"),
    "ine": ("in", "ain"),
    "ines": ("in", "ains", "ain"),
}


_SLASHED = Pattern(
    r"(?<![\w./])([^\W\d_]{3,40})/-?(trices?|rices?|euses?|ières?|ères?|nes?|ves?|ses?|es?)(?:/(s))?(?![\w/])"
)


_DEAR = Pattern(
    r"(?<!\w)Ch[eè]r(?:\(e\)s|[·.-]e[·.-]?s) "
    r"(?P<who>[a-zà-ÿ]{2,14}(?:i|é|nt|in|ain))(?:\(e\)s|[·.-]e[·.-]?s)(?!\w)"
)
_BETWEEN_SEXES = Pattern(
    r"(?P<lead>\b(?:(?:in)?égalités?|parité|écarts?|mixité) (?:salarial\w* )?)"
    r"(?P<a>hommes?|femmes?) ?/ ?(?P<b>hommes?|femmes?)(?!\w)"
)


def say_inclusive(text: str) -> str:
    """Doublets in full: « les lecteur·rices » → « les lecteurs et lectrices »."""
    text = _DEAR.sub(r"Chères \g<who>es, chers \g<who>s", text)
    text = _BETWEEN_SEXES.sub(r"\g<lead>\g<a> \g<b>", text)
    text = say_phrases(text)
    text = _DETERMINER.sub(_say_determiner, _SEX.sub(_say_sexes, text))
    if _JOINED.search(text):
        text = _PAIR.sub(_say_pair, text)
        text = _COMPOUND.sub(_say_compound, text)
    text = _NOUN.sub(_say_noun, text)
    text = _POINTED_PLURAL.sub(r"\1\2", text)
    text = _WHOLE_POINTED.sub(lambda m: f"{m[2]} {'et' if m[2][-1] in 'sx' else 'ou'} {m[3]}", text)
    text = _CAPITALIZED.sub(lambda m: _doublet(m[1], m[2].lower(), plural=bool(m[3])), text)
    text = _SLASHED.sub(
        lambda m: _doublet(m[1], m[2].removesuffix("s"), plural=bool(m[3]) or m[2].endswith("s")), text
    )
    text = _WHOLE_SLASHED.sub(_say_whole_slashed, text)
    text = _ALS.sub(r"\1al ou \1aux", text)
    text = _PARENTHESIS.sub(_say_parenthesis, text)
    return _OPTIONAL_PLURAL.sub(_say_optional_plural, text)


def _say_sexes(match: re.Match[str]) -> str:
    """« (m/f) » → « (homme ou femme) »; « m/h » counts metres."""
    first, second = match[0].lower().split("/")[:2]
    if first == second or "f" not in (first, second):
        return match[0]
    return f"{_SEXES[first]} ou {_SEXES[second]}"


def _say_pair(match: re.Match[str]) -> str:
    written = re.sub("[·•‧⋅∙./]", "·", match[0])
    spoken = PAIRS[written.lower()]
    return spoken.capitalize() if written[0].isupper() else spoken


def _say_determiner(match: re.Match[str]) -> str:
    """« un·e étudiant·e » → « un étudiant ou une étudiante »."""
    determiner, _, noun, ending = match.groups()
    woman = FEMININE_DETERMINERS[determiner.lower()]
    return f"{determiner} {noun} ou {woman} {feminine(noun, ending)}"


def _say_noun(match: re.Match[str]) -> str:
    noun, middle, dot, _hyphen, ending, plural_mark = match.groups()
    plural = bool(plural_mark) or ending.endswith("s")
    if ending in _ONLY_AFTER and not noun.endswith(_ONLY_AFTER[ending]):
        return match[0]
    hinted = _is_pointed(match, noun, ending) if dot else _is_hyphened(noun, ending)
    if not middle and not plural_mark and not hinted:
        return match[0]
    return _doublet(noun, ending.removesuffix("s"), plural=plural)


def _say_compound(match: re.Match[str]) -> str:
    """« enseignant·es-chercheur·euses » → « enseignants-chercheurs et enseignantes-chercheuses »."""
    first, first_ending, first_mark, second, second_ending, second_mark = match.groups()
    plural = bool(first_mark or second_mark) or first_ending.endswith("s")
    joint = " et " if plural else " ou "
    men, women = zip(
        _doublet(first, first_ending.removesuffix("s"), plural=plural).split(joint),
        _doublet(second, second_ending.removesuffix("s"), plural=plural).split(joint),
        strict=True,
    )
    return joint.join(("-".join(men), "-".join(women)))


def _is_pointed(match: re.Match[str], noun: str, ending: str) -> bool:
    """« les habitant.es », « heureux.se », « ami.e »: a point that is no stop and no address."""
    if ending == "es" and noun.endswith(_SURE):
        return True
    if not noun.islower() or len(noun) < _SHORT or not noun.endswith(_MASCULINE):
        return False
    if ending in (
        "e",
        "ne",
        "rice",
        "trice",
        "rices",
        "trices",
        "euse",
        "euses",
        "ère",
        "ères",
        "fe",
        "nes",
        "ennes",
    ):
        return True
    before = match.string[max(0, match.start() - 8) : match.start()]
    return (
        not noun.isascii()
        or bool(_PLURAL_BEFORE.search(before))
        or noun.endswith(("eux", "eur", "eurs", "el", "if"))
    )


def _is_hyphened(noun: str, ending: str) -> bool:
    """« les salarié-es », « une magicien-ne »: what follows the hyphen is no word."""
    return noun.islower() and len(noun) >= _SHORT and noun.endswith(_MASCULINE) and ending in _NO_WORDS


def _is_pair(man: str, woman: str, *, plural: bool) -> bool:
    if plural:
        man, woman = man.removesuffix("s"), woman.removesuffix("s")
    return man != woman and any(feminine(man, ending) == woman for ending in _WHOLE_ENDINGS)


def _say_whole_slashed(match: re.Match[str]) -> str:
    """« lecteurs/lectrices » → « lecteurs et lectrices »; other slashes stay."""
    first, second = match.groups()
    plural = first.endswith(("s", "x")) and second.endswith(("s", "x"))
    for man, woman in ((first, second), (second, first)):
        if _is_pair(man.lower(), woman.lower(), plural=plural):
            return f"{first} {'et' if plural else 'ou'} {second}"
    return match[0]


def _say_parenthesis(match: re.Match[str]) -> str:
    noun, ending, *marks = match.groups()
    return _doublet(noun, ending.removesuffix("s"), plural=any(marks) or ending.endswith("s"))


def _doublet(noun: str, ending: str, *, plural: bool) -> str:
    """« étudiant », « e » → « étudiants et étudiantes » or « étudiant ou étudiante »."""
    noun = noun[:-1] if plural and noun.endswith(("rs", "ts", "ns", "és", "ls", "fs", "cs", "us")) else noun
    if noun.endswith("aux") and ending == "ale":
        return f"{noun} et {noun.removesuffix('aux')}ales"
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

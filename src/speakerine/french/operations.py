"""Sums and comparisons: 2 + 2 = 4, 3 × 4, f(x) = 2x, a² − b², < 5, ± 3, « les - de 18 ans », « 30 ans et + ».

Source: Imprimerie nationale, Lexique, « Signes »; OQLF, « Signes et symboles ».
"""

import re

from .fractions import part
from .gender import is_feminine
from .numbers import say
from .patterns import Pattern
from .typography import NUMBER

_MULTIPLY = Pattern(r"(?<=[\d)]) ?(?:×|\*) ?(?=[\d(])|(?<=\d) ?[x] ?(?=\d)")
_FOUR_BY_FOUR = Pattern(r"(?<![\w.,])4 ?[x×X] ?4(?!\w|[.,]\d| ?[=\d])")
_TIMES_MORE = Pattern(rf"(?<![\w.,])(?P<n>{NUMBER}) ?[x×](?=$|[ ,.;)/])|(?<!\w)[x×] ?(?=\d)")
_EQUATION = Pattern(
    r"(?<=[\w)]) ?(?P<s>[-−–+÷]|(?<!\b1)/) ?(?=\(?\d{1,12}"
    r"(?:[.,]\d{1,6})?\)? ?[-−–+×x*/÷=])|(?<=\d) ?(?P<last>[-−–+/÷]) ?"
    r"(?=\d{1,12}(?:[.,]\d{1,6})? ?=)"
)
_PART = Pattern(r"(?<![\w.,/÷×*-])(?P<a>[1-9])/(?P<b>\d{1,2})(?= ?[=+−×-])")
_HEART = Pattern("(?:^| )<3(?=$| ?[!.]| [a-zA-Z])")
_POWER = Pattern(r"(?<=\d)\^(?=-?\d)")
_TRUE_MINUS = Pattern(
    r"(?:(?<=\b[a-zA-Z])|(?<=\))|(?<=au carré)|(?<=au cube)) ?−"
    r" ?(?=\(|\d{1,4}(?![\w])|\d{0,3}[a-zA-Z]\b)"
)
_FACTORIAL = Pattern(r"(?:(?<=\d)|(?<=\bn))!(?= ?[=×*/+−])")
_STARRED = Pattern(r"(?<=\d)\*(?=0\d)")
_DESCENT = Pattern(r"(?<!\w)D[-−–] ?(?=\d)")
_RANK_LESS = Pattern(r"(?<!\w)([nN])-(?=\d(?!\d))")
_MINUS = {"-": "moins", "−": "moins", "–": "moins", "+": "plus", "/": "divisé par", "÷": "divisé par"}
COMPARE = {
    "<=": "inférieur ou égal à",
    ">=": "supérieur ou égal à",
    "≤": "inférieur ou égal à",
    "≥": "supérieur ou égal à",
    "≠": "différent de",
    "<": "inférieur à",
    ">": "supérieur à",
    "≈": "environ",
    "~": "environ",
    "±": "plus ou moins",
    "≃": "environ",
}
_COMPARISON = Pattern(
    r" ?(?P<s><=|>=|[≤≥≠<>≈~±≃])(?: ?(?=[-−]?\d)| (?=(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix"
    r"|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent)\b))"
)
_NOUN_BEFORE = Pattern(
    r"(?<![\w'’])(?!cas |type )([A-ZÀ-Þ]?[a-zà-ÿœ]{3,20})(?: (?:de |d['’])[a-zà-ÿœ]{2,20})?"
    r"(?: (?:est|reste|était|restait|soit|doit être))? ?\Z"
)
_DEGREES = ("inférieur", "supérieur")
_AGE = Pattern(r"\d{1,3} ans\b")
_THOSE = Pattern(r"\b(?:[Ll]es|[Dd]es|[Aa]ux)\Z")
_LETTER_TIMES = Pattern(r"(?<=\b[a-zA-Z]) \* ?(?=\d)")
_FUNCTION = Pattern(r"(?<!\w)(?P<f>[fgh])\((?P<x>[a-z]|-?\d{1,3})\)")
_COEFFICIENT = Pattern(r"(?<![\w'’])(?P<a>[abcm])(?P<x>[xyz])(?= ?[=+−²-] ?[\da-z]{1,3}\b)")
_LETTER_OVER = Pattern(r"(?<== )(?P<a>[a-zA-Z])/(?P<b>[a-zA-Z])(?!\w)")
_PLUS_OR_MINUS = Pattern(r"(?<![\w+])\+/[-−–] ?|(?<=\w) \+/[-−–] ")
_SPACED_MINUS = Pattern(r"[-−–] \d")
_THE_LESS = Pattern(r"(?<=\b[Ll]es )[-−–](?= ?:)")
_UNDER_PAR = Pattern(r"(?<=\b[Àà] )[-−–] ?(?=\d{1,2} (?:après|sur \d|dans|au total|pour))")
_LOOSE_MINUS = Pattern(
    r"(?:(?<=\bfait)|(?<=\bfera)|(?<=\bfaisait)"
    r"|(?<=\bde)|(?<=\bà)|(?<=\bet)|(?<=\bcontre)|(?<=\bsoit)|(?<=[:(«])|^) ?[-−–] "
    r"(?=\d{1,7}(?:[.,]\d{1,3})? ?(?:%|°|€|\$|[kM]€|M[ds]|pts?\b|points?\b|(?<=\d)\)))"
)
_MORE_THAN = Pattern(r"(?<![\w+])(?P<s>[-−–+]) (?=d['’e] ?\d)|(?:^|(?<=[(«]))\+ (?=d['’])")
_LESS_AGE = Pattern(
    r"(?:^|(?<=[«(])|(?<![\d:-] )(?<!\d, )(?<= ))(?P<s>[-−–+])"
    r"(?:(?:(?<=(?:gratuit|.réduit|enfants|.jeunes|dit aux|rvé aux) [-−–+])"
    r"|(?<=\([-−–+])) )?(?=\d{1,2} ans\b)"
)
_AND_MORE = Pattern(r"(?:(?<=\b(?:et|ou) )|(?<=[€$s] de ))\+(?=$|[ ,.;:)!?»])")
_OVER = Pattern(rf"(?<![\w.,+-])(?:plus de )?(?P<n>{NUMBER})\+(?= [a-zà-ÿ]{{2,}}s\b| ans\b)")
_LETTERS = Pattern(r"(?<=\b[a-zA-Z0-9])(?P<s> ?(?:<=|>=|[<>]) ?)(?=[a-zA-Z0-9]\b)(?![a-zA-Z] ?[<>] ?\w\w)")
_CROSSED = Pattern("[x×X*]")
_COMPARED = Pattern("[<>≤≥≠≈~±≃]")
_FIGURE_THEN_LETTER = Pattern(r"\d[xyzn]")
_DIVIDED = Pattern(r"(?<=\d) : (?=\d{1,6} =)")
_VARIABLE = Pattern(
    r"(?<![\w.,])(?P<n>\d{1,4})(?P<x>[xyzn])(?=\)?\s?[=+−²³^-])|(?<==\s)(?P<m>\d{1,4})(?P<y>[xyzn])(?!\w)"
)


def say_operations(text: str) -> str:
    """« 2 + 2 = 4 » → « 2 plus 2 égale 4 », « 3 × 4 » → « 3 fois 4 », « < 5 » → « inférieur à 5 »."""
    if "+" in text or "-" in text or "–" in text or "−" in text:
        text = _say_more_or_less(text)
    if "−" in text:
        text = _TRUE_MINUS.sub(" moins ", text)
    if "=" in text or "^" in text:
        text = _FACTORIAL.sub(" factorielle", text)
        text = _COEFFICIENT.sub(r"\g<a> \g<x>", text)
        text = _LETTER_OVER.sub(r"\g<a> sur \g<b>", _FUNCTION.sub(r"\g<f> de \g<x>", text))
        text = _POWER.sub(" puissance ", _DIVIDED.sub(" divisé par ", text))
    if "<" in text or ">" in text:
        text = _LETTERS.sub(lambda m: f" {COMPARE[m['s'].strip()]} ", _HEART.sub("", text))
    if "n-" in text or "N-" in text:
        text = _RANK_LESS.sub(r"\1 moins ", text)
    if _CROSSED.search(text):
        text = _FOUR_BY_FOUR.sub("quatre-quatre", _STARRED.sub(" étoile ", text))
    if _FIGURE_THEN_LETTER.search(text):
        text = _VARIABLE.sub(lambda m: f"{say(m['n'] or m['m'])} {m['x'] or m['y']}", text)
    if "=" in text:
        text = _EQUATION.sub(lambda m: f" {_MINUS[m['s'] or m['last']]} ", _PART.sub(_say_part, text))
    if _CROSSED.search(text):
        text = _LETTER_TIMES.sub(" fois ", text)
        text = _MULTIPLY.sub(" fois ", text)
        text = _TIMES_MORE.sub(lambda m: f"{m['n']} fois" if m["n"] else "fois ", text)
    return _COMPARISON.sub(_say_comparison, text) if _COMPARED.search(text) else text


def _say_more_or_less(text: str) -> str:
    """« +/- 3 », « les - de 18 ans », « 30 ans et + », « 100+ pays » → « plus de 100 pays »."""
    text = _PLUS_OR_MINUS.sub(
        lambda m: " plus ou moins " if m.start() and m[0][0] != "+" else "plus ou moins ", text
    )
    text = _THE_LESS.sub("moins", text)
    if _SPACED_MINUS.search(text):
        text = _LOOSE_MINUS.sub(_say_loose_minus, text)
    text = _DESCENT.sub("D moins ", _UNDER_PAR.sub("moins ", text))
    text = _MORE_THAN.sub(lambda m: "moins " if (m["s"] or "+") != "+" else "plus ", text)
    if "ans" in text:
        text = _LESS_AGE.sub(lambda m: "plus de " if m["s"] == "+" else "moins de ", text)
    return _OVER.sub(r"plus de \g<n>", _AND_MORE.sub("plus", text))


def _say_loose_minus(match: re.Match[str]) -> str:
    opens = match.start() == 0 or match.string[match.start() - 1] == "("
    return "moins " if opens else " moins "


def _say_part(match: re.Match[str]) -> str:
    """« 3/4 + 1/4 = 1 » adds parts, « 10/2 = 5 » divides."""
    over, under = int(match["a"]), int(match["b"])
    return part(over, under) if over < under else match[0]


def _say_comparison(match: re.Match[str]) -> str:
    lead = " " if match.start() and match[0][0] == " " else ""
    if not lead and match.start() and match.string[match.start() - 1].isalnum():
        lead = " "
    if match["s"] in "<>" and (
        _AGE.match(match.string, match.end())
        or _THOSE.search(match.string[max(0, match.start() - 5) : match.start()])
    ):
        return f"{lead}{'plus' if match['s'] == '>' else 'moins'} de "
    said = COMPARE[match["s"]]
    if said.startswith(_DEGREES) and (noun := _feminine_before(match)):
        ending = "es" if noun.endswith("s") else "e"
        said = said.replace("rieur", f"rieur{ending}").replace("égal ", f"égal{ending} ")
    return f"{lead}{said} "


def _feminine_before(match: re.Match[str]) -> str:
    """« une latence < 20 ms » is « inférieure », « une valeur ≥ 3 » « supérieure ou égale »."""
    noun = _NOUN_BEFORE.search(match.string[max(0, match.start() - 44) : match.start()])
    return noun[1] if noun and is_feminine(noun[1].lower()) else ""

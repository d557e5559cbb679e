"""Signs that are said, and those that are not: & + = → × § µ, brackets, bullets, slashes.

Source: Imprimerie nationale, Lexique, « Signes »; OQLF, « Signes et symboles ». Runs last; the
punctuation that an engine takes for prosody (« » … – —) stays as it is.
"""

import re

from .fractions import part
from .numbers import say
from .patterns import Pattern
from .typography import NUMBER, words

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
_RANK_LESS = Pattern(r"(?<!\w)([nN])-(?=\d(?!\d))")
_MINUS = {"-": "moins", "−": "moins", "–": "moins", "+": "plus", "/": "divisé par", "÷": "divisé par"}
_COMPARE = {
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
_COMPARISON = Pattern(r" ?(?P<s><=|>=|[≤≥≠<>≈~±≃]) ?(?=[-−]?\d)")
_AGE = Pattern(r"\d{1,3} ans\b")
_THOSE = Pattern(r"\b(?:[Ll]es|[Dd]es|[Aa]ux)\Z")
_FLAT_SIGNS = {
    "=": "égale",
    "×": "fois",
    "÷": "divisé par",
    "→": "vers",
    "⇒": "donc",
    "↔": "et",
    "&": "et",
    "§": "paragraphe",
    "∞": "infini",
    "√": "racine de",
    "∈": "appartient à",
    "∩": "inter",
    "∪": "union",
    "⊂": "inclus dans",
    "≈": "environ",
    "≠": "différent de",
    "≤": "inférieur ou égal à",
    "≥": "supérieur ou égal à",
    "±": "plus ou moins",
    "%": "pour cent",
    "‰": "pour mille",
    "€": "euros",
    "$": "dollars",
    "£": "livres",
    "¥": "yens",
    "₽": "roubles",
    "₿": "bitcoins",
    "₹": "roupies",
    "₩": "wons",
    "₺": "livres turques",
    "₴": "hryvnias",
    "₪": "shekels",
    "µ": "micro",
    "°": "degré",
    "@": "arobase",
    "©": "copyright",
    "∑": "somme",
    "∆": "delta",
    "≃": "environ",
    "¢": "cents",
    "÷ ": "divisé par",
    "№": "numéro",
    "♯": "dièse",
    "♭": "bémol",
}
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ",
        words(
            "alpha bêta gamma delta epsilon zêta êta thêta iota kappa lambda mu nu xi omicron pi rhô "
            "sigma tau upsilon phi khi psi oméga"
        )
        * 2,
        strict=True,
    )
)
_GREEK_ALONE = Pattern(
    r"(?<![\u0370-\u03ff\u1f00-\u1fff])[α-ρσ-ωΑ-ΡΣ-Ω](?![\u0370-\u03ff\u1f00-\u1fff])(?P<dash>-(?=[a-z]))?"
)
_SIGN = Pattern(r"[=×÷→⇒↔&§∞√∈∩∪⊂≈≠≤≥±%‰€$£¥₽₿₹₩₺₴₪µ°@©∑∆≃¢№♯♭]")
_ONE_BEFORE = Pattern(
    r"(?:^|\W)(?:symbole |signe |sigle |l['’]|un |le |du |au |par |chaque |d['’]un )\Z",
    re.IGNORECASE,
)
_ONES = {"€": "euro", "$": "dollar", "£": "livre", "¥": "yen", "₿": "bitcoin", "₽": "rouble"}
_PLUS = Pattern(
    r"(?<=[a-zA-Zà-ÿ])\+\+(?!\+)|(?P<glued>(?<=[\w)]))\+(?=[\s,.;:!?»)]|$)|(?<=[\w)]) ?\+ ?"
    r"(?=[\w(])|(?<![^\s(«])\+(?: ?(?=\d)|(?=[a-zà-ÿ]))"
)
_QUOTED_PLUS = Pattern(r"(?P<open>[«“\"] ?)\+(?= ?[»”\"])")
_LETTER_TIMES = Pattern(r"(?<=\b[a-zA-Z]) \* ?(?=\d)")
_QUOTED_MINUS = Pattern(r"(?P<open>[«“\"] ?)[-−–](?= ?[»”\"])")
_SEE_YOU = Pattern(r"(?<=\bà )\+(?= ?[!.,;]|$)")
_FUNCTION = Pattern(r"(?<!\w)(?P<f>[fgh])\((?P<x>[a-z]|-?\d{1,3})\)")
_LETTER_OVER = Pattern(r"(?<== )(?P<a>[a-zA-Z])/(?P<b>[a-zA-Z])(?!\w)")
_TRIPLE_PLUS = Pattern(r"(?<=\b[A-Z])\+{3}(?![\w+])")
_FOR_IT = Pattern(r"(?:(?<=\b[Ll]e )|(?<=\b[Ll]es )|(?<=oints ))\+(?= ?[:,.;]|$)")
_SLASH = Pattern(r"(?<=[\w).»]) ?/ ?(?=[\w(«])|(?P<other>/)")
_OVER_ALL = Pattern(r"(?<=\)) ?/ ?(?=[\w(])")
_PER_SLASH = Pattern(
    r"(?<=[\w)])/(?=(?:an|mois|jour|jours|semaine|heure|personne|habitant|minute|seconde|litre|kilo|part|portion|pièce|élève|enfant"
    r"|séance|place|match|foyer|adulte|salarié)\b)"
)
_DROPPED = Pattern(r"[\[\]{}|•·‣▪●◦*\\^_`†‡™®¤¦¬¨´¯¶¸#<>~←↑↓″′]")
_NOTE_SHARP = Pattern(r"(?<!\w)([A-G]|do|ré|mi|fa|sol|la|si)#(?!\w)")
_KEY = Pattern(
    r"(?<=[\w,] )#(?=$|[ .,;!?)])"
    r"|(?P<before>\b(?:tapez|touche|faites|composez|sur|par|puis) )\*(?=$|[ .,;!?)])"
)
_ASTERISK = Pattern(r"(?<=\bun )[(«\"“]? ?\*(?: ?[)»\"”](?!\w))?(?=$|[ ,.;)])")
_COMPARED_WORDS = Pattern(
    "(?P<s>[<>]) (?=(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente"
    r"|quarante|cent|mille)\b)"
)
_LATE_MINUS = Pattern("[A-DO][-−](?!\\w)")
_RHESUS = Pattern(
    r"(?<![\w-])(?P<a>"
    r"(?:(?:[Gg]roupe|[Rr]hésus|[Dd]onneurs?|[Dd]onneuses?|(?<=[ABO][+-] )(?:ou|et)|[Ss]ang(?:uin)?"
    "|[Nn]ote|[Nn]otée?) |^)(?:A ?B|[A-DO]{1,3}))"
    r"[-−](?=$|[ ,.;)])"
)
_WOMAN_OR_MAN = Pattern(r"(?<![\w/])(?:[hH]/[fF]|[fF]/[hH])(?:/[xX])?(?![\w/])")
_EMOTICON = Pattern(
    r"(?:^|(?<= ))(?:[:;=8xX][-']?[)(DPpOo/|\]\[3*]{1,3}|<3|\^_?\^|:'\(|XD|xD|\\o/)(?=$|[ .,!?])"
)
_BULLET = Pattern("^(?P<s> {0,8})[•·‣▪●◦*▶►➤✓✔] ?")
_ARROW = Pattern("(?P<head>^ {0,8})?→ ?")
_GAPS = Pattern(r"(?<=\S) {2,40}(?=\S)")
_BEFORE_STOP = Pattern(r" (?=[.,)](?:\s|$))")


_PLUS_OR_MINUS = Pattern(r"(?<![\w+])\+/[-−–] ?|(?<=\w) \+/[-−–] ")
_SPACED_MINUS = Pattern(r"[-−–] \d")
_LOOSE_MINUS = Pattern(
    r"(?:(?<=\bde)|(?<=\bà)|(?<=\bet)|(?<=\bcontre)|(?<=\bsoit)|(?<=[:(«])|^) ?[-−–] "
    r"(?=\d{1,7}(?:[.,]\d{1,3})? ?(?:%|°|€|\$|[kM]€|M[ds]|pts?\b|points?\b|(?<=\d)\)))"
)
_MORE_THAN = Pattern(r"(?<![\w+])(?P<s>[-−–+]) (?=d['’e] ?\d)|(?:^|(?<=[(«]))\+ (?=d['’])")
_LESS_AGE = Pattern(
    r"(?:^|(?<=[«(])|(?<![\d:-] )(?<!\d, )(?<= ))(?P<s>[-−–+])"
    r"(?:(?:(?<=(?:gratuit|.réduit|enfants|.jeunes) [-−–+])|(?<=\([-−–+])) )?(?=\d{1,2} ans\b)"
)
_AND_MORE = Pattern(r"(?<=\b(?:et|ou) )\+(?=$|[ ,.;:)!?»])")
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
        text = _LETTER_OVER.sub(r"\g<a> sur \g<b>", _FUNCTION.sub(r"\g<f> de \g<x>", text))
        text = _POWER.sub(" puissance ", _DIVIDED.sub(" divisé par ", text))
    if "<" in text or ">" in text:
        text = _LETTERS.sub(lambda m: f" {_COMPARE[m['s'].strip()]} ", _HEART.sub("", text))
    if "n-" in text or "N-" in text:
        text = _RANK_LESS.sub(r"\1 moins ", text)
    if _CROSSED.search(text):
        text = _FOUR_BY_FOUR.sub("quatre-quatre", text)
    if _FIGURE_THEN_LETTER.search(text):
        text = _VARIABLE.sub(lambda m: f"{say(m['n'] or m['m'])} {m['x'] or m['y']}", text)
    if "=" in text:
        text = _EQUATION.sub(lambda m: f" {_MINUS[m['s'] or m['last']]} ", _PART.sub(_say_part, text))
    if _CROSSED.search(text):
        text = _LETTER_TIMES.sub(" fois ", text)
        text = _MULTIPLY.sub(" fois ", text)
        text = _TIMES_MORE.sub(lambda m: f"{m['n']} fois" if m["n"] else "fois ", text)
    return _COMPARISON.sub(_say_comparison, text) if _COMPARED.search(text) else text


def say_symbols(text: str) -> str:
    """« R&D » → « R et D », « Canal+ » → « Canal plus », « et/ou » → « et ou »; brackets go."""
    if _LATE_MINUS.search(text):
        text = _RHESUS.sub(r"\g<a> moins", text)
    text = _BULLET.sub(r"\g<s>", _EMOTICON.sub("", text))
    if "/" in text:
        text = _WOMAN_OR_MAN.sub(lambda m: "homme ou femme" if m[0][0] in "hH" else "femme ou homme", text)
        if "√" in text or "+" in text:
            text = _OVER_ALL.sub(" sur ", text)
        text = _SLASH.sub(lambda m: "" if m["other"] else " ", _PER_SLASH.sub(" par ", text))
    if "#" in text:
        text = _NOTE_SHARP.sub(r"\1 dièse", text)
    if "*" in text:
        text = _ASTERISK.sub("astérisque", text)
    if "#" in text or "*" in text:
        text = _KEY.sub(lambda m: "dièse" if m["before"] is None else f"{m['before']}étoile", text)
    if "<" in text or ">" in text:
        text = _COMPARED_WORDS.sub(lambda m: f"{_COMPARE[m['s']]} ", text)
    if "+" in text:
        text = _QUOTED_MINUS.sub(r"\g<open>moins", _SEE_YOU.sub("plus", text))
        text = _QUOTED_PLUS.sub(r"\g<open>plus", _FOR_IT.sub("plus", text))
        text = _TRIPLE_PLUS.sub(" plus plus plus", text)
        text = _PLUS.sub(_say_plus, text)
    text = _GREEK_ALONE.sub(_say_greek, text)
    if "→" in text:
        text = _ARROW.sub(lambda m: m["head"] if m["head"] is not None else "→ ", text)
    text = _SIGN.sub(_say_sign, text)
    text = _DROPPED.sub(_drop, text)
    return _BEFORE_STOP.sub("", _GAPS.sub(" ", text))


def _say_more_or_less(text: str) -> str:
    """« +/- 3 », « les - de 18 ans », « 30 ans et + », « 100+ pays » → « plus de 100 pays »."""
    text = _PLUS_OR_MINUS.sub(
        lambda m: " plus ou moins " if m.start() and m[0][0] != "+" else "plus ou moins ", text
    )
    if _SPACED_MINUS.search(text):
        text = _LOOSE_MINUS.sub(_say_loose_minus, text)
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
    return f"{lead}{_COMPARE[match['s']]} "


def _say_plus(match: re.Match[str]) -> str:
    if match[0] == "++":
        after = match.string[match.end() : match.end() + 1]
        return " plus plus" + " " * after.isalnum()
    return " plus" if match["glued"] is not None else (" plus " if match.start() else "plus ")


def _say_greek(match: re.Match[str]) -> str:
    name = _GREEK[match[0][0]]
    return _apart(match, name)


def _say_sign(match: re.Match[str]) -> str:
    sign = match[0]
    if sign in _ONES and _ONE_BEFORE.search(match.string[max(0, match.start() - 10) : match.start()]):
        return _ONES[sign]
    return _apart(match, _FLAT_SIGNS[sign])


def _apart(match: re.Match[str], spoken: str) -> str:
    """A word in place of a sign, with a space where the sign touched a letter."""
    before = match.string[match.start() - 1 : match.start()] if match.start() else ""
    after = match.string[match.end() : match.end() + 1]
    return " " * (before.isalnum() or (before in ".)" and before != "")) + spoken + " " * after.isalnum()


def _drop(match: re.Match[str]) -> str:
    """Nothing, or a space between two letters that it kept apart."""
    before = match.string[match.start() - 1 : match.start()] if match.start() else ""
    after = match.string[match.end() : match.end() + 1]
    return " " * (before.isalnum() and after.isalnum())

"""Signs that are said, and those that are not: & → § µ, brackets, bullets, slashes.

Source: Imprimerie nationale, Lexique, « Signes »; OQLF, « Signes et symboles ». Runs last; the
punctuation that an engine takes for prosody (« » … – —) stays as it is.
"""

import re

from .operations import COMPARE
from .patterns import Pattern
from .typography import UPPER, words

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
    r"(?:^|\W)(?:symbole |zone |signe |sigle |l['’]|un |le |du |au |par |chaque |d['’]un )\Z",
    re.IGNORECASE,
)
_ONES = {"€": "euro", "$": "dollar", "£": "livre", "¥": "yen", "₿": "bitcoin", "₽": "rouble"}
_PLUS = Pattern(
    r"(?<=[a-zA-Zà-ÿ])\+\+(?!\+)|(?P<glued>(?<=[\w)]))\+(?=[\s,.;:!?»)]|$)|(?<=[\w)]) ?\+ ?"
    r"(?=[\w(])|(?<![^\s(«])\+(?: ?(?=\d)|(?=[a-zà-ÿ]))"
)
_QUOTED_PLUS = Pattern(r"(?P<open>[«“\"] ?)\+(?= ?[»”\"])")
_QUOTED_MINUS = Pattern(r"(?P<open>[«“\"] ?)[-−–](?= ?[»”\"])")
_SEE_YOU = Pattern(r"(?:(?<=\bà )|(?<=\bpas ))\+(?= ?[!.,;]|$)")
_TRIPLE_PLUS = Pattern(r"(?<=\b[A-Z])\+{3}(?![\w+])")
_FOR_IT = Pattern(r"(?:(?<=\b[Ll]e )|(?<=\b[Ll]es )|(?<=oints ))[+-](?= ?[:,.;]|$)")
_SLASH = Pattern(r"(?<=[\w).»]) ?/ ?(?=[\w(«])|(?P<other>/)")
_OVER_ALL = Pattern(r"(?<=\)) ?/ ?(?=[\w(])")
_OF_PI = Pattern(r"(?<=π) ?/ ?(?=\w)")
_PER_SLASH = Pattern(
    r"(?<=[\w)])/(?=(?:an|mois|jour|jours|semaine|heure|personne|habitant|minute|seconde|litre|kilo|part|portion|pièce|élève|enfant"
    r"|séance|place|match|foyer|adulte|salarié)\b)"
)
_PER_SECOND = Pattern(r"(?<=[a-zà-ÿ]{2}s)/s(?![\w/])")
_DROPPED = Pattern(r"[\[\]{}|•·‣▪●◦*\\^_`†‡™®¤¦¬¨´¯¶¸#<>~←↑↓″′]")
_NOTE_SHARP = Pattern(r"(?<!\w)([A-G]|do|ré|mi|fa|sol|la|si)#(?!\w)")
_OF_MUSIC = Pattern(
    r"(?i:\b(?:accord|gamme|majeur|mineur|note|tonalité|octave|piano|guitare|clé|si|la|ré)\b)"
)
_KEY = Pattern(
    r"(?<=[\w,] )#(?=$|[ .,;!?)])"
    r"|(?P<before>\b(?:tapez|touche|faites|composez|sur|par|puis|ou) )\*(?=$|[ .,;!?)])"
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
_DOWNGRADED = Pattern(r"(?<=\bà [A-C])[−-](?=$|[ .,;)])")
_OF_A_DEBT = Pattern(r"(?i:\b(?:note|noté|dégrad|abaiss|relèv|agence))")
_RHESUS_NAMED = Pattern(r"(?:(?<=\b[ABO] )|(?<=\bAB ))Rh ?[-−–+](?!\w)")
_PREFIX = Pattern(r"(?<!\w)\((?P<p>[Rr][eé]|[Dd]é|[Ii]n|[Cc]o|[Pp]ré|[Mm]é)\)(?=[a-zà-ÿ])")
_WOMAN_OR_MAN = Pattern(r"(?<![\w/])(?:[hH]/[fF]|[fF]/[hH])(?:/[xX])?(?![\w/])")
_EMOTICON = Pattern(
    r"(?:^|(?<= ))(?:[:;=8xX][-']?[)(DPpOo/|\]\[3*]{1,3}|<3|\^_?\^|:'\(|XD|xD|\\o/)(?=$|[ .,!?])"
)
_BULLET = Pattern("^(?P<s> {0,8})[•·‣▪●◦*▶►➤✓✔] ?")
_ARROW = Pattern("(?P<head>^ {0,8})?→ ?")
_IN_A_MENU = Pattern(
    r"\b(?:[Cc]liquez|[Mm]enus?|[Rr]églages|[Pp]aramètres|[Oo]nglets?|Fichier|[Aa]llez dans|[Oo]uvrez"
    r"|[Aa]ccédez à)\b"
)
_THEN = Pattern(rf"(?<=[\w»”\"]) ?[→>] ?(?=[«“\"]? ?[{UPPER}])")
_GAPS = Pattern(r"(?<=\S) {2,40}(?=\S)")
_BEFORE_STOP = Pattern(r" (?=[.,)](?:\s|$))")


def say_symbols(text: str) -> str:
    """« R&D » → « R et D », « Canal+ » → « Canal plus », « et/ou » → « et ou »; brackets go."""
    text = _PREFIX.sub(r"\g<p>", _say_blood(text))
    text = _BULLET.sub(r"\g<s>", _EMOTICON.sub("", text))
    if "/" in text:
        text = _WOMAN_OR_MAN.sub(lambda m: "homme ou femme" if m[0][0] in "hH" else "femme ou homme", text)
        if "√" in text or "+" in text:
            text = _OVER_ALL.sub(" sur ", text)
        text = _PER_SECOND.sub(" par seconde", _OF_PI.sub(" sur ", text))
        text = _SLASH.sub(lambda m: "" if m["other"] else " ", _PER_SLASH.sub(" par ", text))
    if "#" in text or "*" in text:
        text = _say_sharps_and_stars(text)
    if "<" in text or ">" in text:
        text = _COMPARED_WORDS.sub(lambda m: f"{COMPARE[m['s']]} ", text)
    if "+" in text:
        text = _QUOTED_MINUS.sub(r"\g<open>moins", _SEE_YOU.sub("plus", text))
        text = _QUOTED_PLUS.sub(
            r"\g<open>plus", _FOR_IT.sub(lambda m: "plus" if m[0] == "+" else "moins", text)
        )
        text = _TRIPLE_PLUS.sub(" plus plus plus", text)
        text = _PLUS.sub(_say_plus, text)
    text = _GREEK_ALONE.sub(_say_greek, text)
    if ("→" in text or ">" in text) and _IN_A_MENU.search(text):
        text = _THEN.sub(", puis ", text)
    if "→" in text:
        text = _ARROW.sub(lambda m: m["head"] if m["head"] is not None else "→ ", text)
    text = _SIGN.sub(_say_sign, text)
    text = _DROPPED.sub(_drop, text)
    return _BEFORE_STOP.sub("", _GAPS.sub(" ", text))


def _say_sharps_and_stars(text: str) -> str:
    """« do# » → « do dièse », « C# » the language → « C sharp », « tapez * » → « tapez étoile »."""
    if "C#" in text and not _OF_MUSIC.search(text):
        text = text.replace("C#", "C sharp")
    text = _ASTERISK.sub("astérisque", _NOTE_SHARP.sub(r"\1 dièse", text))
    return _KEY.sub(lambda m: "dièse" if m["before"] is None else f"{m['before']}étoile", text)


def _say_blood(text: str) -> str:
    """« groupe A- », « noté à A- » → « A moins », « A Rh- » → « A rhésus négatif »."""
    if "Rh" in text:
        text = _RHESUS_NAMED.sub(_say_rhesus, text)
    if not _LATE_MINUS.search(text):
        return text
    text = _RHESUS.sub(r"\g<a> moins", text)
    return _DOWNGRADED.sub(" moins", text) if _OF_A_DEBT.search(text) else text


def _say_rhesus(match: re.Match[str]) -> str:
    return f"rhésus {'positif' if match[0][-1] == '+' else 'négatif'}"


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

"""Acronyms: spelled (S N C F), said as a word (Otan), mixed (J peg), with figures (T F un).

Source: Imprimerie nationale, Lexique, « Sigles et acronymes »; AFP and Le Monde practice: an acronym
that is pronounced as a word is written Otan, Unesco, Insee.
"""

import re

from .acronym_lists import AMBIGUOUS, COUNTRIES, MIXED, NOISES, ORDINARY, SAID, SPELLED, STRESSED
from .numbers import say
from .patterns import Pattern
from .typography import LOWER, UPPER, by_initial

_TOKEN = Pattern(r"(?<![\w@&])(?P<a>[A-Z]{2,})(?P<s>s?)(?![\w&]|['’]s\b)")
_ATHLETE = Pattern(rf"(?P<name>(?<!\w)[{UPPER}][\w’'-]{{1,30}} \()(?P<code>{'|'.join(COUNTRIES)})(?=[)/,])")
_AMPERSAND = Pattern(r"(?<![\w&])([A-Z])&([A-Z])(?![\w&])")
_DOTTED = Pattern(
    r"(?<![\w.])(?:[A-Z]\.){2,12}(?:[A-Z](?!\w))?(?P<more>)|(?<![\w.])(?:[A-Z]\. ){2,8}[A-Z]\.(?= [a-z,])"
)
_ALPHANUMERIC = Pattern(
    rf"(?<![\w@#])(?P<a>[{UPPER}]{{1,8}}|[{UPPER}][{LOWER}]{{0,20}}|[a-z]{{1,3}})(?P<gap>-?)"
    rf"(?P<n>\d{{1,6}}(?:[.,]\d{{1,2}}(?!\d))?)(?P<b>[A-Za-z]{{0,3}})(?P<m>(?:-?[A-Z]?\d{{1,4}})?)"
    rf"(?![\w])"
)
_LEADING = Pattern(r"(?<![\w@#.,])(?P<n>\d{1,4})(?P<a>[A-Z]{1,4})(?P<m>\d{0,3})(?![\w'’])")
_SYNONYM = Pattern(rf"(?<!\w)(?:{by_initial(MIXED)})(?!\w)")
_COURT = Pattern(rf"(?<![\w-])([TC])A(?= (?:de |d['’])[{UPPER}][{LOWER}])")
_AFTER_ARTICLE = Pattern(
    r"(?:(?<=\b(?:[LlDd][eu]|[UuAa][nu]) )|(?<=\b[Mm]arquage )|(?<=\b[Nn]orme ))"
    r"(?P<a>SI|DU|TA|CA|CE|OP|AS|DA)(?= [a-zà-ÿ(]|[.,;)]|$)"
)
"""What is a word too, but no noun: « le SI de l'hôpital », « un DU »."""
_VOLUNTEER = Pattern(rf"(?<=\ben )VIE(?= [{LOWER}])")
_DEGREE = Pattern(rf"(?<=\ben )BUT(?= [{LOWER}])")
_RATING = Pattern(
    r"(?<![\w-])(?:(?P<a>[ABC])(?P=a)(?P<more>(?P=a))?(?P<sign>[+−-]))(?![\w])"
    r"|(?<![\w-])(?P<b>[AB])(?P=b){2}(?!\w)"
)
_CAMEL = Pattern(r"(?<![\w@#])(?P<word>[a-zA-Z][a-z]{2,12})(?P<tail>[A-Z]{2,4})(?!\w)")
_SMALL_INSIDE = Pattern(r"(?<![\w@#.-])(?!MiG|McC)[A-Z][a-z][A-Z](?![\w'’])")
_FIRST_NAME = Pattern(
    r"(?:(?<![\w'’-])(?!(?:L[ea]s?|Une?|D[eu]s?|Aux?|En|Par|M[ao]n?|S[ao]n?|Cet?|Cette)\b)"
    rf"[{UPPER}][{LOWER}]{{1,14}}(?:-[{UPPER}][{LOWER}]{{1,14}})?"
    r"|\b(?:monsieur|madame|mademoiselle|monseigneur|maître|docteur|veuve|née?)) \Z"
)
_SHORT_NAME = Pattern("[^AEIOUY][AEIOUY][^AEIOU]?")
_NEXT_CAPITALS = Pattern(rf"[ '’,:;!?.…«»\d-]{{1,5}}([{UPPER}]{{1,30}})(?!\w)")
_LAST_CAPITALS = Pattern(rf"(?<!\w)([{UPPER}]{{1,30}})[ '’,:;!?.…«»\d-]{{1,5}}\Z")
_CAPITALS = Pattern(rf"(?<!\w)[{UPPER}]{{2,30}}(?!\w)")
_VOWELS = set("AEIOUY")
_ONSETS = "(?:[BCDFGKPTV][RL]|[BCDFGHJKLMNPQRSTVWXZ]|CH|PH|QU|TH|SH|S[CKLMNPTQW]|ST[R]|SCR|SPR)"
_CODAS = "(?:[BCDFGKLMNPRSTXZ]|L[FMPTKD]|R[BCDFGKLMNPST]|N[CDGTSX]|MP|CT|PT|ST|SK|FT|SS|TT|LL|NN|CK|NK|KS|X)"
_SAYABLE = Pattern(rf"(?:{_ONSETS}?[AEIOUY]{{1,2}}{_CODAS}?){{1,6}}")
_CLUSTER = Pattern("[AEIOUY]{3}|^[AEIOUY]{2}[A-Z]$")
_SMALL_NEXT = Pattern(rf" [{LOWER}]{{3}}")
_SMALL_BEFORE = Pattern(
    r"(?<!\w)(?!(?:une?|l[ae]|les|des?|du|cette|chaque|en|par|à|son|sa|notre|votre|leur) )"
    rf"[{LOWER}]{{2,12}} \Z"
)
_CRIED = Pattern(" ?!")
_SPELLED_UP_TO = 3
_WORD_FROM = 6
_LONGEST_SPELLED = 7


def spell(letters: str) -> str:
    """Letter by letter: "SNCF" → « S N C F »."""
    return " ".join(letters.upper())


def say_acronyms(text: str) -> str:
    """« La SNCF et l’OTAN » → « La S N C F et l’Otan »; « EN DIRECT » stays."""
    text = _AFTER_ARTICLE.sub(lambda m: spell(m["a"]), _VOLUNTEER.sub("V I E", text))
    text = _DEGREE.sub("B U T", _COURT.sub(r"\1 A", text))
    text = _SYNONYM.sub(lambda match: MIXED[match[0]], text)
    text = _RATING.sub(_say_rating, text)
    text = _ATHLETE.sub(lambda match: match["name"] + COUNTRIES[match["code"]], text)
    text = _AMPERSAND.sub(r"\1 et \2", text)
    text = _SMALL_INSIDE.sub(lambda match: spell(match[0]), text)
    text = _CAMEL.sub(lambda match: f"{match['word']} {spell(match['tail'])}", text)
    text = _DOTTED.sub(_say_dotted, text)
    return _TOKEN.sub(_say, text)


def _say_rating(match: re.Match[str]) -> str:
    """« AAA » → « triple A », « BB+ » → « double B plus »: the marks that agencies give to debts."""
    if match["b"]:
        return f"triple {match['b']}"
    times = "triple" if match["more"] else "double"
    return f"{times} {match['a']} {'plus' if match['sign'] == '+' else 'moins'}"


def say_alphanumerics(text: str) -> str:
    """« TF1 » → « T F un », « Covid-19 » → « Covid dix-neuf », « 5G » → « cinq G »."""
    text = _LEADING.sub(_say_leading, text)
    return _ALPHANUMERIC.sub(_say_alphanumeric, text)


def is_sayable(letters: str) -> bool:
    """Whether unknown capitals can be said as a French word: "MEDOC" can, "RATP" and "AIEA" cannot."""
    return bool(_SAYABLE.fullmatch(letters)) and not _CLUSTER.search(letters)


def say_letters(letters: str) -> str:
    """The spoken form of capitals out of any context."""
    if letters in SAID:
        return SAID[letters]
    if letters in SPELLED or len(letters) <= _SPELLED_UP_TO:
        return spell(letters)
    if letters in ORDINARY or is_sayable(letters):
        return letters
    return spell(letters) if len(letters) <= _LONGEST_SPELLED or not _VOWELS & set(letters[:40]) else letters


def _say(match: re.Match[str]) -> str:
    letters, plural = match["a"], match["s"]
    if letters in SAID:
        return SAID[letters] + plural * SAID[letters].islower()
    if _is_stressed(match) or (letters in NOISES and _CRIED.match(match.string, match.end())):
        return match[0]
    if letters in SPELLED and not (letters in AMBIGUOUS and _is_shouted(match)):
        return spell(letters)
    if (
        _is_surname(match)
        or _is_ordinary(letters)
        or len(letters) > _LONGEST_SPELLED * 2
        or (not plural and _may_be_word(letters) and _is_shouted(match))
    ):
        return match[0]
    return match[0] if _is_unknown_word(letters) else spell(letters)


def _is_stressed(match: re.Match[str]) -> bool:
    """« pas UN problème, et SA décision »: capitals for a word's weight; « une SA cotée » has an article."""
    text, start = match.string, match.start()
    return (
        match["a"] in STRESSED
        and _SMALL_NEXT.match(text, match.end()) is not None
        and _SMALL_BEFORE.search(text[max(0, start - 16) : start]) is not None
    )


def _is_ordinary(letters: str) -> bool:
    """« MORT » and « MORTS »: a word of headlines, or its plural."""
    return letters in ORDINARY or (letters[-1] in "SX" and letters[:-1] in ORDINARY)


def _is_surname(match: re.Match[str]) -> bool:
    """« Pierre ROY », « madame SY »: short, sayable, after a first name or a title."""
    before = match.string[max(0, match.start() - 24) : match.start()]
    return _SHORT_NAME.fullmatch(match["a"]) is not None and _FIRST_NAME.search(before) is not None


def _may_be_word(letters: str) -> bool:
    """Whether a headline's capitals may be a word: « PEN » may, « CGU » and « SNC » may not."""
    if len(letters) > _SPELLED_UP_TO:
        return bool(_VOWELS & set(letters))
    return _SAYABLE.fullmatch(letters) is not None


def _is_unknown_word(letters: str) -> bool:
    """Whether capitals in no list are more likely a word than letters: « CLERMONT » is, « FNTR » is not."""
    if len(letters) <= _SPELLED_UP_TO:
        return False
    if is_sayable(letters) or is_sayable(letters.removesuffix("S")):
        return True
    long_enough = len(letters) >= _WORD_FROM and bool(_VOWELS & set(letters))
    return long_enough and (len(letters) > _LONGEST_SPELLED or _looks_like_word(letters))


def _looks_like_word(letters: str) -> bool:
    vowels = sum(letter in _VOWELS for letter in letters)
    return vowels * 3 >= len(letters)


def _is_shouted(match: re.Match[str]) -> bool:
    """Whether its neighbours are ordinary words in capitals: « MACRON EN VISITE », « Marine LE PEN »."""
    text, start, end = match.string, match.start(), match.end()
    if not (_NEXT_CAPITALS.match(text, end) or _LAST_CAPITALS.search(text[max(0, start - 34) : start])):
        return False
    near = _CAPITALS.findall(text[max(0, start - 34) : start] + " " + text[end : end + 34])
    return any(_is_word(letters) for letters in near)


def _is_word(letters: str) -> bool:
    if letters in SAID or letters in SPELLED:
        return False
    if _is_ordinary(letters) or not letters.isascii():
        return True
    return len(letters) > _SPELLED_UP_TO + 1 and _looks_like_word(letters)


def _say_dotted(match: re.Match[str]) -> str:
    """« O.N.U. » → « Onu », « S.N.C.F. » → « S N C F »; the stop that ends a sentence stays."""
    letters = re.sub(r"[. ]", "", match[0])
    spoken = SAID.get(letters) or spell(letters)
    after = match.string[match.end() : match.end() + 2]
    return spoken + "." * (match[0].endswith(".") and after.strip() == "")


def _say_alphanumeric(match: re.Match[str]) -> str:
    """Letters as an acronym, figures as a rank."""
    letters, number, tail, more = match["a"], match["n"], match["b"], match["m"]
    if letters.islower() and match["gap"] and letters not in ("v", "n", "i"):
        return match[0]
    spoken = say_letters(letters) if letters.isupper() and letters.isascii() else letters
    return f"{spoken} {say(number, rank=True)}{_spelled(tail)}{_more(more)}"


def _spelled(letters: str) -> str:
    if not letters:
        return ""
    return f" {spell(letters) if letters.isupper() else letters}"


def _more(written: str) -> str:
    """« H1N1 », « R2-D2 »: what follows the first letters and figures."""
    parts = re.findall(r"[A-Z]+|\d+", written)
    return "".join([f" {say(part, rank=True) if part.isdigit() else spell(part)}" for part in parts])


def _say_leading(match: re.Match[str]) -> str:
    tail = f" {say(match['m'], rank=True)}" if match["m"] else ""
    return f"{say(match['n'], rank=True)} {say_letters(match['a'])}{tail}"

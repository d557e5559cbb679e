"""Telephone numbers: by pairs in France, group by group elsewhere.

Source: Arcep's national numbering plan (ten figures, by pairs; short numbers 15, 112, 3919, 116 000)
and AFP practice.
"""

import re

from .numbers import digits
from .patterns import Pattern

_GAP = "[ .\\-\u2011/]"
_FRENCH = Pattern(
    rf"(?<![\w.,+-])(?:(?P<abroad>(?:\+|00) ?(?:33|\d{{2,3}}(?={_GAP}|\()|32|41"
    rf"|212)){_GAP}?(?:\(0\) ?)?(?P<first>[1-9])"
    rf"|0[1-9])"
    rf"(?P<sep>{_GAP}?)\d\d(?:(?P=sep)\d\d){{3}}(?![\w]|[.,-]\d)"
)
_FREEPHONE = Pattern(rf"(?<![\w.,+])0 ?8\d\d(?:{_GAP}?\d{{3}}){{2}}(?![\w]|[.,]\d)")
_FREE_PAIRS = Pattern(r"(?<![\w.,+])0 ?(8\d\d)((?: \d\d){3})(?![\w]|[.,]\d)")
_AMERICAN = Pattern(
    r"(?<![\w.,+-])(?:1[ -])?(?:\(\d{3}\) ?|\d{3}[ -])\d{3}-\d{4}(?![\w-]|[.,]\d)"
    r"|(?<![\w.,+-])1[ -]8\d\d[ -]\d{3}[ -]\d{4}(?![\w-]|[.,]\d)"
)
_CODE_IN_BRACKETS = Pattern(r"\((\+\d{1,3})\)(?= ?\d)")
_A_COUNT = r"[1-9]\d{0,2}(?:[ .]\d{3}){1,2}(?![\d%]| \d)"
"""« +100 000 emplois », « +1 250 000 » is no telephone number."""
_ABROAD = Pattern(
    rf"(?<![\w.,])(?:(?=\+\d(?:{_GAP}?\(?\d){{6}})(?!\+{_A_COUNT})"
    rf"\+\d{{1,3}}(?:{_GAP}?\(?\d{{1,4}}\)?){{2,6}}|00 ?\d{{2,3}}"
    rf"(?:{_GAP}\(?\d{{1,4}}\)?){{2,6}})(?![\w]|[.,]\d)"
)
_BELGIAN_OR_SWISS = Pattern(rf"(?<![\w.,+])0\d{{1,3}}(?:[ /]\d{{2,3}})(?:{_GAP}\d\d){{2}}(?![\w]|[.,]\d)")
_SHORT = Pattern(
    r"(?<!\w)(?P<lead>(?:(?:[Nn]uméro(?: vert| gratuit| unique| national| court"
    r"| d['’](?:appel|urgence|écoute))?|n°|compos\w+|appel\w*|téléphon\w+(?: au)?|joindre|contact\w+|tapez"
    r"|[Tt]él\.?|[Pp]late-?forme|ligne|[Aa]u|[Ll]e|Minitel|minitel)"
    r"(?: le| au)?"
    r"|(?:garde|[Uu]rgences?|[ÉéE]coute|[Ii]nfos?|[Vv]ictimes|[Nn]uméro"
    r"|[Rr]ésa\.?|[Rr]éservations?|[Rr]ens(?:eignements|\.)?|[Cc]ontact)(?= ?:)) ?(?:\(|: )?)"
    r"(?P<n>3[0-9] ?\d\d|10 \d\d|118 ?\d{3}|116 ?\d{3})"
    r"(?![\w]|[.,]\d| \d| ?[%€$°]| (?:m|km|mètre|[a-zà-ÿ]{4,}s)\b)"
)
_HELPLINE = Pattern(
    r"(?<=: )(?P<n>3 ?9 ?19|39(?:19|28|39|49|77|60)|31(?:14|15)|32(?:37|30)|30(?:18|20)|36(?:46|35|31))"
    r"(?=$|[ .,;)])(?! (?:[a-zà-ÿ]{4,}s\b|€|km|m\b))"
)
_CALLED = (
    r"(?P<lead>\b(?:[Tt]él(?:éphone|\.)?|[Ss]tandard|[Cc]ontacts?"
    r"|[Ss]ervice clients|[Ff]ax|GSM|[Mm]obile|WhatsApp)"
    r"[^.;\d]{0,30}(?: :|\.|:)? ?)"
)
_OF_AFRICA = Pattern(
    _CALLED + r"(?P<n>\d\d(?P<s>[. ])\d\d(?P=s)\d\d(?:(?P=s)\d\d)?|\d\d \d{3} \d{3}"
    r"|\d\d \d{3} \d\d \d\d)"
    r"(?![\w]|[.,]\d| \d)"
)
_OF_LEBANON = Pattern(r"(?<![\w.,/])0[1-9]/\d{3}[ .]?\d{3}(?![\w/]|[.,]\d)")
_MINITEL = Pattern(r"(?<![\w.,])36(1[1-7]|28)(?= (?:[A-Z][A-Za-z]{2,}|code\b|sur (?:le |son )?[Mm]initel))")
_PLUS = "plus"


def say_telephones(text: str) -> str:
    """« 01 23 45 67 89 » → « zéro un vingt-trois quarante-cinq soixante-sept quatre-vingt-neuf »."""
    text = _CODE_IN_BRACKETS.sub(r"\1", text)
    text = _FRENCH.sub(_by_pairs, text)
    text = _FREE_PAIRS.sub(lambda m: _join(["0", m[1], *m[2].split()]), text)
    text = _AMERICAN.sub(_by_groups, text)
    text = _FREEPHONE.sub(_by_threes, text)
    text = _ABROAD.sub(_by_groups, text)
    text = _BELGIAN_OR_SWISS.sub(_by_groups, text)
    text = _MINITEL.sub(lambda m: _join(["36", m[1]]), text)
    text = _OF_LEBANON.sub(_by_groups, text)
    text = _OF_AFRICA.sub(lambda m: m["lead"] + _join(m["n"].replace(".", " ").split()), text)
    text = _HELPLINE.sub(lambda m: _join(_halves("".join(m["n"].split()))), text)
    return _SHORT.sub(_say_short, text)


def _by_pairs(match: re.Match[str]) -> str:
    figures = re.sub(r"\D", "", match[0].replace("(0)", ""))
    if not match["abroad"]:
        return _join([figures[i : i + 2] for i in range(0, len(figures), 2)])
    code = re.sub(r"\D", "", match["abroad"])
    rest = figures[len(code) :]
    groups = [rest[0], *[rest[i : i + 2] for i in range(1, len(rest), 2)]]
    return f"{_prefix(match['abroad'], code)} {_join(groups)}"


def _prefix(written: str, code: str) -> str:
    if written.startswith("+"):
        return f"{_PLUS} {digits(code)}"
    return f"zéro zéro {digits(code[2:])}"


def _by_threes(match: re.Match[str]) -> str:
    figures = re.sub(r"\D", "", match[0])
    return _join([figures[0], *[figures[i : i + 3] for i in range(1, len(figures), 3)]])


def _by_groups(match: re.Match[str]) -> str:
    groups = re.findall(r"\d+", match[0])
    spoken = _join([half for group in groups for half in _halves(group)])
    return f"{_PLUS} {spoken}" if match[0].startswith("+") else spoken


def _halves(group: str) -> list[str]:
    """A group of four is said by pairs: "7946" → 79 46."""
    whole = len(group) != len("7946") or group.endswith("000")
    return [group] if whole else [group[:2], group[2:]]


def _say_short(match: re.Match[str]) -> str:
    """« le 3919 » → « trente-neuf dix-neuf »; « le 3000 » stays a number."""
    figures = "".join(match["n"].split())
    if figures.endswith("00") and len(figures) == len("3000"):
        return match[0]
    groups = [figures[:2], figures[2:]] if len(figures) == len("3919") else [figures[:3], figures[3:]]
    return match["lead"] + _join(groups)


def _join(groups: list[str]) -> str:
    return " ".join([digits(group) for group in groups])

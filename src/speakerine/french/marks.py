"""Marks for the eye: Markdown, list arrows, footnote calls in brackets; they go before anything is read.

Source: Imprimerie nationale, Lexique, « Appel de note »; CommonMark 0.31 for Markdown.
"""

import re

from .patterns import Pattern
from .typography import LOWER

MARKED = r"[\[\]`´#>★]|[\d *]\*|\(\d|[=-]{3}"
"""What a sentence must have for `drop_marks` to find something in it."""
_LINK = Pattern(r"!?\[(?P<text>[^\[\]]{0,300})\]\((?:https?:|/|#|\.|[\w-]{1,80}[./])[^()\s]{0,400}\)")
_HEAD = Pattern(r"^ {0,8}(?:#{1,6}|>{1,4}|[-*] \[[ xX]\]) {1,4}(?=[^\W\d]|[«“])")
_RULE = Pattern("^ {0,8}[=*_-]{3,80} {0,8}$")
_ARROW = Pattern(r"(?<![<\w=-])(?:[-=]{1,2}>) {0,4}|(?<=\w)->(?=\w)")
_RESTORED = Pattern(rf"\[(?P<letter>[{LOWER}A-ZÀ-Þ])\](?=[{LOWER}])")
_APOSTROPHE = Pattern(rf"(?<=[a-zA-ZÀ-ÿ])[`´](?=[{LOWER}A-ZÀ-Þ])")
_KEYS = Pattern(
    r"(?P<lead>\b(?:[Tt]apez|[Aa]ppuyez sur|[Tt]ouche|[Cc]omposez) (?:la touche |le )?)"
    r"(?P<keys>(?=\d{0,9}[*#])[*#\d]{1,20})(?![\w*#])"
    r"|(?<![\w#*])(?P<code>[*#]\d{1,5}(?:[*#]\d{1,10}){0,4}#)(?![\w*#])"
)
_KEY_NAMES = {"*": " étoile ", "#": " dièse "}
_GLUED_NOTE = Pattern(rf"(?<=[{LOWER}»”\".])\(\d{{1,2}}\)(?![\w(])")
_STARS = Pattern(r"(?P<n>\b[1-5]) ?★(?!★)|(?P<run>★{2,5})(?P<out>☆{0,4})")
_STARRED = Pattern(
    r"(?P<place>\b(?:[Hh]ôtels?|[Cc]ampings?|[Gg]îtes?|[Pp]alaces?)"
    r"(?: (?:[A-Z]\w{1,20} ){0,3})?)"
    r"(?:(?P<n>[1-5]) ?\*{1,5}(?!\*)|(?P<run>\*{2,5}))(?!\w)(?P<out>)"
)
_NOTE = Pattern(rf"(?<=[{LOWER}»”.!?…]) \([1-9]\)(?= ?[.,;:!?…»”]| *$| [{LOWER}])")
_REFERS = Pattern(
    r"\b(?:éqs?\.|points?|cas|équations?|figures?|étapes?|questions?|notes?|articles?|phases?|exemples?|lignes?"
    r"|colonnes?|et|ou|à|selon|voir|en a|score|but|nuls?|(?:par|de|le|la|les|d['’]abord|sont|est|:))\Z"
)


def drop_marks(text: str) -> str:
    """« selon [l’Insee](https://insee.fr) (1). » → « selon l’Insee. », « [L]a paix » → « La paix »."""
    text = _APOSTROPHE.sub("’", text)
    text = _RESTORED.sub(r"\g<letter>", _LINK.sub(r"\g<text>", text))
    text = _RULE.sub("", _HEAD.sub("", text))
    text = _ARROW.sub(lambda m: " → " if m.start() else "→ ", text) if ">" in text else text
    text = _KEYS.sub(lambda m: (m["lead"] or "") + _say_keys(m["keys"] or m["code"]), text)
    text = _STARRED.sub(_say_stars, _STARS.sub(_say_stars, text))
    if "(" not in text:
        return text
    return _NOTE.sub(_drop_note, _GLUED_NOTE.sub("", text))


def _say_keys(keys: str) -> str:
    """« *144# » → « étoile 144 dièse »."""
    return " ".join("".join([_KEY_NAMES.get(key, key) for key in keys]).split())


def _say_stars(match: re.Match[str]) -> str:
    """« hôtel Roy 4* », « hôtel **** » → « 4 étoiles », « ★★★☆☆ » → « 3 étoiles sur 5 »."""
    number = match["n"] or str(len(match["run"]))
    out = f" sur {int(number) + len(match['out'])}" if match["out"] else ""
    return f"{match.groupdict().get('place') or ''}{number} étoile{'s' * (number != '1')}{out}"


def _drop_note(match: re.Match[str]) -> str:
    """A call of note goes; « le point (1) » and « il y en a (3) » stay."""
    before = match.string[max(0, match.start() - 20) : match.start()]
    return match[0] if _REFERS.search(before) else ""

"""Who signs an article: « Par Jeanne Martin et Paul Roux (avec AFP) »."""

from __future__ import annotations

import re
from dataclasses import dataclass

from speakerine.sources.dates import is_date_line
from speakerine.sources.folding import fold
from speakerine.sources.vocabulary import entries

_OPENING = re.compile(
    r"^(?:(?:un\s|une\s)?(?:article|texte|reportage|enquête|récit|propos|entretien|interview|analyse|chronique|photos?)?\s?"
    r"(?P<verb>rédigée?s?|écrite?s?|publiée?s?|postée?s?|proposée?s?|recueillis?|réalisée?|signée?)?\s?(?:par|by)\b\s?:?\s?"
    r"|(?:auteure?s?|author(?:\sof\sthe\sarticle)?|autrice|texte|textes|journaliste|signature)\s?:\s?(?:(?:par|by)\s)?"
    r"|(?:propos|entretien|interview)\s(?:recueillis?|réalisée?)\s(?:par|à)\s)",
    re.IGNORECASE,
)
_CORRESPONDENT = re.compile(
    r"^(?:(?:de|avec)\s)?(?:notre|nos)\s(?:correspondante?s?|envoyée?s?\sspéciale?s?|envoyés?\sspéciaux)\b.*?(?:,\s|:\s)(?P<name>.+)$",
    re.IGNORECASE,
)
_CORRESPONDENT_ALONE = re.compile(
    r"^(?:(?:de|avec)\s)?(?:notre|nos)\s(?:correspondante?s?|envoyée?s?\sspéciale?s?|envoyés?\sspéciaux)\b[^.!?]{0,60}$",
    re.IGNORECASE,
)
_LOWER_WORDS = frozenset(entries("name-words"))
_NOBODY = frozenset({"vous", "nous", "region", "région", "thème", "date", "défaut"})
_AGENCY = re.compile(r"\b(?:afp|ap|reuters|ats|belga|efe|dpa|agences?|ansa|euronews|franceinfo)\b")
_NAME_TOKEN = re.compile(r"^[A-ZÀ-ÝŒ][\w.'’-]*$")
_SPLIT = re.compile(
    r"\s*[|•·]\s*|\s+[—–-]\s+"
    r"|\s*,?\s+(?=(?i:publiée?|mise? à jour|modifié|posté|il y a|temps de lecture"
    r"|le\s(?:\w+di\s|dimanche\s)?\d+)\b)"
    r"|(?<=\d)\s*,?\s+(?=(?:par|by)\s)|(?<=[\dh])\s*,?\s+(?=(?:par|by)\s)"
)
_SIGNING = re.compile(
    r"[|•·]|\s[—–-]\s|\b(?:le (?:\w+ )?\d|par|by|correspondant|envoye|publie|mise? a jour|modifie|poste"
    r"|il y a|temps de|recueilli|realise|auteur|author|autrice|textes? ?:|journaliste ?:|signature ?:)"
)
"""What a line that signs holds: looked for over text without accents or capitals, before anything else."""

_DATING = re.compile(r"\s*(?:publiée?|mise? à jour|modifiée?|postée?)\s*$", re.IGNORECASE)
_HANDLE = re.compile(r"\s*\(?@\w+\)?")
_INITIAL_END = re.compile(r"(?:^|[\s.])[A-ZÀ-Ý]\.$")
_MOST_WORDS = 16
_MOST_NAMES = 5
_MOST_PARTS = 2
_LABEL_WORDS = 4
_MOST_CAPITALS = 3


@dataclass(frozen=True, slots=True)
class Signature:
    """What a line of credits says: who signs, or "" where it only dates the article."""

    names: str
    explicit: bool


def parse_byline(text: str) -> Signature | None:
    """The signature that the whole line `text` is, or None where it is something else.

    `explicit` tells « Par Jeanne Martin » from a bare name, which is a signature only by its place.
    """
    text = _HANDLE.sub("", text.strip())
    if len(text.split()) > 2 * _MOST_WORDS or not text:
        return None
    parts = [part for part in _SPLIT.split(text) if part and part.strip(" ,;")]
    signed = [part.strip(" ,;") for part in parts if not is_date_line(part) and not _DATING.match(part)]
    names = [_opened(part) for part in signed]
    opened = [name for name in names if name]
    if opened:
        others = [part for part, name in zip(signed, names, strict=True) if not name]
        if len(others) == 1 and _AGENCY.search(fold(opened[0])) and is_name(others[0]):
            return Signature(f"{opened[0]} - {others[0]}", explicit=True)
        apart = len(others) <= _MOST_PARTS and all(len(part.split()) <= _LABEL_WORDS for part in others)
        return Signature(opened[0], explicit=True) if apart else None
    if len(signed) == 1 and is_name(signed[0]):
        return Signature(signed[0], explicit=len(parts) > 1)
    return None


def could_sign(text: str) -> bool:
    """Whether anything in the line `text` makes a signature of it that says so: cheap, and often True."""
    return bool(_SIGNING.search(fold(text)))


def is_name(text: str) -> bool:
    """Whether `text` could be a signature without « Par »: names in capitals, agencies."""
    text = text.strip()
    if not text or text[-1] in "!?:" or len(text.split()) > _MOST_WORDS:
        return False
    if text[-1] == "." and not re.search(r"\b[A-ZÀ-Ý]\.$", text):
        return False
    if not _looks_like_names(text) or (text.isupper() and len(text.split()) > _MOST_CAPITALS):
        return False
    if _AGENCY.search(fold(text)):
        return True
    people = [t for t in re.split(r"[\s,()/]+", text) if _NAME_TOKEN.match(t)]
    return 1 < len(people) <= 2 * _MOST_NAMES and text[0].isupper()


def _opened(text: str) -> str:
    """The names in a text that says that it signs, or ""."""
    correspondent = _CORRESPONDENT.match(text)
    if correspondent and _looks_like_names(correspondent["name"]):
        return correspondent["name"]
    if _CORRESPONDENT_ALONE.match(text):
        return re.sub(r"^(?:[Dd]e|[Aa]vec)\s", "", text)
    opening = _OPENING.match(text)
    if not opening or not opening.group().strip():
        return ""
    names = text[opening.end() :].strip(" ,:;-–—")
    sent = _CORRESPONDENT.match(names)
    if sent and _looks_like_names(sent["name"]):
        return sent["name"]
    lenient = bool(opening["verb"]) and len(names.split()) <= _MOST_WORDS // 2
    return names if _may_sign(names) and (lenient or _looks_like_names(names)) else ""


def _may_sign(names: str) -> bool:
    """Whether `names` ends as names do, and holds one."""
    ends_well = names[-1:] not in {"", "!", "?", "…", ":", "."} or bool(_INITIAL_END.search(names))
    return (
        ends_well
        and names.lower() not in _NOBODY
        and len(names.split()) <= _MOST_WORDS
        and _has_a_name(names)
    )


def _looks_like_names(text: str) -> bool:
    tokens = [t for t in re.split(r"[\s,()/&+«»\"]+", text) if t]
    return bool(tokens) and all(
        _NAME_TOKEN.match(t)
        or fold(t.rstrip(".")) in _LOWER_WORDS
        or fold(t).startswith(("d'", "l'"))
        or t.isdigit()
        for t in tokens
    )


def _has_a_name(text: str) -> bool:
    return any(_NAME_TOKEN.match(t) for t in re.split(r"[\s,()'’]+", text) if t) or bool(
        re.search(r"\b(?:afp|euronews|franceinfo|redaction|rfi)\b", fold(text))
    )

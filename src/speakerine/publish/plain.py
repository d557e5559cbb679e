"""Text that every format can hold: XML, ID3, WebVTT, JSON."""

from __future__ import annotations

import re

_NOT_IN_XML = re.compile("[\0-\x08\v\f\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold, even escaped. Source: XML 1.0 §2.2, production Char."""

_NEXT_LINE = 0x85
_CONTROLS = {0x7F: ""} | {
    code: bytes([code]).decode("cp1252", errors="ignore") for code in range(0x80, 0xA0) if code != _NEXT_LINE
}
"""C1 controls: what is left of Windows' own letters where they were read as Latin-1. Source: WHATWG HTML,
numeric character references, which are read in the same way."""

_BREAKING_SPACE = re.compile("[\t\n\v\f\r \x85\u2028\u2029]+")
"""White space where a line may break: not U+00A0 or U+202F, which French puts before « ; : ! ? »."""

_CLOSING = re.compile(r" (?=»|[;:!?%€](?:[\s.,)!?…»]|$))")
_OPENING = re.compile("« ")
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")

_ELLIPSIS = "…"


def printable(text: str) -> str:
    """Return the text without the characters that XML cannot hold, every line end a line feed."""
    return _NOT_IN_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).translate(_CONTROLS)


def words(text: str) -> list[str]:
    """Return the text cut where a line may break; no word is empty."""
    return [word for word in _BREAKING_SPACE.split(printable(text)) if word]


def one_line(text: str) -> str:
    """Return the text on one line, without space at its edges."""
    if _is_one_line(text):
        return text
    return " ".join(words(text)).strip()


def _is_one_line(text: str) -> bool:
    """Return whether it is surely so already, as most texts are: what str tells by itself is quick."""
    seen = text.replace("\u00a0", "-").replace("\u202f", "-")
    return seen.isprintable() and "  " not in text and text == text.strip()


def cut(text: str, max_chars: int) -> str:
    """Return the text on one line, at most `max_chars` characters, cut after a whole word."""
    line = one_line(text)
    if len(line) <= max_chars:
        return line
    kept = line[: max_chars - 1]
    if " " in kept:
        kept = kept.rsplit(" ", 1)[0]
    return kept.rstrip(" ,;:.\u00a0\u202f") + _ELLIPSIS


def cut_bytes(text: str, max_bytes: int) -> str:
    """Return the text, at most `max_bytes` bytes of UTF-8, cut after a whole word."""
    if len(text.encode()) <= max_bytes:
        return text
    room = max_bytes - len(_ELLIPSIS.encode())
    kept = text.encode()[: max(room, 0)].decode(errors="ignore")
    if " " in kept:
        kept = kept.rsplit(" ", 1)[0]
    return kept.rstrip() + _ELLIPSIS


def typeset(text: str) -> str:
    """Return the text with the spaces of French punctuation made unbreakable; no character is added."""
    return _THOUSANDS.sub("\u00a0", _OPENING.sub("«\u00a0", _CLOSING.sub("\u00a0", text)))

"""A fetched page's bytes to text: what the server says of its charset, weighed against the bytes."""

from __future__ import annotations

import codecs
import re

from speakerine.sources.encodings import decode_bytes, refuse_binary

_WESTERN = frozenset({"iso8859-1", "ascii", "cp1252"})
_TEXT_CODECS = re.compile(r"iso8859-\d+|cp\d{3,4}|mac-\w+|utf-16(?:-[lb]e)?|utf-32(?:-[lb]e)?|koi8-\w")
"""The standard library's names of what pages are in; its codecs can do more, which no page may ask for."""


def decode_page(data: bytes, charset: str = "") -> str:
    """`data` as text.

    A byte order mark wins, then UTF-8 if the bytes are valid UTF-8, which other text hardly ever is by
    chance; then the server's `charset`, then what the page declares, then detection.

    Raises:
        SourceError: `data` is no text: a PDF, an image, a sound…
    """
    codec = text_codec(charset)
    if not codec or is_utf8(data) or data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode_bytes(data)
    refuse_binary(data)
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return decode_bytes(data)


def text_codec(charset: str) -> str:
    """The codec for a charset as servers and pages name it, or "" if it is unknown, or is UTF-8.

    ISO-8859-1 is read as windows-1252, as browsers do. Source: WHATWG Encoding §4.2.
    """
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return ""
    if name in _WESTERN:
        return "cp1252"
    return name if _TEXT_CODECS.fullmatch(name) else ""


def is_utf8(data: bytes) -> bool:
    """Whether `data` is valid UTF-8, and not the UTF-16 of plain letters."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\x00" not in data

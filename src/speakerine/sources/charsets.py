"""A fetched page's bytes to text: what the server says of its charset, weighed against the bytes."""

from __future__ import annotations

import codecs

from speakerine.sources.encodings import decode_bytes, refuse_binary, text_codec


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


def is_utf8(data: bytes) -> bool:
    """Whether `data` is valid UTF-8, and not the UTF-16 of plain letters."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\x00" not in data

"""Bytes to text: which encoding, and whether they are text at all."""

from __future__ import annotations

import codecs
import re

from speakerine.errors import SourceError

_SIGNATURES = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive, or a document in one (Word, OpenDocument, EPUB)"),
    (b"ID3", "an MP3 sound file"),
    (b"\xff\xfb", "an MP3 sound file"),
    (b"\xff\xf3", "an MP3 sound file"),
    (b"OggS", "an Ogg sound file"),
    (b"fLaC", "a FLAC sound file"),
    (b"RIFF", "a WAV sound, a WebP image or an AVI video"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or PowerPoint document"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format", "a database"),
)
"""How the files begin that people give by mistake. Source: the formats' own specifications."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FRENCH_ENCODINGS = ["cp1252", "latin_1", "iso8859_15", "mac_roman", "cp850"]
_DECLARED = re.compile(
    rb"""<meta[^<>]{0,200}charset\s*=\s*["']?([A-Za-z0-9_:.-]{2,40})|<\?xml[^<>]{0,100}encoding=["']([A-Za-z0-9_.-]{2,40})""",
    re.IGNORECASE,
)
_WINDOWS_ONLY = re.compile(b"[\x80-\x9f]")
"""Bytes that are letters and quotes in cp1252, and nothing printable in Latin-1."""
_HEAD_BYTES = 4096
_SAMPLE_BYTES = 200_000
_FEW_DAMAGED = 0.002
_MANY_NULS = 0.3


_WESTERN = frozenset({"iso8859-1", "ascii", "cp1252"})
_TEXT_CODECS = re.compile(r"iso8859-\d+|cp\d{3,4}|mac-\w+|utf-16(?:-[lb]e)?|utf-32(?:-[lb]e)?|koi8-\w")
"""The standard library's names of what pages are in; its codecs can do more, which no page may ask for."""


def decode_bytes(data: bytes) -> str:
    """`data` as text: by its byte order mark, as UTF-8, as UTF-16, as its HTML says, else as 8-bit French.

    Raises:
        SourceError: `data` is no text: a PDF, an image, a sound, an archive, or other binary data.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    refuse_binary(data)
    if encoding := _utf16_without_mark(data):
        return data.decode(encoding, "replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _not_quite_utf8(data)
    if "\x00" in text:
        raise SourceError("it is binary data, not text. Give the article as text, Markdown or HTML.")
    return text


def refuse_binary(data: bytes) -> None:
    """Stop at what is known not to be text.

    Raises:
        SourceError: `data` begins as a PDF, an image, a sound or an archive does.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise SourceError(
                f"it is {what}, not text. Open it, copy the article's text, and give it as .txt."
            )


def _utf16_without_mark(data: bytes) -> str:
    """Every other byte of French text in UTF-16 is zero."""
    sample = data[:_HEAD_BYTES]
    half = len(sample) // 2
    if half == 0 or len(data) % 2:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > _MANY_NULS * half and even < odd // 10:
        return "utf-16-le"
    return "utf-16-be" if even > _MANY_NULS * half and odd < even // 10 else ""


def _not_quite_utf8(data: bytes) -> str:
    damaged = data.decode("utf-8", "replace")
    beyond_ascii = sum(1 for c in damaged if c > "\x7f")
    broken = damaged.count("\ufffd")
    if broken <= max(1, _FEW_DAMAGED * len(damaged)) and broken * 4 < beyond_ascii:
        return damaged
    declared = _DECLARED.search(data[:_HEAD_BYTES])
    if declared and (text := _as_declared((declared[1] or declared[2]).decode("ascii"), data)):
        return text
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE_BYTES], cp_isolation=_FRENCH_ENCODINGS, preemptive_behaviour=False).best()
    encoding = best.encoding if best else "cp1252"
    if encoding in {"latin_1", "iso8859_15"} and _WINDOWS_ONLY.search(data[:_SAMPLE_BYTES]):
        encoding = "cp1252"
    return data.decode(encoding, "replace")


def _as_declared(name: str, data: bytes) -> str:
    codec = text_codec(name)
    return data.decode(codec, "replace") if codec else ""


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

"""Setting a title in type: French ties, balanced lines, the largest size that fits."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Literal

from speakerine.publish.plain import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.ImageFont import FreeTypeFont

Weight = Literal["ExtraBold", "Medium"]

_NBSP = "\u00a0"
_TIED = frozenset(
    {"a", "à", "au", "aux", "ce", "ces", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ma"}
    | {"mes", "ne", "ni", "on", "ou", "où", "qu", "que", "sa", "ses", "si", "sur", "un", "une", "y", "—"}
)
"""Small words that a good line does not end on."""

_LEADING = 1.02
"""Height of a line of a title, in ems."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines of type at a size, and the height they take in pixels."""

    lines: tuple[str, ...]
    size_px: int
    height_px: int

    @property
    def leading_px(self) -> int:
        """From one baseline to the next."""
        return round(self.size_px * _LEADING)


@lru_cache(maxsize=128)
def font(weight: Weight, size_px: int) -> FreeTypeFont:
    """Return the packaged font at a size."""
    from PIL import ImageFont

    with as_file(files("speakerine.publish") / "data" / "fonts" / f"BricolageGrotesque-{weight}.ttf") as path:
        return ImageFont.truetype(path, size_px)


def drawable(text: str) -> str:
    """Return the text in characters that the font has; others are simplified, else dropped."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(_drawable_character(character) for character in composed)


@lru_cache(maxsize=4096)
def _drawable_character(character: str) -> str:
    if _has_glyph(character):
        return character
    simpler = unicodedata.normalize("NFKD", character)
    return "".join(part for part in simpler if not unicodedata.combining(part) and _has_glyph(part))


def _has_glyph(character: str) -> bool:
    if character.isspace():
        return True
    face = font("ExtraBold", 40)
    return bytes(face.getmask(character)) != bytes(face.getmask("\uffff")) and bool(
        face.getbbox(character)[2]
    )


def set_title(title: str, *, width_px: int, height_px: int, sizes_px: Sequence[int]) -> Setting:
    """Return the title at the first of the sizes at which it fits, cut with « … » at the last one."""
    pieces = _tie(words(drawable(title)))
    for size_px in sizes_px:
        setting = _balance(pieces, size_px, width_px)
        if setting.height_px <= height_px and _widest(setting) <= width_px:
            return setting
    return _cut_to_fit(title, width_px, height_px, sizes_px[-1])


def text_width(text: str, size_px: int, weight: Weight = "ExtraBold") -> int:
    """Return the width of a line, in pixels."""
    return round(font(weight, size_px).getlength(text))


def _widest(setting: Setting) -> int:
    return max((text_width(line, setting.size_px) for line in setting.lines), default=0)


def _tie(pieces: Sequence[str]) -> list[str]:
    tied: list[str] = []
    for piece in pieces:
        if tied and tied[-1].split(_NBSP)[-1].casefold() in _TIED:
            tied[-1] = f"{tied[-1]}{_NBSP}{piece}"
        else:
            tied.append(piece)
    return tied


def _balance(pieces: Sequence[str], size_px: int, width_px: int) -> Setting:
    lines = _wrap(pieces, size_px, width_px)
    narrow, wide = 0, width_px
    while wide - narrow > size_px // 20 + 1:
        middle = (narrow + wide) // 2
        attempt = _wrap(pieces, size_px, middle)
        if len(attempt) <= len(lines):
            wide = middle
        else:
            narrow = middle
    return _setting(_wrap(pieces, size_px, wide), size_px)


def _setting(lines: Sequence[str], size_px: int) -> Setting:
    height_px = round(size_px * (0.95 + _LEADING * (len(lines) - 1))) if lines else 0
    return Setting(tuple(lines), size_px, height_px)


def _wrap(pieces: Sequence[str], size_px: int, width_px: int) -> list[str]:
    lines: list[str] = []
    for piece in pieces:
        longer = f"{lines[-1]} {piece}" if lines else piece
        if lines and text_width(longer, size_px) <= width_px:
            lines[-1] = longer
        else:
            lines.append(piece)
    return lines


def _cut_to_fit(title: str, width_px: int, height_px: int, size_px: int) -> Setting:
    pieces = [
        part
        for word in words(drawable(title).replace(_NBSP, " "))
        for part in _hyphenless(word, size_px, width_px)
    ]
    lines = _wrap(pieces, size_px, width_px)
    room = max(1, int((height_px / size_px - 0.95) / _LEADING) + 1)
    if len(lines) > room:
        last = lines[room - 1]
        while last and text_width(f"{last}…", size_px) > width_px:
            last = last[:-1].rstrip()
        lines = [*lines[: room - 1], f"{last}…"]
    return _setting(lines, size_px)


def _hyphenless(word: str, size_px: int, width_px: int) -> list[str]:
    """Return a word too long for any line in pieces that are not."""
    pieces = [""]
    for character in word:
        if pieces[-1] and text_width(pieces[-1] + character, size_px) > width_px:
            pieces.append("")
        pieces[-1] += character
    return pieces

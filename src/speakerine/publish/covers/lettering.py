"""Setting a title in type: French ties and spaces, even lines, the largest size that fits."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Literal

from speakerine.publish.covers.hyphens import cut_evenly
from speakerine.publish.covers.line_breaks import Block, Piece, even_lines
from speakerine.publish.plain import cut, typeset, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.ImageFont import FreeTypeFont

Weight = Literal["ExtraBold", "Medium"]

_NBSP = "\u00a0"
_UNBREAKABLE = frozenset({_NBSP, "\u202f"})
_TIED = frozenset(
    {"a", "à", "au", "aux", "avec", "ce", "ces", "cette", "chez", "d", "dans", "de", "des", "dont", "du"}
    | {"elle", "en", "entre", "est", "et", "il", "ils", "je", "l", "la", "le", "les", "leur", "leurs", "m."}
    | {"ma", "mes", "mme", "mon", "ne", "ni", "nos", "on", "ont", "ou", "où", "par", "pour", "qu", "que"}
    | {"qui", "sa", "sans", "se", "ses", "si", "son", "sont", "sous", "sur", "un", "une", "vers", "vos", "y"}
    | {"—", "–", "&"}
)
"""Small words that a good line does not end on."""

_TIED_IN_A_ROW = 3
_LEADING = 1.02
"""Height of a line of a title, in ems."""

_FIRST_LINE = 0.95
_MAX_CHARS = 300
"""More than any title's block has room for at a size that is read."""

_LONG_WORD = 14
"""Letters of a word that may be cut, where that lets the title be much larger."""

_WORTH_A_HYPHEN = 1.25
_BLEMISH = 0.2
"""The part of its size that a title gives up rather than have a hyphen or a line of one short word."""

_EM_PX = 1000


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


@dataclass(frozen=True, slots=True)
class _Room:
    """The block that a title has, and the sizes that it may have, from the largest."""

    width_px: int
    height_px: int
    sizes_px: Sequence[int]

    @property
    def max_lines(self) -> int:
        """As many as there is room for at the smallest size."""
        return max(1, int((self.height_px / self.sizes_px[-1] - _FIRST_LINE) / _LEADING) + 1)

    def largest(self, block: Block) -> float:
        """Return the largest size that the block may have, 0 where the smallest is too large."""
        fits_height = self.height_px / _height_em(len(block.lines))
        fits = min(fits_height, self.width_px / max(block.width, 0.01), self.sizes_px[0])
        return fits if fits >= self.sizes_px[-1] else 0.0


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


def can_be_drawn(text: str) -> bool:
    """Return whether the font has most of the text's letters and figures, and at least one."""
    meant = [character for character in unicodedata.normalize("NFC", text) if character.isalnum()]
    drawn = sum(bool(_drawable_character(character)) for character in meant)
    return drawn > len(meant) / 2


@lru_cache(maxsize=4096)
def _drawable_character(character: str) -> str:
    if character.isspace():
        return character if character in _UNBREAKABLE else " "
    if _has_glyph(character):
        return character
    simpler = unicodedata.normalize("NFKD", character)
    return "".join(part for part in simpler if not unicodedata.combining(part) and _has_glyph(part))


def _has_glyph(character: str) -> bool:
    if unicodedata.category(character) in {"Cc", "Cf", "Cs"}:
        return False
    face = font("ExtraBold", 40)
    return bytes(face.getmask(character)) != bytes(face.getmask("\uffff")) and bool(
        face.getbbox(character)[2]
    )


def set_title(title: str, *, width_px: int, height_px: int, sizes_px: Sequence[int]) -> Setting:
    """Return the title at the largest of the sizes at which it reads well, cut with « … » at the last one.

    `sizes_px` go from the largest to the smallest.
    """
    room = _Room(width_px, height_px, sizes_px)
    kept = words(typeset(drawable(cut(title, _MAX_CHARS))))
    while kept:
        block = _best_block(kept, room)
        if block:
            return _setting(block, room)
        kept = _shorter(kept)
    return Setting((), sizes_px[-1], 0)


def text_width(text: str, size_px: int, weight: Weight = "ExtraBold") -> int:
    """Return the width of a line, in pixels."""
    return round(font(weight, size_px).getlength(text))


def _shorter(kept: Sequence[str]) -> list[str]:
    """Return the words with « … » in the place of the last ones; of a single word, its beginning."""
    *fewer, last = kept
    if not fewer:
        return [last[: len(last) * 3 // 4] + "…"] if len(last) > _LONG_WORD else []
    while len(fewer) > 1 and fewer[-1].casefold() in _TIED:
        fewer.pop()
    return [*fewer[:-1], fewer[-1].rstrip("… ,;:.\u00a0\u202f") + "…"]


def _best_block(written: Sequence[str], room: _Room) -> Block | None:
    """Return the lines that give the largest size for their blemishes, or None where none fits."""
    tied = _tie(written)
    whole = _largest_block([_piece(text) for text in tied], room)
    size_px = room.largest(whole) if whole else 0.0
    pieces = [piece for text in tied for piece in _parts(text)]
    if len(pieces) == len(tied):
        return whole
    parted = _largest_block(pieces, room)
    if parted and room.largest(parted) > size_px * _WORTH_A_HYPHEN:
        return parted
    return whole


def _largest_block(pieces: Sequence[Piece], room: _Room) -> Block | None:
    space, hyphen, widest = _width_em(" "), _width_em("-"), room.width_px / room.sizes_px[-1]
    fewest = max(1, math.ceil(sum(piece.width for piece in pieces) / widest))
    best, best_score = None, 0.0
    for count in range(fewest, min(room.max_lines, len(pieces)) + 1):
        block = even_lines(pieces, count, space=space, hyphen=hyphen, widest=widest)
        score = room.largest(block) * (1 - _BLEMISH * block.blemishes) if block else 0.0
        if score > best_score:
            best, best_score = block, score
    return best


def _setting(block: Block, room: _Room) -> Setting:
    """Return the lines at the first size at which the font itself, hinted and kerned, has them fit."""
    largest = room.largest(block)
    sizes_px = [size_px for size_px in room.sizes_px if size_px <= largest]
    fitting = (s for s in sizes_px if max(text_width(line, s) for line in block.lines) <= room.width_px)
    size_px = next(fitting, sizes_px[-1])
    return Setting(block.lines, size_px, int(size_px * _height_em(len(block.lines))))


def _height_em(lines: int) -> float:
    return _FIRST_LINE + _LEADING * (lines - 1)


def _tie(written: Sequence[str]) -> list[str]:
    """Return the words, small ones and figures held to the word after them."""
    tied: list[str] = []
    in_a_row = 0
    for word in written:
        before = tied[-1].split(_NBSP)[-1].casefold() if tied else ""
        if in_a_row < _TIED_IN_A_ROW and (before in _TIED or before[:1].isdigit()):
            tied[-1] = f"{tied[-1]}{_NBSP}{word}"
            in_a_row += 1
        else:
            tied.append(word)
            in_a_row = 0
    return tied


def _piece(text: str) -> Piece:
    return Piece(text, _width_em(text))


def _parts(text: str) -> list[Piece]:
    """Return a long word in parts of a good length, the small words tied to it with the first."""
    head, space, word = text.rpartition(_NBSP)
    if len(word) < _LONG_WORD:
        return [_piece(text)]
    parts = cut_evenly(word, max(2, -(-len(word) // _LONG_WORD)))
    pieces = [Piece(part, _width_em(part), closes=False, mark=mark) for part, mark in parts]
    pieces[-1] = _piece(parts[-1][0])
    opening = head + space + pieces[0].text
    pieces[0] = Piece(opening, _width_em(opening), pieces[0].closes, pieces[0].mark)
    return pieces


@lru_cache(maxsize=4096)
def _width_em(text: str) -> float:
    return font("ExtraBold", _EM_PX).getlength(text) / _EM_PX

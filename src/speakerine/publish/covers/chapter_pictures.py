"""A picture for each chapter of the MP3, in the show's colours: what a player shows while it is heard.

They are drawn. The articles' own photographs are neither fetched nor embedded: their rights are not
the show's, and making an episode asks nothing of other people's servers.
"""

from __future__ import annotations

import math
from io import BytesIO
from typing import TYPE_CHECKING

from speakerine.publish.covers.lettering import can_be_drawn, font, set_title
from speakerine.publish.covers.motifs import motif_for
from speakerine.publish.covers.palette import Palette, digest, palette_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.Image import Image

_SIDE_PX = 600
_SIDES_PX = {60: _SIDE_PX, 120: 300, math.inf: 180}
"""The side of the pictures where there are fewer chapters than that: all of them stay under 1 MB."""

_TONES = 8
"""From the ground to each of the two colours, both ends counted: 16 colours are four bits a pixel."""

_TONE_OF = [round(value / 255 * (_TONES - 1)) for value in range(256)]
_FINENESS = 2
_COMPRESSION = 6
"""zlib's level: 9 makes the file a tenth smaller and takes ten times as long."""


def draw_chapter_pictures(titles: Sequence[str], show_title: str) -> tuple[bytes, ...]:
    """Return a picture for each chapter, in PNG; none for a single chapter, which the cover stands for."""
    if len(titles) <= 1:
        return ()
    side_px = next(side_px for limit, side_px in _SIDES_PX.items() if len(titles) < limit)
    return tuple(
        draw_chapter_picture(title, show_title, number, size_px=side_px)
        for number, title in enumerate(titles, start=1)
    )


def draw_chapter_picture(title: str, show_title: str, number: int, *, size_px: int = _SIDE_PX) -> bytes:
    """Return a square PNG: the chapter's number and title, and a drawing of its own in the show's colours."""
    palette = palette_for(show_title)
    headline = title if can_be_drawn(title) else show_title
    tones, top = _lettered(headline, number, size_px)
    motif = _motif(show_title, title, size_px, size_px - top)
    tones.paste(motif.point([_TONES + tone if tone else 0 for tone in _TONE_OF]), (0, top))
    tones.putpalette(_tints(palette, palette.ink) + _tints(palette, palette.spark))
    buffer = BytesIO()
    tones.save(buffer, "PNG", bits=4, compress_level=_COMPRESSION)
    return buffer.getvalue()


def _lettered(headline: str, number: int, size_px: int) -> tuple[Image, int]:
    """Return the number and the headline in tones of ink, and where what follows may begin."""
    from PIL import Image, ImageDraw

    mask = Image.new("L", (size_px, size_px))
    draw = ImageDraw.Draw(mask)
    margin = round(size_px * 0.08)
    sizes_px = range(round(size_px * 0.18), round(size_px * 0.06), -1)
    setting = set_title(
        headline, width_px=size_px - 2 * margin, height_px=round(size_px * 0.52), sizes_px=sizes_px
    )
    face = font("Medium", round(size_px * 0.07))
    draw.text((margin, margin), str(number), font=face, fill=255, anchor="lt")
    baseline = round(size_px * 0.16 + setting.size_px * 0.86)
    for line in setting.lines:
        draw.text((margin, baseline), line, font=font("ExtraBold", setting.size_px), fill=255, anchor="ls")
        baseline += setting.leading_px
    return mask.point(_TONE_OF), round(size_px * 0.22) + setting.height_px


def _motif(show_title: str, title: str, width_px: int, height_px: int) -> Image:
    """Return the show's kind of drawing, the title's own, as a mask."""
    from PIL import Image, ImageDraw

    width, height = width_px * _FINENESS, height_px * _FINENESS
    mask = Image.new("L", (width, height))
    motif_for(digest(show_title))(ImageDraw.Draw(mask), width, height, digest(title))
    return mask.reduce(_FINENESS)


def _tints(palette: Palette, colour: str) -> list[int]:
    """Return the tones from the ground to the colour, as red, green and blue of each in a row."""
    low, high = bytes.fromhex(palette.ground[1:]), bytes.fromhex(colour[1:])
    return [
        round(a + (b - a) * tone / (_TONES - 1))
        for tone in range(_TONES)
        for a, b in zip(low, high, strict=True)
    ]

"""The cover of a show or of an episode, drawn from its title; and a small copy of any cover."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from speakerine.errors import PublishError
from speakerine.publish.covers.jpeg import to_jpeg
from speakerine.publish.covers.lettering import can_be_drawn, drawable, font, set_title, text_width
from speakerine.publish.covers.motifs import motif_for
from speakerine.publish.covers.palette import digest, palette_for
from speakerine.publish.plain import cut, typeset

if TYPE_CHECKING:
    from PIL.Image import Image

    from speakerine.publish.covers.lettering import Weight
    from speakerine.publish.covers.palette import Palette

MIN_SIZE_PX = 1400
MAX_SIZE_PX = 3000
"""Source: Apple Podcasts, artwork requirements: square, 1400 to 3000 pixels, RGB."""

TAG_SIZE_PX = MAX_SIZE_PX // 2
"""JPEG halves while it is read, which takes no time. An episode's own cover is drawn at this size."""
MAX_TAG_BYTES = 300_000
"""Source: PSP-1, artwork inside the MP3."""

_SHEET_PX = MAX_SIZE_PX
_MARGIN_PX = 230
_TITLE_TOP_PX = 600
_TITLE_HEIGHT_PX = 1400
_TITLE_SIZES_PX = tuple(range(760, 150, -10))
_MARK_PX = 320
_SUBTITLE_PX = 120
_DATE_PX = 100
_HEAD_CHARS = 120
_FINENESS = 2
"""How much larger drawings are made, so that their edges come out smooth."""

_QUALITY = 82
_SMALLER_QUALITIES = (88, 80, 70, 60, 45, 30, 15)


def draw_cover(
    title: str, *, subtitle: str = "", size_px: int = MAX_SIZE_PX, colours_of: str = "", date_line: str = ""
) -> bytes:
    """Return a square RGB JPEG drawn from the title: the same arguments give the same bytes.

    `subtitle` and `date_line` are a line each above the title. `colours_of` is the title that decides
    the colours and the kind of drawing, where it is not this one: an episode keeps those of its show.
    Where the packaged font has not the title's script, the subtitle stands in its place, and where it
    has not that one's either, the drawing fills the sheet.
    """
    from PIL import Image

    palette = palette_for(colours_of or title)
    sheet = _Sheet(Image.new("RGB", (size_px, size_px), palette.ground), palette)
    headline, head = _readable(title, subtitle)
    _draw_head(sheet, (head, date_line))
    foot = _draw_title(sheet, headline)
    _draw_mark(sheet)
    _draw_motif(sheet, show=colours_of or title, title=title, top=foot)
    return to_jpeg(sheet.image, quality=_QUALITY)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A cover being drawn. Places and sizes are in pixels of the largest cover, whatever its own size."""

    image: Image
    palette: Palette

    def own_px(self, large_px: float) -> int:
        """Return a place or a size in this cover's own pixels."""
        return round(large_px * self.image.width / _SHEET_PX)

    def write(self, line: str, at: tuple[int, int], size_px: int, *, weight: Weight, anchor: str) -> None:
        """Write a line in ink."""
        from PIL import ImageDraw

        face = font(weight, self.own_px(size_px))
        x, y = map(self.own_px, at)
        ImageDraw.Draw(self.image).text((x, y), line, font=face, fill=self.palette.ink, anchor=anchor)

    def mask(self, width_px: int, height_px: int) -> Image:
        """Return what a drawing of this size is made on."""
        from PIL import Image

        return Image.new("L", (self.own_px(width_px) * _FINENESS, self.own_px(height_px) * _FINENESS))

    def stamp(self, mask: Image, at: tuple[int, int]) -> None:
        """Put a drawing on the sheet, in the palette's spark."""
        x, y = map(self.own_px, at)
        self.image.paste(self.palette.spark, (x, y), mask.reduce(_FINENESS))


def _readable(title: str, subtitle: str) -> tuple[str, str]:
    """Return the headline, and the line above it."""
    head = subtitle if can_be_drawn(subtitle) else ""
    return (title, head) if can_be_drawn(title) else (head, "")


def _draw_head(sheet: _Sheet, lines: tuple[str, str]) -> None:
    """Draw the show's name and the date at the top left, as much of them as the mark leaves room for."""
    styles: tuple[tuple[Weight, int], ...] = (("ExtraBold", _SUBTITLE_PX), ("Medium", _DATE_PX))
    room_px = _SHEET_PX - 3 * _MARGIN_PX - _MARK_PX
    y = _MARGIN_PX
    for line, (weight, size_px) in zip(lines, styles, strict=True):
        fitting = _cut_to_width(line, size_px, weight, room_px)
        if fitting:
            sheet.write(fitting, (_MARGIN_PX, y), size_px, weight=weight, anchor="lt")
            y += round(size_px * 1.35)


def _cut_to_width(line: str, size_px: int, weight: Weight, room_px: int) -> str:
    fitting = cut(typeset(drawable(line)), _HEAD_CHARS).strip()
    while fitting and text_width(fitting, size_px, weight) > room_px:
        fitting = cut(fitting, len(fitting) - 1)
    return fitting


def _draw_title(sheet: _Sheet, title: str) -> int:
    """Draw the title, and return where what follows may begin."""
    width_px = _SHEET_PX - 2 * _MARGIN_PX
    setting = set_title(title, width_px=width_px, height_px=_TITLE_HEIGHT_PX, sizes_px=_TITLE_SIZES_PX)
    if not setting.lines:
        return _TITLE_TOP_PX
    x = _MARGIN_PX - round(setting.size_px * 0.04)
    baseline = _TITLE_TOP_PX + round(setting.size_px * 0.86)
    for line in setting.lines:
        sheet.write(line, (x, baseline), setting.size_px, weight="ExtraBold", anchor="ls")
        baseline += setting.leading_px
    return baseline - setting.leading_px + round(setting.size_px * 0.2) + _MARGIN_PX


def _draw_mark(sheet: _Sheet) -> None:
    """Draw an antenna at the top right."""
    from PIL import ImageDraw

    mask = sheet.mask(_MARK_PX, _MARK_PX)
    draw, side = ImageDraw.Draw(mask), mask.width
    dot, stroke = side * 0.15, round(side * 0.14)
    at = side - dot - 1
    for radius in (side * 0.42, side * 0.75):
        draw.arc((at - radius, at - radius, at + radius, at + radius), 180, 270, fill=255, width=stroke)
    draw.ellipse((at - dot, at - dot, at + dot, at + dot), fill=255)
    sheet.stamp(mask, (_SHEET_PX - _MARGIN_PX - _MARK_PX, _MARGIN_PX - 40))


def _draw_motif(sheet: _Sheet, *, show: str, title: str, top: int) -> None:
    """Draw the show's kind of drawing, the title's own, from `top` to the lower edge."""
    from PIL import ImageDraw

    mask = sheet.mask(_SHEET_PX, _SHEET_PX - top)
    motif_for(digest(show))(ImageDraw.Draw(mask), mask.width, mask.height, digest(title))
    sheet.stamp(mask, (0, top))


def shrink_cover(jpeg: bytes, *, max_bytes: int = MAX_TAG_BYTES, size_px: int = TAG_SIZE_PX) -> bytes:
    """Return the cover at most `size_px` wide and under `max_bytes`, for the MP3 and the pages.

    One that is so already is returned byte for byte.

    Raises:
        PublishError: no quality makes it small enough.
    """
    from PIL import Image

    with Image.open(BytesIO(jpeg)) as image:
        if image.width <= size_px and len(jpeg) < max_bytes:
            return jpeg
        side = min(size_px, image.width)
        image.draft("RGB", (side, side))
        small = image.convert("RGB")
        if small.width != side:
            small = small.resize((side, side), Image.Resampling.BICUBIC, reducing_gap=1.0)
    for quality in _SMALLER_QUALITIES:
        smaller = to_jpeg(small, quality=quality)
        if len(smaller) < max_bytes:
            return smaller
    raise PublishError(f"the cover cannot be made smaller than {max_bytes} bytes at {side} pixels")

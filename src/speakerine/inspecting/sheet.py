"""A sheet to draw on in whole pixels of the finished picture; everything is drawn finer and made smaller."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from speakerine.publish.covers.lettering import drawable, font
from speakerine.publish.plain import cut

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speakerine.publish.covers.lettering import Weight

FINENESS = 2
"""How much larger it is drawn, so that lines and letters come out smooth."""

MAX_CHARS = 200
"""More than any line here has room for."""


class Sheet:
    """A picture in the making. All that it is given is in pixels of the finished one."""

    def __init__(self, width_px: int, height_px: int, ground: str) -> None:
        from PIL import Image, ImageDraw

        self._image = Image.new("RGB", (width_px * FINENESS, height_px * FINENESS), ground)
        self._draw = ImageDraw.Draw(self._image)

    def text(
        self,
        at: tuple[float, float],
        text: str,
        size_px: int,
        colour: str,
        *,
        weight: Weight = "Medium",
        anchor: str = "ls",
    ) -> float:
        """Write a line, and return its width. Anchors are Pillow's: « ls » is left, baseline."""
        face = font(weight, size_px * FINENESS)
        line = drawable(text)
        self._draw.text(_fine(at), line, font=face, fill=colour, anchor=anchor)
        return face.getlength(line) / FINENESS

    def box(self, corners: tuple[float, float, float, float], colour: str, radius: float = 0) -> None:
        """Fill a rectangle from its left, top, right and bottom, its corners round."""
        left, top, right, bottom = (edge * FINENESS for edge in corners)
        self._draw.rounded_rectangle((left, top, right - 1, bottom - 1), radius * FINENESS, fill=colour)

    def line(self, points: Iterable[tuple[float, float]], colour: str, width_px: float = 1) -> None:
        """Draw a line through the points."""
        if fine := [_fine(point) for point in points]:
            self._draw.line(fine, fill=colour, width=max(1, round(width_px * FINENESS)), joint="curve")

    def hair(self, x: float, top: float, bottom: float, colour: str) -> None:
        """Draw an upright line as thin as the sheet has."""
        fine_x = round(x * FINENESS)
        self._draw.line((fine_x, top * FINENESS, fine_x, bottom * FINENESS), fill=colour)

    def disc(self, at: tuple[float, float], radius: float, colour: str) -> None:
        """Fill a circle."""
        x, y = _fine(at)
        reach = radius * FINENESS
        self._draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=colour)

    def png(self) -> bytes:
        """Return the picture."""
        from PIL import Image

        width, height = self._image.size
        small = self._image.resize((width // FINENESS, height // FINENESS), Image.Resampling.LANCZOS)
        buffer = BytesIO()
        small.save(buffer, "PNG", optimize=True)
        return buffer.getvalue()


def text_fits(text: str, size_px: int, room_px: float, weight: Weight = "Medium") -> str:
    """The text, cut with « … » where it is wider than `room_px`."""
    face = font(weight, size_px * FINENESS)
    line = drawable(cut(text, MAX_CHARS))
    while line and face.getlength(line) > room_px * FINENESS:
        line = line.removesuffix("…")[:-1].rstrip(" ,;:-–—") + "…"
        if line == "…":
            break
    return line


def _fine(at: tuple[float, float]) -> tuple[float, float]:
    return at[0] * FINENESS, at[1] * FINENESS

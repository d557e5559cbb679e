"""The show's cover: drawn from its title, or the user's own held to what directories accept."""

from __future__ import annotations

import math
from io import BytesIO
from typing import TYPE_CHECKING

from speakerine.errors import ConfigError, PublishError
from speakerine.publish.lettering import drawable, font, set_title, text_width
from speakerine.publish.palette import digest, palette_for
from speakerine.publish.plain import one_line

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

    from speakerine.publish.palette import Palette

MIN_SIZE_PX = 1400
MAX_SIZE_PX = 3000
"""Source: Apple Podcasts, artwork requirements: square, 1400 to 3000 pixels, RGB."""

MAX_TAG_BYTES = 300_000
"""Source: PSP-1, artwork inside the MP3."""

_SHEET_PX = 3000
_MARGIN_PX = 230
_TITLE_SIZES_PX = tuple(range(760, 150, -10))
_BARS = 25
_BAR_WIDTH = 0.58
"""Bars of the sound wave, and the part of its place that each takes."""

_SUBTITLE_PX = 96


def draw_cover(title: str, *, subtitle: str = "", size_px: int = 3000, colours_of: str = "") -> bytes:
    """Return a square JPEG drawn from the show's title: the same title gives the same bytes.

    `subtitle` is one line above the title. `colours_of` is the title whose colours are taken, where
    it is not this one: an episode keeps those of its show.
    """
    from PIL import Image, ImageDraw

    palette = palette_for(colours_of or title)
    image = Image.new("RGB", (_SHEET_PX, _SHEET_PX), palette.ground)
    draw = ImageDraw.Draw(image)
    _draw_head(draw, palette, subtitle)
    title_foot = _draw_title(draw, palette, title)
    _draw_wave(draw, palette, digest(title), top=title_foot + _MARGIN_PX)
    if size_px != _SHEET_PX:
        image = image.resize((size_px, size_px), Image.Resampling.LANCZOS)
    return _jpeg(image, quality=90)


def _draw_head(draw: ImageDraw, palette: Palette, subtitle: str) -> None:
    """Draw the antenna at the top right, and the subtitle at the top left."""
    x, y = _SHEET_PX - _MARGIN_PX - 40, _MARGIN_PX + 130
    for radius in (110, 190):
        box = (x - radius, y - radius, x + radius, y + radius)
        draw.arc(box, 180, 270, fill=palette.spark, width=44)
    draw.ellipse((x - 44, y - 44, x + 44, y + 44), fill=palette.spark)
    line = drawable(one_line(subtitle))
    room_px = _SHEET_PX - 2 * _MARGIN_PX - 420
    while line and text_width(line, _SUBTITLE_PX, "Medium") > room_px:
        line = line.removesuffix("…")[:-1].rstrip() + "…"
    if line:
        at = (_MARGIN_PX, y)
        draw.text(at, line, font=font("Medium", _SUBTITLE_PX), fill=palette.ink, anchor="lm")


def _draw_title(draw: ImageDraw, palette: Palette, title: str) -> int:
    """Draw the title, and return where it ends: the y of its last line's descenders."""
    setting = set_title(title, width_px=_SHEET_PX - 2 * _MARGIN_PX, height_px=1400, sizes_px=_TITLE_SIZES_PX)
    x = _MARGIN_PX - round(setting.size_px * 0.04)
    baseline = _MARGIN_PX + 330 + round(setting.size_px * 0.86)
    face = font("ExtraBold", setting.size_px)
    for line in setting.lines:
        draw.text((x, baseline), line, font=face, fill=palette.ink, anchor="ls")
        baseline += setting.leading_px
    return baseline - setting.leading_px + round(setting.size_px * 0.2)


def _draw_wave(draw: ImageDraw, palette: Palette, dice: bytes, *, top: int) -> None:
    """Draw a sound wave from edge to edge in the room under `top`, its crest where the title decides."""
    pitch = _SHEET_PX / _BARS
    crest = 0.3 + 0.4 * dice[1] / 255
    room = _SHEET_PX - _MARGIN_PX - top
    middle = top + room / 2
    for index in range(_BARS):
        place = (index + 0.5) / _BARS
        envelope = math.exp(-(((place - crest) / 0.27) ** 2))
        grain = 0.3 + 0.7 * dice[2 + index] / 255
        height = pitch * _BAR_WIDTH + room * 0.95 * envelope * grain
        x, half = pitch * (index + 0.5), pitch * _BAR_WIDTH / 2
        box = (x - half, middle - height / 2, x + half, middle + height / 2)
        draw.rounded_rectangle(box, radius=half, fill=palette.spark)


def load_cover(path: Path) -> bytes:
    """Return the user's own cover as an RGB JPEG.

    Raises:
        ConfigError: it cannot be read, or it is not a square JPEG or PNG of 1400 to 3000 pixels.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path, formats=("JPEG", "PNG")) as image:
            image.load()
            _check_size(path, image)
            if image.format == "JPEG" and image.mode == "RGB":
                return path.read_bytes()
            return _jpeg(_flatten(image), quality=92)
    except UnidentifiedImageError as error:
        raise ConfigError(f"{path} is no JPEG or PNG image: give the show a cover of one of these") from error
    except (OSError, Image.DecompressionBombError) as error:
        raise ConfigError(f"the cover {path} cannot be read: {error}") from error


def _check_size(path: Path, image: Image) -> None:
    width, height = image.size
    wanted = f"a square of {MIN_SIZE_PX} to {MAX_SIZE_PX} pixels is needed"
    if width != height:
        raise ConfigError(f"the cover {path} is {width} × {height} pixels: {wanted}")
    if not MIN_SIZE_PX <= width <= MAX_SIZE_PX:
        raise ConfigError(f"the cover {path} is {width} pixels wide: {wanted}")


def _flatten(image: Image) -> Image:
    """Return the image in RGB, on white where it is transparent."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    layer = image.convert("RGBA")
    ground = layer.convert("RGB")
    ground.paste("#ffffff", (0, 0, *ground.size))
    ground.paste(layer, mask=layer.getchannel("A"))
    return ground


def shrink_cover(jpeg: bytes, *, max_bytes: int = MAX_TAG_BYTES, size_px: int = 1400) -> bytes:
    """Return the cover at most `size_px` wide and under `max_bytes`, for the MP3 and the pages.

    Raises:
        PublishError: no quality makes it small enough.
    """
    from PIL import Image

    with Image.open(BytesIO(jpeg)) as image:
        side = min(size_px, image.width)
        small = image.convert("RGB").resize((side, side), Image.Resampling.LANCZOS)
    for quality in (88, 80, 70, 60, 45, 30, 15):
        smaller = _jpeg(small, quality=quality)
        if len(smaller) < max_bytes:
            return smaller
    raise PublishError(f"the cover cannot be made smaller than {max_bytes} bytes at {side} pixels")


def _jpeg(image: Image, *, quality: int) -> bytes:
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=quality, optimize=True, subsampling=0, dpi=(72, 72))
    return buffer.getvalue()

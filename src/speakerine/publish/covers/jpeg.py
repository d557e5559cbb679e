"""How every picture here is written: as a baseline JPEG, which all players and directories read."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image


def to_jpeg(image: Image, *, quality: int) -> bytes:
    """Return the image as a baseline JPEG of 72 dots an inch, Pillow's scale of quality."""
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=quality, dpi=(72, 72))
    return buffer.getvalue()

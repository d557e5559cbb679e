"""A cover of the show's own, made into what directories accept: cropped, converted, never stretched."""

from __future__ import annotations

import struct
import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from speakerine.errors import ConfigError
from speakerine.publish.covers.cover import MAX_SIZE_PX, MIN_SIZE_PX
from speakerine.publish.covers.jpeg import to_jpeg

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

MAX_PIXELS = 80_000_000
"""What an image may hold once it is opened: 240 MB in RGB."""

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP")
_HEAD_BYTES = 4096
_EXIF_ORIENTATION = 0x0112
_QUALITY = 92
_WHITE = "#ffffff"
_DAMAGED = (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError, KeyError, struct.error)
"""What Pillow's readers raise on an image that is not what it should be."""


def load_cover(path: Path) -> bytes:
    """Return the user's own cover as a square RGB JPEG of 1400 to 3000 pixels.

    It is turned as its EXIF says, cropped at its centre, and made smaller where it is too large. A file
    that is right already is returned byte for byte.

    Raises:
        ConfigError: it cannot be read, is no image, or is too small or too large to be used.
    """
    try:
        data = path.read_bytes()  # a file on disk would be asked for the gigabytes that a chunk claims
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's remarks on odd files: what matters is raised
            return _right_jpeg(path, BytesIO(data)) or data
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ConfigError(
            f"the cover {path} cannot be read ({reason}): set cover in show.toml to an image, or leave it out"
        ) from error


def _right_jpeg(path: Path, file: BinaryIO) -> bytes:
    """Return the image made right, or b"" where the file is so already."""
    with _opened(path, file) as image:
        _check_size(path, image)
        try:
            is_right = _is_right(image)
            image.draft(image.mode, (MAX_SIZE_PX, MAX_SIZE_PX))
            image.load()
            return b"" if is_right else to_jpeg(_squared(image), quality=_QUALITY)
        except _DAMAGED as error:
            raise ConfigError(
                f"the cover {path} is damaged or cut short ({error}): export the image again"
            ) from error


def _opened(path: Path, file: BinaryIO) -> ImageFile:
    from PIL import Image, UnidentifiedImageError

    if b"<svg" in file.read(_HEAD_BYTES).lower():
        raise ConfigError(f"the cover {path} is an SVG drawing: export it as PNG, {MAX_SIZE_PX} pixels wide")
    file.seek(0)
    try:
        return Image.open(file, formats=_FORMATS)
    except UnidentifiedImageError as error:
        raise ConfigError(
            f"the cover {path} is no image that can be read: give a JPEG, PNG, WebP, GIF, TIFF or BMP file"
        ) from error
    except Image.DecompressionBombError as error:
        raise ConfigError(_too_large(path)) from error
    except _DAMAGED as error:
        raise ConfigError(f"the cover {path} is damaged ({error}): export the image again") from error


def _too_large(path: Path) -> str:
    millions = MAX_PIXELS // 1_000_000
    return f"the cover {path} has more than {millions} million pixels: export it {MAX_SIZE_PX} pixels wide"


def _check_size(path: Path, image: Image) -> None:
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise ConfigError(_too_large(path))
    if min(width, height) < MIN_SIZE_PX:
        raise ConfigError(
            f"the cover {path} is {width} × {height} pixels: give one of {MIN_SIZE_PX} or more on each side, "
            f"best {MAX_SIZE_PX}"
        )


def _is_right(image: ImageFile) -> bool:
    """Return whether it is a square baseline RGB JPEG of the right size that nothing turns."""
    return (
        image.format == "JPEG"
        and image.mode == "RGB"
        and image.width == image.height <= MAX_SIZE_PX
        and "progressive" not in image.info
        and image.getexif().get(_EXIF_ORIENTATION, 1) == 1
    )


def _squared(image: Image) -> Image:
    """Return the image upright, cropped square at its centre, in sRGB, and no larger than it may be."""
    from PIL import Image, ImageOps

    profile = image.info.get("icc_profile", b"")
    ImageOps.exif_transpose(image, in_place=True)
    plain = _plain(image)
    side = min(*plain.size, MAX_SIZE_PX)
    square = ImageOps.fit(plain, (side, side), Image.Resampling.LANCZOS)
    if square.mode != "RGBA":
        return _in_srgb(square, profile)
    ground = Image.new("RGB", square.size, _WHITE)
    ground.paste(_in_srgb(square.convert("RGB"), profile), mask=square.getchannel("A"))
    return ground


def _plain(image: Image) -> Image:
    """Return the image in RGB, RGBA or CMYK, so that it can be made smaller."""
    if image.mode.startswith(("I", "F")):
        return _eight_bits(image).convert("RGB")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in {"CMYK", "RGB"} else image.convert("RGB")


def _eight_bits(image: Image) -> Image:
    """Return a grey image of more than 8 bits with 8: Pillow's own conversion makes all of it white."""
    grey = image.convert("F")
    _, brightest = grey.getextrema()
    top = 65535.0 if image.mode.startswith("I;16") or isinstance(brightest, tuple) else max(brightest, 1.0)
    return grey.point(lambda value: value * (255.0 / top) + 0.0).convert("L")


def _in_srgb(colours: Image, profile: bytes) -> Image:
    """Return the colours through the profile that the image brought, where it is one of their kind."""
    from PIL import ImageCms

    if not profile:
        return colours.convert("RGB")
    try:
        theirs, ours = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(
            colours,
            theirs,
            ours,
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            "RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError):
        return colours.convert("RGB")
    return converted or colours

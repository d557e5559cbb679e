import random
import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from speakerine.errors import ConfigError
from speakerine.publish.covers.given_cover import load_cover
from tests.publish.icc import cmyk_profile

TURNED = 0x0112
RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


def saved(path: Path, image: Image.Image, kind: str, **options: Any) -> Path:
    image.save(path / "cover", kind, **options)
    return path / "cover"


def loaded(path: Path) -> Image.Image:
    image = Image.open(BytesIO(load_cover(path)))
    assert (image.format, image.mode) == ("JPEG", "RGB")
    return image


def looks(image: Image.Image, at: tuple[int, int], colour: tuple[int, int, int]) -> bool:
    pixel = image.getpixel(at)
    assert isinstance(pixel, tuple)
    return all(abs(a - b) < 12 for a, b in zip(pixel, colour, strict=True))


@pytest.mark.parametrize("side_px", [1400, 2000, 3000])
def test_a_square_rgb_jpeg_is_taken_as_it_is(tmp_path: Path, side_px: int) -> None:
    path = saved(tmp_path, Image.new("RGB", (side_px, side_px), RED), "JPEG")
    assert load_cover(path) == path.read_bytes()


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        ("RGB", "PNG"),
        ("P", "PNG"),
        ("L", "PNG"),
        ("LA", "PNG"),
        ("1", "PNG"),
        ("L", "JPEG"),
        ("CMYK", "JPEG"),
        ("RGB", "WEBP"),
        ("P", "GIF"),
        ("CMYK", "TIFF"),
        ("I;16", "TIFF"),
        ("RGB", "BMP"),
    ],
)
def test_every_common_image_becomes_an_rgb_jpeg(tmp_path: Path, mode: str, kind: str) -> None:
    assert loaded(saved(tmp_path, Image.new(mode, (1500, 1500)), kind)).size == (1500, 1500)


def test_a_progressive_jpeg_becomes_a_baseline_one(tmp_path: Path) -> None:
    image = loaded(saved(tmp_path, Image.new("RGB", (1500, 1500)), "JPEG", progressive=True))
    assert "progressive" not in image.info


def test_an_oblong_image_is_cropped_at_its_centre_and_not_stretched(tmp_path: Path) -> None:
    wide = Image.new("RGB", (2400, 1600), BLUE)
    wide.paste(RED, (400, 0, 2000, 1600))
    image = loaded(saved(tmp_path, wide, "PNG"))
    assert image.size == (1600, 1600)
    assert all(looks(image, at, RED) for at in [(20, 20), (1580, 20), (20, 1580), (1580, 1580)])


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_larger_image_is_reduced_to_3000_pixels(tmp_path: Path, kind: str) -> None:
    assert loaded(saved(tmp_path, Image.new("RGB", (6400, 3200), RED), kind)).size == (3000, 3000)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_photograph_is_turned_upright(tmp_path: Path, kind: str) -> None:
    exif = Image.Exif()
    exif[TURNED] = 6  # its top is at the right
    lying = Image.new("RGB", (1500, 1500), BLUE)
    lying.paste(RED, (0, 0, 750, 1500))
    image = loaded(saved(tmp_path, lying, kind, exif=exif))
    assert looks(image, (1400, 100), RED)
    assert looks(image, (100, 1400), BLUE)
    assert TURNED not in image.getexif()


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_is_transparent_becomes_white(tmp_path: Path, kind: str) -> None:
    image = loaded(saved(tmp_path, Image.new("RGBA", (1400, 1400), (0, 0, 0, 0)), kind))
    assert looks(image, (9, 9), WHITE)


def test_a_transparent_colour_of_a_palette_becomes_white(tmp_path: Path) -> None:
    path = saved(tmp_path, Image.new("P", (1400, 1400), 3), "GIF", transparency=3)
    assert looks(loaded(path), (9, 9), WHITE)


def test_a_grey_of_16_bits_keeps_its_brightness(tmp_path: Path) -> None:
    image = loaded(saved(tmp_path, Image.new("I;16", (1400, 1400), 0x8000), "PNG"))
    assert looks(image, (9, 9), (128, 128, 128))


def test_cmyk_goes_through_its_own_profile(tmp_path: Path) -> None:
    profile = cmyk_profile((135, 208, 195))  # L* 53, a* 80, b* 67: sRGB's red
    path = saved(tmp_path, Image.new("CMYK", (1400, 1400), (255, 0, 0, 0)), "JPEG", icc_profile=profile)
    assert looks(loaded(path), (9, 9), RED)


def test_a_profile_of_another_kind_is_passed_over(tmp_path: Path) -> None:
    profile = cmyk_profile((135, 208, 195))
    path = saved(tmp_path, Image.new("RGB", (1400, 1500), BLUE), "PNG", icc_profile=profile)
    assert looks(loaded(path), (9, 9), BLUE)


def test_an_animation_gives_its_first_frame(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (1400, 1400), colour) for colour in (RED, BLUE)]
    path = saved(tmp_path, frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert looks(loaded(path), (9, 9), RED)


@pytest.mark.parametrize("size", [(50, 50), (1399, 1399), (1399, 3000)])
def test_a_small_image_is_refused(tmp_path: Path, size: tuple[int, int]) -> None:
    path = saved(tmp_path, Image.new("RGB", size), "PNG")
    with pytest.raises(
        ConfigError, match=rf"is {size[0]} × {size[1]} pixels: give one of 1400 or more on each"
    ):
        load_cover(path)


def bomb() -> bytes:
    """A PNG of 30 000 × 30 000 pixels in a few bytes."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (bomb(), "more than 80 million pixels: export it 3000 pixels wide"),
        (b'<?xml version="1.0"?>\n<SVG viewBox="0 0 1 1"/>', "is an SVG drawing: export it as PNG"),
        ("Ceci n’est pas une image.\n".encode() * 99, "is no image that can be read: give a JPEG, PNG"),
        (b"", "is no image that can be read"),
        (bytes(5000), "is no image that can be read"),
    ],
    ids=["bomb", "svg", "text", "empty", "zeros"],
)
def test_what_is_no_cover_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "cover").write_bytes(data)
    with pytest.raises(ConfigError, match=said):
        load_cover(tmp_path / "cover")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP"])
def test_a_file_cut_short_is_refused(tmp_path: Path, kind: str) -> None:
    path = saved(tmp_path, Image.effect_noise((1400, 1400), 60).convert("RGB"), kind)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(ConfigError, match=r"is damaged.*: export the image again"):
        load_cover(path)


def loaded_or_told(path: Path) -> bytes | str:
    """The cover, or the sentence that says why there is none."""
    try:
        return load_cover(path)
    except ConfigError as error:
        return str(error)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP"])
@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_file_gives_a_cover_or_one_sentence(tmp_path: Path, kind: str, seed: int) -> None:
    path = saved(tmp_path, Image.effect_noise((1400, 1400), 9).convert("RGB"), kind)
    data, dice = bytearray(path.read_bytes()), random.Random(seed)
    for _ in range(8):
        data[dice.randrange(2000)] = dice.randrange(256)
    path.write_bytes(data)
    found = loaded_or_told(path)
    assert found.startswith(b"\xff\xd8") if isinstance(found, bytes) else "\n" not in found


def test_a_cover_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(
        ConfigError, match=r"absent\.png cannot be read \(no such file or directory\): set cover"
    ):
        load_cover(tmp_path / "absent.png")


def test_a_folder_is_no_cover(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load_cover(tmp_path)

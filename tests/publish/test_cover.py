from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from speakerine.errors import ConfigError, PublishError
from speakerine.publish.cover import draw_cover, load_cover, shrink_cover
from speakerine.publish.lettering import drawable, set_title, text_width
from speakerine.publish.palette import PALETTES, Palette, palette_for

from .conftest import COVER

TITLES = [
    "Mes articles à écouter",
    "Écho",
    "Anticonstitutionnellement",
    "Vladimir Poutine en visite en Biélorussie pour parler de défense et d’économie avec son homologue",
    "x" * 300,
    "",
    "日本 😀",
]


def opened(jpeg: bytes) -> Image.Image:
    return Image.open(BytesIO(jpeg))


@pytest.mark.parametrize("title", TITLES)
def test_a_cover_is_what_directories_take(title: str) -> None:
    with opened(draw_cover(title, subtitle="Un sous-titre " * 20)) as image:
        assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (3000, 3000))


def test_the_same_title_gives_the_same_cover() -> None:
    assert draw_cover("Écho", size_px=1400) == draw_cover("Écho", size_px=1400)


def test_another_title_gives_another_cover() -> None:
    assert draw_cover("Écho", size_px=1400) != draw_cover("Échos", size_px=1400)


def test_an_episode_keeps_the_colours_of_its_show() -> None:
    show, other = "Mes articles", next(t for t in TITLES if palette_for(t) != palette_for("Mes articles"))
    with opened(draw_cover(other, size_px=1400, colours_of=show)) as image:
        corner = image.getpixel((5, 5))
    assert isinstance(corner, tuple)
    wanted = bytes.fromhex(palette_for(show).ground[1:])
    assert all(abs(a - b) < 8 for a, b in zip(corner, wanted, strict=True))


@pytest.mark.parametrize("title", TITLES)
def test_no_line_of_a_title_leaves_its_block(title: str) -> None:
    setting = set_title(title, width_px=2540, height_px=1400, sizes_px=range(760, 150, -10))
    assert all(text_width(line, setting.size_px) <= 2540 for line in setting.lines)
    assert setting.height_px <= 1400


def test_a_line_never_ends_on_a_small_word() -> None:
    lines = set_title("La vie à la campagne", width_px=2540, height_px=1400, sizes_px=[340]).lines
    assert lines == ("La\u00a0vie", "à\u00a0la\u00a0campagne")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Œuvre, « ÿ » à Ÿ", "Œuvre, « ÿ » à Ÿ"),
        ("e\u0301te\u0301", "été"),
        ("№ 2ᵉ ₂", "No 2e 2"),
        ("日😀", ""),
    ],
)
def test_what_the_font_cannot_draw_is_simplified(text: str, expected: str) -> None:
    assert drawable(text) == expected


@pytest.mark.parametrize("palette", PALETTES)
def test_what_is_written_can_be_read(palette: Palette) -> None:
    """Source: WCAG 2.2, 1.4.3: a contrast of 4.5 or more for text. The motif says nothing: 2.5 will do."""
    assert contrast(palette.ground, palette.ink) >= 4.5
    assert contrast(palette.ground, palette.spark) >= 2.5
    assert min(contrast(palette.deep, page) for page in ("#faf7f2", "#ffffff")) >= 4.5
    assert min(contrast(palette.bright, page) for page in ("#131217", "#1c1b22")) >= 4.5


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = [value / 255 for value in bytes.fromhex(colour[1:])]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def saved(tmp_path: Path, mode: str, size: tuple[int, int], kind: str) -> Path:
    path = tmp_path / f"cover.{kind.lower()}"
    Image.new(mode, size).save(path, kind)
    return path


def test_an_rgb_jpeg_is_taken_as_it_is(tmp_path: Path) -> None:
    path = saved(tmp_path, "RGB", (1400, 1400), "JPEG")
    assert load_cover(path) == path.read_bytes()


@pytest.mark.parametrize(("mode", "kind"), [("RGBA", "PNG"), ("P", "PNG"), ("L", "JPEG"), ("CMYK", "JPEG")])
def test_other_covers_become_rgb_jpegs(tmp_path: Path, mode: str, kind: str) -> None:
    with opened(load_cover(saved(tmp_path, mode, (1500, 1500), kind))) as image:
        assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (1500, 1500))


def test_what_is_transparent_becomes_white(tmp_path: Path) -> None:
    with opened(load_cover(saved(tmp_path, "RGBA", (1400, 1400), "PNG"))) as image:
        assert image.getpixel((9, 9)) == (255, 255, 255)


@pytest.mark.parametrize("size", [(1400, 1500), (1399, 1399), (3001, 3001)])
def test_covers_of_the_wrong_size(tmp_path: Path, size: tuple[int, int]) -> None:
    with pytest.raises(ConfigError, match="a square of 1400 to 3000 pixels is needed"):
        load_cover(saved(tmp_path, "RGB", size, "PNG"))


def test_a_cover_that_is_no_jpeg_or_png(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no JPEG or PNG"):
        load_cover(saved(tmp_path, "RGB", (1400, 1400), "GIF"))


def test_a_cover_that_is_cut_short(tmp_path: Path) -> None:
    path = saved(tmp_path, "RGB", (1400, 1400), "PNG")
    path.write_bytes(path.read_bytes()[:300])
    with pytest.raises(ConfigError, match="cannot be read"):
        load_cover(path)


def test_a_cover_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"absent\.png cannot be read"):
        load_cover(tmp_path / "absent.png")


def test_a_cover_is_shrunk_for_the_mp3() -> None:
    small = shrink_cover(draw_cover(TITLES[3]))
    assert len(small) < 300_000
    with opened(small) as image:
        assert image.size == (1400, 1400)


def test_a_cover_that_no_quality_makes_small() -> None:
    with pytest.raises(PublishError, match="cannot be made smaller than 100 bytes"):
        shrink_cover(COVER, max_bytes=100)

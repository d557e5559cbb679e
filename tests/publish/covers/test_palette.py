import pytest

from speakerine.publish.covers.palette import PALETTES, Palette, palette_for


@pytest.mark.parametrize("palette", PALETTES)
def test_what_is_written_can_be_read(palette: Palette) -> None:
    """Source: WCAG 2.2, 1.4.3: a contrast of 4.5 or more for text. The motif says nothing: 2.5 will do."""
    assert contrast(palette.ground, palette.ink) >= 4.5
    assert contrast(palette.ground, palette.spark) >= 2.5
    assert min(contrast(palette.deep, page) for page in ("#faf7f2", "#ffffff")) >= 4.5
    assert min(contrast(palette.bright, page) for page in ("#131217", "#1c1b22")) >= 4.5


@pytest.mark.parametrize(
    ("title", "place"), [("Mes articles à écouter", 1), ("Écho", 4), ("Le Journal du port", 4), ("", 3)]
)
def test_a_show_keeps_its_colours_for_ever(title: str, place: int) -> None:
    assert palette_for(title) == PALETTES[place]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = [value / 255 for value in bytes.fromhex(colour[1:])]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

from collections.abc import Sequence
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageStat

from speakerine.errors import PublishError
from speakerine.publish.covers.cover import draw_cover, shrink_cover
from speakerine.publish.covers.motifs import MOTIFS, motif_for
from speakerine.publish.covers.palette import digest, palette_for
from tests.publish.conftest import COVER

TITLES = [
    "Mes articles à écouter",
    "Écho",
    "Anticonstitutionnellement",
    "Le conseil municipal de Saint-Malo parle de la pêche et de l’école avec tous ses voisins du port",
    "<script>alert('x')</script>",
    "Un titre. " * 400,
    "x" * 300,
    "",
    "   ",
    "日本 😀",
    "خبر اليوم",
    "שלום עולם",
]


def opened(jpeg: bytes) -> Image.Image:
    return Image.open(BytesIO(jpeg))


def ink_in(jpeg: bytes, box: Sequence[int], colour: str) -> bool:
    """Whether the colour is seen in a part of the cover: left, top, right, bottom."""
    wanted = bytes.fromhex(colour[1:])
    with opened(jpeg) as image:
        colours = image.crop((box[0], box[1], box[2], box[3])).getcolors(1 << 22)
    return any(max(abs(a - b) for a, b in zip(one, wanted, strict=True)) < 12 for _, one in colours)


HEAD, TITLE, DRAWING = (0, 200, 2000, 540), (0, 600, 3000, 1300), (0, 2100, 3000, 3000)


@pytest.mark.parametrize("title", TITLES)
def test_a_cover_is_what_directories_take(title: str) -> None:
    with opened(draw_cover(title, subtitle="Un sous-titre " * 20, date_line="x" * 200)) as image:
        assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (3000, 3000))
        assert "progressive" not in image.info


def test_the_same_title_gives_the_same_cover() -> None:
    assert draw_cover("Écho", size_px=1400) == draw_cover("Écho", size_px=1400)


def test_it_is_the_same_picture_at_any_size() -> None:
    title = "Le marché de nuit rallume le vieux centre"
    large, small = (opened(draw_cover(title, subtitle="Le port", size_px=size)) for size in (3000, 1500))
    apart = ImageStat.Stat(ImageChops.difference(large.resize(small.size), small)).mean
    assert max(apart) < 2


def test_another_title_gives_another_drawing() -> None:
    one, other = (opened(draw_cover(title, colours_of="Le port")) for title in ("Écho a", "Écho b"))
    assert one.crop(DRAWING).tobytes() != other.crop(DRAWING).tobytes()


def test_another_date_gives_another_cover() -> None:
    one, other = (draw_cover("Écho", date_line=f"lundi {day} mai 2024") for day in (13, 20))
    assert opened(one).crop(HEAD).tobytes() != opened(other).crop(HEAD).tobytes()


def test_an_episode_keeps_the_colours_of_its_show() -> None:
    show = "Mes articles"
    other = next(title for title in TITLES if palette_for(title) != palette_for(show))
    with opened(draw_cover(other, size_px=1400, colours_of=show)) as image:
        corner = image.getpixel((5, 5))
    assert isinstance(corner, tuple)
    wanted = bytes.fromhex(palette_for(show).ground[1:])
    assert all(abs(a - b) < 8 for a, b in zip(corner, wanted, strict=True))


def test_a_show_has_one_kind_of_drawing_and_shows_have_all_kinds() -> None:
    assert motif_for(digest("Le port")) is motif_for(digest("Le port"))
    assert {motif_for(digest(f"Émission {number}")) for number in range(60)} == set(MOTIFS)


def test_what_a_cover_has() -> None:
    jpeg, palette = draw_cover("Écho", subtitle="Le port"), palette_for("Écho")
    assert ink_in(jpeg, HEAD, palette.ink)
    assert ink_in(jpeg, TITLE, palette.ink)
    assert ink_in(jpeg, DRAWING, palette.spark)


@pytest.mark.parametrize("title", ["خبر اليوم 2024", "🎉", "  "])
def test_the_shows_title_stands_for_one_that_cannot_be_drawn(title: str) -> None:
    jpeg = draw_cover(title, subtitle="Le port", colours_of="Le port")
    palette = palette_for("Le port")
    assert ink_in(jpeg, TITLE, palette.ink)
    assert not ink_in(jpeg, HEAD, palette.ink)


def test_where_nothing_can_be_written_the_drawing_fills_the_cover() -> None:
    jpeg = draw_cover("שלום", subtitle="עולם")
    assert ink_in(jpeg, DRAWING, palette_for("שלום").spark)
    assert not ink_in(jpeg, (0, 0, 3000, 3000), palette_for("שלום").ink)


def test_a_cover_is_shrunk_for_the_mp3() -> None:
    small = shrink_cover(draw_cover(TITLES[3]))
    assert len(small) < 300_000
    with opened(small) as image:
        assert image.size == (1500, 1500)


def test_a_small_and_light_cover_is_left_as_it_is() -> None:
    with opened(COVER) as image:
        assert image.width < 3000
    assert shrink_cover(COVER, size_px=3000) == COVER


def test_a_cover_full_of_detail_is_brought_under_its_limit() -> None:
    noise = BytesIO()
    Image.effect_noise((1600, 1600), 40).convert("RGB").save(noise, "JPEG", quality=95)
    assert len(shrink_cover(noise.getvalue())) < 300_000


def test_a_cover_that_no_quality_makes_small() -> None:
    with pytest.raises(PublishError, match="cannot be made smaller than 100 bytes"):
        shrink_cover(COVER, max_bytes=100)

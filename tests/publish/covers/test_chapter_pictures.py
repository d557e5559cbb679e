from io import BytesIO

import pytest
from PIL import Image

from speakerine.publish.covers.chapter_pictures import draw_chapter_picture, draw_chapter_pictures
from speakerine.publish.covers.palette import palette_for
from tests.publish.covers.test_cover import TITLES

MANY = [f"La rubrique numéro {number} de ce long programme du samedi" for number in range(255)]


@pytest.mark.parametrize("title", TITLES)
def test_a_picture_is_square_and_light(title: str) -> None:
    png = draw_chapter_picture(title, "Le port", 3)
    assert len(png) < 25_000
    with Image.open(BytesIO(png)) as image:
        assert (image.format, image.size) == ("PNG", (600, 600))


def test_it_has_the_colours_of_its_show() -> None:
    palette = palette_for("Le port")
    with Image.open(BytesIO(draw_chapter_picture("Écho", "Le port", 1))) as image:
        colours = {colour for _, colour in image.convert("RGB").getcolors(600 * 600) or []}
    wanted = {tuple(bytes.fromhex(one[1:])) for one in (palette.ground, palette.ink, palette.spark)}
    assert wanted <= colours


def test_each_chapter_has_its_own() -> None:
    assert len(set(draw_chapter_pictures(["Le port", "Le port", "La mer"], "Écho"))) == 3


def test_it_is_the_same_each_time() -> None:
    assert draw_chapter_picture("Le port", "Écho", 1) == draw_chapter_picture("Le port", "Écho", 1)


@pytest.mark.parametrize("titles", [[], ["Le seul chapitre"]])
def test_the_cover_stands_for_a_single_chapter(titles: list[str]) -> None:
    assert draw_chapter_pictures(titles, "Le port") == ()


@pytest.mark.parametrize("show", ["Émission 0", "Émission 1", "Émission 2", "Émission 10"])
@pytest.mark.parametrize("count", [59, 119, 255])
def test_all_of_them_take_less_than_a_megabyte(show: str, count: int) -> None:
    assert sum(map(len, draw_chapter_pictures(MANY[:count], show))) < 1_000_000

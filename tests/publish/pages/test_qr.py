"""QR codes, read back by counting modules: what is drawn is what segno says the address is."""

import io

import segno
from lxml import etree

from speakerine.publish.pages.qr import render_qr, terminal_qr

ADDRESS = "https://exemple.fr/podcast/feed.xml"
SVG = "{http://www.w3.org/2000/svg}"


def test_the_picture_is_dark_on_white_with_its_quiet_zone() -> None:
    picture = etree.fromstring(render_qr(ADDRESS))
    side = segno.make_qr(ADDRESS, error="m").symbol_size(border=4)[0]
    assert (picture.tag, picture.get("viewBox")) == (f"{SVG}svg", f"0 0 {side} {side}")
    ground, code = picture.iter(f"{SVG}path")
    assert (ground.get("fill"), code.get("stroke")) == ("#fff", "#000")


def test_the_picture_is_the_address_s_own() -> None:
    assert render_qr(ADDRESS) == render_qr(ADDRESS)
    assert render_qr(ADDRESS) != render_qr(ADDRESS + "?")


def test_the_picture_brings_no_style_and_no_script() -> None:
    picture = render_qr(ADDRESS)
    assert b"style" not in picture
    assert b"script" not in picture


def test_the_terminal_s_has_two_rows_of_modules_in_a_line() -> None:
    code = segno.make_qr(ADDRESS, error="l")
    side = code.symbol_size(border=2)[0]
    lines = terminal_qr(ADDRESS).splitlines()
    assert (len(lines), {len(line) for line in lines}) == ((side + 1) // 2, {side})
    assert set("".join(lines)) <= set("█▀▄ ")


def test_the_terminal_s_is_white_where_there_is_nothing() -> None:
    code = segno.make_qr(ADDRESS, error="l")
    rows = [*code.matrix_iter(border=2)]
    drawn = terminal_qr(ADDRESS).splitlines()
    for y, row in enumerate(rows):
        light = "█▀" if y % 2 == 0 else "█▄"
        assert [drawn[y // 2][x] in light for x in range(len(row))] == [not dark for dark in row]


def test_an_address_with_any_character_is_drawn() -> None:
    assert io.StringIO(terminal_qr("http://[fe80::1]:8000/%C3%A9t%C3%A9/")).readline()

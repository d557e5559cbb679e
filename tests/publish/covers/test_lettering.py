import unicodedata

import pytest
from hypothesis import given

from speakerine.publish.covers.lettering import Setting, can_be_drawn, drawable, set_title, text_width
from tests.publish.strategies import any_text, law

WIDTH_PX, HEIGHT_PX = 2540, 1400


def setting(title: str) -> Setting:
    return set_title(title, width_px=WIDTH_PX, height_px=HEIGHT_PX, sizes_px=range(760, 150, -10))


def lines(title: str) -> list[str]:
    return [line.replace("\u00a0", "~") for line in setting(title).lines]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("La vie à la campagne", ["La~vie", "à~la~campagne"]),
        ("À voix haute : l’été", ["À~voix", "haute~:", "l’été"]),
        ("« Où va la Seine ? »", ["«~Où~va", "la~Seine~?~»"]),
        ("L’usine du port ferme le 1er mai", ["L’usine", "du~port", "ferme", "le~1er~mai"]),
        ("Le port a 300 voisins", ["Le~port", "a~300~voisins"]),
        ("Anticonstitutionnellement", ["Anticonstitu-", "tionnellement"]),
        ("Le président de la République", ["Le~président", "de~la~République"]),
        ("1789", ["1789"]),
    ],
)
def test_titles_are_cut_as_a_french_typographer_would(title: str, expected: list[str]) -> None:
    assert lines(title) == expected


def test_a_line_never_ends_on_a_small_word() -> None:
    title = "Une école de la côte où l’on apprend à lire dans la langue de ses parents et de ses voisins"
    small = {"une", "de", "la", "où", "à", "dans", "et", "ses", "on"}
    assert not small & {line.split("~")[-1].split(" ")[-1].lower() for line in lines(title)}


def test_a_title_that_says_little_is_large() -> None:
    assert setting("Écho").size_px == 760


def test_a_title_too_long_for_its_block_ends_with_an_ellipsis_after_a_word() -> None:
    last = setting("Les bateaux du port de pêche. " * 130).lines[-1].replace("\u00a0", " ")
    assert last.split(" ")[-1] in {"bateaux…", "port…", "pêche…"}


@pytest.mark.parametrize("title", ["x" * 300, "à " * 400, "<script>alert('é')</script>" * 20, "mot " * 1000])
def test_a_title_of_any_kind_has_lines(title: str) -> None:
    assert setting(title).lines


@pytest.mark.parametrize("title", ["", " ", "\u00a0", "日本", "🎉"])
def test_a_title_with_nothing_to_draw_has_none(title: str) -> None:
    assert setting(title) == Setting((), 160, 0)


@law
@given(any_text)
def test_no_line_leaves_its_block(title: str) -> None:
    found = setting(title)
    assert all(text_width(line, found.size_px) <= WIDTH_PX for line in found.lines)
    assert found.height_px <= HEIGHT_PX


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Œuvre, « ÿ » à Ÿ", "Œuvre, « ÿ » à Ÿ"),
        ("e\u0301te\u0301", "été"),
        ("№ 2ᵉ ₂", "No 2e 2"),
        ("日😀", ""),
        ("co\u00adopé\u200bration", "coopération"),
        ("a\u3000b\u2028c", "a b c"),
        ("12\u00a0%\u202f!", "12\u00a0%\u202f!"),
    ],
)
def test_what_the_font_cannot_draw_is_simplified(text: str, expected: str) -> None:
    assert drawable(text) == expected


@pytest.mark.parametrize("capital", "ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ")
def test_the_font_has_every_french_capital(capital: str) -> None:
    assert drawable(capital) == unicodedata.normalize("NFC", capital)
    assert can_be_drawn(capital)


@pytest.mark.parametrize("text", ["خبر اليوم 2024", "שלום עולם", "日本 à", "🎉", "", "  ", "?!"])
def test_another_script_cannot_be_drawn(text: str) -> None:
    assert not can_be_drawn(text)


@pytest.mark.parametrize("text", ["Tokyo, 東京", "1789", "À 🎉"])
def test_a_text_can_be_drawn_when_the_font_has_most_of_it(text: str) -> None:
    assert can_be_drawn(text)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speakerine.publish.plain import cut, cut_bytes, one_line, printable, typeset

from .strategies import any_text, law


def test_printable_drops_what_xml_cannot_hold() -> None:
    assert printable("a\x00b\x0bc\ud800d\ufffee\r\nf\rg") == "abcde\nf\ng"


def test_one_line_keeps_the_spaces_of_french_punctuation() -> None:
    assert one_line("  Quoi\u202f?\n Rien\u00a0! ") == "Quoi\u202f? Rien\u00a0!"


@pytest.mark.parametrize(
    ("text", "max_chars", "expected"),
    [("court", 10, "court"), ("un deux trois", 9, "un deux…"), ("anticonstitutionnel", 6, "antic…")],
)
def test_cut(text: str, max_chars: int, expected: str) -> None:
    assert cut(text, max_chars) == expected


@law
@given(any_text, st.integers(3, 60))
def test_cut_bytes_never_exceeds(text: str, max_bytes: int) -> None:
    assert len(cut_bytes(text, max_bytes).encode()) <= max_bytes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Oui »", "«\u00a0Oui\u00a0»"),
        ("Quoi ? Rien !", "Quoi\u00a0? Rien\u00a0!"),
        ("12 % et 3 €.", "12\u00a0% et 3\u00a0€."),
        ("voir :lien", "voir :lien"),
        ("14 000 €, le 12 2024", "14\u00a0000\u00a0€, le 12 2024"),
        ("Où ?!", "Où\u00a0?!"),
    ],
)
def test_typeset(text: str, expected: str) -> None:
    assert typeset(text) == expected


@law
@given(any_text)
def test_typeset_changes_spaces_only(text: str) -> None:
    assert typeset(text).replace("\u00a0", " ") == text.replace("\u00a0", " ")


def test_what_windows_wrote_and_latin_1_read_is_put_right() -> None:
    assert printable("l\x92\x8cuvre co\xfbte 3\xa0\x80\x7f \x81") == "l’Œuvre coûte 3\xa0€ "

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speakerine.publish.covers.line_breaks import Block, Piece, even_lines
from tests.publish.strategies import law


def block(text: str, count: int, widest: float = 1000.0) -> Block | None:
    """The words in that many lines, every letter, space and hyphen one em wide."""
    pieces = [Piece(word, float(len(word))) for word in text.split()]
    return even_lines(pieces, count, space=1, hyphen=1, widest=widest)


def lines(text: str, count: int) -> tuple[str, ...]:
    found = block(text, count)
    assert found
    return found.lines


def test_lines_are_of_about_one_length() -> None:
    assert lines("un deux trois quatre cinq six", 2) == ("un deux trois", "quatre cinq six")


def test_the_width_is_that_of_the_widest() -> None:
    found = block("un deux trois quatre cinq six", 2)
    assert found
    assert found.width == len("quatre cinq six")


def test_a_line_is_not_left_with_one_short_word() -> None:
    assert lines("aaaa bbbb cccc dd", 2)[-1] == "cccc dd"


def test_a_short_word_alone_on_its_line_is_a_blemish() -> None:
    found = block("aaaaaaaaaaaaaa dd", 2)
    assert found
    assert found.blemishes == 1


def test_a_word_is_cut_only_where_a_line_ends() -> None:
    pieces = [Piece("anti", 4, closes=False, mark="-"), Piece("gel", 3), Piece("vert", 4)]
    whole = even_lines(pieces, 1, space=1, hyphen=1, widest=99)
    parted = even_lines(pieces, 3, space=1, hyphen=1, widest=99)
    assert whole == Block(("antigel vert",), 12, 0)
    assert parted
    assert (parted.lines, parted.blemishes) == (("anti-", "gel", "vert"), 1)


@pytest.mark.parametrize("count", [1, 4])
def test_what_cannot_be_laid_out_is_none(count: int) -> None:
    assert block("trop long pour", count, widest=8) is None


@law
@given(st.lists(st.text("abcdé", min_size=1, max_size=9), min_size=1, max_size=12), st.data())
def test_no_word_is_lost_and_no_line_is_too_wide(words: list[str], data: st.DataObject) -> None:
    count = data.draw(st.integers(1, len(words)))
    widest = data.draw(st.integers(9, 60))
    found = block(" ".join(words), count, widest)
    if found:
        assert " ".join(found.lines).split() == words
        assert len(found.lines) == count
        assert max(map(len, found.lines)) == found.width <= widest

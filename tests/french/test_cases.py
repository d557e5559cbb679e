"""Every case of every class, as its data file has it."""

import pytest

from speakerine.french import verbalize
from tests.french.checks import DATA, check_same, check_spoken, read_cases

FILES = sorted(
    path for path in DATA.glob("*.tsv") if path.stem not in ("unchanged", "sentences", "languages")
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_class_is_spoken(path):
    wrong = []
    for written, spoken in read_cases(path):
        try:
            check_spoken(written, *spoken)
        except AssertionError as error:
            wrong.append(str(error).splitlines()[0])
    assert not wrong, "\n".join(wrong)


WIDTHS = {"a no-break space": "\u00a0", "a narrow one": "\u202f", "a thin one": "\u2009"}


@pytest.mark.parametrize("space", WIDTHS.values(), ids=WIDTHS)
def test_a_text_is_said_the_same_whatever_its_spaces(space):
    cases = [(written, written.replace(" ", space)) for path in FILES for written, _ in read_cases(path)]
    said = [(typeset, verbalize(typeset), verbalize(written)) for written, typeset in cases]
    assert [one for one in said if one[1].split() != one[2].split()] == []


def test_what_needs_no_change_is_unchanged():
    for written, _ in read_cases(DATA / "unchanged.tsv"):
        check_same(written)


def test_there_are_two_thousand_cases():
    assert sum(len(list(read_cases(path))) for path in FILES) >= 2000

"""Spaces of any width: read as one, and left where nothing is said otherwise."""

from hypothesis import given
from hypothesis import strategies as st

from speakerine.french import verbalize
from speakerine.french.spacing import one_width, spaced_as

NARROW, NO_BREAK = "\u202f", "\u00a0"


def test_marks_keep_the_spaces_that_the_text_has():
    assert verbalize(f"«{NO_BREAK}Le Dr Roy{NO_BREAK}» court 3 fois{NO_BREAK}!") == (
        f"«{NO_BREAK}Le docteur Roy{NO_BREAK}» court trois fois{NO_BREAK}!"
    )


def test_marks_of_two_widths_become_common_ones():
    assert spaced_as(f"a{NO_BREAK}: b{NARROW}!", "a : b !") == "a : b !"


def test_what_needs_no_change_keeps_every_space():
    written = f"Le{NARROW}maire (Marie CURIE) de{NO_BREAK}Lyon{NARROW}?"
    assert verbalize(written) == written


@given(st.text(alphabet=f"a1:» {NARROW}{NO_BREAK}\u2009\u2003\n"))
def test_one_width_changes_spaces_alone_and_no_length(text):
    common = one_width(text)
    assert len(common) == len(text)
    assert all(
        one == other or (one.isspace() and other == " ") for one, other in zip(text, common, strict=True)
    )

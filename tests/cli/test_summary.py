"""The bar that is drawn while articles are made."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr
from dataclasses import replace

import pytest

from speakerine.cli.summary import progress_over
from speakerine.pipeline import one_article
from speakerine.programme import Programme
from tests.test_pipeline import production
from tests.test_plan import shorts

Drawing = Callable[[Programme], Callable[[int, int], None]]


class Terminal(io.StringIO):
    """Where somebody watches."""

    def isatty(self) -> bool:
        return True


@contextmanager
def watching() -> Iterator[tuple[Terminal, Drawing]]:
    """A terminal, and the bar of two articles that is drawn there, ten parts for each."""
    with redirect_stderr(Terminal()) as drawn, progress_over(2, lambda _: 10, 20, hidden=False) as progress:
        yield drawn, progress


@pytest.fixture
def programmes(tmp_path) -> list[Programme]:
    """Two programmes of the same length."""
    studio = production(tmp_path)
    return [one_article(article, studio) for article in shorts("Caen", "Brest")]


def test_one_bar_is_for_all_articles(programmes):
    with watching() as (drawn, progress):
        progress(programmes[0])(1, 2)
        assert "25%" in drawn.getvalue()
        progress(programmes[1])(2, 2)
        assert "75%" in drawn.getvalue()


def test_an_article_that_was_given_an_identity_of_its_own_moves_it_too(programmes):
    own = replace(programmes[0], guid="told apart")
    with watching() as (drawn, progress):
        progress(own)(1, 2)
    assert "25%" in drawn.getvalue()


def test_the_line_is_left_to_what_comes_next_whatever_was_made(programmes):
    with watching() as (drawn, progress):
        progress(programmes[0])(1, 2)
    assert drawn.getvalue().count("\n") == 1


def test_where_nothing_is_made_nothing_is_drawn():
    with watching() as (drawn, _):
        pass
    assert drawn.getvalue() == ""

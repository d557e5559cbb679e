from datetime import UTC, datetime, timedelta, timezone, tzinfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speakerine.errors import ConfigError
from speakerine.script.selection import (
    WORDS_AROUND_EDITION,
    Left,
    Sort,
    Why,
    fit,
    order_articles,
    spoken_words,
)
from speakerine.types import Article, Paragraph


def article(title: str, words: int = 10, published: datetime | None = None) -> Article:
    return Article(title, (Paragraph("mot " * words),), published=published)


def titles(articles) -> list[str]:
    return [a.title for a in articles]


def day(number: int, zone: tzinfo | None = UTC) -> datetime:
    return datetime(2024, 5, number, 12, tzinfo=UTC).replace(tzinfo=zone)


def test_the_order_given_is_kept_by_default():
    assert titles(order_articles([article("b"), article("a")])) == ["b", "a"]


DATED = [
    article("2", published=day(2)),
    article("?"),
    article("3", published=day(3, None)),
    article("1", published=day(1)),
]


def test_by_date_the_oldest_is_first_and_what_has_no_date_last():
    assert titles(order_articles(DATED, "date")) == ["1", "2", "3", "?"]


def test_by_date_backwards_the_newest_is_first_and_what_has_no_date_last():
    assert titles(order_articles(DATED, "-date")) == ["3", "2", "1", "?"]


def test_dates_of_several_zones_are_compared_as_moments():
    paris = article("Paris", published=day(1, timezone(timedelta(hours=2))))
    utc = article("UTC", published=day(1))
    assert titles(order_articles([utc, paris], Sort.OLDEST)) == ["Paris", "UTC"]


def test_titles_are_in_dictionary_order():
    given_titles = ["Zoo", "« École » fermée", "étang", "Eau", "Œuf"]
    in_order = ["Eau", "« École » fermée", "étang", "Œuf", "Zoo"]
    assert titles(order_articles([article(t) for t in given_titles], "title")) == in_order


def test_by_length_the_shortest_is_first():
    assert titles(order_articles([article("long", 30), article("court", 3)], "length")) == ["court", "long"]


@pytest.mark.parametrize("sort", Sort)
def test_equal_articles_stay_as_they_were_given(sort):
    first, second = article("a", published=day(1)), article("a", published=day(1))
    found = order_articles([first, second], sort)
    assert found[0] is first
    assert found[1] is second


def test_an_order_that_is_none_is_refused_with_the_nearest():
    with pytest.raises(ConfigError, match="“dat”: did you mean “date”\\? The orders are: given, date, -date"):
        order_articles([], "dat")


def test_without_a_limit_all_are_chosen():
    assert titles(fit([article("a"), article("b")]).chosen) == ["a", "b"]


def test_the_same_article_is_read_once_and_it_is_told():
    a = article("a")
    assert fit([a, article("b"), a]).left == (Left(a, Why.DUPLICATE),)


def test_what_does_not_fit_is_left_and_what_is_shorter_after_it_is_taken():
    long = article("long", 400)
    found = fit([article("a"), long, article("b")], max_minutes=2, words_per_minute=100)
    assert titles(found.chosen) == ["a", "b"]
    assert found.left == (Left(long, Why.TOO_LONG),)


def test_an_article_fits_to_the_word():
    one = article("a", 100)
    minutes = float(spoken_words(one) + WORDS_AROUND_EDITION)
    assert fit([one], minutes, 1).chosen == (one,)
    assert fit([one], minutes - 1, 1).chosen == ()


@pytest.mark.parametrize(("minutes", "pace"), [(0, 165), (-1, 165), (5, 0)])
def test_no_time_is_refused(minutes, pace):
    with pytest.raises(ConfigError, match="more than 0"):
        fit([article("a")], minutes, pace)


articles = st.lists(st.builds(article, st.sampled_from("abcdefgh"), st.integers(1, 300)), max_size=20)


@given(articles, st.integers(1, 10))
def test_every_article_is_chosen_or_left_and_both_keep_the_order(found, minutes):
    selection = fit(found, minutes)
    chosen, left = iter(selection.chosen), iter(selection.left)
    pending_chosen, pending_left = next(chosen, None), next(left, None)
    for one in found:
        if one is pending_chosen:
            pending_chosen = next(chosen, None)
        else:
            assert pending_left is not None
            assert one is pending_left.article
            pending_left = next(left, None)
    assert pending_chosen is pending_left is None


@given(articles, st.sampled_from(list(Sort)))
def test_an_order_loses_nothing(found, sort):
    assert sorted(map(id, order_articles(found, sort))) == sorted(map(id, found))

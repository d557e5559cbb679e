"""How much goes together, as pure arithmetic."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speakerine.spread.batches import MOST_PIECES, Batch, Batches

BATCH_S = 0.5


def batches(pieces: list[int], width: int = 2) -> Batches[int]:
    """A piece here is its own size."""
    return Batches(pieces, BATCH_S, size=int, width=lambda: width)


def after(pace_s: float, pieces: list[int], width: int = 2) -> list[Batch[int]]:
    """The batches to come when the first four took so many seconds for each unit of size."""
    some = batches(pieces, width)
    coming = iter(some)
    for first in [next(coming) for _ in range(4)]:
        some.took(pace_s * first.size)
    return list(coming)


def test_before_any_is_done_pieces_go_alone():
    assert [len(batch.pieces) for batch in batches([100] * 50)] == [1] * 50


@pytest.mark.parametrize(
    ("pace_s", "together"), [(0.0001, MOST_PIECES), (0.0005, 10), (0.001, 5), (0.01, 1), (0.1, 1)]
)
def test_quick_pieces_go_together_slow_ones_alone(pace_s, together):
    assert len(after(pace_s, [100] * 1000)[0].pieces) == together


def test_a_long_piece_counts_for_many_short_ones():
    first, second, *_ = after(0.001, [*[100] * 4, *[50] * 8, 450, *[100] * 1000])
    assert (first.pieces, second.pieces) == ((50,) * 8, (450,))


def test_a_piece_that_was_kept_already_and_took_no_time_misleads_for_one_batch_at_most():
    assert max(len(batch.pieces) for batch in after(0.0, [100] * 1000)) == MOST_PIECES


def test_one_slow_beginning_does_not_count():
    some = batches([100] * 1000)
    coming = iter(some)
    for pace_s in [0.1, 0.1, *[0.0005] * 3]:
        some.took(pace_s * next(coming).size)
    assert len(next(coming).pieces) == 10


def test_towards_the_end_there_is_something_for_everybody():
    last = [len(batch.pieces) for batch in after(0.0005, [100] * 100, width=4)][-8:]
    assert sum(last) <= 100 / 4
    assert last[-4:] == [1] * 4


@given(
    pieces=st.lists(st.integers(0, 400), max_size=200),
    paces_s=st.lists(st.floats(1e-6, 1e-1), min_size=1, max_size=20),
    width=st.integers(1, 50),
)
def test_every_piece_goes_once_in_order_and_no_batch_takes_longer_than_its_time(pieces, paces_s, width):
    some = batches(pieces, width)
    gone: list[int] = []
    for number, batch in enumerate(some):
        gone += batch.pieces
        assert 1 <= len(batch.pieces) <= MOST_PIECES
        assert len(batch.pieces) == 1 or batch.size * min(paces_s) <= BATCH_S * 1.001
        some.took(paces_s[number % len(paces_s)] * batch.size)
    assert gone == pieces

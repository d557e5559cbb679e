"""Work done several at once, whose results come in its order."""

import threading
import time

from speakerine.turns import AHEAD, StoppedError, Turns


def test_results_come_in_the_order_of_the_work() -> None:
    with Turns[int](2) as turns:
        for number in range(6):
            turns.begin(str(number), lambda n=number: time.sleep(0.02 * (n % 2 == 0)) or n, lambda n: n)
        assert list(turns.rest()) == [0, 1, 2, 3, 4, 5]


def test_what_is_settled_waits_for_its_turn() -> None:
    with Turns[str](2) as turns:
        turns.begin("a", lambda: "made", str)
        turns.settle("there already")
        assert list(turns.rest()) == ["made", "there already"]


def test_a_result_is_made_by_whoever_takes_it() -> None:
    with Turns[tuple[int, int]](2) as turns:
        turns.begin("a", threading.get_ident, lambda worker: (worker, threading.get_ident()))
        ((worker, taker),) = turns.rest()
    assert worker != taker == threading.get_ident()


def test_one_at_a_time_needs_no_other_thread() -> None:
    with Turns[str](1) as turns:
        turns.begin("a", threading.get_ident, str)
        assert list(turns.rest()) == [str(threading.get_ident())]


def test_nothing_of_one_key_is_begun_before_the_first_is_taken() -> None:
    with Turns[str](2) as turns:
        for key in "abc":
            turns.begin(key, lambda k=key: k, str)
        assert list(turns.before("b")) == ["a", "b"]


def test_no_more_is_under_way_than_a_few_results_ahead() -> None:
    begun = []
    with Turns[int](2) as turns:
        taken = 0
        for number in range(40):
            turns.begin(str(number), lambda n=number: begun.append(n), lambda _: 0)
            taken += len(list(turns.due()))
            assert len(begun) <= taken + AHEAD * 2


def test_what_nobody_waits_for_is_told_to_stop() -> None:
    began, ended = threading.Event(), []

    def work() -> None:
        began.set()
        try:
            while True:
                turns.go_on()
                time.sleep(0.005)
        except StoppedError:
            ended.append("stopped")

    with Turns[None](2) as turns:
        turns.begin("a", work, lambda _: None)
        began.wait(10)
    assert ended == ["stopped"]

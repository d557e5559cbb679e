import threading
import time

import pytest

from speakerine.spread import serial, threads


@pytest.mark.parametrize("spread", [serial, threads(1), threads(3)])
def test_results_come_in_the_order_of_the_work(spread):
    assert list(spread(lambda n: n * n, range(20))) == [n * n for n in range(20)]


def test_threads_work_at_the_same_time():
    meeting = threading.Barrier(2, timeout=10)
    assert list(threads(2)(lambda n: (meeting.wait(), n)[1], [1, 2])) == [1, 2]


@pytest.mark.parametrize("spread", [serial, threads(2)])
def test_what_came_before_a_failure_is_given_before_it(spread):
    results = spread(lambda n: 6 // (3 - n), range(10))
    assert [next(results) for _ in range(3)] == [2, 3, 6]
    with pytest.raises(ZeroDivisionError):
        next(results)


def test_after_a_failure_the_work_not_yet_begun_is_dropped():
    begun = []

    def slow(n):
        begun.append(n)
        time.sleep(0.02)
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        list(threads(1)(slow, range(100)))
    assert len(begun) < 10

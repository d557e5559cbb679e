import math
import os
import threading
import time

import pytest

from speakerine.spread import processes, serial, threads


@pytest.mark.parametrize("spread", [serial, threads(1), threads(3), processes(1), processes(2)])
def test_results_come_in_the_order_of_the_work(spread):
    assert list(spread(math.factorial, range(100))) == [math.factorial(n) for n in range(100)]


def process_of(_work):
    return os.getpid()


def test_processes_are_others_and_not_begun_for_little():
    assert os.getpid() not in set(processes(2)(process_of, range(60)))
    assert set(processes(2, worth=100)(process_of, range(60))) == {os.getpid()}


def test_a_failure_in_a_process_is_told_here():
    with pytest.raises(ValueError, match="negative"):
        list(processes(2)(math.factorial, [1, -1]))


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

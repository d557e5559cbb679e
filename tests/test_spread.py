import itertools
import math
import os
import signal
import threading
import time

import pytest

from speakerine.errors import ClusterError
from speakerine.spread import open_local, processes, serial, threads
from speakerine.spread.local import AHEAD, BEGIN_AT


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


def test_work_is_taken_no_faster_than_its_results():
    taken = []

    def endless():
        for n in itertools.count():
            taken.append(n)
            yield n

    results = threads(2)(math.factorial, endless())
    assert [next(results) for _ in range(5)] == [1, 1, 2, 6, 24]
    assert len(taken) <= 5 + 2 * AHEAD
    results.close()


def test_who_waits_is_asked_whether_to_go_on():
    never = threading.Event()

    def stop():
        never.set()
        raise InterruptedError

    with open_local(2) as workers, pytest.raises(InterruptedError):
        list(workers.spread(lambda _: never.wait(60), [1], at_once=1, apart=False, go_on=stop))


def test_processes_are_begun_once_for_a_whole_run_and_for_much_work_only():
    with open_local(2) as workers:
        few = set(spread_apart(workers, range(3)))
        many = [set(spread_apart(workers, range(BEGIN_AT))) for _ in range(2)]
    assert few == {os.getpid()}
    assert os.getpid() not in many[0] | many[1]
    assert len(many[0] | many[1]) <= 2


def test_one_processor_begins_no_process():
    with open_local(1) as workers:
        assert set(spread_apart(workers, range(2 * BEGIN_AT))) == {os.getpid()}


def end_process(_work):
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_process_that_is_killed_is_one_clear_error():
    with open_local(2) as workers:
        list(spread_apart(workers, range(BEGIN_AT)))
        with pytest.raises(ClusterError, match="ended from outside"):
            list(spread_apart(workers, [1], end_process))


def spread_apart(workers, pieces, do=process_of):
    return workers.spread(do, pieces, at_once=2, apart=True, go_on=lambda: None)

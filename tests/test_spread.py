import itertools
import math
import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from speakerine.errors import ClusterError, EngineError
from speakerine.spread import open_local, processes
from speakerine.spread.local import BEGIN_AT
from speakerine.spread.order import Submitted, in_order


@pytest.fixture
def in_threads():
    """The results of what is done by so many threads, with so many pieces under way."""
    pools: list[ThreadPoolExecutor] = []

    def start(do, work, *, count=2, under_way=8, keep=lambda _: None):
        pools.append(ThreadPoolExecutor(count))
        return in_order(
            lambda piece: Submitted(pools[-1].submit(do, piece)), work, lambda: under_way, keep=keep
        )

    yield start
    for pool in pools:
        pool.shutdown()


def spread_over(workers, do, pieces, *, apart=False, keep=lambda _: None, go_on=lambda: None):
    return workers.spread(do, pieces, size=lambda _: 1, at_once=2, apart=apart, keep=keep, go_on=go_on)


@pytest.mark.parametrize("spread", [processes(1), processes(2)])
def test_results_come_in_the_order_of_the_work(spread):
    assert list(spread(math.factorial, range(100))) == [math.factorial(n) for n in range(100)]


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize("count", [1, 2])
def test_workers_give_results_in_the_order_of_the_work_and_keep_each(count, apart):
    kept: list[int] = []
    with open_local(count) as workers:
        results = list(spread_over(workers, math.factorial, range(100), apart=apart, keep=kept.append))
    assert results == [math.factorial(n) for n in range(100)]
    assert kept == results


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
    with open_local(2) as workers:
        assert list(spread_over(workers, lambda n: (meeting.wait(), n)[1], [1, 2])) == [1, 2]


def test_what_came_before_a_failure_is_given_before_it(in_threads):
    results = in_threads(lambda n: 6 // (3 - n), range(10))
    assert [next(results) for _ in range(3)] == [2, 3, 6]
    with pytest.raises(ZeroDivisionError):
        next(results)


def fails_at_70(n):
    if n == 70:
        raise EngineError("seventy")
    return n


@pytest.mark.parametrize("apart", [False, True])
def test_what_came_before_a_failure_in_the_same_batch_is_given_and_kept(apart):
    given, kept = [], []
    with open_local(2) as workers:
        results = spread_over(workers, fails_at_70, range(200), apart=apart, keep=kept.append)
        with pytest.raises(EngineError, match="seventy"):
            given.extend(results)
    assert kept[:70] == list(range(70))
    assert 70 not in kept


def test_the_cause_of_a_failure_comes_back_from_a_process():
    with open_local(2) as workers, pytest.raises(EngineError) as caught:
        list(spread_over(workers, fails_for_a_reason, range(BEGIN_AT), apart=True))
    assert "ZeroDivisionError" in "".join(caught.value.__notes__)


def fails_for_a_reason(_work):
    try:
        return 1 / 0
    except ZeroDivisionError as error:
        raise EngineError("no") from error


def test_after_a_failure_the_work_not_yet_begun_is_dropped(in_threads):
    begun = []

    def slow(n):
        begun.append(n)
        time.sleep(0.02)
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        list(in_threads(slow, range(100), count=1))
    assert len(begun) < 10


def test_work_is_taken_no_faster_than_its_results(in_threads):
    taken = []

    def endless():
        for n in itertools.count():
            taken.append(n)
            yield n

    results = in_threads(math.factorial, endless(), under_way=8)
    assert [next(results) for _ in range(5)] == [1, 1, 2, 6, 24]
    assert len(taken) <= 5 + 8
    results.close()


def test_what_is_there_when_nobody_wants_the_rest_is_kept(in_threads):
    kept, third_began, never = [], threading.Event(), threading.Event()

    def work(n):
        if n == 3:
            third_began.set()
            never.wait(60)
        return n

    results = in_threads(work, range(10), count=1, under_way=5, keep=kept.append)
    assert next(results) == 0
    third_began.wait(10)
    results.close()
    never.set()
    assert kept == [1, 2]


def test_who_waits_is_asked_whether_to_go_on():
    never = threading.Event()

    def stop():
        never.set()
        raise InterruptedError

    with open_local(2) as workers, pytest.raises(InterruptedError):
        list(spread_over(workers, lambda _: never.wait(60), [1], go_on=stop))


def test_who_works_here_is_asked_between_two_pieces():
    done, asked = [], iter([True, True, False])

    def stop():
        if not next(asked):
            raise InterruptedError

    with open_local(1) as workers, pytest.raises(InterruptedError):
        list(spread_over(workers, done.append, range(5), apart=True, go_on=stop))
    assert done == [0, 1]


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


def end_process_at_150(once_there, n):
    if n == 150:
        end_s = time.monotonic() + 30
        while not once_there.exists() and time.monotonic() < end_s:
            time.sleep(0.01)
        os.kill(os.getpid(), signal.SIGKILL)
    return n


def test_a_process_that_is_killed_is_one_clear_error_and_what_came_before_is_kept(tmp_path):
    kept, hundred_kept = [], tmp_path / "hundred-kept"

    def keep(n):
        kept.append(n)
        if n == 99:
            hundred_kept.touch()

    work = partial(end_process_at_150, hundred_kept)
    with open_local(2) as workers, pytest.raises(ClusterError, match="ended from outside"):
        list(spread_over(workers, work, range(200), apart=True, keep=keep))
    assert kept[:100] == list(range(100))
    assert 150 not in kept


def spread_apart(workers, pieces, do=process_of):
    return spread_over(workers, do, pieces, apart=True)

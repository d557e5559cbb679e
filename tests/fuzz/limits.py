"""What a reader may take at most, in a process of its own: time a case, and memory in all."""

from __future__ import annotations

import faulthandler
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import FrameType

MOST_S_A_CASE = 10
"""Of the processor: a machine that is busy with other work makes no case hang."""

MOST_BYTES_MORE = 1_500_000_000
"""Over what the process has when its modules are loaded: address space, which is more than memory."""

_STUCK_IN_C_S = 3 * MOST_S_A_CASE
_WAITS_S = 300
"""For what takes no time of the processor, and does not come back."""

_STDERR = 2


class HangError(BaseException):
    """A case that takes too long; nothing that a reader catches."""


def bound_memory() -> None:
    """From here on this process is refused more memory: what asks for it gets a MemoryError."""
    now_bytes = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    most_bytes = now_bytes + MOST_BYTES_MORE
    resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))


@contextmanager
def bounded_time() -> Iterator[None]:
    """Raises HangError after MOST_S_A_CASE; ends the process, with its stack, where C code never returns.

    Timers alone: a watching thread a case takes a millisecond, which is more than most cases do.
    """
    _set_alarms()
    for timer, most_s in _TIMERS.items():
        signal.setitimer(timer, most_s)
    try:
        yield
    finally:
        for timer in _TIMERS:
            signal.setitimer(timer, 0)


_TIMERS = {
    signal.ITIMER_VIRTUAL: MOST_S_A_CASE,
    signal.ITIMER_PROF: _STUCK_IN_C_S,
    signal.ITIMER_REAL: _WAITS_S,
}


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise HangError(f"it takes over {MOST_S_A_CASE} s")


@cache
def _set_alarms() -> None:
    """SIGPROF shows the stack, whatever runs, and goes on to what it does by default: it ends the process."""
    signal.signal(signal.SIGVTALRM, _stop)
    signal.signal(signal.SIGALRM, _stop)
    faulthandler.register(signal.SIGPROF, file=_STDERR, chain=True)

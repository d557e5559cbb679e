"""What a reader may take at most, in a process of its own: time a case, and memory in all."""

from __future__ import annotations

import faulthandler
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

MOST_S_A_CASE = 10
MOST_BYTES_MORE = 1_500_000_000
"""Over what the process has when its modules are loaded: address space, which is more than memory."""

_STUCK_IN_C_S = 3 * MOST_S_A_CASE


class HangError(BaseException):
    """A case that takes too long; nothing that a reader catches."""


def bound_memory() -> None:
    """From here on this process is refused more memory: what asks for it gets a MemoryError."""
    now_bytes = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    most_bytes = now_bytes + MOST_BYTES_MORE
    resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))


@contextmanager
def bounded_time() -> Iterator[None]:
    """Raises HangError after MOST_S_A_CASE; ends the process, with its stack, where C code never returns."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise HangError(f"it takes over {MOST_S_A_CASE} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, MOST_S_A_CASE)
    faulthandler.dump_traceback_later(_STUCK_IN_C_S, exit=True, file=sys.__stderr__)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)

"""Memory that sound has used is kept for the next block, where the C library would give it back each time."""

from __future__ import annotations

import ctypes
from contextlib import suppress
from functools import cache

KEPT_BYTES = 64 << 20
"""Freed memory that a process keeps; sound in blocks of ten seconds needs less."""
LARGEST_KEPT_BYTES = 16 << 20
"""A longer piece than this is a mapping of its own, given back when it is freed."""
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3


@cache
def keep_freed_memory() -> None:
    """Have glibc keep what is freed, once for the process; elsewhere nothing changes.

    Each block of sound is new memory, which the system clears page by page: some three hundredths of the
    time that an article takes. Source: mallopt(3).
    """
    with suppress(OSError, AttributeError, TypeError):  # another C library, or none that can be asked
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_M_TRIM_THRESHOLD, KEPT_BYTES)
        mallopt(_M_MMAP_THRESHOLD, LARGEST_KEPT_BYTES)

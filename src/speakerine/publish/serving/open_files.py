"""How many files and connections a process may have open: few, on many systems, until it asks for more."""

from __future__ import annotations


def let_open(wanted: int) -> int:
    """Ask the system for so many; return how many it lets, which is fewer where it allows no more."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return wanted
    unlimited = resource.RLIM_INFINITY
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == unlimited or soft >= wanted:
        return wanted
    allowed = wanted if hard == unlimited else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
    return allowed

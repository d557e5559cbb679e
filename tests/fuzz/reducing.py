"""A case made as small as it can be while it still breaks its reader in the same place."""

from __future__ import annotations

import time
from collections.abc import Callable

MOST_S = 60


def reduced(data: bytes, breaks: Callable[[bytes], bool]) -> bytes:
    """Return the bytes without every piece that the fault does not need; halves first, single bytes last."""
    ends_s = time.monotonic() + MOST_S
    piece = len(data) // 2
    while piece and time.monotonic() < ends_s:
        at, shorter = 0, data
        while at < len(shorter) and time.monotonic() < ends_s:
            tried = shorter[:at] + shorter[at + piece :]
            shorter, at = (tried, at) if breaks(tried) else (shorter, at + piece)
        piece = piece // 2 if shorter == data else min(piece, len(shorter) // 2)
        data = shorter
    return data

"""How pytest-xdist spreads the tests: file by file, and apart what one machine cannot do at once."""

from __future__ import annotations

from xdist.scheduler import LoadFileScheduling

_OWN_NETWORK = ("tests/cluster/test_hosts.py", "tests/publish/browser/")
"""The first make networks; Chromium drops what it is loading (ERR_NETWORK_CHANGED) when one appears."""

_LONG = (
    "tests/test_manuscripts.py",
    "tests/test_wheel.py",
    "tests/reliability/test_no_room.py",
    "tests/cluster/test_cluster.py",
    "tests/reliability/test_killed.py",
    "tests/fuzz/test_fuzz.py",
)
"""Files of few tests that take long each, the longest last: it goes to the head last."""


class OneNetworkScheduling(LoadFileScheduling):
    """As `--dist loadfile`, but what makes networks and what minds them are for one process, in turn."""

    def _split_scope(self, nodeid: str) -> str:
        return "network" if nodeid.startswith(_OWN_NETWORK) else super()._split_scope(nodeid)

    def schedule(self) -> None:
        """By the number of tests, as xdist does, but the long files first: none is left for the end."""
        super().schedule()
        for name in _LONG:
            if name in self.workqueue:
                self.workqueue.move_to_end(name, last=False)

"""How pytest-xdist spreads the tests: file by file, and apart what one machine cannot do at once."""

from __future__ import annotations

from xdist.scheduler import LoadFileScheduling

_OWN_NETWORK = ("tests/cluster/test_hosts.py", "tests/publish/browser/")
"""The first make networks; Chromium drops what it is loading (ERR_NETWORK_CHANGED) when one appears."""


class OneNetworkScheduling(LoadFileScheduling):
    """As `--dist loadfile`, but what makes networks and what minds them are for one process, in turn."""

    def _split_scope(self, nodeid: str) -> str:
        return "network" if nodeid.startswith(_OWN_NETWORK) else super()._split_scope(nodeid)

"""A connection to a Dask scheduler, quiet, and never waited for longer than a few seconds."""

from __future__ import annotations

import importlib
import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

from speakerine.errors import ClusterError
from speakerine.spread.local import cores

if TYPE_CHECKING:
    from distributed import Client

LOCAL = "local"
"""Instead of an address: workers of this machine, for as long as the run lasts."""

CONNECT_S = 5.0
"""How long a scheduler may take to answer."""

FIRST_WORKER_S = 10.0
"""How long the first worker may take to be there, when the scheduler is."""

_CLOSE_S = 2.0
_SILENT = ("distributed", "tornado", "asyncio")
_OWN_WORKERS: dict[str, object] = {
    "distributed.admin.system-monitor.interval": "2s",
    "distributed.admin.tick.interval": "1s",
    "distributed.nanny.pre-spawn-environ": {},  # or memory goes back to the system after every call
    "distributed.worker.memory.monitor-interval": "1s",
    "distributed.worker.profile.enabled": False,
}
"""By default Dask looks after its workers so often that it takes a tenth of a processor."""

_SETTINGS = {
    "distributed.comm.timeouts.connect": f"{CONNECT_S:.0f}s",
    "distributed.comm.timeouts.tcp": "15s",
    **_OWN_WORKERS,
    "logging": dict.fromkeys(_SILENT, "critical"),
}


@contextmanager
def connected(address: str) -> Iterator[Client]:
    """A client of the scheduler at that address, or of a cluster of this machine's own.

    Raises:
        ClusterError: Dask is not installed, or no scheduler with a worker answers at the address.
    """
    if find_spec("distributed") is None:
        raise ClusterError("Work on a cluster needs Dask: pip install 'speakerine[cluster]'.")
    import dask

    importlib.import_module("distributed")  # its own settings first, or they would go with ours
    with dask.config.set(_SETTINGS):
        _be_silent()
        with _own_cluster() if address == LOCAL else _client(address) as client:
            yield client


def _be_silent() -> None:
    """Keep what Dask and those under it log from the terminal: what matters is raised."""
    for name in [*_SILENT, *logging.root.manager.loggerDict]:
        if name.split(".")[0] in _SILENT:
            logging.getLogger(name).setLevel(logging.CRITICAL)


@contextmanager
def _own_cluster() -> Iterator[Client]:
    from distributed import LocalCluster

    with (
        LocalCluster(
            n_workers=cores(), threads_per_worker=1, dashboard_address=":0", silence_logs=logging.CRITICAL
        ) as cluster,
        _client(cluster.scheduler_address) as client,
    ):
        yield client


@contextmanager
def _client(address: str) -> Iterator[Client]:
    from distributed import Client

    _check_answers(address)
    try:
        client = Client(address, timeout=CONNECT_S, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(_no_scheduler(address, error)) from error
    try:
        _await_worker(client, address)
        yield client
    finally:
        client.close(timeout=_CLOSE_S)


def _check_answers(address: str) -> None:
    """Find out in time whether anything of Dask's is there: its client waits for ever for what says nothing.

    A scheduler speaks first. Over TLS that takes keys, which only the client has.
    """
    from distributed.comm.addressing import get_address_host_port, parse_address

    try:
        scheme, _ = parse_address(address)
        host, port = get_address_host_port(address, strict=True)
    except ValueError as error:
        raise ClusterError(
            f"“{address}” is no address of a cluster: write tcp://HOST:8786, or {LOCAL}."
        ) from error
    if scheme != "tcp":
        return
    try:
        with socket.create_connection((host, port), CONNECT_S) as connection:
            if not connection.recv(1):
                raise ClusterError(_no_scheduler(address, "what is there is no scheduler"))
    except OSError as error:
        raise ClusterError(_no_scheduler(address, error)) from error


def _no_scheduler(address: str, why: object) -> str:
    return (
        f"No Dask scheduler answers at {address} ({why}): start one there with dask scheduler, "
        "or correct the address."
    )


def _await_worker(client: Client, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=FIRST_WORKER_S)
    except TimeoutError as error:
        raise ClusterError(no_worker(address)) from error


def no_worker(address: str) -> str:
    """What to say where a cluster has none."""
    return f"The cluster at {address} has no worker: start some with dask worker {address}."

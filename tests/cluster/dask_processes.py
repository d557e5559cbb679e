"""Real Dask processes, on loopback or on hosts of their own: a scheduler and workers, each a program."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

Process = subprocess.Popen[bytes]

BEGIN_S = 60
"""How long a process may take to begin on a busy machine."""


@dataclass(frozen=True)
class Where:
    """The address that a process listens at, what its command begins with, and what its environment adds."""

    address: str = "127.0.0.1"
    enter: Sequence[str] = ()
    environment: Mapping[str, str] = field(default_factory=dict)


HERE = Where()


@dataclass
class DaskProcesses:
    """Those that a test began; each is killed at its end, if it still runs."""

    folder: Path
    begun: list[Process] = field(default_factory=list)

    def scheduler(self, where: Where = HERE) -> tuple[str, Process]:
        """The address of a scheduler, and its process."""
        told = self.folder / f"scheduler{len(self.begun)}.json"
        process = self._begin(where, "scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", told)
        end_s = time.monotonic() + BEGIN_S
        while not told.exists() or not told.read_text():
            assert process.poll() is None, "the scheduler did not begin"
            assert time.monotonic() < end_s, "the scheduler takes too long to begin"
            time.sleep(0.05)
        return json.loads(told.read_text())["address"], process

    def cluster(self, worker_count: int) -> tuple[str, Process, list[Process]]:
        """The address of a scheduler, its process, and those of its workers, who are all there."""
        address, scheduler = self.scheduler()
        workers = [self.worker(address) for _ in range(worker_count)]
        await_workers(address, worker_count)
        return address, scheduler, workers

    def worker(self, address: str, where: Where = HERE) -> Process:
        """The process of a worker of one thread."""
        return self._begin(
            where, "worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard",
            "--local-directory", self.folder,
        )  # fmt: skip

    def kill_all(self) -> None:
        for process in self.begun:
            process.kill()
            process.wait()

    def _begin(self, where: Where, what: str, *arguments: object) -> Process:
        command = [*where.enter, sys.executable, "-m", f"distributed.cli.dask_{what}"]
        process = subprocess.Popen(
            [*command, "--host", where.address, *map(str, arguments)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **where.environment},
        )
        self.begun.append(process)
        return process


def await_workers(address: str, count: int) -> None:
    """Wait until so many workers are there."""
    from distributed import Client

    with Client(address, timeout=BEGIN_S, set_as_default=False) as client:
        client.wait_for_workers(count, timeout=BEGIN_S)

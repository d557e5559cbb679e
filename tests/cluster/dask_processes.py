"""Real Dask processes on loopback: a scheduler and workers, each a program of its own."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

Process = subprocess.Popen[bytes]

BEGIN_S = 60
"""How long a process may take to begin on a busy machine."""


@dataclass
class DaskProcesses:
    """Those that a test began; each is killed at its end, if it still runs."""

    folder: Path
    begun: list[Process] = field(default_factory=list)

    def scheduler(self) -> tuple[str, Process]:
        """The address of a scheduler, and its process."""
        told = self.folder / f"scheduler{len(self.begun)}.json"
        process = self._begin(
            "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", told
        )
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

    def worker(self, address: str, environment: Mapping[str, str] | None = None) -> Process:
        """The process of a worker of one thread."""
        return self._begin(
            "worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1",
            "--local-directory", self.folder, environment=environment,
        )  # fmt: skip

    def kill_all(self) -> None:
        for process in self.begun:
            process.kill()
            process.wait()

    def _begin(self, what: str, *arguments: object, environment: Mapping[str, str] | None = None) -> Process:
        process = subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.dask_{what}", *map(str, arguments)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **(environment or {})},
        )
        self.begun.append(process)
        return process


def await_workers(address: str, count: int) -> None:
    """Wait until so many workers are there."""
    from distributed import Client

    with Client(address, timeout=BEGIN_S, set_as_default=False) as client:
        client.wait_for_workers(count, timeout=BEGIN_S)

"""A cluster of three hosts, each with a network of its own; this one, the client, is a fourth.

They are network namespaces behind a bridge, which takes root: elsewhere these tests are skipped.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import boto3
import pytest

from speakerine.engines.clips import ClipCache
from speakerine.engines.shared_clips import open_clips
from speakerine.engines.speaking import Booth, fitness, speak_all
from speakerine.errors import ClusterError
from speakerine.spread import cluster, dask_client
from speakerine.spread.cluster import open_cluster
from speakerine.spread.order import LOOK_S
from tests.cluster.dask_processes import DaskProcesses, Where, await_workers
from tests.cluster.hosts import Host, open_hosts
from tests.cluster.s3_server import running_s3

pytest.importorskip("distributed", reason="needs the extra cluster")

SILENCE_S = 11
"""After so long without an answer a host counts as lost: the least that Dask takes; its own is 30."""

TTL_S = 5
"""After so long without a heartbeat a worker counts as lost to the scheduler; Dask's own is 300."""


@dataclass(frozen=True)
class Machines:
    """A host with the scheduler and two with a worker each; `here` is this one's address among them."""

    scheduler: Host
    workers: list[Host]
    here: str

    def begin(self, processes: DaskProcesses, **environment: str) -> str:
        """The scheduler's address, once both workers are there."""
        told = {
            "DASK_DISTRIBUTED__COMM__TIMEOUTS__TCP": f"{SILENCE_S}s",
            "DASK_DISTRIBUTED__SCHEDULER__WORKER_TTL": f"{TTL_S}s",
            **environment,
        }
        on, *others = (Where(host.address, host.enter, told) for host in (self.scheduler, *self.workers))
        address, _ = processes.scheduler(on)
        for other in others:
            processes.worker(address, other)
        await_workers(address, len(others))
        return address


@pytest.fixture
def machines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machines]:
    monkeypatch.setitem(dask_client._SETTINGS, "distributed.comm.timeouts.tcp", f"{SILENCE_S}s")
    monkeypatch.setattr(cluster, "WORKERLESS_S", 0.5)
    with open_hosts(3) as (hosts, (scheduler, *workers)):
        yield Machines(scheduler, workers, hosts.bridge_address)


@pytest.fixture
def processes(machines: Machines, tmp_path: Path) -> Iterator[DaskProcesses]:
    """As `dask_processes`, ended before their hosts are."""
    begun = DaskProcesses(tmp_path)
    yield begun
    begun.kill_all()


def speak(address, wanted, clips, told: Callable[[int, int], None] = lambda _done, _total: None) -> int:
    with open_cluster(address, fitness({segment.voice for segment in wanted}), print) as workers:
        return speak_all(wanted, Booth(workers, clips, Path("no cache is needed")), told)


def at_the_fifth(wanted, do: Callable[[], None]) -> Callable[[int, int], None]:
    """Does it once, when five segments are spoken."""
    left, size = [do], sum(len(segment.spoken) for segment in wanted[:5])

    def told(done: int, _total: int) -> None:
        if done >= size and left:
            left.pop()()

    return told


def test_clips_come_from_other_hosts(machines, processes, segments, clips):
    address = machines.begin(processes)
    wanted = segments(12)
    assert speak(address, wanted, clips) == 12
    assert all(clips.get(segment.key) for segment in wanted)


def test_clips_come_over_a_slow_line_each_of_which_takes_longer_than_anybody_waits(
    machines, processes, segments, clips
):
    address = machines.begin(processes)
    machines.scheduler.slow_down("2mbit")
    assert speak(address, segments(4), clips) == 4
    assert clips.size_bytes() / 4 > LOOK_S * 2_000_000 / 8


def test_what_a_host_was_at_whose_cable_is_pulled_is_spoken_by_another(machines, processes, segments, clips):
    address = machines.begin(processes)
    wanted = segments(60)
    assert speak(address, wanted, clips, at_the_fifth(wanted, machines.workers[0].cut)) == 60
    assert all(clips.get(segment.key) for segment in wanted)


def test_where_every_worker_is_cut_off_it_is_said_and_what_was_spoken_is_kept(
    machines, processes, segments, clips
):
    address = machines.begin(processes)
    wanted = segments(60)

    def cut() -> None:
        for host in machines.workers:
            host.cut()

    with pytest.raises(ClusterError, match=f"The cluster at {address} has no worker"):
        speak(address, wanted, clips, at_the_fifth(wanted, cut))
    assert 5 <= clips.count() < 60


def test_where_the_scheduler_is_cut_off_it_is_said_and_what_was_spoken_is_kept(
    machines, processes, segments, clips
):
    address = machines.begin(processes)
    wanted = segments(60)
    with pytest.raises(ClusterError, match=f"The Dask scheduler at {address} was lost"):
        speak(address, wanted, clips, at_the_fifth(wanted, machines.scheduler.cut))
    assert 5 <= clips.count() < 60


@pytest.fixture
def bucket(machines: Machines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The environment in which every host finds a bucket called clips, and a client of it."""
    pytest.importorskip("s3fs", reason="needs the extra s3")
    with running_s3(machines.here) as environment:
        monkeypatch.setenv("HOME", str(tmp_path))
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        client = boto3.client("s3")
        client.create_bucket(Bucket="clips")
        yield environment, client


def test_hosts_share_their_clips_in_a_bucket_though_one_is_cut_off(
    machines, processes, bucket, segments, tmp_path: Path
):
    environment, client = bucket
    address = machines.begin(processes, **environment)
    wanted, mine = segments(60), open_clips(tmp_path / "mine", "s3://clips/speakerine")
    assert speak(address, wanted, mine, at_the_fifth(wanted, machines.workers[1].cut)) == 60
    listed = client.list_objects_v2(Bucket="clips")["Contents"]
    assert {Path(entry["Key"]).stem for entry in listed} == {segment.key for segment in wanted}
    assert ClipCache(tmp_path / "mine").count() == 0
    assert speak(address, wanted, open_clips(tmp_path / "yours", "s3://clips/speakerine")) == 0

"""Real Dask, real processes, real speech: what a cluster gives, and what is said when it fails."""

import signal
import socket
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from speakerine.engines.clips import ClipCache
from speakerine.engines.shared_clips import SharedClips, open_clips
from speakerine.engines.speaking import Booth, fitness, speak_all
from speakerine.errors import ClusterError, EngineError
from speakerine.spread import open_local
from speakerine.spread.cluster import open_cluster
from speakerine.types import Segment
from tests.cluster.dask_processes import Where, await_workers

pytest.importorskip("distributed", reason="needs the extra cluster")

PICO_VARIES = 1.12
"""The same words, said twice by Pico, are not the same bytes, and one may be so much longer."""

OLDER_SPEAKERINE = Path(__file__).parent / "older"


def nothing(*_told: object) -> None:
    """Hears, and does nothing."""


def speak(address, wanted, clips, *, told=nothing, warn=nothing) -> int:
    voices = {segment.voice for segment in wanted}
    with open_cluster(address, fitness(voices), warn) as workers:
        return speak_all(wanted, Booth(workers, clips, Path("no cache is needed")), told)


def durations_ms(wanted: list[Segment], clips) -> list[int]:
    return [clips.sound(segment.key).duration_ms for segment in wanted]


def test_a_cluster_gives_the_clips_that_one_machine_alone_gives(
    dask_processes, segments, clips, tmp_path: Path
):
    address, _, _ = dask_processes.cluster(2)
    wanted, alone = segments(20), ClipCache(tmp_path / "alone")
    with open_local(1) as workers:
        speak_all(wanted, Booth(workers, alone, tmp_path), nothing)
    assert speak(address, wanted, clips) == 20
    both = zip(durations_ms(wanted, clips), durations_ms(wanted, alone), strict=True)
    assert all(1 / PICO_VARIES < there_ms / here_ms < PICO_VARIES for there_ms, here_ms in both)


def test_clips_come_in_the_order_of_their_segments(dask_processes, segments, clips):
    address, _, _ = dask_processes.cluster(2)
    wanted, told = segments(12), []
    speak(address, wanted, clips, told=lambda done, _total: told.append(done))
    lengths = [len(segment.spoken) for segment in wanted]
    assert told == [sum(lengths[:count]) for count in range(13)]


def test_workers_keep_what_they_speak_where_all_share_it(dask_processes, segments, tmp_path: Path):
    address, _, _ = dask_processes.cluster(1)
    shared = f"file://{tmp_path / 'shared'}"
    wanted = segments(4)
    assert speak(address, wanted, open_clips(tmp_path / "mine", shared)) == 4
    assert ClipCache(tmp_path / "mine").count() == 0
    assert speak(address, wanted, open_clips(tmp_path / "yours", shared)) == 0
    assert all(SharedClips(shared).get(segment.key) for segment in wanted)


def test_what_was_spoken_before_a_text_that_cannot_be_is_kept(dask_processes, segments, clips):
    address, _, _ = dask_processes.cluster(2)
    wanted = segments(40)
    wanted[30] = replace(wanted[30], spoken="漢字")
    with pytest.raises(EngineError, match="cannot read « 漢字 »"):
        speak(address, wanted, clips)
    assert all(clips.get(segment.key) for segment in wanted[:30])


def test_what_a_killed_worker_was_at_is_spoken_by_another(dask_processes, segments, clips):
    address, _, (doomed, _) = dask_processes.cluster(2)
    wanted = segments(150)

    def kill_at_the_tenth(done: int, _total: int) -> None:
        if done > sum(len(segment.spoken) for segment in wanted[:10]):
            doomed.kill()

    assert speak(address, wanted, clips, told=kill_at_the_tenth) == 150
    assert min(durations_ms(wanted, clips)) > 1000
    assert doomed.wait() == -signal.SIGKILL


def test_a_scheduler_lost_in_the_middle_is_one_clear_error_and_what_was_spoken_is_kept(
    dask_processes, segments, clips
):
    address, scheduler, _ = dask_processes.cluster(1)
    wanted = segments(150)

    def kill_at_the_tenth(done: int, _total: int) -> None:
        if done > sum(len(segment.spoken) for segment in wanted[:10]):
            scheduler.kill()

    with pytest.raises(ClusterError, match=f"scheduler at {address} was lost.*are kept"):
        speak(address, wanted, clips, told=kill_at_the_tenth)
    assert clips.count() >= 10


def test_a_worker_of_another_version_is_left_out_by_name(dask_processes, segments, clips):
    address, _, _ = dask_processes.cluster(1)
    dask_processes.worker(address, Where(environment={"PYTHONPATH": str(OLDER_SPEAKERINE)}))
    await_workers(address, 2)
    warned: list[str] = []
    assert speak(address, segments(8), clips, warn=warned.append) == 8
    (only,) = warned
    assert "is left out: speakerine 0.0.1 is installed there" in only


def test_where_every_worker_is_of_another_version_the_error_says_which(dask_processes, segments, clips):
    address, _ = dask_processes.scheduler()
    dask_processes.worker(address, Where(environment={"PYTHONPATH": str(OLDER_SPEAKERINE)}))
    await_workers(address, 1)
    with pytest.raises(
        ClusterError, match=r"No worker .* can do this work .*speakerine 0\.0\.1 is installed"
    ):
        speak(address, segments(1), clips)


def test_a_worker_without_the_voice_is_told_by_the_voice(dask_processes, segments, clips):
    address, _, _ = dask_processes.cluster(1)
    elsewhere = [replace(segment, engine_version="py-nanotts 9") for segment in segments(1)]
    voices = tuple((segment.voice, segment.engine_version) for segment in elsewhere)
    ask = partial(fitness([]).func, voices, *fitness([]).args[1:])
    with (
        pytest.raises(ClusterError, match=r"the voice “nicole” is py-nanotts .* there, py-nanotts 9 here"),
        open_cluster(address, ask, nothing),
    ):
        pass


def test_a_cluster_without_workers_says_how_to_start_some(dask_processes):
    address, _ = dask_processes.scheduler()
    with pytest.raises(ClusterError, match=f"no worker: start some with dask worker {address}"):
        speak_nothing(address)


def speak_nothing(address: str) -> None:
    with open_cluster(address, str, nothing):
        pass


def test_no_cluster_at_the_address_is_said_so():
    with socket.create_server(("127.0.0.1", 0)) as closed:
        address = "tcp://{}:{}".format(*closed.getsockname())
    with pytest.raises(ClusterError, match=f"No Dask scheduler answers at {address}"):
        speak_nothing(address)


def test_what_answers_without_a_word_is_no_scheduler():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = "tcp://{}:{}".format(*silent.getsockname())
        with pytest.raises(ClusterError, match=f"No Dask scheduler answers at {address}"):
            speak_nothing(address)


@pytest.mark.parametrize("address", ["", "cluster", "tcp://", "http://127.0.0.1:8786", "gopher://x:1"])
def test_what_is_no_address_is_said_to_be_none(address):
    with pytest.raises(ClusterError, match="is no address of a cluster: write tcp://HOST:8786, or local"):
        speak_nothing(address)


def test_local_is_a_cluster_of_this_machine(segments, clips):
    assert speak("local", segments(6), clips) == 6
    assert clips.count() == 6

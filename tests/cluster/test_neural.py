"""The neural voice on a cluster; docs/scale.md has its figures."""

from pathlib import Path

import pytest

from speakerine.config import load_voices
from speakerine.engines.base import engine_version
from speakerine.engines.speaking import Booth, fitness, speak_all
from speakerine.errors import ClusterError
from speakerine.settings import Show
from speakerine.spread.cluster import open_cluster
from speakerine.types import Segment
from tests.cluster.dask_processes import Where, await_workers

pytest.importorskip("distributed", reason="needs the extra cluster")
pytest.importorskip("kokoro_onnx", reason="needs the extra neural")
pytestmark = pytest.mark.neural

WITHOUT_NEURAL = Where(environment={"PYTHONPATH": str(Path(__file__).parent / "without_neural")})


@pytest.fixture
def wanted() -> list[Segment]:
    claire = load_voices(Show()).find("claire")
    return [Segment(text, claire, engine_version(claire)) for text in ("Bonjour à tous.", "La mer monte.")]


def speak(address, wanted, clips, warn=print) -> int:
    with open_cluster(address, fitness({segment.voice for segment in wanted}), warn) as workers:
        return speak_all(wanted, Booth(workers, clips, Path("no cache is needed")), lambda *_: None)


def test_the_neural_voice_speaks_on_a_cluster_and_tells_when_each_word_is_said(dask_processes, wanted, clips):
    address, _, _ = dask_processes.cluster(1)
    assert speak(address, wanted, clips) == 2
    words = [[word.text for word in clips.get(segment.key).words] for segment in wanted]
    assert [len(each) for each in words] == [3, 3]


def test_a_worker_without_the_neural_extra_is_left_out_by_what_it_lacks(dask_processes, wanted, clips):
    address, _, _ = dask_processes.cluster(1)
    dask_processes.worker(address, WITHOUT_NEURAL)
    await_workers(address, 2)
    warned: list[str] = []
    assert speak(address, wanted[:1], clips, warned.append) == 1
    (only,) = warned
    assert "is left out: The neural voice is not installed (missing: kokoro_onnx). Run pip install" in only


def test_where_no_worker_has_the_neural_extra_that_is_said_once(dask_processes, wanted, clips):
    address, _ = dask_processes.scheduler()
    dask_processes.worker(address, WITHOUT_NEURAL)
    await_workers(address, 1)
    with pytest.raises(ClusterError, match=r"^No worker .* can do this work .*neural voice is not installed"):
        speak(address, wanted, clips)

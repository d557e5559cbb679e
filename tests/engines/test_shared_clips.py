"""Clips at an address, through fsspec for real: in memory, and in a folder by its URL."""

import pytest

from speakerine.engines.clips import ClipCache
from speakerine.engines.shared_clips import SharedClips, open_clips
from speakerine.errors import ConfigError, EngineError
from tests.engines.test_clips import CLIP


@pytest.fixture(params=["memory://clips-{name}", "file://{folder}/clips"])
def address(request, tmp_path) -> str:
    return request.param.format(name=tmp_path.name, folder=tmp_path)


def test_a_clip_comes_back_as_it_was_put(address):
    SharedClips(address).put(CLIP)
    assert SharedClips(address).get(CLIP.key) == CLIP
    assert SharedClips(address).sound(CLIP.key) == CLIP.audio


def test_a_clip_that_was_never_put_is_none(address):
    assert SharedClips(address).get(CLIP.key) is None


def test_each_clip_makes_the_way_once(tmp_path):
    address, near = f"file://{tmp_path / 'far'}", tmp_path / "near"
    SharedClips(address).put(CLIP)
    assert open_clips(near, address).get(CLIP.key) == CLIP
    assert ClipCache(near).get(CLIP.key) == CLIP


def test_a_clip_cut_short_is_none(tmp_path):
    SharedClips(f"file://{tmp_path}").put(CLIP)
    (path,) = tmp_path.rglob("*.clip")
    path.write_bytes(path.read_bytes()[:-1])
    assert SharedClips(f"file://{tmp_path}").get(CLIP.key) is None


def test_a_place_that_cannot_be_written_is_an_error_that_names_it(tmp_path):
    (tmp_path / "clips").write_text("in the way")
    with pytest.raises(EngineError, match=r"shared clips at file://.*/clips cannot be reached"):
        SharedClips(f"file://{tmp_path}/clips").put(CLIP)


def test_a_protocol_that_nobody_knows_is_an_error_that_names_it():
    with pytest.raises(ConfigError, match=r"--cache carrier-pigeon://loft"):
        SharedClips("carrier-pigeon://loft").get(CLIP.key)


def test_a_protocol_that_wants_more_than_an_address_is_an_error_that_names_it():
    with pytest.raises(ConfigError, match=r"--cache jlab://loft does not say enough"):
        SharedClips("jlab://loft").get(CLIP.key)


def test_no_message_has_the_password():
    assert SharedClips("sftp://lou:s3cret@serveur/clips?token=s3cret").shown == "sftp://serveur/clips"


def test_pruning_leaves_what_others_use(tmp_path):
    clips = SharedClips(f"file://{tmp_path}")
    clips.put(CLIP)
    assert clips.prune() == 0
    assert clips.get(CLIP.key) == CLIP

import os
from pathlib import Path

import pytest

from speakerine.engines.clips import ClipCache
from speakerine.errors import EngineError
from speakerine.types import Audio, Clip, SpokenWord

CLIP = Clip(
    "ab" + "0" * 62,
    Audio(bytes(range(200)) * 2, 24_000),
    (SpokenWord("été\n", 0, 90), SpokenWord("là", 90, 120)),
)


@pytest.fixture
def cache(tmp_path: Path) -> ClipCache:
    return ClipCache(tmp_path / "clips")


def only_file(cache: ClipCache) -> Path:
    (path,) = [path for path in cache.folder.rglob("*") if path.is_file()]
    return path


def test_a_clip_comes_back_as_it_was_put(cache):
    cache.put(CLIP)
    assert cache.get(CLIP.key) == CLIP
    assert cache.sound(CLIP.key) == CLIP.audio


def test_a_clip_that_was_never_put_is_none(cache):
    assert cache.get(CLIP.key) is None


@pytest.mark.parametrize("cut", [0, 3, 60, 300])
def test_a_clip_cut_short_is_none_rather_than_short(cache, cut):
    cache.put(CLIP)
    path = only_file(cache)
    path.write_bytes(path.read_bytes()[:cut])
    assert cache.get(CLIP.key) is None


def test_a_clip_gone_in_the_middle_of_a_run_is_an_error_that_says_what_to_do(cache):
    with pytest.raises(EngineError, match="run the command again"):
        cache.sound(CLIP.key)


def test_pruning_drops_the_clips_unused_for_longest(cache):
    clips = [Clip(f"{i:02}" + "0" * 62, CLIP.audio) for i in range(4)]
    for i, clip in enumerate(clips):
        cache.put(clip)
        path = max(cache.folder.rglob("*.clip"), key=lambda p: p.name)
        os.utime(path, (1000 + i, 1000 + i))
    assert cache.get(clips[0].key)
    one = cache.size_bytes() // 4
    assert cache.prune(one * 2) == 2
    assert [cache.get(clip.key) is not None for clip in clips] == [True, False, False, True]


def test_clearing_leaves_nothing(cache):
    cache.put(CLIP)
    assert (cache.count(), cache.size_bytes() > 400) == (1, True)
    assert cache.clear() == 1
    assert (cache.count(), cache.size_bytes()) == (0, 0)


def test_a_folder_that_cannot_be_written_is_an_error_that_names_it(tmp_path):
    (tmp_path / "clips").write_text("in the way")
    with pytest.raises(EngineError, match=r"clips cannot be written"):
        ClipCache(tmp_path / "clips").put(CLIP)

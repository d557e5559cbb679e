"""Shared clips in a bucket, on moto's server, over real HTTP."""

import boto3
import pytest

from speakerine.engines import shared_clips
from speakerine.engines.clips import ClipCache
from speakerine.engines.shared_clips import SharedClips, open_clips
from speakerine.errors import EngineError
from tests.cluster.s3_server import running_s3
from tests.engines.test_clips import CLIP

s3fs = pytest.importorskip("s3fs", reason="needs the extra s3")


@pytest.fixture(scope="module")
def server():
    with running_s3("127.0.0.1") as environment:
        yield environment


@pytest.fixture
def s3(server, tmp_path, monkeypatch):
    """A client that is not ours, of a server with a bucket called clips."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name, value in server.items():
        monkeypatch.setenv(name, value)
    forget_connections()
    client = boto3.client("s3")
    client.create_bucket(Bucket="clips")
    yield client
    forget_connections()


def forget_connections() -> None:
    """What was told of credentials and servers in another test."""
    shared_clips._place.cache_clear()
    s3fs.S3FileSystem.clear_instance_cache()


ADDRESS = "s3://clips/speakerine"
PATH = f"speakerine/{CLIP.key[:2]}/{CLIP.key}.clip"


def test_a_clip_comes_back_from_a_bucket_as_it_was_put(s3):
    SharedClips(ADDRESS).put(CLIP)
    assert SharedClips(ADDRESS).get(CLIP.key) == CLIP
    assert s3.head_object(Bucket="clips", Key=PATH)["ContentLength"] > len(CLIP.audio.pcm)


def test_a_clip_that_is_not_in_the_bucket_is_none(s3):
    assert SharedClips(ADDRESS).get("cd" + "0" * 62) is None


def test_a_clip_cut_short_in_the_bucket_is_none_and_can_be_put_again(s3):
    s3.put_object(Bucket="clips", Key=PATH, Body=b'{"sample_rate_hz": 24000')
    assert SharedClips(ADDRESS).get(CLIP.key) is None
    SharedClips(ADDRESS).put(CLIP)
    assert SharedClips(ADDRESS).get(CLIP.key) == CLIP


def test_each_clip_leaves_the_bucket_once(s3, tmp_path):
    SharedClips(ADDRESS).put(CLIP)
    clips = open_clips(tmp_path / "near", ADDRESS)
    assert clips.get(CLIP.key) == CLIP
    s3.delete_object(Bucket="clips", Key=PATH)
    assert clips.get(CLIP.key) == CLIP
    assert ClipCache(tmp_path / "near").get(CLIP.key) == CLIP


def test_a_bucket_that_is_not_there_is_told_and_not_made(s3):
    with pytest.raises(EngineError, match=r"clips at s3://clisp/speakerine cannot be .*no clisp: make it"):
        SharedClips("s3://clisp/speakerine").put(CLIP)
    assert "clisp" not in [bucket["Name"] for bucket in s3.list_buckets()["Buckets"]]


def test_who_has_no_credentials_is_told_so(s3, monkeypatch):
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    with pytest.raises(EngineError, match=r"cannot be reached \(Unable to locate credentials\)"):
        SharedClips(ADDRESS).get(CLIP.key)


def test_a_server_that_does_not_answer_is_told_by_the_address(s3, monkeypatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    monkeypatch.setattr(s3fs.S3FileSystem, "retries", 1)
    with pytest.raises(EngineError, match=r"s3://clips/speakerine cannot be reached \(Could not connect"):
        SharedClips(ADDRESS).put(CLIP)

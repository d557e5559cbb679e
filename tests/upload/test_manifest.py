import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speakerine.upload.manifest import Manifest, Sent, manifest_from_bytes, manifest_to_bytes

DIGEST = "a" * 64
KEPT = Manifest("g1", {"feed.xml": Sent(12, DIGEST), "episodes/à/à.mp3": Sent(0, DIGEST)})


def manifest(**told: object) -> bytes:
    return gzip.compress(
        json.dumps({"version": 1, "generation": "g1", "files": {}, **told}).encode(), mtime=0
    )


def test_what_is_kept_is_what_is_read() -> None:
    assert manifest_from_bytes(manifest_to_bytes(KEPT)) == KEPT


def test_the_same_files_give_the_same_bytes() -> None:
    turned = Manifest("g1", dict(reversed(list(KEPT.files.items()))))
    assert manifest_to_bytes(turned) == manifest_to_bytes(KEPT)


@pytest.mark.parametrize(
    "data",
    [
        None,
        b"",
        b"\x1f\x8b",
        manifest_to_bytes(KEPT)[:-12],
        gzip.compress(b"[]", mtime=0),
        gzip.compress(b"[" * 100_000, mtime=0),
        manifest(version=99),
        manifest(files=["feed.xml"]),
        manifest(files={"feed.xml": ["12", DIGEST]}),
        manifest(files={"feed.xml": [12, "short"]}),
        manifest(files={"feed.xml": 12}),
    ],
)
def test_one_that_cannot_be_believed_is_as_none(data: bytes | None) -> None:
    assert manifest_from_bytes(data) == Manifest()


@pytest.mark.parametrize("path", ["../a", "/etc/passwd", "a/../../b", "", "a//b", "a\\..\\b", ".", "a/\0"])
def test_one_that_leads_out_of_the_destination_is_not_believed(path: str) -> None:
    assert manifest_from_bytes(manifest(files={path: [1, DIGEST], "feed.xml": [1, DIGEST]})) == Manifest()


@given(st.binary(max_size=200))
def test_whatever_is_there_it_is_read_without_failing(data: bytes) -> None:
    assert manifest_from_bytes(data) == Manifest()

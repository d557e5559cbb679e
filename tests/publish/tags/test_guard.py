import random
import struct
import zlib
from pathlib import Path

import pytest

from speakerine.errors import PublishError
from speakerine.publish.tags.guard import MAX_FRAMES, open_tag
from speakerine.publish.tags.record import recover_episode
from speakerine.publish.tags.writing import write_tags
from speakerine.settings import Show
from speakerine.types import Episode
from tests.publish.conftest import COVER, tone

COMPRESSED_23, COMPRESSED_24 = 0x0080, 0x0008


def frame(name: bytes, data: bytes, flags: int = 0) -> bytes:
    return name + struct.pack(">LH", len(data), flags) + data


def tag(*frames: bytes, version: int = 3) -> bytes:
    body = b"".join(frames)
    size = bytes(len(body) >> place & 0x7F for place in (21, 14, 7, 0))
    return b"ID3" + bytes((version, 0, 0)) + size + body


def chapters_in_chapters(depth: int) -> bytes:
    inner = b""
    for _ in range(depth):
        inner = frame(b"CHAP", b"c\0" + bytes(16) + inner)
    return inner


TITLE = frame(b"TIT2", b"\0Un titre")
BOMB = zlib.compress(bytes(50_000_000), 9)
LENGTH = struct.pack(">L", 50_000_000)

TRAPS = {
    "a compressed frame": tag(frame(b"TIT2", LENGTH + BOMB, COMPRESSED_23)),
    "a compressed frame of v2.4": tag(frame(b"TIT2", BOMB[:120], COMPRESSED_24), version=4),
    "one inside a chapter": tag(
        TITLE, frame(b"CHAP", b"c\0" + bytes(16) + frame(b"TIT2", LENGTH + BOMB, COMPRESSED_23))
    ),
    "chapters in chapters": tag(TITLE, chapters_in_chapters(3000)),
    "too many frames": tag(*[TITLE] * (MAX_FRAMES + 1)),
    "too many empty frames": tag(*[frame(b"TIT2", b"")] * 200_000),
    "a size beyond all tags": b"ID3\3\0\0\x7f\x7f\x7f\x7f" + TITLE,
    "an unknown version": tag(TITLE, version=9),
    "a header cut short": b"ID3\3\0",
}


@pytest.mark.parametrize("data", TRAPS.values(), ids=list(TRAPS))
def test_a_trap_is_refused_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.mp3").write_bytes(data + tone(1))
    with pytest.raises(PublishError, match=r"^the tag of a\.mp3 .*: make the episode again$"):
        open_tag(tmp_path / "a.mp3")


@pytest.mark.parametrize("data", [TITLE, frame(b"WOAS", b"https://exemple.fr/x")])
def test_a_tag_of_another_program_is_read(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.mp3").write_bytes(tag(data) + tone(1))
    assert len(open_tag(tmp_path / "a.mp3")) == 1


@pytest.mark.parametrize("data", [b"", b"x", b"\0" * 5000])
def test_a_file_without_tag_has_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.mp3").write_bytes(data)
    assert open_tag(tmp_path / "a.mp3") is None


def recovered(mp3: Path) -> Episode | str:
    """The episode, or the sentence that says why there is none."""
    try:
        return recover_episode(mp3)
    except PublishError as error:
        return str(error)


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_mp3_gives_an_episode_or_a_sentence(
    tmp_path: Path, full: Episode, show: Show, seed: int
) -> None:
    mp3, dice = tmp_path / "a.mp3", random.Random(seed)
    mp3.write_bytes(tone(1))
    write_tags(mp3, full, show, COVER)
    data = bytearray(mp3.read_bytes())
    tag_size = len(data) - len(tone(1))
    for _ in range(dice.choice([1, 5, 50, 500])):
        data[dice.randrange(tag_size)] = dice.randrange(256)
    if seed % 2:
        del data[dice.randrange(len(data)) :]
    mp3.write_bytes(data)
    found = recovered(mp3)
    assert isinstance(found, Episode) or "\n" not in found

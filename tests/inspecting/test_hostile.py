"""Whatever lies in the folder, there are findings, each one line, and never a failure."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from speakerine.inspecting.findings import Finding
from speakerine.inspecting.podcast import inspect_podcast

from .conftest import MARCHE, MP3, NOW, SEINE, SHOW
from .file_damages import inside

FILES = (
    "feed.xml",
    f"archives/{SEINE}.xml",
    "index.html",
    "cover.jpg",
    "podcast.json",
    *(
        f"episodes/{MARCHE}/{name}"
        for name in (
            *("episode.json", "chapters.json", "cover.jpg", "index.html", MP3),
            *("transcript.vtt", "transcript.srt", "transcript.json", "transcript.html"),
        )
    ),
)
XML_BOMB = (
    '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE lol [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + ']><rss version="2.0"><channel><title>&i;</title></channel></rss>'
)
CONTENTS = {
    "nothing": b"",
    "rubbish": bytes(range(256)) * 40,
    "zeros": bytes(5000),
    "a line": b"non",
    "UTF-16": "<rss/>".encode("utf-16"),
    "deep JSON": b"[" * 200_000,
    "deep markup": b"<div>" * 50_000,
    "an XML bomb": XML_BOMB.encode(),
    "numbers without end": b'{"version": 1e999, "segments": [{"startTime": NaN, "endTime": -1e400}]}',
    "half a surrogate": b'{"version": "\\ud800", "segments": [1], "chapters": [{"title": "\\ud800"}]}',
    "timings alone": b"WEBVTT\n\n-->\n\n99999999999999:00:00.000 --> 1:00\n\n1\n-->\n\n\n2",
    "a tag that ends nowhere": b"ID3\x03\0\0\x7f\x7f\x7f\x7fTIT2\xff\xff\xff\xff\0\0",
    "a tag of empty frames": b"ID3\x03\0\0\0\0\0\x32"
    + b"CHAP\0\0\0\x01\0\0x"
    + b"APIC\0\0\0\x02\0\0\0\0"
    + b"CTOC\0\0\0\x01\0\0x",
    "a picture of a million pixels a side": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
    + b"\0\x0f\x42\x40" * 2
    + b"\x08\x02\0\0\0",
}


def findings(output: Path) -> tuple[Finding, ...]:
    found = inspect_podcast(output, SHOW, NOW, listening=False).findings
    for finding in found:
        line = f"{finding.where}: {finding.what}. {finding.then}."
        assert all(char.isprintable() or char in " \u00a0\u202f" for char in line)
        line.encode()
    return found


@pytest.mark.parametrize("name", CONTENTS)
def test_whatever_a_file_holds_it_is_a_finding(name, output):
    for file in FILES:
        path = output / file
        kept = path.read_bytes()
        path.write_bytes(CONTENTS[name])
        assert findings(output) or file == "podcast.json", file
        path.write_bytes(kept)


def test_files_with_bytes_changed_by_chance_are_no_failure(output):
    chance = random.Random(20250513)
    for _ in range(4):
        for file in FILES:
            data = bytearray((output / file).read_bytes())
            kept = bytes(data)
            for _ in range(60):
                data[chance.randrange(min(len(data), 40_000))] = chance.randrange(256)
            (output / file).write_bytes(data)
            findings(output)
            (output / file).write_bytes(kept)


def as_folder(path: Path) -> None:
    path.mkdir()


def as_pipe(path: Path) -> None:
    os.mkfifo(path)


def as_loop(path: Path) -> None:
    path.symlink_to(path)


def as_endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def as_gigabyte(path: Path) -> None:
    path.touch()
    os.truncate(path, 1 << 30)


@pytest.mark.parametrize("put", [as_folder, as_pipe, as_loop, as_endless, as_gigabyte])
def test_what_is_no_file_is_neither_waited_for_nor_read_whole(put: Callable[[Path], None], output):
    for file in FILES:
        path = output / file
        aside = path.rename(path.with_name("aside"))
        put(path)
        assert findings(output) or file == "podcast.json", file
        path.rmdir() if path.is_dir() else path.unlink()
        aside.rename(path)


def test_an_mp3_of_a_gigabyte_is_not_listened_to(output):
    os.truncate(inside(output, MP3), 1 << 30)
    found = inspect_podcast(output, SHOW, NOW).findings
    assert {finding.rule for finding in found} == {"mp3.length", "mp3.size", "mp3.header-bytes"}


WRONG = [
    [],
    {},
    "x",
    -1,
    10**400,
    1.5,
    None,
    True,
    "2025-13-45",
    [{"start_ms": "x"}],
    [1],
    {"path": "../../etc"},
]


def test_a_record_of_wrong_types_is_a_finding(output):
    path = inside(output, "episode.json")
    kept = json.loads(path.read_text("utf-8"))
    for name in kept:
        for value in WRONG:
            path.write_text(json.dumps({**kept, name: value}), "utf-8")
            findings(output)
    path.write_text(json.dumps({**kept, "title": "\x1b[31m rouge \ud800 \u202e fin"}), "utf-8")
    assert findings(output)

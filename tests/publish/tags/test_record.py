import json
import tempfile
import zlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from mutagen.id3 import ID3, PRIV

from speakerine.errors import PublishError
from speakerine.publish.shelf.record import episode_to_json
from speakerine.publish.tags.packing import MAX_RECORD_BYTES, pack_record, unpack_record
from speakerine.publish.tags.record import recover_episode
from speakerine.publish.tags.writing import write_tags
from speakerine.publish.transcripts.transcript import render_json
from speakerine.settings import Show
from speakerine.types import Article, Chapter, Cue, Episode, ParagraphKind
from tests.publish.conftest import COVER, SHOW, tone
from tests.publish.strategies import episodes, law


def tagged(folder: Path, episode: Episode, show: Show = SHOW) -> Path:
    mp3 = folder / episode.enclosure.path
    mp3.parent.mkdir(parents=True, exist_ok=True)
    mp3.write_bytes(tone())
    write_tags(mp3, episode, show, COVER)
    return mp3


def as_on_disk(episode: Episode, mp3: Path) -> Episode:
    """The episode, its enclosure as long as the file."""
    return replace(episode, enclosure=replace(episode.enclosure, length_bytes=mp3.stat().st_size))


@law
@given(episodes)
def test_an_mp3_gives_its_episode_back(episode: Episode) -> None:
    with tempfile.TemporaryDirectory() as folder:
        mp3 = tagged(Path(folder), episode)
        assert recover_episode(mp3) == as_on_disk(episode, mp3)


def test_the_zone_of_the_date_is_kept(tmp_path: Path, full: Episode) -> None:
    episode = recover_episode(tagged(tmp_path, full))
    assert episode.published.utcoffset() == full.published.utcoffset()


def test_an_mp3_that_was_renamed_has_its_own_name(tmp_path: Path, full: Episode) -> None:
    mp3 = tagged(tmp_path, full).rename(tmp_path / "autre.mp3")
    assert recover_episode(mp3).enclosure.path == "autre.mp3"


def test_the_same_episode_gives_the_same_bytes(tmp_path: Path, full: Episode) -> None:
    one, other = tagged(tmp_path / "a", full), tagged(tmp_path / "b", full)
    assert one.read_bytes() == other.read_bytes()


def test_the_record_in_the_tag_takes_less_than_half_of_its_text(full: Episode) -> None:
    assert len(pack_record(full)) < len(episode_to_json(full).encode()) / 2


@pytest.fixture
def without_record(tmp_path: Path, full: Episode) -> Path:
    """The MP3 of an older speakerine, or one that another program tagged again."""
    mp3 = tagged(tmp_path / full.slug, replace(full, enclosure=replace(full.enclosure, duration_ms=94_006)))
    tag = ID3(mp3, translate=False)
    tag.delall("PRIV")
    tag.save(mp3, v2_version=3)
    return mp3


@pytest.mark.parametrize(
    "field",
    ["guid", "slug", "title", "description", "author", "site", "language", "published", "voices", "engines"],
)
def test_without_the_record_the_frames_are_what_there_is_to_go_by(
    without_record: Path, full: Episode, field: str
) -> None:
    assert getattr(recover_episode(without_record), field) == getattr(full, field)


def test_the_length_and_the_duration_are_those_of_the_file(without_record: Path) -> None:
    enclosure = recover_episode(without_record).enclosure
    assert enclosure.length_bytes == without_record.stat().st_size
    assert abs(enclosure.duration_ms - 6000) < 60


def test_chapters_come_from_their_frames(without_record: Path, full: Episode) -> None:
    wanted = tuple(Chapter(chapter.start_ms, chapter.title, chapter.url) for chapter in full.chapters)
    assert recover_episode(without_record).chapters == wanted


def test_paragraphs_come_from_the_lyrics_headings_known_by_their_chapters(
    without_record: Path, full: Episode
) -> None:
    paragraphs = recover_episode(without_record).paragraphs
    assert [one.text for one in paragraphs] == [one.text for one in full.paragraphs]
    headings = [one.text for one in full.paragraphs if one.kind is ParagraphKind.HEADING]
    assert headings
    assert [one.text for one in paragraphs if one.kind is ParagraphKind.HEADING] == headings


def test_cues_come_from_the_transcript_beside(without_record: Path) -> None:
    cues = (Cue(0, 1500, "Bonjour.", "Claire"), Cue(1600, 3250, "Voici l’été.", ""))
    without_record.with_name("transcript.json").write_text(render_json(cues), "utf-8")
    assert recover_episode(without_record).cues == cues


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"segments": 3}', '{"segments": [{"startTime": "x"}]}', "[" * 100_000]
)
def test_a_transcript_that_cannot_be_read_gives_no_cues(without_record: Path, text: str) -> None:
    without_record.with_name("transcript.json").write_text(text, "utf-8")
    assert recover_episode(without_record).cues == ()


def test_without_fingerprint_so_that_it_is_made_anew(without_record: Path) -> None:
    assert recover_episode(without_record).fingerprint == ""


def without(mp3: Path, *names: str, version: int = 3) -> Path:
    tag = ID3(mp3, translate=version == 4)
    for name in names:
        tag.delall(name)
    tag.save(mp3, v2_version=version)
    return mp3


@pytest.mark.parametrize("version", [3, 4])
def test_a_date_without_zone_is_in_the_one_given(without_record: Path, version: int) -> None:
    zone = timezone(timedelta(hours=2))
    mp3 = without(without_record, "TXXX:Publication", version=version)
    assert recover_episode(mp3, zone).published == datetime(2024, 5, 31, 18, 30, tzinfo=zone)


def test_without_a_date_it_is_the_day_that_its_folder_is_named_after(without_record: Path) -> None:
    mp3 = without(without_record, "TXXX:Publication", "TYER", "TDAT", "TIME")
    assert recover_episode(mp3).published == datetime(2024, 5, 31, tzinfo=UTC)


def test_without_a_guid_it_is_that_of_the_article(without_record: Path) -> None:
    episode = recover_episode(without(without_record, "TGID"))
    assert episode.guid == Article(episode.title, (), url=episode.url).guid


def test_without_a_description_it_is_the_comment_without_its_notes(
    without_record: Path, full: Episode
) -> None:
    assert recover_episode(without(without_record, "TDES")).description == full.description


def test_without_a_title_there_is_nothing_to_go_by(without_record: Path) -> None:
    with pytest.raises(PublishError, match="has no title to make a record from: make the episode again"):
        recover_episode(without(without_record, "TIT2"))


def test_an_mp3_without_tag_has_nothing_to_go_by(tmp_path: Path) -> None:
    (tmp_path / "a.mp3").write_bytes(tone())
    with pytest.raises(
        PublishError, match=r"a\.mp3 has no tag to make a record from: make the episode again"
    ):
        recover_episode(tmp_path / "a.mp3")


def test_a_tag_without_sound_nor_record_has_nothing_to_go_by(without_record: Path) -> None:
    data = without_record.read_bytes()
    without_record.write_bytes(data[: data.index(tone()[:200])])
    with pytest.raises(PublishError, match="holds no sound that can be read"):
        recover_episode(without_record)


def test_an_mp3_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match=r"the tag of absent\.mp3 cannot be read \(no such file"):
        recover_episode(tmp_path / "absent.mp3")


DAMAGED_RECORDS = {
    "no zlib": b"speakerine",
    "cut short": zlib.compress(b'{"schema": 1}')[:-3],
    "no JSON": zlib.compress(b"{"),
    "no text": zlib.compress(b"\xff\xfe"),
    "another thing": zlib.compress(b"[1, 2]"),
    "deeper than Python goes": zlib.compress(b"[" * 200_000),
    "a number of 9000 digits": zlib.compress(b"9" * 9000),
    "a bomb": zlib.compress(bytes(MAX_RECORD_BYTES + 1)),
    "a record of another schema": zlib.compress(json.dumps({"schema": 99}).encode()),
}


@pytest.mark.parametrize("packed", DAMAGED_RECORDS.values(), ids=list(DAMAGED_RECORDS))
def test_a_record_that_cannot_be_used_is_passed_over(packed: bytes, tmp_path: Path, full: Episode) -> None:
    mp3 = tagged(tmp_path, full)
    tag = ID3(mp3, translate=False)
    tag.setall("PRIV", [PRIV(owner="speakerine", data=packed), PRIV(owner="another", data=b"x")])
    tag.save(mp3, v2_version=3)
    assert unpack_record(packed) is None
    assert recover_episode(mp3).title == full.title

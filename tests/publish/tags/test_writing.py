import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from mutagen.id3 import ID3
from PIL import Image

from speakerine.errors import PublishError
from speakerine.publish.covers.chapter_pictures import draw_chapter_pictures
from speakerine.publish.covers.cover import draw_cover
from speakerine.publish.tags.frames import copyright_line
from speakerine.publish.tags.writing import TaggedChapter, write_tags
from speakerine.settings import Show
from speakerine.types import Chapter, Episode
from tests.publish.conftest import BASE, COVER, tone
from tests.publish.strategies import hostile_episodes, hostile_shows, law
from tests.published import read_chapters


@pytest.fixture
def mp3(tmp_path: Path, full: Episode, show: Show) -> Path:
    path = tmp_path / "a.mp3"
    path.write_bytes(tone())
    write_tags(path, full, show, COVER)
    return path


@pytest.fixture
def tag(mp3: Path) -> ID3:
    return ID3(mp3, translate=False)


def text(tag: ID3, name: str) -> str:
    return str(tag[name].text[0])


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        ("TIT2", "À Saint-Malo, une librairie renaît de ses cendres"),
        ("TPE1", "Camille Duval"),
        ("TALB", "À voix haute : l’été"),
        ("TYER", "2024"),
        ("TDAT", "3105"),
        ("TIME", "1830"),
        ("TCON", "Podcast"),
        ("TLAN", "fra"),
        ("TGID", "5b0c7c2e-9f57-5b7a-8a43-0d7f0d6a1f00"),
        ("TCOP", "2024 Camille Duval"),
        ("TPUB", "Camille Duval"),
        ("TCAT", "News"),
        ("TENC", "speakerine"),
        ("TXXX:Publication", "2024-05-31T18:30:00+02:00"),
        ("TXXX:Voix", "Claire et Lucien"),
        ("TXXX:Lecture", "Lecture par des voix de synthèse\u00a0: Claire et Lucien."),
        ("TXXX:ai-content", "true"),
        ("TXXX:Moteur", "Kokoro-82M"),
        ("TXXX:Auteur", "Anne Kerdoncuff"),
        ("TXXX:Source", "Le Journal du port"),
    ],
)
def test_text_frames(tag: ID3, frame: str, expected: str) -> None:
    assert text(tag, frame) == expected


def test_it_is_version_2_3_with_no_frame_of_2_4(tag: ID3) -> None:
    assert tag.version == (2, 3, 0)
    assert "TDRC" not in tag


def test_it_is_a_podcast(tag: ID3) -> None:
    assert tag["PCST"].value == 1


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        ("WOAS", "https://journal.example/bretagne/saint-malo-librairie?%C3%A9dition=soir&page=1"),
        ("WOAF", BASE + "episodes/2024-05-31-saint-malo-une-librairie-renait-de-ses-cendres/"),
        ("WFED", BASE + "feed.xml"),
        ("WPUB", "https://exemple.fr/"),
    ],
)
def test_it_links_to_the_article_the_page_the_feed_and_the_show(tag: ID3, frame: str, expected: str) -> None:
    assert tag[frame].url == expected


def test_the_description_is_told_to_podcast_apps(tag: ID3, full: Episode) -> None:
    assert text(tag, "TDES") == full.description


def test_the_comment_tells_the_synthetic_voice(tag: ID3) -> None:
    comment = text(tag, "COMM::fra")
    assert comment.startswith("Six mois après l’incendie")
    assert comment.endswith("Lecture par des voix de synthèse\u00a0: Claire et Lucien.")


def test_the_lyrics_are_the_article_as_written(tag: ID3, full: Episode) -> None:
    assert tag["USLT::fra"].text == "\n\n".join(paragraph.text for paragraph in full.paragraphs)


def test_the_cover_is_a_front_cover(tag: ID3) -> None:
    picture = tag["APIC:"]
    assert (picture.type, picture.mime, picture.data) == (3, "image/jpeg", COVER)


def test_a_heavy_cover_is_made_lighter(tmp_path: Path, full: Episode, show: Show) -> None:
    path = tmp_path / "a.mp3"
    path.write_bytes(tone())
    write_tags(path, full, show, draw_cover("Un titre tout à fait interminable " * 3))
    data = ID3(path)["APIC:"].data
    assert len(data) < 300_000
    assert Image.open(BytesIO(data)).size == (1500, 1500)


def test_chapters(tag: ID3, full: Episode) -> None:
    chapters = [tag[f"CHAP:chp{index}"] for index in range(len(full.chapters))]
    assert [c.start_time for c in chapters] == [chapter.start_ms for chapter in full.chapters]
    assert [c.end_time for c in chapters] == [
        *(chapter.start_ms for chapter in full.chapters[1:]),
        full.enclosure.duration_ms,
    ]
    assert {(c.start_offset, c.end_offset) for c in chapters} == {(0xFFFFFFFF, 0xFFFFFFFF)}
    assert [c.sub_frames["TIT2"].text[0] for c in chapters] == [chapter.title for chapter in full.chapters]
    assert chapters[1].sub_frames["WXXX:Article"].url == full.chapters[1].url


def test_chapters_are_read_back_as_they_were_written(mp3: Path, full: Episode) -> None:
    ends_ms = [*(chapter.start_ms for chapter in full.chapters[1:]), full.enclosure.duration_ms]
    assert read_chapters(mp3) == tuple(
        TaggedChapter(chapter.start_ms, end_ms, chapter.title, chapter.url)
        for chapter, end_ms in zip(full.chapters, ends_ms, strict=True)
    )


def test_the_table_of_contents_names_every_chapter(tag: ID3) -> None:
    contents = tag["CTOC:toc"]
    assert contents.flags == 3
    assert contents.child_element_ids == ["chp0", "chp1", "chp2", "chp3"]


@pytest.fixture
def pictures(full: Episode) -> tuple[bytes, ...]:
    return draw_chapter_pictures([chapter.title for chapter in full.chapters], "À voix haute")


def pictures_in(mp3: Path) -> list[bytes]:
    frames = sorted(ID3(mp3).getall("CHAP"), key=lambda chapter: chapter.start_time)
    return [picture.data for frame in frames for picture in frame.sub_frames.getall("APIC")]


def test_each_chapter_has_its_picture(
    mp3: Path, full: Episode, show: Show, pictures: tuple[bytes, ...]
) -> None:
    write_tags(mp3, full, show, COVER, pictures)
    assert pictures_in(mp3) == list(pictures)
    assert ID3(mp3)["CHAP:chp1"].sub_frames["APIC:"].mime == "image/png"


def test_a_single_chapter_has_no_picture(
    mp3: Path, full: Episode, show: Show, pictures: tuple[bytes, ...]
) -> None:
    write_tags(mp3, replace(full, chapters=full.chapters[:1]), show, COVER, pictures)
    assert pictures_in(mp3) == []


def test_pictures_too_heavy_together_are_left_out(mp3: Path, full: Episode, show: Show) -> None:
    write_tags(mp3, full, show, COVER, [bytes(300_000)] * 4)
    assert pictures_in(mp3) == []
    assert len(read_chapters(mp3)) == 4


def test_chapters_stand_in_time_order_in_the_file(tmp_path: Path, bare: Episode, show: Show) -> None:
    titles = ["Un titre bien long", "Court", "Un titre encore bien plus long", "a", "b" * 200] * 3
    chapters = tuple(Chapter(index * 1000, title) for index, title in enumerate(titles))
    path = tmp_path / "a.mp3"
    path.write_bytes(tone())
    write_tags(path, replace(bare, chapters=chapters), show, COVER)
    found = [path.read_bytes().index(f"chp{index}\0".encode()) for index in range(len(titles))]
    assert found == sorted(found)
    assert path.read_bytes().endswith(tone())


def test_no_more_chapters_than_a_table_of_contents_holds(tmp_path: Path, bare: Episode, show: Show) -> None:
    path = tmp_path / "a.mp3"
    path.write_bytes(tone())
    chapters = tuple(Chapter(at, f"Chapitre {at}") for at in range(300))
    write_tags(path, replace(bare, chapters=chapters), show, COVER)
    assert len(ID3(path).getall("CHAP")) == 255


def test_an_episode_with_no_more_than_it_must_have(tmp_path: Path, bare: Episode) -> None:
    path = tmp_path / "a.mp3"
    path.write_bytes(tone())
    write_tags(path, replace(bare, published=datetime(2024, 1, 1, tzinfo=UTC), language="x"), Show(), COVER)
    tag = ID3(path, translate=False)
    assert not {"WOAS", "WOAF", "WFED", "WPUB", "TCOP", "USLT::fra", "CTOC:toc"} & set(tag)
    assert (text(tag, "TIME"), text(tag, "TLAN")) == ("0000", "und")


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ("© 2024 Camille Duval", "2024 Camille Duval"),
        ("Copyright 2019 Le port", "2019 Le port"),
        ("(C) Le port", "2025 Le port"),
        ("Le port, 2019", "2025 Le port, 2019"),
        ("2024", "2025 2024"),
        ("  ", ""),
    ],
)
def test_a_copyright_begins_with_a_year(given: str, line: str) -> None:
    assert copyright_line(given, 2025) == line


@law
@given(hostile_episodes, hostile_shows)
def test_whatever_an_episode_holds_its_tag_can_be_written_and_read(episode: Episode, show: Show) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.mp3"
        path.write_bytes(tone(1))
        write_tags(path, episode, show, COVER)
        assert len(read_chapters(path)) == 1
        assert path.read_bytes().endswith(tone(1))


def test_the_sound_keeps_every_byte(mp3: Path) -> None:
    assert mp3.read_bytes().endswith(tone())


def test_tags_take_the_place_of_older_ones(mp3: Path, full: Episode, show: Show) -> None:
    write_tags(mp3, replace(full, title="Un autre titre"), show, COVER)
    assert text(ID3(mp3), "TIT2") == "Un autre titre"
    assert mp3.read_bytes().endswith(tone())
    assert mp3.read_bytes().count(b"ID3\x03\x00") == 1


def test_a_file_that_is_not_there(tmp_path: Path, full: Episode, show: Show) -> None:
    with pytest.raises(PublishError, match=r"the tags of absent\.mp3 cannot be written"):
        write_tags(tmp_path / "rien" / "absent.mp3", full, show, COVER)

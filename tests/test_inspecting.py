"""A real podcast of two episodes, damaged on purpose: each damage is found and named."""

import json
import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from speakerine.casting import cast_roles
from speakerine.config import load_voices
from speakerine.errors import ConfigError, PublishError
from speakerine.inspecting.findings import Severity
from speakerine.inspecting.info_header import info_duration_ms
from speakerine.inspecting.podcast import inspect_episode, inspect_podcast
from speakerine.pipeline import Production, one_article, publishing
from speakerine.settings import Mastering, Show
from speakerine.types import Article, Paragraph, ParagraphKind

SHOW = Show(title="Le Journal", base_url="https://example.org/podcast/")
SEINE, MARCHE = "2025-05-12-la-seine-monte", "2025-05-13-le-marche-rouvre"
ARTICLES = (
    Article(
        "La Seine monte",
        (Paragraph("Le fleuve a gagné trente centimètres."), Paragraph("Les quais sont fermés.")),
        published=datetime(2025, 5, 12, 8, tzinfo=UTC),
        url="https://example.org/seine",
    ),
    Article(
        "Le marché rouvre",
        (
            Paragraph("Les halles accueillent de nouveau les lève-tard."),
            Paragraph("Le prix du chantier", ParagraphKind.HEADING),
            Paragraph("Il a coûté deux millions d’euros."),
        ),
        published=datetime(2025, 5, 13, 8, tzinfo=UTC),
        url="https://example.org/marche",
    ),
)


@pytest.fixture(scope="module")
def sound_podcast(tmp_path_factory) -> Path:
    """Two episodes without fault, made once."""
    folder = tmp_path_factory.mktemp("sound")
    studio = Production(
        show=SHOW,
        output=folder / "output",
        cache=folder / "cache",
        cast=cast_roles(Show(), load_voices(Show()), "nicole"),
        jingles=None,
        now=datetime(2025, 6, 1, tzinfo=UTC),
    )
    with publishing(studio) as make:
        for article in ARTICLES:
            make(one_article(article, studio), lambda _done, _total: None)
    return studio.output


@pytest.fixture
def output(sound_podcast, tmp_path) -> Path:
    """A copy of it, to be damaged."""
    shutil.copytree(sound_podcast, tmp_path / "output")
    return tmp_path / "output"


def inside(output: Path, name: str = "") -> Path:
    """The folder of the second episode, or a file in it."""
    return output / "episodes" / MARCHE / name


def mp3(output: Path) -> Path:
    return inside(output, "le-marche-rouvre.mp3")


def edit(path: Path, pattern: str, new: str) -> None:
    text = path.read_text("utf-8")
    edited = re.sub(pattern, new, text, count=1, flags=re.DOTALL)
    assert edited != text
    path.write_text(edited, "utf-8")


def edit_record(output: Path, change) -> None:
    path = inside(output, "episode.json")
    fields = json.loads(path.read_text("utf-8"))
    change(fields)
    path.write_text(json.dumps(fields), "utf-8")


def image(path: Path, *size: int, mode: str = "RGB", kind: str = "PNG") -> None:
    Image.new(mode, size).save(path, kind)


def swap_dates(output: Path) -> None:
    feed = (output / "feed.xml").read_text("utf-8")
    swapped = feed.replace("13 May 2025", "00 May").replace("12 May 2025", "13 May 2025")
    (output / "feed.xml").write_text(swapped.replace("00 May", "12 May 2025"), "utf-8")


def cut_in_two(output: Path) -> None:
    mp3(output).write_bytes(mp3(output).read_bytes()[: mp3(output).stat().st_size * 3 // 4])


DAMAGES = {
    "a record that is no JSON": ("record", MARCHE, lambda o: inside(o, "episode.json").write_text("{")),
    "no record": ("record", MARCHE, lambda o: inside(o, "episode.json").unlink()),
    "no MP3": ("mp3", MARCHE, lambda o: mp3(o).unlink()),
    "an MP3 of zeros": ("mp3", MARCHE, lambda o: mp3(o).write_bytes(bytes(9000))),
    "an MP3 cut short, by its length": ("length", MARCHE, cut_in_two),
    "an MP3 cut short, by its duration": ("duration", MARCHE, cut_in_two),
    "an MP3 cut short, by its header": ("header", MARCHE, cut_in_two),
    "an MP3 cut short, by the feed": ("enclosure", MARCHE, cut_in_two),
    "an MP3 without Info header": (
        "header",
        MARCHE,
        lambda o: mp3(o).write_bytes(mp3(o).read_bytes().replace(b"Info\0", b"\0\0\0\0\0")),
    ),
    "a record that says 100 ms more": (
        "duration",
        MARCHE,
        lambda o: edit_record(
            o, lambda r: r["enclosure"].update(duration_ms=r["enclosure"]["duration_ms"] + 100)
        ),
    ),
    "a first chapter that is late": (
        "chapters",
        MARCHE,
        lambda o: edit_record(o, lambda r: r["chapters"][0].update(start_ms=500)),
    ),
    "chapters that go back": (
        "chapters",
        MARCHE,
        lambda o: edit_record(o, lambda r: r["chapters"].reverse() or r["chapters"][0].update(start_ms=0)),
    ),
    "a chapter after the end": (
        "chapters",
        MARCHE,
        lambda o: inside(o, "chapters.json").write_text(
            '{"chapters": [{"startTime": 0, "title": "A"}, {"startTime": 9999.5, "title": "B"}]}'
        ),
    ),
    "chapters that are no JSON": ("chapters", MARCHE, lambda o: inside(o, "chapters.json").write_text("[")),
    "cues that go back": ("transcript", MARCHE, lambda o: edit_record(o, lambda r: r["cues"].reverse())),
    "a caption after the end": (
        "transcript",
        MARCHE,
        lambda o: edit(inside(o, "transcript.vtt"), r"--> \d\d:(.*)$", r"--> 09:\1"),
    ),
    "a caption that ends before it begins": (
        "transcript",
        MARCHE,
        lambda o: edit(inside(o, "transcript.srt"), r"--> [\d:,]+", "--> 00:00:00,000"),
    ),
    "a transcript that is a list": (
        "transcript",
        MARCHE,
        lambda o: inside(o, "transcript.json").write_text("[]"),
    ),
    "no SubRip file": ("transcript", MARCHE, lambda o: inside(o, "transcript.srt").unlink()),
    "no page": ("page", MARCHE, lambda o: inside(o, "index.html").unlink()),
    "a small cover": ("cover", MARCHE, lambda o: image(inside(o, "cover.jpg"), 800, 800, kind="JPEG")),
    "a cover that is no square": ("cover", "cover.jpg", lambda o: image(o / "cover.jpg", 1400, 1500)),
    "a cover one sees through": (
        "cover",
        "cover.jpg",
        lambda o: image(o / "cover.jpg", 1400, 1400, mode="RGBA"),
    ),
    "a cover that is no image": ("cover", "cover.jpg", lambda o: (o / "cover.jpg").write_text("non")),
    "no feed": ("feed", "feed.xml", lambda o: (o / "feed.xml").unlink()),
    "a feed that is no XML": ("feed", "feed.xml", lambda o: (o / "feed.xml").write_text("<rss><channel>")),
    "a feed that is a page": ("feed", "feed.xml", lambda o: (o / "feed.xml").write_text("<html/>")),
    "a feed without language": (
        "feed",
        "feed.xml",
        lambda o: edit(o / "feed.xml", "<language>.*?</language>", ""),
    ),
    "a feed that lacks an episode": ("feed", MARCHE, lambda o: edit(o / "feed.xml", "<item>.*?</item>", "")),
    "a feed with an item twice": (
        "guid",
        "feed.xml",
        lambda o: edit(o / "feed.xml", "(<item>.*?</item>)", r"\1\1"),
    ),
    "a feed in the wrong order": ("order", MARCHE, swap_dates),
    "a feed with a date that is none": (
        "date",
        MARCHE,
        lambda o: edit(
            o / "feed.xml", "<item>(.*?)<pubDate>.*?</pubDate>", r"<item>\1<pubDate>hier</pubDate>"
        ),
    ),
    "a feed with another guid": (
        "guid",
        MARCHE,
        lambda o: edit(o / "feed.xml", '<guid isPermaLink="false">.', '<guid isPermaLink="false">x'),
    ),
    "a feed with another duration": (
        "duration",
        MARCHE,
        lambda o: edit(o / "feed.xml", r"<itunes:duration>\d+", "<itunes:duration>7200"),
    ),
    "a feed that thinks it is elsewhere": (
        "self link",
        "feed.xml",
        lambda o: edit(o / "feed.xml", r"podcast/feed\.xml", "podcast/flux.xml"),
    ),
    "a feed that leads to nothing": ("link", MARCHE, lambda o: inside(o, "transcript.vtt").unlink()),
    "an episode twice": (
        "guid",
        MARCHE,
        lambda o: shutil.copytree(inside(o), inside(o).with_name("2025-05-13-a")),
    ),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damage_is_found(name, output):
    rule, where, damage = DAMAGES[name]
    damage(output)
    report = inspect_podcast(output, SHOW)
    assert (rule, where) in {(found.rule, found.where) for found in report.findings}
    assert report.errors > 0


@pytest.mark.parametrize("leftover", [".staging-0a", "episodes/.incoming-2025-05-13-le-marche-rouvre"])
def test_what_a_stopped_run_left_is_a_warning(leftover, output):
    (output / leftover).mkdir()
    report = inspect_podcast(output, SHOW)
    assert [(found.rule, found.severity) for found in report.findings] == [("leftover", Severity.WARNING)]


def test_a_sound_podcast_has_no_finding(sound_podcast):
    report = inspect_podcast(sound_podcast, SHOW)
    assert report.findings == ()
    assert [one.slug for one in report.episodes] == [SEINE, MARCHE]


def test_nothing_is_changed(output):
    def state() -> dict[Path, tuple[int, int]]:
        return {path: (path.stat().st_size, path.stat().st_mtime_ns) for path in output.rglob("*")}

    before = state()
    inspect_podcast(output, SHOW)
    assert state() == before


def test_a_show_without_an_address_is_a_warning(output):
    at_home = replace(SHOW, base_url="")
    for address in output.glob("feed.xml"):
        address.write_text(
            address.read_text("utf-8").replace(SHOW.base_url, "http://127.0.0.1:8000/"), "utf-8"
        )
    report = inspect_podcast(output, at_home)
    assert [(found.rule, found.severity) for found in report.findings] == [("base_url", Severity.WARNING)]


def test_a_show_that_wants_another_level_is_told(sound_podcast):
    softer = replace(SHOW, mastering=Mastering(loudness_lufs=-20))
    rules = [found.rule for found in inspect_podcast(sound_podcast, softer).findings]
    assert rules == ["loudness", "loudness"]


def test_a_true_peak_over_the_ceiling_is_told(sound_podcast):
    lower = replace(SHOW, mastering=Mastering(true_peak_dbtp=-9))
    rules = [found.rule for found in inspect_podcast(sound_podcast, lower).findings]
    assert rules == ["true peak", "true peak"]


def test_no_podcast_is_an_error(tmp_path):
    with pytest.raises(PublishError, match="no podcast"):
        inspect_podcast(tmp_path, SHOW)


@pytest.mark.parametrize("name", [MARCHE, "march", "MARCHE", "last", "05-13"])
def test_an_episode_is_found_by_its_name_a_part_of_it_or_last(name, sound_podcast):
    assert [one.slug for one in inspect_episode(sound_podcast, SHOW, name).episodes] == [MARCHE]


def test_an_unknown_episode_is_answered_with_the_nearest(sound_podcast):
    with pytest.raises(ConfigError, match=f"the nearest is {SEINE}"):
        inspect_episode(sound_podcast, SHOW, "la-senne-monte")


def test_a_part_of_several_names_is_answered_with_them(sound_podcast):
    with pytest.raises(ConfigError, match=f"may be {SEINE} or {MARCHE}"):
        inspect_episode(sound_podcast, SHOW, "2025")


def test_last_passes_over_a_record_that_cannot_be_read(output):
    inside(output, "episode.json").write_text("{")
    assert inspect_episode(output, SHOW, "last").episodes[0].slug == SEINE


def test_one_episode_is_told_its_own_faults_alone(output):
    cut_in_two(output)
    (output / "cover.jpg").unlink()
    assert inspect_episode(output, SHOW, SEINE).findings == ()
    assert {found.where for found in inspect_episode(output, SHOW, MARCHE).findings} == {MARCHE}


def test_the_info_header_says_how_long_the_file_is(sound_podcast):
    (one,) = inspect_episode(sound_podcast, SHOW, MARCHE).episodes
    assert info_duration_ms(mp3(sound_podcast)) == one.episode.enclosure.duration_ms


def test_an_episode_is_measured(sound_podcast):
    (one,) = inspect_episode(sound_podcast, SHOW, MARCHE).episodes
    assert one.measures.duration_ms == one.episode.enclosure.duration_ms
    assert one.measures.integrated_lufs == pytest.approx(-16, abs=0.3)
    assert 100 < one.measures.words_per_minute < 260
    assert [part.speaker for part in one.measures.parts] == ["Nicole"]

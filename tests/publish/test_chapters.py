import json
from dataclasses import replace

from hypothesis import given

from speakerine.publish.chapters import order_chapters, render_chapters
from speakerine.settings import Show
from speakerine.types import Chapter, Episode

from .strategies import episodes, law


@law
@given(episodes)
def test_chapters_ascend_from_0_within_the_duration(episode: Episode) -> None:
    starts = [chapter.start_ms for chapter in order_chapters(episode)]
    assert starts == sorted(set(starts))
    assert starts[:1] in ([], [0])
    assert all(start < episode.enclosure.duration_ms for start in starts)
    assert bool(starts) == bool(episode.chapters)


def test_render(full: Episode, show: Show) -> None:
    page = json.loads(render_chapters(full, show))
    assert page["version"] == "1.2.0"
    assert page["podcastName"] == show.title
    picture = f"{show.base_url}episodes/{full.slug}/chapter-01.png"
    assert page["chapters"][0] == {"startTime": 0.0, "title": "Générique", "img": picture}
    assert page["chapters"][1]["url"] == "https://journal.example/bretagne/saint-malo-librairie"


def test_only_web_addresses_are_given(full: Episode) -> None:
    chapters = (Chapter(0, "a", "javascript:x", "https://exemple.fr/é.jpg"),)
    assert json.loads(render_chapters(replace(full, chapters=chapters)))["chapters"] == [
        {"startTime": 0.0, "title": "a", "img": "https://exemple.fr/%C3%A9.jpg"}
    ]


def test_a_single_chapter_has_the_episode_s_cover(full: Episode, show: Show) -> None:
    page = json.loads(render_chapters(replace(full, chapters=(Chapter(0, "a"),)), show))
    assert page["chapters"][0]["img"] == f"{show.base_url}episodes/{full.slug}/cover.jpg"

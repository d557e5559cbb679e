"""Markup in an article is words: no document of its episode has an element more for it."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree, html

from speakerine.publish.podcast import write_podcast
from speakerine.publish.shelf.store import open_output
from speakerine.types import Chapter, Cue, Episode, Paragraph
from tests.publish.conftest import SHOW, publish, read_episode

PAYLOADS = (Path(__file__).parent / "data" / "payloads.txt").read_text("utf-8").splitlines()
HARMLESS = "deux mots"
TELLING = frozenset(
    {
        "base",
        "b",
        "embed",
        "form",
        "iframe",
        "img",
        "input",
        "link",
        "meta",
        "object",
        "script",
        "style",
        "svg",
    }
    | {"template", "textarea", "title"}
)
"""Elements that do something, or that a payload brings."""


def written_by(stranger: str) -> Episode:
    """An episode in which everything that an article brings is the stranger's."""
    return replace(
        read_episode("full"),
        title=f"Titre {stranger}",
        author=f"Nom {stranger}",
        site=f"Site {stranger}",
        description=f"Description {stranger}",
        summary=f"Résumé {stranger}",
        url=f"https://exemple.fr/{stranger}",
        image=stranger,
        voices=(f"Voix {stranger}",),
        chapters=(Chapter(0, f"Chapitre {stranger}", stranger, stranger),),
        paragraphs=(Paragraph(f"Texte {stranger}"),) * 2,
        cues=(Cue(0, 900, f"Texte {stranger}", f"Voix {stranger}"),),
    )


def published(folder: Path, stranger: str) -> Path:
    with open_output(folder) as catalogue:
        publish(folder, written_by(stranger), SHOW)
        catalogue.refresh()
        write_podcast(catalogue, SHOW)
    return folder


def elements(page: Path) -> Counter[str]:
    tree = html.fromstring(page.read_bytes())
    return Counter(str(element.tag) for element in tree.iter(*TELLING))


def attributes(page: Path) -> list[tuple[str, str]]:
    tree = html.fromstring(page.read_bytes())
    return [(str(name), str(value)) for element in tree.iter() for name, value in element.attrib.items()]


def shape(folder: Path) -> dict[str, Counter[str]]:
    """How many of those elements each page has."""
    return {str(page.relative_to(folder)): elements(page) for page in sorted(folder.rglob("*.html"))}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Counter[str]]:
    return shape(published(tmp_path_factory.mktemp("usual") / "output", HARMLESS))


@pytest.mark.parametrize("stranger", PAYLOADS)
def test_no_document_is_changed_by_it(tmp_path, usual, stranger):
    folder = published(tmp_path / "output", stranger)
    assert shape(folder) == usual
    for page in folder.rglob("*.html"):
        for name, value in attributes(page):
            assert not name.startswith("on")
            assert name not in {"href", "src", "action"} or not value.lower().startswith("javascript:")
    feed = etree.parse(folder / "feed.xml", etree.XMLParser(resolve_entities=False))
    assert len(feed.findall(".//item")) == 1
    for notes in feed.iterfind(".//{http://purl.org/rss/1.0/modules/content/}encoded"):
        kept = html.fromstring(notes.text or "")
        assert not [*kept.iter("script", "iframe", "img", "svg", "style")]
        given = [(name, value) for element in kept.iter() for name, value in element.attrib.items()]
        assert all(name == "href" and value.startswith("https:") for name, value in given)


@pytest.mark.parametrize("stranger", PAYLOADS)
def test_data_for_players_are_data(tmp_path, stranger):
    folder = published(tmp_path / "output", stranger)
    for path in folder.rglob("*.json"):
        json.loads(path.read_bytes())
    json.loads((folder / "manifest.webmanifest").read_bytes())
    (captions,) = folder.rglob("transcript.vtt")
    cues = captions.read_text("utf-8").split("\n\n")[1:]
    assert all(cue.count("-->") == 1 for cue in cues if cue.strip())
    assert not re.search(r"<(?!/?v[ >.])", "".join(cues))
    (chapters,) = folder.rglob("chapters.json")
    for chapter in json.loads(chapters.read_bytes())["chapters"]:
        assert chapter.get("url", "https:").startswith("https:")
        assert chapter.get("img", "https:").startswith("https:")

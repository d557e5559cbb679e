"""A real podcast of three episodes without fault, its feed in three documents, for tests to damage."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from speakerine.casting import cast_roles
from speakerine.config import load_voices
from speakerine.pipeline import Production, one_article, publishing
from speakerine.publish.feed.document import FeedDocument, render_feed
from speakerine.publish.feed.identity import read_identity
from speakerine.settings import Show
from speakerine.types import Article, Paragraph, ParagraphKind
from tests.published import load_episodes

BASE = "https://example.org/podcast/"
SHOW = Show(
    title="Le Journal",
    description="Les articles du Journal, lus à voix haute.",
    author="La rédaction",
    email="redaction@example.org",
    link="https://example.org/",
    base_url=BASE,
    copyright="2025 Le Journal",
)
NOW = datetime(2025, 6, 1, tzinfo=UTC)
PONT, SEINE, MARCHE = "2025-05-11-le-pont-rouvre", "2025-05-12-la-seine-monte", "2025-05-13-le-marche-rouvre"
MP3 = "le-marche-rouvre.mp3"
ARTICLES = (
    Article(
        "Le pont rouvre",
        (Paragraph("Les piétons traversent de nouveau."),),
        byline="Inès Corbeau",
        published=datetime(2025, 5, 11, 8, tzinfo=UTC),
    ),
    Article(
        "La Seine monte",
        (Paragraph("Le fleuve a gagné trente centimètres."), Paragraph("Les quais sont fermés.")),
        byline="Inès Corbeau",
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
        byline="Hugo Estienne",
        published=datetime(2025, 5, 13, 8, tzinfo=UTC),
        url="https://example.org/marche",
    ),
)


@pytest.fixture(scope="session")
def sound_podcast(tmp_path_factory) -> Path:
    """Made once; nobody changes it."""
    folder = tmp_path_factory.mktemp("sound")
    studio = Production(
        show=SHOW,
        output=folder / "output",
        cache=folder / "cache",
        cast=cast_roles(SHOW, load_voices(SHOW), "nicole"),
        jingles=None,
        now=NOW,
    )
    with publishing(studio) as make:
        for article in ARTICLES:
            make(one_article(article, studio), lambda _done, _total: None)
    archive(studio.output)
    return studio.output


def archive(output: Path) -> None:
    """Leave the newest episode in feed.xml, and put each older one in an archive of its own."""
    newest, middle, oldest = load_episodes(output)
    paths = [f"archives/{episode.slug}.xml" for episode in (middle, oldest)]
    documents = (
        (newest, FeedDocument(older=paths[0])),
        (middle, FeedDocument(paths[0], older=paths[1], newer="feed.xml")),
        (oldest, FeedDocument(paths[1], newer=paths[0])),
    )
    (output / "archives").mkdir(exist_ok=True)
    for episode, document in documents:
        feed = render_feed(SHOW, [episode], BASE, guid=read_identity(output), document=document)
        (output / document.path).write_bytes(feed)


@pytest.fixture
def output(sound_podcast, tmp_path) -> Path:
    """A copy of it, to be damaged."""
    return Path(shutil.copytree(sound_podcast, tmp_path / "output"))

"""Everything that reads what strangers wrote, each as a function of bytes.

A reader takes the bytes or refuses them with an error of ours; whatever else it raises is a fault. What it
accepts goes on to whoever uses it next, so that a value nobody can print is found here and not at night.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zlib import crc32

from speakerine.errors import SpeakerineError
from speakerine.settings import Show
from speakerine.types import Article, Cue, Enclosure, Episode, Line

SHOW = Show(title="Banc d’essai", base_url="https://exemple.fr/balado/")
A_DAY = datetime(2031, 5, 3, 8, tzinfo=UTC)
FEW_ENTRIES = 5
TITLES_A_DOCUMENT = 8
RATE_HZ = 44_100
MOST_INFLATED_BYTES = 1_000_000

Reader = Callable[[bytes], object]


def as_text(data: bytes) -> str:
    """Any text at all, lone surrogates with it: a JSON feed can bring them."""
    return data.decode("utf-8", "surrogateescape")


@contextmanager
def file_of(data: bytes, name: str) -> Iterator[Path]:
    """The bytes as a file of that name, in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        yield path


def say(data: bytes) -> None:
    """The text as it is spoken, down to what Pico is called with."""
    from speakerine.engines.pico import pico_calls
    from speakerine.french import verbalize
    from speakerine.french.lexicon import shipped_lexicon

    spoken = verbalize(as_text(data))
    prepared = shipped_lexicon().prepare(spoken, "pico")
    assert not set("".join(pico_calls(prepared)).replace("<phoneme ph='", "").replace("'/>", "")) & set("<>&")


def cut_in_sentences(data: bytes) -> None:
    """Sentences, none of whose words is lost, and their language."""
    from speakerine.french import language, sentences

    text = as_text(data)
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
    language(text)


def read_words(data: bytes) -> None:
    from speakerine.engines.letters import readable_words

    list(readable_words(as_text(data)))


def read_file(data: bytes, name: str) -> None:
    """The article in a file, and all that is made of it."""
    from speakerine.sources.files import read_bytes

    broadcast(read_bytes(data, name))


def broadcast(article: Article) -> None:
    """The script of an article; for some titles each document of its episode, which `record` makes always."""
    from speakerine.publish.shelf.slugs import make_slug
    from speakerine.script.compose import compose

    script = compose(article, ["Claire"])
    said = [item.written for item in script.items if isinstance(item, Line)]
    if crc32(article.title.encode("utf-8", "surrogatepass")) % TITLES_A_DOCUMENT:
        return
    publish(
        Episode(
            guid=article.guid,
            slug=make_slug(A_DAY, article.title),
            title=article.title,
            published=article.published or A_DAY,
            enclosure=Enclosure("a.mp3", 1000, 60_000),
            description=article.lead,
            author=article.byline,
            url=article.url,
            site=article.site,
            image=article.image,
            paragraphs=article.paragraphs,
            cues=tuple(Cue(at * 1000, at * 1000 + 900, text, "Claire") for at, text in enumerate(said)),
        )
    )


def read_feed(data: bytes) -> None:
    """The feed and its first articles, off the network."""
    from speakerine.sources.feed import has_full_content, is_feed, parse_feed, read_entry

    is_feed(data)
    for entry in parse_feed(data, "https://exemple.fr/flux.xml").entries[:FEW_ENTRIES]:
        if has_full_content(entry):
            try:
                broadcast(read_entry(entry, None))
            except SpeakerineError:
                continue


def read_show(data: bytes) -> None:
    from speakerine.config import load_show

    with file_of(data, "show.toml") as path:
        load_show(path, {})


def read_voice(data: bytes) -> None:
    from speakerine.config import load_voices

    with file_of(data, "voice.toml") as path:
        folder = path.parent / "voices" / "essai"
        folder.mkdir(parents=True)
        path.rename(folder / "voice.toml")
        load_voices(replace(SHOW, folder=path.parent))


def read_lexicon(data: bytes) -> None:
    from speakerine.french.lexicon import shipped_lexicon

    shipped_lexicon().with_entries(as_text(data), "lexicon.tsv").prepare("Le maire de Metz.", "pico")


def read_frame(data: bytes) -> None:
    from speakerine.script.template import load_frame

    load_frame(as_text(data), "frame.toml")


def read_record(data: bytes) -> None:
    """The record, and every document that is written from it."""
    from speakerine.publish.listing import listing_from_json, listing_of, listing_to_json
    from speakerine.publish.shelf.record import episode_from_json, episode_to_json

    episode = episode_from_json(as_text(data))
    assert episode_from_json(episode_to_json(episode)) == episode
    assert listing_from_json(listing_to_json(listing_of(episode))) == listing_of(episode)
    publish(episode)


def publish(episode: Episode) -> None:
    """Every document of an episode."""
    from speakerine.publish.chapters import render_chapters
    from speakerine.publish.feed.document import render_feed
    from speakerine.publish.pages.episode import render_episode
    from speakerine.publish.pages.search import render_search
    from speakerine.publish.transcripts.transcript import render_html, render_json, render_srt, render_vtt

    render_episode(SHOW, episode)
    render_feed(SHOW, [episode], SHOW.base_url)
    render_chapters(episode, SHOW)
    render_search([episode])
    for render in (render_vtt, render_srt, render_json, render_html):
        render(episode.cues, episode.enclosure.duration_ms)


def read_tag(data: bytes) -> None:
    from speakerine.publish.tags.record import recover_episode

    with file_of(data, "a.mp3") as path:
        publish(recover_episode(path))


def read_jingle(data: bytes) -> None:
    from speakerine.audio.jingles import load_jingles

    with file_of(data, "intro.flac") as path:
        (path.parent / "jingles.toml").write_text("[intro]\n")
        load_jingles(path.parent, RATE_HZ)


def read_jingle_set(data: bytes) -> None:
    from speakerine.audio.jingles import load_jingles

    with file_of(data, "jingles.toml") as path:
        load_jingles(path.parent, RATE_HZ)


def hear_google(data: bytes) -> None:
    from speakerine.engines.google import _speech

    _speech(data, "Bonjour.")


def read_cover(data: bytes) -> None:
    from speakerine.publish.covers.given_cover import load_cover

    with file_of(data, "cover.png") as path:
        load_cover(path)


def move_addresses(data: bytes) -> None:
    """Whatever is served is sent, moved or not; a feed says where it is or is refused."""
    from speakerine.publish.serving.readdress import Move, read_base

    move = Move(SHOW.base_url, "http://127.0.0.1:8000/")
    for moved in (move.in_html, move.in_xml, move.in_json):
        moved(data)
    with file_of(data, "feed.xml") as path:
        read_base(path)


def inflate(data: bytes) -> None:
    from speakerine.sources.content_coding import CodingError, Inflater

    try:
        body = Inflater().decode(data, MOST_INFLATED_BYTES)
    except CodingError:
        return
    assert len(body) <= MOST_INFLATED_BYTES


READERS: dict[str, Reader] = {
    "verbalize": say,
    "sentences": cut_in_sentences,
    "letters": read_words,
    "text": lambda data: read_file(data, "page.txt"),
    "markdown": lambda data: read_file(data, "page.md"),
    "html": lambda data: read_file(data, "page.html"),
    "feed": read_feed,
    "show": read_show,
    "voice": read_voice,
    "lexicon": read_lexicon,
    "frame": read_frame,
    "record": read_record,
    "tag": read_tag,
    "jingle": read_jingle,
    "jingle-set": read_jingle_set,
    "google": hear_google,
    "cover": read_cover,
    "readdress": move_addresses,
    "gzip": inflate,
}

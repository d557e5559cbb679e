"""The podcast as listeners reach it: pages, search, archives and feed, from the records alone.

Each file is made from what its digest stands for, and not made again while that is the same: one more
episode costs its own page and the few files that it stands in. The feed comes after all that it names.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Protocol

from speakerine.errors import PublishError
from speakerine.publish.addresses import (
    ARCHIVES,
    ASSETS,
    COVER,
    EPISODES,
    FEED,
    INDEX,
    SEARCH,
    base_address,
)
from speakerine.publish.covers.cover import shrink_cover
from speakerine.publish.feed.blocks import Block, Layout, cut_blocks, lay_out
from speakerine.publish.feed.categories import check_category
from speakerine.publish.feed.document import FeedDocument, render_feed
from speakerine.publish.feed.identity import give_identity
from speakerine.publish.files import cannot_write, write_file
from speakerine.publish.listing import ListPage, listing_of
from speakerine.publish.pages.app_files import app_files
from speakerine.publish.pages.frame import COVER_SMALL
from speakerine.publish.pages.search import render_search, search_manifest
from speakerine.publish.pages.site import render_list
from speakerine.publish.publication import missing_pictures, render_companions, show_cover
from speakerine.publish.shelf.catalogue import Catalogue, Place
from speakerine.publish.shelf.recent import RecentEpisodes
from speakerine.publish.shelf.versions import clear_older_sounds
from speakerine.settings import EditionSettings, Mastering, Show
from speakerine.types import Episode

LIST_ITEMS, LIST_BLOCK = 20, 16
"""Episodes on the first page at least, and on an older one typically: a page stays under 150 kB."""

SEARCH_BLOCK = 96
FEED_BLOCK = 50
BLOCKS = "blocks.json"
_TEXTS = {".py", ".html", ".css", ".js", ".json"}
MANY_PIECES = 300
"""Stale pieces from which on other processes are worth starting."""

_SMALL_COVER_PX, _SMALL_COVER_BYTES = 800, 150_000


Files = Mapping[str, str | bytes]
"""Content by path from the root of the site."""


class Spread(Protocol):
    """A map that may do several pieces of work at once; their results come in the order of the work."""

    def __call__(self, do: Callable[[Piece], Piece], pieces: Iterable[Piece], /) -> Iterator[Piece]:
        """What `do` gives for each piece, in order, as it comes."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Files of the site that are made together, the digest of all that decides them, and how.

    `path` is that of one of them, which stands for all. `needs` is how many episodes, oldest first, they
    are made from at the latest: pieces come in that order, so that a record is read once for all of them.
    """

    path: str
    digest: str
    needs: int
    render: Callable[[], Files]


@dataclass(frozen=True, slots=True)
class _Site:
    """What every file of the site is made from; `places` are oldest first."""

    show: Show
    base: str
    guid: str
    output: Path
    basis: str

    def digest(self, places: Iterable[Place], *more: str) -> str:
        """What decides a file: these episodes, and what all files are made from."""
        return _hash([self.basis, *more, *(f"{place.slug}:{place.digest}" for place in places)])

    def episode(self, place: Place) -> Episode:
        """The episode that is there."""
        return _recent(self.output / EPISODES / place.slug, place.digest)


_recent = RecentEpisodes()
"""Of this process: those that others run are given pieces, and read for themselves."""


def write_podcast(
    catalogue: Catalogue, show: Show, *, everything: bool = False, spread: Spread = map
) -> None:
    """Write the pages, the search, the archives and the feed, each where it changed.

    With `everything`, all is made again, whether it changed or not. `spread` is a map that may do several
    pieces at once, in other processes.

    Raises:
        ConfigError: the show's cover, category or address cannot be used.
        PublishError: something cannot be written.
    """
    base, output = base_address(show.base_url), catalogue.output
    check_category(show.category, show.subcategory)
    written = {} if everything else catalogue.written()
    _write_shared(catalogue, show, written)
    guid = give_identity(output, show.base_url)
    site = _Site(show, base, guid, output, _hash([_software(), _show_digest(show), base, guid]))
    places = catalogue.oldest_first()
    lists, feeds = lay_out(places, LIST_ITEMS, LIST_BLOCK), lay_out(places, show.feed_items, FEED_BLOCK)
    before = [
        *_episodes(site, places),
        *_searches(site, places),
        *_older_lists(site, lists, places),
        *_archives(site, feeds, places),
    ]
    pieces = [*sorted(before, key=lambda piece: piece.needs), _first_list(site, lists, places)]
    last = _feed(site, feeds, places)
    with catalogue.at_once():
        stale = [piece for piece in pieces if written.get(piece.path) != piece.digest]
        for piece in spread(partial(_write, output), stale):
            catalogue.note_written(piece.path, piece.digest)
        if written.get(last.path) != last.digest:
            catalogue.note_written(last.path, _write(output, last).digest)
        _clear_older_sounds(catalogue, places, {piece.path for piece in stale})
    _clear(output, {piece.path for piece in (*pieces, last)})


def _clear_older_sounds(catalogue: Catalogue, places: Iterable[Place], stale: Container[str]) -> None:
    """Remove what neither this feed nor the one before named, of episodes whose pages were stale."""
    for place in places:
        if _page_path(place) in stale:
            (listing,) = catalogue.listings([place.slug])
            clear_older_sounds(catalogue.folder(place.slug), listing.enclosure.path)


def _page_path(place: Place) -> str:
    return f"{EPISODES}/{place.slug}/{INDEX}"


def _write(output: Path, piece: Piece) -> Piece:
    for path, content in piece.render().items():
        write_file(output / path, content)
    return piece


def _write_shared(catalogue: Catalogue, show: Show, written: Mapping[str, str]) -> None:
    """Write the show's cover, and the files that all pages share, unless they were written of this show."""
    own = show.folder / show.cover if show.cover else None
    given = hashlib.sha256(own.read_bytes()).hexdigest() if own and own.is_file() else str(own)
    digest = _hash([_software(), _show_digest(show), given])
    if written.get(COVER) == written.get(ASSETS) == digest:
        return
    cover = show_cover(show)
    small = shrink_cover(cover, max_bytes=_SMALL_COVER_BYTES, size_px=_SMALL_COVER_PX)
    for path, content in {**app_files(show, cover, show.base_url), COVER_SMALL: small, COVER: cover}.items():
        write_file(catalogue.output / path, content)
    for path in (COVER, ASSETS):
        catalogue.note_written(path, digest)


def _needs(places: Sequence[Place]) -> dict[Place, int]:
    """How many episodes there are up to each."""
    return {place: at for at, place in enumerate(places, start=1)}


def _episodes(site: _Site, places: Sequence[Place]) -> Iterator[Piece]:
    for place, needs in _needs(places).items():
        yield Piece(_page_path(place), site.digest([place]), needs, partial(_episode, site, place))


def _episode(site: _Site, place: Place) -> Files:
    """What is beside the MP3; pictures are drawn only where they are missing."""
    episode, folder = site.episode(place), site.output / EPISODES / place.slug
    files: Files = {
        **render_companions(episode, site.show),
        **missing_pictures(folder, episode, site.show),
    }
    return {f"{EPISODES}/{place.slug}/{name}": content for name, content in files.items()}


def _searches(site: _Site, places: Sequence[Place]) -> Iterator[Piece]:
    """The words of every block of episodes, and the list of the blocks, the newest first."""
    cut, needs = cut_blocks(places, SEARCH_BLOCK), _needs(places)
    blocks = [*cut.blocks, *([Block(cut.rest)] if cut.rest else [])]
    for block in blocks:
        path = f"{SEARCH}/{block.name}.json"
        made = partial(_search, site, block.episodes, path)
        yield Piece(path, site.digest(block.episodes), needs[block.episodes[-1]], made)
    names = [block.name for block in reversed(blocks)]
    yield Piece(f"{SEARCH}/{BLOCKS}", _hash([_software(), *names]), len(places), partial(_blocks, names))


def _search(site: _Site, places: Sequence[Place], path: str) -> Files:
    return {path: render_search([site.episode(place) for place in reversed(places)])}


def _blocks(names: Sequence[str]) -> Files:
    return {f"{SEARCH}/{BLOCKS}": search_manifest(names)}


def _older_lists(site: _Site, lists: Layout[Place], places: Sequence[Place]) -> Iterator[Piece]:
    needs, paths = _needs(places), [f"{ARCHIVES}/{block.name}.html" for block in lists.older]
    around = ["", *paths, INDEX]
    for block, older, path, newer in zip(lists.older, around, around[1:], around[2:], strict=False):
        page = ListPage((), path, newer=newer, older=older)
        yield _list_piece(site, block.episodes, page, needs[block.episodes[-1]])


def _first_list(site: _Site, lists: Layout[Place], places: Sequence[Place]) -> Piece:
    older = f"{ARCHIVES}/{lists.older[-1].name}.html" if lists.older else ""
    return _list_piece(site, lists.first, ListPage((), older=older, total=len(places)), len(places))


def _list_piece(site: _Site, places: Sequence[Place], page: ListPage, needs: int) -> Piece:
    digest = site.digest(places, page.older, page.newer, str(page.total))
    return Piece(page.path, digest, needs, partial(_list, site, places, page))


def _list(site: _Site, places: Sequence[Place], page: ListPage) -> Files:
    listings = tuple(listing_of(site.episode(place)) for place in reversed(places))
    return {page.path: render_list(site.show, replace(page, listings=listings), site.show.base_url)}


def _archives(site: _Site, feeds: Layout[Place], places: Sequence[Place]) -> Iterator[Piece]:
    needs, paths = _needs(places), [f"{ARCHIVES}/{block.name}.xml" for block in feeds.older]
    around = ["", *paths, FEED]
    for block, older, path, newer in zip(feeds.older, around, around[1:], around[2:], strict=False):
        document = FeedDocument(path, older=older, newer=newer)
        yield _feed_piece(site, block.episodes, document, needs[block.episodes[-1]])


def _feed(site: _Site, feeds: Layout[Place], places: Sequence[Place]) -> Piece:
    document = FeedDocument(older=f"{ARCHIVES}/{feeds.older[-1].name}.xml" if feeds.older else "")
    return _feed_piece(site, feeds.first, document, len(places))


def _feed_piece(site: _Site, places: Sequence[Place], document: FeedDocument, needs: int) -> Piece:
    digest = site.digest(places, document.older, document.newer)
    return Piece(document.path, digest, needs, partial(_feed_document, site, places, document))


def _feed_document(site: _Site, places: Sequence[Place], document: FeedDocument) -> Files:
    episodes = [site.episode(place) for place in places]
    feed = render_feed(site.show, episodes, site.base, guid=site.guid, document=document)
    return {document.path: feed}


def _clear(output: Path, kept: Container[str]) -> None:
    """Remove what older runs wrote of blocks that are others now."""
    for folder in (ARCHIVES, SEARCH):
        for file in (output / folder).glob("[!.]*"):
            if f"{folder}/{file.name}" not in kept:
                try:
                    file.unlink()
                except OSError as error:
                    raise PublishError(cannot_write(file, error)) from error


@lru_cache(maxsize=1)
def _software() -> str:
    """What makes the files: its own text, so that a newer speakerine makes them again."""
    here = Path(__file__).parent
    texts = sorted(path for path in here.rglob("*") if path.suffix in _TEXTS)
    return _hash([hashlib.sha256(path.read_bytes()).hexdigest() for path in texts])


def _show_digest(show: Show) -> str:
    """What listeners are told of the show."""
    told = replace(show, sources=(), edition=EditionSettings(), mastering=Mastering(), publish_to="")
    return json.dumps(asdict(told), ensure_ascii=False, default=str)


def _hash(parts: Sequence[str]) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()

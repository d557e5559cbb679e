"""The show: its settings, and the files that they name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from speakerine.config import VoiceShelf
from speakerine.doctor.signs import Sign, ill, note, well
from speakerine.errors import SpeakerineError
from speakerine.french.lexicon import shipped_lexicon
from speakerine.publish.feed.categories import check_category
from speakerine.publish.publication import show_cover
from speakerine.script.template import load_frame
from speakerine.settings import Show


def inspect_show(show: Show, shelf: VoiceShelf, path: Path | None) -> Iterator[Sign]:
    """What its settings lead to: cover, jingles, lexicon, frame, sources, and its address."""
    if path is None:
        yield note(
            "show", "there is no show.toml here: all is at its default", "run speakerine init: it begins one"
        )
    else:
        yield well("show", f"{path} is read")
    yield _sign("cover", "the cover can be used", lambda: show_cover(show))
    category = f"{show.category} is one of Apple's"
    yield _sign("category", category, lambda: check_category(show.category, show.subcategory))
    yield _sign("jingles", f"{show.jingle_set} is there", lambda: shelf.jingle_folder(show.jingle_set))
    yield from _own_file(show, "lexicon.tsv", lambda text, at: shipped_lexicon().with_entries(text, at))
    yield from _own_file(show, "frame.toml", load_frame)
    for source in show.sources:
        local = not source.address.startswith(("http://", "https://"))
        if local and not Path(source.address).exists():
            yield ill("sources", f"{source.address} is not there", "correct its path in [[sources]]")
    yield from _reachable(show)


def _reachable(show: Show) -> Iterator[Sign]:
    if show.base_url:
        yield well("address", f"the feed will be at {show.base_url}feed.xml")
    else:
        what = "nobody has said where the podcast will be: it is for this machine alone"
        yield note("address", what, "set base_url in [show] of show.toml")
    if not show.email:
        yield note("owner", "no e-mail: directories ask for one", "set email in [show] of show.toml")


def _sign(about: str, what: str, look: Callable[[], object]) -> Sign:
    """What comes of a look that raises where something is wrong."""
    try:
        look()
    except SpeakerineError as error:
        return ill(about, str(error).rstrip("."), "then run speakerine doctor again")
    return well(about, what)


def _own_file(show: Show, name: str, read: Callable[[str, str], object]) -> Iterator[Sign]:
    path = show.folder / name
    if not path.is_file():
        return
    try:
        read(path.read_text("utf-8"), str(path))
    except (SpeakerineError, OSError, UnicodeDecodeError) as error:
        yield ill(name, str(error).rstrip("."), "correct it")
    else:
        yield well(name, f"{path} is read")

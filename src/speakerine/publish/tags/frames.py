"""The frames of an episode's ID3 tag, its chapters left out: what it is, where it is from, what it says.

Sources: id3.org, ID3v2.3.0 §4; Apple's podcast frames (PCST, TCAT, TDES, TGID, WFED), as iTunes writes them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from speakerine.french.writing import enumeration
from speakerine.publish.addresses import FEED, base_address, episode_path, web_address
from speakerine.publish.plain import one_line, printable
from speakerine.publish.wording import source_note, voices_note

if TYPE_CHECKING:
    from speakerine.settings import Show
    from speakerine.types import Episode

LANGUAGES = {"fr": "fra", "en": "eng", "de": "deu", "es": "spa", "it": "ita"}
"""ISO 639-1 to 639-2, which ID3 wants."""

AUTHOR, SITE, VOICES, ENGINES, NOTE = "Auteur", "Source", "Voix", "Moteur", "Lecture"
PUBLISHED = "Publication"
"""Names of TXXX frames; the last one's text is a moment in ISO 8601 with its zone, which TIME has not."""

PARAGRAPH_BREAK = "\n\n"
_MAKER = "speakerine"
_LATIN1, _UTF16 = 0, 1
_FRONT_COVER, _OTHER_PICTURE = 3, 0
_OPENING_SIGN = re.compile(r"^\s*(?:©|\(c\)|copyright\b)\s*", re.IGNORECASE)
_YEAR = re.compile(r"^\d{4} ")


def frame(name: str, **fields: Any) -> Any:
    """Return an ID3 frame of that name."""
    from mutagen.id3 import Frames

    kind: Any = Frames[name]
    return kind(**fields)


def text_frame(name: str, text: str) -> Any:
    """Return a text frame, in the plainer of the two encodings that v2.3 has."""
    encoding = _LATIN1 if text.isascii() else _UTF16
    return frame(name, encoding=encoding, text=[text])


def link_frame(desc: str, url: str) -> Any:
    """Return a link with a name."""
    return frame("WXXX", encoding=_LATIN1, desc=desc, url=url)


def picture_frame(picture: bytes, *, is_cover: bool) -> Any:
    """Return a picture, JPEG or PNG as its first bytes say."""
    mime = "image/png" if picture.startswith(b"\x89PNG") else "image/jpeg"
    kind = _FRONT_COVER if is_cover else _OTHER_PICTURE
    return frame("APIC", encoding=_LATIN1, mime=mime, type=kind, desc="", data=picture)


def language_code(episode: Episode) -> str:
    """Return the episode's language in ISO 639-2, « und » where it is not known."""
    return LANGUAGES.get(episode.language[:2].lower(), "und")


def what_it_is(episode: Episode, show: Show) -> list[Any]:
    """Return the frames that name the episode and its show."""
    texts = {
        "TIT2": episode.title,
        "TPE1": show.author or show.title,
        "TALB": show.title,
        "TPUB": show.author or show.title,
        "TCOP": copyright_line(show.copyright, episode.published.year),
        "TCAT": show.category,
        "TDES": episode.description,
        "TGID": episode.guid,
        "TENC": _MAKER,
    }
    return [
        *(text_frame(name, one_line(text)) for name, text in texts.items() if one_line(text)),
        text_frame("TDRC", f"{episode.published:%Y-%m-%dT%H:%M}"),
        text_frame("TIME", f"{episode.published:%H%M}"),  # update_to_v23 leaves it out on the hour
        text_frame("TCON", "Podcast"),
        text_frame("TLAN", language_code(episode)),
        _remark(PUBLISHED, episode.published.isoformat()),
        frame("PCST", value=1),
    ]


def copyright_line(text: str, year: int) -> str:
    """Return the line as TCOP wants it: a year and a space first, no ©. Source: ID3v2.3.0 §4.2.1."""
    line = _OPENING_SIGN.sub("", one_line(text))
    return line if not line or _YEAR.match(line) else f"{year:04} {line}"


def where_it_is_from(episode: Episode, show: Show) -> list[Any]:
    """Return the links: to the article, the episode's page, the feed and the show's site."""
    links = {"WOAS": web_address(episode.url), "WPUB": web_address(show.link)}
    if show.base_url:
        base = base_address(show.base_url)
        links |= {"WOAF": base + episode_path(episode, ""), "WFED": base + FEED}
    return [
        *(frame(name, url=url) for name, url in links.items() if url),
        *_remarks({AUTHOR: episode.author, SITE: episode.site}),
    ]


def how_it_is_made(episode: Episode) -> list[Any]:
    """Return the frames that tell the synthetic voice, its name and its engine."""
    return _remarks(
        {
            VOICES: enumeration([one_line(name) for name in episode.voices]),
            ENGINES: enumeration([one_line(name) for name in episode.engines]),
            NOTE: voices_note(episode.voices),
            "ai-content": "true",
        }
    )


def what_it_says(episode: Episode) -> list[Any]:
    """Return the comment, and the article as written as lyrics."""
    language = language_code(episode)
    notes = [printable(note).strip() for note in (episode.description, *comment_notes(episode))]
    comment = PARAGRAPH_BREAK.join(note for note in notes if note)
    article = PARAGRAPH_BREAK.join(printable(paragraph.text) for paragraph in episode.paragraphs)
    frames = [frame("COMM", encoding=_UTF16, lang=language, desc="", text=[comment])]
    if article:
        frames.append(frame("USLT", encoding=_UTF16, lang=language, desc="", text=article))
    return frames


def comment_notes(episode: Episode) -> tuple[str, str]:
    """Return what stands after the description in the comment: the origin and the note on the voice."""
    return source_note(episode), voices_note(episode.voices)


def _remarks(said: dict[str, str]) -> list[Any]:
    return [_remark(desc, one_line(text)) for desc, text in said.items() if one_line(text)]


def _remark(desc: str, text: str) -> Any:
    return frame("TXXX", encoding=_UTF16, desc=desc, text=[text])

"""episode.json: all that an Episode is, so that the feed and the pages can be made again from it."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import datetime
from typing import Any, TypeVar

from speakerine.errors import PublishError
from speakerine.types import Chapter, Cue, Enclosure, Episode, Loudness, Paragraph, ParagraphKind

SCHEMA = 1
"""Version of the record: it changes when an older speakerine could not read a newer one."""

_T = TypeVar("_T")
_ESCAPED_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_NOT_IN_NAMES = re.compile("[/\\\\\0-\x1f\x7f\ud800-\udfff]")
_TEXTS = ("author", "summary", "url", "site", "image", "language", "fingerprint")


def episode_to_json(episode: Episode) -> str:
    """Return the record, times in ISO 8601 with their zone."""
    fields = asdict(episode) | {"published": episode.published.isoformat()}
    return json.dumps({"schema": SCHEMA, **fields}, ensure_ascii=False, indent=1) + "\n"


def episode_from_json(text: str) -> Episode:
    """Return the episode that a record holds.

    Raises:
        PublishError: it is no record, or one of a newer speakerine.
    """
    try:
        fields = json.loads(text)
    except json.JSONDecodeError as error:
        raise PublishError(f"it is not JSON (line {error.lineno}: {error.msg})") from error
    except (RecursionError, ValueError) as error:
        raise PublishError(f"it is not a record: {error}") from error
    if not isinstance(fields, dict):
        raise PublishError("it is not a JSON object")
    if fields.get("schema") != SCHEMA:
        raise PublishError(f"its schema is {fields.get('schema')!r}, and this speakerine reads {SCHEMA}")
    try:
        _check_characters(text, fields)
        return _episode(fields)
    except KeyError as error:
        raise PublishError(f"it has no {error}") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise PublishError(f"it holds a wrong value: {' '.join(str(error).split())}") from error


def _episode(fields: dict[str, Any]) -> Episode:
    enclosure = _made(Enclosure, fields["enclosure"])
    for name in (enclosure.path, _text(fields["slug"])):
        _check_name(name)
    loudness = fields.get("loudness")
    return Episode(
        guid=_text(fields["guid"]),
        slug=fields["slug"],
        title=_text(fields["title"]),
        published=datetime.fromisoformat(fields["published"]),
        enclosure=enclosure,
        description=_text(fields["description"]),
        chapters=tuple(_made(Chapter, one) for one in fields.get("chapters", ())),
        cues=tuple(_made(Cue, one) for one in fields.get("cues", ())),
        paragraphs=tuple(_paragraph(one) for one in fields.get("paragraphs", ())),
        voices=tuple(_text(one) for one in fields.get("voices", ())),
        engines=tuple(_text(one) for one in fields.get("engines", ())),
        loudness=None if loudness is None else _made(Loudness, loudness),
        word_count=int(fields.get("word_count", 0)),
        **{name: _text(fields[name]) for name in _TEXTS if name in fields},
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _check_characters(text: str, fields: dict[str, Any]) -> None:
    """Hold every text to characters that UTF-8 has: an escape in JSON can bring half of one."""
    (json.dumps(fields, ensure_ascii=False) if _ESCAPED_HALF.search(text) else text).encode()


def _check_name(name: str) -> None:
    """Hold a name to one that stays in its folder, and that an address can hold."""
    if name in {"", ".", ".."} or _NOT_IN_NAMES.search(name):
        raise ValueError(f"{name!r} is no file name")


def _paragraph(fields: dict[str, Any]) -> Paragraph:
    return Paragraph(_text(fields["text"]), ParagraphKind(fields["kind"]))


def _made(kind: type[_T], fields: dict[str, Any]) -> _T:
    """Return a dataclass of texts and numbers from its fields, each held to its type."""
    kinds: dict[str, str] = kind.__annotations__
    for name, value in fields.items():
        wanted: type | tuple[type, ...] = {"str": str, "int": int}.get(kinds.get(name, ""), (int, float))
        if not isinstance(value, wanted):
            raise TypeError(f"{name} is {value!r}")
    return kind(**fields)

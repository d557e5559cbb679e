"""The frame's sentences: a template that a show can change, checked when it is read.

A field stands in braces and is replaced once by its value: `{date}`. There is nothing else to learn,
and nothing else that a template can reach.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import Field, dataclass, field, fields
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Any

from speakerine.errors import ConfigError

SHIPPED = "data/frame.toml"
OWN = "frame.toml"
LAST_HOUR = 24
_FIELD = re.compile(r"\{([^{}]*)\}")
_NBSP, _NNBSP = "\u00a0", "\u202f"
_SET_TYPE = (
    (re.compile(r"(?<=\w)'(?=\w)"), "’"),
    (re.compile(r" (?=[;!?])"), _NNBSP),
    (re.compile(r" (?=[:»])|(?<=«) |(?<=\{count\}) "), _NBSP),
)
"""What a keyboard has no key for. Source: Imprimerie nationale, Lexique, « Ponctuation »."""


class _Kind(Enum):
    SPOKEN = "a sentence in quotes that is not empty"
    SILENT = "a sentence in quotes, empty to say nothing"
    TURNS = 'a list of sentences, such as ["…", "…"]'
    HOUR = f"an hour from 0 to {LAST_HOUR}"


def _key(kind: _Kind, *known: str) -> dict[str, object]:
    """How a key of the template is checked: what it holds, and the fields its sentences may name."""
    return {"kind": kind, "fields": known}


_DAY = ("show", "date", "count")
_ITEM = ("title", "source", "byline", "position", *_DAY)


@dataclass(frozen=True, slots=True)
class ArticleFrame:
    """What is said around one article."""

    byline: str = field(metadata=_key(_Kind.SILENT, "byline"))
    truncated: str = field(metadata=_key(_Kind.SILENT))
    table: str = field(metadata=_key(_Kind.SILENT))
    captioned_table: str = field(metadata=_key(_Kind.SILENT, "caption"))
    code: str = field(metadata=_key(_Kind.SILENT))
    credit_one: str = field(metadata=_key(_Kind.SPOKEN, "voices", "title"))
    credit_many: str = field(metadata=_key(_Kind.SPOKEN, "voices", "title"))


@dataclass(frozen=True, slots=True)
class EditionFrame:
    """What is said around many. From `evening_from` o'clock on, the sentences of the evening are."""

    title: str = field(metadata=_key(_Kind.SPOKEN, *_DAY))
    opening_chapter: str = field(metadata=_key(_Kind.SPOKEN, *_DAY))
    closing_chapter: str = field(metadata=_key(_Kind.SPOKEN, *_DAY))
    evening_from: int = field(metadata=_key(_Kind.HOUR))
    greeting: str = field(metadata=_key(_Kind.SPOKEN, *_DAY))
    greeting_evening: str = field(metadata=_key(_Kind.SPOKEN, *_DAY))
    contents_one: str = field(metadata=_key(_Kind.SILENT, *_DAY))
    contents_many: str = field(metadata=_key(_Kind.SILENT, *_DAY))
    headlines: tuple[str, ...] = field(metadata=_key(_Kind.TURNS, *_ITEM))
    last_headline: str = field(metadata=_key(_Kind.SILENT, *_ITEM))
    only_article: tuple[str, ...] = field(metadata=_key(_Kind.TURNS, *_ITEM))
    first_article: tuple[str, ...] = field(metadata=_key(_Kind.TURNS, *_ITEM))
    next_article: tuple[str, ...] = field(metadata=_key(_Kind.TURNS, *_ITEM))
    last_article: tuple[str, ...] = field(metadata=_key(_Kind.TURNS, *_ITEM))
    sign_off: str = field(metadata=_key(_Kind.SILENT, *_DAY))
    sign_off_evening: str = field(metadata=_key(_Kind.SILENT, *_DAY))
    credit_one: str = field(metadata=_key(_Kind.SPOKEN, "voices", *_DAY))
    credit_many: str = field(metadata=_key(_Kind.SPOKEN, "voices", *_DAY))


@dataclass(frozen=True, slots=True)
class Frame:
    """Every sentence that no article says."""

    article: ArticleFrame
    edition: EditionFrame


def load_frame(text: str | None, where: str = OWN) -> Frame:
    """Return the frame that ships, with what the TOML of `text` says instead, key by key.

    Raises:
        ConfigError: it is no TOML, or a table, a key, a type or a field is not the frame's; the
            message names `where`.
    """
    return _frame(text, where) if text is not None else shipped_frame()


@cache
def shipped_frame() -> Frame:
    """Return the frame that ships with speakerine."""
    return _frame("", SHIPPED)


def fill(sentence: str, values: Mapping[str, str]) -> str:
    """Return the sentence with each field replaced by its value; braces in a value stay as they are."""
    return _FIELD.sub(lambda match: values[match[1]], sentence)


def fields_of(sentence: str) -> list[str]:
    """Return the names in braces, in order."""
    return _FIELD.findall(sentence)


def _frame(text: str, where: str) -> Frame:
    own = _parsed(text, where)
    shipped = _parsed(files("speakerine.script").joinpath(SHIPPED).read_text("utf-8"), SHIPPED)
    _check_names(own, ("article", "edition"), where, "table")
    return Frame(
        article=ArticleFrame(**_values("article", ArticleFrame, shipped, own, where)),
        edition=EditionFrame(**_values("edition", EditionFrame, shipped, own, where)),
    )


def _parsed(text: str, where: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{where} is not valid TOML: {error}. Mend that line and run again.") from error


def _values(
    table: str,
    part: type[ArticleFrame | EditionFrame],
    shipped: Mapping[str, Any],
    own: Mapping[str, Any],
    where: str,
) -> dict[str, Any]:
    mine = own.get(table, {})
    if not isinstance(mine, dict):
        raise ConfigError(f"{table} in {where} must be a table: write [{table}] on a line of its own.")
    _check_names(mine, [key.name for key in fields(part)], f"[{table}] of {where}", "key")
    values = {}
    for key in fields(part):
        changed = key.name in mine
        at = f"{key.name} in [{table}] of {where if changed else SHIPPED}"
        values[key.name] = _checked((mine if changed else shipped[table])[key.name], key, at)
    return values


def _checked(value: object, key: Field[Any], at: str) -> object:
    """The value as the frame holds it."""
    kind: _Kind = key.metadata["kind"]
    known: tuple[str, ...] = key.metadata["fields"]
    if kind is _Kind.HOUR:
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LAST_HOUR:
            return value
    elif kind is _Kind.TURNS:
        if isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value):
            return tuple(_sentence(v, known, at) for v in value)
    elif isinstance(value, str) and (value.strip() or kind is _Kind.SILENT):
        return _sentence(value, known, at)
    raise ConfigError(f"{at} is {value!r}: write {kind.value}.")


def _sentence(value: str, known: Iterable[str], at: str) -> str:
    names = ", ".join(f"{{{name}}}" for name in known) or "none"
    for name in fields_of(value):
        if name not in known:
            raise ConfigError(
                f"{at} names an unknown field {{{name}}}{_nearest(name, known)}. Its fields are: {names}."
            )
    if re.search(r"[{}]", _FIELD.sub("", value)):
        raise ConfigError(f"{at} has a brace that opens or closes no field. Its fields are: {names}.")
    for plain, typeset in _SET_TYPE:
        value = plain.sub(typeset, value)
    return value.strip()


def _check_names(found: Iterable[str], known: Iterable[str], where: str, what: str) -> None:
    for name in found:
        if name not in known:
            raise ConfigError(
                f"{where} has an unknown {what} “{name}”{_nearest(name, known)}. "
                f"There are: {', '.join(known)}."
            )


def _nearest(name: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f": did you mean “{close[0]}”?" if close else ""

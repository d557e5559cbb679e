"""A file on disk, or bytes from standard input, to an Article."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from speakerine.errors import SourceError
from speakerine.sources.encodings import decode_bytes
from speakerine.sources.markdown import is_markdown, read_markdown
from speakerine.sources.text import read_text
from speakerine.types import Article

__all__ = ["decode_bytes", "read_bytes", "read_source"]

_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(?:rss|feed|rdf:RDF)\b",
    re.IGNORECASE | re.DOTALL,
)
_LARGEST_BYTES = 50_000_000


def read_source(path: Path) -> Article:
    """The article in a file: text, Markdown or HTML, told by its name and how it begins.

    Raises:
        SourceError: there is no such file, it cannot be read, it is no text, or holds no article.
    """
    if path.is_dir():
        raise SourceError(f"{path} is a folder. Give the article's file inside it.")
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise SourceError(
                f"{path} is over {_LARGEST_BYTES // 1_000_000} MB, too large for an article. Give its text."
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(
            f"{path} does not exist. Check its name, or paste the page into it first."
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise SourceError(
            f"{path} cannot be read: {reason}. Check that the file is yours to open."
        ) from error
    return read_bytes(data, str(path))


def read_bytes(data: bytes, name: str) -> Article:
    """The article in `data`; `name` is the file's name, or what errors call it (« standard input »).

    Raises:
        SourceError: it is empty, no text, or holds no article.
    """
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise SourceError(f"{name} is empty. Paste the whole page of the article into it.")
    try:
        return _read(decode_bytes(data), Path(name))
    except SourceError as error:
        raise SourceError(f"{name}: {error}") from error


def _read(text: str, path: Path) -> Article:
    suffix = path.suffix.lower()
    start = text[:12_000]
    if suffix in _HTML_SUFFIXES or _HTML_START.match(start.lstrip("\ufeff")):
        from speakerine.sources.html import read_html  # its extractor takes a moment to load

        return read_html(text)
    if _FEED_START.match(start.lstrip("\ufeff")):
        raise SourceError(
            "it is a feed, not an article. Give the feed's address, or the page of one of its articles."
        )
    if suffix in _MARKDOWN_SUFFIXES or is_markdown(text):
        return replace(read_markdown(text), source="markdown")
    return read_text(text)

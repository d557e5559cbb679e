"""A Markdown file to an Article: front matter, headings, paragraphs, lists and quotations.

Only what writing an article takes of Markdown; its marks are taken off the words they dress.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from speakerine.errors import SourceError
from speakerine.sources.bylines import parse_byline
from speakerine.sources.dates import is_date_line, parse_date
from speakerine.sources.headline import derived_title
from speakerine.sources.leads import opened_by
from speakerine.sources.omissions import WHY_LEFT_OUT
from speakerine.types import Article, DroppedLine, Omission, Omitted, Paragraph, ParagraphKind

_FRONT_MATTER = re.compile(
    r"\A\s*(?P<fence>---|\+\+\+)[ \t]*\n(?P<fields>.*?)\n(?P=fence)[ \t]*(?:\n|\Z)", re.DOTALL
)
_FIELD = re.compile(r"^(?P<name>[\w-]+)\s*[:=]\s*(?P<value>.*)$")
_NAMES = {
    "titre": "title",
    "auteur": "author",
    "autrice": "author",
    "authors": "author",
    "byline": "author",
    "published": "date",
    "publie": "date",
    "link": "url",
    "canonical": "url",
    "canonical_url": "url",
    "source": "url",
    "chapo": "lead",
    "description": "lead",
    "summary": "lead",
    "lang": "language",
    "langue": "language",
}
_HEADING = re.compile(r"^ {0,3}(?P<level>#{1,6})\s+(?P<text>.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"^ {0,3}(?:=+|-{2,})\s*$")
_RULE = re.compile(r"^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_ITEM = re.compile(r"^\s{0,8}(?:[-*+]|\d{1,3}[.)])\s+(?P<text>.*)$")
_QUOTE = re.compile(r"^ {0,3}>\s?(?P<text>.*)$")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_TABLE = re.compile(r"^\s*\|.*\|\s*$|^\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$")
_TABLE_CAPTION = re.compile(r"^(?:[Tt]able|[Tt]ableau)?\s?:\s+(?P<text>\S.{0,140})$")
"""Under a table. Source: Pandoc User's Guide, « Tables », table_captions."""
_DEFINITION = re.compile(r"^ {0,3}\[\^?[^\]]{1,100}\]:\s")
_IMAGE_ALONE = re.compile(r"^!\[[^\]]{0,500}\]\([^)]{0,1000}\)$")
_INLINE = (
    (re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL), ""),
    (re.compile(r"!\[([^\]]{0,500})\]\([^)]{0,1000}\)"), ""),
    (re.compile(r"\[\^[^\]]{1,50}\]"), ""),
    (re.compile(r"\[([^\]]{1,500})\]\([^)]{0,1000}\)"), r"\1"),
    (re.compile(r"\[([^\]]{1,500})\]\[[^\]]{0,100}\]"), r"\1"),
    (re.compile(r"<(https?://[^<>\s]{1,500})>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^<>]{0,300}>"), ""),
    (re.compile(r"(?<!\\)(`+)(.{1,300}?)(?<!`)\1(?!`)"), r"\2"),
    (re.compile(r"(?<![\\\w*])(\*{1,3})(?=\S)(.{1,2000}?)(?<=\S)\1(?!\*)"), r"\2"),
    (re.compile(r"(?<![\\\w_])(_{1,3})(?=\S)(.{1,2000}?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"~~(?=\S)(.{1,500}?)~~"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])"), r"\1"),
)
_HEAD_PARAGRAPHS = 3
_SIGN = re.compile(
    r"^#{1,6} +\S[^\n]{1,200}$|\*\*\S[^*\n]{0,200}\*\*|\]\(https?://[^)\s]{1,500}\)|^> +\S", re.MULTILINE
)
_LOOKED_AT_CHARS = 20_000


def is_markdown(text: str) -> bool:
    """Whether a text of no told kind is in Markdown: it has front matter, or headings and other marks.

    A heading alone may be a hash by chance: another mark must stand by it.
    """
    head = text[:_LOOKED_AT_CHARS].lstrip("\ufeff \t\r\n").replace("\r\n", "\n")
    if _FRONT_MATTER.match(head):
        return True
    marks = _SIGN.findall(head)
    return len(marks) > 1 and any(mark.startswith("#") for mark in marks)


@dataclass(slots=True)
class _Reader:
    """The blocks read so far, and the lines of the one being read."""

    blocks: list[Paragraph] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    dropped: list[DroppedLine] = field(default_factory=list)
    omitted: list[Omission] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)
    kind: ParagraphKind = ParagraphKind.TEXT

    def add(self, line: str, kind: ParagraphKind) -> None:
        if kind is not self.kind:
            self.close()
        self.kind = kind
        self.pending.append(line.strip())

    def close(self) -> None:
        if not self.pending:
            return
        raw = " ".join(self.pending)
        self.pending = []
        text = _undressed(raw)
        if text:
            self.blocks.append(Paragraph(text, self.kind))
        else:
            self.drop(raw, "an image or a comment")
        self.kind = ParagraphKind.TEXT

    def heading(self, text: str, level: int) -> None:
        self.close()
        shown = _undressed(text)
        if level == 1 and not self.titles:
            self.titles.append(shown)
        elif shown:
            self.blocks.append(Paragraph(shown, ParagraphKind.HEADING))

    def drop(self, line: str, why: str) -> None:
        if line.strip():
            self.dropped.append(DroppedLine(line.strip(), why))

    def omit(self, what: Omitted) -> None:
        """Note a table or code after the blocks read so far; the lines of a table come one by one."""
        self.close()
        place = Omission(what, len(self.blocks))
        if what is Omitted.CODE or place not in self.omitted[-1:]:
            self.omitted.append(place)

    def caption(self, line: str) -> bool:
        """Whether `line` is the caption of a table that it stands under."""
        found = _TABLE_CAPTION.match(line)
        under = self.omitted[-1:] == [Omission(Omitted.TABLE, len(self.blocks))] and not self.pending
        if found and under:
            self.omitted[-1] = replace(self.omitted[-1], caption=_undressed(found["text"]))
            self.drop(line, "a caption or credit")
        return bool(found and under)


def read_markdown(text: str) -> Article:
    """The article in a Markdown file.

    Raises:
        SourceError: it holds no paragraph.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    fields, body = _front_matter(text)
    reader = _read(body)
    paragraphs, byline, published = _head(reader)
    if not any(p.kind is not ParagraphKind.HEADING for p in paragraphs):
        raise SourceError(
            "No article was found in the Markdown: it holds no paragraph. Write its text under its title."
        )
    lead = fields.get("lead", "")
    if not lead and len(paragraphs) > 1 and paragraphs[0].kind is ParagraphKind.TEXT:
        lead, paragraphs = paragraphs[0].text, paragraphs[1:]
    return Article(
        title=fields.get("title", "") or "".join(reader.titles) or derived_title(lead or paragraphs[0].text),
        paragraphs=opened_by(lead, paragraphs),
        byline=_signed(fields.get("author", "")) or byline,
        lead=lead,
        published=parse_date(fields.get("date", "")) or (parse_date(published) if published else None),
        url=fields.get("url", "") if fields.get("url", "").startswith(("http://", "https://")) else "",
        site=fields.get("site", ""),
        image=fields.get("image", ""),
        language=fields.get("language", "fr")[:2].lower() or "fr",
        source="markdown",
        omissions=_omissions(reader, paragraphs),
        dropped=tuple(reader.dropped),
    )


def _signed(author: str) -> str:
    signature = parse_byline(author)
    return signature.names if signature else author


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields of the front matter, under English names, and the text after it."""
    match = _FRONT_MATTER.match(text)
    if not match:
        return {}, text
    fields: dict[str, str] = {}
    for line in match["fields"].splitlines():
        if found := _FIELD.match(line.strip()):
            name = found["name"].lower().replace("é", "e")
            values = [v.strip().strip("\"'") for v in _values(found["value"])]
            fields.setdefault(_NAMES.get(name, name), " et ".join(v for v in values if v))
    return fields, text[match.end() :]


def _values(value: str) -> list[str]:
    value = value.strip()
    return value[1:-1].split(",") if value.startswith("[") and value.endswith("]") else [value]


def _head(reader: _Reader) -> tuple[list[Paragraph], str, str]:
    """The paragraphs without the lines at their head that only sign or date the article."""
    byline = published = ""
    kept: list[Paragraph] = []
    for index, paragraph in enumerate(reader.blocks):
        if index < _HEAD_PARAGRAPHS and paragraph.kind is ParagraphKind.TEXT:
            signature = parse_byline(paragraph.text)
            if is_date_line(paragraph.text) or (signature and signature.explicit):
                byline = byline or (signature.names if signature else "")
                published = published or paragraph.text
                continue
        kept.append(paragraph)
    return kept, byline, published


def _omissions(reader: _Reader, body: list[Paragraph]) -> tuple[Omission, ...]:
    """The tables and code, placed among the paragraphs of the body."""
    inside = {id(paragraph) for paragraph in body}
    return tuple(
        replace(one, after=sum(id(paragraph) in inside for paragraph in reader.blocks[: one.after]))
        for one in reader.omitted
    )


def _read(body: str) -> _Reader:
    reader = _Reader()
    lines = iter(body.split("\n"))
    for line in lines:
        if _FENCE.match(line):
            reader.omit(Omitted.CODE)
            for inside in _until_fence(lines):
                reader.drop(inside, WHY_LEFT_OUT[Omitted.CODE])
        else:
            _read_line(reader, line)
    reader.close()
    return reader


def _until_fence(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if _FENCE.match(line):
            return
        yield line


def _read_line(reader: _Reader, line: str) -> None:
    if not line.strip():
        reader.close()
    elif heading := _HEADING.match(line):
        reader.heading(heading["text"], len(heading["level"]))
    elif _UNDERLINE.match(line) and reader.pending and reader.kind is ParagraphKind.TEXT:
        title = " ".join(reader.pending)
        reader.pending.clear()
        reader.heading(title, 1 if "=" in line else 2)
    elif _TABLE.match(line):
        reader.omit(Omitted.TABLE)
        reader.drop(line, WHY_LEFT_OUT[Omitted.TABLE])
    elif _RULE.match(line) or _DEFINITION.match(line) or _IMAGE_ALONE.match(line.strip()):
        reader.close()
        reader.drop(line, "an image, a rule or a reference")
    elif reader.caption(line):
        return
    elif item := _ITEM.match(line):
        reader.close()
        reader.add(item["text"], ParagraphKind.LIST_ITEM)
    elif quote := _QUOTE.match(line):
        _quoted(reader, quote["text"])
    else:
        reader.add(line, reader.kind if reader.pending else ParagraphKind.TEXT)


def _quoted(reader: _Reader, text: str) -> None:
    if text.strip():
        reader.add(text, ParagraphKind.QUOTE)
    else:
        reader.close()


def _undressed(text: str) -> str:
    """`text` without the marks of Markdown."""
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return re.sub(r"[ \t]+", " ", text).strip()

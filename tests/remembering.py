"""A folder of articles handed in again and again, and what becomes of them."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from speakerine.cli.reading import doubts
from speakerine.errors import SpeakerineError
from speakerine.manuscripts import FORGETFUL, Manuscript, Read, open_desk
from speakerine.pipeline import make_episodes, one_article
from speakerine.plan import Production
from speakerine.sources.fetch import Fetcher
from speakerine.sources.gather import Found, find_articles
from tests.articles import ENGLISH

RIVER = """Le fleuve monte à Caen
Publié le 12/05/2025

Le fleuve a gagné trente centimètres depuis hier, et les quais sont fermés à tous.
"""
CORRECTED = RIVER.replace("trente", "quinze")
"""As long as the other."""

LINKED = """---
title: Le pont
url: https://exemple.fr/pont
---

Le pont {} ce matin, dit la mairie, et pour longtemps.
"""
BRIEFS = "Brèves du port\n\n{}\n"
TEXTS = {
    "a dated article": RIVER,
    "the same, corrected": CORRECTED,
    "a day without its year": RIVER.replace("12/05/2025", "12 mai").replace("Caen", "Rouen"),
    "briefs": BRIEFS.format("Le fleuve a gagné trente centimètres depuis hier, et les quais sont fermés."),
    "other briefs": BRIEFS.format("La criée ouvre plus tôt cet été parce que les bateaux rentrent la nuit."),
    "an address": LINKED.format("ouvre"),
    "the same address": LINKED.format("ferme"),
    "another language": ENGLISH,
    "names alone": "Zurich\n\nZurich Bern Basel Genf Luzern, Chur Davos Sion Lugano Locarno.\n",
    "nothing": "",
}


@dataclass
class Handing:
    """What a production makes of a folder; `names` are the files that were read for it, in order."""

    production: Production
    articles: Path
    remembers: bool = True
    names: list[str] = field(default_factory=list)

    def run(self, *, force: bool = False) -> list[tuple[str, str]]:
        """What becomes of each file: a status and a folder's name, or « refused » and why."""
        self.names.clear()
        return list(self._outcomes(force=force))

    def episodes(self) -> dict[str, dict[str, object]]:
        """What every episode that is there was made of, by slug; Pico never sounds twice the same."""
        paths = self.production.output.glob("episodes/*/episode.json")
        records = {path.parent.name: json.loads(path.read_text("utf-8")) for path in paths}
        made_of = ("guid", "title", "published", "paragraphs", "url", "fingerprint")
        return {slug: {name: record[name] for name in made_of} for slug, record in records.items()}

    def _outcomes(self, *, force: bool) -> Iterator[tuple[str, str]]:
        def read(found: Found) -> Read:
            self.names.append(Path(found.name).name)
            article = found.read()
            doubtful = doubts(article, found.name, force=force)
            return Read(one_article(article, self.production), in_silence=not doubtful)

        desk = open_desk(self.production, force=force) if self.remembers else FORGETFUL
        manuscripts: list[Manuscript] = []
        for found in find_articles(str(self.articles), Fetcher()):
            try:
                manuscripts.append(desk.take(found, read))
            except SpeakerineError as error:
                yield "refused", str(error)
        for became in make_episodes(manuscripts, self.production, lambda _: lambda _done, _total: None):
            if isinstance(became, SpeakerineError):
                yield "refused", str(became)
            else:
                yield str(became.status), became.folder.name


def write(path: Path, text: str, *, as_if_unchanged: bool = False) -> None:
    """Write the file; `as_if_unchanged` gives it back the time that it had."""
    times = path.stat() if as_if_unchanged and path.exists() else None
    path.write_text(text, "utf-8")
    if times:
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))

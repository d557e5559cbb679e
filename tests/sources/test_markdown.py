"""Markdown: its marks come off, its words stay."""

from __future__ import annotations

import pytest

from speakerine.errors import SourceError
from speakerine.sources.markdown import read_markdown
from speakerine.types import Omission, Omitted, Paragraph, ParagraphKind

ARTICLE = """---
title: "Le phare éteint"
auteur: [Rose Kerdal, Jean Le Goff]
date: 2031-05-04
url: https://phare.example/eteint
tags: mer
---

Le phare de l'**Île-aux-Moutons** s'est tu *dimanche*, après [cent ans](https://x.example) de veille.

## Une lampe à l'arrêt

> « On ne s'y fait pas »,
> dit la gardienne.

- un feu blanc ;
- un feu rouge.

![Le phare](phare.jpg)

```python
print("éteint")
```

| année | feu |
|-------|-----|
| 1931  | oui |

Il restera `visible` de jour, 2 * 3 milles à la ronde.
"""


def test_front_matter_and_blocks_are_read() -> None:
    article = read_markdown(ARTICLE)
    assert (article.title, article.byline, article.url) == (
        "Le phare éteint",
        "Rose Kerdal et Jean Le Goff",
        "https://phare.example/eteint",
    )
    assert article.published is not None
    assert article.published.date().isoformat() == "2031-05-04"
    assert article.lead == "Le phare de l'Île-aux-Moutons s'est tu dimanche, après cent ans de veille."
    assert article.body == (
        Paragraph("Une lampe à l'arrêt", ParagraphKind.HEADING),
        Paragraph("« On ne s'y fait pas », dit la gardienne.", ParagraphKind.QUOTE),
        Paragraph("un feu blanc ;", ParagraphKind.LIST_ITEM),
        Paragraph("un feu rouge.", ParagraphKind.LIST_ITEM),
        Paragraph("Il restera visible de jour, 2 * 3 milles à la ronde."),
    )


def test_what_cannot_be_read_aloud_is_told() -> None:
    why = {line.text: line.why for line in read_markdown(ARTICLE).dropped}
    assert why['print("éteint")'] == "code, which cannot be read aloud"
    assert why["| 1931  | oui |"] == "a table, which cannot be read aloud"


def test_tables_and_code_are_told_in_their_place() -> None:
    assert read_markdown(ARTICLE).omissions == (Omission(Omitted.CODE, 4), Omission(Omitted.TABLE, 4))


def test_the_caption_under_a_table_is_told_and_not_read() -> None:
    table = "| mois | moules |\n|---|---|\n| mai | 12 |\n\nTableau : Les moules de mai.\n"
    article = read_markdown(f"# La criée\n\nElle rouvre.\n\n{table}\nLes moules attendent.\n")
    assert article.omissions == (Omission(Omitted.TABLE, 0, "Les moules de mai."),)
    assert article.body == (Paragraph("Les moules attendent."),)


def test_the_first_heading_is_the_title() -> None:
    article = read_markdown(
        "# La mare\n\nPar Robert Chaumette\n\nElle sera curée.\n\nLes canards attendront.\n"
    )
    assert (article.title, article.byline, article.lead) == (
        "La mare",
        "Robert Chaumette",
        "Elle sera curée.",
    )


def test_an_underlined_heading_is_one_too() -> None:
    article = read_markdown("La mare\n=======\n\nElle sera curée avant l'hiver.\n")
    assert article.title == "La mare"


def test_wrapped_lines_are_one_paragraph() -> None:
    article = read_markdown("# T\n\nUne phrase\ncoupée en deux.\n\nUne autre.")
    assert article.lead == "Une phrase coupée en deux."


@pytest.mark.parametrize("text", ["", "# Un titre seul\n", "---\ntitle: x\n---\n"])
def test_no_paragraph_is_no_article(text: str) -> None:
    with pytest.raises(SourceError, match="no paragraph"):
        read_markdown(text)

"""XML that a stranger may have left in output/: no entity is opened, and none is multiplied."""

from __future__ import annotations

import pytest

from speakerine.errors import PublishError
from speakerine.publish.serving.readdress import read_base
from speakerine.sources.html import read_html
from tests.sources.server import PARAGRAPHS

LAUGHS = "<!ENTITY l0 'ha'>" + "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
FEED = (
    '<!DOCTYPE rss [{declared}]><rss xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>{text}</title>'
    '<atom:link rel="self" href="https://exemple.fr/{text}feed.xml"/></channel></rss>'
)
OUTSIDE = "<!ENTITY l9 SYSTEM 'file:///etc/hostname'>"


@pytest.mark.parametrize("declared", [LAUGHS, OUTSIDE], ids=["laughs", "outside"])
def test_a_feed_of_ours_that_somebody_changed(tmp_path, declared):
    feed = tmp_path / "feed.xml"
    feed.write_text(FEED.format(declared=declared, text="&l9;"), "utf-8")
    try:
        base = read_base(feed)
    except PublishError:
        return
    assert len(base) < 100
    assert not base.removeprefix("https://exemple.fr/").strip("&l9;")


@pytest.mark.parametrize("declared", [LAUGHS, OUTSIDE], ids=["laughs", "outside"])
def test_a_page(declared):
    body = "".join(f"<p>{text} &l9;</p>" for text in PARAGRAPHS)
    article = read_html(f"<!DOCTYPE html [{declared}]><html><body><article><h1>Un titre</h1>{body}</article>")
    assert sum(len(paragraph.text) for paragraph in article.paragraphs) < 2 * len(body)


@pytest.mark.parametrize("declared", [LAUGHS, OUTSIDE], ids=["laughs", "outside"])
def test_a_feed_that_check_looks_at(run, output, declared):
    (output / "feed.xml").write_text(FEED.format(declared=declared, text="&l9;"), "utf-8")
    result = run("check", "--output", output)
    assert result.exit_code != 0
    assert "haha" not in result.stdout + result.stderr
    assert len(result.stdout) < 100_000

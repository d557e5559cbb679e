"""A listener's app asks `speakerine serve` while `speakerine make` writes: no file is ever half there."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
import urllib3

from tests.reliability.scenarios import QUIET
from tests.reliability.show_folder import CARILLON, CRUE, ShowFolder


@pytest.fixture
def address(show: ShowFolder) -> Iterator[str]:
    with show.start("serve", "--port", "0") as server:
        assert server.stdout is not None
        found = None
        while not found:
            found = re.search(r"http://\S+/", server.stdout.readline())
        yield found[0]
        server.terminate()
        server.communicate(timeout=30)


def wrong_in(http: urllib3.PoolManager, address: str) -> list[str]:
    """What the feed names and is not to be had at its length; the newest are those that change."""
    feed = http.request("GET", f"{address}feed.xml")
    enclosures = list(ET.fromstring(feed.data).iter("enclosure"))[:4]
    wrong = []
    for one in enclosures:
        answer = http.request("HEAD", one.attrib["url"])
        if (answer.status, answer.headers.get("Content-Length")) != (200, one.attrib["length"]):
            wrong.append(f"{one.attrib}: {answer.status}, {answer.headers.get('Content-Length')}")
    return wrong


def test_what_the_feed_names_can_be_had_while_episodes_are_replaced(show: ShowFolder, address: str) -> None:
    show.take_article(CRUE, edited=True)
    show.take_article(CARILLON)
    http, asked, wrong = urllib3.PoolManager(), 0, []
    with show.start("make", f"articles/{CRUE}", f"articles/{CARILLON}", *QUIET) as run:
        while run.poll() is None:
            wrong += wrong_in(http, address)
            asked += 1
    assert run.returncode == 0
    assert wrong == wrong_in(http, address) == []
    assert asked > 5
    assert b"carillon" in http.request("GET", f"{address}feed.xml").data

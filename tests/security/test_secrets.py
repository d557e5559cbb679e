"""A name or password in an address reaches nobody: no line, no log, no record, no feed."""

from __future__ import annotations

import dataclasses

import pytest

from speakerine.errors import ConfigError, SpeakerineError
from speakerine.publish.addresses import base_address, web_address
from speakerine.publish.feed.document import render_feed
from speakerine.publish.pages.episode import render_episode
from speakerine.sources.addresses import parse_address, without_tracking
from speakerine.sources.fetch import Fetcher
from speakerine.sources.refusals import shown
from tests.publish.conftest import SHOW, read_episode

SECRET = "s3cr3t"
ADDRESS = f"https://lou:{SECRET}@exemple.fr/article?a=1@2"


@pytest.mark.parametrize(
    "address",
    [
        ADDRESS,
        f"https://lou:{SECRET}@exemple.fr:99999/",
        f"ftp://lou:{SECRET}@exemple.fr/",
        f"https://lou:{SECRET}@",
        f"https://{SECRET}@exemple.fr/{'a' * 9000}",
    ],
)
def test_no_error_repeats_it(address):
    with pytest.raises(SpeakerineError) as failure:
        Fetcher().fetch(address)
    assert SECRET not in str(failure.value)


def test_an_address_is_shown_without_it():
    assert shown(ADDRESS) == "https://…@exemple.fr/article?a=1@2"


def test_an_address_with_it_is_not_asked_for():
    with pytest.raises(SpeakerineError, match="holds a name or password, which is not sent"):
        parse_address(ADDRESS)


def test_no_document_repeats_it():
    episode = dataclasses.replace(read_episode("full"), url=ADDRESS, image=ADDRESS)
    assert SECRET not in render_episode(SHOW, episode)
    assert SECRET.encode() not in render_feed(SHOW, [episode], SHOW.base_url)


@pytest.mark.parametrize("clean", [web_address, without_tracking])
def test_an_article_is_known_without_it(clean):
    assert SECRET not in clean(ADDRESS)
    assert "exemple.fr/article" in clean(ADDRESS)


def test_a_base_address_with_it_is_refused():
    with pytest.raises(ConfigError, match="which the feed would show to everybody") as failure:
        base_address(f"https://lou:{SECRET}@exemple.fr/")
    assert SECRET not in str(failure.value)


@pytest.mark.parametrize(
    ("table", "exit_code"),
    [
        (f'[show]\nbase_url = "https://lou:{SECRET}@exemple.fr/"', 2),
        (f'[[sources]]\nurl = "https://lou:{SECRET}@exemple.fr/flux.xml"', 3),
    ],
)
def test_no_command_repeats_it(run, here, table, exit_code):
    (here / "show.toml").write_text(table, "utf-8")
    result = run("sync")
    assert result.exit_code == exit_code, result.stderr
    assert SECRET not in result.stdout + result.stderr
    left = [path for path in here.rglob("*") if path.is_file() and path.name != "show.toml"]
    assert not any(SECRET.encode() in path.read_bytes() for path in left)

"""The documentation keeps up with the commands, and its links lead somewhere."""

import re
from dataclasses import fields
from pathlib import Path

import click
import pytest

from speakerine.cli import COMMANDS, main
from speakerine.config import TABLES
from speakerine.settings import Mastering

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
REFERENCE = (ROOT / "docs" / "commands.md").read_text("utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def sections() -> dict[str, str]:
    parts = re.split(r"^## speakerine (\w+).*$", REFERENCE, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def options() -> list[tuple[str, str]]:
    context = click.Context(main)
    return [
        (name, option)
        for name in COMMANDS
        for parameter in main.get_command(context, name).params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
        if option.startswith("--")
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name):
    assert name in sections()


@pytest.mark.parametrize(("name", "option"), options())
def test_every_option_is_documented_with_its_command(name, option):
    assert f"`{option}`" in sections()[name]


@pytest.mark.parametrize("name", sections())
def test_every_documented_command_exists(name):
    assert name in COMMANDS


@pytest.mark.parametrize("key", [key for table, keys in TABLES.items() for key in keys])
def test_every_setting_is_documented(key):
    assert f"`{key}`" in (ROOT / "docs" / "show.md").read_text("utf-8")


def test_every_setting_of_the_master_is_one_that_can_be_set():
    assert TABLES["audio"] == tuple(field.name for field in fields(Mastering))


def test_the_readme_opens_in_french_and_shows_the_two_commands():
    assert "En français" in README[:200]
    assert "make episode" in README
    assert "make test" in README


def test_every_command_of_the_makefile_that_the_readme_names_exists():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"`?make (\w+)`?$", README, flags=re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page):
    for target in re.findall(r"\]\(([^)#]+)", page.read_text("utf-8")):
        assert target.startswith("https://") or (page.parent / target).exists(), target

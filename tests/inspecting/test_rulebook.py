"""The rules themselves: each can be broken, and each is in the documentation."""

import re
from pathlib import Path

from speakerine.inspecting.rulebook import RULES, rules_table

from .damages import read_damages
from .file_damages import QUICK_DAMAGES, SOUND_DAMAGES
from .tag_damages import TAG_DAMAGES

PAGE = Path(__file__).parents[2] / "docs" / "check.md"
BROKEN = {
    damage.rule
    for damage in (
        *read_damages("feed_damages.toml"),
        *read_damages("file_damages.toml"),
        *QUICK_DAMAGES.values(),
        *SOUND_DAMAGES.values(),
        *TAG_DAMAGES.values(),
    )
}


def test_no_two_rules_have_the_same_id():
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_every_rule_is_broken_by_some_damage_of_these_tests():
    assert {rule.id for rule in RULES} == BROKEN


def test_a_rule_is_one_line_of_a_table():
    for rule in RULES:
        assert re.fullmatch(r"[^|\n]+", rule.wanted + rule.source + rule.then)


def test_the_documentation_has_the_table():
    assert rules_table() in PAGE.read_text("utf-8")

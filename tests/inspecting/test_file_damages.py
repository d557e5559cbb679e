"""A sound podcast, one file of it changed in one way: that rule finds it, and no other."""

import pytest

from speakerine.inspecting.podcast import inspect_podcast

from .conftest import MP3, NOW, SHOW
from .file_damages import QUICK_DAMAGES, SOUND_DAMAGES, inside
from .tag_damages import TAG_DAMAGES


@pytest.mark.parametrize("name", QUICK_DAMAGES)
def test_it_is_found_by_its_rule_alone(name, output):
    damage = QUICK_DAMAGES[name]
    damage.change(output)
    found = inspect_podcast(output, damage.show, NOW, listening=False).findings
    assert {finding.rule for finding in found} == {damage.rule, *damage.also}


@pytest.mark.parametrize("name", SOUND_DAMAGES)
def test_what_is_heard_is_found_by_its_rule(name, output):
    damage = SOUND_DAMAGES[name]
    damage.change(output)
    found = inspect_podcast(output, damage.show, NOW).findings
    assert {finding.rule for finding in found} == {damage.rule, *damage.also}


@pytest.mark.parametrize("name", TAG_DAMAGES)
def test_a_tag_is_found_by_its_rule(name, output):
    damage = TAG_DAMAGES[name]
    damage.make(inside(output, MP3))
    found = inspect_podcast(output, SHOW, NOW, listening=False).findings
    assert {finding.rule for finding in found} == {damage.rule, *damage.also}

"""A sound podcast, one text of it changed in one way: that rule finds it, and no other."""

import pytest

from speakerine.inspecting.podcast import inspect_podcast

from .conftest import NOW, SHOW
from .damages import read_damages

DAMAGES = [*read_damages("feed_damages.toml"), *read_damages("file_damages.toml")]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.name)
def test_it_is_found_by_its_rule_alone(damage, output):
    damage.make(output)
    found = inspect_podcast(output, SHOW, NOW, listening=False).findings
    assert {finding.rule for finding in found} == {damage.rule, *damage.also}

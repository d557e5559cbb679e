from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from speakerine.publish.feed.blocks import cut_blocks, lay_out
from tests.publish.strategies import law


@dataclass(frozen=True)
class Named:
    guid: str
    slug: str


many = st.lists(st.uuids(), max_size=400, unique=True).map(
    lambda guids: [Named(str(guid), f"e{at}") for at, guid in enumerate(guids)]
)
typical = st.integers(1, 60)


@law
@given(many, typical)
def test_no_episode_is_lost_and_all_stay_in_order(named: list[Named], size: int) -> None:
    cut = cut_blocks(named, size)
    assert [one for block in cut.blocks for one in block.episodes] + list(cut.rest) == named


@law
@given(many, typical)
def test_blocks_are_of_a_size(named: list[Named], size: int) -> None:
    cut = cut_blocks(named, size)
    assert all(size // 2 <= len(block.episodes) <= 2 * size for block in cut.blocks)
    assert len(cut.rest) < 2 * size


@law
@given(many, typical, st.uuids())
def test_a_newer_episode_leaves_every_block_as_it_is(named: list[Named], size: int, guid: object) -> None:
    before, after = cut_blocks(named, size), cut_blocks([*named, Named(str(guid), "new")], size)
    assert after.blocks[: len(before.blocks)] == before.blocks


def test_an_older_episode_changes_few_blocks() -> None:
    named = [Named(f"{at * 7919:x}", f"e{at}") for at in range(5000)]
    before = set(cut_blocks(named, 50).blocks)
    for place in (0, 1234, 2500, 4000):
        after = cut_blocks([*named[:place], Named("another", "another"), *named[place:]], 50).blocks
        assert len(set(after) - before) <= 4 < len(after) // 10


def test_a_block_is_called_by_its_oldest_episode() -> None:
    named = [Named(str(at), f"e{at}") for at in range(10)]
    assert cut_blocks(named, 1).blocks[0].name == "e0"


@law
@given(many, st.integers(1, 100), typical)
def test_the_first_page_has_enough_and_not_much_more(named: list[Named], at_least: int, size: int) -> None:
    layout = lay_out(named, at_least, size)
    assert [one for block in layout.older for one in block.episodes] + list(layout.first) == named
    assert min(at_least, len(named)) <= len(layout.first) < at_least + 2 * size

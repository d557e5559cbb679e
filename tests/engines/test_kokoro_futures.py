import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("kokoro_onnx")

from speakerine.engines.kokoro_futures import with_future_e
from tests.engines.test_kokoro_phonemes import sounds

FUTURES = [
    ("elle mesurera", "ɛl məzyʁəʁa"),
    ("ils préféreront", "il pʁefeʁəʁɔ̃"),
    ("la foule chantera", "la ful ʃɑ̃təʁa"),
    ("nous passerons", "nu pasəʁɔ̃"),
    ("ils toucheraient", "il tuʃəʁɛ"),
]
AS_THEY_ARE = [
    ("elle donnera", "ɛl dɔnʁa"),
    ("il sera", "il səʁa"),
    ("elle jouera", "ɛl ʒuʁa"),
    ("il prendra", "il pʁɑ̃dʁa"),
    ("les caméras", "le kameʁa"),
    ("il marquera", "il maʁkəʁa"),
]


@pytest.mark.parametrize(("spoken", "expected"), FUTURES)
def test_the_e_of_a_future_is_said_after_a_consonant_that_would_swallow_it(
    spoken: str, expected: str
) -> None:
    assert sounds(spoken) == expected


@pytest.mark.parametrize(("spoken", "expected"), AS_THEY_ARE)
def test_other_words_are_as_espeak_has_them(spoken: str, expected: str) -> None:
    assert sounds(spoken) == expected


def test_only_the_last_place_gets_an_e() -> None:
    assert with_future_e("pʁepaʁʁa", "préparera") == "pʁepaʁəʁa"


@given(st.text("aeiʁstpdnlˈə", max_size=12), st.sampled_from(["dureront", "chantera", "table", "opéra"]))
def test_at_most_one_e_is_added(sounds: str, word: str) -> None:
    said = with_future_e(sounds, word)
    assert said.replace("ə", "") == sounds.replace("ə", "")
    assert len(said) - len(sounds) in (0, 1)

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("kokoro_onnx")

from speakerine.engines.kokoro_mute_e import with_final_e, with_future_e
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
BEFORE_A_CONSONANT = [
    ("la liste complète", "la listə kɔ̃plɛt"),
    ("l'architecte danois", "laʁʃitɛktə danwa"),
    ("ils restent dehors", "il ʁɛstə dəɔʁ"),
    ("aux troupes russes", "o tʁupə ʁys"),
    ("chaque région", "ʃakə ʁeʒjɔ̃"),
    ("elle gagne la coupe", "ɛl ɡanjə la kup"),
    ("les lignes bloquées", "le linjə bloke"),
]
WITHOUT = [
    ("la liste est complète", "la list ɛ kɔ̃plɛt"),
    ("la liste, complète", "la list, kɔ̃plɛt"),
    ("la liste", "la list"),
    ("à l'ouest de la ville", "a lwɛst də la vil"),
    ("la troupe française", "la tʁup fʁɑ̃sɛz"),
    ("la petite route", "la pətit ʁut"),
    ("il gagne un point", "il ɡaɲ œ̃ pwɛ̃"),
    ("à la montagne.", "a la mɔ̃taɲ."),
    ("le stock reste bas", "lə stɔk ʁɛstə ba"),
]


@pytest.mark.parametrize(("spoken", "expected"), FUTURES)
def test_the_e_of_a_future_is_said_after_a_consonant_that_would_swallow_it(
    spoken: str, expected: str
) -> None:
    assert sounds(spoken) == expected


@pytest.mark.parametrize(("spoken", "expected"), AS_THEY_ARE)
def test_other_words_are_as_espeak_has_them(spoken: str, expected: str) -> None:
    assert sounds(spoken) == expected


@pytest.mark.parametrize(("spoken", "expected"), BEFORE_A_CONSONANT)
def test_a_final_e_is_said_where_two_consonants_and_a_third_would_meet(spoken: str, expected: str) -> None:
    assert sounds(spoken) == expected


@pytest.mark.parametrize(("spoken", "expected"), WITHOUT)
def test_a_final_e_is_not_said_elsewhere(spoken: str, expected: str) -> None:
    assert sounds(spoken) == expected


@given(st.text("aestkpɲjnʁə", max_size=10), st.sampled_from(["liste", "coupes", "signent", "net"]))
def test_no_sound_is_lost_before_a_consonant(sounds: str, word: str) -> None:
    said = with_final_e(sounds, word, "ʁ")
    assert said in (sounds, f"{sounds}ə", f"{sounds.removesuffix('ɲ').removesuffix('nj')}njə")


def test_only_the_last_place_gets_an_e() -> None:
    assert with_future_e("pʁepaʁʁa", "préparera") == "pʁepaʁəʁa"


@given(st.text("aeiʁstpdnlˈə", max_size=12), st.sampled_from(["dureront", "chantera", "table", "opéra"]))
def test_at_most_one_e_is_added(sounds: str, word: str) -> None:
    said = with_future_e(sounds, word)
    assert said.replace("ə", "") == sounds.replace("ə", "")
    assert len(said) - len(sounds) in (0, 1)

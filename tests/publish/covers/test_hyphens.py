import pytest

from speakerine.publish.covers.hyphens import cut_evenly, cuts


def hyphenated(word: str) -> str:
    """The word with every place where it may be cut."""
    marks = {place.at: place.mark or "|" for place in cuts(word)}
    return "".join(marks.get(at, "") + letter for at, letter in enumerate(word))


@pytest.mark.parametrize(
    "shown",
    [
        "anti-cons-ti-tu-tion-nel-le-ment",
        "désins-ti-tu-tion-na-li-sa-tion",
        "répu-blique",
        "télé-graphe",
        "châ-teau",
        "mon-tagne",
        "libraire",
        "eau",
    ],
)
def test_words_are_cut_between_syllables(shown: str) -> None:
    assert hyphenated(shown.replace("-", "")) == shown


def test_a_compound_is_cut_at_its_own_hyphens_which_are_not_doubled() -> None:
    assert hyphenated("Saint-Germain-en-Laye") == "Saint-|Germain-|en-|Laye"


def test_no_part_has_fewer_than_three_letters() -> None:
    assert hyphenated("émiettera") == "émiet-tera"


def test_a_long_word_is_cut_near_its_middle() -> None:
    assert cut_evenly("anticonstitutionnellement", 2) == [("anticonstitu", "-"), ("tionnellement", "")]


def test_a_word_without_vowels_is_cut_anywhere() -> None:
    assert cut_evenly("z" * 30, 3) == [("z" * 10, "-"), ("z" * 10, "-"), ("z" * 10, "")]


def test_an_address_is_cut_after_its_signs() -> None:
    parts = cut_evenly("exemple.fr/articles/bretagne", 2)
    assert parts == [("exemple.fr/", ""), ("articles/bretagne", "")]

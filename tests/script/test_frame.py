import pytest

from speakerine.script.frame import closed, credit, spoken_byline


@pytest.mark.parametrize(
    ("byline", "spoken"),
    [
        ("euronews avec AP", "Par euronews avec AP."),
        ("Anne Le Goff", "Par Anne Le Goff."),
        ("Propos recueillis par Anne Le Goff", "Propos recueillis par Anne Le Goff."),
        ("De notre correspondant à Rome", "De notre correspondant à Rome."),
        ("par Anne Le Goff", "Par Anne Le Goff."),
    ],
)
def test_a_byline_is_said_with_par_unless_it_speaks_for_itself(byline, spoken):
    assert spoken_byline(byline) == spoken


@pytest.mark.parametrize(
    ("voices", "said"),
    [
        (["Claire"], "Cet article vous a été lu par Claire, une voix de synthèse."),
        (["Claire", "Lucien"], "Cet article vous a été lu par Claire et Lucien, des voix de synthèse."),
        (["A", "B", "C"], "Cet article vous a été lu par A, B et C, des voix de synthèse."),
    ],
)
def test_the_credit_names_the_voices_and_says_that_they_are_synthetic(voices, said):
    assert credit(voices) == said


@pytest.mark.parametrize(
    ("sentence", "with_its_end"),
    [
        ("La Seine monte", "La Seine monte."),
        ("La Seine monte !", "La Seine monte !"),
        ("« La Seine monte. »", "« La Seine monte. »"),
        ("« La Seine monte »", "« La Seine monte »."),
        ("Qui sait ?", "Qui sait ?"),
        ("", ""),
        ("»", "»"),
    ],
)
def test_a_sentence_without_an_end_gets_a_full_stop(sentence, with_its_end):
    assert closed(sentence) == with_its_end

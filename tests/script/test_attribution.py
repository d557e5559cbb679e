import pytest

from speakerine.script.attribution import attributed
from speakerine.script.quotations import runs


def authors(paragraph: str) -> list[str]:
    """What the author says inside or after a quotation."""
    return [run.text.strip() for run in runs(paragraph) if not run.quoted]


@pytest.mark.parametrize(
    ("quotation", "attribution"),
    [
        ("« Nous fermons tout, explique-t-il, et nous rouvrirons. »", "explique-t-il,"),
        ("« Nous fermons tout, a-t-elle ajouté, et nous rouvrirons. »", "a-t-elle ajouté,"),
        ("« Nous fermons tout, a-t-elle aussi ajouté, et c’est fini. »", "a-t-elle aussi ajouté,"),
        ("« Nous fermons tout, ont-ils fait savoir, et c’est fini. »", "ont-ils fait savoir,"),
        ("« Nous fermons tout, s’est-elle exclamée, et c’est fini. »", "s’est-elle exclamée,"),
        ("« Nous fermons tout, s'inquiète-t-il, et c'est fini. »", "s'inquiète-t-il,"),
        ("« Nous fermons tout, se souviennent-elles, et c’est fini. »", "se souviennent-elles,"),
        ("« Nous fermons tout, annonçait-il hier, et c’est fini. »", "annonçait-il hier,"),
        ("« Nous fermons tout, explique Anne Le Goff, et c’est fini. »", "explique Anne Le Goff,"),
        ("« Nous fermons tout, a déclaré M. Petit, et c’est fini. »", "a déclaré M. Petit,"),
        ("« Nous fermons tout, a fait valoir la maire, et c’est fini. »", "a fait valoir la maire,"),
        ("« Nous fermons tout, notent les experts, et c’est fini. »", "notent les experts,"),
        ("« Nous fermons tout, répète-t-elle. Et c’est fini. »", "répète-t-elle."),
        ("« Où allons-nous ? demande-t-il. Nulle part ce soir. »", "demande-t-il."),
        ("« Nous fermons tout – dit-elle – et nous rouvrirons »", "dit-elle –"),
        ("“Nous fermons tout, dit-elle, et nous rouvrirons”", "dit-elle,"),
        ('"Nous fermons tout, dit-elle, et nous rouvrirons"', "dit-elle,"),
        ("« Nous fermons tout, ai-je répondu, et c’est fini. »", "ai-je répondu,"),
    ],
)
def test_an_attribution_inside_a_quotation_is_the_authors(quotation, attribution):
    assert authors(quotation) == [attribution]


@pytest.mark.parametrize(
    "quotation",
    [
        "« Le climat, semble-t-il, change partout dans le monde. »",
        "« Le climat, dit-on, change partout dans le monde. »",
        "« Le climat, avait-il raison, change partout dans le monde. »",
        "« J’ai vu, le juge Petit, me dire de partir. »",
        "« L’été, juge de paix des terrasses, décide de tout. »",
        "« Une note, rapport de la commission, circule ici. »",
        "« Nous fermons tout, la mairie aussi, et c’est fini. »",
        "« Nous partons tous demain matin, dit-il »",
        "« Nous partons tous demain matin, dit-il. »",
    ],
)
def test_what_the_speaker_says_stays_the_speakers(quotation):
    assert authors(quotation) == []


def test_several_attributions_are_all_the_authors():
    paragraph = "« Bon, dit-il, nous fermons tout, ajoute-t-il, et c’est fini », conclut-il."
    assert authors(paragraph) == ["dit-il,", "ajoute-t-il,", "conclut-il."]


@pytest.mark.parametrize(
    ("after", "told"), [(", raconte Anne.", True), (" a dit Anne.", True), (" et autre.", False)]
)
def test_an_attribution_after_a_quotation_is_known(after, told):
    assert attributed(after, 0) is told

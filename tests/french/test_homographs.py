"""Words written alike and said otherwise, by what stands beside them."""

import pytest

from speakerine.french.homographs import respell_homographs

RESPELLED = {
    "Les ministres président la séance.": "Les ministres préside la séance.",
    "ceux qui résident à Metz": "ceux qui réside à Metz",
    "Ils expédient un expédient.": "Ils expédie un expédient.",
    "Ils excellent ; ils négligent tout.": "Ils excelle ; ils néglige tout.",
    "les fils de Trump, les fils d'Obama": "les fisse de Trump, les fisse d'Obama",
    "Deux plus deux font quatre.": "Deux plusse deux font quatre.",
    "De plus, il en veut de plus en plus.": "De plusse, il en veut de plus en plusse.",
    "en plus de lui": "en plusse de lui",
    "Ils sont tous venus, nous tous.": "Ils sont tousse venus, nous tousse.",
    "le bien de tous.": "le bien de tousse.",
    "un os, l'os, les os": "un osse, l'osse, les eaux",
    "un as, les as": "un asse, les asse",
}


@pytest.mark.parametrize(("written", "said"), RESPELLED.items())
def test_what_is_respelled(written, said):
    assert respell_homographs(written) == said
    assert len(respell_homographs(written).split()) == len(written.split())


LEFT_ALONE = [
    "Le président à Paris, le président la reçoit.",
    "Un excellent film, un résident de longue date.",
    "les fils de fer, au fil des ans, le fils de Trump",
    "Il n'en veut plus, plus de dix, non plus, le plus grand.",
    "Tous les hommes, tous deux, ils ont tous les droits.",
    "Tu as un plan, il les a, tu l'as.",
    "L'OS est à jour.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_left_alone(text):
    assert respell_homographs(text) == text

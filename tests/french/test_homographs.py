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
    "Les avis divergent, les élus convergent.": "Les avis diverge, les élus converge.",
    "Les pays divergent sur ce point.": "Les pays diverge sur ce point.",
    "Les usines ferment leurs portes.": "Les usines ferme leurs portes.",
    "Ils ferment à midi.": "Ils ferme à midi.",
    "Les rivières affluent vers la mer.": "Les rivières afflue vers la mer.",
    "Ces lois violent la Constitution.": "Ces lois viole la Constitution.",
    "Les prix influent sur la demande.": "Les prix influe sur la demande.",
    "Ils équivalent à dix ans de salaire.": "Ils équivale à dix ans de salaire.",
    "Ils convient leurs amis à la fête.": "Ils convie leurs amis à la fête.",
    "Les rues se parent de fleurs.": "Les rues se pare de fleurs.",
    "un pays émergent": "un pays émergeant",
    "Il a été négligent.": "Il a été négligeant.",
    "un juge indulgent": "un juge indulgeant",
    "Elle pressent un danger.": "Elle pressant un danger.",
    "Il a tourné la vis.": "Il a tourné la visse.",
    "Jean porte un jean.": "Jean porte un djine.",
    "une jupe en jean, des jeans": "une jupe en djine, des djines",
    "un reporter, des reporters": "un reportère, des reportères",
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
    "Un homme violent, un pays influent, un affluent de la Seine",
    "un ferment de discorde, l'équivalent d'un an",
    "Il convient de le dire, ils en conviennent.",
    "Je la vis hier, vis-à-vis, tu vis ici.",
    "Jean est venu, Jean-Luc aussi.",
    "Il faut reporter le match, le reporter à demain.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_left_alone(text):
    assert respell_homographs(text) == text

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("kokoro_onnx")

from speakerine.engines.kokoro_links import linked
from tests.engines.test_kokoro_phonemes import sounds

CUT = {
    "after a noun in the singular": [
        ("le palais est fermé", "lə palɛ ɛ fɛʁme"),
        ("le repas aura lieu", "lə ʁəpa oʁa ljø"),
        ("un cas à part", "œ̃ ka a paʁ"),
        ("un avis important", "œ̃n avi ɛ̃pɔʁtɑ̃"),
        ("d'un pays ami", "dœ̃ pɛi ami"),
        ("l'accès est libre", "laksɛ ɛ libʁ"),
        ("le premier est parti", "lə pʁəmje ɛ paʁti"),
    ],
    "after a proper name": [
        ("Nicolas a dit", "nikola a di"),
        ("Jacques Attali écrit", "ʒak atali ekʁi"),
        ("hier, Paris ouvre ses portes", "jɛʁ, paʁi uvʁ se pɔʁt"),
    ],
    "between a plural and its verb": [
        ("les enfants ont mangé", "lez ɑ̃fɑ̃ ɔ̃ mɑ̃ʒe"),
        ("les soldats entrent", "le sɔlda ɑ̃tʁ"),
        ("les troupes russes entrant dans la ville", "le tʁupə ʁys ɑ̃tʁɑ̃ dɑ̃ la vil"),
        ("les élections ont eu lieu", "lez elɛksjɔ̃ ɔ̃t y ljø"),
        ("les juges écouteront", "le ʒyʒ ekutəʁɔ̃"),
    ],
    "before « et » and prepositions": [
        ("économiques et sécuritaires", "ekonomik e sekyʁitɛʁ"),
        ("des pays en guerre", "de pɛi ɑ̃ ɡɛʁ"),
        ("ils sont allés à Paris", "il sɔ̃t ale a paʁi"),
        ("les courses à pied", "le kuʁs a pje"),
        ("vous penserez à fermer", "vu pɑ̃səʁe a fɛʁme"),
        ("vous verrez apparaître", "vu vɛʁe apaʁɛtʁ"),
    ],
    "after « puis »": [
        ("puis il est parti", "pyi il ɛ paʁti"),
        ("puis en Espagne", "pyi ɑ̃n ɛspaɲ"),
    ],
    "in -t, after a noun or a participle": [
        ("le pont est fermé", "lə pɔ̃ ɛ fɛʁme"),
        ("le portrait est là", "lə pɔʁtʁɛ ɛ la"),
        ("ce qui a été fait en un an", "sə ki a ete fɛ ɑ̃n œ̃n ɑ̃"),
        ("le grand est là", "lə ɡʁɑ̃ ɛ la"),
    ],
    "in -t, after a verb that says what is done": [
        ("ils restent ouverts", "il ʁɛst uvɛʁ"),
        ("ils portent une arme", "il pɔʁt yn aʁm"),
        ("elle prend un bain", "ɛl pʁɑ̃ œ̃ bɛ̃"),
    ],
    "in -n, after a noun, a pronoun or an adjective": [
        ("chacun a dit", "ʃakœ̃ a di"),
        ("bon à savoir", "bɔ̃ a savwaʁ"),
        ("certain et sûr", "sɛʁtɛ̃ e syːʁ"),
        ("bien et mal", "bjɛ̃ e mal"),
        ("le ton est donné", "lə tɔ̃ ɛ dɔne"),
        ("le mois prochain Emmanuel part", "lə mwa pʁoʃɛ̃ ɛmanyɛl paʁ"),
        ("un avenir incertain attend", "œ̃n avniʁ ɛ̃sɛʁtɛ̃ atɑ̃"),
        ("un meuble ancien acheté", "œ̃ møbl ɑ̃sjɛ̃ aʃte"),
    ],
}
KEPT = {
    "plural and adjective": [
        ("les pays européens", "le pɛiz øʁopeɛ̃"),
        ("les anciens élèves", "lez ɑ̃sjɛ̃z elɛv"),
        ("des entreprises européennes", "dez ɑ̃tʁəpʁizəz øʁopeɛn"),
        ("des lignes ouvertes", "de linjəz uvɛʁt"),
    ],
    "adjective before a noun": [
        ("un gros effort", "œ̃ ɡʁoz efɔʁ"),
        ("un heureux événement", "œ̃n øʁøz evenmɑ̃"),
        ("un gros enfant", "œ̃ ɡʁoz ɑ̃fɑ̃"),
        ("le premier étage", "lə pʁəmjeʁ etaʒ"),
    ],
    "small words and verbs": [
        ("dans un an", "dɑ̃z œ̃n ɑ̃"),
        ("pas encore", "paz ɑ̃kɔʁ"),
        ("nous avons un accord", "nuz avɔ̃z œ̃n akɔʁ"),
        ("elles ont trois ans", "ɛlz ɔ̃ tʁwaz ɑ̃"),
    ],
    "names of several words": [
        ("les Nations Unies", "le nasjɔ̃z yni"),
        ("aux Jeux Olympiques", "o ʒøz olɛ̃pik"),
    ],
    "in -t, in small words, before nouns and infinitives": [
        ("il est ici", "il ɛt isi"),
        ("ils peuvent attendre", "il pøvt atɑ̃dʁ"),
        ("il fait un effort", "il fɛt œ̃n efɔʁ"),
        ("un grand homme", "œ̃ ɡʁɑ̃t ɔm"),
        ("tout à coup", "tut a ku"),
        ("dont un enfant", "dɔ̃t œ̃n ɑ̃fɑ̃"),
        ("ils pourront ouvrir", "il puʁɔ̃t uvʁiʁ"),
    ],
    "in -n, before nouns": [
        ("on a un an", "ɔ̃n a œ̃n ɑ̃"),
        ("d'un commun accord", "dœ̃ kɔmœ̃n akɔʁ"),
        ("l'un et l'autre", "lœ̃n e lotʁ"),
        ("quatre-vingt-un ans", "katʁəvɛ̃œ̃n ɑ̃"),
    ],
    "set phrases": [("des eaux et forêts", "dez oz e foʁɛ"), ("de temps en temps", "də tɑ̃zɑ̃tɑ̃")],
}


def cases(by_class):
    return [pytest.param(*case, id=f"{name}: {case[0]}") for name, held in by_class.items() for case in held]


@pytest.mark.parametrize(("written", "heard"), cases(CUT))
def test_a_link_that_nobody_makes_is_cut(written, heard):
    assert sounds(written) == heard


@pytest.mark.parametrize(("written", "heard"), cases(KEPT))
def test_a_link_that_is_made_is_kept(written, heard):
    assert sounds(written) == heard


def test_a_z_of_the_word_itself_stays():
    assert sounds("les roses et le gaz à effet de serre") == "le ʁoz e lə ɡaz a efɛ də sɛʁ"


def test_no_link_reaches_over_a_full_stop():
    assert linked("dez ami. ɛl", ["des", "amis.", "Elle"]) == "dez ami. ɛl"


def test_groups_that_are_not_the_words_come_back_as_they_are():
    assert linked("lez ɑ̃fɑ̃z ɔ̃", ["les", "enfants"]) == "lez ɑ̃fɑ̃z ɔ̃"


_PIECES = [
    "les amis", "Nicolas", "est", "arrivent", "gros", "à", "six", "premier", "bon", "ancien", "pont", "fait",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES)), st.sampled_from(["z", "t", "n", "\u0303", "\u0303n"]))
def test_links_alone_change(groups, end):
    """Without their sounds nothing tells the two apart."""
    pieces = [word for group in groups for word in group.split()]
    text = " ".join(f"{piece}{end}" for piece in pieces)
    bare = str.maketrans("", "", "zəʁtn\u0303")
    assert linked(text, pieces).translate(bare) == text.translate(bare)


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("un bon ami", "œ̃ bɔn ami"),
        ("en plein air", "ɑ̃ plɛn ɛʁ"),
        ("le prochain arrêt", "lə pʁoʃɛn aʁɛ"),
        ("l'ancien élève", "lɑ̃sjɛn elɛv"),
        ("au Moyen Âge", "o mwajɛn aːʒ"),
        ("au Moyen-Orient", "o mwajɛnoʁjɑ̃"),
    ],
)
def test_an_adjective_before_its_noun_sounds_as_in_the_feminine(written, heard):
    assert sounds(written) == heard


@pytest.mark.parametrize(("written", "heard"), [("l'Internet est", "lɛ̃tɛʁnɛt ɛ"), ("l'ouest est", "lwɛst ɛ")])
def test_a_t_of_the_word_itself_stays(written, heard):
    assert sounds(written) == heard

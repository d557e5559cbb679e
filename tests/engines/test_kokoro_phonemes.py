import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("kokoro_onnx")

from speakerine.engines import kokoro_phonemes
from speakerine.engines.kokoro_phonemes import NO_WORD, phonemize
from speakerine.errors import EngineError


def sounds(text):
    """Phonemes without stress marks."""
    return phonemize(text).text.replace("ˈ", "").replace("ˌ", "")


def words_with_sounds(text):
    found = phonemize(text)
    heard = ["" for _ in found.words]
    for letter, owner in zip(found.text, found.owners, strict=True):
        if owner != NO_WORD:
            heard[owner] += letter
    return list(zip(found.words, heard, strict=True))


def test_nasals_reach_the_model():
    from kokoro_onnx.config import DEFAULT_VOCAB

    text = sounds("un bon vin blanc")
    assert text == "œ̃ bɔ̃ vɛ̃ blɑ̃"
    assert text.count("\u0303") == 4
    assert "\u0303" in DEFAULT_VOCAB


@pytest.mark.parametrize(
    ("weighty", "plain"),
    [
        ("C'est LE problème.", "C'est le problème."),
        ("Il a dit NON, puis TOUT bas OUI.", "Il a dit non, puis tout bas oui."),
        ("ÇA, c'est MON fils.", "ça, c'est mon fils."),
    ],
)
def test_a_word_in_capitals_is_not_spelled(weighty, plain):
    assert sounds(weighty) == sounds(plain)


def test_letters_with_spaces_are_spelled():
    assert sounds("la S N C F") == "la ɛs ɛn se ɛf"


def test_a_vocabulary_without_nasals_is_refused(monkeypatch):
    monkeypatch.setattr("kokoro_onnx.config.DEFAULT_VOCAB", {"a": 1})
    kokoro_phonemes._vocabulary.cache_clear()
    with pytest.raises(EngineError, match=r"kokoro-onnx>=0\.6\.1"):
        kokoro_phonemes._vocabulary()
    kokoro_phonemes._vocabulary.cache_clear()


def test_language_flags_are_taken_out_and_brackets_left():
    assert sounds("le week-end") == "lə wiːkɛnd"
    assert sounds("le football (il) est (en) forme") == "lə fʊtbɔːl (il) ɛ (ɑ̃) fɔʁm"


NUMBERS = {
    "quatre-vingts": "katʁəvɛ̃",
    "quatre-vingt-un": "katʁəvɛ̃œ̃",
    "quatre-vingt-trois": "katʁəvɛ̃tʁwa",
    "quatre-vingt-quatre": "katʁəvɛ̃katʁ",
    "quatre-vingt-dix-neuf": "katʁəvɛ̃diznœf",
    "quatre-vingt-onze": "katʁəvɛ̃ɔ̃z",
    "Quatre-vingt mille": "katʁəvɛ̃ mil",
    "quatre-vingts ans": "katʁəvɛ̃z ɑ̃",
    "quatre vingt trois": "katʁ vɛ̃ tʁwa",
    "vingt": "vɛ̃",
    "vingt-deux": "vɛ̃tdø",
    "vingt-trois": "vɛ̃ttʁwa",
    "vingt et un": "vɛ̃t e œ̃",
    "vingt-sept": "vɛ̃tsɛt",
}


@pytest.mark.parametrize(("written", "heard"), NUMBERS.items())
def test_numbers(written, heard):
    assert sounds(written) == heard


LETTERS = {
    "S N C F": "ɛs ɛn se ɛf",
    "l’U E": "ly ə",
    "L'O N U s’inquiète": "lo ɛn y sɛ̃kjɛt",
    "L'É N A": "le ɛn a",
    "P S G.": "pe ɛs ʒe.",
    "O N U": "o ɛn y",
    "A F P": "a ɛf pe",
    "Y": "iɡʁɛk",
    "X Y": "iks iɡʁɛk",
    "Y X": "iɡʁɛk iks",
    "la génération Y": "la ʒeneʁasjɔ̃ iɡʁɛk",
    "Y a-t-il un pilote ?": "i atil œ̃ pilɔt?",
    "il y a": "il i a",
}


@pytest.mark.parametrize(("written", "heard"), LETTERS.items())
def test_letters_have_their_french_names(written, heard):
    assert sounds(written) == heard


WORDS = {
    "vingt euros": "vɛ̃t øʁo",
    "à vingt heures": "a vɛ̃t œʁ",
    "cent ans": "sɑ̃t ɑ̃",
    "cent habitants": "sɑ̃t abitɑ̃",
    "cent un": "sɑ̃ œ̃",
    "dix pour cent après": "di puʁ sɑ̃ apʁɛ",
    "dans l'est du Congo": "dɑ̃ lɛst dy kɔ̃ɡo",
    "l'Europe de l’Est": "løʁɔp də lɛst",
    "il l'est de nouveau": "il lɛ də nuvo",
    "le Grand Est": "lə ɡʁɑ̃t ɛst",
    "ses fils et son petit-fils": "se fis e sɔ̃ pətifis",
    "le leader": "lə lidœʁ",
    "une start-up": "yn staʁtøp",
    "un e-mail": "œ̃n imɛl",
    "à Kiev": "a kjɛv",
    "l'Insee": "lɛ̃se",
    "Speakerine": "spikʁin",
    "le rythme authentique du théâtre": "lə ʁitm otɑ̃tik dy teaːtʁ",
    "le méthane, l'euthanasie et le luth": "lə metan, løtanazi e lə lyt",
    "l'asthme et The Voice": "lasm e ðə vYs",
    "Mathieu et Thomas": "matjø e toma",
    "ils jouent et loueront": "il ʒu e luʁɔ̃",
    "un sur l'ouest": "œ̃ syʁ lwɛst",
    "le huitième et le dix-huitième": "lə yitjɛm e lə dizyitjɛm",
    "les dissidents indulgents": "le disidɑ̃z ɛ̃dylʒɑ̃",
    "deux cents pour cent récents": "dø sɑ̃ puʁ sɑ̃ ʁesɑ̃",
    "ils annulent, ils isolent": "ilz anyl, ilz izɔl",
    "un homme violent et insolent": "œ̃n ɔm vjolɑ̃ e ɛ̃solɑ̃",
    "les ministres résident à Paris": "le ministʁ ʁezid a paʁi",
    "le président à Paris": "lə pʁezidɑ̃ a paʁi",
    "ils expédient un expédient": "ilz ɛkspedi œ̃n ɛkspedjɑ̃",
    "les fils de Trump, des fils barbelés": "le fis də tɹʌmp, de fil baʁbəle",
    "deux plus deux, de plus, non plus": "dø plys dø, də plys, nɔ̃ ply",
    "en plus de lui, plus de dix": "ɑ̃ plys də lyi, ply də dis",
    "il peut se fier à un fier ami": "il pø sə fje a œ̃ fjɛʁ ami",
    "les sources ouvertes": "le suʁsəz uvɛʁt",
    "de riches héritiers, des plages immenses": "də ʁiʃəz eʁitje, de plaʒəz imɑ̃s",
    "plusieurs autres élus": "plyzjœʁz otʁəz ely",
    "des averses et des trombes": "dez avɛʁs e de tʁɔ̃b",
}


@pytest.mark.parametrize(("written", "heard"), WORDS.items())
def test_common_words_and_liaisons(written, heard):
    assert sounds(written) == heard


TYPOGRAPHY = {
    "l’homme": "lɔm",
    "l'homme": "lɔm",
    "aujourd’hui": "oʒuʁdyi",
    "les États-Unis": "lez etazyni",
    "« Bonjour », dit-il – enfin": "“bɔ̃ʒuʁ”, ditil — ɑ̃fɛ̃",
    "fini… non ?": "fini… nɔ̃?",
    "le budget": "lə byʤɛ",
}


@pytest.mark.parametrize(("written", "heard"), TYPOGRAPHY.items())
def test_typography_and_words(written, heard):
    assert sounds(written) == heard


def test_each_word_has_its_sounds():
    assert words_with_sounds("Les « amis », dit-il !") == [
        ("Les", "lˈe"),
        ("amis", "amˈi"),
        ("dit-il", "dˈitˈil"),
    ]


def test_words_that_espeak_joins_are_told_apart():
    found = dict(words_with_sounds("C'est parce que 中文 vingt % tombent."))
    assert list(found) == ["C'est", "parce", "que", "vingt", "%", "tombent."]
    assert found["parce"] == "paʁs"
    assert found["%"].replace("ˈ", "") == "puʁsɑ̃"


@pytest.mark.parametrize("text", ["", "…", "« – »", "中文", "😀"])
def test_nothing_to_read(text):
    assert phonemize(text).text == ""
    assert phonemize(text).words == ()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_no_text_breaks_it_and_every_sound_has_its_word(text):
    found = phonemize(text)
    assert len(found.owners) == len(found.text)
    owners = [owner for owner in found.owners if owner != NO_WORD]
    assert owners == sorted(owners)
    assert not owners or owners[-1] < len(found.words)

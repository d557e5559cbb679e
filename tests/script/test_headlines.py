import pytest
from hypothesis import given
from hypothesis import strategies as st

from speakerine.script import headlines
from speakerine.script.headlines import headline

LONG = "Vladimir Poutine ordonne des exercices nucléaires en réponse aux menaces occidentales"


def check_same(rule, title):
    assert rule(title) == title


@pytest.mark.parametrize(
    "title",
    [
        "La Seine monte",
        "Guerre en Ukraine : Kiev demande de l’aide",
        "Football. Brest gagne à Lens (3-1)",
        "Le chômage baisse, selon l’Insee",
    ],
)
def test_a_short_title_is_kept_whole(title):
    check_same(headline, title)


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("DIRECT. La Seine continue de monter", "La Seine continue de monter"),
        ("En direct, guerre en Ukraine : Kiev résiste", "guerre en Ukraine : Kiev résiste"),
        ("Vidéo : un ours dans la ville", "un ours dans la ville"),
        ("VIDÉO. Un ours dans la ville", "Un ours dans la ville"),
        ("[Vidéo] Un ours dans la ville", "Un ours dans la ville"),
        ("EN IMAGES - Le carnaval de Nice", "Le carnaval de Nice"),
        ("Infographie | Où va votre impôt", "Où va votre impôt"),
        ("Un ours dans la ville (vidéo)", "Un ours dans la ville"),
        ("Un ours dans la ville [PHOTOS]", "Un ours dans la ville"),
    ],
)
def test_what_only_tells_how_the_page_shows_it_is_dropped_always(title, kept):
    assert headline(title) == kept


@pytest.mark.parametrize(
    "title",
    [
        "Direct Énergie change de nom",
        "Vidéoprotection : la ville s’équipe",
        "Vidéo : un ours",
        "Carte scolaire",
    ],
)
def test_a_word_that_looks_like_a_label_stays(title):
    check_same(headline, title)


@pytest.mark.parametrize(
    ("rule", "title", "kept"),
    [
        (
            headlines.without_parenthesis,
            "Le maire de Brest renonce (et dit pourquoi)",
            "Le maire de Brest renonce",
        ),
        (headlines.without_rubric, "Football. Brest gagne à Lens", "Brest gagne à Lens"),
        (headlines.without_rubric, "Tribune : il faut sauver les abeilles", "il faut sauver les abeilles"),
        (headlines.without_rubric, "Faits divers – Un loup en ville", "Un loup en ville"),
        (
            headlines.without_one_side_of_colon,
            "Guerre en Ukraine : Kiev appelle à l’aide",
            "Kiev appelle à l’aide",
        ),
        (
            headlines.without_one_side_of_colon,
            "La Seine continue de monter : les quais sont fermés",
            "La Seine continue de monter",
        ),
        (
            headlines.without_attribution,
            "Le chômage baissera en mai, selon l’Insee",
            "Le chômage baissera en mai",
        ),
        (
            headlines.without_attribution,
            "Le tunnel rouvrira demain, annonce la préfète",
            "Le tunnel rouvrira demain",
        ),
    ],
)
def test_a_long_title_loses_by_rule(rule, title, kept):
    assert rule(title) == kept


@pytest.mark.parametrize(
    ("rule", "title"),
    [
        (headlines.without_parenthesis, "Brest (Finistère) se réveille sous la neige"),
        (headlines.without_parenthesis, "Incendie maîtrisé (photos et plan)"),
        (headlines.without_rubric, "Brest. Le port rouvre ce matin"),
        (headlines.without_rubric, "Football, la fin d’un rêve"),
        (headlines.without_one_side_of_colon, "La maire de Brest : « Je ne partirai pas d’ici »"),
        (headlines.without_one_side_of_colon, "« Mon rêve à moi est simple : partir », dit-elle"),
        (headlines.without_one_side_of_colon, "Le train de 12:30 est supprimé"),
        (headlines.without_attribution, "« Nous allons gagner », assure le maire"),
        (headlines.without_attribution, "Selon l’Insee, le chômage baisse en mai"),
    ],
)
def test_a_title_keeps_what_it_means(rule, title):
    check_same(rule, title)


def test_rules_stop_once_the_title_is_short_enough():
    assert headline(f"Guerre en Ukraine : {LONG} (et pourquoi)") == LONG


def test_a_title_that_no_rule_shortens_stays_long():
    check_same(headline, LONG * 3)


titles = st.lists(
    st.sampled_from(
        [
            "DIRECT.",
            "Football.",
            "la",
            "Seine",
            "monte",
            ":",
            "(vidéo)",
            "«",
            "»",
            ", selon",
            "l’Insee",
            "[",
            "]",
            "–",
        ]
    ),
    max_size=40,
).map(" ".join)


@given(titles, st.integers(0, 90))
def test_a_headline_is_a_stretch_of_its_title(title, longest_chars):
    assert headline(title, longest_chars) in title


@pytest.mark.parametrize(
    "hostile", ["(" * 100_000, ": " * 100_000, "," * 100_000, " " * 100_000, "a" * 100_000]
)
def test_a_hostile_title_takes_no_longer(hostile):
    assert headline(hostile) in hostile

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speakerine.script.quotations import continued, runs


def quoted(paragraph: str) -> list[str]:
    return [run.text.strip() for run in runs(paragraph) if run.quoted]


@pytest.mark.parametrize(
    ("paragraph", "said"),
    [
        ("« Nous partirons demain avant midi », a dit Anne.", ["« Nous partirons demain avant midi »,"]),
        ('"Nous partirons demain avant midi", a dit Anne.', ['"Nous partirons demain avant midi",']),
        ("“Nous partirons demain avant midi”, a dit Anne.", ["“Nous partirons demain avant midi”,"]),
        (
            "Elle répond : « Je ne sais pas encore. » Puis : « Cela viendra bien un jour. »",
            ["« Je ne sais pas encore. »", "« Cela viendra bien un jour. »"],
        ),
        (
            "« Il m’a dit : « Va-t’en d’ici » et je suis parti », raconte-t-il.",
            ["« Il m’a dit : « Va-t’en d’ici » et je suis parti »,"],
        ),
        (
            "« Une citation laissée ouverte jusqu’au bout du",
            ["« Une citation laissée ouverte jusqu’au bout du"],
        ),
    ],
)
def test_a_quotation_is_found_with_its_marks(paragraph, said):
    assert quoted(paragraph) == said


@pytest.mark.parametrize(
    "paragraph",
    [
        "Surnommé « le dernier dictateur », il règne depuis 1994.",
        "Le groupe « Noir Désir » s’est séparé.",
        "Il n’a rien dit de tel.",
        'Un écran de 15" et un autre de 17".',
    ],
)
def test_a_borrowed_word_stays_in_the_authors_sentence(paragraph):
    assert quoted(paragraph) == []


@given(st.text(alphabet='ab «»“”".,!\u00a0', max_size=80))
def test_the_runs_joined_are_the_paragraph(paragraph):
    assert "".join(run.text for run in runs(paragraph)) == paragraph


@given(st.text(alphabet='ab «»“”".,', max_size=80))
def test_runs_alternate(paragraph):
    found = [run.quoted for run in runs(paragraph)]
    assert all(a != b for a, b in pairwise(found))


def test_a_reply_after_a_dash_is_said_but_for_its_attribution():
    assert [(run.text, run.quoted) for run in runs("— Je pars, dit-il en fermant la porte. Adieu.")] == [
        ("— Je pars, ", True),
        ("dit-il en fermant la porte. ", False),
        ("Adieu.", True),
    ]


@pytest.mark.parametrize("reply", ["– Non.", "— Oui !", "—\u00a0« Peut-être. »"])
def test_a_reply_is_said_however_short(reply):
    assert quoted(reply) == [reply]


@pytest.mark.parametrize(
    "paragraph",
    ["– 3 % en mai, 4 % en juin et 5 % en juillet", "Le maire – un ancien boxeur – est venu hier soir."],
)
def test_a_dash_before_a_figure_or_within_a_sentence_is_no_reply(paragraph):
    assert quoted(paragraph) == []


def test_a_dash_opens_no_reply_in_a_list():
    assert not any(run.quoted for run in runs("— des pommes", dialogue=False))


@pytest.mark.parametrize(
    "quotation",
    [
        "« Il m’a dit “va-t’en d’ici” et je suis parti »",
        "“Il m’a dit « va-t’en d’ici » et je suis parti”",
        '« Il m’a dit "va-t’en d’ici" et je suis parti »',
        "“Il m’a dit “va-t’en d’ici” et je suis parti”",
        "« Un « deux « trois » quatre » cinq six »",
    ],
)
def test_what_is_nested_is_part_of_the_quotation(quotation):
    assert quoted(f"Il raconte : {quotation} avant de sortir.") == [quotation]


def test_one_mark_may_close_two_quotations():
    paragraph = "« Elle m’a dit un soir : « Je pars d’ici », raconte Anne."
    assert quoted(paragraph) == ["« Elle m’a dit un soir : « Je pars d’ici »,"]


def test_a_nested_quotation_does_not_close_the_one_that_goes_on():
    paragraph = "« J’ai vu « un mot » sur la table du salon."
    assert quoted(paragraph) == [paragraph]


def test_each_paragraph_of_a_long_quotation_opens_it_again():
    assert quoted("« Nous avons commencé hier au soir.") == ["« Nous avons commencé hier au soir."]
    assert quoted("« Nous finirons demain avant midi », dit-il.") == ["« Nous finirons demain avant midi »,"]


def test_a_closing_mark_at_the_head_of_a_paragraph_opens_it_again():
    assert quoted("» Nous finirons demain avant midi », dit-il.") == ["» Nous finirons demain avant midi »,"]


def test_a_quotation_may_go_on_without_opening_again():
    paragraphs = [
        "Elle dit : « Nous commençons.",
        "Puis nous verrons.",
        "Enfin nous partirons », dit-elle.",
        "Fin.",
    ]
    assert continued(paragraphs) == [False, True, True, False]
    said = [run.text for run in runs(paragraphs[2], going_on=True) if run.quoted]
    assert said == []
    assert quoted_on("Enfin nous partirons tous ensemble », dit-elle.") == [
        "Enfin nous partirons tous ensemble »,"
    ]


def quoted_on(paragraph: str) -> list[str]:
    return [run.text.strip() for run in runs(paragraph, going_on=True) if run.quoted]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["« Une citation laissée ouverte", "Puis « une autre » et rien."],
        ["« Une citation laissée ouverte", None, "qui se ferme »."],
        ["« Une citation laissée ouverte", "« qui se rouvre »."],
        ["« Une citation laissée ouverte", "et jamais fermée"],
        ["Rien.", "qui se ferme »."],
        ["« Une citation laissée ouverte", *["Rien."] * 20, "qui se ferme »."],
    ],
)
def test_a_quotation_that_is_not_closed_goes_no_further(paragraphs):
    assert not any(continued(paragraphs))


@pytest.mark.parametrize(
    "paragraph",
    [
        "L’ami d’Anne n’a rien vu de l’autre côté qu’il n’ait dit.",
        "L'ami d'Anne n'a rien vu de l'autre côté qu'il n'ait dit.",
        'Un écran de 15" pour tous les élèves de cette école',
        'Il ferme la porte." Puis il sort sans un mot de plus',
    ],
)
def test_apostrophes_and_inch_marks_quote_nothing(paragraph):
    assert quoted(paragraph) == []


@pytest.mark.parametrize(
    "hostile",
    [
        "«",
        "« ",
        '"',
        "“",
        "»",
        "« a » «",
        "« a b c d e f »",
        "« a, dit-il, ",
        ", dit M.",
        "– , dit ",
        "« a,\u00a0",
    ],
)
def test_hostile_text_is_cut_in_linear_time(hostile):
    text = hostile * 100_000
    assert "".join(run.text for run in runs(text)) == text
    assert len(continued([hostile] * 10_000)) == 10_000


@given(st.lists(st.text(alphabet="ab «»“”.", max_size=12) | st.none(), max_size=8))
def test_every_paragraph_is_told_whether_it_goes_on(paragraphs):
    flags = continued(paragraphs)
    assert len(flags) == len(paragraphs)
    assert not any(flag for flag, paragraph in zip(flags, paragraphs, strict=True) if paragraph is None)


@given(st.text(alphabet="aé «»“”\".,—–:!'’\n", max_size=80), st.booleans(), st.booleans())
def test_whatever_is_asked_the_runs_joined_are_the_paragraph(paragraph, goes_on, dialogue):
    assert "".join(run.text for run in runs(paragraph, going_on=goes_on, dialogue=dialogue)) == paragraph

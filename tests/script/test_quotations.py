from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speakerine.script.quotations import runs


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

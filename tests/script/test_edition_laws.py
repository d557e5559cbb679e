from datetime import UTC

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from speakerine.script.edition import article_positions, compose_edition
from speakerine.script.template import load_frame
from speakerine.types import Article, Jingle, Paragraph, ParagraphKind

FRAME = load_frame(None)
law = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])

pieces = st.sampled_from(
    [
        "la Seine",
        "monte.",
        "« Nous fermons,",
        "dit-il,",
        "demain »",
        "« ",
        '"',
        "“",
        "”",
        "— ",
        "M. Petit",
        "21",
        "Oui !",
        ":",
    ]
)
texts = (
    st.lists(pieces, min_size=1, max_size=25).map(" ".join).filter(lambda text: any(map(str.isalnum, text)))
)
titles = st.lists(
    st.sampled_from(["Brest", "gagne", "à", "Lens", ": ", "(vidéo)", "{date}"]), min_size=1, max_size=9
).map(lambda words: f"Titre {' '.join(words)}")
articles = st.builds(
    Article,
    title=titles,
    paragraphs=st.lists(st.builds(Paragraph, texts, st.sampled_from(list(ParagraphKind))), max_size=5).map(
        tuple
    ),
    byline=st.sampled_from(["", "Anne Le Goff", "Propos recueillis par Anne"]),
    lead=st.sampled_from(["", "Le fleuve gagne."]),
    site=st.sampled_from(["", "Le Journal"]),
    truncated=st.booleans(),
)
editions = st.lists(articles, min_size=1, max_size=5)
dates = st.datetimes(timezones=st.just(UTC))


def edition(found, date, *, jingles=True):
    return compose_edition(found, FRAME, show_title="Le Fil", date=date, voices=["Claire"], jingles=jingles)


def bare(*texts: str) -> str:
    """The text without its white space, which cutting it into lines may move."""
    return "".join("".join(texts).split())


def stand_in_order(parts, whole: str) -> bool:
    at = 0
    for part in parts:
        found = whole.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True


@law
@given(editions, dates)
def test_every_word_of_every_article_is_written_in_order(found, date):
    script = edition(found, date)
    positions = article_positions(script)
    for at, article in enumerate(found):
        said = bare(*(line.written for line, i in zip(script.lines, positions, strict=True) if i == at))
        words = [article.title, article.byline, article.lead, *(p.text for p in article.body)]
        assert stand_in_order(map(bare, words), said)


@law
@given(editions, dates, st.booleans())
def test_chapters_are_the_articles_and_two_more(found, date, jingles):
    chapters = [line.chapter for line in edition(found, date, jingles=jingles).lines if line.chapter]
    assert chapters == ["Ouverture", *(article.title for article in found), "Fermeture"]


@law
@given(editions, dates)
def test_the_same_articles_on_the_same_day_make_the_same_script(found, date):
    assert edition(found, date) == edition(found, date)


@law
@given(editions, dates)
def test_jingles_change_no_word(found, date):
    with_jingles, without = edition(found, date), edition(found, date, jingles=False)
    assert [line.spoken for line in with_jingles.lines] == [line.spoken for line in without.lines]
    assert not any(isinstance(item, Jingle) for item in without.items)


@law
@given(editions, dates)
def test_no_line_is_empty(found, date):
    assert all(line.spoken.strip() for line in edition(found, date).lines)

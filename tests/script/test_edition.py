from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest

from speakerine.errors import SourceError
from speakerine.script import pauses
from speakerine.script.compose import article_lines
from speakerine.script.edition import article_positions, compose_edition, edition_guid, edition_title
from speakerine.script.template import load_frame
from speakerine.types import Article, Jingle, Line, Paragraph, ParagraphKind, Role

FRAME = load_frame(None)
MORNING = datetime(2024, 5, 23, 7, 30, tzinfo=UTC)
SEINE = Article(
    "La Seine monte", (Paragraph("Les quais sont fermés."),), byline="Anne Le Goff", site="Le Journal"
)
OURS = Article("Un ours à Grenoble", (Paragraph("Il a mangé le miel."),))
FOOT = Article("Brest gagne à Lens", (Paragraph("Trois buts à un."),), site="euronews")
MER = Article("La mer se retire", (Paragraph("On marche jusqu’à l’île."),))
ALL = (SEINE, OURS, FOOT, MER)


def edition(*articles, frame="", **options):
    told = {"show_title": "Le Fil", "date": MORNING, "voices": ["Claire"], **options}
    return compose_edition(articles or ALL, load_frame(frame), **told)


def written(*articles, **options) -> list[str]:
    return [line.written for line in edition(*articles, **options).lines]


def test_an_edition_from_its_first_word_to_its_last():
    assert [i if isinstance(i, Jingle) else i.spoken for i in edition(SEINE, OURS).items] == [
        Jingle.INTRO,
        "Bonjour, nous sommes le jeudi vingt-trois mai deux mille vingt-quatre. "
        "Vous écoutez «\u00a0Le Fil\u00a0».",
        Jingle.BED,
        "Au sommaire de cette édition, deux articles\u00a0:",
        "La Seine monte.",
        "Et pour finir\u00a0: Un ours à Grenoble.",
        Jingle.STING,
        "On ouvre cette édition avec un article publié par Le Journal.",
        "La Seine monte.",
        "Par Anne Le Goff.",
        "Les quais sont fermés.",
        Jingle.STING,
        "Et voici le dernier article de cette édition.",
        "Un ours à Grenoble.",
        "Il a mangé le miel.",
        Jingle.STING,
        "C’est la fin de cette édition. Merci de l’avoir écoutée, et bonne journée.",
        "Cette édition vous a été lue par Claire, une voix de synthèse.",
        Jingle.OUTRO,
    ]


def test_one_article_is_announced_as_one():
    assert written(SEINE)[1:4] == [
        "Au sommaire de cette édition, un article\u00a0:",
        "La Seine monte",
        "Le voici, publié par Le Journal.",
    ]


def test_without_jingles_the_same_is_said_with_longer_stops_between_articles():
    bare = edition(jingles=False)
    assert bare.items == bare.lines
    assert [line.spoken for line in bare.lines] == [line.spoken for line in edition().lines]
    last_words = next(line for line in bare.lines if line.written == "Les quais sont fermés.")
    assert last_words.pause_after_ms == pauses.BETWEEN_ARTICLES_MS


def test_the_evening_has_its_own_greeting_and_sign_off():
    lines = written(date=MORNING.replace(hour=18))
    assert lines[0].startswith("Bonsoir,")
    assert lines[-2].endswith("bonne soirée.")


def test_a_date_without_an_hour_says_good_day():
    assert written(date=datetime(2024, 5, 23, tzinfo=UTC))[0].startswith("Bonjour,")


def test_a_show_may_never_say_good_evening():
    late = MORNING.replace(hour=23)
    assert written(date=late, frame="[edition]\nevening_from = 24")[0].startswith("Bonjour,")


def test_the_first_of_the_month_is_said_so():
    first = edition(date=datetime(2024, 6, 1, tzinfo=UTC)).lines[0]
    assert "samedi 1er\u00a0juin 2024" in first.written
    assert "samedi premier juin deux mille vingt-quatre" in first.spoken


def test_transitions_vary_and_name_the_source_where_there_is_one():
    sources = [replace(OURS, title=f"Titre {i}", site="Le Journal") for i in range(9)]
    said = written(*sources)
    transitions = [said[at - 1] for at, line in enumerate(said) if line.startswith("Titre ")][8:]
    assert transitions == [
        "On ouvre cette édition avec un article publié par Le Journal.",
        "À présent, un article publié par Le Journal.",
        "On continue.",
        "Autre article, publié par Le Journal.",
        "Passons à l’article suivant.",
        "On poursuit cette édition avec Le Journal.",
        "Et maintenant, tout autre chose.",
        "À présent, un article publié par Le Journal.",
        "Et pour finir, un article publié par Le Journal.",
    ]


def test_a_transition_that_names_what_is_not_known_is_passed():
    frame = '[edition]\nnext_article = ["Lu dans {source}.", "Signé {byline}.", "Ensuite."]'
    said = written(OURS, OURS, FOOT, replace(OURS, byline="Anne"), MER, MER, frame=frame)
    assert [line for line in said if line.startswith(("Lu", "Signé", "Ensuite"))] == [
        "Ensuite.",
        "Lu dans euronews.",
        "Signé Anne.",
        "Ensuite.",
    ]


def test_every_field_of_a_transition_is_filled():
    frame = (
        '[edition]\nfirst_article = ["{position} sur {count} : {title}, {source}, {byline}, {show}, {date}."]'
    )
    filled = "1 sur 4\u00a0: La Seine monte, Le Journal, Anne Le Goff, Le Fil, jeudi 23\u00a0mai 2024."
    assert filled in written(frame=frame)


def test_headlines_are_shortened_and_the_titles_said_in_full():
    long = replace(OURS, title="Vidéo. Un ours à Grenoble")
    said = written(SEINE, long)
    assert "Et pour finir\u00a0: Un ours à Grenoble" in said
    assert "Vidéo. Un ours à Grenoble" in said


def test_braces_in_a_title_stay_as_written():
    assert "{date} et {show}" in written(replace(OURS, title="{date} et {show}"), MER)


def test_a_show_may_be_silent_between_articles():
    frame = (
        '[edition]\nfirst_article=[]\nnext_article=[]\nlast_article=[]\nheadlines=[]\nlast_headline=""\n'
        'contents_many=""\nsign_off=""'
    )
    silent = edition(SEINE, OURS, frame=frame)
    assert [line.written for line in silent.lines][1:] == [
        "La Seine monte",
        "Par Anne Le Goff.",
        "Les quais sont fermés.",
        "Un ours à Grenoble",
        "Il a mangé le miel.",
        "Cette édition vous a été lue par Claire, une voix de synthèse.",
    ]
    assert Jingle.BED not in silent.items


def test_a_byline_can_be_left_out():
    assert "Par Anne Le Goff." not in written(frame='[article]\nbyline = ""')


def test_chapters_open_on_the_greeting_the_articles_first_words_and_the_sign_off():
    opened = [(line.chapter, line.written) for line in edition(SEINE, OURS).lines if line.chapter]
    assert opened == [
        ("Ouverture", edition().lines[0].written),
        ("La Seine monte", "La Seine monte"),
        ("Un ours à Grenoble", "Un ours à Grenoble"),
        ("Fermeture", "C’est la fin de cette édition. Merci de l’avoir écoutée, et bonne journée."),
    ]


def test_each_article_comes_after_a_sting_and_so_does_the_sign_off():
    items = edition().items
    after = [items[at + 1] for at, item in enumerate(items) if item is Jingle.STING]
    assert all(isinstance(line, Line) and line.role is Role.PRESENTER for line in after)
    assert len(after) == len(ALL) + 1


def test_the_frame_is_the_presenters():
    roles = {line.written: line.role for line in edition().lines}
    assert roles["Les quais sont fermés."] is Role.READER
    readers = [text for text, role in roles.items() if role is not Role.PRESENTER]
    assert len(readers) == len(ALL)


def test_an_article_is_said_as_when_it_is_alone():
    rich = replace(
        SEINE,
        lead="Le fleuve gagne.",
        paragraphs=(
            Paragraph("Il est 7h30."),
            Paragraph("Ce que dit la Ville", ParagraphKind.HEADING),
            Paragraph("« Nous fermons, explique-t-elle, tous les quais »."),
        ),
    )
    alone = list(article_lines(rich, FRAME))[:-1]
    lines = list(edition(rich).lines)
    start = lines.index(alone[0])
    assert lines[start : start + len(alone)] == alone


def test_a_truncated_article_says_so_where_it_ends():
    said = written(replace(SEINE, truncated=True), OURS)
    assert said[said.index("Les quais sont fermés.") + 1].startswith("La suite de cet article")


def test_several_voices_are_credited_together():
    said = written(voices=["Claire", "Lucien", "Nicole"])
    assert said[-1] == "Cette édition vous a été lue par Claire, Lucien et Nicole, des voix de synthèse."


def test_the_title_is_the_one_given_or_the_frames():
    assert edition(title="Le journal de midi").title == "Le journal de midi"
    assert (
        edition().title == edition_title(FRAME, "Le Fil", MORNING, 4) == "L’édition du jeudi 23\u00a0mai 2024"
    )


def test_an_edition_of_nothing_is_refused():
    with pytest.raises(SourceError, match="one article at least"):
        compose_edition([], FRAME, show_title="Le Fil", date=MORNING, voices=["Claire"])


def test_an_edition_keeps_its_guid_all_day():
    morning, evening = edition_guid("Le Fil", MORNING), edition_guid("Le Fil", MORNING.replace(hour=23))
    assert morning == evening == str(UUID(morning))


def test_the_day_is_that_of_the_dates_own_zone():
    paris = datetime(2024, 5, 24, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    assert edition_guid("Le Fil", paris) == edition_guid("Le Fil", paris.replace(hour=12))
    assert edition_guid("Le Fil", paris) != edition_guid("Le Fil", paris.astimezone(UTC))


def test_another_day_show_or_slot_is_another_edition():
    others = {
        edition_guid("Le Fil", MORNING),
        edition_guid("Le Fil", MORNING + timedelta(days=1)),
        edition_guid("La Trame", MORNING),
        edition_guid("Le Fil", MORNING, "matin"),
        edition_guid("Le Fil", MORNING, "soir"),
        Article("Le Fil", (), published=MORNING).guid,
    }
    assert len(others) == 6


def test_each_line_tells_which_article_it_belongs_to():
    script = edition(SEINE, OURS)
    told = dict(zip((line.written for line in script.lines), article_positions(script), strict=True))
    assert told["Par Anne Le Goff."] == 0
    assert told["Il a mangé le miel."] == 1
    assert told["Cette édition vous a été lue par Claire, une voix de synthèse."] is None
    assert told[script.lines[0].written] is None

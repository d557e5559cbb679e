from dataclasses import replace

from speakerine.script import pauses
from speakerine.script.compose import BREATH_CHARS, compose
from speakerine.script.template import load_frame
from speakerine.types import Article, Jingle, Omission, Omitted, Paragraph, ParagraphKind, Role

ARTICLE = Article(
    title="La Seine monte",
    byline="Anne Le Goff",
    lead="Le fleuve a gagné 30 cm en une nuit.",
    paragraphs=(
        Paragraph("Il est 7h30. Les quais sont fermés."),
        Paragraph("Ce que dit la Ville", ParagraphKind.HEADING),
        Paragraph("« Nous avons fermé les voies sur berge dès hier soir », explique la maire."),
    ),
)


def said(article=ARTICLE, **options):
    return compose(article, ["Claire"], **options).lines


def test_the_order_is_title_byline_lead_paragraphs_credit():
    assert [line.written for line in said()] == [
        "La Seine monte",
        "Par Anne Le Goff.",
        "Le fleuve a gagné 30 cm en une nuit.",
        "Il est 7h30. Les quais sont fermés.",
        "Ce que dit la Ville",
        "« Nous avons fermé les voies sur berge dès hier soir »,",
        "explique la maire.",
        "Cet article vous a été lu par Claire, une voix de synthèse.",
    ]


def test_a_lead_that_is_also_the_first_paragraph_is_said_once():
    doubled = replace(ARTICLE, paragraphs=(Paragraph(ARTICLE.lead), *ARTICLE.paragraphs))
    assert said(doubled) == said()


def test_numbers_are_spoken_in_words_and_kept_as_written():
    line = said()[3]
    assert line.written == "Il est 7h30. Les quais sont fermés."
    assert line.spoken == "Il est sept heures trente. Les quais sont fermés."


def test_titles_and_headings_fall_on_a_full_stop():
    assert said()[0].spoken == "La Seine monte."
    assert said()[4].spoken == "Ce que dit la Ville."


def test_the_presenter_frames_the_reader_reads_and_quotations_are_marked():
    presenter, reader, quote = Role.PRESENTER, Role.READER, Role.QUOTE
    assert [line.role for line in said()] == [
        presenter, presenter, presenter, reader, presenter, quote, reader, presenter,
    ]  # fmt: skip


def test_pauses_are_those_of_the_table():
    assert [line.pause_after_ms for line in said()] == [
        pauses.AFTER_TITLE_MS,
        pauses.AFTER_BYLINE_MS,
        pauses.AFTER_LEAD_MS,
        pauses.BEFORE_HEADING_MS,
        pauses.AFTER_HEADING_MS,
        pauses.IN_SENTENCE_MS,
        pauses.BEFORE_CREDIT_MS,
        pauses.AFTER_LAST_WORD_MS,
    ]


def test_jingles_stand_at_both_ends_or_nowhere():
    items = compose(ARTICLE, ["Claire"]).items
    assert (items[0], items[-1]) == (Jingle.INTRO, Jingle.OUTRO)
    assert not any(isinstance(i, Jingle) for i in compose(ARTICLE, ["Claire"], jingles=False).items)


def test_the_first_line_opens_the_chapter_of_the_article():
    assert [line.chapter for line in said()] == ["La Seine monte"] + [""] * 7


def test_a_long_sentence_is_cut_at_its_breath_and_loses_nothing():
    sentence = "Le maire a parlé longuement, " * 30 + "puis il s’est tu."
    lines = said(replace(ARTICLE, paragraphs=(Paragraph(sentence),)))[3:-1]
    assert len(lines) > 1
    assert all(len(line.written) <= BREATH_CHARS for line in lines)
    assert " ".join(line.written for line in lines).split() == sentence.split()
    assert [line.pause_after_ms for line in lines[:-1]] == [pauses.AT_BREATH_MS] * (len(lines) - 1)


def test_a_truncated_article_says_so():
    written = [line.written for line in said(replace(ARTICLE, truncated=True))]
    assert written[-2] == "La suite de cet article est réservée aux abonnés du journal."


def with_tables(*captions, after=2):
    return replace(ARTICLE, omissions=tuple(Omission(Omitted.TABLE, after, caption) for caption in captions))


def test_a_table_is_told_in_its_place_by_the_presenter():
    lines = said(with_tables(""))
    assert [line.written for line in lines[4:6]] == [
        "Ce que dit la Ville",
        "L’article présente ici un tableau.",
    ]
    assert (lines[5].role, lines[5].pause_after_ms) == (Role.PRESENTER, pauses.AFTER_PARAGRAPH_MS)


def test_the_caption_of_a_table_is_said():
    lines = said(with_tables("Les crues depuis 1910."))
    assert lines[5].written == "L’article présente ici un tableau\u00a0: Les crues depuis 1910."
    assert "mille neuf cent dix" in lines[5].spoken


def test_two_tables_in_a_row_are_told_once():
    assert len(said(with_tables("", ""))) == len(said(with_tables("")))


def test_code_is_told_too():
    article = replace(ARTICLE, omissions=(Omission(Omitted.CODE, 0),))
    assert said(article)[3].written == "L’article donne ici un extrait de code."


def test_a_show_can_say_it_otherwise_or_say_nothing():
    own = '[article]\ntable = "Un tableau est à voir sur le site."\ncode = ""\n'
    both = replace(ARTICLE, omissions=(Omission(Omitted.TABLE, 3), Omission(Omitted.CODE, 3)))
    told = [line.written for line in said(both, frame=load_frame(own))]
    assert told[-2] == "Un tableau est à voir sur le site."
    assert len(told) == len(said()) + 1


def test_a_quoted_paragraph_is_all_the_quoted_persons():
    quote = Paragraph("Le fleuve monte toujours.", ParagraphKind.QUOTE)
    assert said(replace(ARTICLE, paragraphs=(quote,)))[3].role is Role.QUOTE


def test_an_article_with_a_title_alone_is_said_and_credited():
    assert [line.written for line in said(Article("La Seine monte", ()))] == [
        "La Seine monte",
        "Cet article vous a été lu par Claire, une voix de synthèse.",
    ]

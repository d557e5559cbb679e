import re
from dataclasses import astuple, fields, replace

import pytest

from speakerine.errors import ConfigError
from speakerine.script.template import ArticleFrame, EditionFrame, fill, load_frame, shipped_frame

SHIPPED = load_frame(None)


def sentences():
    """Every sentence that ships."""
    for part in (SHIPPED.article, SHIPPED.edition):
        for value in astuple(part):
            if isinstance(value, tuple):
                yield from value
            elif isinstance(value, str):
                yield value


def refused(text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        load_frame(text, "le/frame.toml")
    return str(caught.value)


def test_without_a_file_the_frame_is_the_one_that_ships():
    assert load_frame(None) == load_frame("") == shipped_frame()


def test_the_file_that_ships_says_every_key():
    assert all(
        getattr(part, key.name) is not None
        for part, kind in ((SHIPPED.article, ArticleFrame), (SHIPPED.edition, EditionFrame))
        for key in fields(kind)
    )


def test_a_show_changes_the_sentences_it_names_and_keeps_the_others():
    own = load_frame('[edition]\nsign_off = "À demain."')
    assert own.edition.sign_off == "À demain."
    assert own == replace(SHIPPED, edition=replace(SHIPPED.edition, sign_off="À demain."))


def test_a_show_changes_a_list_as_a_whole():
    assert load_frame('[edition]\nnext_article = ["Ensuite."]').edition.next_article == ("Ensuite.",)


@pytest.mark.parametrize("key", ["sign_off", "contents_many", "last_headline"])
def test_an_empty_sentence_is_silence(key):
    assert getattr(load_frame(f'[edition]\n{key} = ""').edition, key) == ""


def test_plain_spaces_and_apostrophes_are_set_as_french_type():
    own = load_frame('[edition]\ngreeting = "C\'est « {show} » : bonjour ! {count} articles ?"')
    assert own.edition.greeting == (
        "C’est «\u00a0{show}\u00a0»\u00a0: bonjour\u202f! {count}\u00a0articles\u202f?"
    )


@pytest.mark.parametrize("sentence", list(sentences()))
def test_what_ships_is_set_as_french_type(sentence):
    assert not re.search(r"['\"]| [;:!?»]|« |\.\.\.|«(?!\u00a0)|(?<!\u00a0)»", sentence)


@pytest.mark.parametrize("name", ["credit_one", "credit_many"])
@pytest.mark.parametrize("part", [SHIPPED.article, SHIPPED.edition])
def test_what_ships_names_the_voices_and_says_that_they_are_synthetic(part, name):
    assert "{voices}" in getattr(part, name)
    assert "de synthèse" in getattr(part, name)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '[edition]\ngreating = "Salut."',
            ["[edition] of le/frame.toml", "unknown key “greating”", "“greeting”"],
        ),
        ('[editions]\ntitle = "x"', ["le/frame.toml", "unknown table “editions”", "“edition”"]),
        ('greeting = "Salut."', ["le/frame.toml", "unknown table “greeting”", "article, edition"]),
        (
            '[edition]\ngreeting = "Le {dat}."',
            ["greeting in [edition] of le/frame.toml", "{dat}", "“date”", "{show}, {date}, {count}"],
        ),
        ('[edition]\ngreeting = "Voici {title}."', ["{title}", "{show}, {date}, {count}"]),
        ('[edition]\nnext_article = ["Ensuite.", "{auteur}"]', ["next_article", "{auteur}"]),
        ('[article]\ntruncated = "Voir {source}."', ["truncated", "{source}", "none"]),
        ('[edition]\ngreeting = "{date.year}"', ["{date.year}"]),
        ('[edition]\ngreeting = "{show[0]}"', ["{show[0]}"]),
        ('[edition]\ngreeting = "{date!r}"', ["{date!r}"]),
        ('[edition]\ngreeting = "{}"', ["{}"]),
        ('[edition]\ngreeting = "{date"', ["brace", "{show}, {date}, {count}"]),
        ('[edition]\ngreeting = "{{date}}"', ["brace"]),
        ("[edition]\ngreeting = 3", ["greeting", "3", "a sentence in quotes"]),
        ('[edition]\ngreeting = " "', ["greeting", "not empty"]),
        ('[article]\ncredit_one = ""', ["credit_one", "not empty"]),
        ('[edition]\nnext_article = "Ensuite."', ["next_article", 'such as ["…", "…"]']),
        ("[edition]\nnext_article = [1]", ["next_article", "a list of sentences"]),
        ('[edition]\nevening_from = "18"', ["evening_from", "an hour from 0 to 24"]),
        ("[edition]\nevening_from = true", ["evening_from", "an hour"]),
        ("[edition]\nevening_from = 25", ["evening_from", "an hour"]),
        ("edition = 1", ["edition in le/frame.toml", "[edition]"]),
        ("[edition", ["le/frame.toml is not valid TOML"]),
    ],
)
def test_what_cannot_be_used_is_refused_with_where_and_what_to_write(text, told):
    message = refused(text)
    assert all(part in message for part in told), message


def test_a_field_is_replaced_once():
    assert fill("{show} : {date}", {"show": "{date}", "date": "lundi"}) == "{date} : lundi"


def test_a_byte_order_mark_is_no_error():
    assert load_frame("\ufeff[edition]\nevening_from = 20").edition.evening_from == 20

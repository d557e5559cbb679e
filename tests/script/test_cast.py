from speakerine.script.cast import Cast, numbered_items
from speakerine.types import Article, Jingle, Line, Role, Script, Voice

CLAIRE, NICOLE, LUCIEN = (Voice(name, "pico") for name in ("claire", "nicole", "lucien"))
CAST = Cast(LUCIEN, readers=(CLAIRE, NICOLE), quotations=(NICOLE, CLAIRE))


def line(words, chapter=""):
    return Line(Role.READER, words, words, 0, chapter)


def test_readers_take_the_articles_by_turns():
    assert [CAST.voice(Role.READER, i) for i in range(5)] == [CLAIRE, NICOLE, CLAIRE, NICOLE, CLAIRE]


def test_quotations_follow_their_reader():
    assert [CAST.voice(Role.QUOTE, i) for i in range(3)] == [NICOLE, CLAIRE, NICOLE]


def test_the_presenter_stays():
    assert {CAST.voice(Role.PRESENTER, i) for i in range(3)} == {LUCIEN}


def test_every_voice_is_told_once():
    assert CAST.voices == (LUCIEN, CLAIRE, NICOLE)


def test_each_line_of_an_edition_has_its_article_and_what_is_outside_has_the_first():
    items = (
        Jingle.INTRO,
        line("Bonjour.", "Ouverture"),
        line("La Seine monte", "La Seine monte"),
        line("Les quais sont fermés."),
        Jingle.STING,
        line("Un ours à Grenoble", "Un ours à Grenoble"),
        line("Au revoir.", "Fermeture"),
    )
    script = Script("Titre", items, (Article("La Seine monte", ()), Article("Un ours à Grenoble", ())))
    assert list(numbered_items(script)) == list(zip(items, (0, 0, 0, 0, 0, 1, 0), strict=True))


def test_the_only_article_of_an_episode_is_the_first():
    script = Script("Titre", (line("Titre", "Titre"), line("Un mot.")), (Article("Titre", ()),))
    assert [article for _, article in numbered_items(script)] == [0, 0]

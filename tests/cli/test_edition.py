import json

import pytest

from tests.articles import PAGE

VOICE = ("--voice", "nicole")


@pytest.fixture
def articles(here):
    (here / "jour.txt").write_text(PAGE.replace("marché de nuit", "marché de jour"), "utf-8")
    return ("page.txt", "jour.txt")


def record(here):
    (path,) = (here / "output").glob("episodes/*/episode.json")
    return json.loads(path.read_text("utf-8"))


def test_many_articles_are_one_episode(run, here, articles):
    result = run("edition", *articles, *VOICE, "--date", "2025-06-13T07:30")
    assert result.exit_code == 0, result.stderr
    assert [chapter["title"] for chapter in record(here)["chapters"]] == [
        "Ouverture",
        "La Ville rouvre son marché de nuit",
        "La Ville rouvre son marché de jour",
        "Fermeture",
    ]
    assert record(here)["cues"][0]["text"].startswith("Bonjour, nous sommes le vendredi 13\u00a0juin 2025.")


def test_a_title_and_an_order_can_be_given(run, here, articles):
    run("edition", *articles, *VOICE, "--no-jingles", "--title", "Le journal de 8 heures", "--sort", "title")
    assert record(here)["title"] == "Le journal de 8 heures"
    assert record(here)["chapters"][1]["title"] == "La Ville rouvre son marché de jour"


def test_what_does_not_fit_is_told(run, here, articles):
    result = run("edition", *articles, *VOICE, "--no-jingles", "--max-minutes", "1")
    assert "does not fit" in result.stderr


def test_the_shows_own_sentences_are_said(run, here, articles):
    (here / "frame.toml").write_text(
        '[edition]\ngreeting = "Salut, c’est {show}."\nevening_from = 24\n', "utf-8"
    )
    result = run("edition", *articles, *VOICE, "--no-jingles")
    assert result.exit_code == 0, result.stderr
    assert record(here)["cues"][0]["text"] == "Salut, c’est Mes articles à écouter."


def test_a_template_that_names_an_unknown_field_is_told(refused, here, articles):
    (here / "frame.toml").write_text('[edition]\ngreeting = "Bonjour {prenom}."\n', "utf-8")
    line = refused(2, "edition", *articles, *VOICE)
    assert "prenom" in line
    assert "frame.toml" in line


def test_a_source_that_fails_is_told_and_the_edition_is_made(run, here, articles):
    result = run("edition", *articles, "absent.txt", *VOICE, "--no-jingles")
    assert result.exit_code == 3
    assert "absent.txt" in result.stderr
    assert len(record(here)["chapters"]) == 4


def second_voice(here):
    """A voice of the show's own, Basile, and a show.toml where it reads every other article."""
    (here / "voices" / "basile").mkdir(parents=True)
    (here / "voices" / "basile" / "voice.toml").write_text('engine = "pico"\npitch = 0.8\n', "utf-8")
    (here / "show.toml").write_text('[voices]\nreader = ["nicole", "basile"]\n', "utf-8")


def test_readers_of_the_show_take_the_articles_by_turns(run, here, articles):
    second_voice(here)
    result = run("edition", *articles, "--no-jingles")
    assert result.exit_code == 0, result.stderr
    readers = [cue["speaker"] for cue in record(here)["cues"] if cue["text"].startswith("Le chantier")]
    assert readers == ["Nicole", "Basile"]
    assert record(here)["voices"] == ["Nicole", "Basile"]


def test_the_voice_named_reads_them_all(run, here, articles):
    second_voice(here)
    run("edition", *articles, "--no-jingles", *VOICE)
    assert record(here)["voices"] == ["Nicole"]


def test_a_reader_that_is_no_voice_is_told(refused, here, articles):
    (here / "show.toml").write_text('[voices]\nreader = ["nicole", "basil"]\n', "utf-8")
    assert "There is no voice “basil”" in refused(2, "edition", *articles)


def test_readers_that_are_no_names_are_told(refused, here, articles):
    (here / "show.toml").write_text("[voices]\nreader = [1, 2]\n", "utf-8")
    line = refused(2, "edition", *articles)
    assert "show.toml" in line
    assert 'reader = ["claire", "nicole"]' in line

"""Articles at the edges and jingles that cannot be used, from the command line, spoken for real."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.audio.sounds import babble, stereo

VOICE = ("--voice", "nicole")
QUOTATIONS = "# Au comptoir\n\n> Je pars demain.\n\n> Tu reviens quand ?\n\n> Jamais, je crois.\n"
READING = "Au relevé numéro {number}, le fleuve a gagné {cm} centimètres, et les quais sont restés fermés.\n"
ENDLESS_WORDS = 100_000
MEMORY_BYTES = 1 << 30
SET = "maison"


def record(here: Path):
    (path,) = (here / "output").glob("episodes/*/episode.json")
    return json.loads(path.read_text("utf-8"))


# Articles.


def test_an_article_of_one_word_is_said(run, here):
    (here / "un.md").write_text("# Le mot\n\nOui.\n", "utf-8")
    result = run("make", "un.md", *VOICE, "--no-jingles")
    assert result.exit_code == 0, result.stderr
    assert [cue["text"] for cue in record(here)["cues"]][:2] == ["Le mot", "Oui."]


def test_a_text_of_one_word_is_no_article(refused, here):
    (here / "un.txt").write_text("Bonjour", "utf-8")
    assert "No article was found" in refused(3, "make", "un.txt", *VOICE)


def test_an_article_of_quotations_only_is_said(run, here):
    (here / "citations.md").write_text(QUOTATIONS, "utf-8")
    roles = [
        item["role"]
        for item in json.loads(run("script", "citations.md", *VOICE, "--json").stdout)["items"]
        if "role" in item
    ]
    assert roles == ["presenter", "quote", "quote", "quote", "presenter"]
    result = run("make", "citations.md", *VOICE)
    assert result.exit_code == 0, result.stderr
    assert record(here)["loudness"]["integrated_lufs"] == pytest.approx(-16, abs=0.3)


@pytest.fixture
def endless(here) -> Path:
    """An article of a hundred thousand words, no two sentences alike."""
    count = ENDLESS_WORDS // len(READING.split()) + 1
    sentences = [READING.format(number=n, cm=n * 7 % 90 + 2) for n in range(count)]
    (here / "crue.txt").write_text("La crue sans fin\n\n" + "\n".join(sentences), "utf-8")
    return here / "crue.txt"


def test_a_hundred_thousand_words_are_scripted_in_bounded_memory(endless):
    """A process of its own, which may not have more than a gibibyte."""
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_DATA, ({MEMORY_BYTES},) * 2)"
    command = f"{limited}; from speakerine.cli import run; run()"
    done = subprocess.run(
        [sys.executable, "-c", command, "script", endless, *VOICE, "--spoken", "--text"],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.split()) > ENDLESS_WORDS


def test_a_hundred_thousand_words_are_left_out_of_a_short_edition(run, here, endless):
    result = run("edition", endless.name, "page.txt", *VOICE, "--no-jingles", "--max-minutes", "5")
    assert result.exit_code == 0, result.stderr
    assert "« La crue sans fin » is left out" in result.stderr
    assert len(record(here)["chapters"]) == 3


def test_an_edition_in_which_nothing_fits_is_told(refused, endless):
    line = refused(3, "edition", endless.name, *VOICE, "--max-minutes", "20")
    assert "No article fits in an edition of 20 minutes" in line


# Jingles.


@pytest.fixture
def jingles(here) -> Path:
    """A show with a jingle set of its own, whose intro is not there yet."""
    folder = here / "voices" / "jingles" / SET
    folder.mkdir(parents=True)
    (folder / "jingles.toml").write_text('[intro]\nfile = "intro.wav"\nspeech_at_ms = 1500\n', "utf-8")
    (here / "show.toml").write_text(f'[jingles]\nset = "{SET}"\n', "utf-8")
    return folder


def test_a_missing_jingle_file_is_told_before_anything_is_spoken(refused, here, jingles):
    line = refused(5, "make", "page.txt", *VOICE)
    assert "intro.wav is missing or is no sound" in line
    assert "--no-jingles" in line
    assert not list((here / ".cache").rglob("*.clip"))


def test_a_jingle_that_is_no_sound_is_told(refused, jingles):
    (jingles / "intro.wav").write_text("do ré mi", "utf-8")
    assert "intro.wav is missing or is no sound" in refused(5, "make", "page.txt", *VOICE)


def test_a_jingle_place_that_is_no_number_is_told(refused, jingles):
    soundfile.write(jingles / "intro.wav", babble(2), 44_100)
    (jingles / "jingles.toml").write_text('[intro]\nfile = "intro.wav"\nspeech_at_ms = "tôt"\n', "utf-8")
    line = refused(5, "make", "page.txt", *VOICE)
    assert "speech_at_ms of [intro]" in line
    assert "write milliseconds" in line


WIDE = stereo(*(babble(3, seed=seed, rate_hz=96_000) for seed in (1, 2)))


def test_a_stereo_jingle_of_96_khz_makes_a_stereo_episode(run, here, jingles, run_program):
    soundfile.write(jingles / "intro.wav", WIDE, 96_000)
    result = run("make", "page.txt", *VOICE)
    assert result.exit_code == 0, result.stderr
    sound, rate_hz = soundfile.read(*(here / "output").glob("episodes/*/*.mp3"), dtype="float32")
    assert (rate_hz, sound.shape[1]) == (48_000, 2)
    left, right = sound[:rate_hz].T
    assert np.max(np.abs(left - right)) > 0.1
    left, right = sound[5 * rate_hz : 20 * rate_hz].T
    assert np.max(np.abs(left - right)) < 1e-3


def test_a_stereo_jingle_is_mono_where_the_show_is(run, here, jingles):
    soundfile.write(jingles / "intro.wav", WIDE, 96_000)
    show = (here / "show.toml").read_text("utf-8")
    (here / "show.toml").write_text(f"{show}[audio]\nmax_channels = 1\n", "utf-8")
    assert run("make", "page.txt", *VOICE).exit_code == 0
    (mp3,) = (here / "output").glob("episodes/*/*.mp3")
    assert soundfile.info(mp3).channels == 1
    assert run("check", "last").exit_code == 0


# Templates.


def test_a_template_that_names_an_unknown_field_is_told(refused, here):
    (here / "frame.toml").write_text('[article]\ncredit_one = "Lu par {voix}."\n', "utf-8")
    line = refused(2, "make", "page.txt", *VOICE)
    assert "voix" in line
    assert "frame.toml" in line

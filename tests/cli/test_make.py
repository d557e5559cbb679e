import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from speakerine.engines.clips import ClipCache
from tests.articles import EDITED, ENGLISH, PAGE

VOICE = ("--voice", "nicole")


def episodes(here: Path) -> list[Path]:
    return sorted((here / "output" / "episodes").iterdir())


def test_makes_an_episode_and_says_where_it_is(run, here):
    result = run("make", "page.txt", *VOICE)
    assert result.exit_code == 0, result.output
    (folder,) = episodes(here)
    (mp3,) = folder.glob("*.mp3")
    assert "La Ville rouvre son marché de nuit" in result.stdout
    assert str(mp3.relative_to(here)) in result.stdout
    assert "output/feed.xml" in result.stdout
    assert "speakerine serve" in result.stdout
    assert "−16.0 LUFS" in result.stdout


def test_a_second_run_says_that_there_is_nothing_to_do(run, here):
    run("make", "page.txt", *VOICE)
    hidden = {".lock", ".catalogue.sqlite"}
    before = {
        path: path.stat().st_mtime_ns for path in (here / "output").rglob("*.*") if path.name not in hidden
    }
    result = run("make", "page.txt", *VOICE)
    assert "nothing to do" in result.stdout
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_reads_standard_input(run, here):
    assert run("make", "-", *VOICE, "--no-jingles", given=PAGE).exit_code == 0
    assert len(episodes(here)) == 1


def test_title_author_and_date_can_be_given(run, here):
    result = run(
        "make", "page.txt", *VOICE, "--no-jingles",
        "--title", "Nuits blanches", "--author", "La rédaction", "--date", "2024-02-29",
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    (folder,) = episodes(here)
    assert folder.name == "2024-02-29-nuits-blanches"
    record = json.loads((folder / "episode.json").read_text("utf-8"))
    assert (record["title"], record["author"]) == ("Nuits blanches", "La rédaction")


def test_quiet_prints_nothing(run):
    result = run("make", "page.txt", *VOICE, "--no-jingles", "--quiet")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


def test_an_edited_article_replaces_its_episode_and_says_so(run, here):
    run("make", "page.txt", *VOICE, "--no-jingles")
    (here / "page.txt").write_text(EDITED, "utf-8")
    assert "the episode is replaced" in run("make", "page.txt", *VOICE, "--no-jingles").stdout
    assert len(episodes(here)) == 1


def test_the_shows_settings_are_those_of_show_toml_here(run, here):
    (here / "show.toml").write_text('[show]\ntitle = "Radio Halles"\n[voices]\nreader = "nicole"\n', "utf-8")
    assert run("make", "page.txt", "--no-jingles").exit_code == 0
    assert "<title>Radio Halles</title>" in (here / "output" / "feed.xml").read_text("utf-8")


def test_one_bad_source_does_not_stop_the_others(run, here):
    (here / "other.txt").write_text(PAGE.replace("marché de nuit", "marché de jour"), "utf-8")
    result = run("make", "page.txt", "absent.txt", "other.txt", *VOICE, "--no-jingles")
    assert result.exit_code == 3
    assert len(episodes(here)) == 2
    assert "absent.txt" in result.stderr
    assert "1 of 3 articles" in result.stderr


def test_force_reads_what_does_not_look_french(run, here):
    (here / "english.txt").write_text(ENGLISH, "utf-8")
    assert run("make", "english.txt", *VOICE, "--no-jingles", "--force").exit_code == 0


# What cannot be used: one clear line, an exit code, and nothing left in output/.


def check_nothing_made(here: Path) -> None:
    assert not (here / "output" / "feed.xml").exists()
    assert not list((here / "output").glob("episodes/*"))


def test_a_missing_file(refused, here):
    assert "absent.txt" in refused(3, "make", "absent.txt", *VOICE)
    assert not (here / "output").exists()


def test_an_empty_file(refused, here):
    (here / "empty.txt").write_text(" \n\n")
    assert "empty.txt" in refused(3, "make", "empty.txt", *VOICE)
    check_nothing_made(here)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"%PDF-1.7\n\xe2\xe3", b"\0\1\2\3" * 100])
def test_a_file_that_is_no_text(refused, here, data):
    (here / "binary.txt").write_bytes(data)
    assert "binary.txt" in refused(3, "make", "binary.txt", *VOICE)
    check_nothing_made(here)


def test_a_page_with_no_article_in_it(refused, here):
    (here / "menu.txt").write_text("Accueil\nCulture\nSport\nSe connecter\n", "utf-8")
    assert "No article" in refused(3, "make", "menu.txt", *VOICE)
    check_nothing_made(here)


def test_an_article_in_another_language(refused, here):
    (here / "english.txt").write_text(ENGLISH, "utf-8")
    line = refused(3, "make", "english.txt", *VOICE)
    assert "English" in line
    assert "--force" in line


def test_an_unknown_voice_offers_the_nearest(refused, here):
    assert "did you mean “nicole”" in refused(2, "make", "page.txt", "--voice", "nicol")
    check_nothing_made(here)


def test_a_voice_whose_engine_is_not_installed_gives_the_line_that_installs_it(refused, here, monkeypatch):
    monkeypatch.setitem(sys.modules, "kokoro_onnx", None)
    monkeypatch.setattr("importlib.util.find_spec", lambda *_args, **_more: None)
    assert "pip install 'speakerine[neural]'" in refused(4, "make", "page.txt", "--voice", "claire")
    check_nothing_made(here)


def test_a_malformed_show_toml_gives_the_line(refused, here):
    (here / "show.toml").write_text('[show]\ntitle = "ouvert\n', "utf-8")
    assert "line 2" in refused(2, "make", "page.txt", *VOICE)


def test_an_unknown_key_in_show_toml_gives_the_nearest(refused, here):
    (here / "show.toml").write_text('[show]\ntitel = "x"\n', "utf-8")
    assert "did you mean “title”" in refused(2, "make", "page.txt", *VOICE)


def test_an_output_folder_that_cannot_be_written(refused, here):
    (here / "output").write_text("a file is in the way")
    assert "output" in refused(6, "make", "page.txt", *VOICE, "--no-jingles")


def test_a_date_that_is_none(run):
    result = run("make", "page.txt", "--date", "demain")
    assert result.exit_code == 2
    assert "“demain” is no date" in result.stderr


def test_a_title_for_two_sources(run):
    result = run("make", "page.txt", "page.txt", "--title", "Un titre")
    assert result.exit_code == 2
    assert "one SOURCE at a time" in result.stderr


def test_a_missing_jingle_set(refused, here):
    (here / "show.toml").write_text('[jingles]\nset = "anten"\n', "utf-8")
    assert "did you mean “antenne”" in refused(2, "make", "page.txt", *VOICE)
    check_nothing_made(here)


def test_debug_shows_the_traceback_before_the_sentence(run):
    result = run("make", "absent.txt", "--debug")
    assert result.exit_code == 3
    assert "Traceback (most recent call last)" in result.stderr
    assert result.stderr.splitlines()[-1].startswith("speakerine: ")


def test_ctrl_c_in_the_middle_leaves_what_was_published_and_nothing_half_made(run, here):
    run("make", "page.txt", *VOICE, "--no-jingles")
    feed = (here / "output" / "feed.xml").read_bytes()
    body = "\n".join(
        f"La phrase numéro {i} de ce très long article est lue sans hâte aucune." for i in range(4_000)
    )
    (here / "long.txt").write_text(f"Un très long article\n{body}", "utf-8")
    command = [sys.executable, "-c", "from speakerine.cli import run; run()", "make", "long.txt", *VOICE]
    process = subprocess.Popen(command, cwd=here, stderr=subprocess.PIPE, text=True, env=dict(os.environ))
    clips = here / ".cache" / "speakerine" / "clips"
    before, deadline = len(list(clips.rglob("*.clip"))), time.monotonic() + 60
    while len(list(clips.rglob("*.clip"))) < before + 5 and time.monotonic() < deadline:
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130, said
    assert "Traceback" not in said
    assert "run the same command to go on" in said
    assert (here / "output" / "feed.xml").read_bytes() == feed
    assert len(episodes(here)) == 1
    assert not list((here / "output").glob(".staging-*"))
    assert len(list(clips.rglob("*.clip"))) >= before + 5


def test_ctrl_c_while_several_articles_are_made_keeps_every_finished_clip(run, here):
    for name in ("brest", "caen", "dax"):
        body = "\n".join(f"La phrase numéro {i} de {name} est lue sans hâte aucune." for i in range(900))
        (here / f"{name}.txt").write_text(f"Un très long article de {name}\n{body}", "utf-8")
    command = [sys.executable, "-c", "from speakerine.cli import run; run()", "make", *VOICE]
    files = [f"{name}.txt" for name in ("brest", "caen", "dax")]
    process = subprocess.Popen([*command, *files], cwd=here, stderr=subprocess.PIPE, text=True)
    clips, deadline = here / ".cache" / "speakerine" / "clips", time.monotonic() + 60
    while len(list(clips.rglob("*.clip"))) < 5 and time.monotonic() < deadline:
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said.count("Traceback")) == (130, 0), said
    kept = list(clips.rglob("*.clip"))
    assert len(kept) >= 5
    assert all(ClipCache(clips).get(clip.stem) for clip in kept)
    assert not list((here / "output").glob(".staging-*"))


@pytest.mark.neural
def test_the_neural_voice_is_the_default_where_it_is_installed(run, here):
    pytest.importorskip("kokoro_onnx")
    short = "La Seine monte\nLe fleuve a gagné 30 cm en une nuit, et les quais sont fermés depuis ce matin.\n"
    (here / "seine.txt").write_text(short, "utf-8")
    result = run("make", "seine.txt")
    assert result.exit_code == 0, result.stderr
    assert "Claire" in result.stdout
    clips = list((here / ".cache").rglob("*.clip"))
    before = {path: path.read_bytes() for path in clips}
    assert "nothing to do" in run("make", "seine.txt").stdout
    assert {path: path.read_bytes() for path in (here / ".cache").rglob("*.clip")} == before

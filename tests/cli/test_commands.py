import json
import subprocess
import sys
import time

import pytest
import soundfile

from speakerine.cli import COMMANDS

VOICE = ("--voice", "nicole")


def test_help_lists_the_commands_and_how_to_begin(run):
    result = run("--help")
    assert result.exit_code == 0
    assert all(f"  {name} " in result.stdout for name in COMMANDS)
    assert "speakerine make article.txt" in result.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(run, name):
    result = run(name, "--help")
    assert result.exit_code == 0
    assert "Usage: speakerine " + name in result.stdout


def test_help_imports_nothing_heavy():
    """`--help` answers at once: neither numpy nor any engine, source reader or server is imported."""
    look = (
        "import sys; from click.testing import CliRunner; from speakerine.cli import main; "
        "CliRunner().invoke(main, ['make', '--help']); "
        "heavy = {'numpy', 'pydub', 'onnxruntime', 'trafilatura', 'starlette', 'gtts', 'PIL', 'jinja2'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_read_shows_the_article_as_understood(run):
    lines = run("read", "page.txt").stdout.splitlines()
    assert lines[:3] == [
        "La Ville rouvre son marché de nuit",
        "By       Anne Le Goff",
        "Date     2025-05-12 18:30+02:00",
    ]
    assert "PUBLICITÉ" not in lines


def test_read_explains_what_was_left_out(run):
    result = run("read", "page.txt", "--explain")
    assert "Left out (" in result.stdout
    assert ": PUBLICITÉ" in result.stdout


def test_read_json_is_for_programs(run):
    told = json.loads(run("read", "page.txt", "--json").stdout)
    assert told["title"] == "La Ville rouvre son marché de nuit"
    assert told["lead"].startswith("Après trois ans de travaux")


def test_script_shows_who_says_what_without_speaking(run, here):
    result = run("script", "page.txt", *VOICE)
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[0].strip() == "♪ intro"
    assert lines[1] == "nicole  La Ville rouvre son marché de nuit"
    assert not (here / ".cache").exists()
    assert not (here / "output").exists()


def test_script_spoken_has_no_digit_left(run):
    result = run("script", "page.txt", *VOICE, "--spoken", "--text")
    assert "vingt et une heures trente" in result.stdout
    assert not any(map(str.isdigit, result.stdout))


def test_script_json_is_for_programs(run):
    told = json.loads(run("script", "page.txt", *VOICE, "--json").stdout)
    assert told["title"] == "La Ville rouvre son marché de nuit"
    assert {item.get("voice", "nicole") for item in told["items"]} == {"nicole"}


def test_say_makes_one_line(run, here):
    result = run("say", "Il est 7h30.", *VOICE)
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[0] == "Il est sept heures trente."
    assert 0.5 < soundfile.info(here / "say.mp3").duration < 4


def test_voices_lists_what_each_needs(run):
    result = run("voices")
    assert result.exit_code == 0, result.output
    for name in ("claire", "lucien", "siwis", "nicole", "google", "google-qc"):
        assert name in result.stdout
    assert result.stdout.count("(default)") == 1


def test_voices_json_is_for_programs(run):
    told = {voice["name"]: voice for voice in json.loads(run("voices", "--json").stdout)}
    assert told["nicole"]["ready"] is True
    assert told["google"]["online"] is True
    assert told["nicole"]["online"] is False


def test_cache_tells_its_size_and_can_be_cleared(run):
    run("say", "Bonjour.", *VOICE)
    assert "1 clips" in run("cache").stdout
    assert "0 clips deleted" in run("cache", "--limit", "1").stdout
    assert "1 clips deleted" in run("cache", "--limit", "0").stdout
    assert "0 clips" in run("cache").stdout


def test_the_cache_can_be_cleared(run, here):
    run("say", "Bonjour.", *VOICE, "-o", "bonjour.wav")
    assert "1 clips deleted" in run("cache", "--clear").stdout
    assert "0 clips" in run("cache").stdout


def test_feed_is_written_again_after_a_change_of_the_show(run, here):
    run("make", "page.txt", *VOICE, "--no-jingles")
    (here / "show.toml").write_text(
        '[show]\ntitle = "Radio Halles"\nbase_url = "https://exemple.fr/p"\n', "utf-8"
    )
    result = run("feed")
    assert result.exit_code == 0, result.output
    feed = (here / "output" / "feed.xml").read_text("utf-8")
    assert "<title>Radio Halles</title>" in feed
    assert "https://exemple.fr/p/episodes/" in feed


def test_serve_without_an_episode_says_what_to_do(refused):
    assert "speakerine make" in refused(6, "serve")


def test_serve_prints_the_two_addresses_and_stops_with_ctrl_c(run, here):
    import os
    import signal
    import urllib.request

    run("make", "page.txt", *VOICE, "--no-jingles")
    command = [sys.executable, "-u", "-c", "from speakerine.cli import run; run()", "serve", "--port", "0"]
    process = subprocess.Popen(command, cwd=here, stdout=subprocess.PIPE, text=True, env=dict(os.environ))
    page = process.stdout.readline().split()[1]
    feed = process.stdout.readline().split()[1]
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            body = urllib.request.urlopen(feed).read().decode()
            break
        except OSError:
            time.sleep(0.1)
    assert f"{page}episodes/" in body
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)
    assert process.returncode in (0, 130)


def test_an_unknown_command_is_told(run):
    assert run("mak", "page.txt").exit_code == 2


def test_the_shows_own_lexicon_decides_how_a_word_is_said(run, here):
    run("say", "Bonjour Kermit.", *VOICE, "--output", "avant.wav")
    (here / "lexicon.tsv").write_text("Kermit\tUne grenouille bien connue\n", "utf-8")
    result = run("say", "Bonjour Kermit.", *VOICE, "--output", "apres.wav")
    assert result.exit_code == 0, result.stderr
    assert soundfile.info(here / "apres.wav").duration > soundfile.info(here / "avant.wav").duration + 0.5


def test_a_bad_line_in_the_shows_lexicon_is_told_with_its_number(refused, here):
    (here / "lexicon.tsv").write_text("Kermit\tKermite\nseul\n", "utf-8")
    line = refused(2, "say", "Bonjour.", *VOICE)
    assert "lexicon.tsv" in line
    assert "2" in line

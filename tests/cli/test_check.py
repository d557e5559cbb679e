"""`speakerine check`, on a podcast made by `speakerine make`."""

import json
import shutil

import pytest
from click.testing import CliRunner
from PIL import Image

from speakerine.cli import main
from speakerine.cli.check import command
from speakerine.errors import ConfigError
from tests.articles import PAGE

SLUG = "2025-05-12-la-ville-rouvre-son-marche-de-nuit"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """One episode, made once."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "page.txt").write_text(PAGE, "utf-8")
    arguments = ["make", folder / "page.txt", "--voice", "nicole", "--no-jingles"]
    result = CliRunner(mix_stderr=False).invoke(
        main, [*map(str, arguments), "--output", str(folder / "output"), "--cache", str(folder / "cache")]
    )
    assert result.exit_code == 0, result.stderr
    return folder / "output"


@pytest.fixture
def check(made, here):
    """Runs `speakerine check ARGUMENTS…` beside a copy of it."""
    shutil.copytree(made, here / "output")

    def call(*arguments: str, exit_code: int = 0):
        result = CliRunner(mix_stderr=False).invoke(command, arguments)
        assert result.exit_code == exit_code, result.stdout + result.stderr
        return result

    return call


def test_a_warning_is_told_with_what_to_do_and_the_exit_code_is_0(check):
    lines = check().stdout.splitlines()
    assert lines == [
        "warning feed.xml: listeners cannot reach it yet: nobody has said where it will be. "
        "Set base_url in [show] of show.toml, and run speakerine feed. (channel.address)",
        "1 episode: no error, 1 warning",
    ]


def test_all_is_well(check):
    assert check("last").stdout.splitlines()[-1] == "1 episode, all is well"


def test_an_error_has_the_exit_code_of_publishing(check, here):
    (here / "output" / "episodes" / SLUG / "cover.jpg").unlink()
    lines = check(exit_code=6).stdout.splitlines()
    assert f"error   {SLUG}: cover.jpg is missing. Make the episode again. (cover.readable)" in lines
    assert lines[-1].endswith("1 warning")


def test_strictly_a_warning_is_an_error(check):
    check("--strict", exit_code=6)
    check("last", "--strict")


def test_quickly_no_sound_is_decoded(check, here):
    (mp3,) = (here / "output" / "episodes" / SLUG).glob("*.mp3")
    data = mp3.read_bytes()
    mp3.write_bytes(data[: len(data) // 2] + bytes(len(data) - len(data) // 2))
    check("--quick")
    assert "(sound.decodes)" in check(exit_code=6).stdout


def test_the_rules_are_told_with_who_wants_them(check):
    lines = check("--rules").stdout.splitlines()
    assert lines[0] == "| rule | | what it wants | source |"
    assert "| `item.duration` | error |" in "\n".join(lines)


def test_an_episode_is_measured(check):
    said = check("marche").stdout
    assert "La Ville rouvre son marché de nuit" in said
    assert "−16.0 LUFS" in said
    assert "words a minute" in said
    assert "Nicole 0:" in said


def test_a_title_that_no_terminal_can_show_is_told_without_it(check, here):
    record = here / "output" / "episodes" / SLUG / "episode.json"
    fields = json.loads(record.read_text("utf-8")) | {"title": "\x1b[31mRouge"}
    record.write_text(json.dumps(fields), "utf-8")
    assert check("last", exit_code=6).stdout.startswith("[31mRouge\n")
    assert json.loads(check("--json", exit_code=6).stdout)["episodes"][0]["slug"] == SLUG


def test_for_programs(check):
    found = json.loads(check("--json").stdout)
    assert (found["errors"], found["warnings"]) == (0, 1)
    assert found["findings"][0]["rule"] == "channel.address"
    assert set(found["findings"][0]) == {"severity", "rule", "where", "what", "then"}
    (episode,) = found["episodes"]
    assert episode["slug"] == SLUG
    assert episode["measures"]["integrated_lufs"] == pytest.approx(-16, abs=0.3)


def test_for_programs_an_error_is_json_too(check, here):
    (here / "output" / "episodes" / SLUG / "episode.json").unlink()
    found = json.loads(check("--json", exit_code=6).stdout)
    assert found["episodes"] == [{"slug": SLUG, "title": None, "measures": None}]


def test_a_picture_is_written(check, here):
    assert "Drawn in dessin.png" in check("last", "--picture", "dessin.png").stdout
    with Image.open(here / "dessin.png") as picture:
        assert picture.size == (1600, 900)


def test_with_nothing_to_draw_no_picture_is_written(check, here):
    next((here / "output" / "episodes" / SLUG).glob("*.mp3")).unlink()
    assert "Drawn" not in check("last", "--picture", "dessin.png", exit_code=6).stdout
    assert not (here / "dessin.png").exists()


def test_a_picture_is_of_what_is_heard(check):
    assert "leave --quick out" in check("last", "--quick", "--picture", "a.png", exit_code=2).stderr


def test_a_picture_is_of_one_episode(check):
    assert "name it, or say “last”" in check("--picture", "dessin.png", exit_code=2).stderr


def test_an_unknown_episode_is_answered_with_the_nearest(check):
    with pytest.raises(ConfigError, match=f"the nearest is {SLUG}"):
        raise check("la-vile-rouvre", exit_code=1).exception

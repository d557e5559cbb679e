"""`speakerine publish`, as its user sees it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.upload.sites import copied_paths, make_site, noise

Run = Callable[..., Result]
Refused = Callable[..., str]

SHOW = '[show]\nbase_url = "https://exemple.fr/podcast/"\n'


@pytest.fixture
def there(here: Path) -> Path:
    """A podcast in ./output, whose show says where it is reached; where it will be published to."""
    make_site(here / "output")
    (here / "show.toml").write_text(SHOW, "utf-8")
    return here / "www"


def test_it_tells_what_was_sent_and_where(run: Run, there: Path) -> None:
    result = run("publish", "www")
    assert result.exit_code == 0, result.stderr
    assert "Sent   17 files, 8." in result.stdout
    assert "To     www" in result.stdout
    assert "Feed   https://exemple.fr/podcast/feed.xml" in result.stdout


def test_the_second_time_it_says_that_all_is_there(run: Run, there: Path) -> None:
    run("publish", "www")
    assert "Sent   nothing: 17 files there already" in run("publish", "www").stdout


def test_a_dry_run_lists_what_would_be_done_and_does_nothing(run: Run, there: Path) -> None:
    result = run("publish", "www", "--dry-run")
    lines = result.stdout.splitlines()
    assert lines[-2] == "send    feed.xml  (224 bytes)"
    assert lines[-1].endswith("to send; nothing was done")
    assert not there.exists()


def test_what_would_be_removed_is_listed(run: Run, there: Path) -> None:
    run("publish", "www")
    (there.parent / "output" / "cover.jpg").unlink()
    assert "Left   1 file is in the folder no more" in run("publish", "www").stdout
    assert "remove  cover.jpg" in run("publish", "www", "--delete", "--dry-run").stdout
    assert "Gone   1 file" in run("publish", "www", "--delete").stdout


def test_show_toml_says_where_and_the_command_line_wins(run: Run, there: Path) -> None:
    (there.parent / "show.toml").write_text(f'{SHOW}[publish]\nto = "www"\n', "utf-8")
    assert run("publish").exit_code == 0
    assert (there / "feed.xml").exists()
    assert run("publish", "elsewhere").exit_code == 0
    assert (there.parent / "elsewhere" / "feed.xml").exists()


def test_the_environment_can_say_where(run: Run, there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEAKERINE_PUBLISH_TO", "www")
    assert run("publish", "--quiet").stdout == ""
    assert (there / "feed.xml").exists()


def test_a_feed_that_names_this_machine_is_told(run: Run, there: Path) -> None:
    (there.parent / "show.toml").unlink()
    result = run("publish", "www")
    assert result.exit_code == 0
    assert "base_url is not set" in result.stderr


def test_records_and_everything_can_be_asked_for(run: Run, there: Path) -> None:
    run("publish", "www")
    result = run("publish", "www", "--all", "--with-records")
    assert "Sent   19 files" in result.stdout
    assert "episodes/gare/episode.json" in copied_paths(there)


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("ftpx://lou:s3cret@exemple.fr/www", "there is no protocol “ftpx”"),
        ("sftp://lou:s3cret@127.0.0.1:1/www", "the connection to sftp://lou:…@127.0.0.1:1/www failed"),
        ("jlab://exemple.fr/www", "“jlab” wants more than an address"),
        ("memory://www", "gone when speakerine ends"),
        ("serveur:/var/www", "write sftp://serveur/var/www"),
        ("output", "in the output folder itself"),
    ],
)
def test_what_cannot_be_published_to_is_a_sentence(refused: Refused, there: Path, to: str, said: str) -> None:
    message = refused(6, "publish", to)
    assert said in message
    assert "s3cret" not in message


def test_no_password_is_in_what_debug_says_or_kept_in_a_file(there: Path) -> None:
    program = "from speakerine.cli import run; run()"
    arguments = ["publish", "sftp://lou:s3cret@127.0.0.1:1/www", "--debug"]
    command = [sys.executable, "-c", program, *arguments]
    result = subprocess.run(command, cwd=there.parent, capture_output=True, text=True, check=False)
    assert result.returncode == 6
    assert "Traceback" in result.stderr
    assert "s3cret" not in result.stderr + result.stdout
    kept = [file for file in there.parent.rglob("*") if file.is_file()]
    assert [file for file in kept if b"s3cret" in file.read_bytes() or "s3cret" in file.name] == []


def test_where_nobody_says_where_it_is_asked_for(run: Run, there: Path) -> None:
    result = run("publish")
    assert result.exit_code == 2
    assert "Nothing says where to publish" in result.stderr


def test_without_a_podcast_there_is_nothing_to_publish(refused: Refused, here: Path) -> None:
    (here / "show.toml").write_text(SHOW, "utf-8")
    assert "there is no podcast in output" in refused(6, "publish", "www")


def test_most_files_are_removed_only_with_yes(run: Run, refused: Refused, there: Path) -> None:
    output = there.parent / "output"
    for number in range(30):
        (output / f"{number}.txt").write_bytes(noise(str(number), 10))
    run("publish", "www")
    for number in range(30):
        (output / f"{number}.txt").unlink()
    assert "say that you mean it with --yes" in refused(6, "publish", "www", "--delete")
    assert "Gone   30 files" in run("publish", "www", "--delete", "--yes").stdout


@pytest.mark.parametrize(
    ("package", "to", "install"),
    [
        ("s3fs", "s3://seau/podcast", "pip install 'speakerine[s3]'"),
        ("paramiko", "sftp://serveur/www", "pip install 'speakerine[sftp]'"),
    ],
)
def test_what_is_not_installed_is_said_with_how_to_install_it(
    there: Path, package: str, to: str, install: str
) -> None:
    program = f"import sys; sys.modules[{package!r}] = None; from speakerine.cli import run; run()"
    command = [sys.executable, "-c", program, "publish", to]
    result = subprocess.run(command, cwd=there.parent, capture_output=True, text=True, check=False)
    assert result.returncode == 6
    assert result.stderr == f"speakerine: {to} needs {package}, which is not installed: {install}.\n"

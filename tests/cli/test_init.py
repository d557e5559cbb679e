import subprocess
import sys

from PIL import Image

from speakerine.config import load_show


def test_a_show_is_begun_from_flags(run, here):
    result = run(
        "init", "radio", "--title", "L’« Écho » du soir", "--author", "L’Écho",
        "--base-url", "https://exemple.fr/p", "--source", "https://exemple.fr/rss.xml",
        "--voice", "nicole", "--yes",
    )  # fmt: skip
    assert result.exit_code == 0, result.stderr
    show = load_show(here / "radio" / "show.toml", {})
    assert (show.title, show.author, show.readers) == ("L’« Écho » du soir", "L’Écho", ("nicole",))
    assert show.base_url == "https://exemple.fr/p/"
    assert [source.address for source in show.sources] == ["https://exemple.fr/rss.xml"]
    assert "speakerine sync" in result.stdout
    with Image.open(here / "radio" / "cover.jpg") as cover:
        assert cover.size[0] == cover.size[1] >= 1400


def test_questions_are_asked_where_no_flag_answers(run, here):
    result = run("init", given="Radio Halles\nUn marché\nLa Ville\n\n\n\narticles\n")
    assert result.exit_code == 0, result.stderr
    show = load_show(here / "show.toml", {})
    assert (show.title, show.description, show.author, show.email) == (
        "Radio Halles",
        "Un marché",
        "La Ville",
        "",
    )
    assert [source.address for source in show.sources] == [str(here / "articles")]


def test_where_nobody_answers_nothing_is_written_and_it_says_how_to_go_on(here):
    command = [sys.executable, "-c", "from speakerine.cli import run; run()", "init", "radio"]
    done = subprocess.run(
        command, cwd=here, input="Radio Halles\n", capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "--yes" in done.stderr
    assert not (here / "radio").exists()


def test_the_show_can_be_used_at_once(run, here):
    run("init", "--yes", "--voice", "nicole")
    result = run("make", "page.txt", "--no-jingles")
    assert result.exit_code == 0, result.stderr
    assert (here / "output" / "feed.xml").exists()


def test_a_show_that_is_there_is_not_overwritten(refused, here):
    (here / "show.toml").write_text('[show]\ntitle = "à moi"\n', "utf-8")
    assert "is there already" in refused(2, "init", "--yes")
    assert (here / "show.toml").read_text("utf-8") == '[show]\ntitle = "à moi"\n'


def test_an_answer_that_cannot_be_used_leaves_nothing(refused, here):
    assert "base_url" in refused(2, "init", "--yes", "--base-url", "exemple.fr")
    assert not (here / "show.toml").exists()
    assert not (here / ".show.toml").exists()

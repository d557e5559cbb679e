"""`speakerine init`: a show's first settings."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import click

from speakerine.cli import options
from speakerine.cli.printing import echo
from speakerine.errors import ConfigError, PublishError

EPILOG = """\b
Examples:
  speakerine init                             asks a few questions
  speakerine init --title "Le Journal à écouter" --source https://exemple.fr/rss.xml --yes
"""
VOICES_README = """# Voices of this show

A folder here is a voice (with its voice.toml) or, under jingles/, a jingle set. They add to those that
ship with speakerine, and win where a name is the same. `speakerine voices` lists them all.
"""


@click.command("init", epilog=EPILOG)
@click.argument("folder", type=click.Path(path_type=Path), default=Path(), metavar="[FOLDER]")
@click.option("--title", help="The podcast's title.")
@click.option("--description", help="What it is, in a sentence or two.")
@click.option("--author", help="Who makes it.")
@click.option("--email", help="The owner's address, for directories.")
@click.option("--link", help="Your website.")
@click.option("--base-url", help="Where the output folder will be reachable.")
@click.option("--source", help="A feed, a page or a folder where articles are found.")
@options.voice_option
@click.option("--yes", "-y", is_flag=True, help="Ask nothing: what is not given keeps its default.")
@options.debug_option
def command(
    *,
    folder: Path,
    title: str | None,
    description: str | None,
    author: str | None,
    email: str | None,
    link: str | None,
    base_url: str | None,
    source: str | None,
    voice_name: str | None,
    yes: bool,
) -> None:
    """Write a commented show.toml, a voices/ folder and a first cover into FOLDER (here, by default)."""
    from speakerine.settings import Show

    path = folder / "show.toml"
    if path.exists():
        raise ConfigError(f"{path} is there already: change it with an editor, or name another folder.")
    default = Show()
    title = _asked("Title of the podcast", title, default.title, yes=yes)
    text = _settings(
        title=title,
        description=_asked("What it is, in a sentence", description, default.description, yes=yes),
        author=_asked("Who makes it", author, title if not yes else default.author, yes=yes),
        email=_asked("E-mail of its owner (may be empty)", email, "", yes=yes),
        link=_asked("Your website (may be empty)", link, "", yes=yes),
        base_url=_asked("Where it will be reachable, if you know (may be empty)", base_url, "", yes=yes),
        reader=voice_name or "",
        source=_asked("A feed or a folder of articles (may be empty)", source, "", yes=yes),
    )
    _write(folder, path, text)
    echo(f"{path}, {folder / 'voices'} and {folder / 'cover.jpg'} are written.")
    next_step = (
        "speakerine sync --dry-run"
        if "[[sources]]\nurl" in text or "[[sources]]\npath" in text
        else "speakerine make article.txt"
    )
    echo(f"Next: {next_step}")


def _asked(question: str, given: str | None, default: str, *, yes: bool) -> str:
    if given is not None:
        return given
    if yes:
        return default
    try:
        answer: str = click.prompt(question, default=default, show_default=bool(default))
    except click.Abort:  # Ctrl-C, or nobody at the keyboard
        raise ConfigError(
            "Stopped at a question, and nothing is written: answer with the options of "
            "`speakerine init --help`, or add --yes to take what is proposed."
        ) from None
    return answer


def _settings(*, reader: str, source: str, **show: str) -> str:
    """The text of show.toml."""
    template = (files("speakerine.cli") / "data" / "show.toml").read_text("utf-8")
    key = "url" if source.startswith(("http://", "https://")) else "path"
    filled = {
        **{name: _toml(value) for name, value in show.items()},
        "reader": f"reader = {_toml(reader)}" if reader else '# reader = "claire"',
        "source": f"[[sources]]\n{key} = {_toml(source)}"
        if source
        else '# [[sources]]\n# url = "https://exemple.fr/rss.xml"',
    }
    for name, value in filled.items():
        template = template.replace(f"{{{name}}}", value)
    return template


def _toml(text: str) -> str:
    """The text as a TOML string: a JSON string is one."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _write(folder: Path, path: Path, text: str) -> None:
    """All the files, the settings last; they are read back first, so that none is written that is refused."""
    from speakerine.config import load_show
    from speakerine.publish.covers.cover import draw_cover

    try:
        (folder / "voices").mkdir(parents=True, exist_ok=True)
        draft = folder / ".show.toml"
        draft.write_text(text, "utf-8")
        try:
            show = load_show(draft)
        except ConfigError:
            draft.unlink()
            raise
        (folder / "voices" / "README.md").write_text(VOICES_README, "utf-8")
        if not (folder / "cover.jpg").exists():
            (folder / "cover.jpg").write_bytes(draw_cover(show.title, subtitle=show.author))
        draft.replace(path)
    except OSError as error:
        raise PublishError(
            f"{folder} cannot be written ({error.strerror}): choose another folder."
        ) from error

r"""Places in a computer: /home/marie, ~/Documents, C:\Users\Public.

Source: as `electronic`; « antislash » goes with its « slash » (DECISIONS).
"""

import re

from .electronic import say_address, say_file
from .patterns import Pattern

PATH = r"[~/\\](?:(?<=:\\)\w|(?<=~)/\w|(?:home|etc|usr|var|opt|tmp|bin|mnt|srv|root|dev|Users)\b)"
"""What a sentence must have for `say_paths` to find something in it."""
_UNIX = Pattern(
    r"(?<![^\s«(“\"’])(?:~|(?=/(?:home|etc|usr|var|opt|tmp|bin|mnt|srv|root|dev|Users)(?!\w)))(?:/[\w.-]{1,60}){1,12}/?"
)
_WINDOWS = Pattern(r"(?<!\w)(?P<disk>[A-Za-z]):(?P<folders>(?:\\[\w.-]{1,60}){1,12})\\?")


def say_paths(text: str) -> str:
    r"""« /home/marie » → « slash home slash marie », « C:\Users » → « C deux-points antislash Users »."""
    if "\\" in text:
        text = _WINDOWS.sub(_say_windows, text)
    return _UNIX.sub(_say_unix, text)


def _say_unix(match: re.Match[str]) -> str:
    """The stop that ends the sentence stays."""
    path = match[0].rstrip(".")
    lead = "tilde " if path.startswith("~") else ""
    folders = path.strip("~/").split("/")
    return f"{lead}{' '.join([f'slash {_say_name(name)}' for name in folders])}{match[0][len(path) :]}"


def _say_windows(match: re.Match[str]) -> str:
    folders = match["folders"].rstrip(".")
    said = " ".join([f"antislash {_say_name(name)}" for name in folders.strip("\\").split("\\")])
    return f"{match['disk']} deux-points {said}{match['folders'][len(folders) :]}"


def _say_name(name: str) -> str:
    """« notes.txt » → « notes point T X T », « etc » → « E T C »."""
    if name == "etc":
        return "E T C"
    said = say_file(name)
    return said if said != name else say_address(name)

"""What can go wrong, and the exit code the command line gives for it.

    SpeakerineError      1
    ├── ConfigError      2   show.toml, a voice, an option
    ├── SourceError      3   reading an article: missing, empty, no article in it, not French
    ├── EngineError      4   speaking
    ├── AudioError       5   mixing, levelling, encoding
    ├── PublishError     6   writing the episode, the feed, the page
    └── ClusterError     7   spreading work over machines

Each message is one sentence or two: what was wrong, where, and what to do next.
Every error takes one argument, so that it survives pickling between processes.
"""

import sys

_LIBRARIES = {
    "aiohttp": ("ClientError",),
    "azure.core.exceptions": ("AzureError",),
    "botocore.exceptions": ("BotoCoreError", "ClientError"),
    "gcsfs.retry": ("HttpError",),
    "paramiko": ("SSHException",),
}


class SpeakerineError(Exception):
    """Anything speakerine tells its user in one line rather than in a traceback."""

    exit_code = 1


class ConfigError(SpeakerineError):
    """A setting that cannot be used: in show.toml, in a voice.toml, or given as an option."""

    exit_code = 2


class SourceError(SpeakerineError):
    """An article that cannot be read, or a source with no article in it."""

    exit_code = 3


class EngineError(SpeakerineError):
    """A voice that cannot speak: not installed, not reachable, or refused."""

    exit_code = 4


class AudioError(SpeakerineError):
    """Sound that cannot be read, mixed, levelled or encoded."""

    exit_code = 5


class PublishError(SpeakerineError):
    """An episode, a feed or a page that cannot be written."""

    exit_code = 6


class ClusterError(SpeakerineError):
    """Work that cannot be spread over other processes or machines."""

    exit_code = 7


def library_failures() -> tuple[type[Exception], ...]:
    """What the libraries under fsspec raise that is no OSError; of those alone that are loaded."""
    loaded = [(sys.modules[name], kinds) for name, kinds in _LIBRARIES.items() if name in sys.modules]
    return tuple(getattr(module, kind) for module, kinds in loaded for kind in kinds)

"""Where to publish, as the user writes it: a folder or an address; its password is shown to nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from speakerine.errors import PublishError

FOLDER = "file"
SFTP = ("sftp", "ssh")
HIDDEN = "…"

_FOLDERS = {FOLDER, "local"}
_READ_ONLY = {"http", "https"}
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_USER = re.compile(r"(?<=://)(?P<user>[^:/?#]*):(?P<password>.*)@")
_QUERY = re.compile(r"\?.*", re.DOTALL)


@dataclass(frozen=True, slots=True, repr=False)
class Address:
    """A destination: `protocol` is "file" for a folder; `url` is as given, with its password."""

    protocol: str
    url: str

    def __repr__(self) -> str:
        return f"Address({self.shown!r})"

    @property
    def shown(self) -> str:
        """The address, as it may be shown: without password and without query."""
        if self.protocol == FOLDER:
            return self.url
        return _QUERY.sub("?" + HIDDEN, without_password(self.url))

    def hide(self, message: str) -> str:
        """Return a library's message in one line, without what `shown` leaves out."""
        if self.protocol != FOLDER:
            message = message.replace(self.url, self.shown)
        for secret in self._secrets():
            message = message.replace(secret, HIDDEN)
        return " ".join(message.split())

    def is_told_in(self, message: str) -> bool:
        """Return whether the message has in it what `shown` leaves out."""
        return any(secret in message for secret in self._secrets())

    def _secrets(self) -> set[str]:
        if self.protocol == FOLDER:
            return set()
        found = [match["password"] for match in _USER.finditer(self.url)]
        found += [match.group().removeprefix("?") for match in _QUERY.finditer(self.url)]
        return {form for secret in found for form in (secret, unquote(secret)) if form}


def without_password(text: str) -> str:
    """Return an address, or another argument of the command line, without the password in it."""
    return _USER.sub(rf"\g<user>:{HIDDEN}@", text)


def parse_address(text: str) -> Address:
    """Return the destination that the text names: a path, or one with a protocol.

    Raises:
        PublishError: it names none, or one that cannot be written to.
    """
    given = text.strip()
    protocol, separator, rest = given.partition("://")
    protocol = protocol.lower()
    if separator and re.fullmatch("[a-z0-9][a-z0-9+.-]*", protocol):
        return _with_protocol(Address(protocol, f"{protocol}://{rest}"))
    if not given:
        raise PublishError(
            "the destination is empty: give a folder, s3://bucket/folder or sftp://server/folder"
        )
    host, colon, path = given.partition(":")
    if colon and "/" not in host and not _DRIVE.match(given):
        shown, server = (given, f"{host}/{path.lstrip('/')}")
        if "@" in path:
            shown, server = (f"{host}:{HIDDEN}", "user@server/folder")
        raise PublishError(
            f"“{shown}” is no destination: write sftp://{server} for a server, s3://… for a bucket, or ./… "
            "for a folder of that name"
        )
    return Address(FOLDER, given)


def _with_protocol(address: Address) -> Address:
    if address.protocol in _FOLDERS:
        path = address.url.partition("://")[2].removeprefix("localhost")
        return Address(FOLDER, unquote(path))
    if address.protocol in _READ_ONLY:
        raise PublishError(
            f"{address.shown} can only be read: give a folder, s3://bucket/folder or sftp://server/folder"
        )
    return address

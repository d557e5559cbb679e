"""A server's folder over SFTP.

Not by fsspec, whose SFTP trusts whatever host key it is shown, and sends the files to whoever answers.
"""

from __future__ import annotations

import logging
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Condition, Event
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from speakerine.errors import PublishError
from speakerine.upload.address import Address
from speakerine.upload.destination import Look, Present, missing_package, part_path

if TYPE_CHECKING:
    from paramiko import SFTPClient, SSHClient

_PORT = 22
_ANSWER_WITHIN_S = 20
_SILENT_FOR_S = 60
"""After which a connection over which nothing comes is given up."""
_TIDY_WITHIN_S = 3
"""How long `close` lets what is under way take its unfinished files away."""


@dataclass(frozen=True, slots=True)
class Login:
    """Who enters where; `keys` and `known_hosts` are files of the user's, besides those of ~/.ssh."""

    host: str
    port: int
    user: str | None
    password: str | None = field(repr=False)
    keys: tuple[str, ...] = ()
    known_hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sftp:
    """See `Destination`. A file comes into its place by a rename; each thread has a connection to itself."""

    address: Address
    login: Login
    root: str
    _idle: list[SFTPClient] = field(default_factory=list)
    _all: list[SSHClient] = field(default_factory=list)
    _busy: list[SFTPClient] = field(default_factory=list)
    _turn: Condition = field(default_factory=Condition)
    _closing: Event = field(default_factory=Event)

    def list_files(self, folders: Iterable[str], look: Look, /) -> dict[str, Present]:
        """See `Destination`."""
        return {path: present for found in look(self._list, folders) for path, present in found.items()}

    def make_folders(self, folders: Iterable[str]) -> None:
        """See `Destination`."""
        with self._session() as session:
            if not _is_there(session, self.root):
                for parent in reversed(Path(self.root).parents):
                    _make(session, parent.as_posix())
                _make(session, self.root)
            for folder in folders:
                if folder:
                    _make(session, self._full(folder))

    def put(self, source: Path, path: str) -> None:
        """See `Destination`."""
        part = self._full(part_path(path))
        with self._session() as session:
            try:
                session.put(str(source), part, callback=self._go_on)
                session.posix_rename(part, self._full(path))
            except OSError:
                with suppress(OSError, EOFError):
                    session.remove(part)
                raise

    def read(self, path: str) -> bytes | None:
        """See `Destination`."""
        with self._session() as session, suppress(FileNotFoundError), session.open(self._full(path)) as file:
            file.prefetch()
            return file.read()
        return None

    def remove(self, path: str) -> None:
        """See `Destination`. Folders that are empty then go too, but for the root."""
        with self._session() as session:
            with suppress(FileNotFoundError):
                session.remove(self._full(path))
            with suppress(OSError):
                for parent in Path(path).parents[:-1]:
                    session.rmdir(self._full(parent.as_posix()))

    def close(self) -> None:
        """See `Destination`. No unfinished file is left where the server still answers."""
        self._closing.set()
        with self._turn:
            self._turn.wait_for(lambda: not self._busy, _TIDY_WITHIN_S)
            clients = self._all.copy()
        for client in clients:
            client.close()

    def _go_on(self, _sent_bytes: int, _size_bytes: int) -> None:
        if self._closing.is_set():
            raise InterruptedError("publishing was given up")

    def _full(self, path: str) -> str:
        return f"{self.root.rstrip('/')}/{path}" if path else self.root

    def _list(self, folder: str) -> dict[str, Present]:
        prefix = f"{folder}/" if folder else ""
        with self._session() as session:
            try:
                entries = session.listdir_attr(self._full(folder))
            except FileNotFoundError:
                return {}
        return {
            prefix + entry.filename: Present(entry.st_size or 0)
            for entry in entries
            if not stat.S_ISDIR(entry.st_mode or 0)
        }

    @contextmanager
    def _session(self) -> Iterator[SFTPClient]:
        """Give a connection that nobody else uses; one that something failed on is not used again."""
        with self._turn:
            session = self._idle.pop() if self._idle else None
        session = session or self._connect()
        with self._turn:
            self._busy.append(session)
        try:
            yield session
        except BaseException:
            session.close()
            raise
        else:
            with self._turn:
                self._idle.append(session)
        finally:
            with self._turn:
                self._busy.remove(session)
                self._turn.notify_all()

    def _connect(self) -> SFTPClient:
        from paramiko import RejectPolicy, SSHClient

        client = SSHClient()
        with self._turn:
            self._all.append(client)
        client.set_missing_host_key_policy(RejectPolicy())
        for known in ("~/.ssh/known_hosts", "/etc/ssh/ssh_known_hosts", *self.login.known_hosts):
            _know_hosts(client, Path(known).expanduser())
        with self._telling_strangers():
            client.connect(self.login.host, self.login.port, **self._credentials())
        session = client.open_sftp()
        channel = session.get_channel()
        if channel is not None:
            channel.settimeout(_SILENT_FOR_S)
        return session

    @contextmanager
    def _telling_strangers(self) -> Iterator[None]:
        """Tell who is not let in, or which server is not the one that it should be."""
        from paramiko import AuthenticationException, BadHostKeyException, SSHException

        try:
            yield
        except BadHostKeyException as error:
            raise PublishError(
                f"{self.address.shown}: the server’s key is not the one in ~/.ssh/known_hosts: ask who runs "
                "it whether it has changed; nothing was sent"
            ) from error
        except AuthenticationException as error:
            raise PublishError(self._refused()) from error
        except SSHException as error:
            if "known_hosts" in str(error):
                raise PublishError(self._unknown()) from error
            if "No authentication methods" in str(error):
                raise PublishError(self._refused()) from error
            raise

    def _credentials(self) -> dict[str, Any]:
        return {
            "username": self.login.user,
            "password": self.login.password,
            "key_filename": list(self.login.keys) or None,
            "timeout": _ANSWER_WITHIN_S,
            "banner_timeout": _ANSWER_WITHIN_S,
            "auth_timeout": _ANSWER_WITHIN_S,
        }

    def _unknown(self) -> str:
        return (
            f"{self.address.shown}: the server’s key is not known here: connect once with "
            f"ssh -p {self.login.port} {self.login.host}, see that its key is the right one, then run again"
        )

    def _refused(self) -> str:
        user = self.login.user or "this user"
        return (
            f"{self.address.shown}: the server does not let {user} in: add a key to ssh-agent or name one in "
            "~/.ssh/config, and the user in the address (sftp://user@server/folder)"
        )


def open_sftp(address: Address) -> Sftp:
    """Return the server's folder. ~/.ssh/config is heard; in the address /~/ is the user's home.

    Raises:
        PublishError: paramiko is not installed, or the address names no server or no folder.
    """
    try:
        import paramiko
    except ImportError as error:
        raise missing_package(address, "paramiko", "sftp") from error
    try:
        parts = urlsplit(address.url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise PublishError(f"{address.shown} is not well written: sftp://user@server:22/folder is") from error
    path = unquote(parts.path).rstrip("/")
    root = path.removeprefix("/~/") if path != "/~" else "."
    if not host or not root:
        raise PublishError(
            f"{address.shown} names no folder: write sftp://user@server/var/www/podcast, or "
            "sftp://user@server/~/podcast for one in the user’s home"
        )
    logging.getLogger("paramiko").addHandler(logging.NullHandler())  # what fails is told once, by us
    config = paramiko.SSHConfig()
    with suppress(OSError):
        config = paramiko.SSHConfig.from_path(str(Path("~/.ssh/config").expanduser()))
    told = config.lookup(host)
    login = Login(
        host=told.get("hostname", host),
        port=port or int(told.get("port", _PORT)),
        user=unquote(parts.username) if parts.username else told.get("user"),
        password=unquote(parts.password) if parts.password else None,
        keys=tuple(told.get("identityfile", ())),
        known_hosts=tuple(told.get("userknownhostsfile", "").split()),
    )
    return Sftp(address, login, root)


def _know_hosts(client: SSHClient, file: Path) -> None:
    from paramiko.hostkeys import InvalidHostKey

    try:
        client.load_system_host_keys(str(file))
    except InvalidHostKey as error:
        raise PublishError(f"{file} has a line that is no key: take it out (“{error.line[:60]}…”)") from error
    except OSError:
        return


def _is_there(session: SFTPClient, path: str) -> bool:
    with suppress(FileNotFoundError):
        session.stat(path)
        return True
    return False


def _make(session: SFTPClient, path: str) -> None:
    if not _is_there(session, path):
        session.mkdir(path)

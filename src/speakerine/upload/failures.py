"""What can go wrong on the way to a destination, as a sentence; and what is worth another attempt."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from speakerine.errors import PublishError, SpeakerineError, library_failures
from speakerine.upload.address import Address

_OWN = (OSError, EOFError, ValueError, RuntimeError, ImportError)

_PASSING = {errno.EBUSY, errno.EPIPE, errno.ETIMEDOUT, errno.EHOSTUNREACH, errno.ENETUNREACH, errno.EIO}
_PASSING |= {getattr(errno, "EREMOTEIO", errno.EIO)}
_PASSING_CLASSES = {"ConnectionError", "HTTPClientError", "ClientConnectionError", "ClientPayloadError"}
_PASSING_CLASSES |= {"ServerTimeoutError", "NoValidConnectionsError", "SSHException"}
"""By name, of aiohttp, botocore and paramiko, which are loaded only where they are needed."""

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
_NO_CREDENTIALS = {
    "NoCredentialsError",
    "PartialCredentialsError",
    "CredentialRetrievalError",
    "ProfileNotFound",
}
_SERVER_FAILURES = ("Failure", "size mismatch in put")
"""How all begins that is said of a full disk: by OpenSSH's server, and by paramiko when it looks after.

Source: draft-ietf-secsh-filexfer-02 §7; paramiko.SFTPClient.put.
"""

_REASON_CHARS = 200
_AS_IT_WAS = "what was published is as it was, and the next run sends only what is missing"


@contextmanager
def telling(address: Address) -> Iterator[None]:
    """Turn what a destination fails with into a PublishError, in which no password is."""
    try:
        yield
    except SpeakerineError:
        raise
    except _known() as error:
        cause = None if address.is_told_in(str(error)) else error
        raise PublishError(sentence(error, address)) from cause


def is_passing(error: BaseException) -> bool:
    """Return whether the same may succeed a moment later."""
    if isinstance(error, SpeakerineError | socket.gaierror | PermissionError | FileNotFoundError):
        return False
    if isinstance(error, ConnectionError | TimeoutError | EOFError):
        return True
    if _names(error) & _PASSING_CLASSES:
        return True
    return isinstance(error, OSError) and (error.errno in _PASSING or "closed" in str(error))


def sentence(error: BaseException, address: Address) -> str:
    """Return what went wrong, where, and what to do."""
    template = next(template for is_so, template in _SENTENCES if is_so(error))
    return template.format(where=address.shown, reason=_reason(error, address))


def _reason(error: BaseException, address: Address) -> str:
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    said = address.hide(text).rstrip(".") or type(error).__name__
    return said if len(said) <= _REASON_CHARS else said[: _REASON_CHARS - 1] + "…"


def _names(error: BaseException) -> set[str]:
    return {kind.__name__ for kind in type(error).__mro__}


def _known() -> tuple[type[Exception], ...]:
    """What is understood; of libraries, of those that are loaded."""
    return (*_OWN, *library_failures())


def _is(*kinds: type[BaseException]) -> Callable[[BaseException], bool]:
    return lambda error: isinstance(error, kinds)


_SENTENCES: tuple[tuple[Callable[[BaseException], bool], str], ...] = (
    (
        lambda error: isinstance(error, OSError) and error.errno in _FULL,
        f"there is no room left at {{where}}: make some and run again; {_AS_IT_WAS}",
    ),
    (
        lambda error: bool(_names(error) & _NO_CREDENTIALS),
        "there are no credentials for {where}: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or write "
        "them into ~/.aws/credentials",
    ),
    (
        _is(PermissionError),
        "{where} may not be written ({reason}): check the user, the keys and what they are allowed to do",
    ),
    (_is(FileNotFoundError), "{where} is not there ({reason}): make it first, or check its name"),
    (
        _is(FileExistsError, NotADirectoryError, IsADirectoryError),
        "{where} cannot be published to: a file is where a folder should be, or a folder where a file",
    ),
    (_is(socket.gaierror), "{where}: there is no server of that name: check the address and the network"),
    (
        lambda error: str(error).startswith(_SERVER_FAILURES),
        f"{{where}}: the server cannot write, and does not say why: its disk may be full; {_AS_IT_WAS}",
    ),
    (
        is_passing,
        f"the connection to {{where}} failed ({{reason}}): run the same command again; {_AS_IT_WAS}",
    ),
    (lambda _: True, f"{{where}} cannot be published to ({{reason}}): check the address; {_AS_IT_WAS}"),
)
"""The first that is so is said."""

"""One request and its answer, over a connection to an address that was checked, within a time and a size."""

from __future__ import annotations

import logging
import os
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from http.client import HTTPException
from typing import TYPE_CHECKING

from speakerine.errors import SourceError
from speakerine.sources.content_coding import CodingError, decoder_for
from speakerine.sources.refusals import SAVE_IT, TRY_LATER, PassingError, shown

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection
    from urllib3.response import BaseHTTPResponse

    from speakerine.sources.addresses import WebAddress

_PIECE_BYTES = 65_536
_MOST_IPS_TRIED = 4


@dataclass(frozen=True, slots=True)
class Timeouts:
    """How long to wait, in seconds: to connect, and for the next bytes."""

    connect_s: float
    read_s: float


class Deadline:
    """The moment at which an answer must be whole, and the watch that cuts the connection then.

    Time-outs of a socket run anew with every byte: a server that trickles would never meet one.
    """

    def __init__(self, total_s: float) -> None:
        self.total_s = total_s
        self._ends_s = time.monotonic() + total_s
        self._cut = threading.Event()

    @property
    def remaining_s(self) -> float:
        """Seconds left; a little above 0 once it is over, as 0 would mean not to wait at all."""
        return max(0.001, self._ends_s - time.monotonic())

    @property
    def is_over(self) -> bool:
        """Whether the time is over, or the connection was cut."""
        return self._cut.is_set() or time.monotonic() >= self._ends_s

    @contextmanager
    def watch(self, sock: socket.socket) -> Iterator[None]:
        """Shuts `sock` down at the deadline: whoever waits for its bytes is woken."""
        timer = threading.Timer(self.remaining_s, self._shut, (sock,))
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()

    def _shut(self, sock: socket.socket) -> None:
        self._cut.set()
        with suppress(OSError):
            socket.socket.shutdown(sock, socket.SHUT_RDWR)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answers; its body is read on demand. The names of `headers` have no case."""

    address: WebAddress
    status: int
    headers: Mapping[str, str]
    _response: BaseHTTPResponse
    _deadline: Deadline

    def read_body(self, max_bytes: int) -> bytes:
        """The whole body, decompressed.

        Raises:
            PassingError: the connection broke.
            SourceError: it holds over `max_bytes`, sent or decompressed, takes too long, or is damaged.
        """
        try:
            return self._decoded(max_bytes)
        except CodingError as error:
            raise SourceError(f"{shown(self.address.url)} cannot be read: {error}. {SAVE_IT}") from error

    def _decoded(self, max_bytes: int) -> bytes:
        decoder = decoder_for(self.headers.get("content-encoding", ""))
        body = bytearray()
        received = 0
        while piece := self._next_piece():
            received += len(piece)
            body += decoder.decode(piece, max_bytes - len(body) + 1)
            if len(body) > max_bytes or received > max_bytes:
                raise SourceError(_too_large(self.address, max_bytes))
        if not decoder.is_whole:
            raise PassingError(_broken(self.address, "its compressed data stop short"))
        return bytes(body)

    def _next_piece(self) -> bytes:
        with _told(self.address, self._deadline):
            return self._response.read1(_PIECE_BYTES, decode_content=False) or b""


@contextmanager
def exchange(
    address: WebAddress,
    ips: tuple[str, ...],
    headers: Mapping[str, str],
    timeouts: Timeouts,
    deadline: Deadline,
) -> Iterator[Answer]:
    """Asks for `address` at one of `ips`, and gives the answer while the connection is open.

    The Host field, the TLS server name and the certificate check are those of the address's host.

    Raises:
        PassingError: no connection, or it broke.
        SourceError: the certificate cannot be trusted, or the time is over.
    """
    logging.getLogger("urllib3").setLevel(logging.CRITICAL)
    with ExitStack() as stack:
        connection = _connect(address, ips, timeouts, deadline)
        stack.callback(connection.close)
        assert connection.sock is not None
        stack.enter_context(deadline.watch(connection.sock))
        connection.timeout = timeouts.read_s
        with _told(address, deadline):
            connection.request(
                "GET",
                address.target,
                headers={"Host": address.authority, "Connection": "close", **headers},
                preload_content=False,
                decode_content=False,
            )
            response = connection.getresponse()
            stack.callback(response.close)
        yield Answer(address, response.status, response.headers, response, deadline)


def _connect(
    address: WebAddress, ips: tuple[str, ...], timeouts: Timeouts, deadline: Deadline
) -> HTTPConnection:
    """A connection to the first of the IP addresses that takes one."""
    from urllib3.exceptions import HTTPError

    reason = "it has no address"
    for ip in ips[:_MOST_IPS_TRIED]:
        connection = _connection(address, ip, min(timeouts.connect_s, deadline.remaining_s))
        try:
            connection.connect()
        except (ssl.SSLEOFError, ssl.SSLZeroReturnError):
            connection.close()
            reason = "it ends the connection before it is secure"
        except ssl.SSLError as error:
            connection.close()
            raise SourceError(_untrusted(address, error)) from error
        except (OSError, HTTPError) as error:
            connection.close()
            reason = _reason(error)
        else:
            return connection
        if deadline.is_over:
            break
    raise PassingError(
        f"{address.origin} cannot be reached: {reason}. Check the address and that this machine is online, "
        "or try again later."
    )


def _connection(address: WebAddress, ip: str, timeout_s: float) -> HTTPConnection:
    from urllib3.connection import HTTPConnection, HTTPSConnection

    if address.scheme == "http":
        return HTTPConnection(ip, address.port, timeout=timeout_s)
    context = _tls_context(os.environ.get("SSL_CERT_FILE", ""))
    return HTTPSConnection(
        ip, address.port, timeout=timeout_s, ssl_context=context, server_hostname=address.host
    )


@lru_cache(maxsize=2)
def _tls_context(ca_file: str) -> ssl.SSLContext:
    """Trusts what this machine trusts, and what Mozilla does where the machine has no list.

    SSL_CERT_FILE, which OpenSSL reads, replaces the machine's list by `ca_file`.
    """
    if ca_file:
        try:
            return ssl.create_default_context(cafile=ca_file)
        except OSError as error:
            raise SourceError(
                f"SSL_CERT_FILE is set to {ca_file}, which holds no readable certificates. Correct it."
            ) from error
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


@contextmanager
def _told(address: WebAddress, deadline: Deadline) -> Iterator[None]:
    """What goes wrong on the wire, told as errors of ours."""
    from urllib3.exceptions import HTTPError

    try:
        yield
    except (OSError, HTTPException, HTTPError) as error:
        if not deadline.is_over:
            raise PassingError(_broken(address, _reason(error))) from error
        raise SourceError(_too_slow(address, deadline)) from error
    if deadline.is_over:
        raise SourceError(_too_slow(address, deadline))


def _reason(error: Exception) -> str:
    """Why a connection failed, in a few words; the system's own where it gives some."""
    from urllib3.exceptions import ReadTimeoutError

    chain: list[BaseException] = [error]
    while (cause := chain[-1].__cause__) is not None:
        chain.append(cause)
    if any(isinstance(e, (TimeoutError, ReadTimeoutError)) for e in chain):
        return "it does not answer in time"
    system = next((e.strerror for e in chain if isinstance(e, OSError) and e.strerror), None)
    return system[0].lower() + system[1:] if system else "the connection broke"


def _broken(address: WebAddress, reason: str) -> str:
    return f"{shown(address.url)} was not received whole: {reason}. {TRY_LATER}"


def _too_slow(address: WebAddress, deadline: Deadline) -> str:
    where = shown(address.url)
    return f"{where} is still not there after {deadline.total_s:g} s: the site is too slow. {TRY_LATER}"


def _too_large(address: WebAddress, max_bytes: int) -> str:
    return (
        f"{shown(address.url)} is larger than {max_bytes / 1_000_000:g} MB, too large to be an article. "
        "Save the article's text in a .txt file, and give that."
    )


def _untrusted(address: WebAddress, error: ssl.SSLError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return (
            f"{address.origin} cannot be trusted: its certificate is refused ({error.verify_message}). "
            f"Check the address, and the date of this machine. {SAVE_IT}"
        )
    reason = (error.reason or "unknown reason").replace("_", " ").lower()
    return f"{address.origin} gives no secure connection ({reason}). Check the address. {SAVE_IT}"

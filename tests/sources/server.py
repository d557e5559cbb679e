"""A web server on loopback that misbehaves on request, and remembers what it was asked."""

from __future__ import annotations

import gzip
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

Behaviour = Callable[["Asked"], None]
"""What is done with a request to one path."""

PARAGRAPHS = (
    "Le conseil municipal de Saint-Aubin a voté mardi soir la réouverture de la ligne de tramway, fermée "
    "depuis douze ans, à une courte majorité et après quatre heures de débat.",
    "« Nous attendions ce moment depuis longtemps », a déclaré la maire, qui promet une première rame au "
    "printemps et des travaux qui ne dureront pas plus de dix-huit mois.",
    "L’opposition dénonce un coût trop élevé et demande un référendum avant l’été, tandis que les "
    "commerçants du centre espèrent le retour de leurs clients.",
    "Les premiers travaux commenceront en septembre, rue des Tanneurs, où la voie doit être refaite sur près "
    "de deux kilomètres.",
)


def article_page(title: str = "Le tramway revient à Saint-Aubin", head: str = "") -> str:
    """A plain page with an article of four paragraphs."""
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return (
        f'<!DOCTYPE html><html lang="fr"><head><title>{title}</title>{head}</head>'
        f"<body><main><article><h1>{title}</h1>{body}</article></main></body></html>"
    )


@dataclass(frozen=True)
class Asked:
    """A request, and the means to answer it."""

    path: str
    headers: Mapping[str, str]
    times: int
    handler: BaseHTTPRequestHandler

    def send(self, body: bytes | str = b"", status: int = 200, **headers: str) -> None:
        """An answer with a Content-Length; `Content_Type="…"` gives the field Content-Type."""
        data = body.encode() if isinstance(body, str) else body
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        fields = {"Content-Length": str(len(data)), "Content-Type": "text/html; charset=utf-8"} | fields
        self.handler.send_response(status)
        for name, value in fields.items():
            self.handler.send_header(name, value)
        self.handler.end_headers()
        self.write(data)

    def write(self, data: bytes) -> bool:
        """Raw bytes to the wire; False once nobody listens any more."""
        try:
            self.handler.wfile.write(data)
            self.handler.wfile.flush()
        except OSError:
            return False
        return True

    def close(self) -> None:
        self.handler.close_connection = True


@dataclass
class Server:
    """Where it listens, what it does at each path, and every request in order."""

    origin: str
    routes: dict[str, Behaviour] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    @property
    def port(self) -> int:
        return int(self.origin.rpartition(":")[2])

    def at(self, path: str, behaviour: Behaviour) -> str:
        """The address at which the server does so from now on."""
        self.routes[path] = behaviour
        return self.origin + path

    def page(self, path: str, body: bytes | str, status: int = 200, **headers: str) -> str:
        """The address of a page that is always the same."""
        return self.at(path, lambda asked: asked.send(body, status, **headers))

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server on a free port of 127.0.0.1, until the end of the block."""
    server = Server("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path
            asked = Asked(path, dict(self.headers.items()), server.paths().count(path) + 1, self)
            server.asked.append(asked)
            server.routes.get(path, missing)(asked)

        def log_message(self, *args: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            pass

    listening = Quiet(("127.0.0.1", 0), Handler)
    if tls:
        listening.socket = tls.wrap_socket(listening.socket, server_side=True)
    server.origin = f"{'https' if tls else 'http'}://127.0.0.1:{listening.server_address[1]}"
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listening.shutdown()
        listening.server_close()
        thread.join()


def missing(asked: Asked) -> None:
    asked.send("<p>Page introuvable</p>", 404)


def redirect(to: str, status: int = 302) -> Behaviour:
    return lambda asked: asked.send("", status, Location=to)


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """Each at its turn, the last one from then on."""
    return lambda asked: behaviours[min(asked.times, len(behaviours)) - 1](asked)


def failing(status: int, **headers: str) -> Behaviour:
    return lambda asked: asked.send("non", status, **headers)


def good(body: bytes | str = "<p>bonjour</p>", **headers: str) -> Behaviour:
    return lambda asked: asked.send(body, 200, **headers)


def trickle_headers(asked: Asked) -> None:
    """A header that never ends, a byte at a time."""
    asked.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while asked.write(b"a"):
        time.sleep(0.05)
    asked.close()


def trickle_body(asked: Asked) -> None:
    """A body without a length, a byte at a time."""
    asked.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>")
    while asked.write(b"a"):
        time.sleep(0.05)
    asked.close()


def silence(asked: Asked) -> None:
    """No answer for longer than any test waits."""
    time.sleep(1.5)
    asked.close()


def flood(asked: Asked) -> None:
    """A body that does not end, as fast as it goes."""
    asked.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
    while asked.write(b"10000\r\n" + b"a" * 65_536 + b"\r\n"):
        pass
    asked.close()


def truncated(asked: Asked) -> None:
    """Half of the body that was promised."""
    asked.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n" + b"a" * 500)
    asked.close()


def truncated_chunks(asked: Asked) -> None:
    asked.write(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n"
    )
    asked.close()


def hang_up(asked: Asked) -> None:
    """No answer at all."""
    asked.close()


def gibberish(asked: Asked) -> None:
    asked.write(b"\x00\x01\x02 what?\r\n\r\n")
    asked.close()


def gzipped(body: bytes, **headers: str) -> Behaviour:
    return good(gzip.compress(body), Content_Encoding="gzip", **headers)


def bomb(asked: Asked) -> None:
    """A hundred megabytes of zeros in a hundred kilobytes of gzip."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    megabyte = bytes(1_000_000)
    packed = b"".join([*(packer.compress(megabyte) for _ in range(100)), packer.flush()])
    asked.send(packed, Content_Encoding="gzip")


def with_etag(etag: str, body: str) -> Behaviour:
    """304 to who has it already."""

    def answer(asked: Asked) -> None:
        if asked.headers.get("If-None-Match") == etag:
            asked.send("", 304, ETag=etag)
        else:
            asked.send(body, 200, ETag=etag)

    return answer


def make_certificate(folder: Path, *names: str) -> tuple[Path, Path]:
    """A self-signed certificate for the names (`DNS:…`, `IP:…`) and its key, made by openssl."""
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
    ]
    command += ["-days", "2", "-subj", "/CN=test", "-addext", f"subjectAltName={','.join(names)}"]
    command += ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    return certificate, key

"""A server on this machine with the protocol of Google's translation voice; it misbehaves on order."""

import base64
import json
import ssl
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import lameenc
import numpy as np

RATE_HZ = 24_000


def make_mp3(duration_ms: int) -> bytes:
    """A tone between two silences of 200 ms, as MP3."""
    tone = np.sin(np.arange(RATE_HZ * duration_ms // 1000) * 0.1) * 9000
    quiet = np.zeros(RATE_HZ // 5)
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_in_sample_rate(RATE_HZ)
    encoder.set_channels(1)
    encoder.set_bit_rate(64)
    pcm = np.concatenate([quiet, tone, quiet]).astype("<i2").tobytes()
    return bytes(encoder.encode(pcm)) + bytes(encoder.flush())


def sound_body(mp3: bytes) -> bytes:
    """An answer as the real service words it: JSON within JSON, after a guard line."""
    inner = json.dumps([base64.b64encode(mp3).decode()], separators=(",", ":"))
    outer = json.dumps([["wrb.fr", "jQ1olc", inner, None, None, None, "generic"]], separators=(",", ":"))
    return f")]}}'\n\n{len(outer)}\n{outer}\n".encode()


@dataclass
class TranslateServer:
    """`plan` holds what to do with each request to come; when it is empty, they are answered well.

    Each is a status with its headers, b"" a body, or a number of seconds to keep silent.
    """

    plan: list[tuple[int, dict[str, str]] | bytes | float] = field(default_factory=list)
    heard: list[list[object]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    times_s: list[float] = field(default_factory=list)
    mp3: bytes = field(default_factory=lambda: make_mp3(400))
    endpoint: str = ""

    def __enter__(self) -> "TranslateServer":
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.endpoint = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def use_tls(self, context: ssl.SSLContext) -> None:
        """From here on it speaks TLS, with the certificate of the context."""
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.endpoint = self.endpoint.replace("http:", "https:")

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
                server.heard.append(json.loads(json.loads(form["f.req"][0])[0][0][1]))
                server.paths.append(self.path)
                server.times_s.append(time.monotonic())
                act = server.plan.pop(0) if server.plan else sound_body(server.mp3)
                if isinstance(act, float):
                    time.sleep(act)
                    return
                status, headers = act if isinstance(act, tuple) else (200, {})
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(act if isinstance(act, bytes) else b"")

            def log_message(self, *_args: object) -> None:
                pass

        return Handler

"""A newsroom's server on loopback: a feed of articles, and a memory of what was asked."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

DATA = Path(__file__).parent / "data"
BODY, ITEM, FEED = (
    (DATA / f"crue-{name}").read_text("utf-8") for name in ("body.html", "item.xml", "feed.xml")
)


class Newsroom(ThreadingHTTPServer):
    """Serves a feed of so many articles, and remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.base = f"http://127.0.0.1:{self.server_port}"
        self.bodies: dict[int, str] = {}
        self.asked: list[str] = []

    def publish(self, *numbers: int) -> None:
        for number in numbers:
            self.bodies[number] = BODY.format(number=number)

    def feed(self) -> bytes:
        start = datetime(2025, 5, 1, 8, tzinfo=UTC)
        items = [
            ITEM.format(number=n, base=self.base, body=body, date=format_datetime(start + timedelta(days=n)))
            for n, body in sorted(self.bodies.items(), reverse=True)
        ]
        return FEED.format(items="".join(items)).encode()


class _Answer(BaseHTTPRequestHandler):
    server: Newsroom

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        body = self.server.feed() if self.path == "/feed.xml" else b""
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Keep quiet."""

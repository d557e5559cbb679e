"""The requests of gTTS, sent with certificate checks on and tried again when refused for a while.

Imported when a Google voice speaks: gTTS and requests are slow to import.
"""

from __future__ import annotations

import base64
import binascii
import random
import re
import time
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

import requests

from speakerine.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Iterator

    class BaseTTS:
        """What is used of gTTS, which has no types."""

        def __init__(self, text: str, *, tld: str, lang: str, slow: bool, lang_check: bool) -> None: ...
        def _tokenize(self, text: str) -> list[str]: ...
        def _prepare_requests(self) -> list[requests.PreparedRequest]: ...

else:
    from gtts import gTTS as BaseTTS

PASSING_STATUSES = frozenset({429, 500, 502, 503, 504})
LONGEST_WAIT_S = 120.0
CONNECT_TIMEOUT_S = 10.0
MOST_JITTER = 1.25
MOST_ANSWER_BYTES = 10_000_000
"""A hundred characters take some 100 kB."""

_PASSING_ERRORS = (
    requests.exceptions.ConnectionError,
    requests.exceptions.Timeout,
    requests.exceptions.ChunkedEncodingError,
    requests.exceptions.ContentDecodingError,
)
"""No connection, or half an answer."""

_chance = random.SystemRandom()

OFFLINE = "Take a voice that works offline, such as claire or nicole."
_SOUND = re.compile(r'jQ1olc","\[\\"([^"\\]+)\\"')


@dataclass(frozen=True, slots=True)
class Sending:
    """Where and how the text is sent; the fields are those of `GoogleOptions`."""

    language: str
    tld: str
    slow: bool
    endpoint: str
    tries: int
    delay_s: float
    timeout_s: float


def fetch_mp3(text: str, sending: Sending) -> Iterator[tuple[str, bytes]]:
    """Each piece of the text, of up to a hundred characters, and its sound as MP3.

    Raises:
        EngineError: no answer, a refusal, or an answer without sound.

    """
    talk = CheckedTTS(text, sending)
    yield from zip(talk.pieces, talk.stream(), strict=True)


class CheckedTTS(BaseTTS):
    """gTTS, but for the way that its requests are sent."""

    def __init__(self, text: str, sending: Sending) -> None:
        super().__init__(text, tld=sending.tld, lang=sending.language, slow=sending.slow, lang_check=False)
        self.sending = sending
        self.pieces: list[str] = self._tokenize(text)

    def stream(self) -> Iterator[bytes]:
        """The sound of each piece, asked for as it is needed."""
        with requests.Session() as session:
            for piece, request in zip(self.pieces, self._prepare_requests(), strict=True):
                yield _sound(_answer(session, _redirected(request, self.sending), self.sending), piece)


def _redirected(request: requests.PreparedRequest, sending: Sending) -> requests.PreparedRequest:
    """The request, to the endpoint where one is given."""
    if sending.endpoint:
        scheme, host, folder, *_ = urlsplit(sending.endpoint)
        _, _, path, query, _ = urlsplit(request.url or "")
        request.url = urlunsplit((scheme, host, folder.rstrip("/") + str(path), str(query), ""))
    return request


def _answer(session: requests.Session, request: requests.PreparedRequest, sending: Sending) -> str:
    """The body of a good answer, after as many tries as it takes and may be.

    The delay doubles from try to try, up to LONGEST_WAIT_S, with some chance in it, so that many who were
    refused together do not come back together; a server that says when to come back is obeyed.
    """
    settings = session.merge_environment_settings(str(request.url), {}, stream=True, verify=None, cert=None)
    delay_s = sending.delay_s
    for attempt in range(1, sending.tries + 1):
        last = attempt == sending.tries
        try:
            answer = session.send(
                request,
                timeout=(CONNECT_TIMEOUT_S, sending.timeout_s),
                allow_redirects=False,
                **settings,
            )
            body = _body(answer)
        except requests.exceptions.SSLError as error:
            raise EngineError(f"Google's certificate cannot be trusted here: {error}. {OFFLINE}") from error
        except _PASSING_ERRORS as error:
            if last:
                raise EngineError(_unreachable(error)) from error
            wait_s = delay_s
        except requests.exceptions.RequestException as error:
            raise EngineError(_unreachable(error)) from error
        else:
            if answer.ok:
                return body
            wait_s = max(
                delay_s, retry_after_s(answer.headers.get("Retry-After"), answer.headers.get("Date"))
            )
            if last or answer.status_code not in PASSING_STATUSES or wait_s > LONGEST_WAIT_S:
                raise EngineError(_refused(answer, wait_s))
        time.sleep(min(wait_s * _chance.uniform(1.0, MOST_JITTER), LONGEST_WAIT_S))
        delay_s *= 2
    raise AssertionError


def _body(answer: requests.Response) -> str:
    """The text of an answer, which is short, whatever a server sends."""
    body = bytearray()
    with answer:
        for piece in answer.iter_content(65_536):
            body += piece
            if len(body) > MOST_ANSWER_BYTES:
                raise EngineError(f"Google answered with far more than a sound. {OFFLINE}")
    return body.decode("utf-8", "replace")


def retry_after_s(retry_after: str | None, date: str | None) -> float:
    """How long a server asks to wait, given in seconds or as a date beside that of its answer; else 0."""
    if retry_after is None:
        return 0.0
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        then = parsedate_to_datetime(retry_after)
        now: datetime = parsedate_to_datetime(date or "")
        return max(0.0, (then - now).total_seconds())
    except (TypeError, ValueError):
        return 0.0


def _sound(body: str, piece: str) -> bytes:
    """The MP3 in an answer."""
    found = _SOUND.search(body)
    if found is None:
        raise EngineError(f"Google answered without sound for « {piece} ». {OFFLINE}")
    try:
        return base64.b64decode(found[1], validate=True)
    except binascii.Error as error:
        raise EngineError(f"Google answered with damaged sound for « {piece} »: {error}") from error


def _unreachable(error: requests.exceptions.RequestException) -> str:
    kind = (
        "did not answer in time" if isinstance(error, requests.exceptions.Timeout) else "could not be reached"
    )
    return (
        "The Google voices need the Internet and send the text to Google, which "
        f"{kind} ({type(error).__name__}). {OFFLINE}"
    )


def _refused(answer: requests.Response, wait_s: float) -> str:
    later = f" and asks to come back in {wait_s:.0f} s" if wait_s > LONGEST_WAIT_S else ""
    return f"Google refused to speak: {answer.status_code} {answer.reason}{later}. Try later. {OFFLINE}"

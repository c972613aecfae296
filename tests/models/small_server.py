"""A small server that speaks chat completions on the loopback interface, and misbehaves as it is told to.

A script is a list of behaviours: each request to ``/v1/chat/completions`` takes the next one, and the last
one stays. A behaviour is a function that is handed the open request and writes whatever it likes.
"""

import json
import socket
import struct
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

MODEL = "gpt-fictional-2026-01-01"


@dataclass(frozen=True)
class Seen:
    """A request as the server saw it."""

    path: str
    headers: Mapping[str, str]
    body: Any
    raw: bytes


class Handler(BaseHTTPRequestHandler):
    server: "SmallServer"

    def do_GET(self) -> None:
        self.server.models(self)

    def do_POST(self) -> None:
        text = self.rfile.read(int(self.headers.get("content-length", 0)))
        headers = {k.lower(): v for k, v in self.headers.items()}
        self.asked = json.loads(text)
        self.server.seen.append(Seen(self.path, headers, self.asked, text))
        self.server.next_behaviour()(self)

    def begin(self, status: int, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Keep quiet: the tests look at ``seen``."""


Behaviour = Callable[[Handler], None]


class SmallServer(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, script: Sequence[Behaviour] = ()) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.script = list(script)
        self.models: Behaviour = models("gpt-fictional", "gpt-fictional-mini")
        self.seen: list[Seen] = []
        self.closing = threading.Event()
        self._thread = threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def next_behaviour(self) -> Behaviour:
        return self.script.pop(0) if len(self.script) > 1 else self.script[0]

    def close(self) -> None:
        self.closing.set()
        self.shutdown()
        self.server_close()
        self._thread.join()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up on a slow answer is what some tests are about."""


def raw(body: bytes, *, status: int = 200, content_type: str = "application/json", **headers: str) -> Behaviour:
    """Any body under any status; ``retry_after="2"`` becomes the header ``retry-after: 2``."""
    named = {n if "-" in n else n.replace("_", "-"): value for n, value in headers.items()}

    def write(request: Handler) -> None:
        length = str(len(body))
        request.begin(status, {"content-type": content_type, "content-length": length, **named})
        request.wfile.write(body)

    return write


def as_json(body: object, *, status: int = 200, **headers: str) -> Behaviour:
    return raw(json.dumps(body).encode(), status=status, **headers)


def completion(
    content: object = "{}", *, finish_reason: str = "stop", usage: object = None, **message: object
) -> dict[str, Any]:
    """A completion's body; further keywords go into its message."""
    message = {"role": "assistant", "content": content, "refusal": None, **message}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1_790_000_000,
        "model": MODEL,
        "choices": [{"index": 0, "message": message, "finish_reason": finish_reason, "logprobs": None}],
        "usage": usage,
    }


def tokens(prompt: int, reply: int, cached: int | None = None) -> dict[str, Any]:
    details = {} if cached is None else {"prompt_tokens_details": {"cached_tokens": cached}}
    return {
        "prompt_tokens": prompt,
        "completion_tokens": reply,
        "total_tokens": prompt + reply,
        **details,
    }


def reply(content: object = "{}", **rest: Any) -> Behaviour:
    return as_json(completion(content, **rest))


def error(
    status: int,
    message: str = "no",
    *,
    code: object = None,
    kind: str = "",
    param: str | None = None,
    **headers: str,
) -> Behaviour:
    """An error in the service's own form."""
    fields = {"message": message, "type": kind, "param": param, "code": code}
    return as_json({"error": fields}, status=status, **headers)


def models(*names: str) -> Behaviour:
    return as_json({"object": "list", "data": [{"id": name, "object": "model"} for name in names]})


def hang(request: Handler) -> None:
    """Say nothing."""
    request.server.closing.wait(5)


def hang_in_the_body(request: Handler) -> None:
    request.begin(200, {"content-type": "application/json", "content-length": "1000"})
    request.wfile.write(b'{"id": ')
    hang(request)


def drip(request: Handler) -> None:
    """A good reply, a byte at a time: every read is quick, the whole takes seconds."""
    body = json.dumps(completion()).encode()
    request.begin(200, {"content-type": "application/json", "content-length": str(len(body))})
    for byte in body:
        request.wfile.write(bytes([byte]))
        if request.server.closing.wait(0.02):
            return


def reset(request: Handler) -> None:
    """Break the connection off rudely, before the first byte."""
    no_linger = struct.pack("ii", 1, 0)
    request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, no_linger)
    request.connection.close()


def hang_up(request: Handler) -> None:
    """End the connection politely, before the first byte."""
    request.close_connection = True


def hang_up_in_the_body(request: Handler) -> None:
    request.begin(200, {"content-type": "application/json", "content-length": "1000"})
    request.wfile.write(b'{"id": ')


def reset_in_the_body(request: Handler) -> None:
    hang_up_in_the_body(request)
    reset(request)


def unless_asked_for(*formats: str, otherwise: Behaviour, first: Behaviour) -> Behaviour:
    """``first`` when the reply is asked for in one of the formats, else ``otherwise``.

    A request without ``response_format`` counts as one for ``text``.
    """

    def choose(request: Handler) -> None:
        asked = request.server.seen[-1].body.get("response_format", {}).get("type", "text")
        (first if asked in formats else otherwise)(request)

    return choose

"""A service of the tests' own that speaks files and batches, as OpenAI's does, and lets each batch end as told.

A fate is a function from the lines of a batch's file to how the batch ends; each batch takes the next one, and the last
one stays. A batch is ``validating`` at the first look, ``in_progress`` at the second, and ends with the third.
"""

import json
import re
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from .results import Line, asked, good, text_of

UNDER_WAY = ("validating", "in_progress")


@dataclass
class End:
    """How a batch ends."""

    status: str = "completed"
    output: str | None = None
    """Text of the file of results."""
    errors: str | None = None
    """Text of the file of errors."""
    faults: list[dict[str, Any]] = field(default_factory=list)
    error_file_id: str | None = None
    """What stands in the place of an id where there is no file of errors."""
    before: tuple[str, ...] = UNDER_WAY


Fate = Callable[[list[Line]], End]


def all_well(lines: list[Line]) -> End:
    return End(output=text_of(map(good, lines)))


def mixed(others: dict[int, Callable[[Line], Line]], **more: Any) -> Fate:
    """Failures by the team's number go to the file of errors, all else to the file of results."""

    def fate(lines: list[Line]) -> End:
        told = [(others.get(number(line)), line) for line in lines]
        errors = [other(line) for other, line in told if other]
        output = [good(line) for other, line in told if not other]
        return End(output=text_of(output) if output else None, errors=text_of(errors) if errors else None, **more)

    return fate


def number(line: Line) -> int:
    """The number of the team that a request is for."""
    return int(str(line["body"]).partition("Fictional Team ")[2][:5])


def not_taken(code: str, message: str = "no", line: int | None = None) -> Fate:
    fault = {"code": code, "message": message, "param": None, "line": line}
    return lambda _: End("failed", faults=[fault], before=("validating",))


class BatchService(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, fates: Sequence[Fate]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.fates = list(fates)
        self.files: dict[str, dict[str, Any]] = {}
        self.batches: dict[str, dict[str, Any]] = {}
        self.deleted: list[str] = []
        self.calls: list[str] = []
        self.faults: dict[str, list[tuple[int, dict[str, Any]]]] = {}
        """Answers to be given in place of the real ones: ``{"POST /v1/batches": [(500, {})]}``."""
        self.after: set[str] = set()
        """Calls whose first fault comes when the work is done: the answer is lost, not the call."""
        self.cut: int | None = None
        """Bytes that are left out at the end of the next file that is downloaded."""
        self.bodies: list[dict[str, Any]] = []
        self._thread = threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    @property
    def uploads(self) -> list[dict[str, Any]]:
        return [file for file in self.files.values() if file["purpose"] == "batch"]

    def close(self) -> None:
        self.shutdown()
        self.server_close()
        self._thread.join()

    def keep(self, text: str, filename: str, purpose: str) -> dict[str, Any]:
        made = {
            "id": f"file-{len(self.files) + 1}", "object": "file", "bytes": len(text), "created_at": len(self.files),
            "filename": filename, "purpose": purpose, "status": "processed",
        }  # fmt: skip
        self.files[made["id"]] = {**made, "text": text}
        return made

    def start(self, body: dict[str, Any]) -> dict[str, Any]:
        self.bodies.append(body)
        fate = self.fates.pop(0) if len(self.fates) > 1 else self.fates[0]
        lines = asked(self.files[body["input_file_id"]]["text"])
        made = {
            "id": f"batch_{len(self.batches) + 1}", "object": "batch", "endpoint": body["endpoint"], "status": "validating",
            "completion_window": "24h", "created_at": len(self.batches), "input_file_id": body["input_file_id"],
            "metadata": body.get("metadata"), "output_file_id": None, "error_file_id": None, "errors": None,
            "request_counts": {"total": len(lines), "completed": 0, "failed": 0},
        }  # fmt: skip
        self.batches[made["id"]] = {**made, "end": fate(lines)}
        return made

    def look(self, batch: dict[str, Any]) -> dict[str, Any]:
        end: End = batch["end"]
        if end.before:
            batch["status"], *rest = end.before
            end.before = tuple(rest)
        elif batch["status"] != end.status:
            batch["status"] = end.status
            if end.output is not None:
                batch["output_file_id"] = self.keep(end.output, "output.jsonl", "batch_output")["id"]
            batch["error_file_id"] = end.error_file_id
            if end.errors is not None:
                batch["error_file_id"] = self.keep(end.errors, "error.jsonl", "batch_output")["id"]
            batch["errors"] = {"object": "list", "data": end.faults} if end.faults else None
            batch["request_counts"]["completed"] = len((end.output or "").splitlines())
        return batch


class Handler(BaseHTTPRequestHandler):
    server: "BatchService"

    def do_GET(self) -> None:
        self.handle_call("GET", b"")

    def do_POST(self) -> None:
        self.handle_call("POST", self.rfile.read(int(self.headers.get("content-length", 0))) or self.chunks())

    def do_DELETE(self) -> None:
        self.handle_call("DELETE", b"")

    def chunks(self) -> bytes:
        """A body that was sent without its length."""
        parts = []
        while self.headers.get("transfer-encoding") == "chunked" and (size := int(self.rfile.readline(), 16)):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        return b"".join(parts)

    def handle_call(self, method: str, body: bytes) -> None:
        path = self.path.partition("?")[0]
        call = f"{method} {re.sub(r'(file-|batch_)[0-9]+', r'ID', path)}"
        self.server.calls.append(call)
        faults = self.server.faults.get(call)
        if faults and call not in self.server.after:
            self.answer(*faults.pop(0))
            return
        status, made = self.work(method, path, body)
        if faults:
            self.answer(*faults.pop(0))
        else:
            self.answer(status, made)

    def work(self, method: str, path: str, body: bytes) -> tuple[int, Any]:  # noqa: PLR0911 - a return a route
        service, parts = self.server, path.removeprefix("/v1/").split("/")
        match method, parts:
            case "POST", ["files"]:
                return 200, service.keep(*uploaded(body))
            case "GET", ["files"]:
                return 200, listed([{**file, "text": None} for file in service.uploads])
            case "GET", ["files", one, "content"] if one in service.files:
                text = service.files[one]["text"].encode()
                cut, service.cut = service.cut, None
                return 200, text[: -cut or None] if cut else text
            case "DELETE", ["files", one] if one in service.files:
                del service.files[one]
                service.deleted.append(one)
                return 200, {"id": one, "object": "file", "deleted": True}
            case "POST", ["batches"]:
                return 200, service.start(json.loads(body))
            case "GET", ["batches"]:
                return 200, listed([told(batch) for batch in service.batches.values()])
            case "GET", ["batches", one] if one in service.batches:
                return 200, told(service.look(service.batches[one]))
        return 404, {"error": {"message": f"no {path}", "type": "x", "param": None, "code": None}}

    def answer(self, status: int, made: object) -> None:
        body = made if isinstance(made, bytes) else json.dumps(made).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Keep quiet: the tests look at ``calls``."""


def told(batch: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in batch.items() if key != "end"}


def listed(items: list[dict[str, Any]]) -> dict[str, Any]:
    return {"object": "list", "data": items[::-1], "has_more": False, "first_id": None, "last_id": None}


def uploaded(body: bytes) -> tuple[str, str, str]:
    """The text, the name and the purpose of a file that was sent as a form."""
    fields = {}
    for part in body.split(body.partition(b"\r\n")[0])[1:-1]:
        head, _, content = part.strip(b"\r\n").partition(b"\r\n\r\n")
        names = dict(re.findall(rb'(\w+)="([^"]*)"', head))
        fields[names[b"name"].decode()] = (names.get(b"filename", b"").decode(), content.decode())
    return fields["file"][1], fields["file"][0], fields["purpose"][1]

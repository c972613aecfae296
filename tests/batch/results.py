"""What a service makes of files of requests: lines of results, as the tests want them."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from ..models.small_server import completion, tokens
from . import corpus

Line = dict[str, Any]


def asked(text: str) -> list[Line]:
    """The lines of a file of requests."""
    return [json.loads(line) for line in text.splitlines()]


def result(line: Line, body: object, status: int = 200) -> Line:
    response = {"status_code": status, "request_id": "req_1", "body": body}
    return {"id": f"batch_req_{line['custom_id']}", "custom_id": line["custom_id"], "response": response, "error": None}


def good(line: Line) -> Line:
    """Questions that leave no gap."""
    kind = int(str(line["body"]).partition(" of kind ")[2][0])
    return result(line, completion(corpus.kinds()[kind][1], usage=tokens(1000, 500)))


def says(content: object, **more: Any) -> Callable[[Line], Line]:
    """Any other reply."""
    return lambda line: result(line, completion(content, usage=tokens(1000, 500), **more))


def refused(status: int, message: str, code: str | None = None) -> Callable[[Line], Line]:
    """A line of an error file: its ``error`` is null."""
    return lambda line: result(line, {"error": {"message": message, "type": "x", "param": None, "code": code}}, status)


def not_run(code: str, message: str = "This request could not be executed.") -> Callable[[Line], Line]:
    """A line for a request that was not carried out."""
    return lambda line: {
        "id": "batch_req_1", "custom_id": line["custom_id"], "response": None, "error": {"code": code, "message": message},
    }  # fmt: skip


def told_by_vllm(error: object, status: int = 400) -> Callable[[Line], Line]:
    """A line of vLLM's ``run-batch`` for a request that failed: the reason is beside the response, not in it."""
    return lambda line: {**result(line, None, status), "error": error}


def text_of(lines: Iterable[Line]) -> str:
    return "".join(json.dumps(line) + "\n" for line in lines)

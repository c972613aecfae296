"""Chat completions as plain data: the body that asks for one, and the reply that is read out of one.

Nothing here knows the SDK: a line of a batch's file and a live answer are written and read alike.
"""

import json
from enum import StrEnum
from typing import Any

from questioner.exchange import Reply, Request, Usage
from questioner.models.bodies import field_of, spoken
from questioner.models.faults import Fault, Kind, from_error_body
from questioner.models.redaction import one_line, redacted

_SCHEMA_NAME = "questions"
_IN_WORDS = "Reply with one JSON object and nothing else. It has to fit this JSON Schema:\n"


class Shape(StrEnum):
    """How a reply's shape is asked for, the strictest way first."""

    SCHEMA = "json_schema"
    OBJECT = "json_object"
    TEXT = "text"


def body_of(name: str, request: Request, shape: Shape) -> dict[str, Any]:
    """Return the body of a request to the model ``name``. No temperature and no token limit: newer models refuse both."""
    messages = [{"role": role, "content": text} for role, text in request.prompt.messages]
    body: dict[str, Any] = {"model": name, "messages": messages}
    if shape is Shape.SCHEMA:
        schema = {"name": _SCHEMA_NAME, "strict": True, "schema": dict(request.schema)}
        return body | {"response_format": {"type": "json_schema", "json_schema": schema}}
    messages[-1]["content"] += f"\n\n{_IN_WORDS}{json.dumps(request.schema, ensure_ascii=False)}"
    return body | ({"response_format": {"type": "json_object"}} if shape is Shape.OBJECT else {})


def read_completion(
    completion: object, name: str, *, usage: Usage, secrets: frozenset[str] = frozenset()
) -> Reply | Fault:
    """Find the reply in a completion: the SDK's, or the parsed body of a line of a batch's result file.

    Args:
        completion: Whatever came under status 200.
        name: The model that was asked for, used where the completion does not name its own.
        usage: What to note as the reply's cost.
        secrets: Texts that must not be repeated from what the service says.

    Returns:
        The reply, with a problem in place of its text where it was refused, cut off or empty; a fault where
        this is no completion at all.
    """
    error = field_of(completion, "error")
    if error:
        return from_error_body(error)
    choice = _first_choice(completion)
    message = field_of(choice, "message")
    content = field_of(message, "content")
    if message is None or isinstance(message, str) or not isinstance(content, str | None):
        return Fault(Kind.BROKEN, 200, spoken(completion) if isinstance(completion, str) else "")
    problem = redacted(_problem(choice, message), secrets)
    text = "" if problem else redacted(str(content), secrets)
    return Reply(text, usage, _model_name(completion, name), one_line(problem))


def _first_choice(completion: object) -> object:
    choices = field_of(completion, "choices")
    return choices[0] if isinstance(choices, list) and choices else None


def _problem(choice: object, message: object) -> str:
    """Why a message cannot be read, as a sentence's end; empty when it can."""
    refusal = field_of(message, "refusal")
    reason = field_of(choice, "finish_reason")
    if refusal:
        return f"the model refused: {refusal}"
    if reason == "length":
        return "the reply was cut off at the model's length limit"
    if reason == "content_filter":
        return "the service's content filter stopped the reply"
    if field_of(message, "tool_calls") or field_of(message, "function_call"):
        return "the model called a tool in place of a reply"
    content = field_of(message, "content")
    return "" if isinstance(content, str) and content.strip() else "the reply was empty"


def _model_name(completion: object, name: str) -> str:
    """The model's exact version where the service tells it; some servers tell the path of a file instead."""
    told = field_of(completion, "model")
    if not isinstance(told, str) or not told.strip() or told.startswith("/") or "\\" in told:
        return name
    return one_line(told, limit=80)

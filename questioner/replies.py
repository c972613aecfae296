"""The shape of a model's reply, and how a reply is read: bounded, checked, forgiving about its wrapping."""

import json
import re
from dataclasses import dataclass
from typing import Any

from questioner.session import Pillar

MOST_QUESTIONS = 24
LONGEST = 240
"""Characters of one question; 22 words are some 130."""
MOST_FACTS = 4

SCHEMA: dict[str, object] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["questions"],
    "properties": {
        "questions": {
            "type": "array",
            "minItems": 1,
            "maxItems": MOST_QUESTIONS,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["pillar", "text", "facts"],
                "properties": {
                    "pillar": {"type": "string", "enum": [pillar.value for pillar in Pillar]},
                    "text": {"type": "string", "minLength": 8, "maxLength": LONGEST},
                    "facts": {
                        "type": "array",
                        "maxItems": MOST_FACTS,
                        "items": {"type": "string", "maxLength": 6, "pattern": "^F[0-9]{1,4}$"},
                    },
                },
            },
        }
    },
}
"""Fit for strict mode: every property required, nothing else allowed, every string and list bounded."""

_FENCE = re.compile(r"^\s*```[a-zA-Z]*\s*\n(.*?)\n?\s*```\s*$", re.DOTALL)

_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


@dataclass(frozen=True, slots=True)
class Written:
    """One question as a model wrote it."""

    pillar: Pillar | None
    """None where the model named a pillar that there is not."""
    text: str
    facts: tuple[str, ...]


class UnreadableReplyError(ValueError):
    """A reply that holds no questions; the message is fit for the model and for the person."""


def read(text: str) -> tuple[Written, ...]:
    """Return the questions of a reply, at most ``MOST_QUESTIONS``; entries that are not questions are passed over.

    Raises:
        UnreadableReplyError: when there is no JSON in it, or no question in the JSON.
    """
    written = tuple(filter(None, (_written(entry) for entry in entries(text)[:MOST_QUESTIONS])))
    if not written:
        raise UnreadableReplyError("no entry of the reply has a pillar, a text and facts of the shape asked for")
    return written


def entries(text: str) -> list[Any]:
    """Return the list ``questions`` of a reply, as it came: of what a model wrote, or of what it judged.

    Raises:
        UnreadableReplyError: when there is no JSON in it, or no such list in the JSON.
    """
    data = _json_in(text)
    found = data.get("questions") if isinstance(data, dict) else data
    if not isinstance(found, list):
        raise UnreadableReplyError('the reply has no list called "questions"')
    return found


def _json_in(text: str) -> Any:
    """Return the JSON in ``text``: without a byte order mark, a code fence, prose around it, or a second encoding.

    Raises:
        UnreadableReplyError: when there is none.
    """
    text = text.lstrip("\ufeff").strip()
    fenced = _FENCE.match(text)
    text = fenced[1] if fenced else text
    inner = text[text.find("{") : text.rfind("}") + 1]
    for candidate in (text, inner, _TRAILING_COMMA.sub(r"\1", inner)):
        try:
            data = json.loads(candidate)
        except (ValueError, RecursionError):
            continue
        return _json_in(data) if isinstance(data, str) and len(data) < len(candidate) else data
    raise UnreadableReplyError("the reply is not JSON")


def _whole(text: str) -> str:
    """Return ``text`` without halves of characters, which JSON lets through and no output can hold."""
    return text.encode("utf-8", "ignore").decode()


def _written(entry: Any) -> Written | None:
    if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
        return None
    text = " ".join(_whole(entry["text"]).split())
    pillar = str(entry.get("pillar", "")).strip().lower().replace("_", "-").replace(" ", "-")
    facts = entry.get("facts")
    if not 1 <= len(text) <= LONGEST:
        return None
    named = [_whole(fact) for fact in facts if isinstance(fact, str)] if isinstance(facts, list) else []
    known = Pillar(pillar) if pillar in set(Pillar) else None
    return Written(known, text, tuple(dict.fromkeys(named[:MOST_FACTS])))

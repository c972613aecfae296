"""Bodies that a service sent, whatever their shape: their fields, their words, and the tokens that they report."""

import json
import re
from collections.abc import Iterator, Mapping

from questioner.exchange import Usage
from questioner.models.redaction import SCANNED

_ENTRIES = 20
"""Entries of one list in a body that are looked at for words."""


def field_of(holder: object, name: str) -> object:
    """A field of a parsed body or of an object made from one; None where there is no such field."""
    return holder.get(name) if isinstance(holder, Mapping) else getattr(holder, name, None)


def parsed(text: str) -> object:
    """The body as JSON where it is some, else the text itself."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def spoken(body: object) -> str:
    """The part of an error's body that is meant for people, whatever its shape; empty when there is none."""
    if isinstance(body, str) and re.search(r"<(?:!doctype|html|body|head)\b", body[:SCANNED], re.IGNORECASE):
        title = re.search(r"<title[^>]*>(.*?)</title>", body[:SCANNED], re.IGNORECASE | re.DOTALL)
        return f"a web page{f', {title[1].strip()}' if title else ''}"
    return next((text for text in words_of(body) if text.strip()), "")


_KEYS = ("error", "message", "detail", "msg", "type", "code", "param", "loc")


def words_of(body: object) -> Iterator[str]:
    """Every text of a body that tells about the error, the one for people first.

    Other keys are left alone: a server may echo the request, and a team's notes must not decide what it was.
    """
    if isinstance(body, str | int):
        yield str(body)[:SCANNED]
    elif isinstance(body, list):
        for item in body[:_ENTRIES]:
            yield from words_of(item)
    elif isinstance(body, Mapping):
        for key in _KEYS:
            yield from words_of(body.get(key))


def usage_of(body: object) -> Usage:
    """Tokens that a completion or a body reports; zeros for all that it leaves out."""
    usage = field_of(body, "usage")
    details = field_of(usage, "prompt_tokens_details")
    return Usage(
        input_tokens=_count(usage, "prompt_tokens"),
        cached_tokens=_count(details, "cached_tokens"),
        output_tokens=_count(usage, "completion_tokens"),
    )


def _count(holder: object, name: str) -> int:
    value = field_of(holder, name)
    return value if isinstance(value, int) and value > 0 else 0

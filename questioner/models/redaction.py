"""What is shown of texts from outside: on one line, cut, without keys and logins."""

import re
from collections.abc import Iterable

SCANNED = 20_000
"""Characters of a text that are looked at; a longer error body is a page or an echo of the request."""
_SHOWN = 300
"""Characters of a service's own words that are repeated at most."""


def redacted(text: str, secrets: Iterable[str]) -> str:
    """Take every secret out of a text. One of fewer than four characters is no secret, but part of words."""
    for secret in sorted(secrets, key=len, reverse=True):
        if len(secret) > 3:
            text = text.replace(secret, "[key]")
    return text


def without_login(url: str) -> str:
    """The URL as it may be shown: without a user name, password, query or fragment."""
    return re.sub(r"^([^/]*//)[^/@]*@", r"\1", url).split("?")[0].split("#")[0].rstrip("/")


def one_line(text: str, *, limit: int = _SHOWN) -> str:
    """Text from outside, fit for a terminal: one line, no control characters, at most ``limit`` long."""
    clean = " ".join("".join(c if c.isprintable() else " " for c in text[:SCANNED]).split())
    return clean if len(clean) <= limit else f"{clean[: limit - 1]}…"

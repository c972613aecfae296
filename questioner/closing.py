"""The words of the close: headings that the team fills in and a filled-in sheet is read by, and the interview's prompts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from questioner.errors import Problem, TemplateError
from questioner.resources import Templates, faults

CLOSE, WRAP_UP = "close.toml", "wrap-up.toml"
CLOSE_FIELDS = dict.fromkeys(("heard", "decided", "will"), str)
FEEDBACK = ("useful", "drop", "missing")
"""What is said of a session afterwards: fields of ``team.Feedback`` and keys of their headings."""
TABLES: dict[str, dict[str, Any]] = {
    "headings": dict.fromkeys(("insights", "own", "earlier", *FEEDBACK), str),
    "sheet": dict.fromkeys(("tick",), str),
    "interview": dict.fromkeys(
        ("begin", "status", "note", "sheet", "asked", "landed", "drop", "own", "heard", "corrected", "line_corrected",
         "added", "insight", "decision", "what", "who", "due", "line"), str,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Closing:
    """The words of the close, by their keys."""

    headings: Mapping[str, str]
    """``heard``, ``decided``, ``will``, ``insights``, ``own``, ``earlier``, ``useful``, ``drop``, ``missing``."""
    sheet: Mapping[str, str]
    """How to fill in the close of a Markdown sheet: ``tick``."""
    interview: Mapping[str, str]
    """Prompts of ``questioner wrap-up``."""


@lru_cache(maxsize=8)
def read(templates: Templates) -> Closing:
    """Return the words of the close.

    Raises:
        TemplateError: when ``close.toml`` or ``wrap-up.toml`` cannot be read or lacks a word.
    """
    close = templates.fields(CLOSE, CLOSE_FIELDS)
    tables = templates.fields(WRAP_UP, dict.fromkeys(TABLES, dict))
    wrong = [f"{name}.{text}" for name, fields in TABLES.items() for text in faults(tables[name], fields)]
    if wrong:
        raise TemplateError([Problem(text, str(templates.path(WRAP_UP))) for text in wrong])
    own = {name: close[name] for name in CLOSE_FIELDS}
    return Closing({**own, **tables["headings"]}, tables["sheet"], tables["interview"])

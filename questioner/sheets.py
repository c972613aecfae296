"""A session sheet as text, Markdown or JSON, in the coach's cut or the room's.

The room's cut is made by leaving data out before anything is rendered, so no template can show more of it.
"""

import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from questioner import closing
from questioner.phrasing import visible
from questioner.plan import SessionTable
from questioner.prompts import pillar_words
from questioner.rendering import Safe, render, wrap
from questioner.resources import Templates
from questioner.review.score import band
from questioner.session import SessionSheet

SCHEMA_VERSION = 1
"""Of the JSON; fields are added without a change, never renamed or removed."""


class Cut(StrEnum):
    """For whose eyes a sheet is."""

    COACH = "coach"
    ROOM = "room"


class Why(StrEnum):
    """How much of the reason stands beside a question."""

    NONE = "none"
    SHORT = "short"
    FULL = "full"


class Format(StrEnum):
    """How a sheet is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Look:
    """How a sheet is to be shown."""

    cut: Cut = Cut.COACH
    why: Why = Why.SHORT
    show_rejected: bool = False
    markup: bool = False
    """Whether a text sheet carries rich's tags for a terminal."""


def as_data(sheet: SessionSheet) -> dict[str, Any]:
    """Return the whole sheet as plain data, in the order of the JSON contract."""
    data = {"schema_version": SCHEMA_VERSION, **asdict(sheet)}
    data["as_of"] = sheet.as_of.isoformat()
    inner = ("slots", "intent", "cue", "pillars")
    data["facts"] = [{k: v for k, v in fact.items() if k not in inner} for fact in data["facts"]]
    return data


def for_room(data: dict[str, Any]) -> dict[str, Any]:
    """Return only what the room may see: opening, questions without their reasons, space, close."""
    return {
        "schema_version": data["schema_version"],
        **{key: data[key] for key in ("team", "as_of", "session", "minutes")},
        "opening": {"line": data["opening"]["line"], "question": _bare(data["opening"]["question"])},
        "sections": [
            {"pillar": s["pillar"], "title": s["title"], "questions": [_bare(q) for q in s["questions"]]}
            for s in data["sections"]
        ],
        "close": data["close"],
    }


def _bare(question: dict[str, Any]) -> dict[str, Any]:
    return {key: question[key] for key in ("id", "text", "pillar")}


def write(sheet: SessionSheet, form: Format, look: Look, table: SessionTable, templates: Templates) -> str:
    """Return ``sheet`` in one format, with everything that came from data escaped for it.

    Raises:
        TemplateError: when the format's template cannot be rendered.
    """
    data = as_data(sheet)
    shown = data if look.cut is Cut.COACH else for_room(data)
    if form is Format.JSON:
        return json.dumps(shown, ensure_ascii=False, indent=2) + "\n"
    escape = _escape_markdown if form is Format.MARKDOWN else _escape_markup if look.markup else visible
    values = {
        "sheet": shown,
        "coach": look.cut is Cut.COACH,
        "session_title": table.title,
        "titles": {words["key"]: words["title"] for words in pillar_words(templates)},
        "number": lambda question: question["id"][1:],
        "show_rejected": look.show_rejected,
        "words": closing.read(templates),
        "tag": lambda tag: Safe(f"[{tag}]" if look.markup else ""),
        **(_coach_values(sheet, look, form, escape) if look.cut is Cut.COACH else {}),
    }
    return render(templates, f"sheets/{form}.j2", values, escape)


def _coach_values(sheet: SessionSheet, look: Look, form: Format, escape: Callable[[str], str]) -> dict[str, Any]:
    facts = {fact.id: fact.text for fact in sheet.facts}
    losses = "".join(f" {loss}." for loss in sheet.score.losses)

    def margin(question: dict[str, Any]) -> Safe:
        why = [facts[fact] for fact in question["facts"]] if look.why is Why.FULL else []
        lines = [("Why", " ".join((*why, question["reason"])))] if look.why is not Why.NONE else []
        lines.append(("Listen for", question["cue"]))
        return Safe("".join(_margin_line(form, look, f"{head}: {escape(text)}") for head, text in lines))

    return {"margin": margin, "band": band(sheet.score.total), "losses": losses}


def _margin_line(form: Format, look: Look, line: str) -> str:
    if form is Format.MARKDOWN:
        return f"  - {line}\n"
    text = wrap(line, "       ", "       ")
    return f"[dim]{text}[/dim]\n" if look.markup else f"{text}\n"


def _escape_markup(text: str) -> str:
    """Escape what rich would take for a tag, and backslashes at the end, which would escape a tag of ours."""
    escaped = re.sub(r"(\\*)(\[[a-z/@#][^\[]*?\])", r"\1\1\\\2", visible(text))
    plain = escaped.rstrip("\\")
    return escaped if plain == escaped else f"{plain}{2 * escaped[len(plain) :]}[none][/none]"


def _escape_markdown(text: str) -> str:
    """Escape what Markdown would take for a tag, a link, a picture or emphasis; line breaks become blanks."""
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", " ".join(visible(text).split()))

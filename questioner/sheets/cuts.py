"""What of a sheet is shown to whom, and at which help level, as plain data.

Both are made by leaving data out before anything is rendered, so no template can show more than its readers may see.
"""

from collections.abc import Mapping
from typing import Any

from questioner.session import Fact, Pillar, SessionSheet
from questioner.sheets.looks import HelpLevel

SCHEMA_VERSION = 1
"""Of the JSON; fields are added without a change, never renamed or removed."""
ALL_FACTS = "What stands out"
"""Heading of the facts where no pillar sorts them."""


def as_data(sheet: SessionSheet) -> dict[str, Any]:
    """Return the whole sheet as plain data, in the order of the JSON contract."""
    data = {"schema_version": SCHEMA_VERSION, **_plain(sheet)}
    data["as_of"] = sheet.as_of.isoformat()
    inner = ("slots", "intent", "cue", "pillars")
    data["facts"] = [{k: v for k, v in fact.items() if k not in inner} for fact in data["facts"]]
    return data


def _plain(value: Any) -> Any:
    """Return what ``dataclasses.asdict`` does, which before Python 3.12 takes as long as all the rest of a sheet."""
    kind = type(value)
    if kind is str or kind is float:  # most of what a sheet holds
        return value
    if kind is tuple or kind is list:
        return kind([_plain(entry) for entry in value])
    fields = getattr(kind, "__dataclass_fields__", None)
    return value if fields is None else {name: _plain(getattr(value, name)) for name in fields}


def for_room(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return only what the room may see: opening, questions without their reasons, space, close.

    Of a sheet without questions that is the facts to write them from, less what is for the coach alone.
    """
    return {
        "schema_version": data["schema_version"],
        **{key: data[key] for key in ("team", "as_of", "session", "minutes")},
        "opening": {"line": data["opening"]["line"], "question": _bare(data["opening"]["question"])},
        "sections": [
            {
                **{key: section[key] for key in ("pillar", "title", "facts") if key in section},
                "questions": [_bare(q) for q in section["questions"]],
            }
            for section in data["sections"]
        ],
        "close": data["close"],
    }


def _bare(question: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return {key: question[key] for key in ("id", "text", "pillar")} if question else None


def without_questions(sheet: SessionSheet, level: HelpLevel, titles: Mapping[str, str]) -> dict[str, Any]:
    """Return the sheet as data with facts in place of questions, under the pillars' ``titles`` or under one heading.

    What is sensitive, or not for this kind of session, goes to the coach's notes.
    """
    open_to_all = [fact for fact in sheet.facts if fact.askable and not fact.sensitive]
    alone = [fact.text for fact in sheet.facts if not fact.askable or fact.sensitive]
    data = as_data(sheet)
    return {
        **data,
        "opening": {"line": sheet.opening.line, "question": None},
        "sections": _by_pillar(open_to_all, titles) if level is HelpLevel.HEADINGS else _in_one(open_to_all),
        "notes": alone,
        "reserve": [],
        "left_out": [],
        "rejected": [],
        "score": None,  # it rates the questions
    }


def _by_pillar(facts: list[Fact], titles: Mapping[str, str]) -> list[dict[str, Any]]:
    return [
        {
            "pillar": pillar.value,
            "title": titles[pillar],
            "questions": [],
            "facts": [fact.text for fact in facts if fact.pillars[:1] == (pillar,)],
        }
        for pillar in Pillar
    ]


def _in_one(facts: list[Fact]) -> list[dict[str, Any]]:
    return [{"pillar": "", "title": ALL_FACTS, "questions": [], "facts": [fact.text for fact in facts]}]

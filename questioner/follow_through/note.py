"""The note between two sessions: an insight, a promise and a step of one's own, as three questions to send."""

from collections.abc import Iterator, Mapping
from typing import Any
from zlib import crc32

from questioner.errors import InputError, Problem, TemplateError
from questioner.phrasing import day, named, quotable, quoted, sayable
from questioner.rendering import wrap
from questioner.resources import Templates, faults
from questioner.signals.follow_through import bare
from questioner.signals.notes import FEAR
from questioner.slots import fill
from questioner.standing import Picture
from questioner.team import CommitmentStatus

FILE = "follow-up.toml"
PLACES = {
    "insight": ("insight", "decision", "plain"),
    "promise": ("open", "kept", "plain"),
    "step": ("objective", "plain"),
}
"""The three questions, and of which list each is taken: the first that can be filled."""
NOTE_FIELDS = dict.fromkeys(("subject", "hello", "lead", "bye"), str)


def read(templates: Templates) -> dict[str, Any]:
    """Return the words of the note.

    Raises:
        TemplateError: when ``follow-up.toml`` cannot be read or a list of it is missing or empty.
    """
    tables = templates.fields(FILE, dict.fromkeys(("note", *PLACES), dict))
    wrong = [f"note.{text}" for text in faults(tables["note"], NOTE_FIELDS)]
    for place, names in PLACES.items():
        wrong += [f"{place}.{text}" for text in faults(tables[place], dict.fromkeys(names, list))]
        lists = [name for name in names if isinstance(tables[place].get(name), list)]
        wrong += [f"{place}.{name}: holds no text" for name in lists if not _texts(tables[place][name])]
    if wrong:
        raise TemplateError([Problem(text, str(templates.path(FILE))) for text in wrong])
    return tables


def _texts(entries: list[Any]) -> bool:
    return bool(entries) and all(isinstance(text, str) and text.strip() for text in entries)


def write(picture: Picture, templates: Templates) -> str:
    """Return the note to a team after its last session, ready to be sent.

    Raises:
        InputError: when there is no session yet.
        TemplateError: when the words of the note cannot be read.
    """
    if picture.last_session is None:
        raise InputError(
            "no session is on file yet, so there is nothing to come back to; `questioner wrap-up` adds one"
        )
    words = read(templates)
    note = words["note"]
    numbered = [wrap(text, f"{n}. ", "   ") for n, text in enumerate(questions(picture, words), 1)]
    parts = [f"Subject: {note['subject']}", note["hello"], wrap(note["lead"]), *numbered, wrap(note["bye"])]
    return "\n\n".join(parts) + "\n"


def questions(picture: Picture, words: Mapping[str, Any]) -> Iterator[str]:
    """Yield the three questions, each from the first list that can be filled, by a lot of the team and the day."""
    slots = _slots(picture)
    lot = crc32(f"{picture.team.team} {picture.as_of}".encode())
    for place, names in PLACES.items():
        lists = ([text for text in (fill(entry, slots) for entry in words[place][name]) if text] for name in names)
        usable = next(filter(None, lists), [])
        yield from usable[lot % len(usable) :][:1] if usable else ()


def _slots(picture: Picture) -> dict[str, str]:
    """Return what may be quoted: words that name nobody, tell of no fear and are short enough to be said."""
    last, promised = picture.last_session, [promise.commitment for promise in picture.promises]
    if last is None:
        return {}
    said = {
        "insight": last.insights,
        "decision": last.decisions,
        "open": [bare(c.text) for c in promised if c.unfinished],
        "kept": [bare(c.text) for c in promised if c.status is CommitmentStatus.DONE],
    }
    usable = {name: [text for text in texts if _may_be_quoted(picture, text)] for name, texts in said.items()}
    slots = {"day": day(last.date), **{name: quoted(texts[0]) for name, texts in usable.items() if texts}}
    goal = next((named(objective.label, objective.title) for objective in picture.team.objectives), "")
    return slots | ({"objective": goal} if quotable(goal) and not picture.names.mentioned(goal) else {})


def _may_be_quoted(picture: Picture, text: str) -> bool:
    return sayable(text) and not picture.names.mentioned(text) and not FEAR.search(text)

"""What a person asks for before a team is known, and how it is settled once there is one.

The command for one team and the one for many share this step: the team on its day, the kind of session, the
minutes, the topics to look at, and the preparation that follows from them.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from questioner import files, plan, prepare, standing
from questioner.errors import UsageError
from questioner.plan import Brief
from questioner.prepare import Preparation
from questioner.prompts import USUAL, Terms
from questioner.resources import Templates
from questioner.session import Pillar, SessionKind
from questioner.standing import Picture
from questioner.team import Team


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the options say about a session; None where the team's data decides."""

    session: SessionKind | None = None
    minutes: int | None = None
    people: int | None = None
    focus: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Names to hide besides those that a team's file declares."""
    terms: Terms = USUAL


def settle(team: Team, as_of: date, wishes: Wishes, templates: Templates) -> Preparation:
    """Return what is settled for ``team`` on the day ``as_of`` before anybody is asked.

    Raises:
        TemplateError: for a template, pillar or pattern that cannot be used.
        UsageError: for minutes out of range, or a focus that the team does not have.
    """
    picture = standing.read(team, as_of, wishes.names)
    kind, notes = _kind(picture, wishes.session)
    minutes = wishes.minutes if wishes.minutes is not None else plan.session_table(templates, kind).minutes
    brief = Brief(kind, minutes, wishes.people or team.people, _focus(picture, wishes.focus))
    return prepare.prepare(picture, brief, templates, wishes.terms, notes)


def declared_names(path: Path | None) -> tuple[str, ...]:
    """Return the names listed in the file at ``path``, one a line; none without a file.

    Raises:
        InputError: when it cannot be read as UTF-8 text.
    """
    if path is None:
        return ()
    return tuple(line.strip() for line in files.read_text(path).splitlines() if line.strip())


def _kind(picture: Picture, chosen: SessionKind | None) -> tuple[SessionKind, tuple[str, ...]]:
    if chosen:
        return chosen, plan.remark(picture, chosen)
    kind, note = plan.session_kind(picture)
    return kind, (note,) if note else ()


def _focus(picture: Picture, focus: tuple[str, ...]) -> tuple[str, ...]:
    names = picture.team.references()
    known = {name: ".".join(key) for name, key in names.items()} | {p.value: p.value for p in Pillar}
    several = {kr: [f"{o}.{k}" for o, k in names.values() if k == kr] for kr in focus}
    for topic, meant in several.items():
        if topic not in known and meant:
            raise UsageError(
                f"--focus {topic}: could be {' or '.join(dict.fromkeys(meant))}; write the one that is meant"
            )
    unknown = [topic for topic in focus if topic not in known]
    if unknown:
        raise UsageError(f"--focus {unknown[0]}: is neither a key result of this file nor a pillar; known are "
                         f"{', '.join(sorted(set(known.values())))}")  # fmt: skip
    return tuple(known[topic] for topic in focus)

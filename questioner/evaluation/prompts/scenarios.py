"""Scenarios: fictional teams, each with what an expert would want asked about.

A scenario is a team file with one more field, ``scenario``::

    scenario:
      about: A ward whose waiting time fell fast and then stood still.
      session: check-in         # optional, as are minutes and people
      expect:
        - {signal: no-movement, about: O1.KR1, why: Three readings at 41 minutes.}
      avoid:
        - {about: O1.KR3, why: It is done and nobody doubts it.}
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from questioner.checked import Place, path_of
from questioner.errors import InputError, Problem
from questioner.evaluation.prompts.rows import Topic
from questioner.inputs import bytes_of, team_of
from questioner.inputs.marked_yaml import MarkedData
from questioner.inputs.team_file import parse, seen, text_of
from questioner.phrasing import slugged
from questioner.resources import data_folder
from questioner.session import SessionKind
from questioner.signals import SIGNALS
from questioner.standing import read as read_picture
from questioner.team import Team
from questioner.wishes import Wishes

FOLDER = "scenarios"
KEY = "scenario"
ENDINGS = frozenset({".yaml", ".yml", ".json"})
_WORDED = {
    "missing": "is missing; it is required",
    "extra_forbidden": "is not a field here; known are {known}",
    "model_type": "saw {seen}; write here what the scenario is about and what to expect",
}

Words = Annotated[str, Field(min_length=1, max_length=500)]


class _Topic(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    signal: Words | None = None
    about: Words | None = None
    why: Words | None = None

    @property
    def topic(self) -> Topic:
        return Topic(self.signal or "", self.about or "", self.why or "")


class _Told(BaseModel):
    """What stands under ``scenario``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    about: Words
    session: SessionKind | None = None
    minutes: Annotated[int, Field(ge=15, le=240)] | None = None
    people: Annotated[int, Field(ge=1, le=200)] | None = None
    expect: tuple[_Topic, ...] | None = None
    avoid: tuple[_Topic, ...] | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    """A fictional team on one day, and what a good set of questions would ask it about."""

    id: str
    """The name of its file without the ending."""
    about: str
    """What is special, in a line."""
    session: SessionKind | None
    """None where the data decides, as for the next two."""
    minutes: int | None
    people: int | None
    expect: tuple[Topic, ...]
    avoid: tuple[Topic, ...]
    team: Team
    raw: bytes
    """The team alone, as a team file in JSON."""
    source: bytes
    """Its file as it is."""

    @property
    def sha256(self) -> str:
        """Hash of its file."""
        return hashlib.sha256(self.source).hexdigest()

    def wished(self, wishes: Wishes) -> Wishes:
        """Return ``wishes`` with what the scenario says of its session."""
        return replace(wishes, session=self.session, minutes=self.minutes, people=self.people)


def bundled() -> Path:
    """Return the folder of the project's own scenarios."""
    return data_folder("evals") / FOLDER


def in_folder(folder: Path) -> tuple[Scenario, ...]:
    """Return the scenarios in ``folder``, by id.

    Raises:
        InputError: with every problem of every file, or when there is none.
    """
    if not folder.is_dir():
        raise InputError([Problem("is not a folder of scenarios", str(folder))])
    found: list[Scenario] = []
    problems: list[Problem] = []
    for path in sorted(p for p in folder.iterdir() if p.suffix.lower() in ENDINGS and not p.name.startswith(".")):
        try:
            found.append(read(path))
        except InputError as error:
            problems += error.problems
    ids = [scenario.id for scenario in found]
    problems += [
        Problem(f"two files are called {n}", str(folder)) for n in sorted({n for n in ids if ids.count(n) > 1})
    ]
    if not found and not problems:
        problems.append(Problem(f"holds no scenario: no file that ends in {', '.join(sorted(ENDINGS))}", str(folder)))
    if problems:
        raise InputError(problems)
    return tuple(sorted(found, key=lambda scenario: scenario.id))


def read(path: Path) -> Scenario:
    """Return the scenario in the file at ``path``.

    Raises:
        InputError: with every problem found, each with its line and field.
    """
    source = bytes_of(str(path))
    marked = parse(text_of(source, str(path)), str(path))
    told = marked.data.pop(KEY, None) if isinstance(marked.data, dict) else None
    team = team_of(marked, str(path))
    problems = list(_problems(path, marked, told, team))
    if problems:
        raise InputError(problems)
    own = _Told.model_validate(told)
    return Scenario(
        id=path.stem,
        about=own.about,
        session=own.session,
        minutes=own.minutes,
        people=own.people,
        expect=tuple(topic.topic for topic in own.expect or ()),
        avoid=tuple(topic.topic for topic in own.avoid or ()),
        team=team,
        raw=json.dumps(marked.data, ensure_ascii=False, default=str).encode(),
        source=source,
    )


def _problems(path: Path, marked: MarkedData, told: Any, team: Team) -> Iterator[Problem]:
    if path.stem != slugged(path.stem):
        yield Problem(
            f"is named after its scenario in small letters, digits and hyphens: {slugged(path.stem)}", str(path)
        )
    if team.as_of is None:
        yield Problem("is missing; a scenario names its day, so that it is the same tomorrow", str(path), None, "as_of")
    try:
        own = _Told.model_validate(told)
    except ValidationError as error:
        yield from (_problem(path, marked, detail) for detail in error.errors(include_url=False))
        return
    known = _references(team)
    for name, topics in (("expect", own.expect), ("avoid", own.avoid)):
        for number, topic in enumerate(topics or ()):
            place = (KEY, name, number)
            for message in _faults(topic.topic, known):
                yield Problem(message, str(path), marked.line(place), path_of(place))


def _problem(path: Path, marked: MarkedData, detail: Any) -> Problem:
    place: Place = (KEY, *detail["loc"])
    fields = _Topic.model_fields if {"expect", "avoid"} & set(place) else _Told.model_fields
    message = _WORDED.get(detail["type"], f"saw {{seen}}; {detail['msg'][:1].lower()}{detail['msg'][1:]}")
    worded = message.replace("{known}", ", ".join(fields)).replace("{seen}", seen(detail["input"]))
    return Problem(worded, str(path), marked.line(place), path_of(place))


def _faults(topic: Topic, references: Sequence[str]) -> Iterator[str]:
    if not topic.signal and not topic.about:
        yield "names neither a signal nor what it is about; give one of them, or both"
    if topic.signal and topic.signal not in {signal.slug for signal in SIGNALS}:
        yield f"there is no signal called {topic.signal}; docs/signals.md lists them"
    if topic.about and topic.about not in references:
        yield f"nothing of this team is called {topic.about}; known are {', '.join(references)}"


def _references(team: Team) -> tuple[str, ...]:
    """Return what a topic can be about: the team, its objectives, key results and commitments."""
    results = (".".join(key) for key in team.references().values())
    promises = (promise.ref for promise in read_picture(team, team.as_of or team.cycle.end).promises)
    return tuple(dict.fromkeys(("team", *(str(o.id) for o in team.objectives), *results, *promises)))

"""The built-in question bank: patterns from ``templates/bank`` filled from a team's facts.

A pattern is used only where every slot of it resolves, so a placeholder never reaches a page.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from questioner.errors import Problem, TemplateError
from questioner.phrasing import sentence
from questioner.resources import Templates
from questioner.session import Fact, Pillar, SessionKind, Source
from questioner.slots import fill, names

ANY = "any"
"""Signal of the patterns that need no fact."""
FOLDER = "bank"
NAMING = frozenset({"blocker", "activity", "quote", "dependency", "decision", "insight", "commitment"})
"""Slots that hold the team's own words for the thing a fact is about."""


class Role(StrEnum):
    """What a pattern that needs no fact is for."""

    OPENING = "opening"
    STRENGTH = "strength"
    IDENTITY = "identity"
    CLOSE = "close"


class Pattern(BaseModel):
    """One question with slots, the signal it answers to, and the words around it on the sheet."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(pattern=r"^[\w-]{1,40}$")]
    signal: str
    sessions: Annotated[frozenset[SessionKind], Field(min_length=1)]
    text: Annotated[str, Field(min_length=8, max_length=240)]
    reason: Annotated[str, Field(min_length=4, max_length=160)]
    cue: Annotated[str, Field(min_length=3, max_length=80)]
    role: Role | None = None
    pillar: Pillar


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question on its way to the sheet, before it is reviewed."""

    text: str
    pillar: Pillar
    facts: tuple[str, ...]
    reason: str
    cue: str
    source: Source
    pattern: str = ""
    """Id of the pattern it was made from; empty for a model's own."""
    role: Role | None = None
    told: bool = True
    """False for a pattern that keeps silent about what its fact names: it is for names that may not be said."""


def patterns(templates: Templates) -> tuple[Pattern, ...]:
    """Return every pattern of the bank, in file order; the name of its file is its pillar.

    Raises:
        TemplateError: for a wrong field, a file that is no pillar, or an id used twice; all at once.
    """
    found: list[Pattern] = []
    problems: list[Problem] = []
    for name in templates.folder(FOLDER):
        for entry in templates.table(name).get("pattern", []):
            try:
                found.append(Pattern.model_validate({**entry, "pillar": PurePosixPath(name).stem}))
            except ValidationError as error:
                place = str(entry.get("id", "?"))
                problems += [Problem(f"{e['loc'][0]}: {e['msg']}", name, None, place) for e in error.errors()]
    ids = [pattern.id for pattern in found]
    problems += [
        Problem("stands in the bank twice", "bank", None, i) for i in sorted({i for i in ids if ids.count(i) > 1})
    ]
    if problems:
        raise TemplateError(problems)
    return tuple(found)


def candidates(
    bank: Iterable[Pattern], facts: Iterable[Fact], session: SessionKind, common: Mapping[str, str]
) -> Iterator[Candidate]:
    """Yield every question that the bank has for these facts and this session, facts in order of rank.

    ``common`` fills the slots of patterns that need no fact; they come last.
    """
    of_signal: dict[str, list[Pattern]] = {}
    for pattern in bank:
        if session in pattern.sessions:
            of_signal.setdefault(pattern.signal, []).append(pattern)
    for fact in facts:
        for pattern in of_signal.get(fact.signal, []) if fact.askable else []:
            yield from _filled(pattern, {**common, **fact.slots}, (fact.id,))
    for pattern in of_signal.get(ANY, []):
        yield from _filled(pattern, common, ())


def _filled(pattern: Pattern, slots: Mapping[str, str], rests_on: tuple[str, ...]) -> Iterator[Candidate]:
    text = fill(pattern.text, slots)
    if text:
        yield Candidate(
            text=sentence(text),
            pillar=pattern.pillar,
            facts=rests_on,
            reason=pattern.reason,
            cue=pattern.cue,
            source=Source.BANK,
            pattern=pattern.id,
            role=pattern.role,
            told=bool(NAMING & set(names(pattern.text))) or not NAMING & set(slots),
        )


def unknown_slots(pattern: Pattern, known: Iterable[str]) -> tuple[str, ...]:
    """Return the slots of ``pattern`` that nothing ever fills."""
    return tuple(sorted(set(names(pattern.text)) - set(known)))

"""The built-in question bank: patterns from ``templates/bank`` filled from a team's facts.

A pattern is used only where every slot of it resolves, so a placeholder never reaches a page.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from questioner.candidates import Candidate, Role
from questioner.errors import Problem, TemplateError
from questioner.phrasing import sentence
from questioner.resources import Templates, faults
from questioner.session import Fact, Pillar, SessionKind, Source
from questioner.slots import fill, names

ANY = "any"
"""Signal of the patterns that need no fact."""
FOLDER = "bank"
NAMING = frozenset({"blocker", "activity", "quote", "dependency", "decision", "insight", "commitment"})
"""Slots that hold the team's own words for the thing a fact is about."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One question with slots, the signal it answers to, and the words around it on the sheet."""

    id: str
    signal: str
    sessions: frozenset[SessionKind]
    text: str
    reason: str
    cue: str
    pillar: Pillar
    role: Role | None = None


REQUIRED: dict[str, type] = {"id": str, "signal": str, "sessions": list, "text": str, "reason": str, "cue": str}
OPTIONAL: dict[str, type] = {"role": str}
LONGEST = {"id": 40, "text": 240, "reason": 160, "cue": 80}
"""Characters of the longest entry of a field."""


@lru_cache(maxsize=8)
def patterns(templates: Templates) -> tuple[Pattern, ...]:
    """Return every pattern of the bank, in file order; the name of its file is its pillar.

    Read once for the same ``templates``: it takes a tenth of what a sheet takes.

    Raises:
        TemplateError: for a wrong field, a file that is no pillar, or an id used twice; all at once.
    """
    found: list[Pattern] = []
    problems: list[Problem] = []
    for name in templates.folder(FOLDER):
        table = templates.table(name)
        for entry in templates.fields(name, {"pattern": list})["pattern"] if "pattern" in table else []:
            wrong = _faults(entry, PurePosixPath(name).stem)
            place = str(entry.get("id", "?")) if isinstance(entry, dict) else "?"
            problems += [Problem(text, str(templates.path(name)), None, place) for text in wrong]
            found += [] if wrong else [_pattern(entry, Pillar(PurePosixPath(name).stem))]
    twice = [name for name, number in Counter(pattern.id for pattern in found).items() if number > 1]
    problems += [Problem("stands in the bank twice", FOLDER, None, name) for name in sorted(twice)]
    if problems:
        raise TemplateError(problems)
    return tuple(found)


def _faults(entry: Any, pillar: str) -> list[str]:
    if pillar not in set(Pillar):
        return [f"pillar: its file is called {pillar}; known are {', '.join(Pillar)}"]
    found = faults(entry, REQUIRED, OPTIONAL)
    if found:
        return found
    unknown = [kind for kind in entry["sessions"] if kind not in list(SessionKind)]
    long = [name for name, most in LONGEST.items() if not 0 < len(entry[name]) <= most]
    return [
        *([f"sessions: names {unknown[0]!r}; known are {', '.join(SessionKind)}"] if unknown else []),
        *(["sessions: is empty"] if not entry["sessions"] else []),
        *(f"{name}: has {len(entry[name])} characters; 1 to {LONGEST[name]} fit" for name in long),
        *(["role: is none of " + ", ".join(Role)] if entry.get("role", Role.CLOSE) not in set(Role) else []),
    ]


def _pattern(entry: dict[str, Any], pillar: Pillar) -> Pattern:
    sessions = frozenset(SessionKind(kind) for kind in entry["sessions"])
    role = Role(entry["role"]) if "role" in entry else None
    return Pattern(**{**entry, "sessions": sessions, "role": role, "pillar": pillar})


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
        fitting = of_signal.get(fact.signal, []) if fact.askable else []
        slots = {**common, **fact.slots} if fitting else common
        for pattern in fitting:
            yield from _filled(pattern, slots, (fact.id,))
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
            told=NAMING.isdisjoint(slots) or not NAMING.isdisjoint(names(pattern.text)),
        )


def unknown_slots(pattern: Pattern, known: Iterable[str]) -> tuple[str, ...]:
    """Return the slots of ``pattern`` that nothing ever fills."""
    return tuple(sorted(set(names(pattern.text)) - set(known)))

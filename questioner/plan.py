"""How a session is filled: its kind, how many questions fit, and how many places each pillar has."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from questioner.errors import Problem, TemplateError, UsageError
from questioner.resources import Templates, faults
from questioner.session import Fact, Pillar, SessionKind
from questioner.signals import CARRIED, KEPT, foundations_weak
from questioner.standing import LATE_FROM, Picture, phase
from questioner.team.fields import Phase

SESSIONS = "sessions.toml"
MOST = 11
"""Questions on the longest sheet; more than eleven are a survey (coaching note, 4.2)."""
LARGE_GROUP = 8
"""People above which one question fewer fits: more voices to a question (coaching note, 4.2)."""
SHORTEST, LONGEST = 15, 240
"""Minutes of the shortest and the longest session."""
RESERVE = 2
"""Questions kept for the turn that nobody planned."""
TOP = 3
"""Things that stand out most and must be asked about."""

WEAK = "More than half of the key results name deliveries or lack a figure for start or success"


@dataclass(frozen=True, slots=True)
class SessionTable:
    """One kind of session as ``sessions.toml`` describes it. Minutes throughout."""

    title: str
    minutes: int
    fixed: float
    per: float
    order: tuple[Pillar, ...]
    places: Mapping[Pillar, tuple[int, int]]
    line: str


NUMBER = (int, float)
FIELDS: dict[str, Any] = {
    "title": str, "minutes": int, "fixed": NUMBER, "per": NUMBER, "order": list, "places": dict, "line": str,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Brief:
    """What the coach asks for."""

    session: SessionKind
    minutes: int
    people: int | None = None
    focus: tuple[str, ...] = ()
    """Pillars, and references such as ``O1.KR2``, that get one more place each."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How many questions fit, and where."""

    budget: int
    least: Mapping[Pillar, int]
    most: Mapping[Pillar, int]
    order: tuple[Pillar, ...]
    top: tuple[Fact, ...]
    """The highest fact of each of the three things that stand out most and may be asked about."""
    focus: tuple[str, ...] = ()
    """Pillars, and references such as ``O1.KR2``, that get a question more; the budget counts them."""
    sensitive: tuple[Fact, ...] = ()
    """The first fact of fear or blame and of scoring, each."""
    carried: tuple[Fact, ...] = ()
    """What the team said in earlier sessions and may be asked about, best first; one of it gets a question."""
    things: int = 1
    """How many things stand out and may be asked about."""


def session_kind(picture: Picture) -> tuple[SessionKind, str]:
    """Return the kind of session, and why in a sentence for the coach (empty for a plain check-in).

    A cycle from 90 % on is looked back at; goals that are being set up, or that were set up so that more than
    half of the key results cannot show an effect, are assessed first: coaching cannot mend those.
    """
    if phase(picture) is Phase.ASSESS:
        return (
            SessionKind.ASSESS,
            "The goals are being set up, so this is an assessment (--session chooses another kind).",
        )
    if picture.elapsed >= LATE_FROM:
        return (
            SessionKind.RETRO,
            "The cycle is at its end, so this is a retrospective (--session chooses another kind).",
        )
    if foundations_weak(picture):
        return SessionKind.ASSESS, f"{WEAK}, so this is an assessment (--session check-in for a check-in all the same)."
    return SessionKind.CHECK_IN, ""


def remark(picture: Picture, chosen: SessionKind) -> tuple[str, ...]:
    """Return what to tell a coach who chose otherwise: that an assessment may serve better first."""
    if not picture.team.objectives and chosen is not SessionKind.ASSESS:
        return ("This team has no OKRs yet; an assessment may serve better (--session assess).",)
    skips = chosen not in {SessionKind.ASSESS, SessionKind.WORKSHOP, SessionKind.RETRO}
    return (
        (f"{WEAK}; an assessment may serve better (--session assess).",) if skips and foundations_weak(picture) else ()
    )


@lru_cache(maxsize=64)
def session_table(templates: Templates, session: SessionKind) -> SessionTable:
    """Return what ``sessions.toml`` says of one kind of session.

    Raises:
        TemplateError: when the kind is missing there or a field of it is wrong.
    """
    entry = templates.table(SESSIONS).get(session.value)
    wrong = _faults(entry)
    if wrong or not isinstance(entry, dict):
        place = str(templates.path(SESSIONS))
        raise TemplateError([Problem(text, place, None, session.value) for text in wrong])
    places = {Pillar(pillar): (least, most) for pillar, (least, most) in entry["places"].items()}
    return SessionTable(**{**entry, "order": tuple(map(Pillar, entry["order"])), "places": places})


def _faults(entry: Any) -> list[str]:
    """Return what is wrong with one kind of session."""
    found = ["has no table of this name"] if entry is None else faults(entry, FIELDS)
    if found:
        return found
    places = entry["places"].values()
    pairs = all(isinstance(p, list) and len(p) == 2 and all(isinstance(n, int) for n in p) for p in places)
    pillars = sorted(Pillar)
    return [
        *([] if sorted(entry["order"]) == pillars else ["order: names all five pillars, each once"]),
        *([] if sorted(entry["places"]) == pillars and pairs else ["places: gives each pillar a least and a most"]),
        *([] if SHORTEST <= entry["minutes"] <= LONGEST else [f"minutes: lie between {SHORTEST} and {LONGEST}"]),
        *([] if entry["fixed"] >= 0 else ["fixed: is 0 or more"]),
        *([] if entry["per"] > 0 else ["per: is more than 0"]),
    ]


def budget(table: SessionTable, minutes: int, people: int | None) -> int:
    """Return how many questions fit: ``(minutes - fixed) / per`` rounded down, 2 to 11.

    One fewer fits above eight people. The opening question counts, the two in reserve do not.
    """
    fitting = math.floor((minutes - table.fixed) / table.per) - (1 if (people or 0) > LARGE_GROUP else 0)
    return min(MOST, max(2, fitting))


def check_minutes(minutes: int) -> None:
    """Let the length of a session pass.

    Raises:
        UsageError: when it is out of range.
    """
    if not SHORTEST <= minutes <= LONGEST:
        raise UsageError(f"--minutes {minutes}: a session lasts {SHORTEST} to {LONGEST} minutes")


def make(table: SessionTable, brief: Brief, facts: Iterable[Fact]) -> Plan:
    """Return the plan for ``brief``; safety leads after the opening when fear, blame or scoring is among the facts.

    Raises:
        UsageError: for minutes out of range.
    """
    check_minutes(brief.minutes)
    facts = tuple(facts)
    total = min(MOST, budget(table, brief.minutes, brief.people) + len(brief.focus))
    least = {pillar: places[0] for pillar, places in table.places.items()}
    most = {pillar: places[1] for pillar, places in table.places.items()}
    sensitive = {fact.signal: fact for fact in reversed(facts) if fact.sensitive and fact.askable}
    if sensitive:
        least[Pillar.SAFETY], most[Pillar.SAFETY] = max(1, least[Pillar.SAFETY]), max(2, most[Pillar.SAFETY])
    things = len(top_facts(facts, len(facts)))
    order = _order(table, first_safety=bool(sensitive))
    ranked = tuple(sorted(sensitive.values(), key=lambda fact: -fact.rank))
    # A kept promise is learned from while it is fresh; one that stands open is in the coach's notes in any case.
    carried = sorted((f for f in facts if f.signal in CARRIED and f.askable), key=lambda f: f.signal != KEPT)
    return Plan(total, least, most, order, top_facts(facts), brief.focus, ranked, tuple(carried), things)


def top_facts(facts: Iterable[Fact], number: int = TOP) -> tuple[Fact, ...]:
    """Return the highest askable fact of each of the ``number`` things that stand out most."""
    first: dict[str, Fact] = {}
    for fact in facts:
        if fact.askable:
            first.setdefault(fact.about, fact)
    return tuple(list(first.values())[:number])


def _order(table: SessionTable, *, first_safety: bool) -> tuple[Pillar, ...]:
    if not first_safety:
        return table.order
    return (Pillar.SAFETY, *(pillar for pillar in table.order if pillar is not Pillar.SAFETY))

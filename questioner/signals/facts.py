"""Turns what the signals find into facts: worded from the templates, ranked, numbered."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast

from questioner.errors import Problem, TemplateError
from questioner.phrasing import CLIP, count, day, named, quotable, quoted, sayable, sentence
from questioner.resources import Templates
from questioner.session import Fact, Figure, SessionKind
from questioner.signals import confidence, follow_through, movement, notes, quality
from questioner.signals.signal import Evidence, Scope, Signal
from questioner.slots import fill
from questioner.standing import Picture, Standing
from questioner.team import Objective

SIGNALS: tuple[Signal, ...] = (
    *movement.SIGNALS,
    *confidence.SIGNALS,
    *quality.SIGNALS,
    *notes.SIGNALS,
    *follow_through.SIGNALS,
)

REPEATED = 0.7
"""What each further fact of the same signal weighs, against the one before it: the same remark about five key
results deserves less of the session than five different ones (no march through the list)."""


@dataclass(frozen=True, slots=True)
class _Found:
    signal: Signal
    about: str
    evidence: Evidence
    rank: float


@dataclass(frozen=True, slots=True)
class _Common:
    """What every fact about one thing can say."""

    slots: dict[str, str]
    figures: dict[str, Figure]


def facts(picture: Picture, session: SessionKind, templates: Templates) -> tuple[Fact, ...]:
    """Return what stands out, highest rank first.

    ``rank = weight x (1 + min(1, |E - P|)) x (1.5 if red or amber)``, from the coaching note's section 2,
    and times 0.7 for each fact of the same signal ranked above it. Ties keep the order of signals and file.

    Raises:
        TemplateError: when a signal has no words, or they use a slot that it does not fill.
    """
    words = _wording(templates)
    ranked = _damped(sorted(_found(picture), key=lambda found: -found.rank))
    shared = _team_slots(picture)
    common = {about: _common(picture, about, shared) for about in {found.about for found in ranked}}
    return tuple(_fact(f"F{n}", found, common[found.about], session, words) for n, found in enumerate(ranked, 1))


def _found(picture: Picture) -> Iterator[_Found]:
    for signal in SIGNALS:
        for about, evidence in _evidence(signal, picture):
            yield _Found(signal, about, evidence, signal.weight * _urgency(picture, about))


def _evidence(signal: Signal, picture: Picture) -> Iterator[tuple[str, Evidence]]:
    if signal.scope is Scope.TEAM:
        many = cast("Iterable[Evidence]", signal.find(picture))
        yield from ((evidence.about or "team", evidence) for evidence in many)
        return
    things = picture.standings if signal.scope is Scope.KEY_RESULT else picture.team.objectives
    for thing in things:
        evidence = cast("Evidence | None", signal.find(picture, thing))
        if evidence is not None:
            yield thing.ref if isinstance(thing, Standing) else str(thing.id), evidence


def _urgency(picture: Picture, about: str) -> float:
    standing = picture.by_ref.get(about)
    if standing is None:
        return 1.0
    gap = abs(picture.elapsed - standing.progress) if standing.progress is not None else 0.0
    return (1 + min(1.0, gap)) * (1.5 if standing.unsure else 1.0)


def _damped(found: list[_Found]) -> list[_Found]:
    seen: Counter[str] = Counter()
    damped = []
    for one in found:
        damped.append(replace(one, rank=round(one.rank * REPEATED ** seen[one.signal.slug], 3)))
        seen[one.signal.slug] += 1
    return sorted(damped, key=lambda one: -one.rank)


def _fact(
    name: str, found: _Found, common: _Common, session: SessionKind, words: Mapping[str, Mapping[str, str]]
) -> Fact:
    signal, evidence = found.signal, found.evidence
    slots = {**common.slots, **evidence.slots}
    entry = words[signal.slug]
    text = fill(entry["fact"], slots) or fill(entry.get("without", ""), slots)
    if not text:
        raise TemplateError([Problem(f"its sentence cannot be filled from {sorted(slots)}", signal.slug)])
    return Fact(
        id=name,
        signal=signal.slug,
        about=found.about,
        text=sentence(text),
        figures={**common.figures, **evidence.figures},
        rank=found.rank,
        askable=session in signal.sessions,
        sensitive=signal.sensitive,
        pillars=signal.pillars,
        slots=slots,
        intent=entry["intent"],
        cue=entry["cue"],
    )


@lru_cache(maxsize=8)
def _wording(templates: Templates) -> dict[str, dict[str, str]]:
    words = {slug: entry for name in templates.folder("signals") for slug, entry in templates.table(name).items()}
    for signal in SIGNALS:
        missing = {"fact", "intent", "cue"} - set(words.get(signal.slug, {}))
        if missing:
            raise TemplateError([Problem(f"lacks {', '.join(sorted(missing))}", "signals", None, signal.slug)])
    return words


def _common(picture: Picture, about: str, shared: Mapping[str, str]) -> _Common:
    standing = picture.by_ref.get(about)
    objective = standing.objective if standing else _objective(picture, about)
    slots = dict(shared)
    if objective:
        slots |= _objective_slots(picture, objective)
    if standing:
        slots |= _standing_slots(picture, standing)
    return _Common({name: value for name, value in slots.items() if value}, _common_figures(picture, standing))


def _common_figures(picture: Picture, standing: Standing | None) -> dict[str, Figure]:
    if standing is None:
        return {}
    figures: dict[str, Figure | None] = {
        "start": standing.key_result.start,
        "current": standing.current,
        "target": standing.target,
        "progress": None if standing.progress is None else round(standing.progress, 3),
        "elapsed": round(picture.elapsed, 3),
        "confidence": standing.said or None,
        "days_left": picture.days_left,
    }
    return {name: value for name, value in figures.items() if value is not None}


def _team_slots(picture: Picture) -> dict[str, str]:
    """Return the slots that are the same whatever a fact is about."""
    slots = {"team": picture.team.team, "as_of": day(picture.as_of), "next_checkin": day(picture.next_check_in)}
    if picture.days_left >= 2:
        slots["days_left"] = count(picture.days_left)
    if picture.team.vision and sayable(picture.team.vision) and not picture.names.mentioned(picture.team.vision):
        slots["vision"] = quoted(picture.team.vision)
    return slots


def _objective_slots(picture: Picture, objective: Objective) -> dict[str, str]:
    return {
        "objective": _nameless(picture, named(objective.label, objective.title), "this objective"),
        "audience": _audience(picture, objective) or "the people it is for",
    }


def _audience(picture: Picture, objective: Objective) -> str:
    """Return whom the objective is for, where that is short enough to be said in passing."""
    audience = (objective.audience or "").strip().rstrip(".")
    return _nameless(picture, audience, "") if len(audience.split()) <= CLIP else ""


def _standing_slots(picture: Picture, standing: Standing) -> dict[str, str]:
    return {
        "kr": _nameless(picture, standing.name, "this key result"),
        "current": _nameless(picture, standing.shown(standing.current), ""),
        "target": _nameless(picture, standing.shown(standing.target), "“…”") if standing.target is not None else "",
        "start": _nameless(picture, standing.shown_bare(standing.key_result.start), ""),
        "confidence": standing.said,
    }


def _nameless(picture: Picture, phrase: str, instead: str) -> str:
    return phrase if quotable(phrase) and not picture.names.mentioned(phrase) else instead


def _objective(picture: Picture, about: str) -> Objective | None:
    """Return the objective that ``about`` means; for the team as a whole the first one."""
    own = (o for o in picture.team.objectives if str(o.id) == about)
    return next(own, picture.team.objectives[0] if picture.team.objectives else None)

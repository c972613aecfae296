"""A team's picture and its facts, through the templates, into the exact prompt for a model."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from questioner.exchange import Prompt, Request, Send
from questioner.phrasing import day
from questioner.plan import Brief, Plan, SessionTable
from questioner.rendering import render
from questioner.replies import SCHEMA
from questioner.resources import Templates
from questioner.session import Fact, Pillar, Rejected
from questioner.standing import Picture, Standing, phase
from questioner.team import Objective

PILLAR_FIELDS = {"title": str, "purpose": str, "listen": list, "prompt": str}
SPARE = 1.6
"""Candidates asked for per place on the sheet: some fall in review, and the choice is what makes a sheet."""
LONGEST_TEXT = 6_000
"""Characters of notes or background that go into a prompt; the rest is cut with a mark."""
LONGEST_REPLY = 20_000
"""Characters of a reply that are repeated to the model; one with every question at its longest has some 10,000."""
MOST_FACTS = 24
"""Facts listed in a prompt; what ranks lower gets no question."""
CHARACTERS_PER_TOKEN = 3.6
"""Estimate for English prose and JSON, on the high side; tokenisers differ and none is downloaded."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How a model is asked: what it is told, and how often."""

    send: Send = Send.TEXT
    keep_names: bool = False
    """Whether people's names go out as they are."""
    waves: int = 2
    """Askings for one sheet at most, 1 and up: the first, and others for what fell."""
    repeat: int = 1
    """The how-manieth time the same is asked; 1 and up."""


USUAL = Terms()
"""How a model is asked unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one asking is for."""

    pillars: Mapping[Pillar, int]
    top: tuple[str, ...] = ()
    """Ids of the facts that have to be asked about."""

    @property
    def number(self) -> int:
        """Questions in all."""
        return sum(self.pillars.values())


def pillar_words(templates: Templates) -> list[dict[str, Any]]:
    """Return the pillars in their own order, each with its key, title, purpose, listening cues and prompt."""
    return [{"key": pillar.value, **pillar_table(templates, pillar)} for pillar in Pillar]


@lru_cache(maxsize=64)
def pillar_table(templates: Templates, pillar: Pillar) -> dict[str, Any]:
    """Return what its file says of one pillar.

    Raises:
        TemplateError: when the file cannot be read or lacks a field.
    """
    return templates.fields(f"pillars/{pillar}.toml", PILLAR_FIELDS)


def wanted(plan: Plan) -> Wanted:
    """Return what the first asking is for: more candidates than places, over the pillars of the plan."""
    number = round(plan.budget * SPARE) + 2
    total = sum(plan.most.values())
    pillars = {pillar: max(1, round(number * most / total)) for pillar, most in plan.most.items() if most}
    return Wanted(pillars, tuple(fact.id for fact in plan.top))


def first(
    picture: Picture,
    table: SessionTable,
    brief: Brief,
    facts: Sequence[Fact],
    asking: Wanted,
    templates: Templates,
    send: Send,
) -> Prompt:
    """Return the prompt of the first asking, with real names in it.

    Raises:
        TemplateError: when a template cannot be rendered.
    """
    askable = [fact for fact in facts if fact.askable][:MOST_FACTS]
    words = render(templates, "prompt/picture.j2", picture_values(picture, facts_only=send is Send.FACTS))
    values = {
        "session": {"title": table.title, "minutes": brief.minutes, "people": brief.people},
        "as_of": day(picture.as_of),
        "days_left": picture.days_left,
        "elapsed": round(100 * picture.elapsed),
        "phase": phase(picture).value,
        "picture": words,
        "facts": [{"id": fact.id, "about": fact.about, "text": fact.text} for fact in askable],
        "wanted": asking.number,
        "places": [{"key": pillar.value, "wanted": number} for pillar, number in asking.pillars.items()],
        "top": list(asking.top),
        "focus": list(brief.focus),
        "sensitive": [fact.id for fact in askable if fact.sensitive],
        "asked": ""
        if send is Send.FACTS
        else "\n".join(asked.text for session in picture.sessions[-2:] for asked in session.asked),
        "first": Pillar.INTENT.value,
    }
    return Prompt(_system(templates), render(templates, "prompt/team.j2", values))


@lru_cache(maxsize=8)
def _system(templates: Templates) -> str:
    return render(templates, "prompt/system.j2", {"pillars": pillar_words(templates)})


def again(
    prompt: Prompt, reply: str, need: Wanted, rejected: Iterable[Rejected], templates: Templates, problem: str = ""
) -> Prompt:
    """Return the prompt of the second asking: the first one, the reply to it, and what is wanted instead.

    Raises:
        TemplateError: when the template cannot be rendered.
    """
    values = {
        "problem": problem,
        "rejected": [{"text": r.text, "why": " ".join(dict.fromkeys(f.message for f in r.findings))} for r in rejected],
        "wanted": need.number,
        "places": [{"key": pillar.value, "wanted": number} for pillar, number in need.pillars.items()],
        "top": list(need.top),
    }
    feedback = render(templates, "prompt/again.j2", values)
    return Prompt(prompt.system, prompt.user, feedback, reply[:LONGEST_REPLY] or "(no answer)")


def request(prompt: Prompt, wave: int, repeat: int = 1) -> Request:
    """Return ``prompt`` as a request, with the hash that recordings are found by."""
    return Request(prompt, SCHEMA, wave, sha256(prompt), repeat)


def sha256(prompt: Prompt) -> str:
    """Return the hash of a prompt's messages, in hexadecimal."""
    return hashlib.sha256(json.dumps(prompt.messages, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()


def estimated_tokens(prompt: Prompt) -> int:
    """Return about how many tokens ``prompt`` is, rounded up; counted in characters, nothing is downloaded."""
    return int(sum(len(text) for _, text in prompt.messages) / CHARACTERS_PER_TOKEN) + 1


def picture_values(picture: Picture, *, facts_only: bool) -> dict[str, Any]:
    """Return what the team picture is rendered from: titles and figures, and the team's words unless ``facts_only``."""
    team, latest, last = picture.team, picture.latest, picture.last_session
    cycle = f"{team.cycle.name + ', ' if team.cycle.name else ''}{team.cycle.start} to {team.cycle.end}"
    return {
        "facts_only": facts_only,
        "team": {"name": team.team, "vision": team.vision, "cycle": cycle, "background": _cut(team.background)},
        "objectives": [_objective(picture, objective) for objective in team.objectives],
        "check_in": {"date": latest.date, "notes": _cut(latest.notes)} if latest else None,
        "last_session": {
            "date": last.date,
            "summary": _cut(last.summary),
            "commitments": [
                {"status": c.status.value, "text": _cut(c.text), "note": _cut(c.note)} for c in last.commitments
            ],
        }
        if last
        else None,
    }


def _objective(picture: Picture, objective: Objective) -> dict[str, Any]:
    return {
        "id": objective.id,
        "title": objective.title,
        "label": objective.label,
        "why": _cut(objective.why),
        "audience": objective.audience,
        "parent": objective.parent,
        "key_results": [_key_result(s) for s in picture.of(objective)],
    }


def _key_result(s: Standing) -> dict[str, Any]:
    update = s.latest.update if s.latest else None
    return {
        "ref": s.ref,
        "title": s.key_result.title,
        "label": s.key_result.label,
        "start": s.shown(s.key_result.start) or "not given",
        "current": s.shown(s.current) or "not given",
        "target": s.shown(s.target) or "not given",
        "confidence": s.said or "not given",
        "status": s.status,
        "history": [
            f"{r.date} {s.shown(r.value) or 'no value'}{', confidence ' + r.said if r.said else ''}"
            for r in s.readings[:-1][-6:]
        ],
        "initiatives": list(s.key_result.initiatives),
        "comment": _cut(update.comment) if update else None,
        "blockers": [_cut(text) for text in update.blockers] if update else [],
        "asks": [_cut(text) for text in update.asks] if update else [],
    }


def _cut(text: str | None) -> str | None:
    return text if text is None or len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]} … (cut here)"

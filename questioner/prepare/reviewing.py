"""A candidate for one team, whoever wrote it, with what its data and the review make of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from zlib import crc32

from questioner import bank, prompts, replies
from questioner.candidates import Candidate, Reviewed, Role
from questioner.phrasing import count, named
from questioner.prepare.preparation import Preparation
from questioner.review import Profile, in_context, review_wording
from questioner.review.grounding import masked, review_grounding
from questioner.review.rules import finding
from questioner.review.words import same
from questioner.session import Fact, Finding, Pillar, Question, Source

SAID = frozenset({"commitment", "insight", "decision"})
"""Slots that hold what the team said in an earlier session."""
_QUOTATION = re.compile("“[^”]+”")
STRENGTHS = frozenset({"step-forward", "commitment-done", "all-confident", "target-reached-early", "insight-noted"})
"""Signals of things that went well."""

PURPOSE = frozenset({"no-why", "no-okrs-yet"})
"""Signals of a purpose that the page does not tell, which the first question may ask for."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """What a question has from the facts it rests on."""

    about: tuple[str, ...]
    rank: float
    """Of the highest fact; 0 without one."""
    detail: bool
    """True where one is about a single key result or promise."""
    purpose: bool
    strength: bool


class Reviewer:
    """Reviews questions for one team. What the team's data make of them is worked out once for all."""

    def __init__(self, preparation: Preparation) -> None:
        """Review for the team of ``preparation``."""
        self.preparation = preparation
        self._bearings: dict[tuple[str, ...], Bearing] = {}

    def of_model(self, written: replies.Written) -> Reviewed:
        """Return what a model wrote, with all that stands against it."""
        candidate = _from_model(self.preparation, written)
        return self._reviewed(candidate, self.findings(candidate))

    @cached_property
    def of_patterns(self) -> list[Reviewed]:
        """The bank's questions, highest fact first, without findings: each is reviewed when it is first chosen."""
        p = self.preparation
        found = bank.candidates(p.usable, p.facts, p.brief.session, _common(p))
        return [self._reviewed(candidate, ()) for candidate in found]

    @cached_property
    def earlier(self) -> dict[int, Reviewed]:
        """The questions of an earlier sheet by number, reviewed anew: a file may have been changed, and figures move."""
        previous = self.preparation.previous
        return {n: self._stays(q) for n, q in enumerate(previous.questions, 1)} if previous else {}

    def _stays(self, q: Question) -> Reviewed:
        candidate = Candidate(q.text, q.pillar, q.facts, q.reason, q.cue, q.source)
        # It was chosen beside those that are dropped now, so only what a session has heard counts as asked.
        return self._reviewed(candidate, self._against(candidate, self._in_sessions))

    def findings(self, candidate: Candidate) -> tuple[Finding, ...]:
        """Return what the review says of ``candidate``: its words, what it rests on, and what was asked before."""
        return self._against(candidate, self.asked)

    def _against(self, candidate: Candidate, asked: Sequence[Reviewed]) -> tuple[Finding, ...]:
        ground = self.preparation.ground
        wording = review_wording(masked(candidate.text, ground.goals), Profile.GENERATE)
        vetted = candidate.source is Source.BANK
        grounding = review_grounding(candidate.text, candidate.facts, ground, from_pattern=vetted)
        return (*wording, *grounding, *_not_askable(self.preparation, candidate), *self._asked_before(candidate, asked))

    def _asked_before(self, candidate: Candidate, asked: Sequence[Reviewed]) -> Iterable[Finding]:
        if not asked:
            return
        own = self._reviewed(candidate, (), self._names)
        if any(same(own, other) for other in asked):
            yield finding(in_context.ASKED_BEFORE)

    @cached_property
    def asked(self) -> tuple[Reviewed, ...]:
        """Questions of earlier sessions, and those dropped from an earlier sheet: none is asked again."""
        previous = self.preparation.previous
        return (*self._in_sessions, *map(self._heard, previous.given_up if previous else ()))

    @cached_property
    def _in_sessions(self) -> tuple[Reviewed, ...]:
        sessions = self.preparation.picture.sessions
        return tuple(self._heard(asked.text) for session in sessions for asked in session.asked)

    def _heard(self, text: str) -> Reviewed:
        about = [s.ref for s in self.preparation.picture.standings if s.name.lower() in text.lower()]
        about += [ref for ref, words in self._said.items() if words in text]
        # What it quotes and nobody speaks of any more is something else than what stands here today.
        about = about or _QUOTATION.findall(text)
        candidate = Candidate(text, Pillar.INTENT, (), "", "", Source.BANK)
        # An open promise may be asked about again in a later session, in another way.
        return Reviewed(candidate, (), tuple(about), 0.0, self._names)

    @cached_property
    def _said(self) -> dict[str, str]:
        """What the team said in earlier sessions, by the reference of its fact, as it is quoted."""
        carried = [(fact, SAID & fact.slots.keys()) for fact in self.preparation.plan.carried]
        return {fact.about: fact.slots[min(names)] for fact, names in carried if names}

    @cached_property
    def _names(self) -> tuple[str, ...]:
        """What the team said in earlier sessions, as it is quoted, and the names of its goals."""
        return (*self._said.values(), *self.preparation.ground.goals)

    def _reviewed(
        self, candidate: Candidate, findings: Sequence[Finding], names: tuple[str, ...] | None = None
    ) -> Reviewed:
        bearing = self._bearing(candidate.facts)
        team = self.preparation.picture.team.team
        return Reviewed(
            candidate=candidate,
            findings=tuple(findings),
            about=bearing.about,
            rank=bearing.rank,
            names=self.preparation.ground.goals if names is None else names,
            draw=crc32(f"{team} {candidate.pattern} {candidate.facts}".encode()),
            detail=self._detail(candidate, bearing),
            purpose=bearing.purpose,
            strength=bearing.strength or candidate.role is Role.STRENGTH,
        )

    def _bearing(self, names: tuple[str, ...]) -> Bearing:
        known = self._bearings.get(names)
        by_id = self.preparation.by_id
        return known or self._bearings.setdefault(names, _bearing([by_id[n] for n in names if n in by_id]))

    def _detail(self, candidate: Candidate, bearing: Bearing) -> bool:
        """Say whether a question speaks of a single key result or promise.

        A pattern speaks of what its facts are about. A model has to name a fact for every question, and for one about
        the purpose it takes what is nearest: there the words decide.
        """
        if candidate.source is Source.MODEL:
            text = candidate.text.lower()
            return any(name in text for name in self._lowered)
        return bearing.detail

    @cached_property
    def _lowered(self) -> tuple[str, ...]:
        """The names of the key results in lower case."""
        return tuple(s.name.lower() for s in self.preparation.picture.standings)


def _bearing(facts: Sequence[Fact]) -> Bearing:
    signals = {fact.signal for fact in facts}
    return Bearing(
        about=tuple(dict.fromkeys(fact.about for fact in facts)),
        rank=max((fact.rank for fact in facts), default=0.0),
        detail=any("." in fact.about or fact.about[:1] == "C" for fact in facts),
        purpose=not PURPOSE.isdisjoint(signals),
        strength=not STRENGTHS.isdisjoint(signals),
    )


def _from_model(preparation: Preparation, question: replies.Written) -> Candidate:
    fact = preparation.by_id.get(question.facts[0]) if question.facts else None
    pillar = question.pillar or (fact.pillars[0] if fact else Pillar.OUTCOME)
    words = prompts.pillar_table(preparation.templates, pillar)
    # What is said of a fact fits the pillars it calls for; elsewhere the pillar's own words fit better.
    fits = fact is not None and pillar in fact.pillars
    reason = fact.intent if fact and fits else str(words["purpose"])
    cue = fact.cue if fact and fits else str(words["listen"][0])
    return Candidate(question.text, pillar, question.facts, reason, cue, Source.MODEL)


def _common(preparation: Preparation) -> dict[str, str]:
    """Return the slots that need no fact: the team, the minutes, and the objective that stands out most."""
    picture = preparation.picture
    slots = {"team": picture.team.team, "minutes": count(preparation.brief.minutes)}
    told = [fact.slots["objective"] for fact in preparation.facts if fact.askable and "objective" in fact.slots]
    objectives = [named(o.label, o.title) for o in picture.team.objectives[:1]]
    if told or objectives:
        slots["objective"] = (told or objectives)[0]
    return slots


def _not_askable(preparation: Preparation, candidate: Candidate) -> Iterable[Finding]:
    facts = [preparation.by_id[fact] for fact in candidate.facts if fact in preparation.by_id]
    if facts and not any(fact.askable for fact in facts):
        message = f"This kind of session ({preparation.brief.session}) does not ask about what it rests on."
        yield finding(in_context.NOT_FOR_THIS_SESSION, said=message)

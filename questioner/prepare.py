"""One team to one session sheet, as decisions without I/O: begin, then advance with each reply that came.

``begin`` finds the facts, makes the plan and, for a model, the first request. ``advance`` takes a reply and
returns either the next request or the sheet. Neither waits: the command line, a batch whose replies come
hours later and the evals all drive these two steps. Without a model ``from_bank`` gives the sheet at once.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING
from zlib import crc32

from questioner import bank, briefing, closing, evidence, plan, prompts, replies
from questioner.bank import Pattern
from questioner.candidates import Candidate, Reviewed, Role
from questioner.errors import ReplyError, UsageError
from questioner.phrasing import count, named
from questioner.plan import Brief, Plan, SessionTable
from questioner.prompts import Send, Wanted
from questioner.resources import Templates
from questioner.review import RULES_VERSION, Profile, review_wording
from questioner.review.grounding import Ground, masked, review_grounding
from questioner.review.score import Shape, score
from questioner.review.words import ALIKE, similarity
from questioner.selection import Chooser, Gaps, Selection
from questioner.session import (
    Close,
    Fact,
    Finding,
    Label,
    LeftOut,
    Opening,
    Pillar,
    Promised,
    Prompt,
    Question,
    Rejected,
    Reply,
    Request,
    Section,
    SessionSheet,
    Severity,
    Source,
    Usage,
)
from questioner.signals import facts as find_facts
from questioner.signals import open_promises
from questioner.slots import shape
from questioner.standing import Picture, Promise
from questioner.tracks import tracks

if TYPE_CHECKING:
    from questioner.previous import Previous

BANK = "bank"
"""Name of the built-in question bank where a model's name is asked for."""
NOBODY = Request(Prompt("", ""), {})
"""The request where nobody is asked."""
SAID = frozenset({"commitment", "insight", "decision"})
"""Slots that hold what the team said in an earlier session."""
_QUOTATION = re.compile("“[^”]+”")
WAVES = 2
"""Askings of a model for one sheet unless told otherwise: the first, and one more for what fell."""
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


@dataclass(frozen=True)
class Preparation:
    """Everything that is settled before anybody is asked: facts, plan, ground, bank."""

    picture: Picture
    brief: Brief
    templates: Templates
    table: SessionTable
    plan: Plan
    facts: tuple[Fact, ...]
    ground: Ground
    patterns: tuple[Pattern, ...]
    send: Send = Send.TEXT
    keep_names: bool = False
    waves: int = WAVES
    """Askings of a model at most, 1 and up."""
    previous: "Previous | None" = None
    """An earlier sheet of which only some questions are replaced."""
    notes: tuple[str, ...] = ()
    """Remarks of the caller for the coach, printed above the others."""
    repeat: int = 1
    """The how-manieth time the same is asked; 1 and up."""

    @cached_property
    def prompt(self) -> Prompt:
        """The prompt of the first asking, names of people hidden unless they are to be kept."""
        made = prompts.first(self.picture, self.table, self.brief, self.facts, self._wanted, self.templates, self.send)
        return made if self.keep_names else replace(made, user=self.picture.names.hide(made.user))

    @property
    def _wanted(self) -> Wanted:
        if self.previous is None:
            return prompts.wanted(self.plan)
        return _for_places({q.pillar: 2 for q in self.previous.dropped}, ())

    @cached_property
    def by_id(self) -> dict[str, Fact]:
        """The facts by their ids."""
        return {fact.id: fact for fact in self.facts}

    def bearing(self, names: tuple[str, ...]) -> Bearing:
        """What resting on these facts, by their ids, makes of a question; worked out once for all that rest on the same."""
        known = self._bearings.get(names)
        return known or self._bearings.setdefault(names, _bearing([self.by_id[n] for n in names if n in self.by_id]))

    @cached_property
    def _bearings(self) -> dict[tuple[str, ...], Bearing]:
        return {}

    @cached_property
    def lowered(self) -> tuple[str, ...]:
        """The names of the key results in lower case."""
        return tuple(s.name.lower() for s in self.picture.standings)

    @cached_property
    def asked(self) -> tuple[Reviewed, ...]:
        """Questions of earlier sessions, and those dropped from an earlier sheet: none is asked again."""
        dropped = (*self.previous.earlier, *(q.text for q in self.previous.dropped)) if self.previous else ()
        return (*self.in_sessions, *map(self._asked, dropped))

    @cached_property
    def in_sessions(self) -> tuple[Reviewed, ...]:
        """Questions of earlier sessions."""
        return tuple(self._asked(asked.text) for session in self.picture.sessions for asked in session.asked)

    @cached_property
    def again(self) -> dict[int, Reviewed]:
        """The questions of an earlier sheet by number, reviewed anew: a file may have been changed, and figures move."""
        questions = self.previous.questions if self.previous else ()
        return {number: _again(self, question) for number, question in enumerate(questions, 1)}

    def _asked(self, text: str) -> Reviewed:
        about = [s.ref for s in self.picture.standings if s.name.lower() in text.lower()]
        about += [ref for ref, words in self._said.items() if words in text]
        # What it quotes and nobody speaks of any more is something else than what stands here today.
        about = about or _QUOTATION.findall(text)
        candidate = Candidate(text, Pillar.INTENT, (), "", "", Source.BANK)
        # An open promise may be asked about again in a later session, in another way.
        return Reviewed(candidate, (), tuple(about), 0.0, self.names)

    @cached_property
    def _said(self) -> dict[str, str]:
        """What the team said in earlier sessions, by the reference of its fact, as it is quoted."""
        carried = [(fact, SAID & fact.slots.keys()) for fact in self.plan.carried]
        return {fact.about: fact.slots[min(names)] for fact, names in carried if names}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What the team said in earlier sessions, as it is quoted, and the names of its goals."""
        return (*self._said.values(), *self.ground.goals)

    @cached_property
    def usable(self) -> tuple[Pattern, ...]:
        """The patterns of the bank without those that a coach dropped after an earlier session, whatever filled them."""
        dropped = [asked.text for session in self.picture.sessions for asked in session.asked if asked.drop]
        if not dropped:
            return self.patterns
        return tuple(p for p in self.patterns if not any(shape(p.text).fullmatch(text) for text in dropped))


def _bearing(facts: Sequence[Fact]) -> Bearing:
    signals = {fact.signal for fact in facts}
    return Bearing(
        about=tuple(dict.fromkeys(fact.about for fact in facts)),
        rank=max((fact.rank for fact in facts), default=0.0),
        detail=any("." in fact.about or fact.about[:1] == "C" for fact in facts),
        purpose=not PURPOSE.isdisjoint(signals),
        strength=not STRENGTHS.isdisjoint(signals),
    )


@dataclass(frozen=True)
class Asking:
    """A request on its way, and what earlier ones brought."""

    preparation: Preparation
    request: Request
    heard: tuple[tuple[Reviewed, ...], ...] = ()
    """The questions of each reply, all of them, in the order in which they were written; none of one that cannot be read."""
    problem: str = ""
    """Why the last reply could not be read; empty where it could."""
    usage: Usage = field(default_factory=Usage)

    @cached_property
    def survivors(self) -> tuple[Reviewed, ...]:
        """The questions of the model that passed the review."""
        return tuple(r for reply in self.heard for r in reply if not r.rejects)

    @cached_property
    def rejected(self) -> tuple[Rejected, ...]:
        """Those that fell, with what stands against them."""
        return tuple(fallen for reply in self.heard for fallen in _fallen(reply))


def prepare(
    picture: Picture,
    brief: Brief,
    templates: Templates,
    *,
    send: Send = Send.TEXT,
    keep_names: bool = False,
    waves: int = WAVES,
    notes: tuple[str, ...] = (),
) -> Preparation:
    """Return what is settled before anybody is asked.

    Raises:
        TemplateError: for a template, pillar or pattern that cannot be used.
        UsageError: for minutes out of range.
    """
    table = plan.session_table(templates, brief.session)
    found = find_facts(picture, brief.session, templates)
    ground = evidence.gather(picture, found, brief.minutes)
    made = plan.make(table, brief, found)
    patterns = bank.patterns(templates)
    return Preparation(
        picture, brief, templates, table, made, found, ground, patterns, send, keep_names, waves, notes=notes
    )


def replacing(preparation: Preparation, previous: "Previous") -> Preparation:
    """Return ``preparation`` for the same team, with only some questions of an earlier sheet to be found anew.

    Raises:
        UsageError: when the earlier sheet is another team's, or a question that is to stay does not pass the review.
    """
    if previous.team != preparation.picture.team.team:
        raise UsageError(f"--again: that sheet is for {previous.team}, this file for {preparation.picture.team.team}")
    places = len(previous.questions)
    made = replace(preparation, previous=previous, plan=replace(preparation.plan, budget=places))
    fallen = {number: r for number, r in made.again.items() if r.rejects and number not in previous.drop}
    if fallen:
        raise UsageError(f"--again: {_cannot_stay(fallen, previous.drop)}")
    return made


def _cannot_stay(fallen: Mapping[int, Reviewed], drop: frozenset[int]) -> str:
    against = {number: next(finding for finding in r.findings if finding.rejects) for number, r in fallen.items()}
    told = " ".join(
        f"Question {number} does not pass the review ({found.code}): {found.message}"
        for number, found in against.items()
    )
    every = ",".join(map(str, sorted(drop | fallen.keys())))
    return f"{told[0].lower()}{told[1:]} Replace {'it' if len(fallen) == 1 else 'them'} too: --drop {every}"


def begin(preparation: Preparation) -> Asking:
    """Return the first asking of a model."""
    return Asking(preparation, prompts.request(preparation.prompt, 1, preparation.repeat))


def from_bank(preparation: Preparation) -> SessionSheet:
    """Return the sheet that the built-in question bank makes, without asking anybody."""
    return _finish(Asking(preparation, NOBODY), BANK)


def advance(asking: Asking, reply: Reply) -> Asking | SessionSheet:
    """Return the sheet, or the next asking where the reply left gaps and the waves allow one more.

    Raises:
        ReplyError: when the last reply has come and none of the questions can be used.
    """
    return go_on(hear(asking, reply), reply)


def hear(asking: Asking, reply: Reply) -> Asking:
    """Return ``asking`` with what a reply brought, each question reviewed; nothing is decided yet."""
    problem = ""
    reviewed: tuple[Reviewed, ...] = ()
    try:
        reviewed = tuple(_sifted(asking.preparation, question) for question in _questions(reply))
    except replies.UnreadableReplyError as error:
        problem = str(error)
    return replace(asking, heard=(*asking.heard, reviewed), problem=problem, usage=asking.usage + reply.usage)


def go_on(asking: Asking, reply: Reply) -> Asking | SessionSheet:
    """Return the sheet, or the next asking, once ``reply`` was heard.

    Raises:
        ReplyError: as ``advance`` does.
    """
    if asking.problem:
        return _unreadable(asking, reply, asking.problem)
    gaps = _chooser(asking).gaps_of(asking.survivors)
    if gaps and asking.request.wave < asking.preparation.waves:
        return _ask_again(asking, reply, _need(asking, gaps), _fallen(asking.heard[-1]))
    if not asking.survivors:
        raise ReplyError(_all_fell(asking))
    return _finish(asking, reply.model)


def _questions(reply: Reply) -> tuple[replies.Written, ...]:
    if reply.problem:
        raise replies.UnreadableReplyError(reply.problem)
    return replies.read(reply.text)


def _unreadable(asking: Asking, reply: Reply, problem: str) -> Asking | SessionSheet:
    if asking.request.wave < asking.preparation.waves:
        return _ask_again(asking, reply, prompts.wanted(asking.preparation.plan), (), problem)
    if asking.survivors:
        return _finish(asking, reply.model)
    came = count(asking.request.wave)
    raise ReplyError(f"no answer of the model {reply.model} could be used ({came} came): {problem}. {_WAY_OUT}")


_WAY_OUT = "Try another model, or use --model bank, which needs no service."


def _all_fell(asking: Asking) -> str:
    labels = [finding.label.value for rejected in asking.rejected for finding in rejected.findings[:1]]
    common = sorted(dict.fromkeys(labels), key=lambda label: -labels.count(label))
    told = ", ".join(f"{label} {labels.count(label)}" for label in common[:4])
    return f"all {len(asking.rejected)} questions of the model fell in review ({told}). {_WAY_OUT}"


def _ask_again(asking: Asking, reply: Reply, need: Wanted, rejected: Iterable[Rejected], problem: str = "") -> Asking:
    first = asking.preparation.prompt
    prompt = prompts.again(first, reply.text, need, rejected, asking.preparation.templates, problem)
    return replace(asking, request=prompts.request(prompt, asking.request.wave + 1, asking.preparation.repeat))


def _need(asking: Asking, gaps: Gaps) -> Wanted:
    pillars = dict(gaps.pillars)
    if gaps.opening:
        pillars[Pillar.INTENT] = max(1, pillars.get(Pillar.INTENT, 0))
    for fact in gaps.top:
        pillars.setdefault(fact.pillars[0], 1)
    if not pillars:
        pillars = {pillar: 1 for pillar, most in asking.preparation.plan.most.items() if most}
    return _for_places({pillar: number + 1 for pillar, number in pillars.items()}, gaps.top)


def _for_places(pillars: dict[Pillar, int], top: Iterable[Fact]) -> Wanted:
    return Wanted(sum(pillars.values()), pillars, tuple(fact.id for fact in top))


def _sifted(preparation: Preparation, written: replies.Written) -> Reviewed:
    candidate = _from_model(preparation, written)
    return _reviewed(preparation, candidate, _findings(preparation, candidate, preparation.asked))


def _fallen(reviewed: Iterable[Reviewed]) -> tuple[Rejected, ...]:
    return tuple(Rejected(r.candidate.text, r.candidate.pillar, r.findings) for r in reviewed if r.rejects)


def _from_model(preparation: Preparation, question: replies.Written) -> Candidate:
    fact = preparation.by_id.get(question.facts[0]) if question.facts else None
    pillar = question.pillar or (fact.pillars[0] if fact else Pillar.OUTCOME)
    words = prompts.pillar_table(preparation.templates, pillar)
    # What is said of a fact fits the pillars it calls for; elsewhere the pillar's own words fit better.
    fits = fact is not None and pillar in fact.pillars
    reason = fact.intent if fact and fits else str(words["purpose"])
    cue = fact.cue if fact and fits else str(words["listen"][0])
    return Candidate(question.text, pillar, question.facts, reason, cue, Source.MODEL)


def _findings(preparation: Preparation, candidate: Candidate, asked: Sequence[Reviewed]) -> tuple[Finding, ...]:
    wording = review_wording(masked(candidate.text, preparation.ground.goals), Profile.GENERATE)
    vetted = candidate.source is Source.BANK
    grounding = review_grounding(candidate.text, candidate.facts, preparation.ground, from_pattern=vetted)
    return (*wording, *grounding, *_not_askable(preparation, candidate), *_asked_before(preparation, candidate, asked))


def _not_askable(preparation: Preparation, candidate: Candidate) -> Iterable[Finding]:
    facts = [preparation.by_id[fact] for fact in candidate.facts if fact in preparation.by_id]
    if facts and not any(fact.askable for fact in facts):
        message = f"This kind of session ({preparation.brief.session}) does not ask about what it rests on."
        yield Finding("GRD711", Label.UNGROUNDED, Severity.REJECT, message)


def _asked_before(preparation: Preparation, candidate: Candidate, asked: Sequence[Reviewed]) -> Iterable[Finding]:
    if not asked:
        return
    own = replace(_reviewed(preparation, candidate, ()), names=preparation.names)
    for other in asked:
        same_thing = not (own.about and other.about) or set(own.about) & set(other.about)
        if same_thing and similarity(own.essence, other.essence) >= ALIKE:
            yield Finding("DUP904", Label.DUPLICATE, Severity.REJECT, "It was asked in an earlier session.")
            return


def _reviewed(preparation: Preparation, candidate: Candidate, findings: Sequence[Finding]) -> Reviewed:
    bearing = preparation.bearing(candidate.facts)
    return Reviewed(
        candidate=candidate,
        findings=tuple(findings),
        about=bearing.about,
        rank=bearing.rank,
        names=preparation.ground.goals,
        draw=crc32(f"{preparation.picture.team.team} {candidate.pattern} {candidate.facts}".encode()),
        detail=_detail(preparation, candidate, bearing),
        purpose=bearing.purpose,
        strength=bearing.strength or candidate.role is Role.STRENGTH,
    )


def _detail(preparation: Preparation, candidate: Candidate, bearing: Bearing) -> bool:
    """Say whether a question speaks of a single key result or promise.

    A pattern speaks of what its facts are about. A model has to name a fact for every question, and for one about the
    purpose it takes what is nearest: there the words decide.
    """
    if candidate.source is Source.MODEL:
        text = candidate.text.lower()
        return any(name in text for name in preparation.lowered)
    return bearing.detail


def _from_patterns(preparation: Preparation) -> list[Reviewed]:
    """Return the bank's questions, highest fact first; each is reviewed when it is first chosen."""
    found = bank.candidates(preparation.usable, preparation.facts, preparation.brief.session, _common(preparation))
    return [_reviewed(preparation, candidate, ()) for candidate in found]


def _select(asking: Asking) -> Selection:
    """Choose among what the model wrote and what the bank holds, until all that is chosen has passed the review."""
    pool = [*asking.survivors, *_from_patterns(asking.preparation)]
    vetted: set[Candidate] = set()
    while True:
        selection = _chooser(asking).choose(pool)
        chosen = (r.candidate for r in (*selection.all, *selection.reserve) if r.candidate.pattern)
        found = {c: _findings(asking.preparation, c, asking.preparation.asked) for c in chosen if c not in vetted}
        vetted |= found.keys()
        if not any(found.values()):
            return selection
        # A rejection makes room and a warning may let another one pass, so the choice is made again.
        told = (replace(r, findings=found[r.candidate]) if found.get(r.candidate) else r for r in pool)
        pool = [r for r in told if not r.rejects]


def _common(preparation: Preparation) -> dict[str, str]:
    """Return the slots that need no fact: the team, the minutes, and the objective that stands out most."""
    picture = preparation.picture
    slots = {"team": picture.team.team, "minutes": count(preparation.brief.minutes)}
    told = [fact.slots["objective"] for fact in preparation.facts if fact.askable and "objective" in fact.slots]
    objectives = [named(o.label, o.title) for o in picture.team.objectives[:1]]
    if told or objectives:
        slots["objective"] = (told or objectives)[0]
    return slots


def _chooser(asking: Asking) -> Chooser:
    preparation = asking.preparation
    kept, opening = _kept(preparation)
    return Chooser(preparation.plan, preparation.brief.session, preparation.asked, kept, opening)


def _kept(preparation: Preparation) -> tuple[tuple[Reviewed, ...], Reviewed | None]:
    """Return the questions of an earlier sheet that stay, and its opening if that stays."""
    previous = preparation.previous
    if previous is None:
        return (), None
    stay = [r for number, r in preparation.again.items() if number not in previous.drop]
    return tuple(stay[1:] if previous.keeps_opening else stay), stay[0] if previous.keeps_opening else None


def _again(preparation: Preparation, question: Question) -> Reviewed:
    candidate = Candidate(
        question.text, question.pillar, question.facts, question.reason, question.cue, question.source
    )
    # It was chosen beside those that are dropped now, so only what a session has heard counts as asked.
    return _reviewed(preparation, candidate, _findings(preparation, candidate, preparation.in_sessions))


def _finish(asking: Asking, model: str) -> SessionSheet:
    preparation = asking.preparation
    selection = _select(asking)
    previous = preparation.previous
    if selection.opening is None and previous and not preparation.again[1].rejects:
        selection = replace(selection, opening=preparation.again[1])
    if selection.opening is None:
        raise ReplyError(f"no opening question could be found. {_WAY_OUT}")
    questions = _numbered(preparation, selection)
    opening, rest, reserve = questions
    sections = _sections(preparation, rest)
    every = (opening, *(q for section in sections for q in section.questions))
    left_out = _left_out(preparation, every)
    return SessionSheet(
        team=preparation.picture.team.team,
        vision=preparation.picture.team.vision or "",
        as_of=preparation.picture.as_of,
        session=preparation.brief.session,
        minutes=preparation.brief.minutes,
        model=model,
        prompt_sha256="" if model == BANK else prompts.sha256(preparation.prompt),
        templates_sha256=preparation.templates.sha256,
        rules_version=RULES_VERSION,
        score=score(every, preparation.facts, _shape(preparation, every, left_out, selection)),
        facts=preparation.facts,
        notes=(
            *preparation.notes,
            *briefing.notes(preparation.picture, preparation.facts, every, preparation.templates),
        ),
        opening=Opening(preparation.table.line.replace("{minutes}", str(preparation.brief.minutes)), opening),
        sections=sections,
        reserve=reserve,
        left_out=left_out,
        close=_close(preparation.templates),
        rejected=asking.rejected,
        warnings=(
            *preparation.picture.warnings,
            *_filled_from_bank(model, every),
            *_not_replaced(previous, every),
            *_not_focused(selection),
        ),
        usage=asking.usage,
        promises=tuple(map(_promised, open_promises(preparation.picture))),
        dropped=(*previous.earlier, *(q.text for q in previous.dropped)) if previous else (),
        elapsed=preparation.picture.elapsed,
        key_results=tracks(preparation.picture),
    )


def _numbered(
    preparation: Preparation, selection: Selection
) -> tuple[Question, tuple[Question, ...], tuple[Question, ...]]:
    """Number the questions in the order in which they are asked: opening, sections, reserve."""
    order = preparation.plan.order
    carried = {fact.id for fact in preparation.plan.carried}
    rest = sorted(
        selection.chosen,
        key=lambda r: (order.index(r.candidate.pillar), _closes(r), not _follows(r, carried), -r.rank),
    )
    if preparation.previous:
        rest = preparation.previous.in_place(rest)
    opening = selection.opening
    assert opening is not None  # noqa: S101 - the caller has looked
    numbered = [_question(f"Q{n}", r) for n, r in enumerate((opening, *rest), 1)]
    reserve = tuple(_question(f"R{n}", r) for n, r in enumerate(selection.reserve, 1))
    return numbered[0], tuple(numbered[1:]), reserve


def _follows(r: Reviewed, carried: set[str]) -> bool:
    return r.candidate.pillar is Pillar.FOLLOW_THROUGH and not carried.isdisjoint(r.candidate.facts)


def _closes(r: Reviewed) -> bool:
    return r.candidate.role is Role.CLOSE


def _question(name: str, r: Reviewed) -> Question:
    c = r.candidate
    return Question(name, c.text, c.pillar, r.about, c.facts, c.reason, c.cue, c.source, r.findings)


def _sections(preparation: Preparation, questions: Sequence[Question]) -> tuple[Section, ...]:
    pillars = list(dict.fromkeys(q.pillar for q in questions))
    titles = {pillar: str(prompts.pillar_table(preparation.templates, pillar)["title"]) for pillar in pillars}
    return tuple(Section(p, titles[p], tuple(q for q in questions if q.pillar is p)) for p in pillars)


def _left_out(preparation: Preparation, questions: Sequence[Question]) -> tuple[LeftOut, ...]:
    present = {question.pillar for question in questions}
    called_for = {pillar for fact in preparation.facts if fact.askable for pillar in fact.pillars}
    return tuple(
        LeftOut(
            pillar,
            f"{preparation.brief.minutes} minutes leave no room for it beside what stands out more."
            if pillar in called_for
            else "Nothing that stands out calls for it today.",
        )
        for pillar in preparation.plan.order
        if pillar not in present
    )


def _promised(promise: Promise) -> Promised:
    c = promise.commitment
    return Promised(promise.ref, c.text, c.who or "", c.due.isoformat() if c.due else "", c.status.value)


def _close(templates: Templates) -> Close:
    words = closing.read(templates).headings
    return Close(words["heard"], words["insights"], words["decided"], words["will"])


def _shape(
    preparation: Preparation, questions: Sequence[Question], left_out: Sequence[LeftOut], selection: Selection
) -> Shape:
    covered = {fact for question in questions for fact in question.facts}
    missing = {entry.pillar for entry in left_out}
    needed = {pillar for pillar, least in preparation.plan.least.items() if least}
    first = questions[0]
    return Shape(
        {
            "it does not begin with purpose": first.pillar is Pillar.INTENT
            and not any(c.isdigit() for c in first.text),
            "what stands out most gets no question": all(fact.id in covered for fact in preparation.plan.top[:1]),
            "a pillar is missing": not missing & needed,
            "nothing asks what already works": any(r.strength for r in selection.all),
            "there is no close": True,
            "there are more questions than minutes": len(questions) <= preparation.plan.budget,
        }
    )


def _not_replaced(previous: "Previous | None", questions: Sequence[Question]) -> Iterable[str]:
    if previous is None:
        return
    if questions[0].text == previous.questions[0].text and not previous.keeps_opening:
        yield "No other opening was found, so the first question stays."
    missing = len(previous.questions) - len(questions)
    if missing:
        yield f"For {count(missing)} of the questions dropped no other was found, so the sheet is shorter."


def _not_focused(selection: Selection) -> Iterable[str]:
    for topic in selection.without:
        yield f"No further question was found for the focus {topic}."


def _filled_from_bank(model: str, questions: Sequence[Question]) -> tuple[str, ...]:
    filled = sum(question.source is Source.BANK for question in questions)
    if model == BANK or not filled:
        return ()
    return (f"{count(filled).capitalize()} of {count(len(questions))} questions come from the built-in bank.",)

"""The sheet put together: questions chosen until all have passed the review, then numbered, scored and told about."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, replace

from questioner import briefing, closing, prompts
from questioner.candidates import Candidate, Reviewed, Role
from questioner.errors import ReplyError
from questioner.exchange import Usage
from questioner.models import BANK
from questioner.phrasing import count
from questioner.prepare.preparation import Preparation
from questioner.prepare.reviewing import Reviewer
from questioner.resources import Templates
from questioner.review import RULES_VERSION
from questioner.review.score import Shape, score
from questioner.selection import Chooser, Pool, Selection
from questioner.session import (
    Close,
    Finding,
    LeftOut,
    Opening,
    Pillar,
    Promised,
    Question,
    Rejected,
    Section,
    SessionSheet,
    Source,
)
from questioner.signals import open_promises
from questioner.standing import Promise
from questioner.tracks import tracks

WAY_OUT = "Try another model, or use --model bank, which needs no service."


def chooser(reviewer: Reviewer) -> Chooser:
    """Return what fills one sheet, with what stays of an earlier one on it already."""
    preparation, previous = reviewer.preparation, reviewer.preparation.previous
    stay = [r for number, r in reviewer.earlier.items() if previous and number not in previous.drop]
    opening = stay.pop(0) if previous and previous.keeps_opening else None
    return Chooser(preparation.plan, preparation.brief.session, reviewer.asked, stay, opening)


def sheet(reviewer: Reviewer, model: str, written: Sequence[Reviewed], usage: Usage) -> SessionSheet:
    """Return the sheet of what ``model`` has ``written`` and the review let pass, filled up from the bank.

    Raises:
        ReplyError: when there is no question to begin with.
    """
    preparation = reviewer.preparation
    picture, previous = preparation.picture, preparation.previous
    selection = _opened(reviewer, _select(reviewer, written))
    opening, sections, reserve = _numbered(preparation, selection)
    every = (opening.question, *(q for section in sections for q in section.questions))
    left_out = _left_out(preparation, every)
    return SessionSheet(
        team=picture.team.team,
        vision=picture.team.vision or "",
        as_of=picture.as_of,
        session=preparation.brief.session,
        minutes=preparation.brief.minutes,
        model=model,
        prompt_sha256="" if model == BANK else preparation.request.sha256,
        templates_sha256=preparation.templates.sha256,
        rules_version=RULES_VERSION,
        score=score(every, preparation.facts, _shape(preparation, every, left_out, selection)),
        facts=preparation.facts,
        notes=(*preparation.notes, *briefing.notes(picture, preparation.facts, every, preparation.templates)),
        opening=opening,
        sections=sections,
        reserve=reserve,
        left_out=left_out,
        close=_close(preparation.templates),
        rejected=fallen(written),
        warnings=_warnings(preparation, model, every, selection),
        usage=usage,
        promises=tuple(map(_promised, open_promises(picture))),
        dropped=previous.given_up if previous else (),
        elapsed=picture.elapsed,
        key_results=tracks(picture),
    )


def fallen(written: Iterable[Reviewed]) -> tuple[Rejected, ...]:
    """Return those that did not pass the review, with what stands against them."""
    return tuple(Rejected(r.candidate.text, r.candidate.pillar, r.findings) for r in written if r.rejects)


def _select(reviewer: Reviewer, written: Iterable[Reviewed]) -> Selection:
    """Choose among what the model wrote and what the bank holds, until all that is chosen has passed the review."""
    own = [r for r in written if not r.rejects]
    vetted: dict[Candidate, tuple[Finding, ...]] = {}

    def bank() -> list[Reviewed]:
        told = (
            replace(r, findings=vetted[r.candidate]) if vetted.get(r.candidate) else r for r in reviewer.of_patterns
        )
        return [r for r in told if not r.rejects]

    while True:
        selection = chooser(reviewer).choose(Pool(own, bank))
        chosen = (r.candidate for r in (*selection.all, *selection.reserve) if r.candidate.pattern)
        found = {c: reviewer.findings(c) for c in chosen if c not in vetted}
        vetted |= found
        if not any(found.values()):
            return selection
        # A rejection makes room and a warning may let another one pass, so the choice is made again.


def _opened(reviewer: Reviewer, selection: Selection) -> Selection:
    """Return ``selection`` with an opening: that of the earlier sheet where no other was found."""
    if selection.opening:
        return selection
    before = reviewer.earlier.get(1)
    if before is None or before.rejects:
        raise ReplyError(f"no opening question could be found. {WAY_OUT}")
    return replace(selection, opening=before)


def _numbered(
    preparation: Preparation, selection: Selection
) -> tuple[Opening, tuple[Section, ...], tuple[Question, ...]]:
    """Number the questions in the order in which they are asked: opening, sections, reserve."""
    order = preparation.plan.order
    carried = {fact.id for fact in preparation.plan.carried}
    rest = sorted(
        selection.chosen,
        key=lambda r: (order.index(r.candidate.pillar), _closes(r), not _follows(r, carried), -r.rank),
    )
    if preparation.previous:
        rest = preparation.previous.in_place(rest)
    assert selection.opening is not None  # noqa: S101 - the caller has looked
    numbered = [_question(f"Q{n}", r) for n, r in enumerate((selection.opening, *rest), 1)]
    reserve = tuple(_question(f"R{n}", r) for n, r in enumerate(selection.reserve, 1))
    line = preparation.table.line.replace("{minutes}", str(preparation.brief.minutes))
    return Opening(line, numbered[0]), _sections(preparation, numbered[1:]), reserve


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
    return Shape(
        (
            (_begins_with_purpose(questions[0]), "it does not begin with purpose"),
            (all(fact.id in covered for fact in preparation.plan.top[:1]), "what stands out most gets no question"),
            (not missing & needed, "a pillar is missing"),
            (any(r.strength for r in selection.all), "nothing asks what already works"),
            (all(map(str.strip, astuple(_close(preparation.templates)))), "a heading of the close is empty"),
            (len(questions) <= preparation.plan.budget, "there are more questions than minutes"),
        )
    )


def _begins_with_purpose(first: Question) -> bool:
    return first.pillar is Pillar.INTENT and not any(map(str.isdigit, first.text))


def _warnings(
    preparation: Preparation, model: str, questions: Sequence[Question], selection: Selection
) -> tuple[str, ...]:
    return (
        *preparation.picture.warnings,
        *_filled_from_bank(model, questions),
        *_not_replaced(preparation, questions),
        *_not_focused(selection),
    )


def _not_replaced(preparation: Preparation, questions: Sequence[Question]) -> Iterable[str]:
    previous = preparation.previous
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

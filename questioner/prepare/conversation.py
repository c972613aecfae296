"""The conversation with a model: what is asked, what each reply brings, what is asked again, and when it is over."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from questioner import prompts, replies
from questioner.candidates import Reviewed
from questioner.errors import ReplyError, UsageError
from questioner.exchange import Reply, Request, Usage
from questioner.models import BANK
from questioner.phrasing import count
from questioner.prepare.assembling import WAY_OUT, chooser, fallen, sheet
from questioner.prepare.preparation import Preparation
from questioner.prepare.reviewing import Reviewer
from questioner.prompts import Wanted
from questioner.selection import Gaps, Pool
from questioner.session import Pillar, Rejected, SessionSheet

if TYPE_CHECKING:  # as in preparation.py
    from questioner.previous import Previous


@dataclass(frozen=True, slots=True)
class Heard:
    """A reply, and what it brought."""

    reply: Reply
    questions: tuple[Reviewed, ...] = ()
    """All of them, in the order in which they were written; none where the reply cannot be read."""
    problem: str = ""
    """Why it cannot be read; empty where it can."""


@dataclass(frozen=True)
class Asking:
    """A request on its way, and what earlier ones brought."""

    reviewer: Reviewer
    request: Request
    heard: tuple[Heard, ...] = ()
    """What came so far; the last of it may be the answer to ``request``."""

    @property
    def preparation(self) -> Preparation:
        """What was settled beforehand."""
        return self.reviewer.preparation

    @cached_property
    def written(self) -> tuple[Reviewed, ...]:
        """The questions of the model, reply by reply."""
        return tuple(r for heard in self.heard for r in heard.questions)

    @cached_property
    def survivors(self) -> tuple[Reviewed, ...]:
        """The questions of the model that passed the review."""
        return tuple(r for r in self.written if not r.rejects)

    @cached_property
    def rejected(self) -> tuple[Rejected, ...]:
        """Those that fell, with what stands against them."""
        return fallen(self.written)


def replacing(preparation: Preparation, previous: "Previous") -> Preparation:
    """Return ``preparation`` for the same team, with only some questions of an earlier sheet to be found anew.

    Raises:
        UsageError: when the earlier sheet is another team's, or a question that is to stay does not pass the review.
    """
    if previous.team != preparation.picture.team.team:
        raise UsageError(f"--again: that sheet is for {previous.team}, this file for {preparation.picture.team.team}")
    places = len(previous.questions)
    made = replace(preparation, previous=previous, plan=replace(preparation.plan, budget=places))
    lost = {n: r for n, r in Reviewer(made).earlier.items() if r.rejects and n not in previous.drop}
    if lost:
        raise UsageError(f"--again: {_cannot_stay(lost, previous.drop)}")
    return made


def _cannot_stay(lost: Mapping[int, Reviewed], drop: frozenset[int]) -> str:
    against = {number: next(finding for finding in r.findings if finding.rejects) for number, r in lost.items()}
    told = " ".join(
        f"Question {number} does not pass the review ({found.code}): {found.message}"
        for number, found in against.items()
    )
    every = ",".join(map(str, sorted(drop | lost.keys())))
    return f"{told[0].lower()}{told[1:]} Replace {'it' if len(lost) == 1 else 'them'} too: --drop {every}"


def begin(preparation: Preparation) -> Asking:
    """Return the first asking of a model."""
    return Asking(Reviewer(preparation), preparation.request)


def from_bank(preparation: Preparation) -> SessionSheet:
    """Return the sheet that the built-in question bank makes, without asking anybody."""
    return sheet(Reviewer(preparation), BANK, (), Usage())


def advance(asking: Asking, reply: Reply) -> Asking | SessionSheet:
    """Return the sheet, or the next asking where the reply left gaps and the waves allow one more.

    Raises:
        ReplyError: when the last reply has come and none of the questions can be used.
    """
    return go_on(hear(asking, reply))


def hear(asking: Asking, reply: Reply) -> Asking:
    """Return ``asking`` with what a reply brought, each question reviewed; nothing is decided yet."""
    try:
        heard = Heard(reply, tuple(map(asking.reviewer.of_model, _questions(reply))))
    except replies.UnreadableReplyError as error:
        heard = Heard(reply, problem=str(error))
    return replace(asking, heard=(*asking.heard, heard))


def go_on(asking: Asking) -> Asking | SessionSheet:
    """Return the sheet, or the next asking, once a reply to this one was heard.

    Raises:
        ReplyError: as ``advance`` does.
    """
    last = asking.heard[-1]
    if last.problem:
        return _unreadable(asking, last)
    gaps = chooser(asking.reviewer).gaps_of(Pool(asking.survivors))
    if gaps and asking.request.wave < asking.preparation.terms.waves:
        return _ask_again(asking, last, _need(asking, gaps))
    if not asking.survivors:
        raise ReplyError(_all_fell(asking))
    return _sheet(asking, last.reply.model)


def _questions(reply: Reply) -> tuple[replies.Written, ...]:
    if reply.problem:
        raise replies.UnreadableReplyError(reply.problem)
    return replies.read(reply.text)


def _unreadable(asking: Asking, last: Heard) -> Asking | SessionSheet:
    model = last.reply.model
    if asking.request.wave < asking.preparation.terms.waves:
        return _ask_again(asking, last, prompts.wanted(asking.preparation.plan))
    if asking.survivors:
        return _sheet(asking, model)
    came = count(asking.request.wave)
    raise ReplyError(f"no answer of the model {model} could be used ({came} came): {last.problem}. {WAY_OUT}")


def _all_fell(asking: Asking) -> str:
    labels = [finding.label.value for rejected in asking.rejected for finding in rejected.findings[:1]]
    common = sorted(dict.fromkeys(labels), key=lambda label: -labels.count(label))
    told = ", ".join(f"{label} {labels.count(label)}" for label in common[:4])
    return f"all {len(asking.rejected)} questions of the model fell in review ({told}). {WAY_OUT}"


def _ask_again(asking: Asking, last: Heard, need: Wanted) -> Asking:
    first, templates = asking.preparation.prompt, asking.preparation.templates
    prompt = prompts.again(first, last.reply.text, need, fallen(last.questions), templates, last.problem)
    return replace(asking, request=prompts.request(prompt, asking.request.wave + 1, asking.preparation.terms.repeat))


def _need(asking: Asking, gaps: Gaps) -> Wanted:
    pillars = dict(gaps.pillars)
    if gaps.opening:
        pillars[Pillar.INTENT] = max(1, pillars.get(Pillar.INTENT, 0))
    for fact in gaps.top:
        pillars.setdefault(fact.pillars[0], 1)
    if not pillars:
        pillars = {pillar: 1 for pillar, most in asking.preparation.plan.most.items() if most}
    return Wanted({pillar: number + 1 for pillar, number in pillars.items()}, tuple(fact.id for fact in gaps.top))


def _sheet(asking: Asking, model: str) -> SessionSheet:
    usage = sum((heard.reply.usage for heard in asking.heard), Usage())
    return sheet(asking.reviewer, model, asking.written, usage)

"""A model as a second reader of questions: it adds findings to what the rules say and never removes one.

It sees the wording alone. What it finds only warns, unless a file says how far it agrees with labelled questions: the
same judge, the same rubric and the same version of the model as now.
"""

import asyncio
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, tee
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from questioner import checked
from questioner.errors import ServiceError
from questioner.exchange import Prompt, Request, Usage
from questioner.models import Model
from questioner.models.faults import WAY_OUT
from questioner.phrasing import visible
from questioner.prompts import sha256
from questioner.rendering import render
from questioner.replies import UnreadableReplyError, entries
from questioner.resources import Templates
from questioner.review import MAX_CHARS
from questioner.review.in_context import JUDGED
from questioner.review.rules import finding
from questioner.review.verdicts import Choice, Verdict
from questioner.session import Finding, Label, Severity

RUBRIC, QUESTIONS = "prompt/judge.j2", "prompt/judge_questions.j2"
LOT = 20
"""Questions judged in one request: few enough for each to be read, many enough to share the rubric's cost."""
BY_LABEL = {rule.label: rule for rule in JUDGED}
"""The judge's rule for each label that wording alone can earn."""
AT_ONCE = 4
"""Requests side by side unless told otherwise: as many as a service bears without being asked."""
LONGEST = 240
"""Characters of a reason, and of the words it quotes."""

SCHEMA: dict[str, object] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["questions"],
    "properties": {
        "questions": {
            "type": "array",
            "minItems": 1,
            "maxItems": LOT,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["number", "faults"],
                "properties": {
                    "number": {"type": "integer", "minimum": 1, "maximum": LOT},
                    "faults": {
                        "type": "array",
                        "maxItems": len(BY_LABEL),
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["label", "words", "reason"],
                            "properties": {
                                "label": {"type": "string", "enum": [label.value for label in BY_LABEL]},
                                "words": {"type": "string", "maxLength": LONGEST},
                                "reason": {"type": "string", "maxLength": LONGEST},
                            },
                        },
                    },
                },
            },
        }
    },
}
"""Fit for strict mode, as the schema of ``replies`` is."""

_WITHOUT = "Or leave --judge out: the rules need no service."

T = TypeVar("T")


class Questions(BaseModel):
    """Labelled questions, by their name and the hash of their file."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    name: str
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Calibration(BaseModel):
    """How far one judge with one rubric agrees with labelled questions; shares are 0 to 1."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    judge: str
    """The name that was asked for."""
    answered_by: tuple[str, ...]
    """The versions that the service says answered; a name may come to mean another."""
    rubric_sha256: str
    dataset: Questions
    n: int
    """Questions that count: labelled accept or reject, and answered."""
    unjudged: int
    base_rate: float | None
    """Share of questions to reject."""
    kappa: float | None
    """Cohen's (1960), between the judge's verdict and the labelled one."""
    tpr: float | None
    """Share of questions to reject that the judge finds a fault in."""
    tnr: float | None
    """Share of questions to accept that it finds none in."""
    ci: dict[str, tuple[float, float] | None]


def read_calibration(path: Path) -> Calibration:
    """Return what ``path`` says of a judge.

    Raises:
        InputError: when it cannot be read, or is no calibration.
    """
    made = "`questioner eval reviewer --judge NAME --calibration FILE` writes one"
    return checked.read_json(path, Calibration, f"is no calibration; {made}")


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the judge says of one question."""

    findings: tuple[Finding, ...]
    by: str
    """The version of the model that answered."""


class Judge:
    """Asks a model about questions, a lot in a request and some requests side by side."""

    def __init__(
        self, model: Model, templates: Templates, hide: Callable[[str], str] = str, at_once: int = AT_ONCE
    ) -> None:
        """Use ``model``; ``hide`` takes out of a question what must not leave the machine.

        ``at_once`` requests, 1 and up, are on their way together.

        Raises:
            TemplateError: when the rubric cannot be rendered.
        """
        self.name = model.name
        self.usage = Usage()
        """All that the requests so far cost."""
        self.answered_by: set[str] = set()
        self.unjudged = 0
        """Questions that were asked about and got no answer that could be used."""
        self.judged = 0
        self._model = model
        self._templates = templates
        self._hide = hide
        self._at_once = at_once
        self._rubric = render(templates, RUBRIC, {"labels": [label.value for label in BY_LABEL]})

    @property
    def rubric_sha256(self) -> str:
        """Hash of all that stays the same from request to request: the rubric, the form of a lot, the reply's shape."""
        parts = [self._rubric, self._templates.text(QUESTIONS), json.dumps(SCHEMA), str(LOT)]
        return hashlib.sha256(json.dumps(parts).encode("utf-8", "replace")).hexdigest()

    def opinions(self, texts: Iterable[str]) -> Iterator[Opinion | None]:
        """Yield an opinion on each text, in order; None where the reply has none. Each finding rejects.

        No request is on its way while opinions are handed on: who takes them may be slow, and its time would run out.

        Raises:
            ServiceError: when no reply can be had.
        """
        with asyncio.Runner() as runner:
            for several in lots(lots(texts, LOT), self._at_once):
                for opinions in runner.run(self._side_by_side(several)):
                    yield from opinions

    def request(self, texts: Sequence[str]) -> Request:
        """Return the request that asks about ``texts``, which are ``LOT`` at most."""
        questions = [{"number": n, "text": " ".join(self._hide(text).split())} for n, text in enumerate(texts, 1)]
        prompt = Prompt(self._rubric, render(self._templates, QUESTIONS, {"questions": questions}))
        return Request(prompt, SCHEMA, 1, sha256(prompt))

    async def _side_by_side(self, several: Iterable[Sequence[str]]) -> list[list[Opinion | None]]:
        try:
            async with self._model.client() as client, asyncio.TaskGroup() as group:
                asked = [group.create_task(self._lot(client, texts)) for texts in several]
        except ExceptionGroup as failed:  # the first that failed has stopped the others
            raise failed.exceptions[0] from None
        except ServiceError as error:
            raise _told(error) from error
        return [task.result() for task in asked]

    async def _lot(self, client: Any, texts: Sequence[str]) -> list[Opinion | None]:
        # What is too long for a question is not read by the rules either.
        read = [text for text in texts if 0 < len(text) <= MAX_CHARS]
        found = iter(await self._asked(client, read) if read else ())
        return [next(found) if 0 < len(text) <= MAX_CHARS else None for text in texts]

    async def _asked(self, client: Any, texts: Sequence[str]) -> list[Opinion | None]:
        try:
            reply = await self._model.ask(client, self.request(texts))
        except ServiceError as error:
            raise _told(error) from error
        self.usage += reply.usage
        try:
            answers = {} if reply.problem else _answers(reply.text)
        except UnreadableReplyError:
            answers = {}
        if answers:
            self.answered_by.add(reply.model)
        opinions = [
            Opinion(judged(text, answers[number]), reply.model) if number in answers else None
            for number, text in enumerate(texts, 1)
        ]
        self.unjudged += opinions.count(None)
        self.judged += len(opinions) - opinions.count(None)
        return opinions


def _told(error: ServiceError) -> ServiceError:
    """Return an error with the way out that there is here."""
    return type(error)(str(error).replace(WAY_OUT, _WITHOUT))


def lots(entries: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield ``entries`` in lists of ``size``, the last one shorter."""
    rest = iter(entries)
    while lot := list(islice(rest, size)):
        yield lot


def _answers(text: str) -> dict[int, list[Any]]:
    """Return the faults that a reply names for each number; of a number told twice the first."""
    found: dict[int, list[Any]] = {}
    for entry in entries(text)[:LOT]:
        if isinstance(entry, dict) and type(entry.get("number")) is int and isinstance(entry.get("faults"), list):
            found.setdefault(entry["number"], entry["faults"])
    return found


def judged(text: str, faults: Sequence[Any]) -> tuple[Finding, ...]:
    """Return a finding for each fault of a label that there is, one a label."""
    found: dict[Label, Finding] = {}
    for fault in faults:
        label = fault.get("label") if isinstance(fault, dict) else None
        if isinstance(label, str) and label in {known.value for known in BY_LABEL}:
            known = Label(label)
            found.setdefault(known, finding(BY_LABEL[known], _span(text, fault.get("words")), said=_reason(fault)))
    return tuple(found.values())


def _span(text: str, words: object) -> tuple[int, int]:
    """Return where the quoted words stand; the whole text where they do not."""
    quoted = words.strip() if isinstance(words, str) else ""
    at = text.find(quoted) if quoted else -1
    return (at, at + len(quoted)) if at >= 0 else (0, len(text))


def _reason(fault: dict[str, Any]) -> str:
    reason = fault.get("reason")
    told = " ".join(visible(reason).encode("utf-8", "ignore").decode().split()) if isinstance(reason, str) else ""
    return told[:LONGEST] or "The judge gives no reason."


def mismatch(calibration: Calibration, judge: Judge) -> str:
    """Say why ``calibration`` is not one of ``judge`` as it is now; empty when it is."""
    if calibration.judge != judge.name:
        return f"it is of {calibration.judge}, and the judge is {judge.name}"
    if calibration.rubric_sha256 != judge.rubric_sha256:
        return "the rubric has changed since"
    return "" if calibration.n else "it counts no question"


def joined(
    verdicts: Iterable[Verdict], judge: Judge, choice: Choice, calibration: Calibration | None
) -> Iterator[Verdict]:
    """Yield each verdict with the judge's findings after the rules' own, in order, some lots at a time.

    With a ``calibration`` that matches the judge (see ``mismatch``), findings of a version that it knows reject; all
    others warn.

    Raises:
        ServiceError: when no reply can be had.
    """
    known = frozenset(calibration.answered_by if calibration else ())
    verdicts, ahead = tee(verdicts)
    for verdict, opinion in zip(verdicts, judge.opinions(v.text for v in ahead), strict=True):
        yield _added(verdict, opinion, choice, gates=opinion is not None and opinion.by in known)


def _added(verdict: Verdict, opinion: Opinion | None, choice: Choice, *, gates: bool) -> Verdict:
    found = [f for f in (opinion.findings if opinion else ()) if choice.keeps(f)]
    # Codes put up with in the text that no rule has used: one of them may be the judge's.
    ignored = tuple(code for code in verdict.unused if any(f.code.startswith(code) for f in found))
    kept = [f for f in found if not (ignored and f.code.startswith(ignored))]
    told = tuple(kept if gates else (replace(f, severity=Severity.WARN) for f in kept))
    return replace(
        verdict,
        accepted=verdict.accepted and not any(f.rejects for f in told),
        findings=(*verdict.findings, *told),
        unused=tuple(code for code in verdict.unused if code not in ignored),
    )

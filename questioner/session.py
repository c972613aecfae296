"""What a session is made of: pillars, facts, questions, findings and the sheet that holds them.

Everything here is made by questioner itself, so these are plain frozen values on the standard library
alone; what comes from outside (files, replies) is checked by pydantic models before it gets here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from questioner.exchange import Usage


class Pillar(StrEnum):
    """The five pillars that questions are grouped by."""

    INTENT = "intent"
    SAFETY = "safety"
    OUTCOME = "outcome"
    MINDSET = "mindset"
    FOLLOW_THROUGH = "follow-through"


class SessionKind(StrEnum):
    """The kinds of session a sheet can be prepared for."""

    CHECK_IN = "check-in"
    WORKSHOP = "workshop"
    RETRO = "retro"
    ONE_TO_ONE = "one-to-one"
    ASSESS = "assess"


class Severity(StrEnum):
    """What a finding does to its question: ``reject`` keeps it off the page, ``warn`` costs points."""

    REJECT = "reject"
    WARN = "warn"


class Label(StrEnum):
    """The faults a question can have. The first seven are of the wording alone."""

    ADVICE = "advice"
    LEADING = "leading"
    CLOSED = "closed"
    STACKED = "stacked"
    STATUS = "status"
    BLAME = "blame"
    NOT_A_QUESTION = "not_a_question"
    UNGROUNDED = "ungrounded"
    UNCLEAR = "unclear"
    DUPLICATE = "duplicate"


class Source(StrEnum):
    """Who wrote a question."""

    MODEL = "model"
    BANK = "bank"


Figure = str | int | float
"""A figure a fact rests on: a number, or text as the team wrote it (``"22%"``, ``"2026-11-16"``)."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that stands out in a team's data."""

    id: str
    """``F1``, ``F2``, … in order of rank."""
    signal: str
    """Neutral slug of the signal that found it, such as ``behind-pace``."""
    about: str
    """What it is about: ``team``, ``O1``, ``O1.KR2`` or ``C1`` (a commitment of the last session)."""
    text: str
    """One neutral sentence."""
    figures: Mapping[str, Figure]
    rank: float
    """Weight of the fact, 0 and up; the highest deserves talk first (coaching note, section 2)."""
    askable: bool = True
    """Whether this kind of session may ask about it."""
    sensitive: bool = False
    """True for fear, blame and scoring: for the coach's eyes, never in the room."""
    pillars: tuple[Pillar, ...] = ()
    """Pillars that a question about this fact belongs to, best first."""
    slots: Mapping[str, str] = field(default_factory=dict)
    """Phrases that fit inside a sentence, for the question bank: ``kr``, ``current``, ``blocker``, …"""
    intent: str = ""
    """Why one would ask about it, in one clause for the coach."""
    cue: str = ""
    """What to listen for in the answer, at most eight words."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule says about one question. Offsets are characters of the question's text."""

    code: str
    label: Label
    severity: Severity
    message: str
    start: int = 0
    end: int = 0
    instead: str = ""
    """A neutral wording of the same intent, where one can be given."""

    @property
    def rejects(self) -> bool:
        """Whether it keeps its question off the page."""
        return self.severity is Severity.REJECT


@dataclass(frozen=True, slots=True)
class Question:
    """A question that may stand on a sheet."""

    id: str
    text: str
    pillar: Pillar
    about: tuple[str, ...]
    facts: tuple[str, ...]
    """Ids of the facts it rests on; empty for a question that would fit any team."""
    reason: str
    cue: str
    source: Source
    findings: tuple[Finding, ...] = ()
    """Warnings only: a question with a rejecting finding never becomes a Question on a sheet."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A question that was written and did not pass, with what stands against it."""

    text: str
    pillar: Pillar
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How fit a sheet is for use, 0 to 100. It rates the sheet, never the team."""

    total: int
    craft: float
    """Share 0 to 1, as are the next three."""
    ground: float
    fit: float
    shape: float
    losses: tuple[str, ...]
    """The two largest losses, in words."""


@dataclass(frozen=True, slots=True)
class Section:
    """The questions of one pillar."""

    pillar: Pillar
    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """How the session begins: a line to say and the first question."""

    line: str
    question: Question


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A pillar that has no question on the sheet, and why."""

    pillar: Pillar
    why: str


@dataclass(frozen=True, slots=True)
class Close:
    """Headings of the close, which the team fills in."""

    heard: str
    insights: str
    decided: str
    will: str


@dataclass(frozen=True, slots=True)
class Promised:
    """A commitment of an earlier session that stands open, for the coach's cut alone."""

    id: str
    """``C1``, as in ``Fact.about``."""
    text: str
    who: str
    """Empty where nobody is named."""
    due: str
    """ISO date; empty without one."""
    status: str
    """``open`` or ``partly``."""


@dataclass(frozen=True, slots=True)
class TrackPoint:
    """What one check-in said about one key result."""

    date: str
    """ISO date of the check-in."""
    elapsed: float
    """Share of the cycle gone by; below 0 or above 1 where the check-in lies outside it."""
    value: str
    """With its unit; empty where none was given."""
    progress: float | None
    """Share of the way from start to target, past 0 and 1 where it lies beyond; None where it is not defined."""
    confidence: float | None
    """0 to 1."""
    said: str
    """The confidence as the team gave it."""


@dataclass(frozen=True, slots=True)
class Track:
    """The way of one key result through the cycle. Values are text with their units, empty where there is none."""

    ref: str
    """``O1.KR2``."""
    name: str
    start: str
    target: str
    current: str
    progress: float | None
    """Share of the way now, as in ``TrackPoint``; of lower-is-better too, 1 is the target."""
    confidence: float | None
    """The latest, 0 to 1."""
    said: str
    points: tuple[TrackPoint, ...]
    """Oldest first."""


@dataclass(frozen=True, slots=True)
class SessionSheet:
    """Everything a coach takes into one session."""

    team: str
    vision: str
    """In the team's words; empty when the file has none."""
    as_of: date
    session: SessionKind
    minutes: int
    model: str
    prompt_sha256: str
    """Empty where the bank made the sheet and nobody was asked."""
    templates_sha256: str
    rules_version: str
    score: Score
    facts: tuple[Fact, ...]
    notes: tuple[str, ...]
    opening: Opening
    sections: tuple[Section, ...]
    reserve: tuple[Question, ...]
    left_out: tuple[LeftOut, ...]
    close: Close
    rejected: tuple[Rejected, ...]
    warnings: tuple[str, ...]
    usage: Usage
    promises: tuple[Promised, ...] = ()
    dropped: tuple[str, ...] = ()
    """Questions that stood on an earlier sheet for this session and were dropped."""
    elapsed: float = 0.0
    """Share of the cycle gone by, 0 to 1."""
    key_results: tuple[Track, ...] = ()
    """The way of every key result, in file order."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question printed for the session, in the order it is asked, without the reserve."""
        return (self.opening.question, *(q for section in self.sections for q in section.questions))

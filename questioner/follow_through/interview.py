"""The interview after a session: which question comes next, what an answer means, and what came of it all.

It decides and never reads or prints. An interview is a generator that yields an ``Ask`` and is sent an answer; the
same answers always lead to the same place, so it is taken up again, or one step back, by sending them once more.
"""

import re
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from questioner.closing import FEEDBACK, Closing
from questioner.follow_through import days
from questioner.follow_through.record import Followed, WrapUp
from questioner.phrasing import visible
from questioner.signals import open_promises
from questioner.standing import Picture, Promise
from questioner.team import Asked, Commitment, CommitmentStatus, Feedback, PastSession
from questioner.team.fields import LONG, MANY, SHORT

T = TypeVar("T")

NONE = "-"
"""What is answered for nothing at all, where an empty answer means something else."""
_RANGE = re.compile(r"(\d{1,3})-(\d{1,3})")
_WORDS = {"kept": CommitmentStatus.DONE, **{status.value: status for status in CommitmentStatus}}


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing to be asked."""

    prompt: str
    default: str = ""
    """What an empty answer stands for; shown beside the prompt."""
    heading: str = ""
    """Title of the part it belongs to; shown where another one begins."""
    lines: tuple[str, ...] = ()
    """What is shown above the prompt: the questions of the sheet, a promise."""
    problem: str = ""
    """Why the answer before could not be taken."""


Talk = Generator[Ask, str, T]


class Interview:
    """An interview on its way: what is asked now, and the answers that led there."""

    def __init__(self, begin: Callable[[], Talk[WrapUp]], answers: tuple[str, ...] = ()) -> None:
        """Begin, and send ``answers`` of an earlier sitting."""
        self._begin = begin
        self.answers: list[str] = []
        self.ask: Ask | None = None
        """What is asked now; None once everything was."""
        self.result: WrapUp | None = None
        self._start(answers)

    def answer(self, text: str) -> None:
        """Send one answer. One that cannot be taken is forgotten, and asked for again with the reason."""
        self._send(text)
        if self.ask is None or not self.ask.problem:
            self.answers.append(text)

    def back(self) -> None:
        """Go one answer back."""
        self._start(tuple(self.answers[:-1]))

    def _start(self, answers: tuple[str, ...]) -> None:
        self._talk = self._begin()
        self.answers, self.result = [], None
        self.ask = next(self._talk)
        for text in answers:
            if self.ask is not None:
                self.answer(text)

    def _send(self, text: str) -> None:
        try:
            self.ask = self._talk.send(text)
        except StopIteration as done:
            self.ask, self.result = None, done.value


def interview(picture: Picture, session: date, questions: Mapping[str, str], words: Closing) -> Talk[WrapUp]:
    """Ask for everything that the session on the day ``session`` left; ``questions`` are those of the sheet.

    Returns:
        What came of it, ready to be read back and written.
    """
    heads, prompts = words.headings, words.interview
    followed = yield from _promises(picture, heads, prompts)
    asked = yield from _questions(questions, prompts)
    own = yield from _list(Ask(prompts["own"], heading=heads["own"]))
    summary = yield from _summary(heads, prompts)
    insights = yield from _list(Ask(prompts["insight"], heading=heads["insights"]))
    decisions = yield from _list(Ask(prompts["decision"], heading=heads["decided"]))
    commitments = yield from _commitments(picture, session, heads, prompts)
    feedback = yield from _feedback(heads, prompts)
    return WrapUp(
        PastSession(
            date=session,
            summary=summary,
            insights=insights,
            decisions=decisions,
            asked=(*asked, *(Asked(text=text, by="team") for text in own)),
            commitments=commitments,
            feedback=feedback,
        ),
        followed,
    )


def _read(ask: Ask, reader: Callable[[str], T]) -> Talk[T]:
    """Ask until the answer can be read; an empty one stands for the default."""
    while True:
        answer = visible((yield ask)).strip()
        try:
            return reader(answer or ask.default)
        except ValueError as error:
            ask = replace(ask, problem=str(error), lines=())


def _text(most: int = LONG) -> Callable[[str], str]:
    def reader(answer: str) -> str:
        if len(answer) > most:
            raise ValueError(f"That is longer than {most} characters; write it shorter.")
        return "" if answer == NONE else answer

    return reader


def _list(ask: Ask) -> Talk[tuple[str, ...]]:
    """Ask until an empty answer."""
    found: list[str] = []
    while len(found) < MANY and (text := (yield from _read(ask, _text()))):
        found.append(text)
        ask = replace(ask, lines=(), problem="")
    return tuple(found)


def _promises(picture: Picture, heads: Mapping[str, str], prompts: Mapping[str, str]) -> Talk[tuple[Followed, ...]]:
    found: list[Followed] = []
    for promise in open_promises(picture):
        followed = yield from _promise(promise, heads["earlier"], prompts)
        found.append(followed)
    return tuple(found)


def _promise(promise: Promise, heading: str, prompts: Mapping[str, str]) -> Talk[Followed]:
    c = promise.commitment
    beside = ", ".join(
        part for part in (c.who, f"due {c.due}" if c.due else "", f"from {promise.session.date}") if part
    )
    shown = (f"{promise.ref} {c.text} ({beside})", *([f"   {c.note}"] if c.note else []))
    status = yield from _read(Ask(prompts["status"], c.status.value, heading, shown), _status)
    # An open promise without news is passed over quickly; the others have a story.
    note = "" if status is CommitmentStatus.OPEN else (yield from _read(Ask(prompts["note"], heading=heading), _text()))
    return Followed(promise, status, note or c.note)


def _status(answer: str) -> CommitmentStatus:
    fit = {status for word, status in _WORDS.items() if word.startswith(answer.lower())}
    if len(fit) != 1:
        raise ValueError("Answer kept, partly, open or dropped; the first letters will do.")
    return fit.pop()


def _questions(questions: Mapping[str, str], prompts: Mapping[str, str]) -> Talk[tuple[Asked, ...]]:
    if not questions:
        return ()
    lines = tuple(f"{number:>3}. {text}" for number, text in questions.items())
    printed = [number for number in questions if number.isdecimal()]
    every = f"{printed[0]}-{printed[-1]}" if len(printed) > 1 else printed[0]
    heading = prompts["sheet"]
    asked = yield from _read(
        Ask(prompts["asked"], every, heading, lines), lambda a: _numbers(a, tuple(questions), tuple(printed))
    )
    landed: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    if asked:
        landed = yield from _read(Ask(prompts["landed"], NONE, heading), lambda a: _numbers(a, asked, asked))
        dropped = yield from _read(Ask(prompts["drop"], NONE, heading), lambda a: _numbers(a, asked, asked))
    return tuple(
        Asked(text=questions[number], landed=True if number in landed else None, drop=number in dropped)
        for number in asked
    )


def _numbers(answer: str, known: tuple[str, ...], every: tuple[str, ...]) -> tuple[str, ...]:
    """Return the numbers that ``answer`` lists, such as ``1-3, 5 and R1``, in the order of the sheet; ``all`` is ``every``."""
    wanted: set[str] = set()
    if answer.lower() == "all":
        return every
    nothing = answer.lower() in {NONE, "none"}
    for part in [] if nothing else re.split(r"(?:[,\s&]|\bAND\b)+", answer.upper().strip(" ,")):
        between = _RANGE.fullmatch(part)
        wanted |= {str(n) for n in range(int(between[1]), int(between[2]) + 1)} if between else {part}
    unknown = sorted(wanted - set(known))
    if unknown:
        raise ValueError(
            f"{unknown[0]} is none of {', '.join(known)}. Write numbers such as 1-3, 5, all, or - for none."
        )
    return tuple(number for number in known if number in wanted)


def _summary(heads: Mapping[str, str], prompts: Mapping[str, str]) -> Talk[str | None]:
    """Ask for the summary twice: as it was first put, and line by line as the team corrected it, with what was missing."""
    heading = heads["heard"]
    first = yield from _list(Ask(prompts["heard"], heading=heading))
    corrected: list[str] = []
    for number, line in enumerate(first):
        shown = () if number else (prompts["corrected"],)
        corrected.append((yield from _read(Ask(prompts["line_corrected"], line, heading, shown), _text())))
    added = (yield from _list(Ask(prompts["added"], heading=heading))) if first else ()
    return "\n".join(filter(None, (*corrected, *added))) or None


def _commitments(
    picture: Picture, session: date, heads: Mapping[str, str], prompts: Mapping[str, str]
) -> Talk[tuple[Commitment, ...]]:
    next_time = (session + timedelta(days=picture.team.cadence_days)).isoformat()

    def due(answer: str) -> date | None:
        found = None if answer == NONE else days.read(answer, session)
        if found is None and answer != NONE:
            raise ValueError(f"{answer} is no day; write 2026-11-23, 23 November, Friday or in two weeks; - for none.")
        if found and found < session:
            raise ValueError(f"{days.told(found)} is before the session, of {days.told(session)}; - for no day.")
        return found

    found: list[Commitment] = []
    heading = heads["will"]
    before: tuple[str, ...] = ()
    while what := (yield from _read(Ask(prompts["what"], "", heading, before), _text())):
        who = yield from _read(Ask(f"   {prompts['who']}", NONE, heading), _text(SHORT))
        by = yield from _read(Ask(f"   {prompts['due']}", next_time, heading), due)
        found.append(Commitment(text=what, who=who or None, due=by))
        before = (f"by {days.told(by)}",) if by else ()  # a day that was worked out is shown, to be taken back with <
    return tuple(found)


def _feedback(heads: Mapping[str, str], prompts: Mapping[str, str]) -> Talk[Feedback | None]:
    told: dict[str, str] = {}
    for name in FEEDBACK:
        text = yield from _read(Ask(prompts["line"], heading=heads[name]), _text())
        told |= {name: text} if text else {}
    return Feedback.model_validate(told) if told else None

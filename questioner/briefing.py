"""What the coach reads before walking in: what stands out, friction, the unseen, the missing, open promises.

For the coach alone: these lines may hold what is sensitive, and the names behind commitments.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from questioner.errors import Problem, TemplateError
from questioner.phrasing import clipped, day
from questioner.resources import Templates, faults
from questioner.session import Fact, Question
from questioner.signals import open_promises
from questioner.standing import Picture
from questioner.team import Commitment

FILE = "briefing.toml"
LINE_FIELDS: dict[str, Any] = {"heading": str, "signals": list, "most": int}
LAST_WORDS, LAST_LINES = 60, 2
"""Words of the last summary, and decisions and questions of the last session, that are told."""
STANDS_OUT = 3
"""Facts in the first line."""


def notes(
    picture: Picture, facts: Sequence[Fact], questions: Sequence[Question], templates: Templates
) -> tuple[str, ...]:
    """Return the lines of the coach's notes, each with its evidence; a fact is told once.

    Raises:
        TemplateError: when ``briefing.toml`` cannot be read.
    """
    return (
        *_last_time(picture),
        *_beginning(picture, facts),
        *_lines(facts, templates),
        *_unasked_commitments(picture, questions),
    )


def lines(templates: Templates) -> list[dict[str, Any]]:
    """Return the lines of ``briefing.toml``: heading, signals and how many facts each.

    Raises:
        TemplateError: when the file cannot be read or a line of it is wrong.
    """
    found: list[dict[str, Any]] = templates.fields(FILE, {"line": list})["line"]
    wrong = [f"line {n}: {text}" for n, line in enumerate(found, 1) for text in faults(line, LINE_FIELDS)]
    if wrong:
        raise TemplateError([Problem(text, str(templates.path(FILE))) for text in wrong])
    return found


def _last_time(picture: Picture) -> Iterator[str]:
    """Yield what the last session left, in the team's words."""
    last = picture.last_session
    if last is None:
        return
    lines = [f"“{clipped(last.summary, LAST_WORDS)}”"] if last.summary else []
    lines += [f"Decided: {clipped(text.strip(' .'), 25)}." for text in last.decisions[:LAST_LINES]]
    lines += [f"The team asked itself: “{a.text}”" for a in last.asked if a.by == "team"][:LAST_LINES]
    lines += [f"Landed: “{a.text}”" for a in last.asked if a.landed][:LAST_LINES]
    if lines:
        yield "\n".join((f"Last time, {day(last.date)}:", *lines))


def _beginning(picture: Picture, facts: Sequence[Fact]) -> Iterator[str]:
    if not picture.check_ins and picture.team.objectives:
        yield "There is no check-in yet, so nothing here is about pace."
    if not picture.sessions:
        yield "No earlier session is on file, so nothing is followed up."
    if facts:
        yield _line("What stands out", _first_of_each(facts)[:STANDS_OUT])
    else:
        yield "Nothing in particular stands out. A team that is doing well deserves good questions too."


def _line(heading: str, facts: Sequence[Fact]) -> str:
    """Return a heading with its facts: one beside it, several each on a line of its own."""
    between = "\n" if len(facts) > 1 else " "
    return f"{heading}:{between}" + "\n".join(fact.text for fact in facts)


def _first_of_each(facts: Sequence[Fact]) -> list[Fact]:
    """Return the highest fact of each thing, facts this session may ask about first."""
    first: dict[str, Fact] = {}
    for fact in sorted(facts, key=lambda f: not f.askable):
        first.setdefault(fact.about, fact)
    return [fact for fact in first.values() if fact.askable] or list(first.values())


def _lines(facts: Sequence[Fact], templates: Templates) -> Iterator[str]:
    told = {fact.id for fact in _first_of_each(facts)[:STANDS_OUT]}
    for line in lines(templates):
        found = [fact for fact in facts if fact.signal in line["signals"] and fact.id not in told][: line["most"]]
        if found:
            yield _line(line["heading"], found)


def _unasked_commitments(picture: Picture, questions: Sequence[Question]) -> Iterator[str]:
    asked = {ref for question in questions for ref in question.about}
    for promise in open_promises(picture):
        if promise.ref not in asked:
            yield f"Open, and without a question today: {told(promise.commitment)}."


def told(commitment: Commitment) -> str:
    """Return a commitment for the coach, with who made it and by when: ``“ring ten members”, Mina, due 9 November``."""
    who = f", {commitment.who}" if commitment.who else ""
    due = f", due {day(commitment.due)}" if commitment.due else ""
    return f"“{clipped(commitment.text, 25)}”{who}{due}"

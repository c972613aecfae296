"""Measures of coaching over a team's cycles, check-ins and sessions: one team at a time, never a person.

The measures follow the first of the articles behind the project (achievement before and after coaching began, time to
target, quality of goals, feedback); shares of questions of the team's own follow the fifth, whose coach wants to be needed less.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from statistics import fmean, median
from typing import Any

from questioner.errors import Problem, TemplateError
from questioner.phrasing import count
from questioner.resources import Templates, faults
from questioner.signals import Signal, quality
from questioner.standing import Picture, Standing, read
from questioner.team import Commitment, CommitmentStatus, Feedback, PastSession, Team

FILE = "trends.toml"
WORD_FIELDS = dict.fromkeys(("title", "about", "began", "dashed", "not_begun", "no_data", "figures", "feedback"), str)
MEASURE_FIELDS = dict.fromkeys(("title", "about", "few"), str)
LEAST = 3
"""Points from which one may speak of a trend (h): two can always be joined by a line."""
EITHER_SIDE = 1
"""Finished cycles before and after coaching began that a comparison needs."""
SAID = 6
"""Sessions whose feedback is shown, the latest."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a measure."""

    on: date
    value: float
    """Share, 0 to 1."""
    label: str
    """What it rests on: ``3 of 4``, ``62% over 5 key results``."""
    name: str = ""
    """Of the cycle; empty for sessions and check-ins."""
    over: int = 0
    """Key results that a mean is over, where these may differ from point to point."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of one team over time."""

    key: str
    title: str
    about: str
    points: tuple[Point, ...]
    """Oldest first."""
    said: str
    """What the points tell, or that they are too few to tell anything."""


@dataclass(frozen=True, slots=True)
class Trends:
    """Everything told of one team."""

    team: str
    began: date | None
    """Day of the first session on file."""
    measures: tuple[Measure, ...]
    feedback: tuple[tuple[date, Feedback], ...]


def words(templates: Templates) -> dict[str, Any]:
    """Return the words of the page.

    Raises:
        TemplateError: when ``trends.toml`` cannot be read or lacks a word.
    """
    tables = templates.fields(FILE, dict.fromkeys(("words", *MEASURES), dict))
    wrong = [f"words.{text}" for text in faults(tables["words"], WORD_FIELDS)]
    wrong += [f"{key}.{text}" for key in MEASURES for text in faults(tables[key], MEASURE_FIELDS)]
    if wrong:
        raise TemplateError([Problem(text, str(templates.path(FILE))) for text in wrong])
    return tables


def trends(teams: Iterable[tuple[Team, date]], templates: Templates) -> tuple[Trends, ...]:
    """Return the trends of each team, in order of their names; each file is one cycle, read on the day beside it.

    Raises:
        TemplateError: when the words of the page cannot be read.
    """
    said = words(templates)
    ordered = sorted(teams, key=lambda pair: (pair[0].team, pair[0].cycle.start))
    return tuple(
        _of_team(name, [read(team, as_of) for team, as_of in files], said)
        for name, files in groupby(ordered, key=lambda pair: pair[0].team)
    )


def _of_team(name: str, cycles: Sequence[Picture], said: dict[str, Any]) -> Trends:
    # A file may carry the sessions of the one before it along.
    by_day = {session.date: session for picture in cycles for session in picture.sessions}
    sessions = [by_day[day] for day in sorted(by_day)]
    as_of = max(picture.as_of for picture in cycles)
    history = History(tuple(cycles), tuple(sessions), as_of)
    measures = tuple(_measure(key, find(history), history, said[key]) for key, find in MEASURES.items())
    feedback = tuple((s.date, s.feedback) for s in sessions if s.feedback)[-SAID:]
    return Trends(name, history.began, measures, feedback)


@dataclass(frozen=True)
class History:
    """A team's cycles and sessions, oldest first."""

    cycles: tuple[Picture, ...]
    sessions: tuple[PastSession, ...]
    as_of: date

    @property
    def began(self) -> date | None:
        """Day of the first session."""
        return self.sessions[0].date if self.sessions else None


def _measure(key: str, points: Iterator[Point], history: History, said: dict[str, str]) -> Measure:
    found = tuple(points)
    told = _before_and_after(found, history, said) if key == "achievement" else _course(found, said)
    return Measure(key, said["title"], said["about"], found, told)


def _course(points: tuple[Point, ...], said: dict[str, str]) -> str:
    if len(points) < LEAST:
        return said["few"].replace("{least}", count(LEAST)).replace("{found}", count(len(points)))
    first, last = points[0].over, points[-1].over
    if first != last:
        return f"The first reading is over {_results(first)} and the last over {_results(last)}, so the two are not compared."
    return f"From {percent(points[0].value)} to {percent(points[-1].value)} over {count(len(points))} readings."


def _before_and_after(points: tuple[Point, ...], history: History, said: dict[str, str]) -> str:
    """Compare finished cycles alone: one that is running has not had its chance yet."""
    began = history.began
    finished = {p.team.cycle.end for p in history.cycles if p.as_of >= p.team.cycle.end}
    done = [point for point in points if point.on in finished]
    before = [point.value for point in done if began is None or point.on < began]
    after = [point.value for point in done if began is not None and point.on >= began]
    if len(before) < EITHER_SIDE or len(after) < EITHER_SIDE:
        found = f"{count(len(before))} before and {count(len(after))} after"
        return said["few"].replace("{least}", count(EITHER_SIDE)).replace("{found}", found)
    return (
        f"{percent(fmean(before))} before coaching began ({_cycles(before)}), "
        f"{percent(fmean(after))} since ({_cycles(after)})."
    )


def _cycles(values: Sequence[float]) -> str:
    return f"{count(len(values))} finished cycle{'s' if len(values) > 1 else ''}"


def percent(value: float) -> str:
    """Return a share as it is read: ``62%``."""
    return f"{100 * value:.0f}%"


def achievement(history: History) -> Iterator[Point]:
    """Yield the mean achievement of each cycle: final scores where given, else P between 0 and 1."""
    for picture in history.cycles:
        values = [value for s in picture.standings if (value := _achieved(s)) is not None]
        if values:
            mean, running = fmean(values), picture.as_of < picture.team.cycle.end
            label = f"{percent(mean)} over {_results(len(values))}{', so far' if running else ''}"
            yield Point(min(picture.as_of, picture.team.cycle.end), mean, label, _name(picture))


def _achieved(s: Standing) -> float | None:
    if s.key_result.score is not None:
        return s.key_result.score
    return None if s.progress is None else min(1.0, max(0.0, s.progress))


def _results(number: int) -> str:
    return f"{count(number)} key result{'s' if number > 1 else ''}"


def _name(picture: Picture) -> str:
    return picture.team.cycle.name or f"from {picture.team.cycle.start}"


def path(history: History) -> Iterator[Point]:
    """Yield the mean P, between 0 and 1, at every check-in of the latest cycle, of key results with a value by then."""
    picture = history.cycles[-1]
    for day in sorted({check_in.date for check_in in picture.check_ins}):
        known = ((s, [value for on, value in s.values if on <= day]) for s in picture.standings)
        values = [p for s, given in known if given and (p := s.progress_at(given[-1])) is not None]
        if values:
            mean = fmean(min(1.0, max(0.0, p)) for p in values)
            yield Point(day, mean, f"{percent(mean)} over {_results(len(values))}", over=len(values))


def reached(history: History) -> Iterator[Point]:
    """Yield, per cycle, the median share of it gone by when a target was first reached (P >= 1) in a check-in."""
    for picture in history.cycles:
        start, end = picture.team.cycle.start, picture.team.cycle.end
        first = (next((on for on, v in s.values if (s.progress_at(v) or 0) >= 1), None) for s in picture.standings)
        shares = [min(1.0, max(0.0, (on - start).days / (end - start).days)) for on in first if on]
        if shares:
            label = f"{percent(median(shares))} of the cycle, {_results(len(shares))}"
            yield Point(min(picture.as_of, end), median(shares), label, _name(picture))


def outcomes(history: History) -> Iterator[Point]:
    """Yield, per cycle, the share of key results whose wording names no delivery and no bare volume."""
    yield from _sound(history, (quality.names_a_delivery, quality.volume_measure))


def measurable(history: History) -> Iterator[Point]:
    """Yield, per cycle, the share of key results that lack neither a target nor a start they need."""
    yield from _sound(history, (quality.no_target, quality.no_start))


def _sound(history: History, faulty: Sequence[Signal]) -> Iterator[Point]:
    for picture in map(_undecided, history.cycles):
        total = len(picture.standings)
        sound = sum(not any(signal.find(picture, s) for signal in faulty) for s in picture.standings)
        if total:
            day = min(picture.as_of, picture.team.cycle.end)
            yield Point(day, sound / total, f"{sound} of {total}", _name(picture))


def _undecided(picture: Picture) -> Picture:
    """Return the picture as if nothing was called done or dropped: signals keep silent about what is."""
    bare = {"status": None}
    objectives = tuple(
        o.model_copy(update={"key_results": tuple(k.model_copy(update=bare) for k in o.key_results)})
        for o in picture.team.objectives
    )
    check_ins = tuple(
        c.model_copy(update={"key_results": {name: u.model_copy(update=bare) for name, u in c.key_results.items()}})
        for c in picture.team.check_ins
    )
    return read(picture.team.model_copy(update={"objectives": objectives, "check_ins": check_ins}), picture.as_of)


def kept(history: History) -> Iterator[Point]:
    """Yield, per session, the share of its commitments that was kept: of those done, partly done, or open past their day."""
    for session in history.sessions:
        settled = [c for c in session.commitments if _settled(c, history.as_of)]
        done = sum(c.status is CommitmentStatus.DONE for c in settled)
        if settled:
            yield Point(session.date, done / len(settled), f"{done} of {len(settled)}")


def _settled(commitment: Commitment, as_of: date) -> bool:
    past = commitment.due is not None and commitment.due < as_of
    return commitment.status in {CommitmentStatus.DONE, CommitmentStatus.PARTLY} or (commitment.unfinished and past)


def own(history: History) -> Iterator[Point]:
    """Yield, per session, the share of its questions that the team asked itself."""
    for session in history.sessions:
        ours = sum(asked.by == "team" for asked in session.asked)
        if session.asked:
            yield Point(session.date, ours / len(session.asked), f"{ours} of {len(session.asked)}")


MEASURES: dict[str, Callable[[History], Iterator[Point]]] = {
    "achievement": achievement,
    "path": path,
    "reached": reached,
    "outcomes": outcomes,
    "measurable": measurable,
    "kept": kept,
    "own": own,
}
"""Every measure by its key in ``trends.toml``, in the order of the page."""

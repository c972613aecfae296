"""Where a team stands on one day: its check-ins read in order, progress, confidence, time, data warnings.

Nothing here judges; the signals do. The clock is never read: the day is given.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from questioner.names import Names
from questioner.phrasing import day, is_currency, measured, named, number, quotable, remarks_in
from questioner.team import CheckIn, Commitment, KeyResult, Objective, PastSession, Team, Update
from questioner.team.fields import CLOSED, COLOURS, UNSURE, Confidence, Phase

DRAFT_UNTIL = 0.15
"""Share of the cycle during which OKRs still count as drafts (coaching note, section 2)."""
LATE_FROM = 0.90
"""Share of the cycle from which a session looks back and learns (coaching note, section 2)."""
PLAUSIBLE = 3.0
"""Progress beyond this many times the way is more likely a typing mistake than a result."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one check-in said about one key result."""

    date: date
    value: float | str | None
    confidence: float | None
    """0 to 1."""
    said: str
    """The confidence as the team gave it: ``6/10``, ``60%``, ``amber``; empty when there is none."""
    update: Update
    scores: tuple[tuple[float, Confidence], ...] = ()
    """Confidence of each person, lowest first, without names: as a share, 0 to 1, and as it was given."""


@dataclass(frozen=True)
class Standing:
    """One key result as it stands: its readings, oldest first, and what follows from them."""

    ref: str
    """``O1.KR2``."""
    objective: Objective
    key_result: KeyResult
    readings: tuple[Reading, ...]
    confidence: float | None
    """The latest, 0 to 1."""
    said: str

    @cached_property
    def name(self) -> str:
        """The phrase for it inside a sentence."""
        return named(self.key_result.label, self.key_result.title)

    @property
    def latest(self) -> Reading | None:
        """The newest reading; None before the first check-in."""
        return self.readings[-1] if self.readings else None

    @cached_property
    def values(self) -> tuple[tuple[date, float], ...]:
        """Numeric values with their dates, oldest first."""
        return tuple((r.date, r.value) for r in self.readings if isinstance(r.value, (int, float)))

    @cached_property
    def current(self) -> float | str | None:
        """The newest value of a check-in, else the one in the key result itself."""
        given = [r.value for r in self.readings if r.value is not None]
        return given[-1] if given else self.key_result.current

    @cached_property
    def targets(self) -> tuple[float | str, ...]:
        """Targets in the order they applied, each once where it changed; empty where there is none."""
        dated = [r.update.target for r in self.readings if r.update.target is not None]
        plain = self.key_result.target
        # The key result itself holds the first target or the newest; if it is the newest, it adds nothing.
        first = [plain] if plain is not None and (not dated or dated[-1] != plain) else []
        order = first + dated
        return tuple(t for place, t in enumerate(order) if place == 0 or t != order[place - 1])

    @cached_property
    def target(self) -> float | str | None:
        """The target that applies now."""
        return self.targets[-1] if self.targets else None

    @cached_property
    def reach(self) -> float | None:
        """Target less start, in the unit of the key result; None where one of them is not a number."""
        start, target = self.key_result.start, self.target
        if isinstance(start, (int, float)) and isinstance(target, (int, float)):
            return target - start
        return None

    def progress_at(self, value: float | str | None) -> float | None:
        """Share of the way from start to target at ``value``, 0 to 1 (may pass either end); None if undefined."""
        start = self.key_result.start
        if not self.reach or not isinstance(value, (int, float)) or not isinstance(start, (int, float)):
            return None
        return round((value - start) / self.reach, 12)  # so that 0.3 is 0.3, however it was reached

    @cached_property
    def progress(self) -> float | None:
        """Share of the way now, as in ``progress_at``."""
        return self.progress_at(self.current)

    @cached_property
    def unsure(self) -> bool:
        """True for red or amber: confidence below 0.4 to 0.7, or a status that says so."""
        status = (self.status or "").lower().replace(" ", "_").replace("-", "_")
        return (self.confidence is not None and self.confidence < 0.7) or status in UNSURE

    @cached_property
    def status(self) -> str | None:
        """The newest status in the team's words."""
        given = [r.update.status for r in self.readings if r.update.status]
        return given[-1] if given else self.key_result.status

    @cached_property
    def closed(self) -> bool:
        """True when the team called it done or abandoned: nothing more is expected of it."""
        return (self.status or "").lower() in CLOSED

    def shown(self, value: float | str | None) -> str:
        """Return ``value`` with the unit of this key result; empty for None. Words that may not be quoted are left out."""
        if value is None or (isinstance(value, str) and not quotable(value)):
            return "" if value is None else "“…”"
        unit = self.key_result.unit
        return measured(value, unit if unit and quotable(unit) else None)

    def shown_bare(self, value: float | str | None) -> str:
        """Return ``value`` without a unit that is a word, for the first half of ``from 280 to 316 homes``."""
        unit = self.key_result.unit or ""
        words = isinstance(value, (int, float)) and unit[:1].isalpha() and not is_currency(unit)
        return number(value) if words and isinstance(value, (int, float)) else self.shown(value)


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment of an earlier session that the next session comes back to."""

    ref: str
    """``C1``."""
    place: tuple[int, int]
    """Which commitment of which session it is, both as they stand in the file, from 0."""
    session: PastSession
    commitment: Commitment


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence of the latest check-in, and what it is about: a standing, or the team where None."""

    text: str
    standing: Standing | None


@dataclass(frozen=True)
class Picture:
    """A team on one day: everything that signals, prompts and sheets read from."""

    team: Team
    as_of: date
    names: Names
    check_ins: tuple[CheckIn, ...]
    """Up to the day, oldest first."""
    sessions: tuple[PastSession, ...]
    """Earlier coaching sessions, oldest first."""
    standings: tuple[Standing, ...]
    warnings: tuple[str, ...] = field(default=())

    @cached_property
    def by_ref(self) -> dict[str, Standing]:
        """The standings by their references."""
        return {s.ref: s for s in self.standings}

    @cached_property
    def elapsed(self) -> float:
        """Share of the cycle gone by, 0 to 1."""
        cycle = self.team.cycle
        return min(1.0, max(0.0, (self.as_of - cycle.start).days / (cycle.end - cycle.start).days))

    @cached_property
    def days_left(self) -> int:
        """Days until the cycle ends, 0 and up."""
        return max(0, (self.team.cycle.end - self.as_of).days)

    @cached_property
    def next_check_in(self) -> date:
        """The day the next check-in is due by the team's cadence."""
        last = self.check_ins[-1].date if self.check_ins else self.as_of
        due = last + timedelta(days=self.team.cadence_days)
        return due if due > self.as_of else self.as_of + timedelta(days=self.team.cadence_days)

    @property
    def latest(self) -> CheckIn | None:
        """The newest check-in; None before the first."""
        return self.check_ins[-1] if self.check_ins else None

    @cached_property
    def remarks(self) -> tuple[Remark, ...]:
        """The sentences of the latest check-in: comments of key results first, then the general notes."""
        if self.latest is None:
            return ()
        comments = ((s, s.latest) for s in self.standings if s.latest and s.latest.date == self.latest.date)
        of_key_results = (Remark(part, s) for s, r in comments for part in remarks_in(r.update.comment or ""))
        return (*of_key_results, *(Remark(part, self._meant(part)) for part in remarks_in(self.latest.notes or "")))

    def _meant(self, remark: str) -> Standing | None:
        """Return the one key result whose label a general note holds."""
        lowered = remark.lower()
        named = [s for s in self.standings if s.key_result.label and s.key_result.label.lower() in lowered]
        return named[0] if len(named) == 1 else None

    @property
    def last_session(self) -> PastSession | None:
        """The newest coaching session; None before the first."""
        return self.sessions[-1] if self.sessions else None

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """The commitments of the last session, then those of sessions before it that were open until then, newest first."""
        last = self.last_session
        if last is None:
            return ()
        known = sorted((pair for pair in enumerate(self.team.sessions) if pair[1].date <= self.as_of), key=_date)
        found = (
            ((number, place), session, commitment)
            for number, session in reversed(known)
            for place, commitment in enumerate(session.commitments)
            if session is last or commitment.unfinished or (commitment.closed and commitment.closed >= last.date)
        )
        return tuple(Promise(f"C{n}", *promise) for n, promise in enumerate(found, 1))

    def of(self, objective: Objective) -> tuple[Standing, ...]:
        """Return the standings of one objective, in file order."""
        return tuple(s for s in self.standings if s.objective is objective)


def read(team: Team, as_of: date, declared_names: tuple[str, ...] = ()) -> Picture:
    """Return ``team`` as it stands on ``as_of``; later check-ins and sessions are left out with a warning."""
    check_ins = tuple(sorted((c for c in team.check_ins if c.date <= as_of), key=lambda c: c.date))
    sessions = tuple(sorted((s for s in team.sessions if s.date <= as_of), key=lambda s: s.date))
    fractions = any(0 < c < 1 for c in _confidences(team) if isinstance(c, float))
    names = team.references()
    updates: dict[tuple[str, str], list[tuple[date, Update]]] = {}
    for check_in in check_ins:
        for name in filter(names.get, check_in.key_results):  # of a team without goals they name nothing
            updates.setdefault(names[name], []).append((check_in.date, check_in.key_results[name]))
    standings = tuple(
        _standing(objective, key_result, updates, fractions=fractions)
        for objective in team.objectives
        for key_result in objective.key_results
    )
    warnings = (
        *_date_warnings(team, as_of),
        *_scale_warnings(team, fractions=fractions),
        *_value_warnings(standings),
    )
    return Picture(team, as_of, Names.of(team, declared_names), check_ins, sessions, standings, warnings)


def _date(pair: tuple[int, PastSession]) -> date:
    return pair[1].date


def phase(picture: Picture) -> Phase:
    """Return the team's phase: the one in the file, else worked out from what there is.

    Drafts without a check-in are assessed; a team that was never coached builds skills; others are supported.
    """
    if picture.team.phase:
        return picture.team.phase
    if picture.elapsed < DRAFT_UNTIL and not picture.check_ins:
        return Phase.ASSESS
    return Phase.SUPPORT if picture.sessions else Phase.SKILLS


def _standing(
    objective: Objective,
    key_result: KeyResult,
    updates: Mapping[tuple[str, str], Sequence[tuple[date, Update]]],
    *,
    fractions: bool,
) -> Standing:
    key = (str(objective.id), str(key_result.id))
    readings = tuple(_reading(on, u, fractions=fractions) for on, u in updates.get(key, ()))
    given = [(r.confidence, r.said) for r in readings if r.confidence is not None]
    own = key_result.confidence
    last = given[-1] if given else (share(own, fractions=fractions), said(own, fractions=fractions))
    return Standing(".".join(key), objective, key_result, readings, *last)


def _reading(on: date, update: Update, *, fractions: bool) -> Reading:
    scores = ((share(score, fractions=fractions), score) for score in update.scores)
    return Reading(
        on,
        update.value,
        share(update.confidence, fractions=fractions),
        said(update.confidence, fractions=fractions),
        update,
        tuple(sorted(((c, given) for c, given in scores if c is not None), key=lambda pair: pair[0])),
    )


def share(confidence: Confidence | None, *, fractions: bool) -> float | None:
    """Return a confidence as a share, 0 to 1; None when there is none or it is off the file's scale."""
    if confidence is None:
        return None
    if isinstance(confidence, str):
        return COLOURS[confidence] if confidence in COLOURS else float(confidence.rstrip("%")) / 100
    if fractions:
        return confidence if confidence <= 1 else None
    return confidence / 10


def said(confidence: Confidence | None, *, fractions: bool) -> str:
    """Return a confidence as the team gave it, with its scale: ``6/10``, ``60%``, ``amber``, ``0.6``."""
    if confidence is None or share(confidence, fractions=fractions) is None:
        return ""
    if isinstance(confidence, str):
        return confidence
    return number(confidence) if fractions else f"{number(confidence)}/10"


def _confidences(team: Team) -> Iterator[float | str]:
    for objective in team.objectives:
        yield from (k.confidence for k in objective.key_results if k.confidence is not None)
    for check_in in team.check_ins:
        for update in check_in.key_results.values():
            yield from update.scores
            if update.confidence is not None:
                yield update.confidence


def _date_warnings(team: Team, as_of: date) -> Iterator[str]:
    cycle = team.cycle
    if not cycle.start <= as_of <= cycle.end:
        yield f"The day of this sheet, {as_of}, lies outside the cycle ({cycle.start} to {cycle.end})."
    later = sorted(c.date for c in team.check_ins if c.date > as_of)
    if later:
        yield f"Check-ins dated after {as_of} are left out: {', '.join(map(str, later))}."
    if any(s.date > as_of for s in team.sessions):
        yield f"Sessions dated after {as_of} are left out."
    outside = sorted({c.date for c in team.check_ins if not cycle.start <= c.date <= cycle.end and c.date <= as_of})
    if outside:
        yield f"Check-ins dated outside the cycle were read all the same: {', '.join(map(str, outside))}."
    dates = [c.date for c in team.check_ins]
    for double in sorted({d for d in dates if dates.count(d) > 1}):
        yield f"There are several check-ins of {double}; for each key result the last one in the file counts."


def _scale_warnings(team: Team, *, fractions: bool) -> Iterator[str]:
    given = list(_confidences(team))
    off = sorted({c for c in given if isinstance(c, float) and c > 1}) if fractions else []
    if off:
        listed = ", ".join(number(c) for c in off)
        yield f"Some confidence is a fraction, so all of it is read as 0 to 1; left out as off that scale: {listed}."
    if {isinstance(c, str) for c in given} == {True, False}:
        yield "Confidence is given in more than one way in this file (numbers beside percentages or colours)."


def _value_warnings(standings: tuple[Standing, ...]) -> Iterator[str]:
    for s in standings:
        own, now = s.key_result.current, s.current
        if s.reach == 0:
            yield f"{s.ref} starts where it is to end ({s.shown(s.target)}), so its progress cannot be worked out."
        if own is not None and s.readings and now != own:
            yield f"{s.ref} says current {s.shown(own)}, its newest check-in {s.shown(now)}; the check-in counts."
        if s.progress is not None and abs(s.progress) > PLAUSIBLE:
            where = f" on {day(s.readings[-1].date)}" if s.readings else ""
            yield f"{s.ref} stands at {s.shown(now)}{where}, far off the way to {s.shown(s.target)}: a typing mistake?"

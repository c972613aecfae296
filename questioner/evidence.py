"""Everything a question about one team may refer to, gathered from its data for the reviewer."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from itertools import pairwise, takewhile

from questioner.phrasing import gives_orders, remarks_in
from questioner.review.grounding import days_in, figures_in, plain
from questioner.review.words import normalised, stems
from questioner.session import Fact
from questioner.signals.notes import FEAR
from questioner.standing import Picture, Standing
from questioner.team import PastSession, Update

_FROM_TO = re.compile(r"\bfrom\s+\D?(\d[\d,.]*)\S*(?:\s+(?!to\b)\S+){0,3}\s+to\s+\D?(\d[\d,.]*)")
_PARTED = re.compile(r"[\n;]|\s[-*•]")
"""Stands in every text that is cut in other places than behind the end of a sentence."""
_APART = " ; "
"""Between texts that are searched at once: no figure and no date reaches across it."""


class Gathered:
    """What questions about one team may refer to, as a ``Ground``; what no question comes to is not gathered."""

    def __init__(self, picture: Picture, facts: Iterable[Fact], minutes: int) -> None:
        """Gather from ``picture``, and from the facts that were found in it."""
        self._picture, self._facts, self._minutes = picture, tuple(facts), minutes
        self.people = picture.names.mentioned
        self.private = FEAR

    @cached_property
    def _texts(self) -> list[str]:
        return [*map(_told, _texts(self._picture)), *(fact.text for fact in self._facts)]

    @cached_property
    def _slots(self) -> set[str]:
        """What the facts' slots are filled with.

        A quotation may be clipped on the page: both the whole text and each clipped phrase can be quoted.
        """
        return {value for fact in self._facts for value in fact.slots.values()}

    @cached_property
    def figures(self) -> dict[str, frozenset[str]]:
        """Of every key result and of whatever else a fact is about; what the team wrote in general notes under ``""``."""
        return _figures(self._picture, self._facts, self._minutes)

    @cached_property
    def days(self) -> frozenset[tuple[int, int]]:
        """Of cycle, check-ins, sessions and promises, and those that are told in words."""
        return frozenset((d.month, d.day) for d in _days(self._picture)).union(*map(days_in, self._texts))

    @cached_property
    def words(self) -> frozenset[str]:
        """Of all texts and slots."""
        return stems(" \n ".join((*self._texts, *self._slots, *map(normalised, self._slots))))

    @cached_property
    def texts(self) -> str:
        """All texts and slots."""
        return " \n ".join(map(normalised, (*self._texts, *self._slots)))

    @cached_property
    def moves(self) -> dict[str, frozenset[tuple[str, str]]]:
        """Of every key result."""
        return {s.ref: frozenset(_moves(s)) for s in self._picture.standings}

    @cached_property
    def directions(self) -> dict[str, tuple[int, int]]:
        """Of every key result."""
        return {s.ref: _directions(s) for s in self._picture.standings}

    @cached_property
    def facts(self) -> dict[str, tuple[str, str]]:
        """Of all facts."""
        return {fact.id: (fact.about, " ".join((fact.text, *fact.slots.values()))) for fact in self._facts}

    @cached_property
    def goals(self) -> tuple[str, ...]:
        """Of objectives, key results and the team."""
        phrases = {fact.slots[name] for fact in self._facts for name in ("kr", "objective") if name in fact.slots}
        phrases |= {s.name for s in self._picture.standings} | {self._picture.team.team}
        return tuple(sorted(phrases, key=len, reverse=True))

    @cached_property
    def phrases(self) -> dict[str, tuple[str, ...]]:
        """Of every key result."""
        return {s.ref: _phrases(s) for s in self._picture.standings}


def _told(text: str) -> str:
    """Return the sentences of ``text`` up to one that gives orders: no question may take up what follows it."""
    if not _PARTED.search(text) and not gives_orders(text):  # a line of plain words is told as it is
        return text
    return " ".join(takewhile(lambda remark: not gives_orders(remark), remarks_in(text)))


def _phrases(s: Standing) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (s.name, s.key_result.label, s.key_result.title))))


def _texts(picture: Picture) -> Iterator[str]:
    team = picture.team
    yield from filter(None, (team.team, team.vision, team.background, team.cycle.name))
    for objective in team.objectives:
        yield from filter(None, (objective.title, objective.label, objective.why, objective.audience, objective.parent))
    for s in picture.standings:
        yield from _standing_texts(s)
    for check_in in picture.check_ins:
        yield check_in.notes or ""
    for session in picture.sessions:
        yield from _session_texts(session)


def _session_texts(session: PastSession) -> Iterator[str]:
    yield from (session.summary or "", *session.insights, *session.decisions)
    yield from (f"{c.text} {c.note or ''}" for c in session.commitments)


def _standing_texts(s: Standing) -> Iterator[str]:
    k = s.key_result
    yield from filter(None, (k.title, k.label, k.unit, s.status, *k.initiatives))
    yield from (str(v) for v in (k.start, k.target, k.current) if isinstance(v, str))
    for reading in s.readings:
        yield from _update_texts(reading.update)


def _update_texts(update: Update) -> Iterator[str]:
    yield from filter(None, (update.comment, *update.blockers, *update.asks))
    yield from (str(v) for v in (update.value, update.target) if isinstance(v, str))


def _figures(picture: Picture, facts: tuple[Fact, ...], minutes: int) -> dict[str, frozenset[str]]:
    """Figures by reference. What the team wrote in general notes may be asked about anywhere."""
    own = {s.ref: _own_figures(s) for s in picture.standings}
    general = {str(n) for n in (minutes, picture.days_left, len(picture.standings), len(picture.check_ins))}
    general |= {str(n) for n in (len(picture.team.objectives), picture.team.people, picture.as_of.year) if n}
    notes = [picture.latest.notes or ""] if picture.latest else []
    notes += [picture.team.vision or "", picture.team.background or "", *(o.title for o in picture.team.objectives)]
    notes += [c.text for s in picture.sessions for c in s.commitments] + [
        i for s in picture.sessions for i in s.insights
    ]
    general |= _written(notes)
    told: dict[str, set[str]] = {}
    for fact in facts:
        told.setdefault(fact.about, set()).update((fact.text, *fact.slots.values()))
        own[fact.about] = own.get(fact.about, frozenset()).union(
            plain(f"{v:g}") for v in fact.figures.values() if isinstance(v, (int, float))
        )
    return {"": frozenset(general)} | own | {about: own[about] | _written(texts) for about, texts in told.items()}


def _own_figures(s: Standing) -> frozenset[str]:
    values = [
        v for v in (s.key_result.start, s.key_result.target, s.current, *s.targets) if isinstance(v, (int, float))
    ]
    values += [v for _, v in s.values]
    differences = {abs(a - b) for a in values for b in values}
    shares = {round(100 * s.progress)} if s.progress is not None else set()
    written = _written((s.said, *(reading.said for reading in s.readings), *_standing_texts(s)))
    return frozenset({_plain(n) for n in {*values, *differences, *shares}}) | written


def _written(texts: Iterable[str]) -> frozenset[str]:
    return figures_in(_APART.join(texts))


def _days(picture: Picture) -> Iterator[date]:
    yield from (picture.as_of, picture.team.cycle.start, picture.team.cycle.end, picture.next_check_in)
    yield from (c.date for c in picture.check_ins)
    for session in picture.sessions:
        yield session.date
        yield from (c.due for c in session.commitments if c.due)


def _moves(s: Standing) -> Iterator[tuple[str, str]]:
    """Yield every change that may be told as ``from … to …``."""
    points = [v for v in (s.key_result.start,) if isinstance(v, (int, float))] + [v for _, v in s.values]
    points += [s.current] if isinstance(s.current, (int, float)) and s.current not in points else []
    points = [p for p in points if isinstance(p, (int, float))]
    yield from _ordered(points)
    if isinstance(s.target, (int, float)):
        yield from ((_plain(point), _plain(s.target)) for point in points)
    targets = [t for t in s.targets if isinstance(t, (int, float))]
    yield from _ordered(targets)
    said = [figure for r in s.readings for figure in [*re.findall(r"[\d.]+", r.said)][:1]]
    yield from ((a, b) for place, a in enumerate(said) for b in said[place + 1 :])
    for text in _standing_texts(s):
        if "from" in text:
            yield from ((plain(m[1].rstrip(".,")), plain(m[2].rstrip(".,"))) for m in _FROM_TO.finditer(text))


def _ordered(points: list[float]) -> Iterator[tuple[str, str]]:
    yield from ((_plain(a), _plain(b)) for place, a in enumerate(points) for b in points[place + 1 :])


def _plain(value: float) -> str:
    return plain(f"{value:.10g}")


def _directions(s: Standing) -> tuple[int, int]:
    return _sign([v for _, v in s.values]), _sign([r.confidence for r in s.readings if r.confidence is not None])


def _sign(points: list[float]) -> int:
    """Sign of the latest change; 0 without one, or where earlier changes went both ways and could be meant."""
    steps = {(b > a) - (b < a) for a, b in pairwise(points)} - {0}
    return steps.pop() if len(steps) == 1 else 0

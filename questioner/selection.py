"""Chooses the questions of a sheet from those that passed the review: by rank of the facts and pillar plan."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import permutations
from math import ceil

from questioner.candidates import Reviewed, Role
from questioner.plan import RESERVE, Plan
from questioner.review.words import same
from questioner.session import Fact, Pillar, SessionKind, Source

GENERIC = 3
"""Questions that would fit any team on one sheet: the opening, an identity question, the close."""
PER_THING = 2
"""Questions about one key result in a check-in; elsewhere half the sheet (coaching note, SET911)."""
PER_FACT = 2
"""Questions that rest on one fact: a third only says the same in other words."""
SAME_START = 3
"""Questions that may begin with the same three words (SET903)."""
WHAT_SHARE = 0.6
"""Share of questions that may begin with “What” (SET903)."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What goes on the sheet: the opening, the rest in the order they were chosen, and the reserve."""

    opening: Reviewed | None
    chosen: tuple[Reviewed, ...]
    reserve: tuple[Reviewed, ...]
    without: tuple[str, ...] = ()
    """Topics the coach named for which no further question was found."""

    @property
    def all(self) -> tuple[Reviewed, ...]:
        """The opening and the rest, without the reserve."""
        return (self.opening, *self.chosen) if self.opening else self.chosen


@dataclass(frozen=True)
class Gaps:
    """What a selection still lacks against its plan."""

    number: int
    pillars: Mapping[Pillar, int]
    top: tuple[Fact, ...]
    opening: bool

    def __bool__(self) -> bool:
        return bool(self.number or self.pillars or self.top or self.opening)


Wanted = Callable[[Reviewed], bool]


class _Part:
    """Questions of one source, better ones first, and sorted as they are looked for."""

    def __init__(self, questions: Iterable[Reviewed]) -> None:
        self.questions = tuple(questions)

    @cached_property
    def of_kind(self) -> dict[bool, list[Reviewed]]:
        """Those for this team, under False, and those for any team, under True."""
        kinds: dict[bool, list[Reviewed]] = {False: [], True: []}
        for r in self.questions:
            kinds[r.generic].append(r)
        return kinds

    @cached_property
    def resting(self) -> dict[str, list[Reviewed]]:
        """Those that rest on a fact, by its id."""
        found: dict[str, list[Reviewed]] = {}
        for r in self.questions:
            for fact in r.candidate.facts:
                found.setdefault(fact, []).append(r)
        return found


class Pool:
    """Questions to choose from: while a model's own serve, the bank's are not even made."""

    def __init__(self, own: Iterable[Reviewed], bank: Callable[[], Iterable[Reviewed]] = tuple) -> None:
        """Take a model's questions, and what makes those of the bank; better ones come first in each."""
        self._own, self._make = _Part(own), bank

    @cached_property
    def _bank(self) -> _Part:
        return _Part(self._make())

    def parts(self) -> Iterator[_Part]:
        """Yield the model's own, then the bank's."""
        yield self._own
        yield self._bank

    def tiers(self) -> Iterator[Sequence[Reviewed]]:
        """Yield the questions for this team before those for any team, and a model's own before the bank's."""
        for generic in (False, True):
            yield from (part.of_kind[generic] for part in self.parts())


class _Taken:
    """The questions on a sheet so far, counted in every way that decides what may stand beside them."""

    def __init__(self, questions: Iterable[Reviewed]) -> None:
        self.questions: list[Reviewed] = []
        self.pillars = Counter[Pillar]()
        self.facts = Counter[str]()
        self.about = Counter[str]()
        self.starts = Counter[tuple[str, ...]]()
        self.beginnings = Counter[tuple[str, ...]]()
        self.generic = 0
        self.strength = False
        for question in questions:
            self.add(question)

    def add(self, r: Reviewed) -> None:
        self.questions.append(r)
        self.pillars[r.candidate.pillar] += 1
        self.facts.update({*r.candidate.facts})
        self.about.update(r.about)
        self.starts[r.start] += 1
        self.beginnings[r.start[:1]] += 1
        self.generic += r.generic
        self.strength |= r.strength


class Chooser:
    """Fills one sheet. Holds what is chosen so far and what may still be added to it."""

    def __init__(
        self,
        plan: Plan,
        session: SessionKind,
        asked: Iterable[Reviewed],
        kept: Sequence[Reviewed] = (),
        opening: Reviewed | None = None,
    ) -> None:
        """Start from questions that stay word for word; ``asked`` were put in earlier sessions."""
        self.plan = plan
        self.session = session
        self.asked = tuple(asked)
        self.opening = opening
        self._choose_only(kept)
        self.without: list[str] = []
        """Topics the coach named for which no further question was found."""

    def choose(self, pool: Pool) -> Selection:
        """Return the selection from ``pool``."""
        self._choose(pool)
        return Selection(self.opening, tuple(self.chosen), self._reserve(pool), tuple(self.without))

    def _choose(self, pool: Pool) -> None:
        self._choose_opening(pool)
        self._cover_top(pool)
        self._make_room(pool)
        self._carry(pool)
        for pillar in self.plan.order:
            self._fill(pool, partial(_of, pillar), self.plan.least[pillar] - self._count(pillar))
        self._strength(pool)
        self._fill(pool, lambda r: self._has_places(r.candidate.pillar) and not r.generic)
        self._fill(pool, lambda r: self._has_places(r.candidate.pillar))
        self._fill(pool, lambda r: not r.generic)
        self._add_focus(pool)

    def gaps_of(self, pool: Pool) -> Gaps:
        """Return what a selection from ``pool`` lacks against the plan."""
        self._choose(pool)
        pillars = {p: least - self._count(p) for p, least in self.plan.least.items() if least > self._count(p)}
        return Gaps(self._room(), pillars, self._uncovered(), self.opening is None)

    def _choose_only(self, questions: Iterable[Reviewed]) -> None:
        self.chosen = list(questions)
        self._taken = _Taken([self.opening, *self.chosen] if self.opening else self.chosen)

    def _take(self, r: Reviewed) -> None:
        self.chosen.append(r)
        self._taken.add(r)

    def _room(self) -> int:
        return max(0, self.plan.budget - len(self.plan.focus) - len(self._taken.questions))

    def _count(self, pillar: Pillar) -> int:
        return self._taken.pillars[pillar]

    def _uncovered(self) -> tuple[Fact, ...]:
        return tuple(fact for fact in self.plan.top if not self._taken.facts[fact.id])

    def _choose_opening(self, pool: Pool) -> None:
        """Take a purpose question without a figure: one that answers a missing why, else a general one."""
        if self.opening is not None:
            return
        intent = Pillar.INTENT
        for part in pool.parts():
            pillar = (r for r in part.questions if r.candidate.pillar is intent)
            fit = [r for r in pillar if opens(r) and not r.has_figure and self._fits(r)]
            if fit:
                # A model puts its best opening first; among patterns the lot decides. Python's min keeps the first of equals.
                self.opening = min(fit, key=lambda r: (not r.purpose, r.draw if by_bank(r) else 0))
                self._taken.add(self.opening)
                return

    def _cover_top(self, pool: Pool) -> None:
        """Give each top fact a question; where one stands in another's way, the order is tried that covers most.

        Facts that fit one pillar only choose first, so that the others spread over the rest.
        """
        before = list(self.chosen)
        orders = permutations(sorted(self._uncovered(), key=lambda f: len(f.pillars)))
        best: list[Reviewed] = []
        for order in orders:
            self._choose_only(before)
            for fact in order:
                self._cover(fact, pool)
            if len(self.chosen) - len(before) > len(best):
                best = self.chosen[len(before) :]
            if len(best) == len(order):
                break
        self._choose_only(before + best)

    def _make_room(self, pool: Pool) -> None:
        """Fear, blame and scoring claim a question of their own before anything else does."""
        covered = {*self._taken.facts}
        for fact in self.plan.sensitive:
            if fact.id not in covered:
                self._cover(fact, pool)

    def _carry(self, pool: Pool) -> None:
        """Come back to one thing that the team said in an earlier session, unless a question does already."""
        carried = {fact.id for fact in self.plan.carried}
        for fact in self.plan.carried:
            if carried & self._taken.facts.keys():
                return
            self._cover(fact, pool)

    def _cover(self, fact: Fact, pool: Pool) -> None:
        """Take the fittest question that rests on ``fact`` before all else, or else one that rests on it at all."""
        if not self._room():
            return
        for first in (True, False):
            for part in pool.parts():
                resting = part.resting.get(fact.id, ())
                wanted = [r for r in resting if r.candidate.facts[0] == fact.id] if first else resting
                fit = [r for r in wanted if self._fits(r, cap=False)]
                if fit:
                    self._take(min(fit, key=lambda r: self._fitness(r, fact)))
                    return

    def _fitness(self, r: Reviewed, fact: Fact) -> tuple[object, ...]:
        """Sort key, best first: few warnings, a pillar that is lacking or empty."""
        pillar = r.candidate.pillar
        return (
            not self._has_places(pillar),
            len(r.findings),
            pillar not in fact.pillars,
            self._count(pillar) >= self.plan.least[pillar],
            self._count(pillar) > 0,
            fact.pillars.index(pillar) if pillar in fact.pillars else len(fact.pillars),
            not r.candidate.told,
            self._taken.beginnings[r.start[:1]],
            r.draw,
        )

    def _has_places(self, pillar: Pillar) -> bool:
        return self._count(pillar) < self.plan.most[pillar]

    def _strength(self, pool: Pool) -> None:
        """Make sure that one question builds on what works: one about a fact before a general one."""
        if not self._room() or self._taken.strength:
            return
        best = self._best(pool, lambda r: r.strength and self._has_places(r.candidate.pillar))
        if best:
            self._take(best)

    def _fill(self, pool: Pool, wanted: Wanted, most: int | None = None) -> None:
        """Take what is ``wanted``, the worthiest first, while there is room; not more than ``most``."""
        room = self._room()
        for _ in range(room if most is None else min(most, room)):
            best = self._best(pool, wanted)
            if best is None:
                return
            self._take(best)

    def _best(self, pool: Pool, wanted: Wanted, *, cap: bool = True) -> Reviewed | None:
        """Return the worthiest of those ``wanted`` that fits, the first among equals; None when none does."""
        worth = self._worth()
        for tier in pool.tiers():
            # Whether one fits takes longer to tell than what it is worth, so the worthiest are tried first.
            for r in sorted(filter(wanted, tier), key=worth):
                if self._fits(r, cap=cap):
                    return r
        return None

    def _worth(self) -> Callable[[Reviewed], tuple[object, ...]]:
        """Sort key within a tier, best first: high rank, little said of it yet, a fresh beginning."""
        about, beginnings, no_strength = dict(self._taken.about), dict(self._taken.beginnings), not self._taken.strength

        def worth(r: Reviewed) -> tuple[object, ...]:
            crowded = max([about.get(ref, 0) for ref in r.about], default=0)
            begun = beginnings.get(r.start[:1], 0)
            missed = 2 if r.strength and no_strength else 1
            weight = missed * r.rank / (1 + crowded) / (1 + 0.15 * begun) / (1 + 0.3 * len(r.findings))
            closes = r.candidate.pillar is not Pillar.FOLLOW_THROUGH or r.candidate.role is Role.CLOSE
            return (not r.candidate.told, -weight, not closes, begun, r.draw)

        return worth

    def _add_focus(self, pool: Pool) -> None:
        """Give each topic that the coach named one question more than it has, where one can be found."""
        for topic in self.plan.focus:
            best = self._best(pool, partial(_about, topic), cap=False)
            if best:
                self._take(best)
            else:
                self.without.append(topic)

    def _reserve(self, pool: Pool) -> tuple[Reviewed, ...]:
        kept = list(self.chosen)
        while len(self.chosen) - len(kept) < RESERVE:
            best = self._best(pool, lambda r: r.candidate.role is not Role.CLOSE)
            if best is None:
                break
            self._take(best)
        reserve = tuple(self.chosen[len(kept) :])
        self._choose_only(kept)
        return reserve

    def _fits(self, r: Reviewed, *, cap: bool = True) -> bool:
        """Say whether ``r`` can stand beside what is chosen. ``cap``: keep to the limit of one key result."""
        taken = self._taken
        if r.generic and taken.generic >= GENERIC:
            return False
        if taken.starts.get(r.start, 0) >= SAME_START or self._full(r):
            return False
        if (cap and self._too_much_of_one(r)) or self._too_many_whats(r):
            return False
        return not any(_same(r, other) for other in (*taken.questions, *self.asked))

    def _full(self, r: Reviewed) -> bool:
        return any(self._taken.facts.get(fact, 0) >= PER_FACT for fact in r.candidate.facts)

    def _too_much_of_one(self, r: Reviewed) -> bool:
        # Where little else stands out, one thing may take more of the sheet.
        even = ceil(self.plan.budget / max(1, self.plan.things))
        most = max(PER_THING if self.session is SessionKind.CHECK_IN else self.plan.budget // 2, PER_THING, even)
        return any(self._taken.about[ref] >= most for ref in r.about if "." in ref or ref.startswith("C"))

    def _too_many_whats(self, r: Reviewed) -> bool:
        first = r.start[:1]
        return first == ("what",) and 1 + self._taken.beginnings[first] > max(2, WHAT_SHARE * self.plan.budget)


def by_bank(r: Reviewed) -> bool:
    """Say whether the bank wrote ``r``; a model's own questions go before it."""
    return r.candidate.source is Source.BANK


def opens(r: Reviewed) -> bool:
    """Say whether ``r`` may be the first question: about no single key result, and a model's or made for it."""
    return not r.detail and (r.purpose or r.candidate.source is Source.MODEL or r.candidate.role is Role.OPENING)


def _of(pillar: Pillar, r: Reviewed) -> bool:
    return r.candidate.pillar is pillar


def _about(topic: str, r: Reviewed) -> bool:
    """Say whether ``r`` asks about a topic that the coach named: a goal or a pillar."""
    return topic in (*r.about, r.candidate.pillar.value)


def _same(a: Reviewed, b: Reviewed) -> bool:
    """Say whether two questions come from one pattern, or ask the same."""
    of_one_pattern = bool(a.candidate.pattern) and a.candidate.pattern == b.candidate.pattern
    return of_one_pattern or same(a, b)

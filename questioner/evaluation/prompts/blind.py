"""Sets of questions marked by a person who does not know which template wrote them.

The review both filters the questions and grades the prompts, so a prompt may win by pleasing the review. What a coach would
ask is the check on that: some scenarios' sets in an order drawn by lot, a key that is kept aside, and marks read back.
"""

import hashlib
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from statistics import fmean
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from questioner import checked
from questioner.errors import InputError, UsageError
from questioner.evaluation.prompts.comparison import Comparison, Side
from questioner.evaluation.prompts.rows import Row
from questioner.evaluation.statistics import SEED, Rate, bootstrap, sign_flip


class Mark(StrEnum):
    """What a coach would do with a question."""

    ASK = "ask"
    EDIT = "edit"
    THROW_AWAY = "throw away"


Letter = Literal["A", "B"]


@dataclass(frozen=True, slots=True)
class BlindCase:
    """One scenario with a set of each side. Nothing in it tells which is which."""

    number: int
    """1 and up; a mark is found by ``number``, letter and place: ``3B2``."""
    scenario: str
    sets: Mapping[Letter, tuple[str, ...]]
    """The model's questions on the sheet, in order."""

    def ids(self, letter: Letter) -> tuple[str, ...]:
        """Return what the marks of one set are called, in the order of its questions."""
        return tuple(f"{self.number}{letter}{place}" for place in range(1, len(self.sets[letter]) + 1))


@dataclass(frozen=True, slots=True)
class Blind:
    """All that the page to mark holds."""

    id: str
    """The same in the key and in the marks, so that they cannot be mixed up."""
    cases: tuple[BlindCase, ...]


class KeyCase(BaseModel):
    """What one case hides."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    scenario: str
    new: Letter
    """Which set is NEW's."""
    questions: Mapping[Letter, Annotated[int, Field(ge=1)]]


class Key(BaseModel):
    """What the page hides; kept in a file beside it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    base: str
    new: str
    cases: Mapping[int, KeyCase]
    """By number."""


class Marks(BaseModel):
    """What a person marked, as the page saves it."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str
    marks: Mapping[Annotated[str, Field(pattern=r"^[1-9]\d*[AB][1-9]\d*$")], Mark]


@dataclass(frozen=True, slots=True)
class Kept:
    """One side's marks."""

    name: str
    asked: Rate
    """Marked ``ask``."""
    usable: Rate
    """Marked ``ask`` or ``edit``."""


@dataclass(frozen=True, slots=True)
class KeepRates:
    """What the marks say of both sides."""

    base: Kept
    new: Kept
    pairs: Mapping[str, tuple[float, float]]
    """By scenario, BASE's and NEW's share of questions marked ``ask``."""
    interval: tuple[float, float] | None
    """95 %, of the mean difference of the pairs."""
    p: float
    """How often chance alone would give a difference as large."""
    unmarked: int
    """Questions without a mark, which count nowhere."""

    @property
    def difference(self) -> float | None:
        """Mean of NEW less BASE over scenarios; None where no scenario has marks on both sides."""
        return fmean(new - base for base, new in self.pairs.values()) if self.pairs else None


def drawn(comparison: Comparison, number: int) -> tuple[Blind, Key]:
    """Return ``number`` scenarios drawn by lot, and their key.

    Repeat and order are drawn too, the same way each time for the same sides.

    Raises:
        UsageError: when a side is a baseline, or fewer scenarios have questions on a sheet of both sides.
    """
    base, new = comparison.base, comparison.new
    for side in (base, new):
        if not side.summary.rows:
            raise UsageError(f"--blind: {side.name} is a baseline, which keeps figures and no questions; name a run")
    lot = random.Random(f"{SEED} {base.templates_sha256} {new.templates_sha256}")  # noqa: S311 - a lot, no secret
    used = [scenario for scenario in base.scenarios if scenario not in comparison.unused]
    sheets = [(scenario, _sheets(base, scenario), _sheets(new, scenario)) for scenario in used]
    fit = [(scenario, before, after) for scenario, before, after in sheets if before and after]
    if len(fit) < number:
        raise UsageError(
            f"--blind {number}: {len(fit)} scenarios have a sheet with the model's questions on both sides"
        )
    cases, hidden = [], {}
    for place, (scenario, before, after) in enumerate(lot.sample(fit, number), start=1):
        letter: Letter = lot.choice(("A", "B"))
        other: Letter = "B" if letter == "A" else "A"
        sets = {letter: lot.choice(after).printed, other: lot.choice(before).printed}
        cases.append(BlindCase(place, scenario, {"A": sets["A"], "B": sets["B"]}))
        hidden[place] = KeyCase(scenario=scenario, new=letter, questions={"A": len(sets["A"]), "B": len(sets["B"])})
    name = hashlib.sha256(repr(cases).encode("utf-8", "replace")).hexdigest()[:12]
    return Blind(name, tuple(cases)), Key(id=name, base=base.name, new=new.name, cases=hidden)


def _sheets(side: Side, scenario: str) -> list[Row]:
    return [row for row in side.summary.rows if row.scenario == scenario and row.printed]


def rates(key: Key, marks: Marks) -> KeepRates:
    """Return the keep rates that ``marks`` give.

    Raises:
        InputError: when the marks belong to another page.
    """
    if marks.id != key.id:
        raise InputError(f"the marks belong to page {marks.id}, the key to page {key.id}")
    known = {f"{n}{letter}{place}": (case.scenario, letter == case.new) for n, case in key.cases.items()
             for letter, count in case.questions.items() for place in range(1, count + 1)}  # fmt: skip
    if unknown := sorted({*marks.marks} - {*known}):
        raise InputError(f"the marks name questions that are not on page {key.id}: {', '.join(unknown[:5])}")
    by_side: dict[bool, dict[str, list[Mark]]] = {False: {}, True: {}}
    for name, mark in marks.marks.items():
        scenario, is_new = known[name]
        by_side[is_new].setdefault(scenario, []).append(mark)
    asked = [
        {scenario: own.count(Mark.ASK) / len(own) for scenario, own in by_side[side].items()} for side in (False, True)
    ]
    pairs = {scenario: (share, asked[1][scenario]) for scenario, share in asked[0].items() if scenario in asked[1]}
    differences = [new - base for base, new in pairs.values()]
    return KeepRates(
        base=_kept(key.base, by_side[False]),
        new=_kept(key.new, by_side[True]),
        pairs=pairs,
        interval=bootstrap(differences),
        p=sign_flip(differences),
        unmarked=len(known) - len(marks.marks),
    )


def _kept(name: str, marks: Mapping[str, Sequence[Mark]]) -> Kept:
    own = [mark for some in marks.values() for mark in some]
    thrown = own.count(Mark.THROW_AWAY)
    return Kept(name, Rate(own.count(Mark.ASK), len(own)), Rate(len(own) - thrown, len(own)))


def read_key(path: Path) -> Key:
    """Return the key in ``path``.

    Raises:
        InputError: when it cannot be read or is no key.
    """
    return checked.read_json(path, Key, "is no key that --blind wrote beside its page")


def read_marks(path: Path) -> Marks:
    """Return the marks in ``path``.

    Raises:
        InputError: when it cannot be read or holds no marks.
    """
    return checked.read_json(path, Marks, "is no file of marks that a page of --blind saved")

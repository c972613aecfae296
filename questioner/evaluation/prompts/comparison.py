"""What a comparison of two runs says: a verdict, a difference a metric, and the cases that changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from questioner.evaluation.prompts.metrics import Metric
from questioner.evaluation.prompts.rows import Row
from questioner.evaluation.prompts.summary import Summary


class Verdict(StrEnum):
    """What can be said of a change."""

    BETTER = "better"
    WORSE = "worse"
    NO_DIFFERENCE = "no difference shown"
    NOT_ENOUGH = "not enough data"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two that are compared."""

    name: str
    """As it was named on the command line."""
    templates_sha256: str
    summary: Summary
    currency: str = ""
    rules_version: str = ""
    repeats: int = 1
    scenarios: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of each scenario's file."""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    """What the model was asked with besides the prompt."""
    written: bool = False
    """Whether a person wrote any of the replies; then the side says nothing about any model."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One metric, NEW less BASE, over the scenarios that both sides have a value for."""

    metric: Metric
    base: float
    """Mean over these scenarios, as is ``new``."""
    new: float
    interval: tuple[float, float] | None
    """95 % of ``value``, by a bootstrap over scenarios; None with a single scenario."""
    pairs: Mapping[str, tuple[float, float]]
    """BASE's and NEW's folded value by scenario."""
    spread: float | None
    """Standard deviation between repeats of a scenario, pooled over both sides; None with single repeats."""
    p: float | None
    """Of a gate: how often chance alone would give a difference as large."""
    corrected: float | None
    """The same after Holm's correction for the number of gates."""
    smallest: float | None
    """Of a gate: the smallest true difference that a run like this shows in 8 cases of 10; None where that is not known."""
    shown: Verdict | None = None
    """Of a gate: better or worse, where chance is not enough of a reason."""

    @property
    def value(self) -> float:
        """NEW less BASE."""
        return self.new - self.base

    @property
    def gain(self) -> float:
        """The same with its sign such that more is better."""
        return self.value if self.metric.higher_is_better else -self.value

    @property
    def up(self) -> tuple[str, ...]:
        """Scenarios whose value is better in NEW."""
        return tuple(s for s, (base, new) in self.pairs.items() if self._gain(base, new) > 0)

    @property
    def down(self) -> tuple[str, ...]:
        """Scenarios whose value is worse in NEW."""
        return tuple(s for s, (base, new) in self.pairs.items() if self._gain(base, new) < 0)

    def _gain(self, base: float, new: float) -> float:
        return new - base if self.metric.higher_is_better else base - new


@dataclass(frozen=True, slots=True)
class Changed:
    """A scenario that passes on one side only, with a set of each side that fared as the side's majority did."""

    scenario: str
    base: Row | None
    """None where BASE keeps figures alone."""
    new: Row | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """BASE and NEW side by side."""

    base: Side
    new: Side
    verdict: Verdict
    reasons: tuple[str, ...]
    """Why this verdict, in sentences."""
    differences: tuple[Difference, ...]
    """In the order of ``METRICS``; metrics that no scenario has on both sides are left out."""
    fixed: tuple[Changed, ...]
    """Scenarios that pass in NEW and did not in BASE."""
    broken: tuple[Changed, ...]
    unused: Mapping[str, str]
    """Scenarios that were not compared, each with the reason."""
    warnings: tuple[str, ...]
    """What a reader has to know before believing the rest."""
    needed: int
    """Scenarios that have to differ in one gate before a verdict is possible at all."""
    used: int
    """Scenarios compared."""

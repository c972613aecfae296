"""How many scenarios and repeats it takes to see a difference, worked out before anything is paid.

The mean of r repeats of a scenario spreads by within² / r, so the difference of two sides spreads by effect² + 2 within² / r,
where ``effect`` is how far a change does more for one scenario than for another (Miller, 2024, arXiv:2411.00640, sections 3
and 4). From that spread the scenarios needed are `statistics.pairs_needed`, at the level that Holm's correction leaves the
smallest p.
"""

import math
from dataclasses import dataclass
from statistics import fmean, pvariance, variance

from questioner.evaluation.prompts.comparison import Side
from questioner.evaluation.prompts.gates import ALPHA, needed, paired
from questioner.evaluation.prompts.metrics import METRICS
from questioner.evaluation.prompts.summary import Figure
from questioner.evaluation.statistics import pairs_needed

PRIMARY = METRICS[0]
"""The gate that a plan is made for."""
GATES = sum(metric.gate for metric in METRICS)
REPEATS = (1, 2, 3, 5, 8)
"""That a plan lists."""
MOST = 100
"""Repeats that anybody would pay for."""
BETWEEN = 0.15
"""Standard deviation of the share accepted between scenarios, where no run says it (h)."""
WITHIN = 0.10
"""The same between repeats of a scenario (h)."""
PART = 0.5
"""How far effects differ between scenarios, as a part of how far levels do, where no second run says it (h)."""


@dataclass(frozen=True, slots=True)
class Spreads:
    """Standard deviations of the share accepted."""

    effect: float
    """Of the true difference between scenarios."""
    within: float
    """Between repeats of a scenario."""
    source: str
    """Where they come from, in a sentence."""


@dataclass(frozen=True, slots=True)
class Step:
    """One way to see the difference."""

    repeats: int
    scenarios: int
    sheets: int
    """Of both sides together."""
    requests: float | None
    """None, like ``cost``, where no run tells what a sheet takes."""
    cost: float | None


@dataclass(frozen=True, slots=True)
class Plan:
    """The ways to see one difference."""

    difference: float
    power: float
    spreads: Spreads
    steps: tuple[Step, ...]
    enough: str
    """What the scenarios that are there are good for, in a sentence."""
    currency: str


def planned(difference: float, power: float, base: Side | None = None, new: Side | None = None) -> Plan:
    """Return what it takes to see a ``difference`` of the share accepted with ``power``, both between 0 and 1.

    Spreads come from both sides where two are given; from one, with `PART`; else they are assumed.
    """
    spreads = _spreads(base, new)
    return Plan(
        difference=difference,
        power=power,
        spreads=spreads,
        steps=tuple(_step(difference, power, spreads, repeats, new or base) for repeats in REPEATS),
        enough=_enough(difference, power, spreads, base),
        currency=base.currency if base else "",
    )


def _needed(difference: float, power: float, spreads: Spreads, repeats: int) -> int:
    spread = math.hypot(spreads.effect, spreads.within * math.sqrt(2 / repeats))
    return max(needed(GATES), pairs_needed(difference, spread, ALPHA / GATES, power))


def _enough(difference: float, power: float, spreads: Spreads, base: Side | None) -> str:
    if base is None:
        return "Half of it where a run of one side is there already."
    there = base.summary.figure(PRIMARY.name).n
    fewest = next((r for r in range(1, MOST + 1) if _needed(difference, power, spreads, r) <= there), None)
    if fewest is None:
        return f"The {there} scenarios of {base.name} are too few, however often they are asked: add some."
    times = "asked once" if fewest == 1 else f"asked {fewest} times each"
    return f"The {there} scenarios of {base.name} are enough when {times}."


def _step(difference: float, power: float, spreads: Spreads, repeats: int, known: Side | None) -> Step:
    scenarios = _needed(difference, power, spreads, repeats)
    sheets = 2 * scenarios * repeats
    if known is None or not known.summary.sheets:
        return Step(repeats, scenarios, sheets, None, None)
    own = known.summary
    cost = None if own.cost is None else sheets * own.cost / own.sheets
    return Step(repeats, scenarios, sheets, sheets * own.usage.requests / own.sheets, cost)


def _spreads(base: Side | None, new: Side | None) -> Spreads:
    if base is None:
        source = f"Assumed: scenarios spread by {BETWEEN:g} around their mean, repeats by {WITHIN:g}; a run given tells better."
        return Spreads(PART * BETWEEN, WITHIN, source)
    figures = [side.summary.figure(PRIMARY.name) for side in (base, new) if side]
    known = [figure.spread for figure in figures if figure.spread is not None]
    within = math.sqrt(fmean(spread * spread for spread in known)) if known else WITHIN
    repeated = "repeats" if known else f"repeats by an assumed {WITHIN:g}, since the run has single ones"
    if new is not None:
        differences = [b - a for a, b in paired(figures[0].by_scenario, figures[1].by_scenario).values()]
        if len(differences) > 1:
            noise = within * within * (1 / base.repeats + 1 / new.repeats)
            effect = math.sqrt(max(0.0, variance(differences) - noise))
            return Spreads(effect, within, f"From the differences between both sides, and {repeated}.")
    levels = math.sqrt(max(0.0, _between(figures[0]) - within * within / base.repeats))
    source = f"From {base.name}: how scenarios differ, and {repeated}; effects are assumed to differ {PART:g} times as much as levels."
    return Spreads(PART * levels, within, source)


def _between(figure: Figure) -> float:
    return pvariance([*figure.by_scenario.values()]) if figure.by_scenario else BETWEEN * BETWEEN

"""Two runs side by side as one page that needs nothing else: the verdict, the differences, and the questions behind them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from questioner.evaluation.prompts.comparison import Comparison, Difference, Side, Verdict
from questioner.evaluation.prompts.metrics import Kind, Metric
from questioner.evaluation.prompts.summary import Summary
from questioner.evaluation.prompts.telling import NONE, change, money, p_said, reach, told
from questioner.evaluation.prompts.told import drawing
from questioner.evaluation.prompts.told.row_view import Group, choices, groups, numbered
from questioner.phrasing import for_xml
from questioner.rendering import Safe, render
from questioner.resources import Templates

TEMPLATE = "reports/prompt-comparison.html.j2"
LEAST = 0.05
"""What the drawings of shares reach to either side at least, so that a trifle does not look large."""
_COLOURS: Mapping[Verdict, drawing.Side] = {Verdict.BETTER: "good", Verdict.WORSE: "bad"}


@dataclass(frozen=True, slots=True)
class Line:
    """One metric of both sides, in words."""

    metric: Metric
    base: str
    new: str
    change: str
    interval: str
    up: int
    """Scenarios that are better in NEW."""
    down: int
    corrected: str
    smallest: str
    side: drawing.Side
    """Whether it is shown to be better or worse; only a gate can be."""
    drawing: Safe


@dataclass(frozen=True, slots=True)
class Cell:
    """One scenario's folded values of one metric on both sides."""

    base: str
    new: str
    side: drawing.Side


@dataclass(frozen=True, slots=True)
class Case:
    """What both sides have of one scenario."""

    key: str
    scenario: str
    number: int
    change: str
    """``fixed``, ``broken`` or ``same``."""
    unused: str
    """Why it was not compared; empty for one that was."""
    cells: tuple[Cell | None, ...]
    """One for each line."""
    base: Group | None
    new: Group | None


def page(comparison: Comparison, templates: Templates | None = None) -> str:
    """Return the page of ``comparison``.

    Raises:
        TemplateError: when its template cannot be rendered.
    """
    rows = (*comparison.base.summary.rows, *comparison.new.summary.rows)
    numbers = numbered([*comparison.base.scenarios, *comparison.new.scenarios, *(row.scenario for row in rows)])
    currency = comparison.new.currency
    most = _most(comparison.differences)
    lines = [_line(difference, currency, most) for difference in comparison.differences]
    values = {
        "comparison": comparison,
        "verdict_side": _COLOURS.get(comparison.verdict, "even"),
        "gates": [line for line in lines if line.metric.gate],
        "others": [line for line in lines if not line.metric.gate],
        "cases": _cases(comparison, numbers, currency),
        "keys": {scenario: f"s{number}" for scenario, number in numbers.items()},
        "bill": [_bill(side) for side in (comparison.base, comparison.new)],
        **choices(rows, numbers),
    }
    return render(templates or Templates(), TEMPLATE, values, for_xml)


def _line(difference: Difference, currency: str, most: float) -> Line:
    metric = difference.metric
    ends = difference.interval
    own = max(map(abs, (*(ends or ()), difference.value))) or 1.0
    gains = ends if ends is None or metric.higher_is_better else (-ends[1], -ends[0])
    side = _COLOURS[difference.shown] if difference.shown else "even"
    return Line(
        metric=metric,
        base=told(metric, difference.base, currency),
        new=told(metric, difference.new, currency),
        change=change(metric, difference.value, currency),
        interval=reach(metric, ends, signed=True),
        up=len(difference.up),
        down=len(difference.down),
        corrected=p_said(difference.corrected),
        smallest=NONE if difference.smallest is None else change(metric, difference.smallest, currency).lstrip("+"),
        side=side,
        drawing=drawing.forest(difference.gain, gains, own if metric.kind is Kind.AMOUNT else most, side),
    )


def _most(differences: Iterable[Difference]) -> float:
    """Return what the drawings of shares reach to either side, so that all have one scale."""
    shares = (d for d in differences if d.metric.kind is not Kind.AMOUNT)
    return max((abs(end) for d in shares for end in (*(d.interval or ()), d.value)), default=0.0) or LEAST


def _cases(comparison: Comparison, numbers: Mapping[str, int], currency: str) -> list[Case]:
    base, new = (
        {group.scenario: group for group in groups(side.summary.rows, prefix, numbers, currency)}
        for side, prefix in ((comparison.base, "b"), (comparison.new, "n"))
    )
    changed = {case.scenario: "fixed" for case in comparison.fixed} | {c.scenario: "broken" for c in comparison.broken}
    return [
        Case(
            key=f"s{number}",
            scenario=scenario,
            number=number,
            change=changed.get(scenario, "same"),
            unused=comparison.unused.get(scenario, ""),
            cells=tuple(_cell(difference, scenario, currency) for difference in comparison.differences),
            base=base.get(scenario),
            new=new.get(scenario),
        )
        for scenario, number in numbers.items()
    ]


def _cell(difference: Difference, scenario: str, currency: str) -> Cell | None:
    if scenario not in difference.pairs:
        return None
    base, new = (told(difference.metric, value, currency) for value in difference.pairs[scenario])
    return Cell(base, new, "good" if scenario in difference.up else "bad" if scenario in difference.down else "even")


def _bill(side: Side) -> tuple[str, Summary, str]:
    return side.name, side.summary, money(side.summary.cost, side.currency)

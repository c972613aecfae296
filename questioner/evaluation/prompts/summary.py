"""A run's rows folded: for each template and model its figures over the scenarios."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, variance

from questioner.evaluation.bars import Bar
from questioner.evaluation.prompts.metrics import BY_NAME, METRICS, Kind, Metric
from questioner.evaluation.prompts.rows import Row
from questioner.evaluation.statistics import Rate, bootstrap
from questioner.exchange import Usage

Repeats = Mapping[str, Sequence[float]]
"""By scenario, the values of the repeats that have one."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One metric over the scenarios of one template and model."""

    metric: Metric
    value: float | None
    """Mean over the scenarios; None where the metric is defined for none."""
    interval: tuple[float, float] | None
    """95 %, over scenarios."""
    by_scenario: Mapping[str, float]
    """The repeats folded; a scenario without a value, or with as many repeats that pass as fail, is left out."""
    spread: float | None
    """Standard deviation between repeats of a scenario, pooled; None with a single repeat."""

    @property
    def n(self) -> int:
        """Number of scenarios counted."""
        return len(self.by_scenario)


@dataclass(frozen=True, slots=True)
class Summary:
    """All that a run says of one template and model."""

    template: str
    model: str
    figures: tuple[Figure, ...]
    """One for each of ``METRICS``, in their order."""
    flaky: tuple[str, ...]
    """Scenarios that passed in one repeat and not in another."""
    failed: tuple[Row, ...]
    """Rows that no figure counts; those that wait for their replies are among them."""
    rows: tuple[Row, ...]
    """All, in the run's order; empty where only figures were kept."""
    usage: Usage
    cost: float | None
    """Of all rows; None where one has no price."""
    sheets: int = 0
    """Rows that did not fail."""

    @property
    def name(self) -> str:
        """Template and model."""
        return f"{self.template}, {self.model}"

    @property
    def waiting(self) -> tuple[Row, ...]:
        """Rows whose replies are still to come."""
        return tuple(row for row in self.failed if row.pending)

    @property
    def lost(self) -> tuple[Row, ...]:
        """Rows that failed and wait for nothing."""
        return tuple(row for row in self.failed if not row.pending)

    def figure(self, name: str) -> Figure:
        """Return the figure of the metric called ``name``.

        Raises:
            KeyError: when there is no metric of that name.
        """
        return {figure.metric.name: figure for figure in self.figures}[name]


def bars(summed: Iterable[Summary], floors: Iterable[tuple[str, float]]) -> tuple[Bar, ...]:
    """Return a bar for each metric with its floor and each summary.

    Raises:
        KeyError: when there is no metric of that name.
    """
    own = [*summed]
    return tuple(Bar(f"{name} of {s.name}", least, s.figure(name).value) for name, least in floors for s in own)


def summaries(rows: Iterable[Row]) -> tuple[Summary, ...]:
    """Return a summary for each template and model among ``rows``, in their order."""
    groups: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.template, row.model].append(row)
    return tuple(summarise(own) for own in groups.values())


def summarise(rows: Sequence[Row]) -> Summary:
    """Return the summary of ``rows``, one or more and all of one template and model."""
    usable = [row for row in rows if not row.failure]
    values = {metric: repeats(metric, rows) for metric in METRICS}
    costs = [row.cost for row in rows]
    return Summary(
        template=rows[0].template,
        model=rows[0].model,
        figures=tuple(figure(metric, folded(metric, own), spread(own)) for metric, own in values.items()),
        flaky=tuple(s for s, own in values[BY_NAME["clean"]].items() if len({*own}) > 1),
        failed=tuple(row for row in rows if row.failure),
        rows=tuple(rows),
        usage=sum((row.usage for row in rows), Usage()),
        cost=None if None in costs else math.fsum(cost for cost in costs if cost is not None),
        sheets=len(usable),
    )


def repeats(metric: Metric, rows: Sequence[Row]) -> Repeats:
    """Return each scenario's values of ``metric``, in the order of the rows."""
    found: defaultdict[str, list[float]] = defaultdict(list)
    for row, value in zip(rows, metric.of(rows), strict=True):
        if value is not None:
            found[row.scenario].append(value)
    return found


def figure(metric: Metric, by_scenario: Mapping[str, float], spread: float | None) -> Figure:
    """Return the figure of ``metric`` over the folded values. The interval of passes is Wilson's, any other a bootstrap's."""
    own = [*by_scenario.values()]
    interval = Rate(int(sum(own)), len(own)).interval if metric.kind is Kind.BINARY else bootstrap(own)
    return Figure(metric, fmean(own) if own else None, interval, by_scenario, spread)


def spread(values: Repeats) -> float | None:
    """Return the standard deviation between repeats of a scenario, pooled; None where none has two."""
    several = [variance(own) for own in values.values() if len(own) > 1]
    return math.sqrt(fmean(several)) if several else None


def folded(metric: Metric, values: Repeats) -> dict[str, float]:
    """Return one value a scenario: the mean of its repeats, of passes what most of them did.

    A scenario that passes as often as not is left out.
    """
    means = {scenario: fmean(own) for scenario, own in values.items()}
    if metric.kind is not Kind.BINARY:
        return means
    return {scenario: float(mean > 0.5) for scenario, mean in means.items() if mean != 0.5}

"""A run of a prompt eval as one page that needs nothing else: its figures, and the rows that they come from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from questioner.evaluation.bars import Bar
from questioner.evaluation.prompts.metrics import Kind, Metric
from questioner.evaluation.prompts.results import Meta
from questioner.evaluation.prompts.rows import Row
from questioner.evaluation.prompts.summary import Figure, Summary
from questioner.evaluation.prompts.telling import money, reach, told
from questioner.evaluation.prompts.told.drawing import Dot, strip
from questioner.evaluation.prompts.told.row_view import Group, choices, groups, numbered
from questioner.phrasing import for_xml
from questioner.rendering import Safe, render
from questioner.resources import Templates

TEMPLATE = "reports/prompt-run.html.j2"


@dataclass(frozen=True, slots=True)
class Line:
    """One metric of one template and model."""

    metric: Metric
    n: int
    value: str
    interval: str
    spread: str
    drawing: Safe
    furthest: tuple[str, str, str] | None
    """Name, key and value of the scenario that is worst off; None where all fare alike."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A scenario's folded value of one metric."""

    value: str
    share: float
    """Of the longest bar in its column, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Part:
    """What the page shows of one template and model."""

    key: str
    summary: Summary
    lines: tuple[Line, ...]
    """Metrics that no scenario has are left out."""
    table: tuple[tuple[Group, tuple[Cell | None, ...]], ...]
    """A cell for each of ``lines``, by scenario; None where the metric is not defined."""
    keys: Mapping[str, str]
    """Of the element that holds a scenario's rows, by scenario."""
    cost: str

    @property
    def name(self) -> str:
        """Template and model."""
        return self.summary.name

    @property
    def useless(self) -> tuple[Row, ...]:
        """Rows whose replies came and were of no use."""
        return tuple(row for row in self.summary.rows if row.useless)

    @property
    def written(self) -> int:
        """How many rows have a reply that a person wrote."""
        return sum(row.written for row in self.summary.rows)


def page(
    meta: Meta, summaries: Sequence[Summary], name: str, bars: Sequence[Bar] = (), templates: Templates | None = None
) -> str:
    """Return the page of the run called ``name``.

    Raises:
        TemplateError: when its template cannot be rendered.
    """
    rows = [row for summary in summaries for row in summary.rows]
    numbers = numbered(row.scenario for row in rows)
    parts = [_part(summary, f"r{n}", numbers, meta.currency) for n, summary in enumerate(summaries)]
    names = [(part.key, part.name) for part in parts]
    values = {"name": name, "meta": meta, "bars": bars, "parts": parts, "names": names, **choices(rows, numbers)}
    return render(templates or Templates(), TEMPLATE, values, for_xml)


def _part(summary: Summary, key: str, numbers: dict[str, int], currency: str) -> Part:
    own = groups(summary.rows, key, numbers, currency)
    keys = {group.scenario: group.key for group in own}
    figures = [figure for figure in summary.figures if figure.n]
    return Part(
        key=key,
        summary=summary,
        lines=tuple(_line(figure, keys, currency) for figure in figures),
        table=tuple((group, tuple(_cell(figure, group.scenario, currency) for figure in figures)) for group in own),
        keys=keys,
        cost="" if summary.cost is None else money(summary.cost, currency),
    )


def _line(figure: Figure, keys: dict[str, str], currency: str) -> Line:
    metric, values = figure.metric, figure.by_scenario
    dots = [
        Dot(value, f"{scenario}: {told(metric, value, currency)}", keys.get(scenario, ""))
        for scenario, value in values.items()
    ]
    worst = (min if metric.higher_is_better else max)(values, key=lambda scenario: values[scenario])
    apart = len(set(values.values())) > 1
    return Line(
        metric=metric,
        n=figure.n,
        value=told(metric, figure.value, currency),
        interval=reach(metric, figure.interval),
        spread=told(metric, figure.spread, currency),
        drawing=strip(dots, figure.value or 0.0, figure.interval, _top(figure)),
        furthest=(worst, keys.get(worst, ""), told(metric, values[worst], currency)) if apart else None,
    )


def _cell(figure: Figure, scenario: str, currency: str) -> Cell | None:
    value = figure.by_scenario.get(scenario)
    return None if value is None else Cell(told(figure.metric, value, currency), round(value / _top(figure), 3))


def _top(figure: Figure) -> float:
    """Return the value at which the drawings of ``figure`` end."""
    return 1.0 if figure.metric.kind is not Kind.AMOUNT else max(figure.by_scenario.values()) or 1.0

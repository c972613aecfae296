"""What both pages of prompt evals show of rows: a scenario's questions, and its figures repeat by repeat."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from questioner.evaluation.prompts.metrics import METRICS, Metric
from questioner.evaluation.prompts.rows import Row
from questioner.evaluation.prompts.telling import NONE, told


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one scenario, asked with one template of one model."""

    key: str
    """Id of its element on the page."""
    scenario: str
    number: int
    """Of the scenario, by which the page filters: names may hold anything."""
    rows: tuple[Row, ...]
    """By repeat."""
    figures: tuple[tuple[Metric, tuple[str, ...]], ...]
    """A value in words for each row; metrics that no row has are left out."""

    @property
    def asked(self) -> int:
        """How many questions the model wrote."""
        return sum(len(row.questions) for row in self.rows)

    @property
    def accepted(self) -> int:
        """How many of them passed the review."""
        return sum(question.accepted for row in self.rows for question in row.questions)

    @property
    def failed(self) -> int:
        """How many rows have no sheet."""
        return sum(bool(row.failure or row.useless) for row in self.rows)


def numbered(scenarios: Iterable[str]) -> dict[str, int]:
    """Return a number for each scenario, sorted by name."""
    return {scenario: number for number, scenario in enumerate(sorted({*scenarios}))}


def groups(rows: Sequence[Row], prefix: str, numbers: Mapping[str, int], currency: str) -> tuple[Group, ...]:
    """Return a group for each scenario, sorted by name; keys begin with ``prefix``."""
    values = [(metric, metric.of(rows)) for metric in METRICS]
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        places[row.scenario].append(place)
    found = []
    for scenario, own in sorted(places.items()):
        own.sort(key=lambda place: rows[place].repeat)
        lines = ((metric, tuple(told(metric, column[place], currency) for place in own)) for metric, column in values)
        figures = tuple((metric, line) for metric, line in lines if set(line) != {NONE})
        number = numbers[scenario]
        found.append(Group(f"{prefix}-{number}", scenario, number, tuple(rows[place] for place in own), figures))
    return tuple(found)


def choices(rows: Sequence[Row], numbers: Mapping[str, int]) -> dict[str, list[tuple[object, str]]]:
    """Return what a reader may filter by: pairs of a value and its text, for scenarios, labels and repeats."""
    labels = sorted({label for row in rows for question in row.questions for label in question.labels})
    return {
        "scenarios": [(number, scenario) for scenario, number in numbers.items()],
        "labels": [(label, label.replace("_", " ")) for label in labels],
        "repeats": [(repeat, str(repeat)) for repeat in sorted({row.repeat for row in rows})],
    }

"""The blessed side: its folded figures in one file fit to commit, without any question's words."""

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from questioner import checked
from questioner.evaluation.prompts.comparison import Side
from questioner.evaluation.prompts.metrics import METRICS
from questioner.evaluation.prompts.summary import Figure, Summary, figure
from questioner.exchange import Usage


class Kept(BaseModel):
    """One metric as the file keeps it."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    spread: float | None
    by_scenario: Mapping[str, float]
    """With all digits: a scenario whose value was rounded would count as one that differs."""


class Baseline(BaseModel):
    """What the file holds."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    schema_version: Literal[1] = 1
    template: str
    templates_sha256: str
    model: str
    rules_version: str
    repeats: int
    parameters: Mapping[str, Any]
    currency: str
    sheets: int
    usage: Usage
    cost: float | None
    scenarios: Mapping[str, str]
    """SHA-256 of each scenario's file."""
    flaky: tuple[str, ...]
    written: bool
    """Whether a person wrote any of the replies."""
    metrics: Mapping[str, Kept]


def blessed(side: Side) -> str:
    """Return the file's content when ``side`` is what later changes are to be compared with."""
    own = side.summary
    made = Baseline(
        template=own.template,
        templates_sha256=side.templates_sha256,
        model=own.model,
        rules_version=side.rules_version,
        repeats=side.repeats,
        parameters=side.parameters,
        currency=side.currency,
        sheets=own.sheets,
        usage=own.usage,
        cost=own.cost,
        scenarios=side.scenarios,
        flaky=own.flaky,
        written=side.written,
        metrics={f.metric.name: Kept(spread=f.spread, by_scenario=f.by_scenario) for f in own.figures},
    )
    return json.dumps(made.model_dump(mode="json"), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def fallen(before: Side, now: Side) -> tuple[tuple[Figure, Figure], ...]:
    """Return each figure of ``now`` that is worse than that of ``before``, which stands first, in the order of `METRICS`."""
    pairs = ((before.summary.figure(metric.name), now.summary.figure(metric.name)) for metric in METRICS)
    return tuple(pair for pair in pairs if _is_worse(*pair))


def _is_worse(before: Figure, now: Figure) -> bool:
    if before.value is None or now.value is None or math.isclose(before.value, now.value):
        return False
    return (now.value < before.value) is now.metric.higher_is_better


def read(path: Path) -> Side:
    """Return the side that ``path`` keeps.

    Raises:
        InputError: when it cannot be read; every wrong field is named.
    """
    kept = checked.read_json(path, Baseline, "is no baseline that `questioner eval compare --bless` wrote")
    nothing = Kept(spread=None, by_scenario={})
    own = ((metric, kept.metrics.get(metric.name, nothing)) for metric in METRICS)
    summary = Summary(
        template=kept.template,
        model=kept.model,
        figures=tuple(figure(metric, k.by_scenario, k.spread) for metric, k in own),
        flaky=kept.flaky,
        failed=(),
        rows=(),
        usage=kept.usage,
        cost=kept.cost,
        sheets=kept.sheets,
    )
    return Side(
        name=str(path),
        templates_sha256=kept.templates_sha256,
        summary=summary,
        currency=kept.currency,
        rules_version=kept.rules_version,
        repeats=kept.repeats,
        scenarios=kept.scenarios,
        parameters=kept.parameters,
        written=kept.written,
    )

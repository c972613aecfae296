"""A comparison as data, for ``--format json``."""

from dataclasses import asdict
from typing import Any

from questioner.evaluation.prompts.comparison import Changed, Comparison, Difference, Side
from questioner.evaluation.prompts.rows import Row


def as_data(comparison: Comparison) -> dict[str, Any]:
    """Return all that a comparison says, of plain values. Keys may be added to it later, and none is taken away."""
    return {
        "schema_version": 1,
        "verdict": comparison.verdict.value,
        "reasons": [*comparison.reasons],
        "warnings": [*comparison.warnings],
        "base": _side(comparison.base),
        "new": _side(comparison.new),
        "scenarios": {"compared": comparison.used, "needed_to_differ": comparison.needed, "left_out": {**comparison.unused}},
        "differences": {d.metric.name: _difference(d) for d in comparison.differences},
        "fixed": [_changed(case) for case in comparison.fixed],
        "broken": [_changed(case) for case in comparison.broken],
    }  # fmt: skip


def _side(side: Side) -> dict[str, Any]:
    own = side.summary
    return {
        "name": side.name,
        "template": own.template,
        "templates_sha256": side.templates_sha256,
        "model": own.model,
        "rules_version": side.rules_version,
        "repeats": side.repeats,
        "sheets": own.sheets,
        "failed": {row.id: row.failure for row in own.failed},
        "flaky": [*own.flaky],
        "written": side.written,
        "usage": asdict(own.usage),
        "cost": own.cost,
        "currency": side.currency,
    }


def _difference(difference: Difference) -> dict[str, Any]:
    metric = difference.metric
    return {
        "title": metric.title,
        "kind": metric.kind.value,
        "unit": metric.unit,
        "higher_is_better": metric.higher_is_better,
        "gate": metric.gate,
        "base": difference.base,
        "new": difference.new,
        "difference": difference.value,
        "ci": None if difference.interval is None else [*difference.interval],
        "n": len(difference.pairs),
        "better": len(difference.up),
        "worse": len(difference.down),
        "spread": difference.spread,
        "p": difference.p,
        "corrected_p": difference.corrected,
        "shown": None if difference.shown is None else difference.shown.value,
        "smallest": difference.smallest,
        "by_scenario": {scenario: [*pair] for scenario, pair in difference.pairs.items()},
    }


def _changed(case: Changed) -> dict[str, Any]:
    return {"scenario": case.scenario, "base": _set(case.base), "new": _set(case.new)}


def _set(row: Row | None) -> dict[str, Any] | None:
    if row is None:
        return None
    questions = [
        {"text": q.text, "accepted": q.accepted, "labels": [*map(str, q.labels)], "codes": [*q.codes], "wave": q.wave}
        for q in row.questions
    ]
    return {"repeat": row.repeat, "questions": questions}

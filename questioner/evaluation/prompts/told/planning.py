"""A plan as text and as data."""

from collections.abc import Iterator
from typing import Any

from questioner.evaluation.prompts.gates import ALPHA
from questioner.evaluation.prompts.planning import GATES, PRIMARY, Plan
from questioner.evaluation.prompts.telling import NONE, change, money


def lines(plan: Plan) -> Iterator[str]:
    """Yield the plan as text."""
    size = change(PRIMARY, plan.difference).lstrip("+")
    yield f"To see a difference of {size} in {PRIMARY.title} in {plan.power:.0%} of cases, with {ALPHA:.0%} of false alarms over {GATES} gates:"
    yield ""
    yield f"{'repeats':>8}{'scenarios':>11}{'sheets of both sides':>22}{'requests':>11}{'cost':>16}"
    for step in plan.steps:
        requests = NONE if step.requests is None else f"{step.requests:,.0f}"
        yield f"{step.repeats:>8}{step.scenarios:>11,}{step.sheets:>22,}{requests:>11}{money(step.cost, plan.currency):>16}"
    yield ""
    yield plan.enough
    yield plan.spreads.source


def as_data(plan: Plan) -> dict[str, Any]:
    """Return the plan as plain values."""
    return {
        "metric": PRIMARY.name,
        "difference": plan.difference,
        "power": plan.power,
        "alpha": ALPHA,
        "gates": GATES,
        "spread": {"effect": plan.spreads.effect, "within": plan.spreads.within, "source": plan.spreads.source},
        "enough": plan.enough,
        "currency": plan.currency,
        "steps": [
            {"repeats": s.repeats, "scenarios": s.scenarios, "sheets": s.sheets, "requests": s.requests, "cost": s.cost}
            for s in plan.steps
        ],
    }

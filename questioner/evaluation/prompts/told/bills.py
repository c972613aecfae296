"""What the sides of a comparison cost, in words."""

from questioner.evaluation.prompts.comparison import Side
from questioner.evaluation.prompts.telling import money


def bill(side: Side) -> str:
    """Return what a side cost, in a phrase."""
    own = side.summary
    tokens = f"{own.usage.input_tokens:,} tokens in, {own.usage.output_tokens:,} out"
    cost = "no price known" if own.cost is None else money(own.cost, side.currency)
    return f"{own.sheets} sheets, {own.usage.requests:,} requests, {tokens}, {cost}"


def dearer(base: Side, new: Side) -> str:
    """Return how much more or less a sheet of NEW costs, in money where both have it, else in tokens; empty if unknown."""
    before, after = (side.summary.cost for side in (base, new))
    if before is None or after is None or base.currency != new.currency:
        before, after = (float(s.summary.usage.input_tokens + s.summary.usage.output_tokens) for s in (base, new))
        verb, what, alike = "takes", " tokens", "as many"
    else:
        verb, what, alike = "costs", "", "as much"
    if not (before and base.summary.sheets and new.summary.sheets):
        return ""
    ratio = (after / new.summary.sheets) / (before / base.summary.sheets) - 1
    if abs(ratio) < 0.0005:
        return f"A sheet of NEW {verb} {alike}{what} as one of BASE."
    return f"A sheet of NEW {verb} {abs(ratio):.1%} {'more' if ratio > 0 else 'less'}{what} than one of BASE."

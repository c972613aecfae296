"""Drawings on the pages of prompt evals: a figure's scenarios as dots, and a difference with its interval.

Each stands beside the same in figures and is hidden from those who do not see it. Lengths are CSS pixels.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from questioner.rendering import Safe

WIDTH, HEIGHT = 240.0, 46.0
EDGE = 5.0
"""Kept free on the left and on the right, so that a dot at an end is whole."""
RADIUS = 3.0
FLOOR = HEIGHT - 10
"""Where the interval is drawn; the dots have the room above."""

Side = Literal["good", "bad", "even"]


@dataclass(frozen=True, slots=True)
class Dot:
    """One scenario in a drawing."""

    value: float
    title: str
    """What a pointer that rests on it is told."""
    anchor: str
    """Id of the element that holds its rows."""


def strip(dots: Iterable[Dot], value: float, interval: Sequence[float] | None, top: float) -> Safe:
    """Return the dots between 0 and ``top``, with ``value`` and its ``interval`` below them; a dot leads to its rows."""
    own = Safe("").join(_stacked(dots, top))
    low, high = (_x(end, 0, top) for end in interval or (value, value))
    at = _x(value, 0, top)
    return Safe(
        f'<svg class="strip" width="{WIDTH:g}" height="{HEIGHT:g}" aria-hidden="true">'
        f'<path class="axis" d="M{EDGE:g} {FLOOR:g}H{WIDTH - EDGE:g}"/>{own}'
        f'<path class="reach" d="M{low:.1f} {FLOOR:g}H{high:.1f}"/><path class="mean" d="M{at:.1f} {FLOOR - 6:g}v12"/></svg>'
    )


def _stacked(dots: Iterable[Dot], top: float) -> Iterable[Safe]:
    """Yield the dots from left to right; those that would lie upon each other are stacked."""
    bins: defaultdict[int, list[Dot]] = defaultdict(list)
    for dot in sorted(dots, key=lambda d: (d.value, d.title)):
        bins[round(_x(dot.value, 0, top) / (2 * RADIUS))].append(dot)
    for near in bins.values():
        step = min(2 * RADIUS, (FLOOR - 3 * RADIUS) / max(1, len(near) - 1))
        for number, dot in enumerate(near):
            x, y = _x(dot.value, 0, top), FLOOR - 2 * RADIUS - number * step
            circle = Safe(
                '<a href="#{}" tabindex="-1"><circle cx="{:.1f}" cy="{:.1f}" r="{:g}"><title>{}</title></circle></a>'
            )
            yield circle.format(dot.anchor, x, y, RADIUS, dot.title)


def forest(gain: float, interval: Sequence[float] | None, most: float, side: Side) -> Safe:
    """Return a difference between ``-most`` and ``most``, better to the right, with its interval and a line at none."""
    low, high = (_x(end, -most, most) for end in interval or (gain, gain))
    at, zero, middle = _x(gain, -most, most), _x(0, -most, most), 9.0
    return Safe(
        f'<svg class="forest {side}" width="{WIDTH:g}" height="{2 * middle:g}" aria-hidden="true">'
        f'<path class="none" d="M{zero:.1f} 0v{2 * middle:g}"/><path class="reach" d="M{low:.1f} {middle:g}H{high:.1f}"/>'
        f'<rect x="{at - 4:.1f}" y="{middle - 4:g}" width="8" height="8"/></svg>'
    )


def _x(value: float, low: float, high: float) -> float:
    """Return where ``value`` lies; beyond ``low`` and ``high`` it is drawn at the edge."""
    share = (value - low) / (high - low) if high > low else 0.5
    return EDGE + min(1.0, max(0.0, share)) * (WIDTH - 2 * EDGE)

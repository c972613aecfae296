"""Drawings of a measure: bars of characters for a terminal, and an SVG whose figures also stand in a table."""

from collections.abc import Sequence
from datetime import date

from questioner.follow_through.trends import LEAST, Measure, Point

BAR = 20
"""Characters of a full bar."""
WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 640, 170, 48, 12, 30
"""Of the drawing and its margins, in SVG units."""


def bar(value: float) -> str:
    """Return a share, 0 to 1, as a bar."""
    full = round(BAR * min(1.0, max(0.0, value)))
    return "█" * full + "░" * (BAR - full)


def svg(measure: Measure, began: date | None) -> str:
    """Return the course of ``measure`` as an SVG, 0 to 100% upwards, days to the right; a dashed line where coaching began.

    Points are joined only where they are enough for a trend; one alone is not drawn, and the SVG is empty. It holds
    no text of the team's.
    """
    if len(measure.points) < 2:
        return ""
    days = [point.on for point in measure.points]
    first, last = min(days), max(days)
    across = [(_x(point.on, first, last), _y(point.value)) for point in measure.points]
    parts = [*_grid(), *_line(across), *(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/>' for x, y in across)]
    if began and first < began <= last:
        x = _x(began, first, last)
        parts.append(f'<line class="began" x1="{x:.1f}" y1="{TOP}" x2="{x:.1f}" y2="{HEIGHT - BOTTOM}"/>')
    parts += _days(first, last)
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true" focusable="false">{"".join(parts)}</svg>'


def _x(day: date, first: date, last: date) -> float:
    span = (last - first).days
    return LEFT + (WIDTH - LEFT - 24) * ((day - first).days / span if span else 0.5)


def _y(value: float) -> float:
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - min(1.0, max(0.0, value)))


def _grid() -> Sequence[str]:
    marks = ((share, _y(share)) for share in (0.0, 0.5, 1.0))
    return [
        f'<line class="grid" x1="{LEFT}" y1="{y:.1f}" x2="{WIDTH}" y2="{y:.1f}"/>'
        f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{share:.0%}</text>'
        for share, y in marks
    ]


def _line(across: Sequence[tuple[float, float]]) -> Sequence[str]:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in across)
    return [f'<polyline points="{points}"/>'] if len(across) >= LEAST else []


def _days(first: date, last: date) -> Sequence[str]:
    y = HEIGHT - 8
    return [
        f'<text x="{LEFT}" y="{y}">{first}</text>',
        f'<text x="{WIDTH - 4}" y="{y}" text-anchor="end">{last}</text>',
    ]


def heading(point: Point) -> str:
    """Return what a point is called: its cycle, or its day."""
    return point.name or point.on.isoformat()

"""What the HTML pages of all evals share: a rate as a drawing with its figures."""

from collections.abc import Sequence

from questioner.rendering import Safe

WIDTH, HEIGHT = 110, 12
"""Of the drawing beside a rate, in CSS pixels; the whole width is a share of 1."""


def rate(value: float | None, interval: Sequence[float] | None) -> Safe:
    """Return a share, 0 to 1, as a bar with its interval and the same in figures."""
    if value is None or interval is None:
        return Safe("–")
    low, high = interval
    middle = HEIGHT / 2
    return Safe(
        f'<svg width="{WIDTH}" height="{HEIGHT}" aria-hidden="true">'
        f'<rect class="track" width="{WIDTH}" height="{HEIGHT}" rx="2"/>'
        f'<rect class="value" width="{value * WIDTH:.1f}" height="{HEIGHT}" rx="2"/>'
        f'<path class="reach" d="M{low * WIDTH:.1f} {middle:g}H{high * WIDTH:.1f}M{low * WIDTH:.1f} 3v6M{high * WIDTH:.1f} 3v6"/>'
        f"</svg>{value:.3f} <small>[{low:.3f}, {high:.3f}]</small>"
    )

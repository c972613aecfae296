"""The reviewer's figures as one page that needs nothing else: no network, no files beside it."""

from collections.abc import Sequence
from typing import Any

from questioner.evaluation.bars import Bar
from questioner.phrasing import for_xml
from questioner.rendering import Safe, render
from questioner.resources import Templates

TEMPLATE = "reports/reviewer.html.j2"
WIDTH, HEIGHT = 110, 12
"""Of the drawing beside a rate, in CSS pixels; the whole width is a share of 1."""


def page(
    figures: dict[str, Any], bars: Sequence[Bar], name: str, *, errors: bool, templates: Templates | None = None
) -> str:
    """Return the page; with ``errors`` each wrong row is listed, to be filtered by verdict and label.

    Raises:
        TemplateError: when its template cannot be rendered.
    """
    labels = sorted({label for error in figures["errors"] for label in error["labels"] or error["given"]})
    values = {"name": name, "figures": figures, "bars": bars, "errors": errors, "labels": labels, "rate": rate}
    return render(templates or Templates(), TEMPLATE, values, for_xml)


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

"""Both halves of a blind comparison: the page to mark, which does not tell whose a set is, and what the marks say."""

from collections.abc import Iterator
from typing import Any

from questioner.evaluation.prompts.blind import Blind, KeepRates, Kept, Mark
from questioner.evaluation.prompts.telling import NONE, p_said
from questioner.evaluation.statistics import Rate
from questioner.phrasing import for_xml, visible
from questioner.rendering import render
from questioner.resources import Templates

TEMPLATE = "reports/prompt-blind.html.j2"


def page(blind: Blind, templates: Templates | None = None) -> str:
    """Return the page. It holds nothing but ``blind``, so that its source does not tell whose a set is.

    Raises:
        TemplateError: when its template cannot be rendered.
    """
    return render(templates or Templates(), TEMPLATE, {"blind": blind, "marks": list(Mark)}, for_xml)


def lines(rates: KeepRates) -> Iterator[str]:
    """Yield the report a line at a time."""
    yield f"{'':<6}{'to ask as it is':<34}{'to ask or to edit':<34}"
    for title, kept in (("BASE", rates.base), ("NEW", rates.new)):
        yield f"{title:<6}{_told(kept.asked):<34}{_told(kept.usable):<34}{visible(kept.name)}"
    yield ""
    if rates.difference is None:
        yield "No scenario has marks on both sides, so nothing can be said of the difference."
    else:
        reach = f" [{rates.interval[0] * 100:+.1f}, {rates.interval[1] * 100:+.1f}]" if rates.interval else ""
        yield (
            f"NEW less BASE, to ask as it is: {rates.difference * 100:+.1f} pp{reach} over {len(rates.pairs)} scenarios, "
            f"p {p_said(rates.p)}."
        )
    if rates.unmarked:
        yield f"Without a mark, and not counted: {rates.unmarked} questions."
    yield "The rates above take each question for itself (intervals: Wilson's). The difference is the mean over scenarios"
    yield "marked on both sides, each scenario alike however many questions it has; so it may not be that of the rates."


def _told(rate: Rate) -> str:
    if rate.value is None or rate.interval is None:
        return NONE
    return f"{rate.value:.1%} [{rate.interval[0] * 100:.1f}, {rate.interval[1] * 100:.1f}] of {rate.n}"


def as_data(rates: KeepRates) -> dict[str, Any]:
    """Return the report as plain values."""
    return {
        "base": _side(rates.base),
        "new": _side(rates.new),
        "difference": rates.difference,
        "ci": None if rates.interval is None else [*rates.interval],
        "p": rates.p,
        "by_scenario": {scenario: [*pair] for scenario, pair in rates.pairs.items()},
        "unmarked": rates.unmarked,
    }


def _side(kept: Kept) -> dict[str, Any]:
    return {"name": kept.name, "ask": kept.asked.as_data(), "ask_or_edit": kept.usable.as_data()}

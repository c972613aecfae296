"""A comparison as a page of text."""

import textwrap
from collections.abc import Iterator

from questioner.evaluation.prompts.comparison import Changed, Comparison, Difference, Side
from questioner.evaluation.prompts.rows import Row
from questioner.evaluation.prompts.telling import change, p_said, reach, told
from questioner.evaluation.prompts.told.bills import bill, dearer
from questioner.phrasing import on_one_line

WIDTH = 100
"""Columns of a sentence."""
SHOWN = 3
"""Cases whose questions are shown; further ones are named."""


def lines(comparison: Comparison) -> Iterator[str]:
    """Yield the report a line at a time, the verdict first."""
    yield f"{comparison.verdict.value.capitalize()}: NEW beside BASE, {comparison.used} scenarios compared."
    yield ""
    for text in (*comparison.reasons, *(f"Mind: {warning}" for warning in comparison.warnings)):
        yield from _wrapped(on_one_line(text), "", "  ")
    yield ""
    for title, side in (("BASE", comparison.base), ("NEW", comparison.new)):
        yield from _side(title, side)
    yield from filter(None, [dearer(comparison.base, comparison.new)])
    for gate in (True, False):
        yield from _table([d for d in comparison.differences if d.metric.gate is gate], comparison, gate=gate)
    for title, cases in (("Broken", comparison.broken), ("Fixed", comparison.fixed)):
        yield from _cases(title, cases)
    if comparison.unused:
        yield f"\nLeft out: {len(comparison.unused)}"
        yield from (f"  {on_one_line(scenario)}: {on_one_line(why)}" for scenario, why in comparison.unused.items())


def _side(title: str, side: Side) -> Iterator[str]:
    own, margin = side.summary, " " * 6
    about = f"{side.name}: {own.template} ({side.templates_sha256[:12]}), model {own.model}, repeats {side.repeats}"
    yield f"{title:<6}{on_one_line(about)}"
    yield f"{margin}{on_one_line(bill(side))}"
    if own.flaky:
        flaky = on_one_line(f"passed in one repeat and not in another: {', '.join(own.flaky)}")
        yield from _wrapped(flaky, margin, margin)


def _table(differences: list[Difference], comparison: Comparison, *, gate: bool) -> Iterator[str]:
    if not differences:
        return
    title = "Gates, which decide" if gate else "The others, which do not"
    yield ""
    yield f"{title:<27}{'BASE':>15}{'NEW':>15}{'difference':>17}  {'95 % interval':<17}{'better':>7}{'worse':>6}  {'corrected p' if gate else ''}".rstrip()
    currency = comparison.new.currency
    for d in differences:
        mark = f"{p_said(d.corrected)}{f'  {d.shown.value}' if d.shown else ''}" if gate else ""
        yield (
            f"{d.metric.title:<27}{told(d.metric, d.base, currency):>15}{told(d.metric, d.new, currency):>15}"
            f"{change(d.metric, d.value, currency):>17}  {reach(d.metric, d.interval, signed=True):<17}"
            f"{len(d.up):>7}{len(d.down):>6}  {mark}"
        ).rstrip()


def _cases(title: str, cases: tuple[Changed, ...]) -> Iterator[str]:
    if cases:
        yield f"\n{title}: {len(cases)}"
    for case in cases[:SHOWN]:
        yield f"  {on_one_line(case.scenario)}"
        for name, row in (("BASE", case.base), ("NEW", case.new)):
            yield from _set(name, row)
    if cases[SHOWN:]:
        further = ", ".join(on_one_line(case.scenario) for case in cases[SHOWN:])
        yield from _wrapped(f"and {further}; --format html or json shows them", "  ", "  ")


def _set(name: str, row: Row | None) -> Iterator[str]:
    if row is None:
        yield f"    {name}: only figures were kept"
        return
    yield f"    {name}, repeat {row.repeat}{'' if row.questions else ': no question'}"
    for question in row.questions:
        labels = ", ".join(question.labels)
        yield f"      {f'[{labels}] ' if labels else ''}{on_one_line(question.text)}"


def _wrapped(text: str, first: str, others: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=others, break_on_hyphens=False)

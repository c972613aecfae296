"""What a run of a prompt eval says, as a page of text, as JSON, and as JUnit."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from questioner.evaluation import junit
from questioner.evaluation.bars import Bar
from questioner.evaluation.prompts.results import Meta
from questioner.evaluation.prompts.summary import Figure, Summary
from questioner.evaluation.prompts.telling import NONE, money, reach, told
from questioner.phrasing import count, on_one_line, some

SHOWN = 3
"""Reasons why rows failed that are told, each with its first row."""


def lines(place: str, meta: Meta, summaries: Sequence[Summary], bars: Sequence[Bar]) -> Iterator[str]:
    """Yield the report as text, a line at a time."""
    yield f"{place}: {len(meta.scenarios)} scenarios, each asked {'once' if meta.repeats == 1 else f'{count(meta.repeats)} times'}, scored by rules {meta.rules_version}."
    for summary in summaries:
        yield ""
        yield from _summary(summary, meta.currency)
    yield ""
    yield "* decides in `questioner eval compare`. n: scenarios, their repeats folded. Spread: between repeats."
    if bars:
        yield f"Bars reached: {sum(bar.reached for bar in bars)} of {len(bars)}"


def _summary(summary: Summary, currency: str) -> Iterator[str]:
    written = sum(row.written for row in summary.rows)
    yield f"{on_one_line(summary.name)}: {len(summary.rows) - len(summary.failed)} of {len(summary.rows)} rows count"
    if written:
        yield f"{written} rows rest on replies that a person wrote: they say nothing about any model."
    useless = sum(bool(row.useless) for row in summary.rows)
    if useless:
        yield f"{useless} rows have replies of which no sheet could be made; they count, with nothing printed."
    yield f"  {'':<28}{'value':>14}  {'95 %':<18}{'n':>4}  spread"
    for figure in summary.figures:
        if figure.n:
            yield _line(figure, currency)
    if summary.flaky:
        yield f"Passed in one repeat and not in another: {', '.join(map(on_one_line, summary.flaky))}"
    if summary.lost:
        yield f"Failed, and counted nowhere: {on_one_line(some([row.id for row in summary.lost], len(summary.lost)))}"
    if summary.waiting:
        yield f"{len(summary.waiting)} rows wait for their replies."
    usage = summary.usage
    cost = "" if summary.cost is None else f", {money(summary.cost, currency)}"
    yield f"{usage.requests:,} requests, {usage.input_tokens:,} tokens in, {usage.output_tokens:,} out{cost}"


def _line(figure: Figure, currency: str) -> str:
    metric = figure.metric
    return (
        f"{'*' if metric.gate else ' '} {metric.title:<28}{told(metric, figure.value, currency):>14}  "
        f"{reach(metric, figure.interval):<18}{figure.n:>4}  "
        f"{NONE if figure.spread is None else told(metric, figure.spread, currency)}"
    )


def lost(summaries: Sequence[Summary], meta: str) -> Iterator[str]:
    """Yield how many rows failed, with the first reasons; ``meta`` has all. Of misses also what they point to."""
    for own in summaries:
        if own.lost:
            yield f"questioner: {own.name}: {len(own.lost):,} of {len(own.rows):,} rows failed"
            reasons = {row.failure: row for row in reversed(own.lost)}  # the first row of each reason
            yield from (f"  {row.id}: {row.failure}" for row in [*reversed(reasons.values())][:SHOWN])
            if len(own.lost) > SHOWN:
                yield f"  {meta} has them all"
            yield from _missed(own)


def _missed(summary: Summary) -> Iterator[str]:
    """Yield what misses point to: a recording knows the hash of its prompt, which does not tell what in it has changed."""
    first = [row for row in summary.rows if row.repeat == 1]
    missed = sum(row.missing and not row.usage.requests for row in first)  # what came before a miss was played
    if missed and missed == len(first):
        yield "  No recording fits. Look for what stands in every prompt: a template, or --send."
    elif missed:
        yield "  Other scenarios fit. Look for a scenario that has changed, or a part of a template that few teams reach."


def data(place: str, meta: Meta, summaries: Sequence[Summary], bars: Sequence[Bar]) -> dict[str, Any]:
    """Return the report as data."""
    return {
        "schema_version": 1,
        "run": place,
        **meta.model_dump(mode="json", include=set(Meta.model_fields)),
        "summaries": [_data(summary) for summary in summaries],
        "bars": [{"name": bar.name, "least": bar.least, "value": bar.value, "reached": bar.reached} for bar in bars],
    }


def _data(summary: Summary) -> dict[str, Any]:
    return {
        "template": summary.template,
        "model": summary.model,
        "rows": len(summary.rows),
        "written": sum(row.written for row in summary.rows),
        "useless": [row.id for row in summary.rows if row.useless],
        "failed": [{"row": row.id, "missing": row.missing, "why": row.failure} for row in summary.failed],
        "flaky": list(summary.flaky),
        "usage": asdict(summary.usage),
        "cost": summary.cost,
        "metrics": {figure.metric.name: _figure(figure) for figure in summary.figures},
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "value": figure.value,
        "ci": None if figure.interval is None else list(figure.interval),
        "n": figure.n,
        "spread": figure.spread,
        "gate": figure.metric.gate,
        "higher_is_better": figure.metric.higher_is_better,
    }


def as_junit(place: str, summaries: Sequence[Summary], bars: Sequence[Bar]) -> str:
    """Return the report as JUnit: a test case a bar, and one a row, which fails where the row did."""
    held = [junit.case("bars", f"{bar.name} >= {bar.least:g}", "" if bar.reached else str(bar)) for bar in bars]
    rows = [junit.case(own.name, row.id, row.failure) for own in summaries for row in own.rows]
    return junit.document(f"eval prompts {place}", [*held, *rows])


def as_json(place: str, meta: Meta, summaries: Sequence[Summary], bars: Sequence[Bar]) -> str:
    """Return the report as JSON."""
    return json.dumps(data(place, meta, summaries, bars), ensure_ascii=False, indent=2)

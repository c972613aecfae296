"""A comparison in Markdown, for a comment on a pull request."""

import html
from collections.abc import Iterator, Sequence

from questioner.evaluation.prompts.comparison import Changed, Comparison, Difference
from questioner.evaluation.prompts.rows import Row
from questioner.evaluation.prompts.telling import change, p_said, reach, told
from questioner.evaluation.prompts.told.bills import bill, dearer
from questioner.phrasing import for_markdown, for_xml

ROOM = 50_000
"""Characters after which further cases are named only: a comment on GitHub holds 65,536."""
_HEAD = (
    "|  | BASE | NEW | difference | 95 % interval | better | worse | corrected p |\n|---|--:|--:|--:|---|--:|--:|---|"
)


def document(comparison: Comparison) -> str:
    """Return the comment."""
    gates = [d for d in comparison.differences if d.metric.gate]
    others = [d for d in comparison.differences if not d.metric.gate]
    currency = comparison.new.currency
    parts = [
        f"## Prompt eval: {comparison.verdict}",
        "\n".join(f"- {_plain(text)}" for text in comparison.reasons),
        "\n".join(f"> **Mind:** {_plain(text)}  " for text in comparison.warnings),
        _table(gates, currency),
        _folded("Metrics that do not decide", _table(others, currency)) if others else "",
        *_cases(comparison),
        _folded("Scenarios left out", "\n".join(f"- {_plain(s)}: {_plain(why)}" for s, why in comparison.unused.items()))
        if comparison.unused else "",
        "\n".join(_feet(comparison)),
    ]  # fmt: skip
    return "\n\n".join(filter(None, parts)) + "\n"


def _table(differences: Sequence[Difference], currency: str) -> str:
    rows = [
        f"| {d.metric.title} | {told(d.metric, d.base, currency)} | {told(d.metric, d.new, currency)} "
        f"| {change(d.metric, d.value, currency)} | {reach(d.metric, d.interval, signed=True)} "
        f"| {len(d.up)} | {len(d.down)} | {p_said(d.corrected)}{f' **{d.shown}**' if d.shown else ''} |"
        for d in differences
    ]
    return "\n".join([_HEAD, *rows])


def _folded(title: str, inside: str) -> str:
    return f"<details><summary>{html.escape(for_xml(title))}</summary>\n\n{inside}\n\n</details>"


def _cases(comparison: Comparison) -> Iterator[str]:
    """Yield each scenario that broke or was fixed, both sets side by side, until the comment is full."""
    left = ROOM
    for title, cases in (("Broken", comparison.broken), ("Fixed", comparison.fixed)):
        if cases:
            yield f"**{title}: {len(cases)}**"
        for number, case in enumerate(cases):
            made = _folded(case.scenario, _sets(case))
            left -= len(made)
            if left < 0:
                yield "And " + ", ".join(_plain(further.scenario) for further in cases[number:]) + "."
                break
            yield made


def _sets(case: Changed) -> str:
    base, new = (_questions(row) for row in (case.base, case.new))
    longest = max(len(base), len(new))
    rows = zip(*(own + [""] * (longest - len(own)) for own in (base, new)), strict=True)
    return "\n".join(["| BASE | NEW |", "|---|---|", *(f"| {before} | {after} |" for before, after in rows)])


def _questions(row: Row | None) -> list[str]:
    if row is None:
        return ["*only figures were kept*"]
    return [
        (f"**{_plain(', '.join(question.labels))}:** " if question.labels else "") + _plain(question.text)
        for question in row.questions
    ] or ["*no question*"]


def _feet(comparison: Comparison) -> Iterator[str]:
    for title, side in (("BASE", comparison.base), ("NEW", comparison.new)):
        yield f"{title}: {_plain(side.name)}, {side.templates_sha256[:12]}, {_plain(side.summary.model)}; {_plain(bill(side))}.  "
    yield dearer(comparison.base, comparison.new)


def _plain(text: str) -> str:
    """Escape what came from a file; an at sign would call the person of that name."""
    return for_markdown(text).replace("@", "&#64;")

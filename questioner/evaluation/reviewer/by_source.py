"""Figures for each source that rows name, such as a set of transcripts."""

from collections.abc import Sequence
from typing import Any

from questioner.evaluation.reviewer.judged import Judged
from questioner.evaluation.statistics import Rate, flat, mean
from questioner.session import Label

ALL = "all"
"""Stands for the rows of every source together."""


def by_source(judged: Sequence[Judged]) -> dict[str, dict[str, Any]]:
    """Return the figures of each source, and of all of them where there are several; empty where no row names one.

    ``judged`` holds no borderline rows. ``balanced_accuracy`` is the mean of two shares: rows without labels that are
    accepted, and rows labelled closed that are rejected; its interval comes from theirs (``statistics.mean``).
    ``accept_precision`` is the share of accepted rows that are to be accepted.
    """
    sources: dict[str, list[Judged]] = {}
    for j in judged:
        if j.row.source:
            sources.setdefault(j.row.source, []).append(j)
    if len(sources) > 1:
        sources[ALL] = [j for own in sources.values() for j in own]
    return {source: _figures(own) for source, own in sources.items()}


def _figures(own: Sequence[Judged]) -> dict[str, Any]:
    passed = Rate(*_counted([not j.rejected for j in own if not j.row.labels]))
    closed = Rate(*_counted([j.rejected for j in own if Label.CLOSED in j.row.labels]))
    advice = Rate(*_counted([j.rejected for j in own if Label.ADVICE in j.row.labels]))
    accepted = Rate(*_counted([not j.faulty for j in own if not j.rejected]))
    figures = flat(
        {"open_accepted": passed, "closed_caught": closed, "advice_caught": advice, "accept_precision": accepted}
    )
    balanced = mean(passed, closed)
    return {
        "rows": len(own),
        "balanced_accuracy": balanced["value"],
        **figures,
        "ci": {"balanced_accuracy": balanced["ci"], **figures["ci"]},
    }


def _counted(answers: Sequence[bool]) -> tuple[int, int]:
    return sum(answers), len(answers)

"""How often the reviewer is right about wording, on labelled questions.

Borderline rows count for nothing but their own line: either answer is fine there.
"""

from collections.abc import Callable, Sequence
from typing import Any

from questioner.evaluation.reviewer.by_rule import by_rule
from questioner.evaluation.reviewer.by_source import by_source
from questioner.evaluation.reviewer.datasets import Truth
from questioner.evaluation.reviewer.judged import Judged
from questioner.evaluation.statistics import Rate, f1, flat
from questioner.review import RULES_VERSION
from questioner.review.weighing import LABELS

BLESSED = (
    "reject.precision",
    "reject.recall",
    "hard.precision",
    "hard.recall",
    "pairs.accuracy",
    *(f"labels.{label}.caught" for label in LABELS),
)
"""The figures that are kept when a run is blessed."""


def report(judged: Sequence[Judged]) -> dict[str, Any]:
    """Return every figure as plain data, a 95 % Wilson interval beside each rate."""
    firm = [j for j in judged if j.row.verdict is not Truth.BORDERLINE]
    borderline = [j for j in judged if j.row.verdict is Truth.BORDERLINE]
    return {
        "rules_version": RULES_VERSION,
        "n": len(judged),
        "reject": _detection(firm, lambda j: j.rejected, lambda j: j.faulty),
        "labels": {label.value: _label(firm, label.value) for label in LABELS},
        "hard": _half(firm, hard=True),
        "easy": _half(firm, hard=False),
        "pairs": _pairs(firm),
        "borderline": {"n": len(borderline), "accepted": sum(not j.rejected for j in borderline)},
        "baseline": _baseline(firm),
        "sources": by_source(firm),
        "rules": by_rule(firm),
        "errors": [_error(j) for j in firm if not j.right],
    }


def _detection(
    judged: Sequence[Judged], found: Callable[[Judged], bool], true: Callable[[Judged], bool]
) -> dict[str, Any]:
    """Return precision, recall and F1 of a yes-or-no answer."""
    hits = sum(found(j) and true(j) for j in judged)
    precision, recall = Rate(hits, sum(map(found, judged))), Rate(hits, sum(map(true, judged)))
    both = f1(precision, recall)
    return flat({"precision": precision, "recall": recall}) | {"f1": None if both is None else round(both, 4)}


def _label(judged: Sequence[Judged], label: str) -> dict[str, Any]:
    """Return how well one label is given; ``caught`` is the share of its questions rejected for any reason."""
    own = [j for j in judged if label in j.row.labels]
    figures = _detection(judged, lambda j: label in j.labels, lambda j: label in j.row.labels)
    caught = flat({"caught": Rate(sum(j.rejected for j in own), len(own))})
    merged = {name: {**figures[name], **caught[name]} for name in ("ci", "n")}
    return {**figures, "support": len(own), "caught": caught["caught"], **merged}


def _half(judged: Sequence[Judged], *, hard: bool) -> dict[str, Any]:
    own = [j for j in judged if j.row.hard is hard]
    return {"rows": len(own), **_detection(own, lambda j: j.rejected, lambda j: j.faulty)}


def _pairs(judged: Sequence[Judged]) -> dict[str, Any]:
    """Return the share of minimal pairs of which both halves are judged right."""
    pairs: dict[str, list[Judged]] = {}
    for j in judged:
        if j.row.pair:
            pairs.setdefault(j.row.pair, []).append(j)
    whole = [halves for halves in pairs.values() if {h.row.verdict for h in halves} == {Truth.ACCEPT, Truth.REJECT}]
    right = Rate(sum(all(h.right for h in halves) for halves in whole), len(whole)).as_data()
    return {"n": right["n"], "accuracy": right["value"], "ci": right["ci"]}


def _baseline(judged: Sequence[Judged]) -> dict[str, Any]:
    """Return how often a reviewer that accepts everything would be right."""
    everything = Rate(sum(not j.faulty for j in judged), len(judged))
    own = Rate(sum(j.right for j in judged), len(judged))
    figures = flat({"accept_everything": everything, "accuracy": own})
    return {name: figures[name] for name in ("accept_everything", "accuracy", "ci")}


def _error(j: Judged) -> dict[str, Any]:
    return {
        "id": j.row.id,
        "text": j.row.text,
        "verdict": j.row.verdict.value,
        "labels": list(j.row.labels),
        "rejected": j.rejected,
        "given": sorted(j.labels),
        "codes": list(j.codes),
    }

"""How often the reviewer is right about wording, on labelled questions.

A question counts as rejected when a finding rejects it in the profile for generated questions. Borderline
rows count for nothing but their own line: either answer is fine there.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from questioner.evaluation.datasets import Labelled, Truth
from questioner.evaluation.statistics import Rate, f1
from questioner.review import RULES_VERSION, Profile, review_wording
from questioner.session import Label

WORDING = (
    Label.ADVICE,
    Label.LEADING,
    Label.CLOSED,
    Label.STACKED,
    Label.STATUS,
    Label.BLAME,
    Label.NOT_A_QUESTION,
)
"""The labels that wording alone can earn."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One labelled question and what the reviewer said of it."""

    row: Labelled
    rejected: bool
    labels: frozenset[str]
    """Labels of the findings that reject."""
    codes: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether the verdicts agree; borderline rows are always right."""
        return self.row.verdict is Truth.BORDERLINE or self.rejected == (self.row.verdict is Truth.REJECT)


def judge(rows: Iterable[Labelled]) -> tuple[Judged, ...]:
    """Return what the reviewer says of each row, in order."""
    return tuple(_judged(row) for row in rows)


def _judged(row: Labelled) -> Judged:
    found = [f for f in review_wording(row.text, Profile.GENERATE) if f.rejects]
    return Judged(row, bool(found), frozenset(f.label.value for f in found), tuple(f.code for f in found))


def report(judged: Sequence[Judged]) -> dict[str, Any]:
    """Return every figure as plain data, a 95 % Wilson interval beside each rate."""
    firm = [j for j in judged if j.row.verdict is not Truth.BORDERLINE]
    borderline = [j for j in judged if j.row.verdict is Truth.BORDERLINE]
    return {
        "rules_version": RULES_VERSION,
        "n": len(judged),
        "reject": _detection(firm, lambda j: j.rejected, lambda j: j.row.verdict is Truth.REJECT),
        "labels": {label.value: _label(firm, label.value) for label in WORDING},
        "hard": _half(firm, hard=True),
        "easy": _half(firm, hard=False),
        "pairs": _pairs(firm),
        "borderline": {"n": len(borderline), "accepted": sum(not j.rejected for j in borderline)},
        "baseline": _baseline(firm),
        "errors": [_error(j) for j in firm if not j.right],
    }


def _rate(rate: Rate) -> dict[str, Any]:
    interval = [round(end, 4) for end in rate.interval] if rate.interval else None
    return {"value": None if rate.value is None else round(rate.value, 4), "ci": interval, "n": rate.n}


def _detection(
    judged: Sequence[Judged], found: Callable[[Judged], bool], true: Callable[[Judged], bool]
) -> dict[str, Any]:
    """Return precision, recall and F1 of a yes-or-no answer."""
    hits = sum(found(j) and true(j) for j in judged)
    precision, recall = Rate(hits, sum(map(found, judged))), Rate(hits, sum(map(true, judged)))
    both = f1(precision, recall)
    return _flat({"precision": precision, "recall": recall}) | {"f1": None if both is None else round(both, 4)}


def _flat(rates: dict[str, Rate]) -> dict[str, Any]:
    """Return each rate's value under its name, and the intervals and counts together."""
    told = {name: _rate(rate) for name, rate in rates.items()}
    return {
        **{name: rate["value"] for name, rate in told.items()},
        "ci": {name: rate["ci"] for name, rate in told.items()},
        "n": {name: rate["n"] for name, rate in told.items()},
    }


def _label(judged: Sequence[Judged], label: str) -> dict[str, Any]:
    """Return how well one label is given; ``caught`` is the share of its questions rejected for any reason."""
    own = [j for j in judged if label in j.row.labels]
    figures = _detection(judged, lambda j: label in j.labels, lambda j: label in j.row.labels)
    caught = _flat({"caught": Rate(sum(j.rejected for j in own), len(own))})
    merged = {name: {**figures[name], **caught[name]} for name in ("ci", "n")}
    return {**figures, "support": len(own), "caught": caught["caught"], **merged}


def _half(judged: Sequence[Judged], *, hard: bool) -> dict[str, Any]:
    own = [j for j in judged if j.row.hard is hard]
    return {"rows": len(own), **_detection(own, lambda j: j.rejected, lambda j: j.row.verdict is Truth.REJECT)}


def _pairs(judged: Sequence[Judged]) -> dict[str, Any]:
    """Return the share of minimal pairs of which both halves are judged right."""
    pairs: dict[str, list[Judged]] = {}
    for j in judged:
        if j.row.pair:
            pairs.setdefault(j.row.pair, []).append(j)
    whole = [halves for halves in pairs.values() if {h.row.verdict for h in halves} == {Truth.ACCEPT, Truth.REJECT}]
    right = Rate(sum(all(h.right for h in halves) for halves in whole), len(whole))
    return {"n": len(whole), "accuracy": _rate(right)["value"], "ci": _rate(right)["ci"]}


def _baseline(judged: Sequence[Judged]) -> dict[str, Any]:
    """Return how often a reviewer that accepts everything would be right."""
    accuracy = Rate(sum(j.row.verdict is Truth.ACCEPT for j in judged), len(judged))
    own = Rate(sum(j.right for j in judged), len(judged))
    return {
        "accept_everything": _rate(accuracy)["value"],
        "accuracy": _rate(own)["value"],
        "ci": {"accept_everything": _rate(accuracy)["ci"], "accuracy": _rate(own)["ci"]},
    }


def _error(j: Judged) -> dict[str, Any]:
    return {
        "id": j.row.id,
        "text": j.row.text,
        "verdict": j.row.verdict.value,
        "labels": list(j.row.labels),
        "rejected": j.rejected,
        "codes": list(j.codes),
    }


def metric(figures: dict[str, Any], name: str) -> float | None:
    """Return the figure at a dotted ``name`` such as ``labels.advice.caught``.

    Raises:
        KeyError: when there is no figure of that name.
    """
    value: Any = figures
    for part in name.split("."):
        if not isinstance(value, dict):
            raise KeyError(name)
        value = value[part]
    if value is not None and not isinstance(value, (int, float)):
        raise KeyError(name)
    return value

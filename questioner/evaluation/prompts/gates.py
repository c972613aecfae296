"""The gates: what chance alone would give for each, and the verdict of all of them together."""

from collections.abc import Mapping
from dataclasses import dataclass

from questioner.evaluation.prompts.comparison import Verdict
from questioner.evaluation.prompts.metrics import METRICS, Kind, Metric
from questioner.evaluation.statistics import FLIPS, differing_needed, holm, mcnemar, sign_flip

ALPHA = 0.05
"""How often, at most, two prompts that are alike may be called better or worse, all gates together."""
POWER = 0.8
"""How often a difference of the size that is called the smallest would be shown."""
Pairs = Mapping[str, tuple[float, float]]
"""By scenario, BASE's and NEW's folded value."""


@dataclass(frozen=True, slots=True)
class Tested:
    """One gate: its pairs, and what chance would give."""

    metric: Metric
    pairs: Pairs
    p: float
    corrected: float

    @property
    def differing(self) -> int:
        """Number of scenarios whose value differs."""
        return sum(base != new for base, new in self.pairs.values())

    @property
    def verdict(self) -> Verdict | None:
        """Better or worse where chance is not enough of a reason, else None."""
        if self.corrected >= ALPHA:
            return None
        up = sum(new - base for base, new in self.pairs.values()) > 0
        return Verdict.BETTER if up is self.metric.higher_is_better else Verdict.WORSE


def paired(base: Mapping[str, float], new: Mapping[str, float]) -> Pairs:
    """Return the scenarios that have a value on both sides."""
    return {scenario: (value, new[scenario]) for scenario, value in base.items() if scenario in new}


def weighed(pairs: Mapping[str, Pairs], flips: int = FLIPS) -> tuple[Tested, ...]:
    """Return the test of each gate among ``pairs`` that has any, corrected for their number."""
    gates = [metric for metric in METRICS if metric.gate and pairs.get(metric.name)]
    ps = [_p(metric, pairs[metric.name], flips) for metric in gates]
    return tuple(Tested(m, pairs[m.name], p, c) for m, p, c in zip(gates, ps, holm(ps), strict=True))


def _p(metric: Metric, pairs: Pairs, flips: int) -> float:
    differences = [new - base for base, new in pairs.values()]
    if metric.kind is Kind.BINARY:
        return mcnemar(sum(d > 0 for d in differences), sum(d < 0 for d in differences))
    return sign_flip(differences, flips)


def needed(gates: int) -> int:
    """Return how many scenarios have to differ in one of ``gates`` before it can decide at all."""
    return differing_needed(ALPHA / gates)


def decided(gates: tuple[Tested, ...], used: int) -> Verdict:
    """Return the verdict on ``used`` scenarios. Where gates disagree, worse wins."""
    shown = {gate.verdict for gate in gates}
    for verdict in (Verdict.WORSE, Verdict.BETTER):
        if verdict in shown:
            return verdict
    most = max((gate.differing for gate in gates), default=0)
    # Where nothing differs in as many scenarios as could have decided, there is data, and it shows no difference.
    enough = used >= needed(max(1, len(gates))) if not most else most >= needed(len(gates))
    return Verdict.NO_DIFFERENCE if enough else Verdict.NOT_ENOUGH

"""Two sides paired by scenario: the differences and the verdict on them."""

import math
from collections.abc import Mapping
from statistics import fmean, stdev

from questioner.errors import InputError, Problem
from questioner.evaluation.prompts.comparison import Changed, Comparison, Difference, Side
from questioner.evaluation.prompts.gates import ALPHA, POWER, Pairs, Tested, decided, needed, paired, weighed
from questioner.evaluation.prompts.metrics import BY_NAME, METRICS, Kind, Metric
from questioner.evaluation.prompts.reasons import reasons, warnings
from questioner.evaluation.prompts.rows import Row
from questioner.evaluation.statistics import bootstrap, paired_rates, smallest_shown
from questioner.phrasing import some


def compare(base: Side, new: Side) -> Comparison:
    """Return what can be said of NEW beside BASE.

    Raises:
        InputError: when they were scored by different rules, or have no scenario in common that both have a row for.
    """
    if base.rules_version != new.rules_version:
        seen = f"was scored with rules {new.rules_version}, and {base.name} with rules {base.rules_version}"
        advice = "score both anew with `questioner eval prompts --rescore RUN`, and bless a baseline anew"
        raise InputError([Problem(f"{seen}: {advice}", new.name)])
    unused = _unused(base, new)
    used = [scenario for scenario in base.scenarios if scenario not in unused]
    if not used:
        first = some([f"{scenario}: {why}" for scenario, why in unused.items()], len(unused))
        raise InputError([Problem(f"has no scenario that can be compared with {base.name}; {first}", new.name)])
    pairs = _pairs(base, new, {*used})
    gates = weighed(pairs)
    differences = _differences(base, new, pairs, gates)
    verdict = decided(gates, len(used))
    clean = pairs.get("clean", {})
    return Comparison(
        base=base,
        new=new,
        verdict=verdict,
        reasons=tuple(reasons(verdict, differences, gates, len(used))),
        differences=differences,
        fixed=tuple(_changed(base, new, scenario) for scenario, pair in clean.items() if pair == (0.0, 1.0)),
        broken=tuple(_changed(base, new, scenario) for scenario, pair in clean.items() if pair == (1.0, 0.0)),
        unused=unused,
        warnings=tuple(warnings(base, new)),
        needed=needed(max(1, len(gates))),
        used=len(used),
    )


def _unused(base: Side, new: Side) -> dict[str, str]:
    """Return the scenarios that cannot be compared, each with the reason."""
    every = dict.fromkeys([*base.scenarios, *new.scenarios])
    return {scenario: why for scenario in every if (why := _why_not(base, new, scenario))}


def _why_not(base: Side, new: Side, scenario: str) -> str:
    for side, other in ((base, new), (new, base)):
        if scenario not in other.scenarios:
            return f"only in {side.name}"
    if base.scenarios[scenario] != new.scenarios[scenario]:
        return "its file is not the same in both"
    idle = [side.name for side in (base, new) if scenario not in side.summary.figure("acceptance").by_scenario]
    return f"no row of {' and '.join(idle)} came to anything" if idle else ""


def _pairs(base: Side, new: Side, used: set[str]) -> dict[str, Pairs]:
    after = {figure.metric.name: figure.by_scenario for figure in new.summary.figures}
    both = {f.metric.name: paired(f.by_scenario, after.get(f.metric.name, {})) for f in base.summary.figures}
    return {name: {scenario: pair for scenario, pair in own.items() if scenario in used} for name, own in both.items()}


def _differences(
    base: Side, new: Side, pairs: Mapping[str, Pairs], gates: tuple[Tested, ...]
) -> tuple[Difference, ...]:
    ps = {gate.metric.name: gate for gate in gates}
    found = []
    for metric in METRICS:
        own = pairs.get(metric.name)
        if not own:
            continue
        gate = ps.get(metric.name)
        spreads = [s for side in (base, new) if (s := side.summary.figure(metric.name).spread) is not None]
        found.append(
            Difference(
                metric=metric,
                base=fmean(pair[0] for pair in own.values()),
                new=fmean(pair[1] for pair in own.values()),
                interval=_interval(metric, own),
                pairs=own,
                spread=math.sqrt(fmean(s * s for s in spreads)) if spreads else None,
                p=gate.p if gate else None,
                corrected=gate.corrected if gate else None,
                smallest=_smallest(metric, own, len(gates)) if gate else None,
                shown=gate.verdict if gate else None,
            )
        )
    return tuple(found)


def _interval(metric: Metric, pairs: Pairs) -> tuple[float, float] | None:
    differences = [new - base for base, new in pairs.values()]
    if metric.kind is Kind.BINARY:
        return paired_rates(sum(d > 0 for d in differences), sum(d < 0 for d in differences), len(differences))
    return bootstrap(differences)


def _smallest(metric: Metric, pairs: Pairs, gates: int) -> float | None:
    """Return the smallest mean difference that this gate would show, taking differences to spread as they do here."""
    differences = [new - base for base, new in pairs.values()]
    spread = stdev(differences) if len(differences) > 1 else 0.0
    if not spread:
        return None
    found = smallest_shown(len(differences), spread, ALPHA / gates, POWER)
    if found is not None and metric.kind is Kind.BINARY:
        found = max(found, needed(gates) / len(differences))
    return None if found is None or (metric.kind is not Kind.AMOUNT and found > 1) else found


def _changed(base: Side, new: Side, scenario: str) -> Changed:
    return Changed(scenario, _typical(base, scenario), _typical(new, scenario))


def _typical(side: Side, scenario: str) -> Row | None:
    """Return the first row of ``scenario`` that fared as most of its repeats did."""
    rows = [row for row in side.summary.rows if row.scenario == scenario]
    most = side.summary.figure("clean").by_scenario[scenario]
    fared = zip(rows, BY_NAME["clean"].of(rows), strict=True)
    return next((row for row, value in fared if value == most), None)

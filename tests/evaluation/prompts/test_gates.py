"""Known answers: what is planted is found, what is alike is let alone, and too little is told as too little."""

from random import Random

import pytest

from questioner.evaluation.prompts.comparison import Verdict
from questioner.evaluation.prompts.gates import decided, needed, paired, weighed
from questioner.evaluation.prompts.metrics import METRICS
from questioner.evaluation.prompts.summary import folded, repeats

from .cases import drawn

GATES = [metric for metric in METRICS if metric.gate]
FLIPS = 999  # a tenth of what a comparison draws, to save time; the test is as exact, only coarser


def verdict(base, new):
    """Fold and decide; each side is a metric's repeats by scenario, by metric."""
    pairs = {m.name: paired(folded(m, base[m.name]), folded(m, new[m.name])) for m in GATES}
    return decided(weighed(pairs, FLIPS), len(pairs["acceptance"]))


def values(rows):
    return {metric.name: repeats(metric, rows) for metric in GATES}


def trials(pool, other, number, lot):
    """Draw three repeats a side for each scenario from what was answered, again and again, and count the verdicts."""
    counts = dict.fromkeys(Verdict, 0)
    scenarios = [*pool["acceptance"]]
    for _ in range(number):
        sides = {m.name: ({}, {}) for m in GATES}
        for scenario in scenarios:
            places = lot.sample(range(len(pool["acceptance"][scenario])), 6)
            for name, (base, new) in sides.items():
                base[scenario] = [pool[name][scenario][place] for place in places[:3]]
                new[scenario] = [other[name][scenario][place] for place in places[3:]]
        counts[verdict({n: b for n, (b, _) in sides.items()}, {n: a for n, (_, a) in sides.items()})] += 1
    return counts


@pytest.mark.parametrize("accepted", [0.6, 0.95])
def test_prompts_that_are_alike_are_called_better_or_worse_at_most_70_times_in_1000(accepted):
    lot = Random(11)
    pool = values(drawn(lot, accepted, repeats=24))
    counts = trials(pool, pool, 1_000, lot)
    assert counts[Verdict.BETTER] + counts[Verdict.WORSE] <= 70


@pytest.mark.parametrize(("base", "new", "told"), [(0.6, 0.8, Verdict.BETTER), (0.8, 0.6, Verdict.WORSE)])
def test_a_planted_difference_of_20_points_is_told_in_at_least_95_of_100(base, new, told):
    lot = Random(12)
    counts = trials(values(drawn(lot, base, repeats=24)), values(drawn(lot, new, repeats=24)), 100, lot)
    assert counts[told] >= 95


def level(metric, base, new):
    """Folded values of one metric, ``base`` and ``new`` a list by scenario."""
    return {metric: {f"s{place}": pair for place, pair in enumerate(zip(base, new, strict=True))}}


def told(pairs, used=30):
    return decided(weighed(pairs), used)


ALIKE = [1.0] * 30


def test_four_scenarios_that_differ_are_not_enough_data():
    four = [0.0] * 4 + ALIKE[4:]
    assert told(level("clean", ALIKE, four)) is Verdict.NOT_ENOUGH
    assert told(level("acceptance", four, ALIKE)) is Verdict.NOT_ENOUGH


def test_a_verdict_is_possible_from_as_many_scenarios_as_are_said_to_be_needed():
    gates = {m.name: level(m.name, ALIKE, ALIKE)[m.name] for m in GATES}
    enough = needed(len(GATES))
    assert enough == 8
    for count, verdict_then in ((enough - 1, Verdict.NOT_ENOUGH), (enough, Verdict.WORSE)):
        fallen = [0.0] * count + ALIKE[count:]
        assert told({**gates, **level("clean", ALIKE, fallen)}) is verdict_then


def test_where_nothing_differs_no_difference_is_shown_if_there_was_data_to_show_one():
    assert told(level("acceptance", ALIKE, ALIKE)) is Verdict.NO_DIFFERENCE
    assert told(level("acceptance", ALIKE[:5], ALIKE[:5]), used=5) is Verdict.NOT_ENOUGH


def test_worse_wins_where_gates_disagree():
    up = level("acceptance", [0.5] * 30, [0.9] * 30)
    assert told(up) is Verdict.BETTER
    assert told({**up, **level("leading", [0.0] * 30, [0.1] * 30)}) is Verdict.WORSE


def test_less_of_a_fault_is_better():
    assert told(level("advice", [0.3] * 30, [0.1] * 30)) is Verdict.BETTER


def test_a_metric_that_is_no_gate_decides_nothing():
    assert weighed(level("score", [90.0] * 30, [10.0] * 30)) == ()
    assert told({**level("acceptance", ALIKE, ALIKE), **level("blame", [0.0] * 30, ALIKE)}) is Verdict.NO_DIFFERENCE


def test_gates_are_corrected_for_their_number():
    (alone,) = weighed(level("acceptance", ALIKE, [0.9] * 7 + ALIKE[7:]))
    both = weighed({**level("acceptance", ALIKE, [0.9] * 7 + ALIKE[7:]), **level("topics", ALIKE, ALIKE)})
    assert (alone.p, alone.corrected) == (2 / 128, 2 / 128)
    assert [gate.corrected for gate in both] == [4 / 128, 1.0]


def test_passes_are_tested_by_mcnemar_and_ties_are_neither():
    clean = next(m for m in GATES if m.name == "clean")
    assert folded(clean, {"a": [1, 1, 0], "b": [0, 0, 1], "c": [1, 0]}) == {"a": 1.0, "b": 0.0}
    (gate,) = weighed(level("clean", [0.0] * 10 + [1.0] * 2, [1.0] * 10 + [0.0] * 2))
    assert gate.p == pytest.approx(0.0386, abs=1e-4)

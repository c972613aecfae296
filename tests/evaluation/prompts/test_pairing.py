"""Two sides beside each other: what is paired, what is left out and said so, and what may not be compared."""

from random import Random

import pytest

from questioner.errors import InputError
from questioner.evaluation.prompts.comparison import Verdict
from questioner.evaluation.prompts.pairing import compare

from .cases import drawn, row, side

GOOD, BAD = ["", ""], ["", "leading"]


def each(scenarios, questions, repeats=1, **rest):
    """A row of ``questions`` for each scenario and repeat."""
    return [
        row(f"s{number:02}", repeat, questions, **rest)
        for number in range(scenarios)
        for repeat in range(1, repeats + 1)
    ]


def difference(comparison, name):
    return next(d for d in comparison.differences if d.metric.name == name)


def test_a_planted_difference_is_told_with_its_figures():
    found = compare(side(*drawn(Random(1), 0.8)), side(*drawn(Random(2), 0.6)))
    accepted = difference(found, "acceptance")
    assert (found.verdict, found.used, found.needed, accepted.shown) == (Verdict.WORSE, 30, 8, Verdict.WORSE)
    assert accepted.interval[0] < accepted.value < accepted.interval[1] < 0
    assert found.reasons[0].startswith("Worse: raw questions accepted ")


def test_repeats_are_folded_before_sides_are_paired():
    base = [row("a", 1, GOOD), row("a", 2, GOOD), row("a", 3, BAD), row("b", 1, GOOD)]
    new = [row("a", 1, BAD), row("a", 2, BAD), row("a", 3, GOOD), row("b", 1, GOOD)]
    found = compare(side(*base), side(*new))
    assert difference(found, "acceptance").pairs == {"a": (pytest.approx(5 / 6), pytest.approx(4 / 6)), "b": (1, 1)}
    assert difference(found, "clean").pairs == {"a": (1, 0), "b": (1, 1)}


def test_a_scenario_that_passes_as_often_as_not_is_neither_fixed_nor_broken():
    found = compare(side(row("a", 1, GOOD), row("a", 2, BAD)), side(row("a", 1, BAD), row("a", 2, BAD)))
    assert found.broken == ()
    assert "clean" not in [d.metric.name for d in found.differences]
    assert found.base.summary.flaky == ("a",)


def test_fixed_and_broken_cases_bring_a_set_that_fared_as_most_did():
    base = [row("a", 1, BAD), row("a", 2, GOOD), row("a", 3, GOOD), row("b", 1, BAD)]
    new = [row("a", 1, GOOD), row("a", 2, BAD), row("a", 3, BAD), row("b", 1, GOOD)]
    found = compare(side(*base), side(*new))
    (broken,), (fixed,) = found.broken, found.fixed
    assert (broken.scenario, broken.base.repeat, broken.new.repeat) == ("a", 2, 2)
    assert (fixed.scenario, fixed.base.id, fixed.new.id) == ("b", "b#1", "b#1")


def test_four_broken_scenarios_of_thirty_are_not_enough_data_and_it_is_said_what_would_be():
    broken = [row(f"s{number:02}", 1, BAD) for number in range(4)]
    found = compare(side(*each(30, GOOD)), side(*broken, *each(30, GOOD)[4:]))
    assert (found.verdict, len(found.broken)) == (Verdict.NOT_ENOUGH, 4)
    assert found.reasons[0] == (
        "At most 4 of 30 scenarios differ in any one gate; 8 have to before chance can be ruled out."
    )
    assert any("a run like this shows" in reason for reason in found.reasons)


def test_scenarios_on_one_side_only_failed_or_changed_are_left_out_and_listed():
    base = [row("a", 1, GOOD), row("b", 1, GOOD), row("c", 1, failure="no reply"), row("d", 1, GOOD)]
    new = [row("a", 1, BAD), row("c", 1, GOOD), row("d", 1, GOOD), row("e", 1, GOOD)]
    before, after = side(*base, name="runs/a"), side(*new, name="runs/b")
    changed = {**after.scenarios, "d": "other"}
    found = compare(before, side(*new, name="runs/b", scenarios=changed))
    assert found.unused == {
        "b": "only in runs/a",
        "c": "no row of runs/a came to anything",
        "d": "its file is not the same in both",
        "e": "only in runs/b",
    }
    assert [*difference(found, "acceptance").pairs] == ["a"]
    assert "1 row of runs/a failed and entered no figure: c#1." in found.warnings


def test_a_failed_repeat_counts_nowhere_and_the_others_do():
    found = compare(
        side(row("a", 1, GOOD), row("a", 2, failure="no reply")), side(row("a", 1, GOOD), row("a", 2, GOOD))
    )
    assert difference(found, "acceptance").pairs == {"a": (1, 1)}
    assert [failed.id for failed in found.base.summary.failed] == ["a#2"]


def test_runs_scored_by_different_rules_are_refused():
    with pytest.raises(InputError, match=r"scored with rules 3, and runs/a with rules 2.*--rescore"):
        compare(side(row("a", 1, GOOD)), side(row("a", 1, GOOD), rules_version="3"))


def test_runs_without_a_common_scenario_are_refused():
    with pytest.raises(InputError, match=r"no scenario that can be compared with runs/a; a: only in runs/a"):
        compare(side(row("a", 1, GOOD)), side(row("b", 1, GOOD)))


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ({}, "Both sides have the same templates"),
        ({"templates_sha256": "x", "written": True}, "Replies of runs/b were written by hand"),
        (
            {"templates_sha256": "x", "parameters": {"temperature": 1}},
            "with different parameters: {} and {'temperature': 1}",
        ),
    ],
)
def test_what_a_reader_has_to_know_is_told(rest, told):
    found = compare(side(row("a", 1, GOOD)), side(row("a", 1, GOOD), name="runs/b", **rest))
    assert [told in warning for warning in found.warnings] == [True]


def test_another_model_is_told_since_it_may_be_the_difference():
    found = compare(side(row("a", 1, GOOD)), side(row("a", 1, GOOD, model="n"), name="runs/b"))
    assert found.warnings == ("runs/a was asked of m, runs/b of n: a difference may be the model's.",)


def test_metrics_that_decide_nothing_have_an_interval_and_no_p():
    found = compare(side(*each(9, GOOD, cost=0.1)), side(*each(8, GOOD, cost=0.2), row("s08", 1, GOOD, cost=0.1)))
    cost = difference(found, "cost")
    assert (cost.p, cost.corrected, cost.shown, cost.smallest) == (None, None, None, None)
    assert (cost.value, len(cost.down), len(cost.up)) == (pytest.approx(0.4 / 9), 8, 0)
    assert found.verdict is Verdict.NO_DIFFERENCE


def test_the_smallest_difference_shrinks_with_the_spread_of_differences():
    steady = compare(side(*each(30, GOOD)), side(*drawn(Random(3), 0.9)))
    shaky = compare(side(*drawn(Random(4), 0.5, repeats=1)), side(*drawn(Random(5), 0.5, repeats=1)))
    assert difference(steady, "acceptance").smallest < difference(shaky, "acceptance").smallest


def test_of_too_few_scenarios_no_difference_is_promised_that_cannot_be():
    found = compare(side(*each(5, GOOD)), side(*each(4, GOOD), row("s04", 1, BAD)))
    assert (found.verdict, difference(found, "clean").smallest) == (Verdict.NOT_ENOUGH, None)
    same = compare(side(*each(5, GOOD)), side(*each(5, GOOD)))
    assert same.reasons == ("None of 5 scenarios differs; 8 have to before chance can be ruled out.",)

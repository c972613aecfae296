"""A plan is what a comparison keeps to: what it says is needed does show the difference."""

from random import Random

import pytest

from questioner.evaluation.prompts.planning import REPEATS, planned
from questioner.evaluation.statistics import pairs_needed
from questioner.exchange import Usage

from .cases import drawn, row, side


def test_without_a_run_spreads_are_assumed_and_said_to_be():
    plan = planned(0.1, 0.8)
    assert plan.spreads.source.startswith("Assumed:")
    assert [step.repeats for step in plan.steps] == [*REPEATS]
    # √(0.075² + 2 · 0.1² / 3) = 0.111: the spread of differences with three repeats
    assert plan.steps[2].scenarios == pairs_needed(0.1, 0.1109, 0.05 / 6, 0.8)
    assert {(step.requests, step.cost) for step in plan.steps} == {(None, None)}


def test_more_repeats_need_fewer_scenarios_and_a_smaller_difference_more():
    plan = planned(0.1, 0.8)
    assert [step.scenarios for step in plan.steps] == sorted((step.scenarios for step in plan.steps), reverse=True)
    assert planned(0.05, 0.8).steps[0].scenarios > 3 * plan.steps[0].scenarios
    assert planned(0.1, 0.95).steps[0].scenarios > plan.steps[0].scenarios


def test_no_plan_goes_below_what_a_test_needs_at_all():
    assert {step.scenarios for step in planned(1.0, 0.8).steps} == {8}


def test_spread_between_repeats_and_cost_of_a_sheet_come_from_the_run():
    rows = [row(f"s{n}", repeat, ["", "", "status" if repeat == 1 else ""], usage=Usage(2, 10, 0, 10), cost=0.5)
            for n in range(9) for repeat in (1, 2)]  # fmt: skip
    plan = planned(0.1, 0.8, side(*rows, currency="EUR"))
    assert plan.spreads.within == pytest.approx((1 / 3) / 2**0.5)  # of two values a third apart
    assert plan.spreads.effect == 0
    assert (plan.steps[0].requests, plan.steps[0].cost) == (plan.steps[0].sheets * 2, plan.steps[0].sheets * 0.5)


def test_of_two_runs_the_differences_themselves_are_taken():
    base, new = side(*drawn(Random(1), 0.6)), side(*drawn(Random(2), 0.8))
    assert planned(0.1, 0.8, base, new).spreads.source.startswith("From the differences between both sides")


def test_it_is_said_how_often_the_scenarios_that_are_there_have_to_be_asked():
    base = side(*drawn(Random(1), 0.8))
    assert "The 30 scenarios of runs/a are enough when asked" in planned(0.1, 0.8, base).enough
    assert (
        planned(0.01, 0.8, base).enough
        == "The 30 scenarios of runs/a are too few, however often they are asked: add some."
    )


def test_single_repeats_tell_nothing_of_the_spread_within_and_that_is_said():
    plan = planned(0.1, 0.8, side(*drawn(Random(1), 0.8, repeats=1)))
    assert (plan.spreads.within, "single ones" in plan.spreads.source) == (0.1, True)

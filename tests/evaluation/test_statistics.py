"""Rates, intervals and tests, against figures that were worked out or published elsewhere."""

import random
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questioner.evaluation import statistics
from questioner.evaluation.statistics import (
    Rate,
    bootstrap,
    differing_needed,
    f1,
    holm,
    mcnemar,
    mean,
    paired_rates,
    pairs_needed,
    sign_flip,
    smallest_shown,
)

MAIZE = (49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48)
"""Darwin's fifteen pairs of plants, in eighths of an inch, on which Fisher (1935, section 21) tried the sign-flip test."""
FAILURES = (3, 5, 7, 18, 43, 85, 91, 98, 100, 130, 230, 487)
"""Hours between failures of an aircraft's air conditioning (Proschan, 1963): few, and very skewed."""


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [(27, 30, 0.744, 0.965), (90, 100, 0.826, 0.945), (0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (1, 2, 0.095, 0.905)],
)
def test_the_interval_is_wilsons(hits, n, low, high):
    assert Rate(hits, n).interval == pytest.approx((low, high), abs=0.001)


def test_nothing_counted_has_neither_a_value_nor_an_interval():
    assert Rate(0, 0).value is None
    assert Rate(0, 0).interval is None


def test_f1_is_the_harmonic_mean():
    assert f1(Rate(1, 2), Rate(1, 1)) == pytest.approx(2 / 3)
    assert f1(Rate(0, 1), Rate(0, 1)) == 0
    assert f1(Rate(0, 0), Rate(1, 1)) is None


def test_the_mean_of_two_rates_has_an_interval_from_both_of_theirs():
    found = mean(Rate(27, 30), Rate(90, 100))
    assert found["value"] == 0.9
    low, high = ((0.9 - 0.744) ** 2 + (0.9 - 0.826) ** 2) ** 0.5 / 2, (0.065**2 + 0.045**2) ** 0.5 / 2
    assert found["ci"] == pytest.approx([0.9 - low, 0.9 + high], abs=0.001)


@pytest.mark.parametrize("rates", [(Rate(0, 0), Rate(1, 2)), (Rate(1, 2), Rate(0, 0))])
def test_the_mean_with_a_rate_of_nothing_is_nothing(rates):
    assert mean(*rates) == {"value": None, "ci": None}


@given(st.integers(1, 60), st.integers(1, 60), st.data())
def test_the_interval_of_a_mean_holds_it_and_stays_between_nothing_and_all(n, m, data):
    one, other = Rate(data.draw(st.integers(0, n)), n), Rate(data.draw(st.integers(0, m)), m)
    found = mean(one, other)
    low, high = found["ci"]
    assert 0 <= low <= found["value"] <= high <= 1


@pytest.mark.parametrize(
    ("better", "worse", "p"),
    [
        (5, 0, 0.0625),
        (6, 0, 0.03125),
        (8, 1, 0.0391),
        (10, 2, 0.0386),
        (12, 3, 0.0352),
        (3, 9, 0.146),
        (4, 4, 1),
        (0, 0, 1),
    ],
)
def test_mcnemars_test_is_exact(better, worse, p):
    assert mcnemar(better, worse) == pytest.approx(p, abs=5e-5)


def test_flipping_signs_gives_what_fisher_counted():
    assert sign_flip(MAIZE) * 2**15 == 1726


def test_signs_drawn_by_lot_come_near_to_what_all_of_them_give(monkeypatch):
    monkeypatch.setattr(statistics, "IN_FULL", 0)
    assert sign_flip(MAIZE) == pytest.approx(1726 / 2**15, abs=0.007)
    assert sign_flip(MAIZE) == sign_flip(MAIZE)


@given(st.lists(st.sampled_from([-1.0, -1 / 3, -0.1, 0.0, 0.1, 0.2, 2 / 3]), max_size=9))
def test_all_ways_of_giving_signs_are_counted(differences):
    far = [abs(sum(s * d for s, d in zip(signs, differences, strict=True))) >= abs(sum(differences)) - 1e-9
           for signs in product((1, -1), repeat=len(differences))]  # fmt: skip
    assert sign_flip(differences) == pytest.approx(sum(far) / len(far))


@given(st.integers(0, 12), st.integers(0, 12))
def test_of_passes_and_failures_flipping_signs_is_mcnemars_test(better, worse):
    assert sign_flip([1.0] * better + [-1.0] * worse + [0.0]) == pytest.approx(mcnemar(better, worse), abs=0.02)


def test_holms_correction_multiplies_the_smallest_most_and_keeps_the_order():
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm([0.5, 0.9]) == [1.0, 1.0]
    assert holm([]) == []


@pytest.mark.parametrize(
    ("values", "low", "high", "within"),
    [(FAILURES, 57.08, 225.75, 6), (MAIZE, -1.67, 36.27, 1.0)],
    ids=["skewed", "maize"],
)
def test_the_bootstrap_interval_is_bias_corrected_and_accelerated(values, low, high, within):
    """The figures are those of scipy.stats.bootstrap with 200,000 resamples; its percentile interval of the first is 46.6 to 190.7."""
    assert bootstrap(values) == pytest.approx((low, high), abs=within)
    assert bootstrap(values) == bootstrap(values)


@pytest.mark.parametrize("values", [(), (0.5,), (0.1 + 0.2, 0.3, 0.3)], ids=["none", "one", "all alike"])
def test_values_that_do_not_differ_have_no_interval(values):
    assert bootstrap(values) is None


@given(st.lists(st.floats(-1, 1), min_size=2, max_size=12))
def test_a_bootstrap_stays_within_what_was_seen(values):
    low, high = bootstrap(values, 200) or (values[0], values[0])
    assert min(values) - 1e-9 <= low <= high <= max(values) + 1e-9


def test_a_difference_of_rates_keeps_its_doubt_where_no_case_differs():
    assert paired_rates(0, 0, 30) == pytest.approx((-0.0866, 0.0866), abs=1e-4)  # ± 1.96 √(2/32 / 32)
    low, high = paired_rates(12, 2, 30)  # 13/32 - 3/32 ± 1.96 √((16/32 - (10/32)²) / 32)
    assert (low, high) == pytest.approx((0.0927, 0.5323), abs=1e-4)


def test_pairs_needed_are_those_of_the_tables():
    """34 pairs for half a standard deviation at 5 % and 80 % power, 15 for 0.8 (Cohen, 1988, table 2.4, of one sample)."""
    assert (pairs_needed(0.5, 1, 0.05, 0.8), pairs_needed(0.8, 1, 0.05, 0.8)) == (34, 15)
    assert smallest_shown(34, 1, 0.05, 0.8) == pytest.approx(0.495, abs=0.001)
    assert smallest_shown(1, 1, 0.05, 0.8) is None


def test_fewer_than_six_cases_that_differ_can_show_nothing():
    assert (differing_needed(0.05), differing_needed(0.05 / 6)) == (6, 8)
    assert mcnemar(6, 0) < 0.05 < mcnemar(5, 0)


def test_chance_alone_gives_a_small_p_no_oftener_than_it_says():
    lot = random.Random(5)
    ps = [sign_flip([lot.choice((-0.4, -0.1, 0.1, 0.4)) for _ in range(30)], 199) for _ in range(1_000)]
    assert sum(p < 0.05 for p in ps) <= 70

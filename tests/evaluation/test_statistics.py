"""Rates and their intervals, against figures worked out elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questioner.evaluation.statistics import Rate, f1, mean


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

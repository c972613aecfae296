"""Rates and their intervals, against figures worked out elsewhere."""

import pytest

from questioner.evaluation.statistics import Rate, f1


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

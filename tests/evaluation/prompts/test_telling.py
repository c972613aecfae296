"""Sums and chances in words, the same on every page."""

import pytest

from questioner.evaluation.prompts.telling import money, p_said


@pytest.mark.parametrize(
    ("value", "currency", "told"),
    [(1234.5678, "EUR", "1,235 EUR"), (0.25, "EUR", "0.25 EUR"), (0.25, "", "0.25"), (None, "EUR", "–")],
)
def test_a_sum_has_four_digits_and_its_currency_where_one_is_known(value, currency, told):
    assert money(value, currency) == told


@pytest.mark.parametrize(("p", "told"), [(0.0009, "< 0.001"), (0.001, "0.001"), (0.5, "0.500"), (None, "–")])
def test_a_chance_has_three_places_and_none_is_told_as_nil(p, told):
    assert p_said(p) == told

"""A plan as text and as data."""

from questioner.evaluation.prompts.planning import planned
from questioner.evaluation.prompts.told.planning import as_data, lines
from questioner.exchange import Usage

from ..cases import row, side


def test_what_a_plan_costs_stands_in_its_currency_and_nothing_where_no_run_tells_it():
    run = side(*(row(f"s{n}", 1, ["", ""], usage=Usage(2, 10, 0, 10), cost=0.5) for n in range(9)), currency="EUR")
    told = "\n".join(lines(planned(0.1, 0.8, run)))
    assert "EUR" in told
    assert "–" not in told
    assert "–" in "\n".join(lines(planned(0.1, 0.8)))


def test_the_data_of_a_plan_hold_its_steps():
    data = as_data(planned(0.1, 0.8))
    assert data["steps"][0]["sheets"] == 2 * data["steps"][0]["scenarios"]

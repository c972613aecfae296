"""Prices, and a budget that is kept."""

import asyncio

import pytest

from questioner.batch.bill import OUTPUT_TOKENS, SCHEMA_TOKENS, Budget, Limits, Price, estimate, prices
from questioner.errors import InputError, StoppedError
from questioner.exchange import Usage

PRICE = Price(date="2026-05-04", input=2, cached=0.5, output=10)
ONE = SCHEMA_TOKENS + OUTPUT_TOKENS


def test_cached_tokens_cost_what_they_cost():
    assert PRICE.of(Usage(1, 1_000_000, 400_000, 100_000)) == pytest.approx(0.6 * 2 + 0.4 * 0.5 + 0.1 * 10)


def test_without_a_price_for_cached_tokens_they_cost_as_much_as_others():
    assert Price(date="2026-05-04", input=2, output=10).of(Usage(1, 1_000_000, 400_000, 0)) == 2


@pytest.mark.parametrize(("cost", "said"), [(0, "0.00 USD"), (0.0042, "0.0042 USD"), (1234.5, "1,234.50 USD")])
def test_a_cost_is_said_as_a_person_reads_it(cost, said):
    assert PRICE.say(cost) == said


def test_no_file_of_prices_is_no_price(tmp_path):
    assert prices(tmp_path / "prices.toml") == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[m\n", "is not TOML"),
        ("[m]\ninput = 1\noutput = 1\n", "m.date: Field required"),
        ("[m]\ndate = 2026-05-04\ninput = -1\noutput = 1\n", "m.input: "),
        ("[m]\ndate = 2026-05-04\ninput = inf\noutput = 1\n", "m.input: "),
        ("[m]\ndate = 2026-05-04\ninput = 1\noutput = 1\ninputs = 2\n", "m.inputs: Extra"),
    ],
)
def test_a_wrong_file_of_prices_is_told_with_its_field(text, said, tmp_path):
    path = tmp_path / "prices.toml"
    path.write_text(text)
    with pytest.raises(InputError, match=said) as caught:
        prices(path)
    assert str(path) in str(caught.value)


def test_the_last_request_that_fits_is_let_through_and_the_next_one_is_not():
    async def two():
        budget = Budget(Limits(tokens=100 + ONE), None)
        await budget.settle(await budget.reserve(100), Usage(1, 100 + SCHEMA_TOKENS, 0, OUTPUT_TOKENS))
        with pytest.raises(StoppedError, match=f"--max-tokens {100 + ONE}, and {100 + ONE:,} tokens are spent"):
            await budget.reserve(0)

    asyncio.run(two())


def test_requests_on_their_way_count_and_are_waited_for():
    async def three():
        budget = Budget(Limits(tokens=3 * ONE + 10), None)
        first = await budget.reserve(0)
        await budget.reserve(0)
        await budget.reserve(0)
        waiting = asyncio.create_task(budget.reserve(0))
        await asyncio.sleep(0)
        assert not waiting.done()
        await budget.settle(first, Usage(1, 5, 0, 5))
        await waiting

    asyncio.run(three())


def test_what_was_spent_before_counts_and_money_has_its_own_limit():
    async def spent():
        budget = Budget(Limits(cost=1.0), PRICE, {"live": Usage(1, 0, 0, 99_000)})
        with pytest.raises(StoppedError, match=r"--max-cost 1, and 0.99 USD is spent"):
            await budget.reserve(0)

    asyncio.run(spent())


def test_what_is_left_is_without_what_is_spent_and_without_what_waits():
    spent = {"live": Usage(1, 100_000, 0, 10_000)}
    budget = Budget(Limits(200_000, 1.0), PRICE, spent)
    assert budget.left == (90_000, pytest.approx(0.7))
    budget.restart(spent, Usage(1, 0))
    assert budget.left == (90_000 - ONE, pytest.approx(0.7 - PRICE.of(estimate(0))))
    assert Budget(Limits(5, 0.1), PRICE, spent).left == (0, 0)
    assert Budget(Limits(), PRICE, spent).left == (None, None)


def test_a_model_that_writes_more_than_was_thought_raises_the_estimate():
    async def long():
        budget = Budget(Limits(tokens=100_000), None)
        await budget.settle(await budget.reserve(0), Usage(1, 0, 0, 40_000))
        assert (await budget.reserve(0)).output_tokens == 40_000

    asyncio.run(long())


def test_an_estimate_counts_prompt_shape_and_reply():
    assert estimate(100) == Usage(1, 100 + SCHEMA_TOKENS, 0, OUTPUT_TOKENS)

"""What a batch costs: prices from a file of the user's own, a budget that is kept, an estimate beforehand."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, RootModel

from questioner import checked
from questioner.batch import LIVE
from questioner.errors import StoppedError
from questioner.exchange import Usage

OUTPUT_TOKENS = 1_500
"""Estimate of one reply: twenty questions of some 45 tokens with their facts, and half as much again (h)."""
SCHEMA_TOKENS = 300
"""Estimate of what the shape of the reply adds to a request's input (h)."""
PER = 1_000_000
"""Prices are for so many tokens."""

Money = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class Price(BaseModel):
    """What one model costs, in some currency for a million tokens."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    date: date
    """When the price was looked up."""
    input: Money
    output: Money
    cached: Money | None = None
    """Input that the provider's cache held; the same as other input without it."""
    batch: Annotated[float, Field(gt=0, le=1)] = 0.5
    """Share of the price that a batch file costs."""
    currency: Annotated[str, Field(min_length=1, max_length=8, pattern=r"^\S+$")] = "USD"

    def of(self, usage: Usage) -> float:
        """Return the cost of ``usage``."""
        cached = self.input if self.cached is None else self.cached
        fresh = max(0, usage.input_tokens - usage.cached_tokens)
        return (fresh * self.input + usage.cached_tokens * cached + usage.output_tokens * self.output) / PER

    def at(self, engine: str) -> "Price":
        """Return the price of what an engine asks: a share of it for those whose replies come later."""
        if engine == LIVE:
            return self
        own = {name: getattr(self, name) for name in ("input", "output", "cached")}
        return self.model_copy(update={name: money and money * self.batch for name, money in own.items()})

    def say(self, cost: float) -> str:
        """Return a cost as a person reads it: ``3.41 USD``, below a cent with four digits."""
        return f"{cost:,.2f} {self.currency}" if cost >= 0.01 or cost == 0 else f"{cost:.4f} {self.currency}"


class _Prices(RootModel[dict[str, Price]]):
    """A table a model."""


def prices(path: Path) -> Mapping[str, Price]:
    """Return the prices in ``path``, a table a model; none when there is no such file.

    Raises:
        InputError: when it cannot be read; every wrong field is named.
    """
    raw = checked.there(path)
    return {} if raw is None else checked.from_toml(raw, path, _Prices).root


@dataclass(frozen=True, slots=True)
class Limits:
    """What may be spent in a folder, all runs together; None for no limit."""

    tokens: int | None = None
    cost: float | None = None
    tokens_elsewhere: int = 0
    """Spent in other folders that the limits are for as well."""
    cost_elsewhere: float = 0.0


class Budget:
    """What was spent, and what the requests on their way may still cost."""

    def __init__(
        self, limits: Limits, price: Price | None, spent: Mapping[str, Usage] | None = None, engine: str = LIVE
    ) -> None:
        """Go on from what each engine ``spent``, which counts against the limits, with requests of one ``engine``."""
        self.limits = limits
        self.price = price and price.at(engine)
        """Of what is asked from here on; None where none is known."""
        self._prices = price
        self._output = OUTPUT_TOKENS
        self._change = asyncio.Condition()
        self.restart(spent or {})

    def restart(self, spent: Mapping[str, Usage], waiting: Usage | None = None) -> None:
        """Go on from what is ``spent`` now; ``waiting`` are requests sent before, with their prompts' tokens."""
        self.spent = sum(spent.values(), Usage())
        self.cost = cost_of(self._prices, spent) if self._prices else None
        """What was spent in money; None without a price."""
        self._reserved = estimate_of(waiting, self._output) if waiting else Usage()

    @property
    def left(self) -> tuple[int | None, float | None]:
        """Tokens and money that the limits leave, 0 and up, with what waits for replies set aside; None without one."""
        tokens, cost = self._with(self._reserved)
        limits = self.limits
        return (
            None if limits.tokens is None else max(0, limits.tokens - tokens),
            None if limits.cost is None else max(0.0, limits.cost - cost),
        )

    async def reserve(self, tokens: int) -> Usage:
        """Set aside what a request of ``tokens`` may cost, and return that; wait while those before it may cost less.

        Raises:
            StoppedError: when it would pass a limit.
        """
        asked = estimate(tokens, self._output)
        async with self._change:
            while limit := self._passes(self._reserved + asked):
                if self._reserved == Usage():
                    raise StoppedError(f"the next request could pass {limit}")
                await self._change.wait()
            self._reserved += asked
        return asked

    def claim(self, tokens: int) -> None:
        """Set aside what a request of ``tokens`` may cost whose reply comes later.

        Raises:
            StoppedError: when it could pass a limit.
        """
        asked = estimate(tokens, self._output)
        if limit := self._passes(self._reserved + asked):
            raise StoppedError(f"the next request could pass {limit}")
        self._reserved += asked

    async def settle(self, reserved: Usage, spent: Usage) -> None:
        """Put what was really spent in the place of what was set aside."""
        async with self._change:
            self._reserved -= reserved
            self.spent += spent
            if self.price and self.cost is not None:
                self.cost += self.price.of(spent)
            self._output = max(self._output, spent.output_tokens)
            self._change.notify_all()

    def _passes(self, more: Usage) -> str:
        """Return the limit that ``more`` would pass, with what is spent; empty when it would pass none."""
        limits = self.limits
        tokens, cost = self._with(Usage())
        with_more = self._with(more)
        if limits.tokens is not None and with_more[0] > limits.tokens:
            return f"--max-tokens {limits.tokens}, and {tokens:,} tokens are spent"
        if limits.cost is not None and self.price and with_more[1] > limits.cost:
            return f"--max-cost {limits.cost:g}, and {self.price.say(cost)} is spent"
        return ""

    def _with(self, more: Usage) -> tuple[int, float]:
        """Return the tokens and the money that are spent, with those of ``more``."""
        cost = self.limits.cost_elsewhere + (self.cost or 0.0) + (self.price.of(more) if self.price else 0.0)
        return self.limits.tokens_elsewhere + total(self.spent) + total(more), cost


def estimate(tokens: int, output: int = OUTPUT_TOKENS) -> Usage:
    """Return what one request with a prompt of ``tokens`` is likely to cost."""
    return estimate_of(Usage(1, tokens), output)


def estimate_of(asked: Usage, output: int = OUTPUT_TOKENS) -> Usage:
    """Return what several requests are likely to cost, ``asked`` being their number and their prompts' tokens."""
    return Usage(asked.requests, asked.input_tokens + asked.requests * SCHEMA_TOKENS, 0, asked.requests * output)


def cost_of(price: Price, spent: Mapping[str, Usage]) -> float:
    """Return the cost of what each engine spent."""
    return sum(price.at(engine).of(usage) for engine, usage in spent.items())


def total(usage: Usage) -> int:
    """Return the tokens of ``usage``, in and out."""
    return usage.input_tokens + usage.output_tokens

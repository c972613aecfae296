"""What a batch costs: prices from a file of the user's own, a budget that is kept, an estimate beforehand."""

import asyncio
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from questioner.errors import InputError, Problem, StoppedError
from questioner.session import Usage

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

    def say(self, cost: float) -> str:
        """Return a cost as a person reads it: ``3.41 USD``, below a cent with four digits."""
        return f"{cost:,.2f} {self.currency}" if cost >= 0.01 or cost == 0 else f"{cost:.4f} {self.currency}"


def prices(path: Path) -> Mapping[str, Price]:
    """Return the prices in ``path``, a table a model; none when there is no such file.

    Raises:
        InputError: when it cannot be read; every wrong field is named.
    """
    try:
        return TypeAdapter(dict[str, Price]).validate_python(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise InputError([Problem(f"cannot be read: {error.strerror or error}", str(path))]) from error
    except ValidationError as error:
        problems = [
            Problem(f"{detail['msg']}", str(path), None, ".".join(map(str, detail["loc"]))) for detail in error.errors()
        ]
        raise InputError(problems) from error
    except ValueError as error:
        raise InputError([Problem(f"is not TOML: {error}", str(path))]) from error


@dataclass(frozen=True, slots=True)
class Limits:
    """What may be spent in a folder, all runs together; None for no limit."""

    tokens: int | None = None
    cost: float | None = None


class Budget:
    """What was spent, and what the requests on their way may still cost."""

    def __init__(self, limits: Limits, price: Price | None, spent: Usage) -> None:
        """Go on from ``spent``, which counts against the limits."""
        self.limits = limits
        self.price = price
        self.spent = spent
        self._reserved = Usage()
        self._output = OUTPUT_TOKENS
        self._change = asyncio.Condition()

    @property
    def cost(self) -> float | None:
        """What was spent in money; None without a price."""
        return self.price.of(self.spent) if self.price else None

    async def reserve(self, tokens: int) -> Usage:
        """Set aside what a request of ``tokens`` may cost, and return that; wait while those before it may cost less.

        Raises:
            StoppedError: when it would pass a limit.
        """
        asked = estimate(tokens, self._output)
        async with self._change:
            while limit := self._passes(self.spent + self._reserved + asked):
                if self._reserved == Usage():
                    raise StoppedError(f"the next request could pass {limit}")
                await self._change.wait()
            self._reserved += asked
        return asked

    async def settle(self, reserved: Usage, spent: Usage) -> None:
        """Put what was really spent in the place of what was set aside."""
        async with self._change:
            self._reserved = _minus(self._reserved, reserved)
            self.spent += spent
            self._output = max(self._output, spent.output_tokens)
            self._change.notify_all()

    def _passes(self, usage: Usage) -> str:
        """Return the limit that ``usage`` would pass, with what is spent; empty when it would pass none."""
        limits = self.limits
        if limits.tokens is not None and _tokens(usage) > limits.tokens:
            return f"--max-tokens {limits.tokens}, and {_tokens(self.spent):,} tokens are spent"
        if limits.cost is not None and self.price and self.price.of(usage) > limits.cost:
            return f"--max-cost {limits.cost:g}, and {self.price.say(self.price.of(self.spent))} is spent"
        return ""


def estimate(tokens: int, output: int = OUTPUT_TOKENS) -> Usage:
    """Return what one request with a prompt of ``tokens`` is likely to cost."""
    return Usage(1, tokens + SCHEMA_TOKENS, 0, output)


def _tokens(usage: Usage) -> int:
    return usage.input_tokens + usage.output_tokens


def _minus(one: Usage, other: Usage) -> Usage:
    return Usage(
        one.requests - other.requests,
        one.input_tokens - other.input_tokens,
        one.cached_tokens - other.cached_tokens,
        one.output_tokens - other.output_tokens,
    )

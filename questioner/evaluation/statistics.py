"""Rates with their intervals. Nothing is reported as a bare figure."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Z95 = 1.959963984540054
"""Quantile of the normal distribution for a two-sided 95 % interval."""


@dataclass(frozen=True, slots=True)
class Rate:
    """``hits`` out of ``n``, with the Wilson interval (Wilson, 1927) at 95 %."""

    hits: int
    n: int

    @property
    def value(self) -> float | None:
        """The share, 0 to 1; None where nothing was counted."""
        return self.hits / self.n if self.n else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Lower and upper end, 0 to 1; None where nothing was counted."""
        if not self.n:
            return None
        p, z = self.hits / self.n, Z95
        centre = p + z * z / (2 * self.n)
        reach = z * math.sqrt(p * (1 - p) / self.n + z * z / (4 * self.n * self.n))
        scale = 1 + z * z / self.n
        return max(0.0, (centre - reach) / scale), min(1.0, (centre + reach) / scale)

    def as_data(self) -> dict[str, Any]:
        """Return ``value``, ``ci`` and ``n``, rounded to four places."""
        return {**_rounded(self.value, self.interval), "n": self.n}


def _rounded(value: float | None, interval: tuple[float, float] | None) -> dict[str, Any]:
    return {
        "value": None if value is None else round(value, 4),
        "ci": None if interval is None else [round(end, 4) for end in interval],
    }


def flat(rates: Mapping[str, Rate]) -> dict[str, Any]:
    """Return each rate's value under its name, and the intervals and counts together under ``ci`` and ``n``."""
    told = {name: rate.as_data() for name, rate in rates.items()}
    return {
        **{name: rate["value"] for name, rate in told.items()},
        "ci": {name: rate["ci"] for name, rate in told.items()},
        "n": {name: rate["n"] for name, rate in told.items()},
    }


def mean(one: Rate, other: Rate) -> dict[str, Any]:
    """Return ``value`` and ``ci`` of the mean of two independent rates; None where one has nothing counted.

    The interval is recovered from the two Wilson intervals (l, u) around p and q (MOVER: Zou and Donner, 2008):
    half of p + q - sqrt((p - l)² + (q - l')²) to half of p + q + sqrt((u - p)² + (u' - q)²).
    """
    if one.value is None or other.value is None or one.interval is None or other.interval is None:
        return _rounded(None, None)
    down, up = (math.hypot(one.value - one.interval[end], other.value - other.interval[end]) for end in (0, 1))
    total = one.value + other.value
    return _rounded(total / 2, ((total - down) / 2, (total + up) / 2))


def f1(precision: Rate, recall: Rate) -> float | None:
    """Return the harmonic mean of precision and recall, 0 to 1; None where one of them has nothing counted."""
    p, r = precision.value, recall.value
    if p is None or r is None:
        return None
    return 2 * p * r / (p + r) if p + r else 0.0


def kappa(hits: Rate, passes: Rate) -> dict[str, Any]:
    """Return ``value`` and ``ci`` of Cohen's κ between a yes-or-no answer and the truth.

    Args:
        hits: of the true cases those called true.
        passes: of the false cases those called false.

    Returns:
        κ = (p - e) / (1 - e), -1 to 1, where p is the share agreed upon and e what chance would reach with the same margins;
        None where e is 1 or nothing was counted. The interval is κ ± 1.96 √(p (1 - p) / n) / (1 - e) (Cohen, 1960).
    """
    n = hits.n + passes.n
    if not n:
        return _rounded(None, None)
    agreed = (hits.hits + passes.hits) / n
    true, called = hits.n / n, (hits.hits + passes.n - passes.hits) / n
    chance = true * called + (1 - true) * (1 - called)
    if chance == 1:
        return _rounded(None, None)
    value = (agreed - chance) / (1 - chance)
    reach = Z95 * math.sqrt(agreed * (1 - agreed) / n) / (1 - chance)
    return _rounded(value, (max(-1.0, value - reach), min(1.0, value + reach)))

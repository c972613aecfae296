"""Rates with their intervals. Nothing is reported as a bare figure."""

import math
from dataclasses import dataclass

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


def f1(precision: Rate, recall: Rate) -> float | None:
    """Return the harmonic mean of precision and recall, 0 to 1; None where one of them has nothing counted."""
    p, r = precision.value, recall.value
    if p is None or r is None:
        return None
    return 2 * p * r / (p + r) if p + r else 0.0

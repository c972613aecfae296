"""Figures of a prompt eval in words: shares in per cent, amounts with their unit."""

from collections.abc import Sequence

from questioner.evaluation.prompts.metrics import Kind, Metric

NONE = "–"
"""Stands where a metric is not defined."""


def told(metric: Metric, value: float | None, currency: str = "") -> str:
    """Return a value of ``metric``: ``83.3%``, ``1,234 tokens``; an amount without a unit is in ``currency``."""
    if value is None:
        return NONE
    return f"{value:.1%}" if metric.kind is not Kind.AMOUNT else _with(_amount(value), metric.unit or currency)


def change(metric: Metric, value: float, currency: str = "") -> str:
    """Return a difference with its sign; one of shares is in percentage points: ``+4.0 pp``, ``-1,234 tokens``."""
    if metric.kind is not Kind.AMOUNT:
        return f"{value * 100:+.1f} pp"
    return _with(("+" if value >= 0 else "") + _amount(value), metric.unit or currency)


def reach(metric: Metric, interval: Sequence[float] | None, *, signed: bool = False) -> str:
    """Return an interval without its unit, ``[78.1, 88.0]``; with ``signed`` that of a difference. Empty for None."""
    if interval is None:
        return ""
    share = metric.kind is not Kind.AMOUNT
    ends = [f"{end * 100:.1f}" if share else _amount(end) for end in interval]
    if signed:
        ends = [text if text.startswith("-") else f"+{text}" for text in ends]
    return f"[{', '.join(ends)}]"


def money(value: float | None, currency: str) -> str:
    """Return a sum in ``currency``, as four digits tell it; a dash for None."""
    return NONE if value is None else _with(f"{value:,.4g}", currency)


def p_said(p: float | None) -> str:
    """Return a p in three places; a dash for None."""
    return NONE if p is None else "< 0.001" if p < 0.001 else f"{p:.3f}"


def _amount(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _with(amount: str, unit: str) -> str:
    return f"{amount} {unit}".rstrip()

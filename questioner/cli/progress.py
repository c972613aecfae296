"""How far a batch is: a bar on a terminal, plain lines elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from questioner.cli import options
from questioner.phrasing import visible

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from questioner.batch.bill import Budget
    from questioner.batch.run import Run

EVERY = 10.0
"""Seconds between two lines where there is no terminal."""
REMARKS = 5.0
"""Seconds between two remarks of the model: with many requests on their way, each pause would be told by all."""


class Progress:
    """Tells on standard error how far a run is, how fast, and what it has cost."""

    def __init__(self, *, quiet: bool, things: str = "teams") -> None:
        """Say nothing at all when ``quiet``; ``things`` is what the run goes through."""
        self._quiet = quiet
        self._things = things
        self._run: Run | None = None
        self._bar: Bar | None = None
        self._remarked = float("-inf")

    def remark(self, line: str) -> None:
        """Say a line about the requests, unless another one was said just before."""
        if self._quiet or time.monotonic() - self._remarked < REMARKS:
            return
        self._remarked = time.monotonic()
        self.say(line)

    def say(self, line: str) -> None:
        """Say a line, above the bar where there is one."""
        if self._quiet:
            return
        if self._bar is not None:
            self._bar.console.print(visible(line), markup=False)
        else:
            options.say(line)

    @contextmanager
    def of(self, run: "Run", budget: "Budget") -> "Iterator[None]":
        """Tell about ``run`` and ``budget`` for as long as the context lasts."""
        self._run, self._budget = run, budget
        self._began = self._said = time.monotonic()
        if self._quiet or not sys.stderr.isatty():
            yield
            return
        with _bar() as bar:
            self._bar, self._task = bar, bar.add_task("", total=run.counts.total, told="")
            try:
                yield
            finally:
                self.update()
                self._bar = None

    def update(self) -> None:
        """Take note that the run went on."""
        if self._run is None:
            return
        if self._bar is not None:
            self._bar.update(self._task, completed=self._run.counts.settled, told=self._told())
        elif not self._quiet and time.monotonic() - self._said >= EVERY:
            self._said = time.monotonic()
            counts = self._run.counts
            options.say(f"{counts.settled:,} of {counts.total:,} {self._things}, {self._told()}")

    def _told(self) -> str:
        assert self._run is not None  # noqa: S101 - there is one as long as anything is told
        made = self._run.counts.done + self._run.counts.failed
        seconds = max(0.001, time.monotonic() - self._began)
        spent, cost = self._budget.spent, self._budget.cost
        parts = [
            f"{made / seconds:.1f} a second",
            f"{spent.input_tokens + spent.output_tokens:,} tokens" if spent.requests else "",
            self._budget.price.say(cost) if self._budget.price and cost is not None else "",
            f"{_span(seconds / made * self._to_come())} left" if made else "",
        ]
        return ", ".join(filter(None, parts))

    def _to_come(self) -> float:
        """Teams still to make: of those not met yet, the same share is passed over or up to date as of those met."""
        assert self._run is not None  # noqa: S101 - as above
        counts = self._run.counts
        idle = counts.left_alone + counts.passed_over
        in_hand = counts.met - counts.settled
        return in_hand + (counts.total - counts.met) * (1 - idle / max(1, counts.met))


def _bar() -> "Bar":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Made

    columns = (BarColumn(bar_width=30), MofNCompleteColumn(), TextColumn("{task.fields[told]}", markup=False))
    return Made(*columns, console=Console(stderr=True, highlight=False), transient=True)


def _span(seconds: float) -> str:
    """Return a time as a person says it: ``40 s``, ``12 min``, ``3 h 5 min``."""
    minutes = round(seconds / 60)
    if minutes < 2:
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h {minutes % 60} min"

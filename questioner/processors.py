"""How much of the machine there is to work with, and work that is spread over all of it."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import suppress
from multiprocessing.context import BaseContext
from typing import TypeVar

MOST = 61
"""Processes of one pool; Windows waits for no more."""
Lot = TypeVar("Lot")
Made = TypeVar("Made")


def processors() -> int:
    """Return the number of processors that this process may use, 1 and up."""
    with suppress(AttributeError):  # not every system tells
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def fresh(module: str) -> BaseContext:
    """Return how processes are started that are no copy of this one, which may have threads and open files.

    What all of them need is imported once, with ``module``.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([module])
    return context


def spread(work: Callable[[Lot], Made], lots: Iterable[Lot], context: BaseContext | None = None) -> Iterator[Made]:
    """Yield what ``work`` makes of each lot, in order, made on every processor. A few lots are read ahead, never all."""
    with ProcessPoolExecutor(min(processors(), MOST), context, _ignore_interrupts) as pool:
        waiting: deque[Future[Made]] = deque()
        for lot in lots:
            waiting.append(pool.submit(work, lot))
            if len(waiting) > 2 * processors():
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _ignore_interrupts() -> None:
    """Leave Ctrl-C, which reaches every process of a terminal, to the one that was started there."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

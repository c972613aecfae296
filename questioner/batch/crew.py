"""The processes that do the work on teams, beside the event loop that waits for replies."""

import asyncio
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import forkserver
from multiprocessing.connection import wait
from pathlib import Path

from questioner.batch import work
from questioner.batch.sources import LINES
from questioner.batch.work import Job, Orders, Settled
from questioner.exchange import Reply
from questioner.processors import fresh, processors

FEW = 8
"""Teams that are worked on in less time than it takes to start a process."""


def preload(paths: Sequence[str]) -> None:
    """Where ``paths`` look like many teams, let what starts a crew's processes come up while this one does something else."""
    many = len(paths) >= FEW or any(path.endswith(LINES) or Path(path).is_dir() for path in paths)
    if many and fresh(work.__name__).get_start_method() == "forkserver":
        with _deaf():
            forkserver.ensure_running()


@contextmanager
def _deaf() -> Iterator[None]:
    """Let new processes inherit that Ctrl-C, which reaches every process of a terminal, is none of their business."""
    in_main = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGINT, signal.SIG_IGN) if in_main else None
    try:
        yield
    finally:
        if in_main:
            signal.signal(signal.SIGINT, before)


class Crew:
    """Some processes, each with a seat: a team's steps go to the same one, which remembers it."""

    def __init__(self, orders: Orders, teams: int) -> None:
        """Start a process for each processor, fewer where there are few teams, none for very few. To be closed."""
        self._orders = orders
        self._context = fresh(work.__name__)
        size = min(processors(), teams // FEW)
        self._seats: list[Executor] = [self._pool() for _ in range(size)]
        if not size:
            self._seats = [ThreadPoolExecutor(1, initializer=work.start, initargs=(orders,))]

    @property
    def size(self) -> int:
        """How many teams are worked on at once."""
        return len(self._seats)

    def _pool(self) -> ProcessPoolExecutor:
        pool = ProcessPoolExecutor(1, self._context, _start, (self._orders,))
        with _deaf():
            pool.submit(int)
        return pool

    async def settle(self, seat: int, job: Job, replies: Sequence[Reply] = ()) -> Settled:
        """Return how far a team comes with these replies; the process is that of ``seat``, any number.

        Raises:
            TemplateError: for a template that cannot be used.
            UsageError: for minutes out of range.
        """
        place = seat % self.size
        for _ in range(2):
            pool = self._seats[place]
            try:
                step = asyncio.get_running_loop().run_in_executor(pool, work.settle_here, job, replies)
                step.add_done_callback(_retrieve)
                return await asyncio.shield(step)  # a pool that ends stumbles over steps that were cancelled elsewhere
            except BrokenProcessPool:  # killed from outside, or for want of memory: perhaps by another team's work
                if self._seats[place] is pool:
                    self._seats[place] = self._pool()
        return Settled(failure=f"{job.name}: the process that worked on it died twice; is there enough memory?")

    def close(self) -> None:
        """End every process at once; what they work on is lost and nothing else."""
        for pool in self._seats:
            processes = list((getattr(pool, "_processes", None) or {}).values())  # no public way before Python 3.14
            # First, so that the pool forgets the work that was cancelled and does not tell it of the processes' end.
            pool.shutdown(wait=not processes, cancel_futures=True)
            for process in processes:
                process.terminate()
            for process in processes:
                process.join()


def _retrieve(step: "asyncio.Future[Settled]") -> None:
    """Look at what became of a step that nobody waits for any more, so that asyncio does not complain of it."""
    if not step.cancelled():
        step.exception()


def _start(orders: Orders) -> None:
    threading.Thread(target=_die_with_parent, daemon=True).start()
    work.start(orders)


def _die_with_parent() -> None:
    """End this process when the one that started it is gone, however it went; a pool's process would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(0)

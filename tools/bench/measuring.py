"""How things are measured: fresh processes, in turn with what they are held against, and the memory they reach.

A single time of a shared machine means little. The median of the ratios of pairs, run one right after the other,
does: what slows the machine slows both.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PYTHON = [sys.executable, "-c"]
QUESTIONER = [*PYTHON, "from questioner.cli import main; main()"]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    value: float
    unit: str
    against: str
    """The peer, or the limit, that it is held against."""
    beside: float
    """What that came to in the same unit."""
    ratio: float
    """Of the two; the median of pairs where they were run in pairs."""
    aim: str
    """``< 2`` for a ratio to stay below; ``> 1`` for one to pass."""

    @property
    def met(self) -> bool:
        """Whether the ratio is on the right side of the aim."""
        bound = float(self.aim[1:])
        return self.ratio < bound if self.aim.startswith("<") else self.ratio > bound


def seconds(command: Sequence[str], accepted: Sequence[int] = (0,)) -> float:
    """Return the wall time of one fresh process.

    Raises:
        RuntimeError: when it ends with a code that is not ``accepted``.
    """
    began = time.perf_counter()
    code = subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, cwd=ROOT
    ).returncode
    if code not in accepted:
        raise RuntimeError(f"{' '.join(command)} ended with {code}")
    return time.perf_counter() - began


def paired(
    one: Sequence[str], other: Sequence[str], runs: int, accepted: Sequence[int] = (0,)
) -> tuple[float, float, float]:
    """Return the medians of both in seconds, and of their ratio, after a warm-up of each."""
    seconds(one, accepted), seconds(other, accepted)
    times = [(seconds(one, accepted), seconds(other, accepted)) for _ in range(runs)]
    return (
        statistics.median(a for a, _ in times),
        statistics.median(b for _, b in times),
        statistics.median(a / b for a, b in times),
    )


def watched(command: Sequence[str], accepted: Sequence[int] = (0,)) -> tuple[float, list[float]]:
    """Return the wall time of a command in seconds, and the peak memory in MiB of each of its processes.

    Raises:
        RuntimeError: when it ends with a code that is not ``accepted``.
    """
    began = time.perf_counter()
    peaks: dict[int, float] = {}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT) as process:
        while process.poll() is None:
            for pid in (process.pid, *_children(process.pid)):
                peaks[pid] = max(peaks.get(pid, 0.0), _peak(pid))
            time.sleep(0.05)
        if process.returncode not in accepted:
            raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return time.perf_counter() - began, sorted(peaks.values(), reverse=True)


def _children(pid: int) -> Iterator[int]:
    """Yield the processes that a process started, and those that they did; none where nobody tells (not on Linux)."""
    try:
        own = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return
    for child in own:
        yield child
        yield from _children(child)


def _peak(pid: int) -> float:
    """Return the most memory that a process ever held, in MiB; 0 where nobody tells."""
    try:
        text = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in text.splitlines() if line.startswith("VmHWM")), 0.0)

"""Feeds hostile input to every reader, for a time, and says what it found: no traceback, no hang, no growth.

Run as ``make fuzz``, or ``make fuzz SECONDS=60 SEED=1 ONLY=team``. Strategies and targets are those of
``tests/hostile``. What fails is shrunk, kept under ``build/fuzz``, and printed with the command that repeats it:
``PYTHONPATH=. .venv/bin/python tools/fuzz.py --repeat build/fuzz/NAME``. Exits with 1 when anything was found.
"""

import argparse
import gc
import json
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.hostile.targets import TARGETS, Case

FOUND = Path("build/fuzz")
LOT = 50
"""Inputs for one target before it is the next one's turn."""
PATIENCE = 10.0
"""Seconds of processor time that one input may take; a usual one takes some hundredths."""
GROWTH = 60.0
"""Megabytes by which the process may be larger at the end than after its first inputs."""
SETTLED = 500
"""Inputs until libraries are loaded and caches filled: a lot for each target, some 30 seconds of processor time."""
PHASES = (Phase.generate, Phase.shrink)


class HangError(Exception):
    """One input took longer than ``PATIENCE``."""


@contextmanager
def patience() -> Iterator[None]:
    """Raise ``HangError`` in what takes too much of the processor's time, however loaded the machine is."""

    def enough(*_: object) -> None:
        raise HangError(f"took more than {PATIENCE:g} s of processor time")

    signal.signal(signal.SIGPROF, enough)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def megabytes() -> float:
    """Return what the process holds now, without what is only waiting to be let go; 0 where the system does not tell."""
    gc.collect()
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))) / 1024


def fed(name: str, case: Case) -> None:
    """Feed one case to a target in a folder of its own; it lies on disk before, in case the process dies of it."""
    keep(FOUND / f"{name}-running", case)
    with tempfile.TemporaryDirectory() as folder, patience():
        TARGETS[name].take(case, Path(folder))


def keep(folder: Path, case: Case) -> Path:
    """Write a case to ``folder``, with the name that it has to have."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "content").write_bytes(case.content)
    (folder / "name").write_text(case.name, encoding="utf-8")
    return folder


def repeat(folder: Path) -> None:
    """Feed a case that was kept."""
    case = Case((folder / "name").read_text(encoding="utf-8"), (folder / "content").read_bytes())
    fed(folder.name.partition("-")[0], case)


def lot(name: str, number: int) -> tuple[int, Case | None, str]:
    """Feed one lot to a target; return how many were fed, the smallest that failed and the traceback."""
    count, last = 0, None

    @seed(number)
    @settings(max_examples=LOT, database=None, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
    @given(TARGETS[name].cases)
    def each(case: Case) -> None:
        nonlocal count, last
        count, last = count + 1, case
        fed(name, case)

    try:
        each()
    except Exception as error:  # noqa: BLE001 - whatever it is, it was found
        return count, last, "".join(traceback.format_tb(error.__traceback__)[-8:]) + f"{type(error).__name__}: {error}"
    return count, None, ""


def told(name: str, case: Case, trace: str) -> None:
    """Keep what was found, and print it."""
    place = keep(FOUND / f"{name}-{sha256(case.content).hexdigest()[:10]}", case)
    shown = case.content if len(case.content) < 600 else case.content[:600] + b" ..."
    print(f"\nFOUND in {name}, {case.name}, {len(case.content)} bytes: {shown!r}\n{trace.strip()}")
    print(f"repeat: PYTHONPATH=. .venv/bin/python tools/fuzz.py --repeat {place}", flush=True)


def growth(before: float, grown: float, settled: int, fed: int) -> str:
    """Say what became of the memory between ``settled`` and ``fed`` inputs."""
    if settled in {0, fed}:
        return f"not judged, since that takes more than {SETTLED} inputs"
    return (
        f"{before:.0f} MB after {settled} inputs, {grown:+.0f} MB by the {fed - settled} since ({GROWTH:g} are allowed)"
    )


def main() -> int:
    """Fuzz until the time is over and print the outcome."""
    parser = argparse.ArgumentParser(description="Feed hostile input to every reader for a time.")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--only", choices=sorted(TARGETS))
    parser.add_argument("--repeat", type=Path)
    given_ = parser.parse_args()
    if given_.repeat:
        repeat(given_.repeat)
        print("nothing was found in it")
        return 0
    first = random.randrange(10**6) if given_.seed is None else given_.seed
    print(f"seed {first}, {given_.seconds:g} s", flush=True)
    until, rounds, counts, found = time.monotonic() + given_.seconds, 0, Counter[str](), set[str]()
    before, settled = 0.0, 0
    while time.monotonic() < until:
        for name in [given_.only] if given_.only else TARGETS:
            if time.monotonic() > until:
                break
            number, case, trace = lot(name, first * 100_000 + rounds)
            counts[name] += number
            where = trace.strip().rpartition("\n")[2][:80]
            if trace and (name + where) not in found:
                found.add(name + where)
                told(name, case or Case("none", b""), trace)
            if not settled and counts.total() >= SETTLED:
                before, settled = megabytes(), counts.total()
        rounds += 1
    grown = megabytes() - before if settled else 0.0
    print(f"\nseed {first}; {rounds} rounds; inputs: {json.dumps(counts)}, {counts.total()} in all")
    print(f"memory: {growth(before, grown, settled, counts.total())}; found: {len(found)}")
    return 1 if found or grown > GROWTH else 0


if __name__ == "__main__":
    sys.exit(main())

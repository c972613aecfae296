"""Kills a batch of 200 teams at 50 random moments, starts it again each time, and looks at what is left of it.

Run as ``make crash``. Prints what was found; exits with 1 when a sheet is missing or broken, or a reply was paid twice.
"""

import random
import sys
import tempfile
from pathlib import Path

from tests.batch import corpus, crash
from tests.batch.service import running

TEAMS, KILLS, DELAY = 200, 50, 0.2


def main() -> int:
    """Carry it out and print the outcome."""
    seed = random.randrange(10_000)
    draw = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        teams, out, other = folder / "teams", folder / "out", folder / "undisturbed"
        corpus.write(teams, TEAMS)
        corpus.replies(folder / "replies.json")
        with running(DELAY, folder / "replies.json") as service:
            kills = []
            for number in range(KILLS):
                kills.append(crash.kill_once(teams, out, service, draw, DELAY))
                print(f"kill {number + 1}: {len(kills[-1][1])} replies kept", flush=True)
            last = crash.finish(teams, out, service)
            sent, twice = len(service.stats()["seen"]), crash.paid_twice(service, kills)
            crash.finish(teams, other, service)
        whole = {path.name: path.read_text("utf-8") for path in other.glob("*.md")}
        found = {path.name: path.read_text("utf-8") for path in out.glob("*.md")}
        wrong = [name for name in whole if found.get(name) != whole[name]]
        strays = crash.left_over(out)
    print(f"seed {seed}; {KILLS} kills, {TEAMS} teams; exit code at the end: {last.returncode}")
    print(f"sheets missing or broken: {len(wrong)}; files left over: {len(strays)}")
    print(f"requests: {sent}; sent again although the reply had been kept: {twice}")
    good = last.returncode == 0 and len(whole) == TEAMS and not wrong and not strays and not twice
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())

"""How fast questions are reviewed, beside write-good, the fastest prose linter that was measured; and in how much memory.

write-good is installed by npm into a folder of its own; where that fails, its row is left out.
"""

import json
import random
import re
import shutil
import statistics
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from questioner.review import review_wording
from tools.bench.measuring import QUESTIONER, ROOT, Row, paired, watched

QUESTIONS, RUNS = 10_000, 5
A_SECOND = 10_000
"""Questions a second that one processor is to judge."""
WRITE_GOOD = "write-good@1.0.8"
THINGS = (
    "ferry harbour lift kitchen orchard library ward clinic depot hangar bakery archive pharmacy studio nursery tram "
    "invoice parcel ledger catalogue roster timetable brochure licence permit voucher refund deposit survey audit"
).split()


def questions(count: int) -> Iterator[str]:
    """Yield labelled questions of the dev half in turn, each time with other figures and a few other nouns."""
    lines = (ROOT / "evals" / "reviewer" / "dev.jsonl").read_text("utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    rng = random.Random(20261122)
    for number in range(count):
        text = re.sub(r"\d+", lambda _: str(rng.randint(2, 98)), texts[number % len(texts)])
        yield re.sub(r"(?<=\bthe )[a-z]{6,}\b", lambda hit: rng.choice([hit[0], *THINGS]), text)


def rows(folder: Path) -> Iterator[Row]:
    """Yield the speed in process, of a whole process, and the growth of its memory with the file."""
    asked = list(questions(QUESTIONS))
    rate = in_process(asked)
    yield Row("review, in process", rate, "/s", "a processor's aim", A_SECOND, rate / A_SECOND, "> 1")
    small, large = folder / "questions.txt", folder / "many-questions.txt"
    small.write_text("\n".join(asked) + "\n", "utf-8")
    large.write_text(small.read_text("utf-8") * 10, "utf-8")
    review = [*QUESTIONER, "review", "--format", "jsonl"]
    if peer := write_good(folder):
        own, beside, ratio = paired([*review, str(small)], [*peer, str(small)], RUNS, accepted=range(256))
        yield Row(f"review of {QUESTIONS:,} lines", own, "s", "write-good", beside, ratio, "< 1")
    few, many = (max(watched([*review, str(file)], (0, 1))[1]) for file in (small, large))
    yield Row(f"review of {10 * QUESTIONS:,} lines", many, "MiB", f"{QUESTIONS:,} lines", few, many / few, "< 1.1")


def in_process(asked: list[str]) -> float:
    """Return questions a second of processor time, patterns compiled."""
    for question in asked:
        review_wording(question)
    rates = []
    for _ in range(RUNS):
        began = time.process_time()
        for question in asked:
            review_wording(question)
        rates.append(len(asked) / (time.process_time() - began))
    return statistics.median(rates)


def write_good(folder: Path) -> list[str] | None:
    """Install write-good and return its command, or None where that cannot be done."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        return None
    install = [npm, "install", "--no-audit", "--no-fund", "--prefix", str(folder), WRITE_GOOD]
    try:
        done = subprocess.run(install, capture_output=True, check=False, timeout=120)
    except subprocess.TimeoutExpired:
        return None
    command = [node, str(folder / "node_modules/write-good/bin/write-good.js")]
    probe = [*command, "--text=So the lease was signed by us."]  # its exit code counts what it found
    works = done.returncode == 0 and subprocess.run(probe, capture_output=True, check=False).stdout
    return command if works else None

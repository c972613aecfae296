"""Prints start-up times and the speed of the review as ratios to their peers, each pair measured in turn in one run.

Single times of a shared machine mean little; the median of paired ratios does. Nothing here passes or fails. The peer
of the review is write-good, installed by npm into a folder of its own; where that fails, its row says so.
"""

import json
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from questioner.review import review_wording

ROOT = Path(__file__).resolve().parent.parent
RUNS = 11
SAY = "from questioner.cli import main; main()"
PAIRS = (
    ("questioner --help", [SAY, "--help"], "import click", ["import click"], 2.0),
    ("questioner --version", [SAY, "--version"], "import click", ["import click"], 2.0),
    (
        "prepare --model bank",
        [SAY, "prepare", "examples/behind.yaml", "--model", "bank", "--quiet"],
        "import pydantic, jinja2",
        ["import pydantic, jinja2"],
        4.0,
    ),
    (
        "prepare --model bank",
        [SAY, "prepare", "examples/behind.yaml", "--model", "bank", "--quiet"],
        "import openai",
        ["import openai"],
        None,
    ),
)


QUESTIONS = 10_000
REVIEW_RUNS = 5
WRITE_GOOD = "write-good@1.0.8"
THINGS = (
    "ferry harbour lift kitchen orchard library ward clinic depot hangar bakery archive pharmacy studio nursery tram "
    "invoice parcel ledger catalogue roster timetable brochure licence permit voucher refund deposit survey audit"
).split()


def questions(count: int) -> Iterator[str]:
    """Yield labelled questions of the dev half in turn, each time with other figures and a few other nouns."""
    rows = (ROOT / "evals" / "reviewer" / "dev.jsonl").read_text("utf-8").splitlines()
    texts = [json.loads(row)["text"] for row in rows]
    rng = random.Random(20261122)
    for number in range(count):
        text = re.sub(r"\d+", lambda _: str(rng.randint(2, 98)), texts[number % len(texts)])
        yield re.sub(r"(?<=\bthe )[a-z]{6,}\b", lambda hit: rng.choice([hit[0], *THINGS]), text)


def seconds(command: list[str], accepted: tuple[int, ...] = (0,)) -> float:
    """Return the wall time of one fresh process.

    Raises:
        RuntimeError: when it ends with a code that is not ``accepted``.
    """
    began = time.perf_counter()
    code = subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, cwd=ROOT
    ).returncode
    if code not in accepted:
        raise RuntimeError(f"{command[0]} … ended with {code}")
    return time.perf_counter() - began


def paired(
    one: list[str], other: list[str], runs: int = RUNS, accepted: tuple[int, ...] = (0,)
) -> tuple[float, float, float]:
    """Return the medians of both in seconds, and of their ratio, after a warm-up of each."""
    seconds(one, accepted), seconds(other, accepted)
    times = [(seconds(one, accepted), seconds(other, accepted)) for _ in range(runs)]
    return (
        statistics.median(a for a, _ in times),
        statistics.median(b for _, b in times),
        statistics.median(a / b for a, b in times),
    )


def main() -> None:
    """Print the table."""
    print(f"Median of {RUNS} paired runs, each a fresh interpreter.")
    print(f"{'what':<24}{'s':>7}  {'against':<26}{'s':>7}{'ratio':>8}{'aim':>7}")
    for name, one, peer, other, aim in PAIRS:
        a, b, ratio = paired([sys.executable, "-c", *one], [sys.executable, "-c", *other])
        print(f"{name:<24}{a:>7.3f}  {peer:<26}{b:>7.3f}{ratio:>8.2f}{f'< {aim:g}' if aim else '':>7}")
    print(f"\nThe review, on {QUESTIONS:,} generated questions; median of {REVIEW_RUNS} runs.")
    with tempfile.TemporaryDirectory() as folder:
        review(Path(folder))


def review(folder: Path) -> None:
    """Print the speed of the review in process and as a whole process, and its memory."""
    asked = list(questions(QUESTIONS))
    print(f"in process               {in_process(asked):>7,.0f} questions/s     (aim: 10,000)")
    file = folder / "questions.txt"
    file.write_text("\n".join(asked) + "\n", "utf-8")
    ours = [sys.executable, "-c", SAY, "review", "--format", "jsonl", str(file)]
    peer = write_good(folder)
    if peer is None:
        print(f"review --format jsonl    {seconds(ours, (0, 1)):>7.2f} s   (no write-good: npm could not install it)")
    else:
        a, b, ratio = paired(ours, [*peer, str(file)], REVIEW_RUNS, accepted=tuple(range(256)))
        print(
            f"review --format jsonl    {a:>7.2f} s   write-good {b:.2f} s   ratio {ratio:.2f}   (below 1: faster; aim: 0.25)"
        )
    for count in (QUESTIONS, 10 * QUESTIONS):
        print(f"memory at {count:>9,} lines {memory(ours[:-1], asked, count):>7.1f} MB")


def in_process(asked: list[str]) -> float:
    """Return questions a second of processor time, patterns compiled."""
    for question in asked:
        review_wording(question)
    rates = []
    for _ in range(REVIEW_RUNS):
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


def memory(command: list[str], asked: list[str], count: int) -> float:
    """Return the most memory, in MB, that a review of ``count`` lines from standard input takes."""
    watch = f"import resource, subprocess, sys; subprocess.run({command!r}, stdout=subprocess.DEVNULL)"
    watch += "; print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    with subprocess.Popen(
        [sys.executable, "-c", watch], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("no pipe to the review")
        for number in range(count):
            process.stdin.write(asked[number % len(asked)] + "\n")
        process.stdin.close()
        return int(process.stdout.read()) / (1 << 10 if sys.platform != "darwin" else 1 << 20)


if __name__ == "__main__":
    main()

"""Prints start-up times as ratios to their peers, each pair measured in turn in one run.

Single times of a shared machine mean little; the median of paired ratios does. Nothing here passes or fails.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

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


def seconds(arguments: list[str]) -> float:
    """Return the wall time of one fresh interpreter."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", *arguments], capture_output=True, check=True, cwd=ROOT)
    return time.perf_counter() - began


def paired(one: list[str], other: list[str]) -> tuple[float, float, float]:
    """Return the medians of both in seconds, and of their ratio, after a warm-up of each."""
    seconds(one), seconds(other)
    times = [(seconds(one), seconds(other)) for _ in range(RUNS)]
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
        a, b, ratio = paired(one, other)
        print(f"{name:<24}{a:>7.3f}  {peer:<26}{b:>7.3f}{ratio:>8.2f}{f'< {aim:g}' if aim else '':>7}")


if __name__ == "__main__":
    main()

"""Prints how fast a batch is beside a bare loop that only asks, how much memory it takes, and the rate of the bank.

The service is a process of its own that answers every request after a fixed time. A machine that is busy with
other work tells little: the ratio of pairs run one after the other does. Nothing here passes or fails.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from questioner import prepare, wishes
from questioner.inputs import team_in
from questioner.resources import Templates
from tests.batch import corpus
from tests.batch.service import Client, running

TEAMS, AT_ONCE, RUNS = 500, 32, 3
MANY = int(os.environ.get("QUESTIONER_BENCH_TEAMS", "20000"))
BATCH = [sys.executable, "-c", "from questioner.cli import main; main()", "batch"]
BARE = """
import asyncio, json, sys
from openai import AsyncOpenAI

async def main(url, requests, at_once):
    room = asyncio.Semaphore(at_once)
    async with AsyncOpenAI(api_key="x", base_url=url, max_retries=0) as client:
        async def ask(body):
            async with room:
                await client.chat.completions.create(model="m", **body)
        await asyncio.gather(*map(ask, requests))

asyncio.run(main(sys.argv[1], json.load(open(sys.argv[2])), int(sys.argv[3])))
"""


def requests(path: Path) -> None:
    """Write the first request of every team, as a batch sends it."""
    made, templates = [], Templates()
    for name, text in corpus.teams(TEAMS):
        team = team_in(text.encode(), name)
        preparation = wishes.settle(team, team.as_of or date(2026, 1, 1), wishes.Wishes(), templates)
        asked = prepare.begin(preparation).request
        schema = {"name": "questions", "strict": True, "schema": dict(asked.schema)}
        made.append(
            {
                "messages": [{"role": role, "content": text} for role, text in asked.prompt.messages],
                "response_format": {"type": "json_schema", "json_schema": schema},
            }
        )
    path.write_text(json.dumps(made), encoding="utf-8")


def timed(arguments: list[str]) -> tuple[float, list[float]]:
    """Return the wall time of a command in seconds, and the peak memory in MiB of each of its processes."""
    began = time.perf_counter()
    peaks: dict[int, float] = {}
    with subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            for pid in (process.pid, *children(process.pid)):
                peaks[pid] = max(peaks.get(pid, 0.0), peak(pid))
            time.sleep(0.05)
        if process.returncode:
            raise SystemExit(f"{' '.join(arguments)} ended with {process.returncode}")
    return time.perf_counter() - began, sorted(peaks.values(), reverse=True)


def children(pid: int) -> Iterator[int]:
    """Yield the processes that a process started, and those that they did."""
    try:
        own = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return
    for child in own:
        yield child
        yield from children(child)


def peak(pid: int) -> float:
    """Return the most memory that a process ever held, in MiB; 0 where nobody tells."""
    try:
        text = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in text.splitlines() if line.startswith("VmHWM")), 0.0)


def span(service: Client) -> tuple[float, int]:
    """Return the seconds between the first request and the last reply, and the most requests at once."""
    told = service.stats()
    seen = told["seen"]
    return max(entry["ended"] for entry in seen) - min(entry["began"] for entry in seen), told["most"]


def live(folder: Path, delay: float) -> None:
    """Print a batch and a bare loop at one delay of the service, in turn."""
    ideal = -(-TEAMS // AT_ONCE) * delay
    bare, whole, bare_spans, spans, most, memory = [], [], [], [], 0, []
    for number in range(RUNS):
        with running(delay, folder / "replies.json") as service:
            arguments = [sys.executable, "-c", BARE, service.url, str(folder / "requests.json"), str(AT_ONCE)]
            bare.append(timed(arguments)[0])
            bare_spans.append(span(service)[0])
        with running(delay, folder / "replies.json") as service:
            out = folder / f"out-{delay}-{number}"
            asked = ["--model", "m", "--base-url", service.url, "--concurrency", str(AT_ONCE), "--quiet"]
            seconds, memory = timed([*BATCH, str(folder / "teams"), "--out", str(out), *asked])
            whole.append(seconds)
            lasted, most = span(service)
            spans.append(lasted)
    ratio = statistics.median(b / a for a, b in zip(bare, whole, strict=True))
    print(
        f"{TEAMS} teams, {AT_ONCE} at once, {delay:g} s a reply: bare loop {statistics.median(bare):.1f} s, "
        f"batch {statistics.median(whole):.1f} s, ratio {ratio:.2f}; first request to last reply "
        f"{statistics.median(spans):.1f} s, {statistics.median(spans) / ideal:.2f} of the ideal {ideal:g} s "
        f"(bare loop {statistics.median(bare_spans) / ideal:.2f}); "
        f"most at once {most}; MiB by process {', '.join(f'{m:.0f}' for m in memory)}",
        flush=True,
    )


def bank(folder: Path) -> None:
    """Print the rate and the memory of the bank over many teams."""
    corpus.write_lines(folder / "many.jsonl", MANY)
    arguments = [*BATCH, str(folder / "many.jsonl"), "--out", str(folder / "bank"), "--model", "bank", "--quiet"]
    seconds, memory = timed(arguments)
    print(
        f"{MANY:,} teams with the bank, {os.cpu_count()} processors: {seconds:.0f} s, {MANY / seconds:.0f} teams a second; "
        f"MiB by process {', '.join(f'{m:.0f}' for m in memory)}",
        flush=True,
    )


def main() -> None:
    """Print the rows."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus.write(folder / "teams", TEAMS)
        corpus.replies(folder / "replies.json")
        requests(folder / "requests.json")
        live(folder, 0.5)
        live(folder, 0.05)
        bank(folder)


if __name__ == "__main__":
    main()

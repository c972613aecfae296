"""How fast a batch is beside a bare loop that only asks, how fast the bank is, and how much memory both take.

The service is a process of its own that answers every request after a fixed time.
"""

import json
import os
import statistics
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from questioner import prepare, wishes
from questioner.inputs import team_in
from questioner.processors import processors
from questioner.resources import Templates
from tests.batch import corpus
from tests.batch.service import Client, running
from tools.bench.measuring import PYTHON, QUESTIONER, Row, watched

TEAMS, AT_ONCE, RUNS = 500, 32, 3
MANY = int(os.environ.get("QUESTIONER_BENCH_TEAMS", "20000"))
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


def rows(folder: Path) -> Iterator[Row]:
    """Yield the rows of a service that takes half a second, of one that takes a twentieth, and of the bank."""
    corpus.write(folder / "teams", TEAMS)
    corpus.replies(folder / "replies.json")
    requests(folder / "requests.json")
    yield from live(folder)
    yield from bank(folder)


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


def live(folder: Path) -> Iterator[Row]:
    """Yield a batch beside the ideal at half a second a reply, and beside a bare loop at 50 ms."""
    slow, _, most, memory = beside_a_bare_loop(folder, 0.5)
    ideal = -(-TEAMS // AT_ONCE) * 0.5
    asking = statistics.median(span for _, span in slow)
    yield Row(f"{TEAMS} teams at 0.5 s, asking", asking, "s", "no work between", ideal, asking / ideal, "< 1.15")
    yield Row(f"{TEAMS} teams at 0.5 s, at once", most, "", "asked for", AT_ONCE, most / AT_ONCE, "> 0.99")
    if memory:
        yield Row(f"{TEAMS} teams, largest process", max(memory), "MiB", "limit", 120, max(memory) / 120, "< 1")
    fast, bare, _, _ = beside_a_bare_loop(folder, 0.05)
    own, loop = (statistics.median(taken for taken, _ in runs) for runs in (fast, bare))
    ratio = statistics.median(a / b for (a, _), (b, _) in zip(fast, bare, strict=True))
    yield Row(f"{TEAMS} teams at 0.05 s, whole", own, "s", "bare loop", loop, ratio, "< 1.3")


def beside_a_bare_loop(
    folder: Path, delay: float
) -> tuple[list[tuple[float, float]], list[tuple[float, float]], int, list[float]]:
    """Run a batch and a bare loop in turn.

    Returns:
        Of the batch and of the loop a pair a run: seconds of the whole process, and from the first request to the last
        reply; the most requests that were ever at once; the peak memory of the batch's processes in MiB.
    """
    bare, whole, most, memory = [], [], 0, []
    for number in range(RUNS):
        with running(delay, folder / "replies.json") as service:
            taken, _ = watched([*PYTHON, BARE, service.url, str(folder / "requests.json"), str(AT_ONCE)])
            bare.append((taken, span(service)[0]))
        with running(delay, folder / "replies.json") as service:
            asked = ["--model", "m", "--base-url", service.url, "--concurrency", str(AT_ONCE), "--quiet"]
            out = ["--out", str(folder / f"out-{delay}-{number}")]
            taken, memory = watched([*QUESTIONER, "batch", str(folder / "teams"), *out, *asked])
            lasted, most = span(service)
            whole.append((taken, lasted))
    return whole, bare, most, memory


def span(service: Client) -> tuple[float, int]:
    """Return the seconds between the first request and the last reply, and the most requests at once."""
    told = service.stats()
    seen = told["seen"]
    return max(entry["ended"] for entry in seen) - min(entry["began"] for entry in seen), told["most"]


def bank(folder: Path) -> Iterator[Row]:
    """Yield the rate and the memory of the bank over many teams."""
    corpus.write_lines(folder / "few.jsonl", TEAMS)
    corpus.write_lines(folder / "many.jsonl", MANY)
    few, _ = watched(by_bank(folder, "few"))
    taken, memory = watched(by_bank(folder, "many"))
    rate = MANY / taken
    yield Row(
        f"bank, {MANY:,} teams on {processors()}",
        rate,
        "/s",
        f"{TEAMS} teams",
        TEAMS / few,
        rate * few / TEAMS,
        "> 0.9",
    )
    if memory:
        yield Row(f"bank, {MANY:,} teams, largest", max(memory), "MiB", "limit", 160, max(memory) / 160, "< 1")


def by_bank(folder: Path, name: str) -> list[str]:
    """Return the command that fills a folder from the bank."""
    out = ["--out", str(folder / name), "--model", "bank", "--quiet"]
    return [*QUESTIONER, "batch", str(folder / f"{name}.jsonl"), *out]

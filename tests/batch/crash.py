"""Kills a batch again and again at random moments, and looks at what is left of it."""

import random
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from .service import Client

CONCURRENCY = 4
COMMAND = [sys.executable, "-c", "from questioner.cli import main; main()", "batch"]
PATIENCE = 120.0
"""Seconds that one run may take before something is wrong."""


def arguments(teams: Path, out: Path, service: Client) -> list[str]:
    """The command of every run."""
    asked = ("--model", "m", "--base-url", service.url, "--concurrency", str(CONCURRENCY))
    return [*COMMAND, str(teams), "--out", str(out), *asked]


def finish(teams: Path, out: Path, service: Client) -> subprocess.CompletedProcess[str]:
    """Run to the end."""
    return subprocess.run(arguments(teams, out, service), capture_output=True, text=True, timeout=PATIENCE, check=False)


def kill_once(teams: Path, out: Path, service: Client, draw: random.Random, delay: float) -> tuple[float, set[str]]:
    """Start a run, kill it at a random moment, return when that was and the prompts whose replies it had kept."""
    before, until = len(service.stats()["seen"]), time.monotonic() + PATIENCE
    process = subprocess.Popen(arguments(teams, out, service), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        awaited = before + draw.randint(0, 2 * CONCURRENCY)
        while process.poll() is None and len(service.stats()["seen"]) < awaited and time.monotonic() < until:
            time.sleep(0.005)
        time.sleep(draw.uniform(0, 1.5 * delay))
    finally:
        process.kill()
        process.wait()
    return time.monotonic(), kept(out)


def kept(out: Path) -> set[str]:
    """The prompts whose replies are in the ledger, read from a copy of it."""
    if not (out / "ledger.sqlite3").is_file():
        return set()
    copy = out.parent / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    for path in out.glob("ledger.sqlite3*"):
        shutil.copy(path, copy / path.name)
    with closing(sqlite3.connect(copy / "ledger.sqlite3")) as db:
        if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'request'").fetchone():
            return set()
        return {row[0] for row in db.execute("SELECT prompt_sha256 FROM request WHERE reply IS NOT NULL")}


def paid_twice(service: Client, kills: list[tuple[float, set[str]]]) -> int:
    """How many requests were sent again although their replies were kept before a kill."""
    seen = service.stats()["seen"]
    return sum(entry["prompt"] in had and entry["began"] > when for when, had in kills for entry in seen)


def left_over(out: Path) -> list[str]:
    """Files that are no sheet and no part of the folder, such as a sheet half written."""
    return [path.name for path in out.iterdir() if path.suffix not in {".md", ".html", ".jsonl", ".sqlite3"}]

"""Prints how long the eval of prompts takes offline: all scenarios, three repeats, replayed; and scored anew.

Each is a fresh process. The replies are made from the bank's questions. Nothing here passes or fails; the aims are
for two processors that have nothing else to do.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from questioner import prompts
from questioner.evaluation.prompts import recordings, scenarios, scoring
from questioner.models.replay import Recording
from questioner.processors import processors
from questioner.resources import Templates
from tests.batch import corpus

REPEATS = 3
COMMAND = [sys.executable, "-c", "from questioner.cli import main; main()", "eval", "prompts", "--quiet"]


def record(folder: Path) -> int:
    """Write a recording for each scenario and repeat; return how many there are."""
    templates, number = Templates(), 0
    for scenario in scenarios.in_folder(scenarios.bundled()):
        settled = scoring.prepared(scenario, templates)
        text, sha256 = corpus.reply(settled), prompts.sha256(settled.prompt)
        for repeat in range(1, REPEATS + 1):
            recordings.write(folder, Recording(prompt_sha256=sha256, repeat=repeat, text=text, model="bank"))
            number += 1
    return number


def seconds(*arguments: str) -> float:
    """Return the wall time of one fresh process."""
    began = time.perf_counter()
    subprocess.run([*COMMAND, *arguments], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def main() -> None:
    """Print both times."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        number = record(folder / "recordings")
        print(f"The eval of prompts: {number} rows on {processors()} processors.")
        run = str(folder / "run")
        asked = seconds("--model", f"replay:{folder / 'recordings'}", "--waves", "1", "--out", run)
        print(f"replayed                 {asked:>7.2f} s   (aim: 10)")
        print(f"scored anew              {seconds('--rescore', run):>7.2f} s   (aim: 5)")


if __name__ == "__main__":
    main()

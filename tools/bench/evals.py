"""How long the eval of prompts takes offline: all scenarios, three repeats, replayed; and scored anew.

The replies are made from the bank's questions. The aims are for two processors that have nothing else to do.
"""

from collections.abc import Iterator
from pathlib import Path

from questioner import prompts
from questioner.evaluation.prompts import recordings, scenarios, scoring
from questioner.models.replay import Recording
from questioner.resources import Templates
from tests.batch import corpus
from tools.bench.measuring import QUESTIONER, Row, seconds

REPEATS = 3
EVAL = [*QUESTIONER, "eval", "prompts", "--quiet"]


def rows(folder: Path) -> Iterator[Row]:
    """Yield both times."""
    number = record(folder / "recordings")
    run = str(folder / "run")
    asked = seconds([*EVAL, "--model", f"replay:{folder / 'recordings'}", "--waves", "1", "--out", run])
    yield Row(f"eval prompts, {number} rows replayed", asked, "s", "limit", 10, asked / 10, "< 1")
    again = seconds([*EVAL, "--rescore", run])
    yield Row(f"eval prompts, {number} rows scored", again, "s", "limit", 5, again / 5, "< 1")


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

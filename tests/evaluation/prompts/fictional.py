"""Scenarios from the examples, and replies to them that leave no gap."""

import json
from pathlib import Path
from typing import Any

from questioner import prompts
from questioner.evaluation.prompts import recordings, scenarios, scoring
from questioner.models.replay import Recording
from questioner.resources import Templates

from ...batch import corpus

TOLD = {"about": "An example.", "expect": [{"signal": "behind-pace"}], "avoid": [{"about": "team"}]}


def write(folder: Path, number: int = 2, **told: Any) -> Path:
    """Write so many scenarios ``team-00000.json`` …, one a kind of team."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in corpus.teams(number):
        data = json.loads(text)
        (folder / name).write_text(json.dumps({"scenario": {**TOLD, **told}, "as_of": "2026-08-31", **data}))
    return folder


def good(scenario: scenarios.Scenario) -> str:
    """A reply with which the sheet is full."""
    kind = int(scenario.team.team.partition(" of kind ")[2])
    return corpus.kinds()[kind][1]


def record(folder: Path, among: Path, repeats: int = 1, templates: Templates | None = None, **rest: Any) -> Path:
    """Record a good reply to each scenario ``among``, as often as it is repeated."""
    for scenario in scenarios.in_folder(among):
        asked = scoring.prepared(scenario, templates or Templates()).prompt
        for repeat in range(1, repeats + 1):
            made = {"model": "gpt-fictional", "text": good(scenario), "seconds": 1.5, **rest}
            recordings.write(folder, Recording(prompt_sha256=prompts.sha256(asked), repeat=repeat, **made))
    return folder

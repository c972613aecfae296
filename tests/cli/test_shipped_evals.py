"""The project's own recordings are played through without a network, and a worse prompt is told as such."""

from collections import Counter
from pathlib import Path

import pytest

from questioner.evaluation.prompts import results, scenarios

ROOT = Path(__file__).parents[2]
WARMER = ROOT / "examples" / "warmer-prompt"


@pytest.fixture(scope="module")
def runs(questioner, tmp_path_factory):
    folder = tmp_path_factory.mktemp("runs")
    base, new = folder / "base", folder / "new"
    played = ("eval", "prompts", "--waves", 1, "--quiet", "--model")
    ours = ROOT / "evals" / "scenarios" / "recordings"
    assert questioner(*played, f"replay:{ours}", "--out", base).code == 0
    changed = ("--templates", f"warmer={WARMER}", "--repeats", 1)
    assert questioner(*played, f"replay:{WARMER / 'recordings'}", *changed, "--out", new).code == 0
    return base, new


def test_the_recordings_answer_every_scenario_three_times_and_none_fails(runs):
    rows = results.read(runs[0]).rows
    assert Counter(row.scenario for row in rows) == {
        scenario.id: 3 for scenario in scenarios.in_folder(scenarios.bundled())
    }
    assert [row.id for row in rows if row.failure] == []


def test_a_prompt_that_makes_questions_leading_is_told_as_worse(runs, questioner):
    compared = questioner("eval", "compare", *runs)
    assert compared.code == 1
    assert compared.out.startswith("Worse")
    assert "written by hand" in compared.out


def test_a_prompt_beside_itself_is_not_told_as_worse(runs, questioner):
    compared = questioner("eval", "compare", runs[0], runs[0])
    assert compared.code == 0


def test_the_built_in_prompt_is_not_shown_to_be_worse_than_its_baseline(runs, questioner):
    compared = questioner("eval", "compare", ROOT / "evals" / "baselines" / "prompts.json", runs[0])
    assert compared.code == 0, compared.out

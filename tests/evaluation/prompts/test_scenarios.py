"""Scenarios: a team file and what an expert would ask about, with every fault told where it stands."""

import json

import pytest

from questioner.errors import InputError
from questioner.evaluation.prompts import scenarios
from questioner.evaluation.prompts.rows import Topic
from questioner.inputs import team_in
from questioner.session import SessionKind

TEAM = """\
team: Night Bakery
as_of: 2026-08-31
cycle: {start: 2026-07-01, end: 2026-09-30}
objectives:
  - title: Bread is still warm at six
    key_results:
      - {title: Loaves sold before eight, start: 40, target: 90}
sessions:
  - {date: 2026-08-01, commitments: [{text: Ask the night shift}]}
"""
TOLD = """\
scenario:
  about: A bakery that never looked at its figures.
  session: retro
  minutes: 45
  expect:
    - {signal: no-movement, about: O1.KR1, why: Nobody has measured it.}
    - {about: C1}
  avoid:
    - {about: team}
"""


@pytest.fixture
def write(tmp_path):
    """Write a file and return its path."""

    def put(text, name="night-bakery.yaml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return put


def faults(path):
    with pytest.raises(InputError) as caught:
        scenarios.read(path)
    return [str(problem).removeprefix(f"{path}") for problem in caught.value.problems]


def test_a_scenario_holds_its_topics_its_session_and_a_team_file_of_its_own(write):
    scenario = scenarios.read(write(TOLD + TEAM))
    assert (scenario.id, scenario.about) == ("night-bakery", "A bakery that never looked at its figures.")
    assert (scenario.session, scenario.minutes) == (SessionKind.RETRO, 45)
    assert scenario.expect == (Topic("no-movement", "O1.KR1", "Nobody has measured it."), Topic("", "C1"))
    assert scenario.avoid == (Topic("", "team"),)
    assert team_in(scenario.raw, "raw") == scenario.team


def test_json_is_read_as_well(write):
    data = {"scenario": {"about": "x"}, "team": "T", "as_of": "2026-08-31"}
    whole = {**data, "phase": "assess", "cycle": {"start": "2026-07-01", "end": "2026-09-30"}}
    assert scenarios.read(write(json.dumps(whole), "t.json")).expect == ()


FAULTS = {
    "no scenario": (TEAM, [":1: scenario: saw nothing; write here what the scenario is about and what to expect"]),
    "no about": ("scenario: {session: retro}\n" + TEAM, [":1: scenario.about: is missing; it is required"]),
    "unknown field": (
        "scenario:\n  about: x\n  hopes: []\n" + TEAM,
        [":3: scenario.hopes: is not a field here; known are about, session, minutes, people, expect, avoid"],
    ),
    "unknown field of a topic": (
        "scenario:\n  about: x\n  expect:\n    - {sign: stuck}\n" + TEAM,
        [":4: scenario.expect[0].sign: is not a field here; known are signal, about, why"],
    ),
    "empty topic": (
        "scenario:\n  about: x\n  expect:\n    - {why: because}\n" + TEAM,
        [":4: scenario.expect[0]: names neither a signal nor what it is about; give one of them, or both"],
    ),
    "unknown signal and reference": (
        "scenario:\n  about: x\n  avoid:\n    - {signal: watermelon, about: O7}\n" + TEAM,
        [
            ":4: scenario.avoid[0]: there is no signal called watermelon; docs/signals.md lists them",
            ":4: scenario.avoid[0]: nothing of this team is called O7; known are team, O1, O1.KR1, C1",
        ],
    ),
    "no day": (
        TOLD + TEAM.replace("as_of: 2026-08-31\n", ""),
        [": as_of: is missing; a scenario names its day, so that it is the same tomorrow"],
    ),
    "a wrong team": (
        TOLD + TEAM + "cadence_dayz: 7\n",
        [
            ":19: cadence_dayz: is not a field of the team file; `questioner schema` lists them all; did you mean cadence_days?"
        ],
    ),
}


@pytest.mark.parametrize(("text", "told"), FAULTS.values(), ids=FAULTS)
def test_what_is_wrong_is_told_with_its_line_and_field(text, told, write):
    assert faults(write(text)) == told


def test_a_name_that_cannot_be_an_id_is_told(write):
    assert faults(write(TOLD + TEAM, "Night Bakery.yaml")) == [
        ": is named after its scenario in small letters, digits and hyphens: night-bakery"
    ]


def test_a_folder_gives_its_scenarios_by_id_and_every_problem_of_every_file(write, tmp_path):
    write(TOLD + TEAM, "b.yaml")
    write(TOLD + TEAM, "a.yml")
    write("notes", "readme.md")
    assert [scenario.id for scenario in scenarios.in_folder(tmp_path)] == ["a", "b"]
    write(TEAM, "c.yaml")
    write(TOLD + TEAM, "a.yaml")
    with pytest.raises(InputError) as caught:
        scenarios.in_folder(tmp_path)
    assert [problem.message[:22] for problem in caught.value.problems] == [
        "saw nothing; write her",
        "two files are called a",
    ]


@pytest.mark.parametrize("made", [True, False])
def test_a_folder_without_scenarios_is_told(made, tmp_path):
    if made:
        (tmp_path / "s").mkdir()
    with pytest.raises(InputError, match="holds no scenario" if made else "is not a folder of scenarios"):
        scenarios.in_folder(tmp_path / "s")

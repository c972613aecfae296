"""``--judge``: recordings are played, agreement is measured and kept, and only then a judge may reject."""

import json

import pytest

from questioner.judge import Judge
from questioner.models.replay import Replay
from questioner.resources import Templates

FAULTY, SOUND = "What would a weekly demo show you?", "What do you see?"
ROWS = (
    {"id": "one", "text": FAULTY, "verdict": "reject", "labels": ["advice"]},
    {"id": "two", "text": SOUND, "verdict": "accept"},
)
ANSWER = [
    {"number": 1, "faults": [{"label": "advice", "words": "a weekly demo", "reason": "It brings a demo along."}]},
    {"number": 2, "faults": []},
]


@pytest.fixture
def folder(tmp_path):
    """Recordings of a judge that finds advice in the first of the two questions."""
    made = tmp_path / "recorded"
    made.mkdir()
    request = Judge(Replay(made), Templates()).request([FAULTY, SOUND])
    recording = {"prompt_sha256": request.sha256, "text": json.dumps({"questions": ANSWER}), "written": True}
    (made / "one.json").write_text(json.dumps(recording), encoding="utf-8")
    return made


@pytest.fixture
def rows(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    return path


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "mine.txt"
    path.write_text(f"{FAULTY}\n{SOUND}\n", encoding="utf-8")
    return path


@pytest.fixture
def calibration(questioner, folder, rows, tmp_path):
    path = tmp_path / "judge.json"
    assert questioner("eval", "reviewer", rows, "--judge", f"replay:{folder}", "--calibration", path).code == 0
    return path


def test_agreement_is_measured_and_kept(questioner, folder, rows, tmp_path):
    path = tmp_path / "judge.json"
    run = questioner("eval", "reviewer", rows, "--judge", f"replay:{folder}", "--calibration", path, "--format", "json")
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert json.loads(run.out)["judge"] == kept
    assert (kept["kappa"], kept["tpr"], kept["tnr"], kept["n"], kept["base_rate"]) == (1, 1, 1, 2, 0.5)
    assert "in 1 requests" in run.err
    assert "κ 1.00, TPR 1.00, TNR 1.00, base rate 0.50, n 2" in run.err


@pytest.mark.parametrize("form", ["text", "html"])
def test_agreement_stands_in_the_report(questioner, folder, rows, form):
    run = questioner("eval", "reviewer", rows, "--judge", f"replay:{folder}", "--format", form)
    assert "κ with the labels" in run.out
    assert "κ with the labels" not in questioner("eval", "reviewer", rows, "--format", form).out


def test_agreement_can_be_held_to_a_bar(questioner, folder, rows):
    def code(bar):
        return questioner("eval", "reviewer", rows, "--judge", f"replay:{folder}", "--fail-under", bar).code

    assert (code("judge.kappa=1"), code("judge.base_rate=0.6")) == (0, 1)


def test_a_judge_nobody_has_measured_only_warns(questioner, folder, mine):
    run = questioner("review", mine, "--judge", f"replay:{folder}", "--select", "JDG")
    assert run.code == 0
    assert "warning  JDG901 (advice): It brings a demo along." in run.out
    assert "so it only warns" in run.err


def test_a_judge_that_was_measured_may_reject(questioner, folder, mine, calibration):
    run = questioner(
        "review",
        mine,
        "--judge",
        f"replay:{folder}",
        "--calibration",
        calibration,
        "--select",
        "JDG",
        "--format",
        "jsonl",
    )
    first, second = map(json.loads, run.out.splitlines())
    assert (run.code, first["accepted"], first["labels"], second["accepted"]) == (1, False, ["advice"], True)
    assert "may reject; on labelled questions: κ 1.00" in run.err


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"judge": "another"}, "it is of another"),
        ({"rubric_sha256": "0" * 64}, "the rubric has changed since"),
        ({"dataset": {"name": "dev", "sha256": "0" * 64}}, "the labelled questions called dev have changed since"),
    ],
)
def test_a_measure_of_something_else_does_not_hold(questioner, folder, mine, calibration, change, said):
    kept = json.loads(calibration.read_text(encoding="utf-8"))
    calibration.write_text(json.dumps(kept | change), encoding="utf-8")
    run = questioner("review", mine, "--judge", f"replay:{folder}", "--calibration", calibration, "--select", "JDG")
    assert run.code == 0
    assert said in run.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--judge", "bank"), "the bank judges nothing"),
        (("--calibration", "judge.json"), "--calibration goes with --judge NAME"),
    ],
)
def test_options_that_make_no_judge_are_told_before_anything_is_written(questioner, mine, rows, options, said):
    for command in (("review", mine, "--format", "json"), ("eval", "reviewer", rows)):
        run = questioner(*command, *options)
        assert (run.code, run.out) == (2, "")
        assert said in run.err


def test_a_question_that_was_not_recorded_is_an_error_of_the_service(questioner, folder, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("What else?\n", encoding="utf-8")
    run = questioner("review", other, "--judge", f"replay:{folder}")
    assert run.code == 4
    assert "leave --judge out" in run.err


def test_names_of_a_team_stay_here(questioner, tmp_path, team_file):
    asked = tmp_path / "asked.txt"
    asked.write_text("What does Ines see?\n", encoding="utf-8")
    made = tmp_path / "recorded"
    made.mkdir()
    request = Judge(Replay(made), Templates()).request(["What does Person 1 see?"])
    reply = json.dumps({"questions": [{"number": 1, "faults": []}]})
    (made / "one.json").write_text(json.dumps({"prompt_sha256": request.sha256, "text": reply}), encoding="utf-8")
    run = questioner("review", asked, "--team", team_file(), "--judge", f"replay:{made}")
    assert run.code != 4
    assert "1 read" in run.out


def test_a_key_and_a_model_in_the_environment_make_no_judge(questioner, mine, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-fictional")
    monkeypatch.setenv("QUESTIONER_MODEL", "gpt-fictional")
    run = questioner("review", mine)
    assert (run.err, "JDG" in run.out) == ("", False)

"""One team file over four sessions: prepare, wrap up, prepare, wrap up, and so on."""

import json
import re
import shutil
from datetime import date, timedelta

import pytest

from questioner.inputs import read_team
from questioner.inputs.marked_yaml import load

from .conftest import BEHIND

DAYS = [date(2026, 8, 31) + timedelta(days=7 * week) for week in range(4)]
WILL = [
    ("ask Corvane for a date in writing", "Mirela"),
    ("try the feed with a third bank", "Jonah"),
    ("read ten of the open contacts together", "Ayo"),
    ("show the pilot customers the new page", "Mirela"),
]
FOUND = {
    "ask Corvane for a date in writing": {1: "partly", 2: "kept"},
    "try the feed with a third bank": {2: "kept"},
    "read ten of the open contacts together": {3: "dropped"},
}
"""What became of a promise, by the number of the session; in the others it stays open."""


@pytest.fixture
def file(tmp_path):
    return shutil.copy(BEHIND, tmp_path / "team.yaml")


def prepare(questioner, file, day, path):
    ran = questioner("prepare", file, "--model", "bank", "-q", "--as-of", day, "--session", "check-in", "-o", path)
    assert ran.code == 0, ran.err
    return json.loads(path.read_text(encoding="utf-8"))


def questions(sheet):
    return [sheet["opening"]["question"], *(q for section in sheet["sections"] for q in section["questions"])]


def open_before(file):
    return [c for s in read_team(str(file)).sessions for c in s.commitments if c.unfinished]


def wrap_up(questioner, file, path, week):
    answers = []
    # The newest promises are asked about first.
    for session in reversed(read_team(str(file)).sessions):
        for commitment in session.commitments:
            if commitment.unfinished:
                status = FOUND[commitment.text].get(week, "open")
                answers += [status] if status == "open" else [status, f"told in week {week}"]
    answers += [
        "",
        "2",
        "-",
        "",
        f"Said in week {week}.",
        "",
        "",
        "",
        f"seen in week {week}",
        "",
        f"decided in week {week}",
        "",
    ]
    answers += [*WILL[week], (DAYS[week] + timedelta(days=7)).isoformat(), "", "", "", "", "y"]
    ran = questioner("wrap-up", file, "--sheet", path, stdin="\n".join(answers) + "\n")
    assert ran.code == 0, ran.err


@pytest.fixture
def weeks(questioner, file, tmp_path):
    """The sheet of each week, the promises that were open when it was made, and the file's text before and after."""
    found = []
    for week, day in enumerate(DAYS):
        promised, before = open_before(file), file.read_text(encoding="utf-8")
        sheet = prepare(questioner, file, day, tmp_path / f"sheet{week}.json")
        wrap_up(questioner, file, tmp_path / f"sheet{week}.json", week)
        found.append((sheet, promised, before, file.read_text(encoding="utf-8")))
    return found


def test_the_comments_and_the_order_of_the_file_stay_as_they_were(weeks):
    for _, _, before, after in weeks:
        now = after.splitlines()
        changed = [line for line in before.splitlines() if line not in now]
        assert all(re.match(r"\s+- \{text: .*status: (open|partly)", line) for line in changed), changed
        rest = iter(now)
        assert all(line in rest for line in before.splitlines() if line not in changed)
    whole = weeks[-1][-1]
    assert whole.startswith("# Behind pace: two thirds of the quarter gone")
    assert list(load(whole).data) == [*load(weeks[0][2]).data, "sessions"]
    assert len(load(whole).data["sessions"]) == 4


def test_no_question_is_asked_twice(weeks):
    texts = [question["text"] for sheet, *_ in weeks for question in questions(sheet)]
    assert len(set(texts)) == len(texts) >= 4 * 4


def test_every_open_promise_is_asked_about_or_listed_in_the_notes(weeks):
    assert [len(promised) for _, promised, *_ in weeks] == [0, 1, 2, 1]
    for sheet, promised, *_ in weeks:
        notes, asked = "\n".join(sheet["notes"]), {ref for question in questions(sheet) for ref in question["about"]}
        by_text = {promise["text"]: promise["id"] for promise in sheet["promises"]}
        for commitment in promised:
            assert by_text[commitment.text] in asked or f"“{commitment.text}”" in notes


def test_the_follow_through_begins_with_the_teams_own_words(weeks):
    for sheet, *_ in weeks[1:]:
        section = next(s for s in sheet["sections"] if s["pillar"] == "follow-through")
        facts = {fact["id"]: fact["signal"] for fact in sheet["facts"]}
        signals = {facts[fact] for fact in section["questions"][0]["facts"]}
        assert signals & {"commitment-open", "commitment-done", "insight-noted", "decision-noted"}
        assert "Last time, " in sheet["notes"][0]


def test_a_kept_promise_is_learned_from_in_the_session_after(weeks):
    done = [{f["about"]: f["text"] for f in sheet["facts"] if f["signal"] == "commitment-done"} for sheet, *_ in weeks]
    assert done[:3] == [{}, {}, {}]
    assert [re.search("“(.+)”", text)[1] for text in done[3].values()] == list(FOUND)[1::-1]
    asked = {ref for question in questions(weeks[3][0]) for ref in question["about"]}
    assert asked & set(done[3])
    assert all(about in asked or text in "\n".join(weeks[3][0]["notes"]) for about, text in done[3].items())

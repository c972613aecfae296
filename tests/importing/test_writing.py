"""Importing again: what is new is added, what a coach has written stays, and the same twice changes nothing."""

from datetime import date

import pytest

from questioner.errors import InputError
from questioner.importing.gathering import Given
from questioner.inputs import read_team

from .conftest import GIVEN

HEAD = "Team,Objective,Key Result,Owner,Start,Target,Current,Confidence,Comment\n"
FIRST = f"{HEAD}Desk,Calm starts,Quick replies,Mina,20,80,41,6,new form\nDesk,Calm starts,Calls lost,,9,2,5,7,\n"
LATER = Given("", GIVEN.cycle, date(2026, 11, 23))
OURS = """\
# Desk: kept by Ana
team: Desk
as_of: 2026-11-16
cycle: {start: 2026-10-01, end: 2026-12-31}   # Q4
objectives:
  - id: O1
    title: Calm starts
    label: a calm start          # reads well
    why: Loud mornings cost us people.
    key_results:
      - {id: KR2, title: "Calls lost", label: lost calls, owner: T., start: 9, target: 2, current: 5}
      - id: KR1
        title: Quick Replies.
        start: 20
        target: 80
check_ins:
  - date: 2026-11-16
    notes: By hand.
    key_results:
      O1.KR1: {value: 41, confidence: 6, comment: "new form"}
sessions:
  - {date: 2026-11-02, commitments: [{text: stand by the door, who: Mina}]}
"""


@pytest.fixture
def ours(tmp_path):
    """A team file that somebody has worked on, where the import would write its own."""
    path = tmp_path / "out" / "desk.yaml"
    path.parent.mkdir()
    path.write_text(OURS, encoding="utf-8")
    return path


def without_new_lines(before, after):
    """Whether every line of ``before`` is still in ``after``, in order."""
    left = iter(after.splitlines())
    return [line for line in before.splitlines() if not any(line == other for other in left)] == []


def test_a_new_file_has_ids_and_a_check_in_and_is_read_at_once(imported):
    (file,) = imported(FIRST)
    team = read_team(str(file.path))
    assert [(k.id, k.owner) for k in team.objectives[0].key_results] == [("KR1", "Mina"), ("KR2", None)]
    assert team.check_ins[0].key_results["KR1"].comment == "new form"
    assert "{value: 41, confidence: 6, comment: new form}" in file.text


def test_the_same_import_twice_changes_nothing(imported):
    (first,) = imported(FIRST)
    written = first.path.read_bytes()
    (again,) = imported(FIRST)
    assert (again.changed, again.report.changes, again.report.remarks) == (False, [], [])
    assert first.path.read_bytes() == written
    assert [path.name for path in first.path.parent.iterdir()] == ["desk.yaml"]


def test_a_later_import_adds_a_check_in_and_keeps_a_backup(imported):
    (first,) = imported(FIRST)
    (later,) = imported(FIRST.replace("41,6", "47,5"), given=LATER)
    assert without_new_lines(first.text, later.text)
    team = read_team(str(later.path))
    assert [(c.date.day, c.key_results["KR1"].value) for c in team.check_ins] == [(16, 41), (23, 47)]
    assert (later.path.parent / "desk.yaml.bak").read_text(encoding="utf-8") == first.text
    (again,) = imported(FIRST.replace("41,6", "47,5"), given=LATER)
    assert not again.changed


def test_what_a_coach_wrote_stays_when_the_same_figures_come(imported, ours):
    (file,) = imported(FIRST)
    assert without_new_lines(OURS, file.text)
    assert file.report.changes == ["KR1: owner added", "check-in of 2026-11-16: KR2 added"]
    assert "      KR2: {value: 5, confidence: 7}\nsessions:" in file.text


def test_a_new_day_reaches_a_file_of_ours(imported, ours):
    (file,) = imported(FIRST.replace("9,2,5", "9,3,4"), given=LATER)
    team = read_team(str(ours))
    assert team.as_of == date(2026, 11, 23)
    calls = team.objectives[0].key_results[0]
    assert (calls.label, calls.owner, calls.target, calls.current) == ("lost calls", "T.", 2, 4)
    assert team.check_ins[-1].key_results["KR2"].target == 3  # it moved, and the first one is still known
    assert team.sessions[0].commitments[0].text == "stand by the door"
    assert file.text.startswith("# Desk: kept by Ana\n")
    assert all(comment in file.text for comment in ("# Q4", "# reads well"))
    (again,) = imported(FIRST.replace("9,2,5", "9,3,4"), given=LATER)
    assert not again.changed


def test_a_target_that_moved_is_told_once(imported):
    imported(FIRST)
    moved = FIRST.replace("9,2,5", "9,3,5")
    imported(moved, given=LATER)
    (file,) = imported(moved, given=Given("", GIVEN.cycle, date(2026, 11, 30)))
    check_ins = read_team(str(file.path)).check_ins
    assert [c.key_results["KR2"].target for c in check_ins] == [None, 3, None]
    assert [c.key_results["KR1"].target for c in check_ins] == [None, None, None]


def test_an_owner_in_our_file_stays_as_we_name_them(imported, ours):
    imported(FIRST.replace("Calls lost,,", "Calls lost,tom@example.org,"))
    assert [k.owner for k in read_team(str(ours)).objectives[0].key_results] == ["T.", "Mina"]


def test_what_vanished_is_told_and_not_taken_out(imported):
    imported(FIRST)
    (file,) = imported("\n".join(FIRST.splitlines()[:2]) + "\n", given=LATER)
    assert file.report.remarks == ["O1.KR2 (Calls lost) is not in the import; it stays as it is"]
    assert "Calls lost" in file.text


def test_new_goals_get_the_next_free_ids(imported):
    imported(FIRST)
    (file,) = imported(FIRST + "Desk,Calm starts,Third,,1,2,1,,\nDesk,Second goal,Fourth,,1,2,1,,\n")
    team = read_team(str(file.path))
    assert [(o.id, [k.id for k in o.key_results]) for o in team.objectives] == [
        ("O1", ["KR1", "KR2", "KR3"]),
        ("O2", ["KR4"]),
    ]
    assert file.report.changes[:2] == ["KR3: new key result, Third", "O2: new objective, Second goal"]
    assert sorted(team.check_ins[0].key_results) == ["KR1", "KR2", "KR3", "KR4"]


def test_an_id_finds_a_key_result_whose_title_changed(imported):
    header = "Team,Objective,Key Result ID,Key Result,Start,Target\n"
    imported(f"{header}Desk,Calm,a1,Quick replies,1,2\nDesk,Calm,a2,Calls,1,2\n")
    (file,) = imported(f"{header}Desk,Calm,a1,Replies within a day,1,2\nDesk,Calm,a2,Calls,1,2\n")
    assert file.report.changes == ["a1: title is now Replies within a day"]
    assert [k.id for k in read_team(str(file.path)).objectives[0].key_results] == ["a1", "a2"]


def test_the_same_id_in_two_objectives_is_named_in_full(team_of):
    header = "Team,Objective,Key Result ID,Key Result,Current\n"
    team = team_of(f"{header}Desk,Calm,1,Replies,1\nDesk,Quiet,1,Calls,2\n")
    assert list(team.check_ins[0].key_results) == ["O1.1", "O2.1"]


def test_figures_that_change_on_one_day_change_in_place(imported):
    imported(FIRST)
    (file,) = imported(FIRST.replace("41,6,new form", "42,6,newer form"))
    assert file.report.changes == [
        "check-in of 2026-11-16: KR1 value is now 42",
        "check-in of 2026-11-16: KR1 comment is now newer form",
    ]


def test_a_field_that_was_missing_is_added_and_a_wrong_start_mended(imported):
    imported(FIRST.replace("20,80", ",").replace("9,2", "8,2"))
    (file,) = imported(FIRST)
    assert file.report.changes == ["KR1: start added", "KR1: target added", "KR2: start is now 9"]


def test_one_check_in_becomes_a_list(imported, ours):
    ours.write_text(
        OURS[: OURS.index("check_ins:")] + "check_in:\n  date: 2026-11-16   # Monday\n  notes: By hand.\n",
        encoding="utf-8",
    )
    (file,) = imported(FIRST, given=LATER)
    assert [c.date.day for c in read_team(str(ours)).check_ins] == [16, 23]
    assert "- date: 2026-11-16   # Monday" in file.text


def test_confidence_joins_the_scale_of_the_file(imported, ours):
    ours.write_text(OURS.replace("confidence: 6", "confidence: 0.6"), encoding="utf-8")
    imported(FIRST, given=LATER)
    team = read_team(str(ours))
    assert [u.confidence for u in team.check_ins[-1].key_results.values()] == ["60%", "70%"]


def test_a_cycle_in_the_file_stays_and_the_difference_is_told(imported, ours):
    (file,) = imported(FIRST, given=Given("", {"start": date(2026, 10, 5), "end": date(2026, 12, 31)}, GIVEN.as_of))
    assert file.report.remarks == ["cycle start is 2026-10-01 here and 2026-10-05 in the import; it stays as it is"]


def test_line_ends_stay(imported, ours):
    ours.write_bytes(OURS.replace("\n", "\r\n").encode())
    imported(FIRST, given=LATER)
    raw = ours.read_bytes()
    assert raw.count(b"\r\n") == raw.count(b"\n")


def test_one_named_file_is_brought_up_to_date_whatever_it_is_called(imported, tmp_path):
    path = tmp_path / "anything.yaml"
    path.write_text(OURS, encoding="utf-8")
    (file,) = imported(FIRST, into=path, given=LATER)
    assert file.path == path
    with pytest.raises(InputError, match="the import holds 2: Desk, Other"):
        imported(FIRST + "Other,O,K,,1,2,1,,\n", into=path)


def test_teams_whose_names_make_one_file_name_get_two(imported):
    content = f"{HEAD}Desk 1,O,K,,1,2,1,,\nDesk-1,O,K,,1,2,1,,\nDesk 1.,O,L,,1,2,1,,\n"
    names = [file.path.name for file in imported(content)]
    assert names[0] == "desk-1.yaml"
    assert len({*names}) == 2
    assert [file.changed for file in imported(content)] == [False, False]


def test_nothing_is_written_when_one_team_cannot_be(imported, ours):
    ours.write_text("team: Desk\nobjectives: 3\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"desk\.yaml"):
        imported(f"{HEAD}Alpha,O,K,,1,2,1,,\n" + FIRST.removeprefix(HEAD))
    assert [path.name for path in ours.parent.iterdir()] == ["desk.yaml"]


def test_nothing_is_written_when_a_place_cannot_be(imported, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / ".desk.yaml.part").mkdir()
    with pytest.raises(InputError, match="cannot be written"):
        imported(f"{HEAD}Alpha,O,K,,1,2,1,,\n" + FIRST.removeprefix(HEAD))
    assert [path.name for path in out.iterdir()] == [".desk.yaml.part"]


def test_json_team_files_are_brought_up_to_date_too(imported, tmp_path):
    path = tmp_path / "desk.json"
    path.write_text(
        '{\n  "team": "Desk",\n  "cycle": {"start": "2026-10-01", "end": "2026-12-31"},\n  "objectives": [\n    {"title": "Calm starts", "key_results": []}\n  ]\n}\n',
        encoding="utf-8",
    )
    (file,) = imported(FIRST, into=path)
    team = read_team(str(path))
    assert [k.title for k in team.objectives[0].key_results] == ["Quick replies", "Calls lost"]
    assert file.text.startswith("{")

"""``questioner wrap-up``: answers, or a filled-in sheet, into the team file."""

import json
import shutil
from datetime import date

import pytest

from questioner.inputs import read_team

from ..systems import MODES
from .conftest import BEHIND, EXAMPLES

FOLLOW = EXAMPLES / "follow-through.json"
ON = "2026-08-31"
ANSWERS = [
    "1-3", "2", "3",  # asked, landed, to be dropped
    "What would our customers tell us?", "",
    "The release need not wait.", "", "", "",
    "rules have given what they had", "",
    "release in September with two banks", "",
    "ask for a date in writing", "Mirela", "Friday", "",
    "the second", "", "",
]  # fmt: skip


@pytest.fixture
def file(tmp_path):
    return shutil.copy(BEHIND, tmp_path / "team.yaml")


@pytest.fixture
def sheet(questioner, file):
    path = file.with_name("sheet.json")
    assert questioner("prepare", file, "--model", "bank", "-q", "-o", path).code == 0
    return path


def answered(questioner, *arguments, answers=ANSWERS, confirm="y"):
    return questioner("wrap-up", *arguments, stdin="\n".join([*answers, confirm]) + "\n")


def texts(sheet):
    data = json.loads(sheet.read_text(encoding="utf-8"))
    return [data["opening"]["question"]["text"], *(q["text"] for s in data["sections"] for q in s["questions"])]


def test_answers_become_a_session_at_the_end_of_the_file(questioner, file, sheet):
    before = file.read_text(encoding="utf-8")
    ran = answered(questioner, file, "--sheet", sheet)
    assert (ran.code, ran.out) == (0, "")
    assert file.read_text(encoding="utf-8").startswith(before)
    session = read_team(str(file)).sessions[-1]
    assert session.date == date(2026, 8, 31)
    assert session.summary == "The release need not wait."
    assert [(a.text, a.landed, a.drop, a.by) for a in session.asked] == [
        (texts(sheet)[0], None, False, "sheet"),
        (texts(sheet)[1], True, False, "sheet"),
        (texts(sheet)[2], None, True, "sheet"),
        ("What would our customers tell us?", None, False, "team"),
    ]
    assert [(c.text, c.who, c.due) for c in session.commitments] == [
        ("ask for a date in writing", "Mirela", date(2026, 9, 4))
    ]
    assert session.feedback.useful == "the second"
    assert sorted(path.name for path in file.parent.iterdir()) == ["sheet.json", "team.yaml", "team.yaml.bak"]


def test_what_was_taken_down_is_read_back_before_it_is_written(questioner, file, sheet):
    ran = answered(questioner, file, "--sheet", sheet, confirm="n")
    assert ran.code == 1
    assert "Will: ask for a date in writing (Mirela, by 2026-09-04)" in ran.err
    assert "Nothing is written. What you said is kept" in ran.err
    assert read_team(str(file)).sessions == ()
    assert answered(questioner, file, "--sheet", sheet, answers=[]).code == 0
    assert len(read_team(str(file)).sessions) == 1


@pytest.mark.parametrize("stop", range(len(ANSWERS)))
def test_it_can_be_stopped_anywhere_and_goes_on_from_there(stop, questioner, file, sheet):
    ran = questioner("wrap-up", file, "--sheet", sheet, stdin="".join(f"{a}\n" for a in ANSWERS[:stop]))
    assert ran.code == 130
    assert "the same command goes on from there" in ran.err
    assert answered(questioner, file, "--sheet", sheet, answers=ANSWERS[stop:]).code == 0
    whole = file.read_text(encoding="utf-8")
    shutil.copy(BEHIND, file)
    answered(questioner, file, "--sheet", sheet)
    assert file.read_text(encoding="utf-8") == whole


def test_an_answer_can_be_taken_back(questioner, file):
    answers = ["", "", "", "a wrong decision", "<", "a decision", "", "", "", "", ""]
    assert answered(questioner, file, "--date", ON, answers=answers).code == 0
    assert read_team(str(file)).sessions[-1].decisions == ("a decision",)


def test_answers_to_another_day_are_not_taken_over_unless_forgotten(questioner, file):
    questioner("wrap-up", file, "--date", ON, stdin="What next?\n")
    ran = questioner("wrap-up", file, "--date", "2026-09-07", stdin="\n")
    assert (ran.code, f"go on with --date {ON};" in ran.err, "--fresh" in ran.err) == (3, True, True)
    answers = ["", "", "", "decided", "", "", "", "", ""]
    assert answered(questioner, file, "--date", "2026-09-07", "--fresh", answers=answers).code == 0
    assert read_team(str(file)).sessions[-1].asked == ()


def test_answers_that_were_stopped_are_told_with_the_options_that_go_on(questioner, file, sheet):
    questioner("wrap-up", file, "--sheet", sheet, stdin="1\n")
    ran = questioner("wrap-up", file, "--date", "2026-09-07", stdin="\n")
    assert (ran.code, f"go on with --date {ON} --sheet {sheet};" in ran.err) == (3, True)
    assert questioner("wrap-up", file, "--date", ON, "--sheet", sheet, stdin="\n").code == 130


def test_answers_to_a_sheet_that_has_changed_are_not_taken_over(questioner, file, sheet):
    questioner("wrap-up", file, "--sheet", sheet, stdin="1\n")
    data = json.loads(sheet.read_text(encoding="utf-8"))
    data["opening"]["question"]["text"] = "What else?"
    sheet.write_text(json.dumps(data), encoding="utf-8")
    ran = questioner("wrap-up", file, "--sheet", sheet, stdin="\n")
    assert (ran.code, "that have changed since" in ran.err) == (3, True)


def test_the_last_answer_can_be_taken_back_before_it_is_written(questioner, file, sheet):
    ran = questioner(
        "wrap-up", file, "--sheet", sheet, stdin="\n".join([*ANSWERS, "<", "nothing at all", "what?", "y", ""])
    )
    assert ran.code == 0
    assert read_team(str(file)).sessions[-1].feedback.missing == "nothing at all"


def test_who_stops_at_the_last_prompt_is_told_that_the_answers_are_kept(questioner, file, sheet):
    ran = questioner("wrap-up", file, "--sheet", sheet, stdin="".join(f"{a}\n" for a in ANSWERS))
    assert (ran.code, "Stopped. What you said is kept" in ran.err) == (130, True)


def test_a_second_session_of_a_day_is_told_how_the_first_can_be_taken_down_anew(questioner, file, sheet):
    answered(questioner, file, "--sheet", sheet)
    ran = answered(questioner, file, "--sheet", sheet)
    assert (ran.code, f"put the version before it, {file}.bak, in the place of {file}" in ran.err) == (2, True)
    file.with_name("team.yaml.bak").unlink()
    ran = answered(questioner, file, "--sheet", sheet)
    assert (ran.code, "correct it there, or give another --date" in ran.err, "anew" in ran.err) == (2, True, False)


def test_it_goes_on_the_next_morning_with_the_day_it_began_with(questioner, file):
    questioner("wrap-up", file, "--date", ON, stdin="What next?\n")
    assert answered(questioner, file, answers=[""] * 8).code == 0
    assert read_team(str(file)).sessions[-1].date.isoformat() == ON


def test_a_file_that_cannot_be_changed_safely_is_left_alone_and_the_entry_can_be_printed(questioner, file):
    text = file.read_text(encoding="utf-8") + "sessions: &a\n  - date: 2026-08-03\n"
    file.write_text(text, encoding="utf-8")
    ran = answered(questioner, file, "--date", ON, answers=["", "", "", "decided", "", "", "", "", ""])
    assert (ran.code, "--dry-run prints the entry" in ran.err) == (3, True)
    assert file.read_text(encoding="utf-8") == text
    assert "decided" in questioner("wrap-up", file, "--dry-run", stdin="").out


@MODES
def test_the_draft_is_readable_by_its_owner_alone(questioner, file):
    questioner("wrap-up", file, "--date", ON, stdin="What next?\n")
    assert (file.parent / "team.yaml.wrap-up.json").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff", b"{}", b"[" * 100_000])
def test_a_draft_that_is_none_is_told_and_kept(content, questioner, file):
    path = file.parent / "team.yaml.wrap-up.json"
    path.write_bytes(content)
    ran = questioner("wrap-up", file, "--date", ON, stdin="\n")
    assert (ran.code, "is no draft of a wrap-up; delete it to begin anew" in ran.err) == (3, True)
    assert path.read_bytes() == content


def test_a_dry_run_prints_the_entry_and_writes_nothing(questioner, file, sheet):
    before = file.read_bytes()
    ran = answered(questioner, file, "--sheet", sheet, "--dry-run")
    assert (ran.code, ran.out.splitlines()[:2]) == (0, ["sessions:", "  - date: 2026-08-31"])
    assert file.read_bytes() == before


def test_where_nothing_is_said_nothing_is_written(questioner, file):
    before = file.read_bytes()
    ran = answered(questioner, file, "--date", ON, answers=[""] * 8)
    assert (ran.code, "nothing is written" in ran.err) == (1, True)
    assert file.read_bytes() == before


# --- a filled-in sheet ----------------------------------------------------------------------------------


def filled(page, heading, *lines):
    """The page with ``lines`` under one of its headings, where it has a bare bullet."""
    marks = [mark for mark in (f"**{heading}**\n\n", f"## {heading}\n\n") if mark in page]
    head, mark, rest = page.partition(*marks)
    first, _, tail = rest.partition("\n")
    assert first.rstrip() in {"-", "- [ ]"}
    return head + mark + "\n".join(f"{first.rstrip()} {line}" for line in lines) + "\n" + tail


@pytest.mark.parametrize("cut", ["coach", "room"])
def test_the_markdown_sheet_of_either_cut_makes_the_round_trip(cut, questioner, file):
    path = file.with_name("sheet.md")
    questioner("prepare", file, "--model", "bank", "-q", "--for", cut, "-o", path)
    page = path.read_text(encoding="utf-8")
    page = page.replace("- [ ] **1.**", "- [x] **1.**").replace("- [ ] **2.**", "- [+] **2.**")
    page = filled(page, "We heard", "The release need not wait.")
    page = filled(page, "What we see differently now", "rules have given what they had", "mornings matter")
    page = filled(page, "We decided", "release with two banks")
    page = filled(page, "We will (what, who, by when)", "ask for a date — Mirela — Friday", "try a third bank")
    page = filled(page, "Our own question", "What would our customers tell us?")
    path.write_text(page, encoding="utf-8")
    ran = questioner("wrap-up", file, "--from", path)
    assert (ran.code, ran.out) == (0, "")
    session = read_team(str(file)).sessions[-1]
    assert (session.date, session.summary) == (date(2026, 8, 31), "The release need not wait.")
    assert session.insights == ("rules have given what they had", "mornings matter")
    assert session.decisions == ("release with two banks",)
    assert [(c.text, c.who, c.due) for c in session.commitments] == [
        ("ask for a date", "Mirela", date(2026, 9, 4)),
        ("try a third bank", None, None),
    ]
    assert [(a.landed, a.by) for a in session.asked] == [(None, "sheet"), (True, "sheet"), (None, "team")]


def test_the_questions_that_a_team_writes_on_a_sheet_of_facts_are_its_own(questioner, file):
    path = file.with_name("sheet.md")
    questioner("prepare", file, "--model", "bank", "-q", "--help-level", "3", "-o", path)
    page = path.read_text(encoding="utf-8")
    places = page.count("**Our own question**\n\n-")
    for number in range(places):
        page = page.replace("**Our own question**\n\n-\n", f"**Our own question**\n\n- What of {number}?\n", 1)
    path.write_text(page, encoding="utf-8")
    assert questioner("wrap-up", file, "--from", path).code == 0
    asked = read_team(str(file)).sessions[-1].asked
    assert places > 1
    assert [(a.text, a.by) for a in asked] == [(f"What of {number}?", "team") for number in range(places)]


def test_earlier_promises_are_followed_on_the_coachs_sheet(questioner, tmp_path):
    file, path = shutil.copy(FOLLOW, tmp_path / "team.json"), tmp_path / "sheet.md"
    questioner("prepare", file, "--model", "bank", "-q", "-o", path)
    page = path.read_text(encoding="utf-8")
    assert "- [~] **C1.** ring the six volunteers who left in August — Halina — 2026-10-16\n" in page
    page = page.replace("- [~] **C1.**", "- [x] **C1.**").replace("- [ ] **C2.** plan", "- [-] **C2.** plan")
    path.write_text(page, encoding="utf-8")
    assert questioner("wrap-up", file, "--from", path).code == 0
    first, second = read_team(str(file)).sessions[1].commitments[:2]
    assert (first.status, first.closed, first.note) == ("done", date(2026, 10, 19), "four of six reached")
    assert (second.status, second.closed) == ("dropped", date(2026, 10, 19))


def test_the_page_for_the_room_names_no_promise_and_nobody(questioner):
    ran = questioner("prepare", FOLLOW, "--model", "bank", "-q", "--for", "room", "--format", "markdown")
    assert "Halina" not in ran.out
    assert "What became of earlier promises" not in ran.out


def test_the_same_sheet_is_not_taken_over_twice(questioner, file):
    path = file.with_name("sheet.md")
    questioner("prepare", file, "--model", "bank", "-q", "-o", path)
    path.write_text(path.read_text("utf-8").replace("- [ ] **1.**", "- [x] **1.**"), encoding="utf-8")
    assert questioner("wrap-up", file, "--from", path, "-q").err == ""
    once = file.read_bytes()
    ran = questioner("wrap-up", file, "--from", path)
    assert (ran.code, "holds a session of 2026-08-31 already" in ran.err) == (2, True)
    assert file.read_bytes() == once


# --- what is refused ------------------------------------------------------------------------------------


def test_an_empty_sheet_ends_in_three_and_a_sheet_without_a_day_in_two(questioner, file):
    path = file.with_name("sheet.md")
    questioner("prepare", file, "--model", "bank", "-q", "-o", path)
    ran = questioner("wrap-up", file, "--from", path)
    assert (ran.code, "nothing is filled in" in ran.err) == (3, True)
    path.write_text("# Bank Feeds\n\n**We decided**\n\n- yes\n", encoding="utf-8")
    ran = questioner("wrap-up", file, "--from", path)
    assert (ran.code, "add --date" in ran.err) == (2, True)
    assert questioner("wrap-up", file, "--from", path, "--date", ON).code == 0


@pytest.mark.parametrize("option", ["--sheet", "--from"])
def test_the_sheet_of_another_team_is_refused(option, questioner, file):
    path = file.with_name("sheet.json" if option == "--sheet" else "sheet.md")
    questioner("prepare", FOLLOW, "--model", "bank", "-q", "-o", path)
    ran = questioner("wrap-up", file, option, path, stdin="")
    assert (ran.code, "that sheet is for Night Line Volunteers" in ran.err) == (2, True)


@pytest.mark.parametrize("option", ["--sheet", "--from"])
@pytest.mark.parametrize("content", [None, b"\xff", b"[" * 100_000], ids=["missing", "not UTF-8", "deep"])
def test_a_sheet_that_cannot_be_read_is_a_sentence(content, option, questioner, file, tmp_path):
    path = tmp_path / "sheet"
    if content is not None:
        path.write_bytes(content)
    ran = questioner("wrap-up", file, option, path, stdin="")
    assert ran.code in {2, 3}
    assert ran.err.startswith(f"questioner: {path}: ")


def test_options_that_do_not_go_together_are_refused(questioner, file, sheet):
    assert questioner("wrap-up", file, "--sheet", sheet, "--from", sheet).code == 2
    assert questioner("wrap-up", "-").code == 2

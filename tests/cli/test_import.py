"""``questioner import`` as its user meets it: exit codes, what is asked for, and a sheet at the end."""

import subprocess
import sys

import pytest

import questioner.cli.import_
from questioner.inputs import read_team

from .conftest import ESCAPE

BURNING = "Team,Objective,Progress,Corporate Objective,Key Result,Description,Start,End,Actual,Unit\n"
EXPORT = f"{BURNING}Checkout,Pay at ease,40,,Drop-outs at the till,,38,20,30,%\nDesk,Calm starts,10,,Quick replies,,20,80,41,%\n"
CYCLE = ("--cycle-start", "2026-10-01", "--cycle-end", "2026-12-31")
DATED = (*CYCLE, "--as-of", "2026-11-16")
OWN = "Squad,Objective,Key Result,From,To,Mood\nDesk,Calm starts,Quick replies,20,80,good\n"
PAGE = "Team: Desk\nCycle: 2026-10-01 to 2026-12-31\nAs of: 2026-11-16\nObjective: Calm starts\nKR: Replies from 20% to 80%, now 41%\nHello.\n"


@pytest.fixture
def export(tmp_path, monkeypatch):
    """Write a file into an empty folder that is the working one; return its name."""
    monkeypatch.chdir(tmp_path)

    def write(content=EXPORT, name="okr.csv"):
        (tmp_path / name).write_text(content, encoding="utf-8")
        return name

    return write


@pytest.fixture
def at_a_terminal(monkeypatch):
    """Let the command believe that somebody sits there."""
    monkeypatch.setattr(questioner.cli.import_.Choices, "asks", True)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_from_an_export_to_a_sheet(questioner, export, tmp_path):
    ran = questioner("import", export(), *DATED, "--cycle-name", "2026-Q4")
    assert (ran.code, ran.out.splitlines()) == (0, ["checkout.yaml", "desk.yaml"])
    assert "The header is that of BurningOKR." in ran.err
    assert "Next: questioner prepare checkout.yaml" in ran.err
    sheet = questioner("prepare", "checkout.yaml", "--model", "bank", "--as-of", "2026-11-16", "-q")
    assert sheet.code == 0
    assert "Drop-outs at the till" in sheet.out
    assert read_team("desk.yaml").cycle.name == "2026-Q4"


def test_from_a_page_to_a_sheet(questioner, export):
    ran = questioner("import", export(PAGE, "page.md"))
    assert (ran.code, ran.out) == (0, "desk.yaml\n")
    assert "page.md:6: not understood, and left out: Hello." in ran.err
    assert questioner("prepare", "desk.yaml", "--model", "bank", "-q").code == 0


def test_what_the_file_does_not_say_is_asked_for_by_name_all_at_once(questioner, export, tmp_path):
    ran = questioner("import", export())
    assert (ran.code, ran.out) == (2, "")
    assert "say it here: --cycle-start DATE, --cycle-end DATE, --as-of DATE" in ran.err
    assert names(tmp_path) == ["okr.csv"]


def test_somebody_at_the_terminal_is_asked(questioner, export, at_a_terminal):
    content = "Objective,Key Result,Current\nCalm starts,Quick replies,41\n"
    ran = questioner("import", export(content), stdin="y\nDesk\n2026-10-01\nnever\n2026-12-31\n2026-11-16\n")
    assert ran.code == 0
    assert "'never' is not a date" in ran.err
    team = read_team("desk.yaml")
    assert (str(team.cycle.start), str(team.cycle.end), str(team.check_ins[0].date)) == (
        "2026-10-01",
        "2026-12-31",
        "2026-11-16",
    )


def test_a_proposed_mapping_is_shown_and_nothing_is_done_before_somebody_agrees(
    questioner, export, tmp_path, at_a_terminal
):
    ran = questioner("import", export(OWN), *DATED, stdin="n\n")
    assert (ran.code, ran.out) == (2, "")
    assert "  From        start\n  To          target\n  Mood        not read\n" in ran.err
    assert names(tmp_path) == ["okr.csv"]


def test_nobody_there_to_agree_is_told_how(questioner, export, tmp_path):
    ran = questioner("import", export(OWN), *DATED)
    assert ran.code == 2
    assert "Agree with --yes" in ran.err
    assert names(tmp_path) == ["okr.csv"]


def test_a_mapping_is_kept_beside_the_file_and_read_the_next_time(questioner, export, tmp_path):
    assert questioner("import", export(OWN), *DATED, "--yes").code == 0
    assert names(tmp_path) == ["desk.yaml", "okr.csv", "okr.csv.map"]
    kept = (tmp_path / "okr.csv.map").read_text(encoding="utf-8")
    assert "  From: start\n" in kept
    (tmp_path / "okr.csv.map").write_text(
        kept.replace("Mood: null", "Mood: status") + "cycle: {name: 2026-Q4}\n", encoding="utf-8"
    )
    ran = questioner("import", "okr.csv", "--as-of", "2026-11-16", "--out", "new", *CYCLE)
    assert ran.code == 0
    assert "Reading the columns as okr.csv.map says." in ran.err
    team = read_team("new/desk.yaml")
    assert (team.check_ins[0].key_results["KR1"].status, team.cycle.name) == ("good", "2026-Q4")


def test_a_dry_run_keeps_a_mapping_only_where_it_is_told_to(questioner, export, tmp_path):
    assert questioner("import", export(OWN), *DATED, "--yes", "--dry-run").code == 0
    assert names(tmp_path) == ["okr.csv"]
    assert questioner("import", "okr.csv", *DATED, "--yes", "--dry-run", "--map", "own.map").code == 0
    assert names(tmp_path) == ["okr.csv", "own.map"]


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ("columns: {Nope: target}\n", "okr.map:1: Nope: is no column of okr.csv; it has Squad"),
        ("columns: {From: beginning}\n", "okr.map:1: columns.From: saw the text 'beginning'"),
        ("columns: {From: start}\nmore: 1\n", "okr.map:2: more: saw 1"),
        ("[1]", "okr.map"),
    ],
)
def test_a_mapping_that_does_not_fit_is_told_with_its_line(mapping, said, questioner, export):
    export(mapping, "okr.map")
    ran = questioner("import", export(OWN), *DATED, "--map", "okr.map")
    assert (ran.code, ran.out) == (3, "")
    assert said in ran.err


def test_of_a_wide_table_that_cannot_be_read_the_first_columns_are_named(questioner, export):
    ran = questioner("import", export(",".join(f"c{n}" for n in range(40)) + "\n" + "1," * 39 + "1\n"), *DATED, "--yes")
    assert "Columns: c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11 and 28 more" in ran.err


def test_a_table_of_ones_own_words_is_proposed_to_be_read_so(questioner, export):
    ran = questioner("import", export("team,goal,measure,now,aim\nOven,Bread,Loaves sold,3,9\n"), *DATED)
    assert "measure  key_result" in ran.err
    assert "aim      target" in ran.err


def test_a_header_without_objectives_asks_for_a_mapping(questioner, export):
    ran = questioner("import", export("Was,Wie,Key Result\na,b,c\n"), *DATED, "--yes")
    assert ran.code == 3
    assert "no column is known to hold objectives" in ran.err


def test_a_dry_run_prints_what_would_be_written_and_writes_nothing(questioner, export, tmp_path):
    ran = questioner("import", export(), *DATED, "--dry-run")
    assert ran.code == 0
    assert ran.out.startswith("team: Checkout\n")
    assert names(tmp_path) == ["okr.csv"]
    questioner("import", "okr.csv", *DATED)
    before = (tmp_path / "desk.yaml").read_bytes()
    ran = questioner("import", "okr.csv", "--as-of", "2026-11-23", "--dry-run")
    assert "+  - date: 2026-11-23\n" in ran.out
    assert "desk.yaml: Desk, would be brought up to date." in ran.err
    assert (tmp_path / "desk.yaml").read_bytes() == before


def test_the_same_import_twice_prints_no_name(questioner, export):
    questioner("import", export(), *DATED)
    ran = questioner("import", "okr.csv", *DATED)
    assert (ran.code, ran.out) == (0, "")
    assert "desk.yaml: Desk, nothing to change." in ran.err


def test_every_wrong_cell_is_told_with_file_row_and_column_and_nothing_is_written(questioner, export, tmp_path):
    ran = questioner("import", export(EXPORT.replace("38,20", "about 38,soon").replace("20,80", "1.234,80")), *DATED)
    assert (ran.code, ran.out) == (3, "")
    assert "questioner: okr.csv:2: Start: saw 'about 38'; write one number, with its unit after it\n" in ran.err
    assert (
        "questioner: okr.csv:3: Start: saw '1.234', which may be 1.234 or 1234; say so with --decimal point or comma\n"
        in ran.err
    )
    assert names(tmp_path) == ["okr.csv"]
    ran = questioner("import", export(EXPORT.replace("20,80", "1.234,80")), *DATED, "--decimal", "comma", "-q")
    assert ran.err == ""
    assert read_team("desk.yaml").objectives[0].key_results[0].start == 1234


def test_a_great_many_problems_are_counted(questioner, export):
    ran = questioner("import", export(BURNING + "A,O,1,,K,,about 3,4,5,\n" * 80), *DATED)
    assert ran.code == 3
    assert ran.err.rstrip().endswith("and 30 more problems")


def test_notes_come_from_a_second_file(questioner, export):
    export("# Monday\n\n- We wait for {{7*7}}.\n", "notes.md")
    one = EXPORT[: EXPORT.index("Desk")]
    assert questioner("import", export(one), *DATED, "--check-in", "notes.md").code == 0
    assert read_team("checkout.yaml").check_ins[0].notes == "Monday\nWe wait for {{7*7}}."
    assert questioner("import", "okr.csv", *DATED, "--check-in", "notes.md").out == ""
    ran = questioner("import", export(), *DATED, "--check-in", "notes.md")
    assert ran.code == 2
    assert "the import holds several teams" in ran.err


def test_notes_without_a_day_ask_for_one(questioner, export):
    export("We wait.\n", "notes.md")
    ran = questioner("import", export("Team,Objective\nDesk,Calm\n"), *CYCLE, "--yes", "--check-in", "notes.md")
    assert ran.code == 2
    assert "--as-of DATE" in ran.err


def test_standard_input_is_a_table_a_page_or_json(questioner, export, tmp_path):
    export()
    assert questioner("import", "-", *DATED, stdin=EXPORT).out == "checkout.yaml\ndesk.yaml\n"
    assert questioner("import", "-", "--out", "page", stdin=PAGE).out.strip().endswith("desk.yaml")
    assert questioner("import", "-", *DATED, "--out", "own", "--yes", stdin=OWN).code == 0
    assert "<stdin>: is empty" in questioner("import", "-", stdin="").err
    assert "okr.csv.map" not in names(tmp_path)


def test_words_of_a_file_cannot_steer_the_terminal(questioner, export):
    ran = questioner(
        "import", export(PAGE.replace("Hello.", f"{ESCAPE}[2J{ESCAPE}]0;x\x07 hi"), "page.md"), "--dry-run"
    )
    assert ran.code == 0
    assert ESCAPE not in ran.err + ran.out


def test_a_file_that_is_a_team_file_is_sent_on(questioner, export):
    questioner("import", export(PAGE, "page.md"))
    ran = questioner("import", "desk.yaml")
    assert ran.code == 3
    assert "questioner prepare desk.yaml reads it" in ran.err


def test_of_several_teams_one_can_be_chosen(questioner, export):
    assert questioner("import", export(), *DATED, "--team", "desk").out == "desk.yaml\n"
    ran = questioner("import", "okr.csv", *DATED, "--team", "Kitchen")
    assert (ran.code, ran.out) == (2, "")
    assert "--team Kitchen: okr.csv holds no such team; it holds Checkout, Desk" in ran.err


def test_one_named_file_is_brought_up_to_date_and_another_teams_is_not(questioner, export):
    questioner("import", export(PAGE, "page.md"))
    ran = questioner("import", export(), "--as-of", "2026-11-23", "--into", "desk.yaml")
    assert (ran.code, ran.out) == (0, "desk.yaml\n")
    nameless = export("Objective: Calm starts\nKR: Replies from 20% to 80%, now 51%\n", "more.md")
    assert questioner("import", nameless, "--as-of", "2026-11-30", "--into", "desk.yaml").code == 0
    assert [c.date.day for c in read_team("desk.yaml").check_ins] == [16, 23, 30]
    ran = questioner("import", "okr.csv", "--as-of", "2026-11-23", "--team", "Checkout", "--into", "desk.yaml")
    assert ran.code == 3
    assert "is the file of Desk, and has no goal of Checkout" in ran.err


def test_days_of_key_results_that_differ_give_way_to_the_cycle_that_is_said(questioner, export):
    content = "Team,Objective,Key Result,Due Date\nDesk,Calm,Replies,2026-11-30\nDesk,Calm,Calls,2026-12-15\n"
    ran = questioner("import", export(content), "--yes", "--cycle-start", "2026-10-01")
    assert ran.code == 3
    assert "okr.csv:3: saw cycle end 2026-12-15, and 2026-11-30 above; give the team's own with --cycle-end" in ran.err
    assert questioner("import", "okr.csv", *CYCLE).code == 0
    assert str(read_team("desk.yaml").cycle.end) == "2026-12-31"


def test_a_table_of_text_loads_no_library_of_other_formats(export):
    script = "import sys; from questioner.cli import run; code = run(sys.argv[1:]); print(code, sorted({n.partition('.')[0] for n in sys.modules}))"
    command = [sys.executable, "-c", script, "import", export(), *DATED, "--dry-run", "-q"]
    ran = subprocess.run(command, capture_output=True, check=True, text=True)
    *_, last = ran.stdout.splitlines()
    assert last.startswith("0 ")
    assert "'yaml'" in last
    assert not [name for name in ("openpyxl", "docx", "openai", "jinja2") if f"'{name}'" in last]

"""``questioner prepare``: what goes where, in which form, and what is refused."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from questioner.session import Pillar, SessionKind

from .conftest import BEHIND, ESCAPE, FILES

KINDS = [kind.value for kind in SessionKind]
FIELDS = {
    *("schema_version", "team", "as_of", "session", "minutes", "model", "prompt_sha256", "templates_sha256"),
    *("rules_version", "score", "facts", "notes", "opening", "sections", "reserve", "left_out", "close", "rejected"),
    *("warnings", "usage", "elapsed", "key_results"),
}


def bank(questioner, *arguments, **options):
    return questioner("prepare", *arguments, "--model", "bank", **options)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_example_has_a_sheet_of_every_kind_in_every_form(path, kind, questioner):
    data = bank(questioner, path, "--session", kind, "--format", "json", "--quiet")
    assert (data.code, data.err) == (0, "")
    sheet = json.loads(data.out)
    texts = [sheet["opening"]["question"]["text"], *(q["text"] for s in sheet["sections"] for q in s["questions"])]
    assert sheet["session"] == kind
    assert len(texts) >= 2
    for form in ("text", "markdown"):
        ran = bank(questioner, path, "--session", kind, "--format", form, "--quiet")
        assert (ran.code, ran.err) == (0, "")
        page = " ".join(ran.out.replace("\\", "").split())
        assert page.startswith(("# " if form == "markdown" else "") + sheet["team"])
        assert [text for text in texts if text not in page] == []
        assert ESCAPE not in ran.out


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_text_sheet_keeps_to_eighty_columns(path, questioner):
    for cut in ("coach", "room"):
        page = bank(questioner, path, "--for", cut, "--why", "full", "--show-rejected", "--quiet").out
        assert [line for line in page.splitlines() if len(line) > 80] == []


def test_the_json_has_the_fields_that_are_relied_on(questioner):
    sheet = json.loads(bank(questioner, BEHIND, "--format", "json").out)
    assert sheet.keys() >= FIELDS
    assert sheet["score"].keys() >= {"total", "craft", "ground", "fit", "shape", "losses"}
    assert sheet["facts"][0].keys() >= {"id", "signal", "about", "text", "figures", "rank"}
    question = sheet["sections"][0]["questions"][0]
    assert question.keys() >= {"id", "text", "pillar", "about", "facts", "reason", "cue", "source", "findings"}
    assert question["source"] == sheet["model"] == "bank"
    assert sheet["close"].keys() >= {"heard", "decided", "will"}
    assert sheet["usage"] == {"requests": 0, "input_tokens": 0, "cached_tokens": 0, "output_tokens": 0}
    assert {section["pillar"] for section in sheet["sections"]} <= set(Pillar)


def test_the_same_input_gives_the_same_sheet(questioner):
    assert len({bank(questioner, BEHIND, "--format", "json").out for _ in range(3)}) == 1


def test_the_sheet_is_all_of_the_output_and_talk_goes_elsewhere(questioner):
    ran = questioner("prepare", BEHIND)
    assert ran.code == 0
    assert "built-in bank" in ran.err
    assert "as of 2026-08-31" in ran.err
    quiet = questioner("prepare", BEHIND, "--quiet")
    assert (quiet.out, quiet.err) == (ran.out, "")


def test_a_team_on_standard_input_is_the_same_team(questioner):
    text = Path(BEHIND).read_text(encoding="utf-8")
    assert bank(questioner, "-", stdin=text).out == bank(questioner, BEHIND).out


# --- output ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "form"),
    [("s.md", "markdown"), ("s.MARKDOWN", "markdown"), ("s.json", "json"), ("s.txt", "text"), ("sheet", "text")],
)
def test_the_suffix_of_the_output_names_its_form(name, form, questioner, tmp_path):
    ran = bank(questioner, BEHIND, "-o", tmp_path / name, "--quiet")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (tmp_path / name).read_text(encoding="utf-8") == bank(questioner, BEHIND, "--format", form).out
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_form_that_is_asked_for_stands_above_the_suffix(questioner, tmp_path):
    bank(questioner, BEHIND, "-o", tmp_path / "sheet.txt", "--format", "json")
    assert json.loads((tmp_path / "sheet.txt").read_text(encoding="utf-8"))["team"]


def test_an_output_is_written_aside_first_so_that_a_fault_leaves_the_old_one_whole(questioner, tmp_path, monkeypatch):
    target = tmp_path / "sheet.md"
    target.write_text("the old one", encoding="utf-8")

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fdopen", full)
    ran = bank(questioner, BEHIND, "-o", target, "--quiet")
    assert (ran.code, ran.err) == (3, f"questioner: {target}: cannot be written: No space left on device\n")
    assert target.read_text(encoding="utf-8") == "the old one"


@pytest.mark.parametrize("place", ["none/sheet.md", ".", "", "folder"])
def test_an_output_that_cannot_be_written_ends_in_three_and_leaves_nothing(place, questioner, tmp_path, monkeypatch):
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    ran = bank(questioner, BEHIND, "-o", place, "--quiet")
    assert (ran.code, ran.out) == (3, "")
    assert "cannot be written" in ran.err
    assert [path.name for path in tmp_path.rglob("*")] == ["folder"]


# --- colour ---------------------------------------------------------------------------------------------


def test_colour_is_for_terminals_and_for_who_asks_for_it(questioner, monkeypatch, tmp_path):
    plain = bank(questioner, BEHIND).out
    assert ESCAPE not in plain
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = bank(questioner, BEHIND).out
    assert ESCAPE in coloured
    for form in ("markdown", "json"):
        assert ESCAPE not in bank(questioner, BEHIND, "--format", form).out
    bank(questioner, BEHIND, "-o", tmp_path / "sheet.txt")
    assert (tmp_path / "sheet.txt").read_text(encoding="utf-8") == plain
    monkeypatch.setenv("NO_COLOR", "1")
    assert bank(questioner, BEHIND).out == plain


@pytest.mark.parametrize(
    "words",
    [r"Harbour [bold red]Library[/]", "Harbour \\", "[Harbour] [link=x]L[/link]", r"A \[b] \\[b]", "Harbour \\\\"],
)
def test_brackets_and_backslashes_of_the_team_read_the_same_in_colour(words, questioner, team_file, monkeypatch):
    path = team_file(f"vision: '{words}'\n")
    path.write_text(path.read_text(encoding="utf-8").replace("Harbour Library", f"'{words}'"), encoding="utf-8")
    plain = bank(questioner, path).out
    lines = plain.splitlines()
    assert (lines[0], lines[2]) == (words, words)
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = bank(questioner, path).out
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


# --- choices --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--nonsense"], "--nonsense"),
        (["--session", "party"], "party"),
        (["--format", "html5"], "html5"),
        (["--focus", "O9.KR9"], "--focus O9.KR9"),
        (["--focus", "intent", "--focus", "zeal"], "--focus zeal"),
        (["--minutes", "5"], "15 to 240"),
        (["--minutes", "999"], "15 to 240"),
        (["--minutes", "soon"], "soon"),
        (["--people", "0"], "--people"),
        (["--as-of", "16/11/2026"], "year-month-day"),
        (["--send", "all"], "--send"),
        (["--timeout", "0"], "--timeout"),
        (["--drop", "3"], "go together"),
        (["--again", "sheet.json"], "go together"),
    ],
)
def test_what_cannot_be_asked_for_ends_in_two_and_names_the_option(options, said, questioner):
    ran = bank(questioner, BEHIND, *options, "--quiet")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_no_file_and_an_unknown_command_end_in_two(questioner):
    assert questioner("prepare").code == 2
    ran = questioner("prepair")
    assert ran.code == 2
    assert "prepair" in ran.err


def test_a_file_that_cannot_be_used_ends_in_three_with_a_line_a_problem(questioner, team_file):
    path = team_file("goal: x\npeople: 0\n")
    ran = bank(questioner, path)
    assert (ran.code, ran.out) == (3, "")
    assert [line.split(": ")[:3] for line in ran.err.splitlines()] == [
        ["questioner", f"{path}:10", "goal"],
        ["questioner", f"{path}:11", "people"],
    ]


def test_a_missing_file_and_a_missing_list_of_names_end_in_three(questioner, tmp_path):
    for arguments in ([tmp_path / "none.yaml"], [BEHIND, "--names", tmp_path / "none.txt"]):
        ran = bank(questioner, *arguments, "--quiet")
        assert (ran.code, ran.out) == (3, "")
        assert "none" in ran.err


def test_focus_gives_a_key_result_one_more_question(questioner):
    def about(*options):
        sheet = json.loads(bank(questioner, BEHIND, "--session", "check-in", "--format", "json", *options).out)
        return sum(len(section["questions"]) for section in sheet["sections"])

    assert about("--focus", "mindset") == about() + 1


def test_an_option_for_people_stands_above_the_file(questioner, tmp_path):
    path = tmp_path / "many.yaml"
    rest = [line for line in Path(BEHIND).read_text(encoding="utf-8").splitlines() if not line.startswith("people:")]
    path.write_text("\n".join([*rest, "people: 20"]), encoding="utf-8")

    def questions(*options):
        sheet = json.loads(bank(questioner, path, "--session", "workshop", "--format", "json", *options).out)
        return sum(len(section["questions"]) for section in sheet["sections"])

    assert questions("--people", "4") == questions() + 1


def test_reasons_are_left_out_or_told_in_full_as_asked(questioner):
    pages = {why: bank(questioner, BEHIND, "--why", why).out for why in ("none", "short", "full")}
    assert "Why: " not in pages["none"]
    assert pages["short"].count("Why: ") == pages["full"].count("Why: ") > 2
    assert len(pages["full"]) > len(pages["short"])


# --- the day --------------------------------------------------------------------------------------------


def test_the_day_is_the_option_or_the_file_or_today(questioner, team_file):
    yesterday = date.today() - timedelta(days=1)
    path = team_file(as_of=yesterday)

    def day(*options):
        return json.loads(bank(questioner, path, "--format", "json", *options).out)["as_of"]

    assert day() == str(yesterday)
    assert day("--as-of", "today") == str(date.today())
    assert day("--as-of", str(yesterday - timedelta(days=3))) == str(yesterday - timedelta(days=3))
    path.write_text(path.read_text(encoding="utf-8").replace(f"as_of: {yesterday}\n", ""), encoding="utf-8")
    assert day() == str(date.today())


def test_an_old_day_is_said_and_a_recent_one_is_not(questioner, team_file):
    old = team_file(as_of=date.today() - timedelta(days=9), name="old.yaml")
    recent = team_file(as_of=date.today() - timedelta(days=6), name="recent.yaml")
    slow = team_file("cadence_days: 14\n", as_of=date.today() - timedelta(days=9), name="slow.yaml")
    assert "9 days ago" in bank(questioner, old).err
    assert bank(questioner, old, "--quiet").err == ""
    assert bank(questioner, recent).err == ""
    assert bank(questioner, slow).err == ""
    assert bank(questioner, old, "--as-of", "today").err == ""


# --- templates ------------------------------------------------------------------------------------------


def test_an_own_template_is_used_and_a_broken_one_ends_in_three_with_its_line(questioner, tmp_path):
    (tmp_path / "sheets").mkdir()
    own = tmp_path / "sheets" / "markdown.j2"
    own.write_text("Team {{ sheet.team }}\n", encoding="utf-8")
    assert bank(questioner, BEHIND, "--templates", tmp_path, "--format", "markdown").out == "Team Bank Feeds\n"
    own.write_text("one\n\n{{ sheet.teem }}\n", encoding="utf-8")
    ran = bank(questioner, BEHIND, "--templates", tmp_path, "--format", "markdown", "--quiet")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith(f"questioner: {own}:3: ")
    assert bank(questioner, BEHIND, "--templates", tmp_path / "none").code == 3


def test_a_hostile_name_is_printed_as_it_stands(questioner, team_file):
    path = team_file()
    text = path.read_text(encoding="utf-8").replace("Harbour Library", "'{{ 7 * 7 }}{% raise %}'")
    path.write_text(text, encoding="utf-8")
    assert bank(questioner, path).out.startswith("{{ 7 * 7 }}{% raise %}\n")
    assert bank(questioner, path, "--format", "markdown").out.startswith("# {{ 7 \\* 7 }}{% raise %}\n")


def test_the_team_file_is_never_written_over(tmp_path, questioner):
    file = tmp_path / "team.yaml"
    file.write_bytes(Path(BEHIND).read_bytes())
    assert bank(questioner, str(file), "--format", "text", "-o", str(file)).code == 2
    assert file.read_bytes() == Path(BEHIND).read_bytes()


def test_an_output_whose_ending_means_nothing_is_refused(tmp_path, questioner):
    assert bank(questioner, BEHIND, "-o", str(tmp_path / "x.odt")).code == 2
    assert not (tmp_path / "x.odt").exists()

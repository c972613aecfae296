"""``questioner review``: what comes in, what comes out, and what the exit code says."""

import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import CliRunner

from questioner.cli import cli
from questioner.errors import UsageError
from questioner.review import RULES, in_context

PROGRAM = [sys.executable, "-c", "from questioner.cli import main; main()"]
ROOT = Path(__file__).parent.parent.parent
MIXED = "Have you considered hiring a tester?\n\n- [ ] What does 22% tell you about activation?\n2. How are we doing?\n"


def review(text: str, *options: str):
    return CliRunner().invoke(cli, ["review", "-", *options], input=text, standalone_mode=False)


def lines(text: str, *options: str) -> list[dict]:
    return [json.loads(line) for line in review(text, "--format", "jsonl", *options).stdout.splitlines()]


def test_each_line_that_is_not_blank_is_one_item_without_its_list_marker():
    found = lines(MIXED)
    assert [(item["line"], item["text"]) for item in found] == [
        (1, "Have you considered hiring a tester?"),
        (3, "What does 22% tell you about activation?"),
        (4, "How are we doing?"),
    ]


def test_a_line_of_jsonl_holds_what_is_promised_in_its_order():
    (item,) = lines("Have you considered hiring a tester?\n")
    assert list(item) == ["line", "text", "accepted", "labels", "findings", "file"]
    assert (item["accepted"], item["labels"]) == (False, ["advice", "closed"])
    assert list(item["findings"][0]) == ["code", "label", "severity", "message", "start", "end", "instead"]


@pytest.fixture
def two_files(tmp_path, monkeypatch):
    """Two files, each with a question that is rejected, in the working folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Have you considered hiring a tester?\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("# Ours\n\n- Have you considered hiring a tester?\n", encoding="utf-8")
    return ["a.txt", "b.md"]


@pytest.mark.parametrize(
    ("form", "places"),
    [
        ("text", ["a.txt:1: ", "b.md:3: "]),
        ("github", ["file=a.txt,line=1,", "file=b.md,line=3,"]),
        ("junit", ['classname="a.txt" name="1: ', 'classname="b.md" name="3: ']),
        ("sarif", ['"uri": "a.txt"', '"uri": "b.md"']),
        ("jsonl", ['"file": "a.txt"', '"file": "b.md"']),
    ],
)
def test_a_finding_in_one_of_several_files_stands_with_its_own_file_and_line(form, places, two_files, questioner):
    ran = questioner("review", *two_files, "--format", form)
    assert ran.code == 1
    assert [place for place in places if place not in ran.out] == []


def test_several_files_are_one_report_and_one_list(two_files, questioner, team_file):
    assert "2 read: 0 accepted (0 with a warning), 2 rejected." in questioner("review", *two_files).out
    assert "DUP901" in questioner("review", *two_files, "--team", team_file()).out


def test_the_exit_code_says_whether_a_question_was_rejected():
    assert review(MIXED).return_value == 1
    assert review("What does 22% tell you about activation?\n").return_value == 0
    assert review("").return_value == 0


def test_text_underlines_what_it_objects_to():
    told = review("Have you considered hiring a tester?\n").stdout.splitlines()
    assert told[0] == "-:1: Have you considered hiring a tester?"
    assert told[1] == "     ~~~~~~~~~~~~~~~~~~~~"
    assert told[2].startswith("    rejected ADV102 (advice): ")
    assert told[-1] == "1 read: 0 accepted (0 with a warning), 1 rejected."


def test_codes_and_families_can_be_selected_and_ignored():
    text = "Have you considered hiring a tester?\n"
    assert {f["code"] for f in lines(text, "--select", "CLO")[0]["findings"]} == {"CLO301"}
    assert {f["code"] for f in lines(text, "--ignore", "adv102")[0]["findings"]} == {"CLO301"}
    assert lines(text, "--ignore", "ADV,CLO")[0]["accepted"]


def test_a_finding_is_put_up_with_at_the_end_of_its_line():
    text = "Have you considered hiring a tester? <!-- questioner: ignore ADV102, CLO301 their own idea -->\n"
    (item,) = lines(text)
    assert (item["text"], item["accepted"]) == ("Have you considered hiring a tester?", True)


def test_a_suppression_that_suppresses_nothing_is_reported():
    result = review("What does 22% tell you? <!-- questioner: ignore ADV102 old -->\n")
    assert "-:1: nothing to ignore for ADV102" in result.stderr


def test_strict_lets_doubt_reject():
    doubtful = next(rule for rule in RULES if rule.code == "LED209").rejects[0]
    codes = {f["code"]: f["severity"] for f in lines(doubtful + "\n")[0]["findings"]}
    strict = {f["code"]: f["severity"] for f in lines(doubtful + "\n", "--strict")[0]["findings"]}
    assert (codes["LED209"], strict["LED209"]) == ("warn", "reject")


def test_what_only_a_team_can_settle_warns_without_one():
    jargon = "How do the synergies of activation look from where you sit?\n"
    assert lines(jargon)[0]["accepted"]
    assert lines(jargon)[0]["labels"] == ["unclear"]


def test_headings_and_rules_of_a_markdown_list_are_no_questions(tmp_path):
    file = tmp_path / "mine.md"
    file.write_text("# Mine\n\n- What does 22% tell you?\n\n---\n", encoding="utf-8")
    result = CliRunner().invoke(cli, ["review", str(file), "--format", "jsonl"], standalone_mode=False)
    assert [json.loads(line)["line"] for line in result.stdout.splitlines()] == [3]


@pytest.fixture(scope="module")
def sheet(tmp_path_factory):
    from questioner.cli import run

    folder = tmp_path_factory.mktemp("sheet")
    for name in ("sheet.md", "sheet.json"):
        assert (
            run(["prepare", str(ROOT / "examples/behind.yaml"), "--model", "bank", "-q", "-o", str(folder / name)]) == 0
        )
    return folder


def reviewed(path: Path, *options: str) -> list[dict]:
    result = CliRunner().invoke(cli, ["review", str(path), "--format", "jsonl", *options], standalone_mode=False)
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_of_a_sheet_the_questions_are_reviewed_and_nothing_else(sheet):
    data = json.loads((sheet / "sheet.json").read_text(encoding="utf-8"))
    questions = [data["opening"]["question"], *(q for s in data["sections"] for q in s["questions"]), *data["reserve"]]
    texts = [question["text"] for question in questions]
    assert [item["text"] for item in reviewed(sheet / "sheet.json")] == texts
    assert [item["text"] for item in reviewed(sheet / "sheet.md")] == texts
    filled = (sheet / "sheet.md").read_text(encoding="utf-8").replace("- [ ] **2.**", "- [+] **2.**")
    (sheet / "filled.md").write_text(filled.replace("- [ ] **3.**", "- [-] **3.**"), encoding="utf-8")
    assert [item["text"] for item in reviewed(sheet / "filled.md")] == texts


def test_a_sheet_of_ours_passes_with_its_team(sheet):
    found = reviewed(sheet / "sheet.json", "--team", str(ROOT / "examples/behind.yaml"))
    assert all(item["accepted"] for item in found), [item for item in found if not item["accepted"]]


def test_a_team_adds_grounding_and_repeated_questions():
    text = "What does 99% tell you about time to first balance?\nWhat does 99% tell you about time to first balance?\n"
    first, second = lines(text, "--team", str(ROOT / "examples/behind.yaml"))
    assert first["labels"] == ["ungrounded"]
    assert "duplicate" in second["labels"]
    assert lines(text)[0]["accepted"]


def test_other_json_is_refused_with_a_sentence(tmp_path):
    from questioner.errors import InputError

    file = tmp_path / "odd.json"
    file.write_text('{"a": 1}', encoding="utf-8")
    with pytest.raises(InputError, match="not a sheet made with --format json"):
        CliRunner().invoke(cli, ["review", str(file)], standalone_mode=False, catch_exceptions=False)


def test_a_file_that_is_not_there_is_refused_with_a_sentence(tmp_path):
    from questioner.errors import InputError

    with pytest.raises(InputError, match="cannot be read"):
        CliRunner().invoke(cli, ["review", str(tmp_path / "none.txt")], standalone_mode=False, catch_exceptions=False)


def test_every_machine_format_is_well_formed():
    nasty = 'Have you <b>considered</b> "hiring" & \x1b[31mfiring?\n\x00\ud7ff%,:\n'
    assert len(json.loads(review(nasty, "--format", "json").stdout)) == 2
    sarif = json.loads(review(nasty, "--format", "sarif").stdout)
    codes = {rule["id"] for rule in sarif["runs"][0]["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in sarif["runs"][0]["results"]} <= codes
    suite = ET.fromstring(review(nasty, "--format", "junit").stdout)  # noqa: S314 - our own output
    assert len(suite.findall(".//testcase")) == 2
    for line in review(nasty, "--format", "github").stdout.splitlines():
        assert line.startswith(("::error file=-,line=", "::warning file=-,line="))


def test_no_control_character_of_the_input_reaches_a_terminal():
    assert "\x1b" not in review("Have you considered \x1b[31mhiring?\n").stdout


@pytest.mark.parametrize(
    "text",
    ["a" * 3_000_000, "?" * 1_000_000, "(" * 100_000, "what " * 200_000, "\u202e\u200bمن أنت؟ 🙃"],
    ids=["one long word", "question marks", "parentheses", "what", "right to left"],
)
def test_odd_input_ends_in_a_verdict(text):
    result = review(f"{text}\nWhat does 22% tell you?\n", "--format", "jsonl")
    assert result.exception is None
    assert len(result.stdout.splitlines()) == 2


def test_bytes_that_are_no_text_end_in_a_verdict():
    result = CliRunner().invoke(
        cli, ["review", "-", "--format", "jsonl"], input=b"\xff\xfe\x00\x80\nWhat now?\n", standalone_mode=False
    )
    assert result.exception is None
    assert len(result.stdout.splitlines()) == 2


def test_verdicts_come_one_by_one_as_the_lines_do():
    from questioner.review.items import from_lines
    from questioner.review.reports import Format, write
    from questioner.review.verdicts import Choice, verdicts

    def endless():
        while True:
            yield "What does 22% tell you about activation?"

    pieces = write(verdicts(from_lines(endless()), Choice()), Format.JSONL, "-")
    assert [json.loads(next(pieces))["line"] for _ in range(3)] == [1, 2, 3]


def test_reviewing_loads_nothing_heavy():
    code = (
        "import sys; from questioner.cli import run; run(['review']); "
        "print([m for m in ('openai', 'pydantic', 'jinja2', 'yaml', 'rich', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], input="What now?\n", capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_code_that_no_rule_has_is_refused_since_it_would_switch_a_check_off(option):
    with pytest.raises(UsageError, match="there is no such rule"):
        CliRunner().invoke(
            cli, ["review", "-", option, "ADX"], input="x", standalone_mode=False, catch_exceptions=False
        )


@pytest.mark.parametrize("rule", in_context.OF_A_SHEET, ids=lambda rule: rule.code)
def test_a_code_that_only_a_sheet_can_earn_is_refused_and_said_to_be_one(rule):
    with pytest.raises(UsageError, match="only questions generated for a sheet"):
        CliRunner().invoke(
            cli, ["review", "-", "--select", rule.code], input="x", standalone_mode=False, catch_exceptions=False
        )


@pytest.mark.parametrize("rule", in_context.WRITTEN, ids=lambda rule: rule.code)
def test_every_code_that_a_review_can_print_may_be_left_out(rule):
    assert lines("What do you see?\n", "--ignore", rule.code)[0]["accepted"]


def test_a_team_file_is_not_taken_for_questions():
    with pytest.raises(UsageError, match="a team file is for prepare"):
        CliRunner().invoke(cli, ["review", "team.yaml"], standalone_mode=False, catch_exceptions=False)


# --- files as other programs leave them -----------------------------------------------------------------


QUESTION = "What would “naïve” users of the café say?"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_in_the_encodings_that_editors_leave(encoding, questioner, tmp_path):
    path = tmp_path / "questions.txt"
    path.write_bytes(f"{QUESTION}\n{QUESTION}\n".encode(encoding))
    ran = questioner("review", path, "--format", "jsonl")
    assert [json.loads(line)["text"] for line in ran.out.splitlines()] == [QUESTION, QUESTION]


def test_a_line_that_is_no_utf_8_among_others_that_are_ends_nothing(questioner, tmp_path):
    path = tmp_path / "questions.txt"
    path.write_bytes(QUESTION.encode() + b"\n" + QUESTION.encode("cp1252") + b"\n\x81\n")
    ran = questioner("review", path, "--format", "jsonl")
    assert [json.loads(line)["text"] for line in ran.out.splitlines()] == [
        QUESTION,
        QUESTION,
        "\N{REPLACEMENT CHARACTER}",
    ]


@pytest.mark.parametrize(
    "raw", [b"PK\x03\x04 a workbook", b"%PDF-1.7", b"\xd0\xcf\x11\xe0", b"W\x00h\x00a\x00t\x00", b"\x89PNG\r\n\x00"]
)
def test_a_file_that_is_no_text_is_told_as_such(raw, questioner, tmp_path):
    path = tmp_path / "questions.txt"
    path.write_bytes(raw)
    ran = questioner("review", path)
    assert (ran.code, ran.out) == (3, "")
    assert f"{path}: is not a text file; save what is to be reviewed as plain text" in ran.err


def test_what_powershell_pipes_is_read():
    piped = f"{QUESTION}\r\n".encode("utf-16")
    ran = subprocess.run([*PROGRAM, "review", "--format", "jsonl"], input=piped, capture_output=True, check=True)
    assert json.loads(ran.stdout)["text"] == QUESTION

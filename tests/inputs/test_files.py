"""Files that are no team file at all: each ends in one plain sentence, and none in a crash."""

import io
import json
import sys
import time

import pytest

from questioner.errors import InputError
from questioner.files import STDIN
from questioner.inputs import read_team

from .conftest import GOALS, GOOD, HEAD

JSON = {
    "team": "Harbour Library",
    "cycle": {"start": "2026-10-01", "end": "2026-12-31"},
    "objectives": [{"title": "Visitors find what they came for"}],
}
TEXT = json.dumps(JSON, indent=1)


def laughs(levels):
    """Aliases of aliases: nine to the power of ``levels`` values in a few hundred characters."""
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join(rows) + "\n"


UNREADABLE = {
    "empty": (b"", "team.yaml", "is empty", None),
    "blank": (b" \n\n", "team.yaml", "is empty", None),
    "only comments": (b"# one\n# two\n", "team.yaml", "is empty", None),
    "null": (b"null\n", "team.yaml", "is empty", None),
    "picture": (b"\x89PNG\r\n\x1a\n\xff\xd8", "team.yaml", "not UTF-8", 1),
    "nul": (b"team: A\0\n", "team.yaml", "not a text file", None),
    "latin-1": ("team: A\nvision: Café\n".encode("latin-1"), "team.yaml", "not UTF-8", 2),
    "utf-16": (GOOD.encode("utf-16"), "team.yaml", "not UTF-8", 1),
    "utf-16 without a mark": (GOOD.encode("utf-16-le"), "team.yaml", "not a text file", None),
    "control character": (b"team: A\x01\n", "team.yaml", "control characters", None),
    "list": (b"- team: A\n", "team.yaml", "holds a list", None),
    "json list": (b"[1, 2]", "team.json", "holds a list", None),
    "text": (b"hello\n", "team.yaml", "holds the text 'hello'", None),
    "number": (b"42\n", "team.yaml", "holds 42", None),
    "tab": (b"team: A\n\tcycle: B\n", "team.yaml", "tab", 2),
    "indentation": (b"team: A\ncycle:\n   start: 2026-10-01\n  end: 2026-12-31\n", "team.yaml", "indentation", 4),
    "unclosed quote": (b'team: "A\ncycle: B\n', "team.yaml", "unexpected end", 3),
    "two documents": (f"{GOOD}---\n{GOOD}".encode(), "team.yaml", "single document", 7),
    "python tag": (b"team: !!python/object/apply:os.getcwd []\n", "team.yaml", "!!python/object/apply:os.getcwd", 1),
    "include tag": (b"team: A\nvision: !include other.yaml\n", "team.yaml", "!include is a tag", 2),
    "wrong int tag": (b"team: !!int abc\n", "team.yaml", "'abc'", 1),
    "wrong float tag": (b"team: !!float abc\n", "team.yaml", "'abc'", 1),
    "unknown alias": (b"team: *nobody\n", "team.yaml", "undefined alias", 1),
    "alias of itself": (b"team: &a [*a]\n", "team.yaml", "unfolds", None),
    "billion laughs": (laughs(12).encode(), "team.yaml", "unfolds", None),
    "deep YAML": (b"team: " + b"[" * 100_000, "team.yaml", "levels", None),
    "deep block YAML": ("".join(" " * n + "a:\n" for n in range(200)).encode(), "team.yaml", "levels", None),
    "deep JSON": (b'{"team": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "team.json", "nests too deeply", None),
    "rather deep JSON": (b'{"team": ' + b"[" * 60 + b"]" * 60 + b"}", "team.json", "nests too deeply", None),
    "deep flow YAML": (b'{"team": ' + b"[" * 100_000, "team.yaml", "nests too deeply", None),
    "trailing comma": (TEXT.replace("\n}", ",\n}").encode(), "team.json", "is not JSON", None),
    "JSON cut short": (TEXT[:-1].encode(), "team.json", "is not JSON", None),
    "half of a character": (TEXT.replace("Harbour", "\\ud83d").encode(), "team.json", "half of a character", None),
    "half of a character in a key": (TEXT.replace('"team"', '"\\udfff"').encode(), "team.json", "half of a char", None),
}


@pytest.mark.parametrize(("content", "name", "said", "line"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_team_file_ends_in_one_sentence_with_its_line(content, name, said, line, problems_in):
    (problem,) = problems_in(content, name)
    assert said in problem.message
    assert "\n" not in problem.message
    assert line is None or problem.line == line


def test_a_sheet_is_told_from_a_team_file_in_one_sentence(problems_in):
    (problem,) = problems_in('{"team": "Harbour Library", "sections": [], "reserve": []}', "sheet.json")
    assert problem.message.startswith("is a sheet, not a team file")


def test_a_field_in_the_wrong_part_is_not_said_to_be_meant_as_itself(problems_in):
    (problem,) = problems_in(f"{GOOD}notes: All is well.\n", "team.yaml")
    assert problem.message.endswith("it belongs to another part of the file")


def test_a_missing_file_and_a_folder_are_said_so(tmp_path):
    for path, said in ((tmp_path / "none.yaml", "No such file"), (tmp_path, "directory")):
        with pytest.raises(InputError, match=f"cannot be read: .*{said}"):
            read_team(str(path))


def test_a_path_that_no_file_system_takes_is_an_input_error():
    with pytest.raises(InputError, match="cannot be read"):
        read_team("team\0.yaml")


def test_a_file_beyond_five_megabytes_is_refused_before_it_is_parsed(problems_in):
    begin = time.process_time()
    (problem,) = problems_in(GOOD.encode() + b"# filler\n" * 600_000)
    assert "larger than 5 MB" in problem.message
    assert time.process_time() - begin < 1


def test_a_large_programme_of_a_team_is_read_within_three_seconds(team_in):
    results = "".join(f"      - {{title: Measure {n}, start: 0, target: 100}}\n" for n in range(5))
    rows = [f"  - title: Aim {n}\n    key_results:\n{results}" for n in range(50)]
    updates = "".join(
        f'      O{o}.KR{k}: {{value: {o}, confidence: 6, comment: "as planned"}}\n'
        for o in range(1, 51)
        for k in range(1, 6)
    )
    weeks = "".join(f"  - date: 2026-10-{day:02}\n    key_results:\n{updates}" for day in range(1, 25, 2))
    begin = time.process_time()
    team = team_in(f"{HEAD}objectives:\n{''.join(rows)}check_ins:\n{weeks}")
    assert time.process_time() - begin < 3
    assert len(team.check_ins) == 12
    assert {len(check_in.key_results) for check_in in team.check_ins} == {250}


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"\xef\xbb\xbf" + GOOD.encode(), "team.yaml"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "team.json"),
        (GOOD.replace("\n", "\r\n").encode(), "team.yaml"),
        (b"\n\n" + TEXT.encode(), "team.json"),
        (TEXT.replace('"team"', "team").encode(), "team.yaml"),
        (TEXT.replace("\n", "\n\t").encode(), "team.json"),
    ],
    ids=["byte order mark", "mark before JSON", "CR LF", "blank lines before JSON", "flow YAML", "tabs in JSON"],
)
def test_harmless_differences_of_form_are_read(content, name, team_in):
    assert team_in(content, name).team == "Harbour Library"


@pytest.mark.parametrize("content", [GOOD, TEXT], ids=["YAML", "JSON"])
def test_a_dash_reads_standard_input(content, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    assert read_team(STDIN).team == "Harbour Library"


def test_problems_of_standard_input_are_named_so(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"team: A\n" + GOALS.encode())))
    with pytest.raises(InputError) as caught:
        read_team(STDIN)
    assert [str(problem) for problem in caught.value.problems] == ["<stdin>:1: cycle: is missing; it is required"]


def test_json_has_lines_even_where_characters_are_escaped_in_pairs(problems_in):
    (problem,) = problems_in(json.dumps({"vision": "\N{GRINNING FACE}", **JSON, "people": 0}, indent=1), "team.json")
    assert (problem.field, problem.line) == ("people", 13)


def test_a_key_that_stands_twice_is_found_in_both_formats(problems_in):
    (problem,) = problems_in(GOOD + "team: Another\n")
    assert (problem.field, problem.line, problem.message[:4]) == ("", 7, "team")
    (problem,) = problems_in(TEXT[:-2] + ',\n "team": "Another"\n}', "team.json")
    assert problem.message == "team: stands here a second time; keep one"
    (problem,) = problems_in(GOOD.replace("{title:", "{title: One, title:"))
    assert "title: stands here a second time" in problem.message


def test_a_merge_key_is_a_field_like_any_other_and_so_unknown(problems_in):
    problems = problems_in(GOOD.replace("  - title: Visitors find what they came for", "  - <<: {title: A}"))
    assert [p.field for p in problems] == ["objectives[0].title", "objectives[0].<<"]


def test_an_alias_that_stays_small_is_read(team_in):
    team = team_in(GOOD.replace("team: Harbour", "team: &name Harbour") + "vision: *name\n")
    assert team.vision == team.team == "Harbour Library"


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-1.7"], ids=["xlsx", "xls", "pdf"])
def test_a_workbook_is_called_one(tmp_path, start):
    from questioner.errors import InputError
    from questioner.inputs import read_team

    (tmp_path / "team.xlsx").write_bytes(start + bytes(range(256)))
    with pytest.raises(InputError, match="is no team file, which is YAML or JSON"):
        read_team(str(tmp_path / "team.xlsx"))


@pytest.mark.parametrize("name", ["okr.csv", "OKR.CSV", "okr.tsv", "okr.xlsx", "page.docx", "page.md", "page.txt"])
@pytest.mark.parametrize(
    "text",
    [
        "objective,key result\n",
        "Objective: More help\nKR: visits\n",
        "# Plan\n\n- a\nb: [\n",
        '"a";"b"\n',
        "PK\x03\x04",
    ],
)
def test_what_can_be_imported_is_told_how(text, name, tmp_path):
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=rf"questioner import \S*{name}` makes one from it"):
        read_team(str(tmp_path / name))


def test_a_team_file_may_have_any_ending(tmp_path):
    (tmp_path / "team.txt").write_text("team: Harbour Library\ncycle: {start: 2026-10-01}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"cycle\.end: is missing") as caught:
        read_team(str(tmp_path / "team.txt"))
    assert "import" not in str(caught.value)

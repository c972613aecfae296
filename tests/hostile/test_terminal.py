"""What a file holds never steers the terminal of whoever reads what the program says of it."""

import json
from pathlib import Path

import pytest

from questioner.phrasing import for_json, visible

from . import strategies
from .targets import Case, called, is_json, is_lines_of_json, is_text, silent, table, team

STEERING = ("\x1b[2J", "\x1b]0;owned\x07", "\x9b31m", "\u202e", "\u2066", "\x07", "\x7f", "\u200b", "\U000e0041")
BEHIND = strategies.ROOT / "examples/behind.yaml"
ON = ("--as-of", "2026-11-20", "--quiet")


@pytest.fixture(params=STEERING, ids=ascii)
def steering(request):
    return request.param


def written(folder: Path, name: str, data: object) -> Path:
    (folder / name).write_text(json.dumps(data), encoding="utf-8")
    return folder / name


def test_an_error_about_a_field_says_its_name_without_it(steering, tmp_path):
    code, _, said = called("prepare", written(tmp_path, "team.json", {f"vis{steering}ion": 1, "cycle": {steering: 2}}))
    assert code == 3
    assert "is not a field of the team file" in said


def test_the_columns_of_an_export_are_named_without_it(steering, tmp_path):
    export = written(tmp_path, "okr.json", [{"Objective": "A", f"Own{steering}er": "B"}, {"Objective": "C"}])
    assert called("import", export, "--yes", "--dry-run")[0] in {2, 3}
    table(export, tmp_path)


def test_half_a_character_in_the_name_of_a_column_is_left_out_of_what_is_said(tmp_path):
    code, _, said = called("import", written(tmp_path, "okr.json", [{"goals \ud800of": "a", "b": "c"}]), "--yes")
    assert code == 3
    assert "Columns: goals of, b" in said


def test_a_team_file_that_a_folder_of_trends_leaves_out_is_told_without_it(steering, tmp_path):
    written(tmp_path, "a.json", {steering: 1})
    (tmp_path / "b.yaml").write_bytes(BEHIND.read_bytes())
    code, out, said = called("trends", tmp_path)
    assert (code, "Left out" in said) == (0, True)
    silent(out, "trends")


def test_json_holds_it_as_an_escape_and_says_the_same(steering, tmp_path):
    name = f"A{steering}B"
    data = {**strategies.TEAMS[0], "team": name}
    is_json(sheet := called("prepare", written(tmp_path, "team.json", data), "--format", "json", *ON)[1])
    assert json.loads(sheet)["team"] == visible(name)
    (tmp_path / "q.txt").write_text(f"What {steering}moved?\n", encoding="utf-8")
    is_lines_of_json(lines := called("review", tmp_path / "q.txt", "--format", "jsonl")[1])
    assert json.loads(lines)["text"] == f"What {steering}moved?"


@pytest.mark.parametrize("text", ["plain", "Zoë – “x”", "a\nb\tc", "\U0001f469\u200d\U0001f4bb", "\u2028\x85"])
def test_json_made_safe_is_the_same_json(text):
    safe = for_json(json.dumps({"a": text}, ensure_ascii=False))
    assert json.loads(safe) == {"a": text}
    is_text(safe)


@pytest.mark.parametrize("text", strategies.ODD_TEXTS, ids=ascii)
@pytest.mark.parametrize("number", range(2))
def test_no_format_of_the_sheet_lets_an_odd_text_through(text, number, tmp_path):
    """``number`` changes the bytes of the file, and with them the command it is fed to."""
    data = {**strategies.TEAMS[0], "team": "A", "tags": {"n": str(number)}}
    clean = text.encode("utf-8", "ignore").decode()[:200].strip() or "x"
    whole = {**data, "vision": clean, "background": clean, "objectives": [{"title": clean, "key_results": [{"title": f"{clean} visits", "owner": clean, "start": 1, "target": 9, "current": 4, "confidence": 6}]}], "check_ins": [{"date": "2026-11-16", "notes": clean, "key_results": {"KR1": {"value": 4, "confidence": 3, "comment": clean, "blockers": [clean], "asks": [clean]}}}], "sessions": [{"date": "2026-11-02", "insights": [clean], "commitments": [{"text": clean, "who": clean}]}], "cycle": {"start": "2026-10-01", "end": "2026-12-31"}, "as_of": "2026-11-18"}  # fmt: skip
    case = Case("team.json", json.dumps(whole).encode())
    (tmp_path / case.name).write_bytes(case.content)
    team(tmp_path / case.name, tmp_path)

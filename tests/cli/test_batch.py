"""``questioner batch`` as its user meets it: what lands in the folder, what is said, and how it ends."""

import json
import re
import sqlite3
import subprocess
import sys
from datetime import date, timedelta

import pytest

from ..batch.conftest import (  # noqa: F401 - fixtures
    batch,
    good,
    manifest,
    no_own_prices,
    no_pauses,
    serve,
    sheets,
    teams,
)
from ..batch.corpus import write_lines
from .conftest import EXAMPLES

PRICES = "[m]\ndate = 2026-05-04\ninput = 2\noutput = 10\n"


@pytest.fixture
def priced(tmp_path):
    """A file of prices for the model ``m``."""
    path = tmp_path / "prices.toml"
    path.write_text(PRICES)
    return path


def test_a_folder_of_teams_becomes_a_folder_of_sheets(batch, manifest, sheets, tmp_path):  # noqa: F811
    ran = batch(EXAMPLES)
    assert (ran.code, ran.out) == (0, "")
    entries = manifest()
    assert [entry["state"] for entry in entries] == ["done"] * 9
    assert sorted(name for entry in entries for name in entry["files"]) == sorted(sheets())
    assert set(entries[0]) >= {
        "team", "slug", "state", "files", "input_sha256", "prompt_sha256", "model", "attempts", "usage", "score", "error",
    }  # fmt: skip
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".md", ".html", ".jsonl", ".sqlite3"}


def test_a_sheet_is_the_one_that_prepare_makes(batch, questioner, sheets):  # noqa: F811
    batch(EXAMPLES / "behind.yaml")
    alone = questioner("prepare", EXAMPLES / "behind.yaml", "--model", "bank", "--format", "markdown")
    assert list(sheets().values()) == [alone.out]


def test_formats_and_cuts(batch, tmp_path):  # noqa: F811
    batch(EXAMPLES / "behind.yaml", None, "--format", "json", "--format", "text", "--for", "room")
    assert {p.suffix for p in (tmp_path / "out").iterdir()} == {".json", ".txt", ".html", ".jsonl", ".sqlite3"}
    assert "notes" not in json.loads(next((tmp_path / "out").glob("*.json")).read_text())


def test_pages_and_word_documents_are_made_for_many_teams_too(batch, tmp_path):  # noqa: F811
    assert batch(EXAMPLES, None, "--format", "html", "--format", "docx", "--for", "both").code == 0
    names = {ending: {path.stem for path in (tmp_path / "out").glob(f"*.{ending}")} for ending in ("html", "docx")}
    assert names["html"] - {"index"} == names["docx"]
    assert len(names["docx"]) == 9
    assert next((tmp_path / "out").glob("*.docx")).read_bytes().startswith(b"PK")


def test_what_could_not_be_written_is_refused_before_anything_is_made(batch, tmp_path):  # noqa: F811
    ran = batch(EXAMPLES, None, "--format", "html", "--format", "markdown", "--for", "both")
    assert (ran.code, "markdown has no pages" in ran.err) == (2, True)
    assert not (tmp_path / "out").exists()


def test_a_file_that_cannot_be_used_fails_by_itself_and_is_listed(batch, manifest, tmp_path):  # noqa: F811
    (tmp_path / "broken.yaml").write_text("team: A\ncycle: [1]\n")
    ran = batch([tmp_path / "broken.yaml", EXAMPLES / "behind.yaml", tmp_path / "gone.yaml"])
    assert ran.code == 1
    assert [entry["state"] for entry in manifest()] == ["failed", "done", "failed"]
    assert f"questioner: {tmp_path}/broken.yaml:2: cycle: saw a list" in ran.err
    assert f"questioner: {tmp_path}/gone.yaml: cannot be read: No such file" in ran.err
    assert "1 of 3 teams got a sheet" in ran.err


def test_many_teams_that_fail_for_one_reason_are_one_line(batch, tmp_path):  # noqa: F811
    (tmp_path / "teams.jsonl").write_text('{"team": "A"\n' * 30 + "[]\n")
    told = [line for line in batch(tmp_path / "teams.jsonl").err.splitlines() if line.startswith("questioner: ")]
    assert len(told) == 2
    assert told[0].startswith(f"questioner: 30 teams ({tmp_path}/teams.jsonl:1, ")
    assert " and 27 more): is not JSON: " in told[0]
    assert told[1].startswith(f"questioner: {tmp_path}/teams.jsonl:31: ")


def test_reasons_beyond_the_first_are_counted_and_their_place_is_named(batch, manifest, monkeypatch, tmp_path):  # noqa: F811
    monkeypatch.setattr("questioner.cli.batch.SHOWN", 1)
    lines = ["[]", '{"team": "A"', '{"team": 5}']
    (tmp_path / "teams.jsonl").write_text("\n".join(lines))
    told = batch(tmp_path / "teams.jsonl").err
    more = re.search(r"questioner: and (\d+) more reasons; (\S+) has them all", told)
    assert (int(more[1]) > 1, more[2]) == (True, f"{tmp_path}/out/manifest.jsonl")
    assert all(entry["error"] for entry in manifest())


def test_a_file_that_was_mended_is_done_and_nothing_else(batch, manifest, tmp_path):  # noqa: F811
    bad = tmp_path / "a.yaml"
    bad.write_text("team: A\n")
    batch([bad, EXAMPLES / "behind.yaml"])
    bad.write_text((EXAMPLES / "all-green.yaml").read_text())
    ran = batch([bad, EXAMPLES / "behind.yaml"])
    assert (ran.code, [entry["state"] for entry in manifest()]) == (0, ["done", "done"])
    assert "1 of 2 teams got a sheet" in ran.err


def test_a_file_that_breaks_keeps_the_place_of_its_team_and_what_was_paid_for(batch, serve, teams, manifest):  # noqa: F811
    server, folder = serve(good), teams(2)
    batch(folder, server)
    file = folder / "team-00001.json"
    whole = file.read_text()
    file.write_text(whole[:-1])
    assert batch(folder, server).code == 1
    team = manifest()[1]
    assert (team["team"], team["slug"], team["state"]) == (
        "Fictional Team 00001 of kind 1",
        "fictional-team-00001-of-kind-1",
        "failed",
    )
    assert team["attempts"] == 1
    file.write_text(whole)
    assert batch(folder, server).code == 0
    assert (len(manifest()), len(server.seen)) == (2, 2)


BREAKS = {
    "cut off": lambda line: line[:-2],
    "a field that is none": lambda line: line.replace('"cycle": ', '"cyle": ', 1),
    "a bracket too many": lambda line: line + "}",
    "not in Latin script": lambda line: json.dumps(json.loads(line), ensure_ascii=False)[:-1],
}


@pytest.mark.parametrize("broken", BREAKS.values(), ids=BREAKS.keys())
def test_a_line_that_breaks_keeps_the_place_of_its_team_and_what_was_paid_for(broken, batch, serve, manifest, tmp_path):  # noqa: F811
    server, path = serve(good), tmp_path / "teams.jsonl"
    write_lines(path, 3)
    lines = [
        line.replace("Fictional Team 00001", "Fictional Team 00001 Zürich") for line in path.read_text().splitlines()
    ]
    lines = [json.dumps(json.loads(line)) for line in lines]
    path.write_text("\n".join(lines))
    batch(path, server)
    before = manifest()
    path.write_text("\n".join([lines[2], broken(lines[1]), lines[0]]))
    assert batch(path, server).code == 1
    team = manifest()[1]
    assert [entry["slug"] for entry in manifest()] == [entry["slug"] for entry in before[::-1]]
    assert (team["team"], team["state"], team["attempts"]) == (before[1]["team"], "failed", 1)
    assert team["error"].startswith(f"{path}:2:")
    path.write_text("\n".join(lines))
    assert batch(path, server).code == 0
    assert (manifest(), len(server.seen)) == (before, 3)


def test_a_line_that_breaks_in_next_weeks_file_is_still_its_teams(batch, manifest, tmp_path):  # noqa: F811
    write_lines(tmp_path / "monday.jsonl", 2)
    batch(tmp_path / "monday.jsonl")
    before = [(entry["team"], entry["slug"]) for entry in manifest()]
    whole, cut_off = (tmp_path / "monday.jsonl").read_text().splitlines()
    (tmp_path / "friday.jsonl").write_text(f"{whole}\n{cut_off[:-1]}\n")
    assert "not in this input" not in batch(tmp_path / "friday.jsonl").err
    assert [(entry["team"], entry["slug"]) for entry in manifest()] == before
    assert [entry["state"] for entry in manifest()] == ["done", "failed"]


NAMELESS = '{"team": "Fictional Team 0000\n'


def test_a_line_whose_name_is_lost_is_of_the_team_that_stood_there(batch, serve, manifest, tmp_path):  # noqa: F811
    server, path = serve(good), tmp_path / "teams.jsonl"
    write_lines(path, 3)
    batch(path, server)
    whole, before = path.read_text(), manifest()
    first, _, last = whole.splitlines(keepends=True)
    path.write_text(first + NAMELESS + last)
    ran = batch(path, server)
    assert (ran.code, "not in this input" in ran.err) == (1, False)
    assert [entry["slug"] for entry in manifest()] == [entry["slug"] for entry in before]
    assert [(entry["state"], entry["attempts"]) for entry in manifest()] == [("done", 1), ("failed", 1), ("done", 1)]
    assert manifest()[1]["error"].startswith(f"{path}:2: is not JSON")
    path.write_text(whole)
    assert batch(path, server).code == 0
    assert (manifest(), len(server.seen)) == (before, 3)


def test_a_line_whose_name_is_lost_takes_no_place_of_a_team_that_is_named_elsewhere(batch, manifest, tmp_path):  # noqa: F811
    path = tmp_path / "teams.jsonl"
    write_lines(path, 2)
    batch(path)
    first, last = path.read_text().splitlines(keepends=True)
    path.write_text(NAMELESS + last + first)
    before = [entry["slug"] for entry in manifest()]
    assert batch(path).code == 1
    names = [f"{path}:1", "Fictional Team 00001 of kind 1", "Fictional Team 00000 of kind 0"]
    assert [entry["team"] for entry in manifest()] == names
    assert [entry["slug"] for entry in manifest()][1:] == before[::-1]


def test_an_input_without_a_team_makes_no_folder(batch, tmp_path):  # noqa: F811
    (tmp_path / "teams.jsonl").write_text("\n")
    ran = batch(tmp_path / "teams.jsonl")
    assert (ran.code, ran.err.splitlines()[-1]) == (3, f"questioner: {tmp_path}/teams.jsonl: holds no team")
    assert batch(tmp_path / "teems").code == 3
    assert not (tmp_path / "out").exists()


def test_a_line_that_is_no_json_is_told_as_such(batch, tmp_path):  # noqa: F811
    (tmp_path / "teams.jsonl").write_text('{"team": "A", \n')
    said = batch(tmp_path / "teams.jsonl").err
    assert f"{tmp_path}/teams.jsonl:1: is not JSON: " in said
    assert ", at character 16\n" in said


def test_tags_in_another_script_and_tags_without_a_value_get_folders_of_their_own(batch, tmp_path):  # noqa: F811
    behind = (EXAMPLES / "behind.yaml").read_text().replace("unit: Bookkeeping products", "unit: {}")
    for name, unit in (("a", "配送"), ("b", "人事"), ("c", '""')):
        (tmp_path / f"{name}.yaml").write_text(behind.replace("unit: {}", f"unit: {unit}"))
    assert batch(tmp_path, None, "--group-by", "unit").code == 0
    folders = {path.parent.name for path in (tmp_path / "out").rglob("*.md")}
    assert len(folders) == 3
    assert "no-unit" in folders


def test_teams_of_one_name_get_files_of_their_own_whatever_the_order(batch, manifest, tmp_path):  # noqa: F811
    text = (EXAMPLES / "behind.yaml").read_text()
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(f"{text}# {name}\n")
    batch([tmp_path / "a.yaml", tmp_path / "b.yaml"])
    slugs = {entry["slug"] for entry in manifest()}
    assert len(slugs) == 2
    assert manifest()[0]["slug"] == "bank-feeds"
    assert manifest()[1]["slug"].startswith("bank-feeds-")
    batch([tmp_path / "b.yaml", tmp_path / "a.yaml"], None, "--force")
    assert {entry["slug"] for entry in manifest()} == slugs
    assert manifest()[1]["slug"] == "bank-feeds"


def test_a_renamed_file_is_the_same_team_and_costs_nothing(batch, serve, teams, manifest):  # noqa: F811
    folder, server = teams(2), serve(good)
    batch(folder, server)
    (folder / "team-00000.json").rename(folder / "z.json")
    ran = batch(folder, server)
    assert (ran.code, len(server.seen)) == (0, 2)
    assert [entry["slug"][:20] for entry in manifest()] == ["fictional-team-00001", "fictional-team-00000"]


def test_group_by_makes_a_folder_for_each_value(batch, tmp_path):  # noqa: F811
    files = [EXAMPLES / "behind.yaml", EXAMPLES / "lower-is-better.yaml"]
    folders = lambda: {path.parent.name for path in (tmp_path / "out").rglob("*.md")}  # noqa: E731
    assert batch(files, None, "--group-by", "unit").code == 0
    assert folders() == {"bookkeeping-products", "no-unit"}
    assert batch(files).code == 0  # without groups the sheets move, and none is left behind
    assert folders() == {"out"}


def test_a_file_of_lines_and_standard_input_hold_teams_too(batch, questioner, manifest, tmp_path):  # noqa: F811
    write_lines(tmp_path / "teams.jsonl", 3)
    assert batch(tmp_path / "teams.jsonl").code == 0
    first = [entry["slug"] for entry in manifest()]
    text = (tmp_path / "teams.jsonl").read_bytes()
    assert questioner("batch", "-", "--out", tmp_path / "out", "--model", "bank", stdin=text).code == 0
    assert [entry["slug"] for entry in manifest()] == first


def test_only_makes_the_named_ones_and_leaves_the_others_as_they_are(batch, teams, manifest):  # noqa: F811
    folder = teams(3)
    ran = batch(folder, None, "--only", "Fictional Team 00001 of kind 1")
    assert (ran.code, [entry["state"] for entry in manifest()]) == (0, ["pending", "done", "pending"])
    assert "2 not chosen" in ran.err
    batch(folder, None, "--only", manifest()[2]["slug"])
    assert [entry["state"] for entry in manifest()] == ["pending", "done", "done"]


def test_only_for_a_team_that_is_not_there_is_told_and_leaves_no_folder(batch, teams, tmp_path):  # noqa: F811
    said = "questioner: --only Nobody: no team of the input has this name or slug"
    folder = teams(2)
    ran = batch(folder, None, "--only", "Nobody")
    assert (ran.code, ran.err.splitlines()[-1], (tmp_path / "out").exists()) == (2, said, False)
    ran = batch(folder, None, "--only", "Nobody", "--only", "Fictional Team 00001 of kind 1")
    assert (ran.code, ran.err.splitlines()[-1]) == (2, said)
    assert len(list((tmp_path / "out").glob("*.md"))) == 1


def test_a_folder_of_somebodys_own_stays_when_nothing_could_begin(batch, teams, tmp_path):  # noqa: F811
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "notes.txt").write_text("mine")
    assert batch(teams(1), None, "--only", "Nobody").code == 2
    assert (tmp_path / "out" / "notes.txt").read_text() == "mine"


def test_retry_failed_tries_those_and_no_others(batch, serve, teams, manifest, tmp_path):  # noqa: F811
    folder = teams(2)
    (folder / "bad.json").write_text("{}")
    batch(folder)
    (folder / "new.json").write_text((folder / "team-00000.json").read_text().replace("Team 00000", "Team 00009"))
    ran = batch(folder, None, "--retry-failed")
    assert ran.code == 1
    assert [entry["state"] for entry in manifest()] == ["failed", "pending", "done", "done"]


def test_sheets_of_teams_that_left_the_input_are_told_and_stay(batch, teams, manifest, sheets, tmp_path):  # noqa: F811
    folder = teams(4)
    assert "not in this input" not in batch(folder).err
    before = sheets()
    for gone in (0, 2):
        (folder / f"team-0000{gone}.json").unlink()
    told = (
        f"2 sheets in {tmp_path}/out are of teams that are not in this input: "
        "fictional-team-00000-of-kind-0.md, fictional-team-00002-of-kind-2.md."
    )
    assert told in batch(folder).err.splitlines()
    assert told in batch(folder, None, "--only", "Fictional Team 00001 of kind 1").err.splitlines()
    assert sheets() == before
    assert [entry["team"][:20] for entry in manifest()] == ["Fictional Team 00001", "Fictional Team 00003"]
    assert "Team 00002" not in (tmp_path / "out" / "index.html").read_text()
    (tmp_path / "out" / "fictional-team-00000-of-kind-0.md").unlink()
    assert f"1 sheet in {tmp_path}/out is of a team that is not in this input: " in batch(folder).err


def test_a_run_that_met_only_some_teams_takes_no_sheet_for_a_strangers(batch, serve, teams):  # noqa: F811
    server, folder = serve(good), teams(3)
    batch(folder, server)
    ran = batch(folder, server, "--force", "--max-tokens", 7_000, "--concurrency", 1)
    assert (ran.code, "still to do" in ran.err) == (1, True)
    assert "not in this input" not in ran.err


def test_the_page_of_a_group_whose_teams_all_left_lists_none(batch, tmp_path):  # noqa: F811
    behind = (EXAMPLES / "behind.yaml").read_text()
    for name in ("Front", "Back"):
        text = behind.replace("team: Bank Feeds", f"team: {name}").replace("Bookkeeping products", name)
        (tmp_path / f"{name}.yaml").write_text(text)
    batch(tmp_path, None, "--group-by", "unit")
    page = tmp_path / "out" / "back" / "index.html"
    assert "back.md" in page.read_text()
    (tmp_path / "Back.yaml").unlink()
    assert "back/back.md" in batch(tmp_path, None, "--group-by", "unit").err
    assert "back.md" not in page.read_text()
    assert page.with_name("back.md").is_file()


def test_force_pays_again(batch, serve, teams):  # noqa: F811
    server, folder = serve(good), teams(2)
    batch(folder, server)
    assert batch(folder, server, "--force").code == 0
    assert len(server.seen) == 4


def test_other_formats_and_other_eyes_cost_nothing_more(batch, serve, teams, tmp_path):  # noqa: F811
    server, folder = serve(good), teams(2)
    batch(folder, server)
    assert batch(folder, server, "--format", "json", "--for", "room").code == 0
    assert len(server.seen) == 2
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".json", ".html", ".jsonl", ".sqlite3"}


def test_a_sheet_that_was_deleted_comes_back_for_nothing(batch, serve, teams, sheets, tmp_path):  # noqa: F811
    server, folder = serve(good), teams(2)
    batch(folder, server)
    before = sheets()
    (tmp_path / "out" / next(iter(before))).unlink()
    assert batch(folder, server).code == 0
    assert (sheets(), len(server.seen)) == (before, 2)


def test_a_rerun_tomorrow_pays_for_nothing(batch, serve, teams, monkeypatch, tmp_path):  # noqa: F811
    server, folder = serve(good), teams(1)
    path = folder / "team-00000.json"
    data = json.loads(path.read_text())
    today = date.today()
    data["cycle"] = {"start": str(today - timedelta(days=30)), "end": str(today + timedelta(days=60))}
    del data["as_of"]
    path.write_text(json.dumps({**data, "check_ins": [], "sessions": []}))
    batch(folder, server)
    paid = len(server.seen)

    class Tomorrow(date):
        @classmethod
        def today(cls):
            return cls.fromordinal(today.toordinal() + 1)

    monkeypatch.setattr("questioner.cli.batch.date", Tomorrow)
    ran = batch(folder, server)
    assert len(server.seen) == paid
    assert "1 were up to date" in ran.err
    batch(folder, server, "--force")
    assert len(server.seen) > paid


# --- the bill ---------------------------------------------------------------------------------------------


def test_a_dry_run_tells_the_bill_and_leaves_no_trace(batch, serve, teams, priced, tmp_path):  # noqa: F811
    server = serve(good)
    ran = batch(teams(3), server, "--dry-run", "--prices", priced)
    assert ran.code == 0
    assert "requests: 3 to m" in ran.out
    assert "4,500 out" in ran.out
    assert "USD live" in ran.out
    assert (server.seen, (tmp_path / "out").exists()) == ([], False)


def test_a_dry_run_counts_only_what_is_missing(batch, serve, teams, sheets, tmp_path):  # noqa: F811
    server, folder = serve(good), teams(3)
    batch(folder, server, "--only", "Fictional Team 00001 of kind 1")
    state = lambda: {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (tmp_path / "out").iterdir()}  # noqa: E731
    before = state()
    ran = batch(folder, server, "--dry-run")
    assert "up to date: 1" in ran.out
    assert "requests: 2 to m" in ran.out
    assert "no price of m is configured" in ran.out
    assert state() == before
    batch(folder, server)
    assert len(server.seen) == 3


def test_a_dry_run_tells_what_was_spent_and_what_the_limits_leave(batch, serve, teams, priced):  # noqa: F811
    server, folder = serve(good), teams(3)
    asked = ("--dry-run", "--prices", priced, "--max-cost", 1, "--max-tokens", 5000)
    fresh = batch(folder, server, *asked).out
    assert "--max-tokens 5000 leaves: 5,000 tokens\n--max-cost 1 leaves: 1.00 USD\n" in fresh
    assert "spent" not in fresh
    batch(folder, server, "--only", "Fictional Team 00001 of kind 1")
    for _ in range(2):
        told = batch(folder, server, *asked).out
        assert "spent in this folder so far: 1 requests, 1,000 tokens in (0 cached), 500 out, 0.0070 USD at the" in told
        assert told.endswith("--max-tokens 5000 leaves: 3,500 tokens\n--max-cost 1 leaves: 0.99 USD\n")
    assert "leaves" not in batch(folder, server, "--dry-run").out


def test_a_dry_run_of_the_bank_asks_nobody(batch, teams, tmp_path):  # noqa: F811
    ran = batch(teams(2), None, "--dry-run")
    assert "requests: 0 (the built-in bank asks nobody)" in ran.out
    assert not (tmp_path / "out").exists()


def test_show_prints_the_very_bytes_that_leave(batch, serve, teams):  # noqa: F811
    server, folder = serve(good), teams(2)
    shown = batch(folder, server, "--dry-run", "--show", "Fictional Team 00001 of kind 1")
    assert server.seen == []
    batch(folder, server, "--only", "Fictional Team 00001 of kind 1")
    assert shown.out.encode() == server.seen[0].raw + b"\n"


def test_show_says_when_nothing_would_be_sent(batch, serve, teams):  # noqa: F811
    server, folder = serve(good), teams(1)
    batch(folder, server)
    ran = batch(folder, server, "--dry-run", "--show", "Fictional Team 00000 of kind 0")
    assert (ran.code, ran.out) == (0, "")
    assert "Nothing would be sent" in ran.err


def test_a_token_limit_stops_before_it_is_passed_and_says_what_is_left(batch, serve, teams, manifest):  # noqa: F811
    server, folder = serve(good), teams(4)
    ran = batch(folder, server, "--max-tokens", 7_000, "--concurrency", 1)
    assert ran.code == 1
    assert 0 < len(server.seen) < 4
    assert f"{4 - len(server.seen)} still to do" in ran.err
    assert "--max-tokens 7000, and" in ran.err
    assert batch(folder, server).code == 0
    assert len(server.seen) == 4


def test_a_limit_in_money_needs_a_price(batch, serve, teams, priced):  # noqa: F811
    server, folder = serve(good), teams(4)
    ran = batch(folder, server, "--max-cost", 1)
    assert (ran.code, server.seen) == (2, [])
    assert "no price of m is known" in ran.err
    ran = batch(folder, server, "--max-cost", 0.03, "--prices", priced, "--concurrency", 1)
    assert ran.code == 1
    assert "--max-cost 0.03, and" in ran.err
    assert 0 < len(server.seen) < 4


# --- the folder -------------------------------------------------------------------------------------------


def test_a_second_run_on_one_folder_is_refused(batch, teams, tmp_path):  # noqa: F811
    folder = teams(1)
    (tmp_path / "out").mkdir()
    with sqlite3.connect(tmp_path / "out" / "ledger.sqlite3") as other:
        other.execute("BEGIN EXCLUSIVE")
        ran = batch(folder)
    other.close()
    assert ran.code == 2
    assert ran.err == (
        f"questioner: {tmp_path / 'out'}: another run is at work in this folder; wait for it, or choose another --out\n"
    )


def test_purge_removes_replies_and_keeps_sheets(batch, questioner, serve, teams, sheets, tmp_path):  # noqa: F811
    server, folder = serve(good), teams(2)
    batch(folder, server)
    before = sheets()
    assert "0 replies were removed" in questioner("batch", "--purge", "--older-than", 1, "--out", tmp_path / "out").err
    assert "2 replies were removed" in questioner("batch", "--purge", "--out", tmp_path / "out").err
    assert sheets() == before
    assert batch(folder, server).code == 0
    assert len(server.seen) == 2


USAGE = {
    "no path": ((), "name the team files"),
    "purge with a path": (("x", "--purge"), "works on --out alone"),
    "older without purge": (("x", "--older-than", "3"), "--older-than goes together with --purge"),
    "show without dry run": (("x", "--show", "A"), "--show goes together with --dry-run"),
    "a mode that others may write": (("x", "--mode", "777"), "is no mode"),
    "a pattern without a match": (("no*.yaml",), "no file has a name like that"),
    "no ledger to purge": (("--purge",), "holds no ledger"),
    "a file of prices that is not there": (
        ("x", "--prices", "no.toml", "--model", "m", "--base-url", "http://[::1]"),
        "no.toml",
    ),
}


@pytest.mark.parametrize(("arguments", "said"), USAGE.values(), ids=USAGE.keys())
def test_options_that_do_not_go_together_are_told(arguments, said, questioner, tmp_path):
    ran = questioner("batch", *arguments, "--out", tmp_path / "out")
    assert ran.code in {2, 3}
    assert said in ran.err


def test_minutes_out_of_range_and_broken_templates_stop_everything(batch, teams, tmp_path):  # noqa: F811
    folder = teams(2)
    assert batch(folder, None, "--minutes", 5).code == 2
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "close.toml").write_text("heard = 5\n")
    ran = batch(folder, None, "--templates", tmp_path / "own")
    assert (ran.code, "close.toml" in ran.err) == (3, True)
    assert not (tmp_path / "out").exists()


@pytest.fixture
def unprepared(tmp_path):
    """What a run may lack before its first request, by what it says then."""
    (tmp_path / "prices.toml").write_text("[m\n")
    return {
        "There is no API key": (),
        "cannot be used as a base URL": ("--base-url", "localhost"),
        "is not TOML": ("--base-url", "http://127.0.0.1:9/v1", "--prices", tmp_path / "prices.toml"),
        "a session lasts": ("--base-url", "http://127.0.0.1:9/v1", "--minutes", 5),
    }


def test_a_run_that_cannot_begin_makes_no_folder(questioner, teams, unprepared, tmp_path):  # noqa: F811
    folder = teams(1)
    for said, options in unprepared.items():
        ran = questioner("batch", folder, "--out", tmp_path / "out", "--model", "m", *options)
        assert ran.code in {2, 3, 4}
        assert (said in ran.err, ran.err.count("\n"), (tmp_path / "out").exists()) == (True, 1, False), ran.err


def test_files_of_requests_and_a_dry_run_need_no_key(questioner, teams, tmp_path):  # noqa: F811
    call = ("batch", teams(1), "--out", tmp_path / "out", "--model", "m")
    assert questioner(*call, "--dry-run").code == 0
    assert questioner(*call, "--engine", "jsonl").code == 0


def test_quiet_says_nothing_but_errors(batch, teams, tmp_path):  # noqa: F811
    assert batch(teams(1), None, "--quiet").err == ""
    ran = batch([tmp_path / "gone.yaml"], None, "--quiet")
    assert ran.err == f"questioner: {tmp_path}/gone.yaml: there is no such file or folder\n"


def test_the_bank_needs_no_client_of_any_service_for_many_teams_either(tmp_path):
    script = (
        "import sys\nfrom questioner.cli import run\n"
        f"code = run(['batch', {str(EXAMPLES / 'behind.yaml')!r}, '--out', {str(tmp_path / 'o')!r}, '--model', 'bank', '-q'])\n"
        "print(code, sorted({'openai', 'httpx2', 'tenacity', 'rich'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout == "0 []\n"


def test_a_team_that_is_called_index_keeps_its_page(batch, tmp_path):  # noqa: F811
    made = (EXAMPLES / "behind.yaml").read_text(encoding="utf-8").replace("team: Bank Feeds", "team: Index")
    (tmp_path / "team.yaml").write_text(made, encoding="utf-8")
    assert batch(tmp_path / "team.yaml", None, "--format", "html").code == 0
    (page,) = (tmp_path / "out").glob("index-*.html")
    assert "Index" in page.read_text(encoding="utf-8")
    assert "Sessions to prepare" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")

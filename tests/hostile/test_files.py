"""Files that are no files, are too large or too deep, and places that take no more: each ends in one sentence."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from . import strategies
from .targets import called

BEHIND = strategies.ROOT / "examples/behind.yaml"
PROGRAM = (sys.executable, "-c", "from questioner.cli import main; main()")
MEGABYTES = 10_000_000
ON = ("--as-of", "2026-11-20", "--quiet", "--model", "bank")


def run(*arguments: object, **how: object) -> "subprocess.CompletedProcess[str]":
    """Run the program in a process of its own, as a shell does."""
    command = [*PROGRAM, *map(str, arguments)]
    return subprocess.run(command, stderr=subprocess.PIPE, text=True, timeout=120, check=False, **how)  # type: ignore[call-overload]


READERS = {
    "prepare": ("prepare", "{}"),
    "prepare --again": ("prepare", str(BEHIND), "--again", "{}", "--drop", "1", *ON),
    "prepare --names": ("prepare", str(BEHIND), "--names", "{}", *ON),
    "review": ("review", "{}"),
    "review --team": ("review", os.devnull, "--team", "{}"),
    "import": ("import", "{}"),
    "import --map": ("import", str(strategies.TABLES[0]), "--map", "{}", "--dry-run"),
    "wrap-up": ("wrap-up", "{}"),
    "wrap-up --from": ("wrap-up", str(BEHIND), "--from", "{}"),
    "follow-up": ("follow-up", "{}"),
    "trends": ("trends", "{}"),
    "templates check": ("templates", "check", "{}"),
}  # fmt: skip


@pytest.mark.parametrize("words", READERS.values(), ids=READERS)
@pytest.mark.parametrize("kind", ["folder", "circle of links", "missing", "unreadable"])
def test_what_is_no_file_ends_in_a_sentence(words, kind, tmp_path, monkeypatch):
    path = tmp_path / "strange"
    if kind == "folder":
        path.mkdir()
    elif kind == "circle of links":
        path.symlink_to(path)
    elif kind == "unreadable":
        path.write_text("team: A\n", encoding="utf-8")
        path.chmod(0)
        if os.access(path, os.R_OK):
            pytest.skip("whoever runs this may read every file")
    code, _, said = called(*(word.format(path) for word in words))
    assert code in {2, 3} or (words[0], kind) in {("templates", "folder"), ("import", "missing")}
    assert "Traceback" not in said


def test_a_sheet_is_not_written_through_a_circle_of_links(tmp_path):
    (tmp_path / "a.html").symlink_to(tmp_path / "a.html")
    code, _, said = called("prepare", BEHIND, "-o", tmp_path / "a.html", *ON)
    assert (code, (tmp_path / "a.html").is_file()) == (0, True), said


LONG = {
    "one line to review": ("review", "q.txt", "x" * MEGABYTES),
    "one line of words to review": ("review", "q.md", "why " * (MEGABYTES // 4)),
    "one text of a team file": ("prepare", "team.yaml", "team: " + "a" * 4_900_000),
    "one line of a page": ("import", "page.md", "Objective: " + "x" * (MEGABYTES // 5)),
    "a table of one line": ("import", "okr.csv", "team,objective,key result\n" + "a," * (MEGABYTES // 2)),
    "a header of 100,000 columns": ("import", "okr.csv", ",".join(f"h{n}" for n in range(100_000)) + "\n1\n"),
    "a field in each entry": ("import", "okr.json", "[" + ",".join(f'{{"k{n}":1,"b":2}}' for n in range(50_000)) + "]"),
    "a page of nothing": ("import", "page.md", "\n" * MEGABYTES + "x"),
    "objectives without end": ("import", "page.md", "Team: A\n" + "".join(f"Objective: o{n}\n" for n in range(30_000))),
    "brackets without end": ("import", "okr.json", "[" * MEGABYTES),
    "brackets in a team file": ("prepare", "team.json", '{"a":' * 900_000),
    "brackets in a sheet": ("review", "sheet.json", "[" * MEGABYTES),
}  # fmt: skip


@pytest.mark.parametrize(("command", "name", "content"), LONG.values(), ids=LONG)
def test_what_is_long_or_deep_is_answered(command, name, content, tmp_path):
    (tmp_path / name).write_text(content, encoding="utf-8")
    words = ("--yes", "--dry-run") if command == "import" else ()
    code, out, said = called(command, tmp_path / name, *words)
    assert code == (0 if command == "review" and name != "sheet.json" else 3) or name == "okr.csv"
    assert len(out) + len(said) < len(content) / 2


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("name", ["xl/workbook.xml", "word/document.xml"])
def test_a_zip_bomb_is_refused_before_it_is_unfolded(name, tmp_path, monkeypatch):
    monkeypatch.setattr("questioner.importing.offices.LARGEST_UNPACKED", 4_000_000)
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(zipped(**{name: bytes(1_000_000), **{f"{name}{n}": bytes(1_000_000) for n in range(8)}}))
    assert path.stat().st_size < 20_000
    code, _, said = called("import", path)
    assert (code, "unfolds to far more" in said) == (3, True)


def test_a_workbook_of_entities_within_entities_is_not_unfolded(tmp_path):
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 10}">' for n in range(12))
    parts = {"xl/workbook.xml": f'<?xml version="1.0"?><!DOCTYPE x [{laughs}]><x>&l11;</x>'.encode()}
    (tmp_path / "bomb.xlsx").write_bytes(zipped(**parts))
    code, _, said = called("import", tmp_path / "bomb.xlsx")
    assert (code, "cannot be read" in said) == (3, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("words", [("prepare", BEHIND, *ON), ("schema",), ("review", strategies.ROOT / "README.md")])
def test_a_full_disk_behind_standard_output_is_said(words):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = run(*words, stdout=full)
    assert (done.returncode, done.stderr) == (3, "questioner: <stdout>: cannot be written: No space left on device\n")


def test_a_full_disk_behind_o_is_said_and_leaves_nothing_behind(tmp_path):
    resource = pytest.importorskip("resource", reason="this system bounds no file's size")

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    done = run("prepare", BEHIND, *ON, "-o", tmp_path / "sheet.html", preexec_fn=small)
    assert (done.returncode, "sheet.html: cannot be written: File too large" in done.stderr) == (3, True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("closed", [">&-", "<&-", "2>&-", "<&- >&- 2>&-"])
def test_a_stream_that_is_closed_is_no_bug(closed, tmp_path):
    script = f'"$@" {closed} && echo done > "{tmp_path}/done"'
    command = ["/bin/sh", "-c", script, "sh", *PROGRAM, "prepare", str(BEHIND), *ON]
    subprocess.run(command, capture_output=True, timeout=120, check=False)
    assert (tmp_path / "done").exists()

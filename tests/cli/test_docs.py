"""The commands on the pages: each is one that the program knows, and those of the guides do what is said."""

import re
import shutil
from pathlib import Path

import click
import pytest
from openpyxl import Workbook

from questioner.cli import cli

from ..batch import corpus
from ..browser import FOUND as CHROMIUM
from ..pages import PAGES, ROOT, commands, in_backticks, name, ours
from .conftest import EXAMPLES

TYPED = [(page, line) for page in PAGES for line, _ in commands(page) if ours(line) is not None]
NAMED = [(page, part) for page in PAGES for part in in_backticks(page) if part.startswith("questioner ")]
GUIDE = ROOT / "docs" / "coachs-guide.md"
IMPORTS = EXAMPLES / "import"
BEHIND = EXAMPLES / "behind.yaml"
TABLE = IMPORTS / "burningokr.csv"
QUESTIONS = "What do people on the early shift make of the new ovens?\n"
YES = "\n" * 12 + "y\n"
"""What is typed at ``wrap-up``: nothing at its questions, and yes at the last one."""
GIVEN = {
    "README.md": {"questions.md": QUESTIONS},
    "docs/asking.md": {"questions.txt": QUESTIONS},
    "docs/coachs-guide.md": {
        "page.md": IMPORTS / "page.md", "burningokr.csv": TABLE, "okr.xlsx": TABLE, "questions.txt": QUESTIONS,
    },
    "docs/follow-through.md": {
        "team.yaml": BEHIND, "2026-q2.yaml": BEHIND, "2026-q3.yaml": BEHIND, "teams/team.yaml": BEHIND,
    },
    "docs/importing.md": {"page.md": IMPORTS / "page.md", "okr.xlsx": TABLE},
    "docs/review-in-ci.md": {"questions.txt": QUESTIONS, "more.md": "- How would you know that it is warm enough?\n"},
    "docs/sheets.md": {"team.yaml": BEHIND},
    "docs/team-file.md": {},
    "docs/templates.md": {"team.yaml": BEHIND},
    "docs/batch.md": {"teams/behind.yaml": BEHIND},
}  # fmt: skip
"""Pages to be followed from top to bottom, with the files that they take for granted: a text, or one to copy."""
PLACEHOLDER = re.compile(r"\bNAME\b|\bFILE\b|\bDIR\b|\bCODE\b|…")


def understood(words):
    """Go through ``words`` as the command line would, without looking for files."""
    command = cli
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        found = command.get_command(click.Context(command), words[0])
        assert found, f"there is no command {words[0]}"
        command, words = found, words[1:]
    # A command keeps the help option that it was first asked for; with other names, later tests would miss -h.
    context = click.Context(command, **cli.context_settings)
    values, _, options = command.make_parser(context).parse_args(list(words))
    for option in options:
        value = values.get(option.name)
        if isinstance(option.type, click.Choice) and isinstance(value, str):
            option.type.convert(value, option, None)


@pytest.mark.parametrize(
    ("page", "line"), [*TYPED, *NAMED], ids=lambda part: part if isinstance(part, str) else name(part)
)
def test_a_command_on_a_page_has_only_options_that_there_are(page, line):
    understood(ours(re.sub(r"[…\[\]]", "", line)))


def put(path, what):
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(what, str):
        path.write_text(what, encoding="utf-8")
    elif path.suffix == ".xlsx":
        workbook = Workbook()
        for row in what.read_text(encoding="utf-8").splitlines():
            workbook.active.append(row.split(","))
        workbook.save(path)
    else:
        shutil.copy(what, path)


@pytest.mark.parametrize("page", GIVEN)
def test_a_page_that_is_followed_line_by_line_works(page, questioner, tmp_path, monkeypatch):
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    for file, what in GIVEN[page].items():
        put(tmp_path / file, what)
    monkeypatch.chdir(tmp_path)
    followed = [(line, code) for line, code in commands(ROOT / page) if ours(line) and not PLACEHOLDER.search(line)]
    assert followed
    left_out = [(line, code) for line, code in followed if ".pdf" in line and not CHROMIUM]
    for line, code in (step for step in followed if step not in left_out):
        said, _, _ = line.rpartition("|")
        ran = questioner(*ours(line), stdin=said.strip().removeprefix("echo ").strip('"') or YES)
        assert ran.code == code, f"{line}\n{ran.out}\n{ran.err}"
    if left_out:
        pytest.skip(f"all but what needs a Chromium was run: {left_out}")


def section(number):
    return re.search(rf"^## {number}\..*?(?=^## )", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)[0]


def test_what_the_guide_says_of_a_sheet_stands_on_it(questioner, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    questioner("import", IMPORTS / "page.md")
    sheet = questioner("prepare", "night-bakery.yaml", "--as-of", "2026-11-16").out
    rows = re.findall(r"^\| ([^|]+?) \|", section(6), re.MULTILINE)[1:]
    assert [row for row in rows if row != "---" and row not in sheet] == []


def test_the_page_of_text_in_the_guide_is_understood_whole(questioner, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("mine.md").write_text(re.search(r"```text\n(.*?)```", section(5), re.DOTALL)[1], encoding="utf-8")
    ran = questioner("import", "mine.md")
    assert (ran.code, "not understood" in ran.err) == (0, False)


def test_the_lines_that_the_guide_adds_to_a_team_file_stand_where_they_belong(questioner, tmp_path):
    text = "team: Night Bakery\ncycle: {start: 2026-09-07, end: 2026-12-18}\n"
    (tmp_path / "team.yaml").write_text(
        text + re.search(r"```yaml\n(.*?)```", section(5), re.DOTALL)[1], encoding="utf-8"
    )
    ran = questioner("prepare", tmp_path / "team.yaml", "--as-of", "2026-11-16")
    assert (ran.code, "bread without trouble" in ran.out) == (0, True)


@pytest.mark.parametrize(
    ("file", "text", "command"),
    [
        ("missing.yaml", None, "prepare"),
        ("tabs.yaml", "team: A\nobjectives:\n\t- title: B\n", "prepare"),
        ("other.csv", "Squad,Goal for the term\nA,B\n", "import"),
    ],
)
def test_what_the_guide_says_of_a_mistake_is_what_the_program_says(file, text, command, questioner, tmp_path):
    if text:
        (tmp_path / file).write_text(text, encoding="utf-8")
    said = questioner(command, tmp_path / file).err
    listed = re.findall(r"^\| `([^`]+)`[^|]*\|", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    assert [message for message in listed if message in said]


TEAM = """
team: {team}1
as_of: 2026-11-16
cycle: {{name: {team}2, start: 2026-10-01, end: 2026-12-31}}
vision: {vision}1
background: {vision}2
people: 7
tags: {{coach: {tags}1}}
objectives:
  - {{title: {team}3 in the shop, label: {team}4, why: {vision}3, audience: {vision}4, parent: {parent}1, key_results: [
      {{title: {team}5 of 90, owner: {owners}1, start: 10, target: 90, current: 22, unit: {team}6, confidence: 6,
        status: {figures}1, initiatives: [{vision}5]}}]}}
check_ins:
  - {{date: 2026-11-02, notes: {earlier}1, key_results:
      {{KR1: {{value: 20, confidence: 8, comment: {earlier}2, blockers: [{earlier}3], asks: [{earlier}4]}}}}}}
  - {{date: 2026-11-16, notes: We launched {notes}1., key_results:
      {{KR1: {{value: 22, confidence: 3, scores: [1, 9, 4], comment: {latest}1, blockers: [{latest}2], asks: [{latest}3]}}}}}}
sessions:
  - {{date: 2026-10-05, summary: {else}1, asked: [{else}2?], insights: [{else}3], decisions: [{else}4],
     commitments: [{{text: {open}1, who: {owners}2, due: 2026-10-20}}, {{text: {else}5, status: done}}]}}
  - {{date: 2026-10-19, asked: ["{questions}1?"]}}
  - {{date: 2026-11-02, summary: {summary}1, asked: ["{questions}2?"], insights: [{insights}1],
     decisions: [{insights}2], commitments: [{{text: {commitments}1, who: {owners}3, status: done}}]}}
"""
ROWS = {
    "team": "team, cycle", "figures": "figures,", "vision": "vision,", "notes": "notes of the latest",
    "latest": "comments,", "earlier": "notes, comments", "summary": "summary", "insights": "insights",
    "commitments": "commitments of the last", "open": "commitments of earlier", "parent": "parent", "questions": "questions", "else": "all else", "tags": "tags",
}  # fmt: skip
"""How the rows of the table in ``docs/privacy.md`` begin, by the word that stands for their fields in ``TEAM``."""


@pytest.mark.parametrize(("send", "column"), [("text", 2), ("facts", 3)])
def test_what_leaves_the_machine_is_what_the_page_on_privacy_says(send, column, questioner, tmp_path):
    words = {field: f"Zz{field}" for field in [*ROWS, "owners"]}
    (tmp_path / "team.yaml").write_text(TEAM.format(**words), encoding="utf-8")
    prompt = questioner("prepare", tmp_path / "team.yaml", "--dry-run", "--send", send).out
    page = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
    table = [row.split(" | ") for row in re.findall(r"^\| (.+) \|$", page, re.MULTILINE)]
    for field, begins in ROWS.items():
        (row,) = [row for row in table if row[0].startswith(begins)]
        there = {f"Zz{field}{n}" in prompt for n in range(1, TEAM.count(f"{{{field}}}") + 1)}
        allowed = {"no": ({False},), "yes": ({True},), "quoted": ({True}, {False}, {True, False})}
        assert there in allowed[row[column]], f"{field}: {row[column]}"
    assert words["owners"] not in prompt


def test_what_is_longer_than_the_page_on_privacy_says_is_not_quoted(questioner, tmp_path):
    words = {
        field: "long " * 14 + f"Zz{field}" for field in ("notes", "latest", "insights", "commitments", "open", "parent")
    }
    (tmp_path / "team.yaml").write_text(
        TEAM.format(**dict.fromkeys([*ROWS, "owners"], "Brook") | words), encoding="utf-8"
    )
    assert "Zz" not in questioner("prepare", tmp_path / "team.yaml", "--dry-run", "--send", "facts").out


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    folder = tmp_path_factory.mktemp("many")
    corpus.write(folder / "teams", 2 * len(corpus.kinds()))
    return folder


def said(pattern):
    """A figure of the page on large runs, by the words around it."""
    page = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
    return float(re.search(pattern, page)[1].replace(",", ""))


def test_a_team_costs_the_tokens_that_the_page_on_large_runs_says(many, questioner):
    ran = questioner("batch", many / "teams", "--out", many / "out", "--model", "NAME", "--dry-run")
    estimated = float(re.search(r"estimated tokens: ([\d,]+) in", ran.out)[1].replace(",", ""))
    one = said(r"prompt \| ([\d,]+) tokens") + said(r"shape of the reply \| ([\d,]+) tokens")
    assert estimated / (2 * len(corpus.kinds())) == pytest.approx(one, rel=0.05)


def test_a_request_has_the_bytes_that_the_page_on_large_runs_says(many, questioner):
    ran = questioner("batch", many / "teams", "--out", many / "files", "--model", "NAME", "--engine", "jsonl")
    size = Path(ran.out.strip()).stat().st_size
    one = 1000 * said(r"request in a file \| ([\d.]+) kB")
    assert size / (2 * len(corpus.kinds())) == pytest.approx(one, rel=0.05)

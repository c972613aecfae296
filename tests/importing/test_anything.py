"""Whatever is in a file: it ends in sentences or in team files, and the same import twice changes nothing."""

import csv
import io
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questioner.errors import InputError
from questioner.importing import columns, run, sources
from questioner.importing.gathering import Given
from questioner.inputs import read_team

GIVEN = Given("", {"start": date(2026, 10, 1), "end": date(2026, 12, 31)}, date(2026, 11, 16))
HEADER = [
    "Team",
    "Objective",
    "Key Result",
    "Start",
    "Target",
    "Current",
    "Unit",
    "Confidence",
    "Comment",
    "Blockers",
    "Initiatives",
    "Status",
]
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
figures = st.one_of(st.integers(-9999, 9999).map(str), st.sampled_from(["45 %", "€1.2M", "1.234,5", "n/a", "", "=1+1"]))
confidence = st.sampled_from(["", "6", "60%", "amber", "0.6", "1"])
rows = st.lists(st.tuples(st.sampled_from(["A", "B-2"]), words, words, figures, figures, figures, words, confidence, words, words, words, words), min_size=1, max_size=6)  # fmt: skip


def imported(content, name, folder):
    """Import a file; return what became of each team, or None where it ended in sentences."""
    path = Path(folder) / name
    path.write_bytes(content)
    try:
        source = sources.read(str(path), sources.Reading())
        table = source.table
        mapping = columns.settled(columns.preset(table) or columns.proposed(table), table) if table else None
        files = run.team_files(run.gathered(source, mapping, GIVEN), Path(folder) / "out", None)
    except InputError as error:
        assert all(problem.message and "\n" not in problem.message for problem in error.problems)  # noqa: PT017
        return None
    run.write(files)
    return files


@given(rows)
def test_any_table_is_read_or_told_and_the_second_time_changes_nothing(rows):
    text = io.StringIO()
    csv.writer(text).writerows([HEADER, *rows])
    with tempfile.TemporaryDirectory() as folder:
        files = imported(text.getvalue().encode(), "t.csv", folder)
        for file in files or ():
            assert read_team(str(file.path)).objectives
        again = imported(text.getvalue().encode(), "t.csv", folder) if files else []
        assert [(file.report.changes, file.changed) for file in again] == [([], False)] * len(again)


@given(st.binary(max_size=300), st.sampled_from(["t.csv", "t.json", "t.md", "t.xlsx", "t"]))
def test_any_bytes_end_in_sentences_or_in_files(content, name):
    with tempfile.TemporaryDirectory() as folder:
        imported(content, name, folder)


@given(st.lists(st.sampled_from(["Objective: O", "KR: a from 1 to 2, now 1.5", "KR: b", "Now: 3", "Notes:", "- x", "Team: B", "As of: 2026-11-02", "Confidence: 0.5", "Blockers:", "", "?"]), max_size=12))  # fmt: skip
def test_any_page_is_read_or_told_and_the_second_time_changes_nothing(lines):
    content = "\n".join(["Team: A", "Objective: First", *lines]).encode()
    with tempfile.TemporaryDirectory() as folder:
        files = imported(content, "t.md", folder)
        again = imported(content, "t.md", folder) if files else []
        assert [(file.report.changes, file.changed) for file in again] == [([], False)] * len(again)


@pytest.mark.parametrize("length", [500, 501])
def test_a_title_may_be_as_long_as_in_a_team_file(length, tmp_path):
    content = f"Team,Objective,Key Result\nA,O,{'x' * length}\n".encode()
    assert (imported(content, "t.csv", tmp_path) is not None) == (length == 500)

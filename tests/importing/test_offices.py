"""Workbooks and Word files, made by the libraries that read them."""

import io
import sys
import zipfile
from datetime import date, datetime

import docx
import openpyxl
import pytest

from questioner.errors import InputError
from questioner.importing.gathering import Given
from questioner.importing.sources import Reading

from .conftest import GIVEN

HEADER = ["Team", "Objective", "Key Result", "Start", "Target", "Current", "Date"]


def workbook(rows, change=None, title="okr"):
    """The bytes of a workbook with these rows, after ``change`` was made to its sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    if change:
        change(sheet)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def word(fill):
    """The bytes of a Word file, after ``fill`` has written to it."""
    page = docx.Document()
    fill(page)
    packed = io.BytesIO()
    page.save(packed)
    return packed.getvalue()


def with_stored_results(raw, results):
    """A workbook as a spreadsheet program saves it: the result of each formula beside it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode("utf-8", "surrogateescape")
            for formula, result in results.items():
                content = content.replace(f"<f>{formula}</f><v></v>", f"<f>{formula}</f><v>{result}</v>").replace(
                    f"<f>{formula}</f><v />", f"<f>{formula}</f><v>{result}</v>"
                )
            new.writestr(name, content.encode("utf-8", "surrogateescape"))
    return packed.getvalue()


def test_a_workbook_is_read_with_its_days_numbers_and_percentages(team_of):
    def percent(sheet):
        for cell in ("D2", "E2", "F2"):
            sheet[cell].number_format = "0.00%"

    rows = [
        HEADER,
        ["Desk", "Calm 🙂", "Replies", 0.2, 0.8, 0.4567, datetime(2026, 11, 9)],
        ["Desk", "Calm 🙂", "Calls", 9, 2, 5.125, date(2026, 11, 9)],
    ]
    team = team_of(workbook(rows, percent), "okr.xlsx")
    first, second = team.objectives[0].key_results
    assert (first.start, first.target, first.unit) == (20, 80, "%")
    assert (second.start, second.target) == (9, 2)
    (check_in,) = team.check_ins
    assert (check_in.date, check_in.key_results["KR1"].value, check_in.key_results["KR2"].value) == (
        date(2026, 11, 9),
        45.67,
        5.125,
    )


def test_merged_cells_count_for_every_row_they_cover(team_of):
    def merge(sheet):
        sheet.merge_cells("A3:A5")
        sheet.merge_cells("B3:B4")
        sheet.merge_cells("A1:G1")

    rows = [
        ["Our goals"],
        HEADER,
        ["Desk", "Calm", "Replies", 1, 2, 1],
        [None, None, "Calls", 9, 2, 5],
        [None, "Quiet", "Noise", 5, 1, 3],
    ]
    team = team_of(workbook(rows, merge), "okr.xlsx")
    assert [(o.title, len(o.key_results)) for o in team.objectives] == [("Calm", 2), ("Quiet", 1)]


def test_formulas_are_read_by_their_stored_results(team_of):
    raw = workbook([HEADER, ["Desk", "Calm", "Replies", 1, "=2*45", "=40+1"]])
    team = team_of(with_stored_results(raw, {"2*45": 90, "40+1": 41}), "okr.xlsx")
    assert team.objectives[0].key_results[0].target == 90
    assert team.check_ins[0].key_results["KR1"].value == 41


def test_a_formula_without_a_result_and_a_failed_one_are_told_with_their_cell(imported):
    rows = [HEADER, ["Desk", "Calm", "Replies", 1, "=2*45", "#DIV/0!"]]
    with pytest.raises(InputError) as caught:
        imported(workbook(rows), "okr.xlsx")
    told = [(p.line, p.field, p.message[:20]) for p in caught.value.problems]
    assert told == [(2, "E", "is a formula whose r"), (2, "F", "saw #DIV/0!; mend th")]


def test_the_sheet_with_goals_is_found_and_of_two_one_is_to_be_named(imported):
    book = openpyxl.Workbook()
    book.active.title = "Readme"
    book.active.append(["Read", "this"])
    for name in ("Q3", "Q4"):
        sheet = book.create_sheet(name)
        sheet.append(HEADER)
        sheet.append(["Desk", f"Calm {name}", "Replies", 1, 2, 1])
    packed = io.BytesIO()
    book.save(packed)
    with pytest.raises(InputError, match="several sheets with goals; choose one with --sheet: Q3, Q4"):
        imported(packed.getvalue(), "okr.xlsx")
    with pytest.raises(InputError, match="has no sheet 'Q5'; it has Readme, Q3, Q4"):
        imported(packed.getvalue(), "okr.xlsx", reading=Reading(sheet="Q5"))
    (file,) = imported(packed.getvalue(), "okr.xlsx", reading=Reading(sheet="Q4"))
    assert "Calm Q4" in file.text
    book["Q3"].sheet_state = "hidden"
    packed = io.BytesIO()
    book.save(packed)
    assert "Calm Q4" in imported(packed.getvalue(), "okr.xlsx")[0].text


def test_a_sheet_whose_formats_reach_to_its_last_row_is_refused(imported):
    def reach(sheet):
        sheet.cell(1_048_576, 7).number_format = "0.00%"

    with pytest.raises(InputError, match="reaches to row 1,048,576; delete the empty rows"):
        imported(workbook([HEADER, ["Desk", "Calm", "Replies", 1, 2, 1]], reach), "okr.xlsx")


def test_a_word_page_with_headings_lists_and_a_table_is_read(team_of):
    def fill(page):
        page.add_heading("Team: Desk", 1)
        page.add_paragraph("Some words.")
        page.add_heading("Objective: Calm starts", 2)
        page.add_paragraph("Key results:")
        page.add_paragraph("Replies from 20% to 80%, now 41%, confidence 6", style="List Bullet")
        page.add_paragraph("Calls from 9 to 2 a day, now 5", style="List Number")
        table = page.add_table(rows=0, cols=3)
        for row in (("Objective", "Key result", "Target"), ("Quiet", "Noise", "3 dB"), ("", "Music", "")):
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
        table.cell(1, 0).merge(table.cell(2, 0))
        page.add_paragraph("Notes: We wait.\nAnd wait.")

    team = team_of(word(fill), "page.docx")
    assert [(o.title, [k.title for k in o.key_results]) for o in team.objectives] == [
        ("Calm starts", ["Replies from 20% to 80%", "Calls from 9 to 2 a day"]), ("Quiet", ["Noise", "Music"]),
    ]  # fmt: skip
    assert team.check_ins[0].notes == "We wait.\nAnd wait."


@pytest.mark.parametrize(
    ("name", "module", "way"),
    [
        ("okr.xlsx", "openpyxl", "extra xlsx, or beside it openpyxl"),
        ("page.docx", "docx", "extra docx, or beside it python-docx"),
    ],
)
def test_a_missing_library_is_named_with_the_way_to_it(name, module, way, imported, monkeypatch):
    raw = workbook([HEADER]) if module == "openpyxl" else word(str)
    monkeypatch.setitem(sys.modules, module, None)  # an import of it fails
    with pytest.raises(InputError, match=way):
        imported(raw, name)


@pytest.mark.parametrize("folder", ["xl/workbook.xml", "word/document.xml", "other.txt"])
def test_a_packed_file_that_is_none_of_them_ends_in_one_sentence(folder, imported):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr(folder, "not what it seems")
    with pytest.raises(InputError, match=r"open it and save it again|save it as one"):
        imported(packed.getvalue(), "okr.xlsx")


def test_a_file_that_unfolds_without_end_is_refused_before_it_is_unfolded(imported, monkeypatch):
    monkeypatch.setattr("questioner.importing.offices.LARGEST_UNPACKED", 1000)
    with pytest.raises(InputError, match="unfolds to far more"):
        imported(workbook([HEADER]), "okr.xlsx", given=Given("", GIVEN.cycle))

"""Workbooks and Word files. Their libraries are extras, and are imported only for such a file."""

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from questioner.errors import InputError, Problem
from questioner.importing.pages import Line
from questioner.importing.tables import Table, table_of
from questioner.importing.values import Cell, text
from questioner.phrasing import not_installed

LARGEST_UNPACKED = 400_000_000
"""Bytes that a packed file may unfold to."""
MOST_CELLS = 2_000_000
"""Cells of the area that a sheet covers, empty ones included."""
WORKBOOK, DOCUMENT = "xl/", "word/"


def kind_of(raw: bytes, file: str) -> str:
    """Return ``WORKBOOK`` or ``DOCUMENT``.

    Raises:
        InputError: for any other packed file, or one that unfolds beyond bounds.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            parts = packed.infolist()
    except zipfile.BadZipFile as error:
        raise InputError([Problem("is damaged; open it and save it again", file)]) from error
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise InputError([Problem("unfolds to far more than a workbook or a page holds", file)])
    for kind in (WORKBOOK, DOCUMENT):
        if any(part.filename.startswith(kind) for part in parts):
            return kind
    raise InputError([Problem("is neither a workbook (.xlsx) nor a Word file (.docx); save it as one", file)])


def sheet_of(raw: bytes, file: str, wanted: str | None, known: Callable[[Iterable[str]], int]) -> Table:
    """Return the table on one sheet of a workbook: ``wanted``, or the only one with a header that is ``known``.

    Raises:
        InputError: when there is no such sheet or several, or a cell has no value to read.
    """
    try:
        import openpyxl
    except ImportError as error:
        raise _without(file, "openpyxl", "xlsx", "save the sheet as CSV") from error
    try:
        values = openpyxl.load_workbook(io.BytesIO(raw), data_only=True)
        formulas = openpyxl.load_workbook(io.BytesIO(raw))
    except Exception as error:  # openpyxl lets through whatever its parsers raise
        raise InputError([Problem("is a workbook that cannot be read; open it and save it again", file)]) from error
    names = [sheet.title for sheet in values.worksheets if sheet.sheet_state == "visible"]
    fitting = [name for name in names if _most(values[name], known) > 1]
    if wanted is None and len(fitting) != 1:
        what = "has several sheets with goals" if fitting else "has no sheet with a header that is known"
        raise InputError([Problem(f"{what}; choose one with --sheet: {', '.join(fitting or names)}", file)])
    if wanted is not None and wanted not in values.sheetnames:
        raise InputError([Problem(f"has no sheet {wanted!r}; it has {', '.join(names)}", file)])
    name = wanted or fitting[0]
    if values[name].max_row * values[name].max_column > MOST_CELLS:
        what = f"reaches to row {values[name].max_row:,}; delete the empty rows and columns around the table"
        raise InputError([Problem(what, file)])
    rows, problems = _rows(values[name], formulas[name], file)
    if problems:
        raise InputError(problems)
    return table_of(rows, file, known)


def _without(file: str, library: str, extra: str, instead: str) -> InputError:
    return InputError([Problem(f"{not_installed(library, extra)}; or {instead}", file)])


def _most(sheet: Any, known: Callable[[Iterable[str]], int]) -> int:
    rows = sheet.iter_rows(max_row=30, values_only=True)
    return max((known([text(_cell(value)) for value in row]) for row in rows), default=0)


def _rows(values: Any, formulas: Any, file: str) -> tuple[list[tuple[int, tuple[Cell, ...]]], list[Problem]]:
    """Return the rows with their numbers; of cells merged over several rows, each row has the value."""
    above = {
        (row, merged.min_col): (merged.min_row, merged.min_col)
        for merged in values.merged_cells.ranges
        for row in range(merged.min_row + 1, merged.max_row + 1)
    }
    problems = []
    rows = []
    for row in values.iter_rows():
        cells = []
        for cell in row:
            source = values.cell(*above[cell.row, cell.column]) if (cell.row, cell.column) in above else cell
            if cell.data_type == "e":
                problems.append(Problem(f"saw {cell.value}; mend the formula", file, cell.row, cell.column_letter))
            elif cell.value is None and formulas.cell(cell.row, cell.column).data_type == "f":
                what = "is a formula whose result is not stored; open the file in a spreadsheet program and save it"
                problems.append(Problem(what, file, cell.row, cell.column_letter))
            cells.append(_cell(source.value, source.number_format))
        rows.append((row[0].row, tuple(cells)))
    return rows, problems


def _cell(value: Any, form: str = "") -> Cell:
    if value is None or isinstance(value, (str, date)):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return f"{round(value * 100, 2):g}%" if "%" in form else float(value)
    return str(value) if isinstance(value, (datetime, time, timedelta)) else text(str(value))


def page_of(raw: bytes, file: str, known: Callable[[Iterable[str]], int]) -> tuple[list[Line], Table | None]:
    """Return the lines of a Word file, marked as Markdown has it, and the first table whose header is ``known``.

    Lines are counted as paragraphs and rows are.

    Raises:
        InputError: when it cannot be read.
    """
    try:
        import docx
        from docx.table import Table as WordTable
    except ImportError as error:
        raise _without(file, "python-docx", "docx", "save the page as text") from error
    try:
        parts = list(docx.Document(io.BytesIO(raw)).iter_inner_content())
    except Exception as error:  # python-docx lets through whatever its parsers raise
        raise InputError([Problem("is a Word file that cannot be read; open it and save it again", file)]) from error
    lines: list[Line] = []
    table: Table | None = None
    number = 0
    for part in parts:
        if not isinstance(part, WordTable):
            number += 1
            lines += [Line(number, line) for line in _marked(part)]
            continue
        rows = [(number + at, tuple(cell.text for cell in row.cells)) for at, row in enumerate(part.rows, 1)]
        number += len(rows)
        if table is None and rows and known(rows[0][1]) > 1:
            table = table_of(rows, file, known)
        else:
            lines += [Line(at, " | ".join(cells)) for at, cells in rows]
    return lines, table


def _marked(paragraph: Any) -> Iterator[str]:
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    own = paragraph._p.pPr.numPr if paragraph._p.pPr is not None else None  # noqa: SLF001 - no public way to a list's level
    level = int(own.ilvl.val) if own is not None and own.ilvl is not None else 0
    mark = (
        "# "
        if style.startswith(("Heading", "Title"))
        else "  " * level + "- "
        if own is not None or style.startswith("List")
        else ""
    )
    return (mark + line for line in paragraph.text.split("\n"))

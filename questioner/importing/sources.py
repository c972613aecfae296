"""What kind of file it is, and what it holds: a table, or a page of text."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from questioner.errors import InputError, Problem
from questioner.files import OLD_OFFICE, PDF, ZIP
from questioner.importing import columns, offices, pages, tables
from questioner.importing.pages import Line, Page
from questioner.importing.tables import Table
from questioner.importing.values import DayOrder, Decimal
from questioner.inputs import team_file

LARGEST = 50_000_000
"""Bytes; an export of a thousand teams stays under twenty million."""
MOST_LINES = 100_000
"""Lines of a page of text; a year's notes of a team stay under two thousand."""
Rows = list[tuple[int, tuple[str, ...]]]
_TABLES = (".csv", ".tsv", ".tab")
_TEAM_FILE = "is a team file already; questioner prepare {} reads it"


@dataclass(frozen=True)
class Source:
    """What a file holds: a table, or a page of text that may have a table in it."""

    file: str
    table: Table | None = None
    page: Page = field(default_factory=Page)
    remarks: tuple[str, ...] = ()
    """What should be known of how it was read."""


@dataclass(frozen=True)
class Reading:
    """How a file is to be read, where it does not show that itself."""

    sheet: str | None = None
    """Name of one of a workbook's sheets."""
    encoding: str | None = None
    decimal: Decimal | None = None
    dates: DayOrder | None = None


def read(path: str, reading: Reading) -> Source:
    """Return what the file at ``path`` holds, or standard input for ``-``.

    Raises:
        InputError: when it cannot be read, or is of a kind that cannot be imported.
    """
    file = team_file.called(path)
    raw = _bytes(path)
    if raw.startswith(ZIP):
        return _office(raw, file, reading)
    if raw.startswith((OLD_OFFICE, PDF)):
        what = (
            "is an old Office file; save it as .xlsx or .docx"
            if raw.startswith(OLD_OFFICE)
            else "is a PDF; save it as text"
        )
        raise InputError([Problem(what, file)])
    text, found = _decoded(raw, reading.encoding, file)
    remarks = (f"{file} was read as {found}; if letters are wrong, name another with --encoding",) if found else ()
    if Path(path).suffix.lower() == ".json" or re.match(r"\s*[\[{]\s*[\"{\[]", text):
        table = tables.lengthened(tables.from_json(text, file))
        _refuse_team_files(table, file)
        return Source(file, table, remarks=remarks)
    if re.search(r"^objectives:", text, re.M) and re.search(r"^cycle:", text, re.M):
        raise InputError([Problem(_TEAM_FILE.format(file), file)])
    delimited = Path(path).suffix.lower() in _TABLES
    if not delimited and text.count("\n") > MOST_LINES:
        raise InputError([Problem(f"holds more than {MOST_LINES:,} lines; split it", file)])
    if delimited or _is_table(text):
        return Source(file, tables.lengthened(tables.delimited(text, file, columns.known)), remarks=remarks)
    lines, rows = _without_table(pages.lines_of(text))
    return Source(file, _table_in(rows, file), pages.read(lines, file, reading.decimal, reading.dates), remarks)


def words(path: str, reading: Reading) -> str:
    """Return the words of the text, Markdown or Word file at ``path``, a line each, without their marks.

    Raises:
        InputError: when it cannot be read, or is a table.
    """
    raw = _bytes(path)
    if not raw.startswith(ZIP):
        lines = pages.lines_of(_decoded(raw, reading.encoding, path)[0])
    elif offices.kind_of(raw, path) == offices.DOCUMENT:
        lines, _ = offices.page_of(raw, path, columns.known)
    else:
        raise InputError([Problem("is a workbook; notes are read from text, Markdown or Word", path)])
    return "\n".join(filter(None, (pages.words_of(line) for line in lines)))


def _is_table(text: str) -> bool:
    """Say whether a text is delimited: no line tells of an objective, and some first lines hold names of columns."""
    head = text.splitlines()[: tables.DEEPEST_HEADER]
    names = max(
        (columns.known(re.split(f"[{''.join(tables.DELIMITERS)}]", line.replace('"', ""))) for line in head), default=0
    )
    return names > 1 and not pages.is_page(text) and not _without_table(pages.lines_of(text))[1]


def _without_table(lines: list[Line]) -> tuple[list[Line], Rows]:
    """Return the lines of a page outside its table with bars, and the rows in it, without the rule under its header."""
    barred = [line for line in lines if line.text.strip().startswith("|")]
    rows: Rows = [
        (line.number, tuple(re.split(r"(?<!\\)\|", pages.unmarked(line.text).strip().strip("|")))) for line in barred
    ]
    rows = [(number, cells) for number, cells in rows if not all(re.fullmatch(r"\s*:?-+:?\s*", cell) for cell in cells)]
    if len(rows) < 2 or columns.known(rows[0][1]) < 2:
        return lines, []
    return [line for line in lines if line not in barred], rows


def _table_in(rows: Rows, file: str) -> Table | None:
    return tables.lengthened(tables.table_of(rows, file, columns.known)) if rows else None


def _bytes(path: str) -> bytes:
    raw = team_file.bytes_of(path, LARGEST)
    if not raw.strip():
        raise InputError([Problem("is empty", team_file.called(path))])
    return raw


def _decoded(raw: bytes, encoding: str | None, file: str) -> tuple[str, str | None]:
    if encoding is None:
        return tables.decoded(raw, file)
    try:
        return raw.decode(encoding).removeprefix("\ufeff"), None
    except (LookupError, UnicodeDecodeError) as error:
        raise InputError(
            [Problem(f"is not text in {encoding}; leave --encoding out, or name another", file)]
        ) from error


def _refuse_team_files(table: Table, file: str) -> None:
    if {"objectives.title", "cycle.start"} <= set(table.header):
        raise InputError([Problem(_TEAM_FILE.format(file), file)])


def _office(raw: bytes, file: str, reading: Reading) -> Source:
    if offices.kind_of(raw, file) == offices.WORKBOOK:
        return Source(file, tables.lengthened(offices.sheet_of(raw, file, reading.sheet, columns.known)))
    lines, table = offices.page_of(raw, file, columns.known)
    page = pages.read(lines, file, reading.decimal, reading.dates)
    return Source(file, tables.lengthened(table) if table else None, page)

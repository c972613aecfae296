"""Tables as they come: delimited text and JSON to a header and rows, each row with its place in the file."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from questioner.errors import InputError, Problem
from questioner.importing.values import Cell, text

DELIMITERS = (",", ";", "\t", "|", "^")
DEEPEST_HEADER = 30
"""Rows in which a header is looked for."""
MOST_ROWS = 100_000
MOST_COLUMNS = 1000
LONGEST_NUMBER = 15
"""Digits that a floating number keeps."""
_WIDE = re.compile(r"(?:key[ _]?result|kr)[ _]?(\d{1,3})[ _](.+)", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """One row: its number in the file, from 1, and its cells in the order of the header."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A header and rows."""

    file: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    counted: str = ""
    """What the numbers count when they are not lines or rows of the file: ``entry``."""

    def column(self, name: str) -> list[Cell]:
        """Return the cells under ``name``."""
        at = self.header.index(name)
        return [row.cells[at] for row in self.rows]


def decoded(raw: bytes, file: str) -> tuple[str, str | None]:
    """Return the text in ``raw``, and the name of its encoding where that had to be found out.

    UTF-8, UTF-16 with or without a mark, Windows-1252, Mac Roman. The last two have no mark of their own: of
    each the letters are counted that stand among other letters, and the one with more of them is taken.

    Raises:
        InputError: when it is no text.
    """
    for mark, name in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if raw.startswith(mark):
            return _strictly(raw, name, file), None
    if (wide := _unmarked_utf_16(raw)) is not None:
        return _strictly(raw, wide, file), None
    if b"\0" in raw:
        raise InputError([Problem("is not a text file; save it as CSV, or as a workbook (.xlsx)", file)])
    try:
        return raw.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        name = max(("cp1252", "mac_roman"), key=lambda name: _letters(raw, name))
        return raw.decode(name, errors="replace"), {"cp1252": "Windows-1252", "mac_roman": "Mac Roman"}[name]


def _strictly(raw: bytes, encoding: str, file: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError([Problem("is cut off in the middle of a character; save it again", file)]) from error


def _unmarked_utf_16(raw: bytes) -> str | None:
    """Return how two-byte text is laid out, where most of its every second byte is nought."""
    half = max(len(raw) // 2, 1)
    if raw[1::2].count(0) > half * 0.6:
        return "utf-16-le"
    return "utf-16-be" if raw[::2].count(0) > half * 0.6 else None


def _letters(raw: bytes, encoding: str) -> int:
    """Return how much ``raw`` looks like words in ``encoding``."""
    decoded = raw.decode(encoding, errors="replace")
    score = 0
    for match in re.finditer(r"[^\x00-\x7f]", decoded):
        before = decoded[match.start() - 1 : match.start()]
        after = decoded[match.end() : match.end() + 1]
        char = match[0]
        if char.isalpha():
            inside = (before.isalpha() and before.isascii()) or (after.isalpha() and after.isascii())
            score += 2 if inside and not (before.islower() and char.isupper()) else -2
        else:
            score += 1 if char in "€£–—’‘“”„…«»°\u00a0" else -2
    return score


def delimited(content: str, file: str, known: Callable[[Iterable[str]], int]) -> Table:
    """Return the table in delimited text; ``known`` counts the names in a row that a header may hold.

    Raises:
        InputError: when no delimiter makes a table of it.
    """
    content, told = _told_delimiter(content)
    tried = [list(_records(content, d)) for d in ((told,) if told else DELIMITERS)]
    best = max(tried, key=lambda rows: _score(rows, known))
    if max((len(cells) for _, cells in best), default=0) < 2:
        raise InputError(
            [Problem("holds no table: no line has two columns; its delimiter may be , ; tab | or ^", file)]
        )
    return table_of(((n + bool(told), cells) for n, cells in best), file, known)


def _told_delimiter(content: str) -> tuple[str, str | None]:
    """Return the text without its first line, where that only tells the delimiter: ``sep=;``."""
    match = re.match(r'"?sep=(.)"?\r?\n', content, re.IGNORECASE)
    return (content[match.end() :], match[1]) if match else (content, None)


def _records(content: str, delimiter: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield ``(line, cells)``; a cell may hold line breaks, and the line is the one on which its record begins."""
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            yield line, tuple(cells[: MOST_COLUMNS + 1])
            line = reader.line_num + 1
    except csv.Error:  # a cell beyond the limit: not this delimiter
        return


def _score(rows: list[tuple[int, tuple[str, ...]]], known: Callable[[Iterable[str]], int]) -> tuple[int, int]:
    widths = [len(cells) for _, cells in rows if any(cells)]
    counts = Counter(widths)
    usual = max(sorted(counts), key=lambda width: counts[width]) if widths else 0
    names = max((known(cells) for _, cells in rows[:DEEPEST_HEADER]), default=0)
    return names, counts[usual] * usual if usual > 1 else 0


def table_of(rows: Iterable[tuple[int, tuple[Cell, ...]]], file: str, known: Callable[[Iterable[str]], int]) -> Table:
    """Return a table of numbered rows, of which one near the top is its header.

    Raises:
        InputError: when there are no rows, too many, or a name stands twice in the header.
    """
    filled = [(number, cells) for number, cells in rows if any(text(cell) for cell in cells)]
    if len(filled) < 2:
        raise InputError([Problem("holds no rows under a header", file)])
    if len(filled) > MOST_ROWS:
        raise InputError([Problem(f"holds more than {MOST_ROWS:,} rows; split it", file)])
    names = [known([text(cell) for cell in cells]) for _, cells in filled[:DEEPEST_HEADER]]
    at = names.index(max(names))
    number, cells = filled[at]
    header = tuple(text(cell) for cell in cells)
    width = max(len(header), 1)
    while width > 1 and not header[width - 1]:
        width -= 1
    header = _bounded(header[:width], file, number)
    repeated = sorted(name for name, times in Counter(header).items() if name and times > 1)
    if repeated:
        raise InputError([Problem("stands twice in the header; rename one", file, number, name) for name in repeated])
    header = tuple(name or f"column {place + 1}" for place, name in enumerate(header))
    body = (Row(n, (*cells, *[None] * width)[:width]) for n, cells in filled[at + 1 :])
    return Table(file, header, tuple(body))


def _bounded(header: tuple[str, ...], file: str, line: int | None) -> tuple[str, ...]:
    if len(header) > MOST_COLUMNS:
        raise InputError([Problem(f"has more than {MOST_COLUMNS:,} columns; keep those that matter", file, line)])
    return header


def from_json(content: str, file: str) -> Table:
    """Return the table in JSON: a row for each entry of its innermost lists, with the fields of those around it.

    Raises:
        InputError: when it is not JSON, or holds no list of entries.
    """
    try:
        data = json.loads(content, parse_int=_whole)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        raise InputError(
            [Problem(f"is not JSON: {getattr(error, 'msg', 'it nests too deeply')}", file, line)]
        ) from error
    entries = _entries(data)
    rows = [row for entry in entries if isinstance(entry, dict) for row in _unfolded(entry, "")]
    if not any(len(row) > 1 for row in rows):
        raise InputError([Problem("holds no list of key results", file)])
    header = _bounded(tuple(dict.fromkeys(name for row in rows for name in row)), file, None)
    body = (Row(n, tuple(row.get(name) for name in header)) for n, row in enumerate(rows, 1))
    return Table(file, header, tuple(body), counted="entry")


def _entries(data: Any) -> list[Any]:
    """Return what a file is a list of: the list itself, or the only one in a wrapper around it."""
    if not isinstance(data, dict):
        return data if isinstance(data, list) else []
    lists = [value for value in data.values() if isinstance(value, list) and any(isinstance(v, dict) for v in value)]
    others = [value for value in data.values() if isinstance(value, (str, dict))]
    return lists[0] if len(lists) == 1 and not others else [data]


def _unfolded(entry: dict[str, Any], prefix: str, depth: int = 0) -> list[dict[str, Cell]]:
    """Return the rows of one entry: its own fields in each, and in each the fields of one entry of a list in it."""
    own: dict[str, Cell] = {}
    below: list[dict[str, Cell]] = []
    for key, value in entry.items() if depth < 12 else ():
        name = f"{prefix}{key}"
        if isinstance(value, dict):
            inner = _unfolded(value, f"{name}.", depth + 1)
            own |= inner[0] if len(inner) == 1 else {}
            below += inner if len(inner) > 1 else []
        elif isinstance(value, list) and any(isinstance(part, dict) for part in value):
            below += [row for part in value if isinstance(part, dict) for row in _unfolded(part, f"{name}.", depth + 1)]
        elif isinstance(value, list):
            own[name] = "; ".join(str(part) for part in value)
        else:
            own[name] = _cell(value)
    return [own | row for row in below] if below else [own]


def _cell(value: Any) -> Cell:
    if value is None or isinstance(value, str):
        return value
    return str(value).lower() if isinstance(value, bool) else float(value)


def _whole(digits: str) -> float | str:
    """Return a whole number; what is too long to be measured is an id, and keeps its digits."""
    return float(digits) if len(digits) <= LONGEST_NUMBER else digits


def lengthened(table: Table) -> Table:
    """Return a wide table (``key_result_1_title``, ``key_result_2_title`` …) with a row for each key result.

    One that is not wide comes back as it is. A row without any key result stays one row.
    """
    wide = {name: match for name in table.header if (match := _WIDE.fullmatch(name))}
    if not wide:
        return table
    kept = [at for at, name in enumerate(table.header) if name not in wide]
    numbers = sorted({int(match[1]) for match in wide.values()})
    parts = list(dict.fromkeys(match[2].lower().replace(" ", "_") for match in wide.values()))
    places = {(int(m[1]), m[2].lower().replace(" ", "_")): table.header.index(name) for name, m in wide.items()}
    rows = []
    for row in table.rows:
        own = tuple(row.cells[at] for at in kept)
        each = [
            tuple(row.cells[at] if (at := places.get((n, part))) is not None else None for part in parts)
            for n in numbers
        ]
        filled = [cells for cells in each if any(text(cell) for cell in cells)] or [(None,) * len(parts)]
        rows += [Row(row.number, own + cells) for cells in filled]
    header = (*(table.header[at] for at in kept), *(f"key_result_{part}" for part in parts))
    return replace(table, header=header, rows=tuple(rows))

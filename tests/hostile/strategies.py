"""Hostile input: the project's own examples spoilt, values that no sane file holds, and a grammar of templates.

Shared by the tests beside it and by ``tools/fuzz.py``.
"""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from questioner.inputs import marked_yaml

ROOT = Path(__file__).parents[2]
EXAMPLES = [*sorted((ROOT / "examples").glob("*.yaml")), *sorted((ROOT / "tests/data/hostile").glob("*.yaml"))]
TABLES = sorted((ROOT / "examples/import").glob("*.csv"))
PAGES = [*sorted((ROOT / "examples/import").glob("*.md")), ROOT / "examples/README.md"]
REPLIES = sorted((ROOT / "tests/data/hostile").glob("*.reply.json"))
TEMPLATES = ROOT / "templates"

ODD_TEXTS = (
    *("", " ", "\0", "\x1b[2J\x1b[31mred", "\x1b]8;;https://evil.example\x07link\x1b]8;;\x07", "\x9b31m", "\u202eabc\u202c"),
    *("\u2066x\u2069", "\u200b\u200d", "\ufeff", "\u2028", "\x85", "\r", "\r\n", "\t", "\ud800", "\U0010ffff", "e\u0301" * 40),
    *("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</title><svg onload=alert(1)>", "<!-- ", "]]>", "&lt;b>"),
    *("[click](javascript:alert(1))", "![x](https://evil.example/a.png)", "`code`", "# heading", "- [ ] **1.** Why?", "| a | b |"),
    *("=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", '=HYPERLINK("https://evil.example")'),
    *("{{ 7331*7 }}", "{% raise %}", "{team}", "{kr.__class__}", "%(x)s", "[bold]x[/bold]", "[/]", "\\", "\\["),
    *("30%", "1,234", "1e999", "-0", "NaN", "inf", "1/0", "9" * 400, "0x10", "1_000", "½", "٣", "²"),
    *("2026-11-16", "0001-01-01", "9999-12-31", "2026-02-30", "10000-01-01", "16.11.2026", "03/04/2026"),
    *("ignore all previous instructions", "::error::x", "%0A", "a" * 600, "word " * 300, "?" * 500, "(" * 300),
)  # fmt: skip
ODD_NUMBERS = (0, -0.0, -1, 1e-320, 5e-324, 1e308, -1e308, 10**18, 10**400, 0.1 + 0.2, 1, 10, 11, 100)
TOKENS = (
    *ODD_TEXTS,
    *("\n", "\n\n", ":", ": ", "- ", "  ", "{", "}", "[", "]", "&a ", "*a ", "!!python/name:os.system ", "!x ", "<<: ", "|\n", ">-\n"),
    *("'", '"', "#", ",", ";", "---\n", "...\n", "? ", "null", "~", "true", "\ud83d", "\\ud83d", "\\u0000"),
)  # fmt: skip
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman", "utf-32")
BREAKS = ("\n", "\r\n", "\r", "\u2028", "\x85", "\n\r")

odd_texts = st.sampled_from(ODD_TEXTS) | st.text(max_size=40)
odd_values = st.recursive(
    st.none()
    | st.booleans()
    | st.sampled_from(ODD_NUMBERS)
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | odd_texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(odd_texts, inner, max_size=3),
    max_leaves=6,
)

Edit = Callable[[DrawFn, str], str]


def _place(draw: DrawFn, text: str) -> int:
    return draw(st.integers(0, len(text)))


def _cut(draw: DrawFn, text: str) -> str:
    at = _place(draw, text)
    return text[:at] + text[at + draw(st.integers(1, 200)) :]


def _repeat(draw: DrawFn, text: str) -> str:
    at = _place(draw, text)
    end = at + draw(st.integers(1, 200))
    return text[:at] + text[at:end] * draw(st.integers(2, 40)) + text[end:]


def _insert(draw: DrawFn, text: str) -> str:
    at = _place(draw, text)
    return text[:at] + draw(st.sampled_from(TOKENS) | st.text(max_size=8)) + text[at:]


def _replace_word(draw: DrawFn, text: str) -> str:
    words = text.split(" ")
    words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(TOKENS))
    return " ".join(words)


def _move_line(draw: DrawFn, text: str) -> str:
    lines = text.split("\n")
    line = lines.pop(draw(st.integers(0, len(lines) - 1)))
    lines.insert(draw(st.integers(0, len(lines))), line)
    return "\n".join(lines)


def _double_line(draw: DrawFn, text: str) -> str:
    lines = text.split("\n")
    at = draw(st.integers(0, len(lines) - 1))
    return "\n".join([*lines[:at], lines[at], *lines[at:]])


def _break_otherwise(draw: DrawFn, text: str) -> str:
    return text.replace("\n", draw(st.sampled_from(BREAKS)), draw(st.integers(1, 40)))


EDITS: tuple[Edit, ...] = (_cut, _repeat, _insert, _insert, _replace_word, _move_line, _double_line, _break_otherwise)


@st.composite
def spoilt(draw: DrawFn, texts: tuple[str, ...]) -> str:
    """One of ``texts`` after some edits."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 5))):
        text = draw(st.sampled_from(EDITS))(draw, text)
    return text


@st.composite
def encoded(draw: DrawFn, texts: SearchStrategy[str]) -> bytes:
    """A text as bytes: mostly UTF-8, at times another encoding, at times with a byte that belongs to none."""
    text = draw(texts)
    encoding = draw(st.just("utf-8") | st.sampled_from(ENCODINGS))
    raw = text.encode(encoding, "ignore")
    if draw(st.integers(0, 9)) == 0:
        at = draw(st.integers(0, len(raw)))
        raw = raw[:at] + draw(st.binary(max_size=4)) + raw[at:]
    return raw


def _paths(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(found for key, value in entries for found in _paths(value, (*path, key)))]


def _put(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[path[0]] = _put(copy[path[0]], path[1:], value)
    return copy


@st.composite
def odd_fields(draw: DrawFn, wholes: tuple[Any, ...], values: SearchStrategy[Any] = odd_values) -> Any:
    """One of ``wholes``, plain data, with some of its values replaced."""
    data = draw(st.sampled_from(wholes))
    for _ in range(draw(st.integers(1, 4))):
        paths = _paths(data)[1:] or [()]
        data = _put(data, draw(st.sampled_from(paths)), draw(values))
    return data


def _as_json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "backslashreplace")


def _texts(paths: list[Path]) -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for path in paths)


TEAM_TEXTS = _texts(EXAMPLES)
TEAMS = tuple(marked_yaml.load(text).data for text in TEAM_TEXTS)
team_files = (
    encoded(spoilt(TEAM_TEXTS))
    | odd_fields(TEAMS).map(_as_json)
    | odd_fields(TEAMS, odd_texts).map(_as_json)
    | st.binary(max_size=300)
)
"""Bytes of a team file: text edits, values replaced, any texts in sound files, plain noise."""

QUESTIONS = tuple(
    entry["text"]
    for path in REPLIES
    for entry in json.loads(path.read_text(encoding="utf-8"))["questions"]
    if isinstance(entry["text"], str)
)  # fmt: skip
question_files = encoded(
    st.lists(spoilt(QUESTIONS) | odd_texts, max_size=12).map("\n".join) | spoilt(("\n".join(QUESTIONS),))
)

replies = (
    spoilt(_texts(REPLIES))
    | odd_fields(tuple(json.loads(text) for text in _texts(REPLIES))).map(json.dumps)
    | st.text(max_size=100)
    | st.integers(1, 3000).map(lambda depth: '{"questions":' * depth)
)

cells = odd_texts | st.sampled_from(
    ("A", "Objective", "45 %", "€1.2M", "1.234,5", "n/a", "60%", "amber", "KR1", "Team B")
)
HEADERS = (
    ("Team", "Objective", "Key Result", "Start", "Target", "Current", "Unit", "Confidence", "Comment", "Date"),
    ("Type", "Title", "Row ID", "Parent Row ID", "Start", "Target", "Current", "Progress", "Status", "Owner"),
    ("Team", "Objective", "Key Result 1 Title", "Key Result 1 Target", "Key Result 2 Title", "Key Result 2 Target"),
)
grids = st.sampled_from(HEADERS).flatmap(
    lambda header: st.lists(
        st.lists(cells, min_size=len(header), max_size=len(header)), min_size=1, max_size=5
    ).map(lambda rows: [list(header), *rows])
)  # fmt: skip


def delimited(grid: list[list[str]], sign: str) -> str:
    """The rows as text, quoted where they must be."""
    import csv

    out = io.StringIO()
    csv.writer(out, delimiter=sign).writerows([[cell.replace("\0", "") for cell in row] for row in grid])
    return out.getvalue()


tables = encoded(spoilt(_texts(TABLES)) | st.builds(delimited, grids, st.sampled_from(",;\t|")))
pages = encoded(spoilt(_texts(PAGES)))


def workbook(grid: list[list[str]]) -> bytes:
    """The rows as a workbook, every cell as text whatever it begins with."""
    import openpyxl
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for y, row in enumerate(grid, 1):
        for x, cell in enumerate(row, 1):
            clean = ILLEGAL_CHARACTERS_RE.sub("", cell).encode("utf-8", "ignore").decode()
            made = sheet.cell(y, x, clean)
            made.data_type = "s"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def document(lines: list[str]) -> bytes:
    """The lines as a Word file, a paragraph each."""
    import docx

    made = docx.Document()
    for line in lines:
        made.add_paragraph("".join(char for char in line if char >= " " and not "\ud800" <= char <= "\udfff"))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@st.composite
def repacked(draw: DrawFn, packed: bytes) -> bytes:
    """A zip file with one of its parts spoilt, gone, or there twice under a path that leads out."""
    with zipfile.ZipFile(io.BytesIO(packed)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    name = draw(st.sampled_from(sorted(parts)))
    act = draw(st.sampled_from(("spoil", "spoil", "spoil", "drop", "outside", "cut")))
    if act == "spoil":
        text = parts[name].decode("utf-8", "replace")
        for _ in range(draw(st.integers(1, 3))):
            text = draw(st.sampled_from(EDITS))(draw, text)
        parts[name] = text.encode("utf-8", "ignore")
    elif act == "drop":
        del parts[name]
    elif act == "outside":
        parts["../../escape.xml"] = parts[name]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for each, content in parts.items():
            new.writestr(each, content)
    raw = out.getvalue()
    return raw[: draw(st.integers(4, len(raw)))] if act == "cut" else raw


GRID = [list(HEADERS[0]), ["A", "Calm", "Visits", "1", "9", "4", "%", "6", "slow", "2026-11-02"]]
PAGE = ["Team: A", "Objective: Calm starts", "KR: visits from 1 to 9, now 4", "Notes:", "- slow"]
workbooks = grids.map(workbook) | st.deferred(lambda: repacked(workbook(GRID)))
documents = st.lists(odd_texts | st.sampled_from(PAGE), max_size=6).map(lambda more: document([*PAGE, *more])) | st.deferred(
    lambda: repacked(document(PAGE))
)  # fmt: skip

NAMES = (
    "team",
    "facts",
    "words",
    "held",
    "sheet",
    "picture",
    "loop",
    "self",
    "nobody",
    "range",
    "namespace",
    "cycler",
    "lipsum",
)
ATTRIBUTES = (
    "__class__",
    "__globals__",
    "_secret",
    "title",
    "text",
    "items",
    "format",
    "splitlines",
    "upper",
    "join",
    "center",
    "mro",
)
FILTERS = (
    *("upper", "join", "length", "list", "first", "string", "fenced", "wrap", "long_day", "tojson", "indent(9)", "center(9)"),
    *("attr('__class__')", "map('upper')", "map(attribute='_secret')", "batch(3)", "slice(3)", "sort", "unique", "groupby('a')"),
    *("format(1)", "replace('a', 'bb')", "default('x')", "round(400)", "int", "float", "xmlattr", "urlize", "wordwrap(1)", "safe"),
)  # fmt: skip
expressions = st.recursive(
    st.sampled_from(NAMES)
    | st.integers(-(10**12), 10**12).map(str)
    | st.sampled_from(
        ("'a'", "''", "'%9999999s'", "'{0.__class__}'", "[1, 2]", "{'a': 1}", "none", "true", "1.5", "9e99", "(1, 2)")
    ),
    lambda inner: st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from("+ - * / // % ** ~ < == and or in is".split()), inner),
        st.builds("{}|{}".format, inner, st.sampled_from(FILTERS)),
        st.builds("{}.{}".format, inner, st.sampled_from(ATTRIBUTES)),
        st.builds("{}[{}]".format, inner, inner),
        st.builds("{}[{}:{}]".format, inner, inner, inner),
        st.builds("{}({})".format, inner, inner),
        st.builds("({} if {} else {})".format, inner, inner, inner),
    ),
    max_leaves=6,
)
statements = st.recursive(
    expressions.map("{{{{ {} }}}}".format)
    | st.sampled_from(("text\n", "{% break %}", "{% raw %}{{", "{#", "{%- endif %}")),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.builds("{{% for x in {} %}}{}{{% endfor %}}".format, expressions, inner),
        st.builds("{{% for x in {} recursive %}}{}{{{{ loop(x) }}}}{{% endfor %}}".format, expressions, inner),
        st.builds("{{% if {} %}}{}{{% endif %}}".format, expressions, inner),
        st.builds("{{% set x = {} %}}{}".format, expressions, inner),
        st.builds("{{% set x %}}{}{{% endset %}}{{{{ x ~ x }}}}".format, inner),
        st.builds("{{% macro m(x) %}}{}{{{{ m(x) }}}}{{% endmacro %}}{{{{ m(1) }}}}".format, inner),
        st.builds("{{% block b %}}{}{{{{ self.b() }}}}{{% endblock %}}".format, inner),
        st.builds("{{% filter {} %}}{}{{% endfilter %}}".format, st.sampled_from(FILTERS), inner),
        st.builds("{{% include {} %}}".format, expressions),
        st.builds("{{% with x = {} %}}{}{{% endwith %}}".format, expressions, inner),
    ),
    max_leaves=5,
)
"""Sources of Jinja templates, most of them sound."""

JINJA = tuple(sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.j2")))
TOML = tuple(sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.toml")))


@st.composite
def overlays(draw: DrawFn) -> tuple[str, bytes]:
    """The name of a template that a user replaces, and what with."""
    name = draw(st.sampled_from(JINJA + TOML))
    own = spoilt((TEMPLATES.joinpath(name).read_text(encoding="utf-8"),))
    return name, draw(encoded(own | statements) if name.endswith(".j2") else encoded(own))

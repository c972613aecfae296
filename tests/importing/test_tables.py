"""Tables as spreadsheet programs save them: encodings, delimiters, headers that are not on the first line."""

import json

import pytest

from questioner.errors import InputError
from questioner.importing import columns, sources, tables
from questioner.importing.sources import Reading

from .conftest import BURNING

ROW = "Kasse,Käufer zahlen gern,40,,Abbrüche – „spürbar“ weniger,,38,20,30,%\n"
CSV = BURNING + ROW


@pytest.fixture
def table(tmp_path):
    def read(content, name="okr.csv", reading=Reading()):  # noqa: B008 - frozen
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return sources.read(str(path), reading)

    return read


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"])
def test_letters_are_right_in_every_encoding_that_spreadsheets_save_in(encoding, table):
    source = table(CSV.encode(encoding))
    assert source.table.header[0] == "Team"
    assert source.table.rows[0].cells[1] == "Käufer zahlen gern"
    assert source.table.rows[0].cells[4] == "Abbrüche – „spürbar“ weniger"


@pytest.mark.parametrize(
    ("encoding", "name"), [("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman"), ("utf-8", None)]
)
def test_an_encoding_that_had_to_be_found_out_is_said(encoding, name, table):
    remarks = table(CSV.encode(encoding)).remarks
    assert [name in remark for remark in remarks] == ([True] if name else [])


@pytest.mark.parametrize(
    "words",
    [
        "Ärger, Öl, Übung",
        "Grüße aus Köln",
        "Année, déjà vu, garçon",
        "5 € für „alle“ – ja",
        "mañana",
        "Smørrebrød på øen",
    ],
)
@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_windows_and_mac_are_told_apart_by_their_letters(words, encoding):
    assert tables.decoded(words.encode(encoding), "f")[0] == words


def test_a_named_encoding_goes_before_what_is_found_out(table):
    source = table(
        CSV.replace("–", "-").replace("„", "").replace("“", "").encode("cp850"), reading=Reading(encoding="cp850")
    )
    assert source.table.rows[0].cells[1] == "Käufer zahlen gern"
    with pytest.raises(InputError, match="is not text in utf-8"):
        table(CSV.encode("cp1252"), reading=Reading(encoding="utf-8"))
    with pytest.raises(InputError, match="is not text in klingon"):
        table(CSV, reading=Reading(encoding="klingon"))


@pytest.mark.parametrize("delimiter", tables.DELIMITERS)
@pytest.mark.parametrize("suffix", ["csv", "txt"])
def test_every_delimiter_is_found(delimiter, suffix, table):
    source = table(CSV.replace(",", delimiter), f"okr.{suffix}")
    assert source.table.rows[0].cells[6:9] == ("38", "20", "30")


def test_a_line_that_tells_the_delimiter_is_obeyed_and_no_row(table):
    source = table("sep=;\r\n" + CSV.replace(",", ";").replace("\n", "\r\n"))
    assert source.table.header[0] == "Team"
    assert [row.number for row in source.table.rows] == [3]


def test_commas_within_quotes_and_figures_do_not_part_cells(table):
    source = table('Team;Objective;Key Result;Start;Target\nA;"One; and two, three";K;1.234,5;2.000,5\n')
    assert source.table.rows[0].cells == ("A", "One; and two, three", "K", "1.234,5", "2.000,5")


def test_a_header_is_found_below_a_title_and_blank_lines(table):
    source = table(f"OKR report,,,,\n\nPrinted 1.11.2026,,\n,,\n{CSV}")
    assert source.table.header[:2] == ("Team", "Objective")
    assert [row.number for row in source.table.rows] == [6]


def test_a_row_is_numbered_by_the_line_it_begins_on(table):
    source = table('Objective,Key Result,Comment\nO,K1,"two\nlines"\n\nO,K2,\n')
    assert [row.number for row in source.table.rows] == [2, 5]


def test_a_name_that_stands_twice_in_the_header_is_an_error_with_its_line(table):
    with pytest.raises(InputError, match=r"okr\.csv:1: Target: stands twice in the header"):
        table("Objective,Key Result,Target,Target\nO,K,1,2\n")


def test_columns_without_a_name_are_kept_apart(table):
    assert table("Objective,,Key Result,\nO,x,K,\n").table.header == ("Objective", "column 2", "Key Result")


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "okr.csv", "is empty"),
        (b"\n \n", "okr.csv", "is empty"),
        (b"Objective,Key Result\n", "okr.csv", "holds no rows under a header"),
        (b"hello\nworld\n", "okr.csv", "no line has two columns"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "okr.csv", "is not a text file"),
        (b"\xff\xfeO", "okr.csv", "cut off"),
        (b"%PDF-1.7", "okr.csv", "is a PDF"),
        (b"\xd0\xcf\x11\xe0abc", "okr.xls", "is an old Office file"),
        (b"PK\x03\x04abc", "okr.xlsx", "is damaged"),
        (b"{", "okr.json", "is not JSON"),
        (b"[]", "okr.json", "holds no list"),
        (b"42", "okr.json", "holds no list"),
        (b"[" * 100_000, "okr.json", "nests too deeply"),
        (
            b'{"team": "A", "cycle": {"start": "2026-10-01"}, "objectives": [{"title": "x"}]}',
            "t.json",
            "is a team file already",
        ),
        (b"team: A\ncycle: {start: 2026-10-01}\nobjectives:\n  - title: x\n", "t.yaml", "questioner prepare"),
    ],
)
def test_what_is_no_table_ends_in_one_sentence(content, name, said, table):
    with pytest.raises(InputError) as caught:
        table(content, name)
    (problem,) = caught.value.problems
    assert said in problem.message
    assert problem.file.endswith(name)


def test_missing_files_and_folders_are_said_so(tmp_path):
    for path in (tmp_path, tmp_path / "none.csv", "a\0b"):
        with pytest.raises(InputError, match="cannot be read"):
            sources.read(str(path), Reading())


def test_nested_json_becomes_a_row_for_each_innermost_entry(table):
    data = {
        "items": [
            {"team": {"name": "A"}, "goals": [{"t": "O", "krs": [{"n": 1}, {"n": 2, "tags": ["x", "y"]}]}, {"t": "P"}]}
        ],
        "more": False,
    }
    rows = table(json.dumps(data), "x.json").table
    assert rows.header == ("team.name", "goals.t", "goals.krs.n", "goals.krs.tags")
    assert [row.cells for row in rows.rows] == [("A", "O", 1, None), ("A", "O", 2, "x; y"), ("A", "P", None, None)]


def test_long_numbers_in_json_are_ids_and_keep_their_digits(table):
    digits = "9" * 400
    rows = table(f'[{{"id": 12345678901234567, "n": {digits}, "yes": true}}]', "x.json").table.rows
    assert rows[0].cells == ("12345678901234567", digits, "true")


def test_a_wide_table_gets_a_row_for_each_key_result(table):
    wide = table(
        "name,key_result_1_title,key_result_1_completion,key_result_2_title,key_result_2_completion\nO,A,0.5,B,1\nP,,,,\n"
    ).table
    assert wide.header == ("name", "key_result_title", "key_result_completion")
    assert [(row.number, row.cells) for row in wide.rows] == [
        (2, ("O", "A", "0.5")),
        (2, ("O", "B", "1")),
        (3, ("P", None, None)),
    ]


def test_a_thousand_rows_are_read(table):
    assert len(table(BURNING + ROW * 3000).table.rows) == 3000


def test_names_of_columns_are_compared_without_case_and_signs():
    assert {
        columns.plain(name) for name in ("Start Value", "start_value", "startValue", "START-VALUE", " Start  value:")
    } == {"start value"}

"""A run's folder: what is written is read again, and what is no run is told as such."""

import pytest

from questioner.errors import InputError
from questioner.evaluation.prompts.results import META, ROWS, read, write
from questioner.exchange import Usage

from .cases import meta, row, written

ROW = row(
    "ward", 2, [written("advice", "closed", text="Wäre “das” nicht\u2028besser?"), ""],
    reached=("behind-pace O1.KR1",), usage=Usage(2, 900, 300, 100), seconds=1.5, cost=0.01, written=True,
)  # fmt: skip


def test_what_is_written_is_read_again_in_the_order_of_templates_scenarios_and_repeats(tmp_path):
    rows = (row("b", 1, template="new"), row("a", 2), row("a", 1), ROW, row("b", 1, failure="no reply", missing=True))
    write(tmp_path, meta(rows, currency="EUR"), rows)
    found = read(tmp_path)
    assert found.rows == (rows[2], rows[1], rows[4], ROW, rows[0])
    assert found.meta == meta(rows, currency="EUR").model_copy(update={"rows": 5})
    assert found.place == str(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {META, ROWS}


def test_a_reader_keeps_what_a_later_writer_adds(tmp_path):
    write(tmp_path, meta([ROW], colour="blue"), [ROW])
    assert read(tmp_path).meta.model_extra == {"colour": "blue"}


def test_a_folder_without_a_run_is_told_as_such(tmp_path):
    with pytest.raises(InputError, match=r"holds no run of `questioner eval prompts`$"):
        read(tmp_path)
    (tmp_path / "now").mkdir()
    write(tmp_path / "now", meta([ROW]), [ROW])
    with pytest.raises(InputError, match=f"name one of those in it: {tmp_path}/now$"):
        read(tmp_path)


def test_rows_that_were_cut_short_are_not_taken_for_all(tmp_path):
    rows = [row("a"), row("b"), row("c")]
    write(tmp_path, meta(rows), rows)
    kept = (tmp_path / ROWS).read_bytes().splitlines(keepends=True)
    (tmp_path / ROWS).write_bytes(b"".join(kept[:2]))
    with pytest.raises(InputError, match=r"rows\.jsonl: holds 2 rows, and run\.json tells of 3; `--rescore` writes"):
        read(tmp_path)


def test_every_line_that_is_no_row_is_named(tmp_path):
    write(tmp_path, meta([ROW]), [ROW])
    with (tmp_path / ROWS).open("ab") as file:
        file.write(b'{"template": 1}\nnonsense\n')
    with pytest.raises(InputError) as caught:
        read(tmp_path)
    lines = [problem.line for problem in caught.value.problems]
    assert (set(lines), lines[-1]) == ({2, 3}, 3)


def test_a_row_that_stands_twice_is_named(tmp_path):
    write(tmp_path, meta([ROW]), [ROW, ROW])
    with pytest.raises(InputError, match=r"rows\.jsonl:2: ward#2 of .* stands here a second time"):
        read(tmp_path)


def test_a_run_file_that_is_damaged_is_named_with_its_field(tmp_path):
    write(tmp_path, meta([ROW]), [ROW])
    (tmp_path / META).write_text('{"version": "1"}', encoding="utf-8")
    with pytest.raises(InputError, match=r"run\.json: rules_version: Field required"):
        read(tmp_path)

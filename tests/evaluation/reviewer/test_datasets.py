"""Labelled questions are checked when they are read."""

import json

import pytest

from questioner.errors import InputError
from questioner.evaluation.reviewer.datasets import HELD_OUT, SPLITS, Truth, bundled, read

GOOD = {"id": "a", "text": "What now?", "verdict": "accept", "labels": []}


def file(tmp_path, *rows):
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8")
    return path


def test_a_row_is_read_and_what_is_not_known_is_ignored(tmp_path):
    (row,) = read(file(tmp_path, GOOD | {"author": "x", "hard": True, "pair": "p"}, ""))
    assert (row.verdict, row.hard, row.pair) == (Truth.ACCEPT, True, "p")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("{", r":2: is not JSON: EOF while parsing an object at character 1$"),
        (GOOD | {"verdict": "perhaps"}, "verdict"),
        (GOOD | {"text": ""}, "text"),
        (GOOD | {"verdict": "reject"}, "a rejected question has labels"),
        (GOOD | {"labels": ["advice"]}, "a rejected question has labels"),
    ],
)
def test_a_wrong_line_is_named(tmp_path, row, said):
    with pytest.raises(InputError, match=said) as caught:
        read(file(tmp_path, GOOD | {"id": "b"}, row))
    assert caught.value.problems[0].line == 2


def test_an_id_may_stand_once(tmp_path):
    with pytest.raises(InputError, match="the id a is there more than once"):
        read(file(tmp_path, GOOD, GOOD))


def test_an_empty_file_is_no_data_set(tmp_path):
    with pytest.raises(InputError, match="no labelled question"):
        read(file(tmp_path))


@pytest.mark.parametrize("split", SPLITS)
def test_every_part_of_our_own_questions_is_there_and_sound(split):
    rows = read(bundled(split))
    assert len(rows) >= 400
    assert {row.split for row in rows} == {split}


@pytest.mark.parametrize("held", sorted(HELD_OUT))
def test_what_is_held_out_shares_no_question_and_no_pair_with_dev(held):
    dev, test = read(bundled("dev")), read(bundled(held))
    assert not {row.text for row in dev} & {row.text for row in test}
    assert not {row.pair for row in dev if row.pair} & {row.pair for row in test if row.pair}


def test_each_label_has_at_least_120_questions_and_half_are_to_be_accepted():
    rows = [row for part in ("dev", "test") for row in read(bundled(part)) if row.source is None]
    assert len(rows) >= 1500
    for label in ("advice", "leading", "closed", "stacked", "status", "blame", "not_a_question"):
        assert sum(label in row.labels[:2] for row in rows) >= 120, label
    accepted = sum(row.verdict is not Truth.REJECT for row in rows)
    assert 0.45 <= accepted / len(rows) <= 0.55
    assert sum(row.hard for row in rows) >= 0.45 * len(rows)

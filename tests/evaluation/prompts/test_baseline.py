"""A baseline stands for the run it was made from: to the digit, and without a word of it."""

from random import Random

import pytest

from questioner.errors import InputError
from questioner.evaluation.prompts.baseline import blessed, read
from questioner.evaluation.prompts.comparison import Verdict
from questioner.evaluation.prompts.pairing import compare

from .cases import drawn, side


@pytest.fixture
def run():
    return side(*drawn(Random(1), 0.8), currency="EUR")


@pytest.fixture
def kept(run, tmp_path):
    path = tmp_path / "prompts.json"
    path.write_text(blessed(run), encoding="utf-8")
    return path


def test_a_run_differs_in_nothing_from_its_own_baseline(run, kept):
    found = compare(read(kept), run)
    assert found.verdict is Verdict.NO_DIFFERENCE
    assert {difference.value for difference in found.differences} == {0.0}


def test_a_baseline_judges_a_change_as_the_run_itself_does(run, kept):
    new = side(*drawn(Random(2), 0.6), name="runs/b")
    by_file, by_run = compare(read(kept), new), compare(run, new)
    assert [(d.value, d.interval, d.p) for d in by_file.differences] == [
        (d.value, d.interval, d.p) for d in by_run.differences
    ]
    assert (by_file.verdict, by_file.reasons) == (by_run.verdict, by_run.reasons)
    assert [case.base for case in by_file.broken] == [None] * len(by_run.broken)


def test_a_baseline_holds_no_question(kept):
    assert "What helps" not in kept.read_text(encoding="utf-8")


def test_the_same_run_gives_the_same_file(run, kept):
    assert blessed(run) == kept.read_text(encoding="utf-8") == blessed(read(kept))


def test_a_file_that_is_no_baseline_is_told_with_its_fields(tmp_path):
    path = tmp_path / "other.json"
    path.write_text('{"dev": {"reject.recall": 0.9}}', encoding="utf-8")
    with pytest.raises(InputError, match=r"other\.json: template: Field required"):
        read(path)

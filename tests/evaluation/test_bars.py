"""Bars, and the file that keeps the accepted figures."""

import json

import pytest

from questioner.errors import InputError
from questioner.evaluation.bars import bars, blessed, kept
from questioner.evaluation.reviewer.report import BLESSED, report

from .reviewer.cases import judged

FIGURES = report(
    (
        judged("reject", True, ["advice"]),
        judged("reject", True, ["advice"]),
        judged("reject", False, ["closed"]),
        judged("accept", False),
    )
)


def test_a_bar_is_reached_by_a_figure_as_high_as_it():
    low, same, high = bars(FIGURES, [("reject.recall", 0.5), ("reject.recall", 0.6667), ("reject.recall", 0.7)])
    assert (low.reached, same.reached, high.reached) == (True, True, False)
    assert str(high) == "reject.recall is 0.6667, below 0.7"


def test_a_figure_of_nothing_reaches_no_bar():
    (bar,) = bars(FIGURES, [("pairs.accuracy", 0.0)])
    assert not bar.reached


def test_what_is_blessed_is_rounded_down_so_that_the_same_run_reaches_it(tmp_path):
    path = tmp_path / "kept.json"
    path.write_text(blessed(path, "mine", FIGURES, BLESSED), encoding="utf-8")
    assert kept(path, "mine")["reject.recall"] == 0.666
    assert all(bar.reached for bar in bars(FIGURES, kept(path, "mine").items()))
    assert "pairs.accuracy" not in kept(path, "mine")


def test_blessing_one_set_of_questions_leaves_the_others_alone(tmp_path):
    path = tmp_path / "kept.json"
    path.write_text('{"other": {"reject.recall": 0.5}}', encoding="utf-8")
    assert json.loads(blessed(path, "mine", FIGURES, BLESSED))["other"] == {"reject.recall": 0.5}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[]", "is no file of accepted figures"),
        ('{"mine": {"reject.recall": "high"}}', "mine.reject.recall"),
        ('{"other": {}}', r"keeps no figures for mine \(it has other\)"),
        ("{}", r"it has nothing"),
    ],
)
def test_a_file_that_keeps_nothing_for_them_is_an_error(tmp_path, text, said):
    path = tmp_path / "kept.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        kept(path, "mine")


def test_a_file_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        kept(tmp_path / "none.json", "mine")

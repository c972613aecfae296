"""Bars, and the file that keeps the accepted figures."""

import json

import pytest

from questioner.errors import InputError, UsageError
from questioner.evaluation.bars import asked, bars, blessed, by_name, kept
from questioner.evaluation.reviewer.report import BLESSED, report

from .reviewer.cases import judged

FIGURES = by_name(
    report(
        (
            judged("reject", True, ["advice"]),
            judged("reject", True, ["advice"]),
            judged("reject", False, ["closed"]),
            judged("accept", False),
        )
    )
)


def test_a_bar_is_reached_by_a_figure_as_high_as_it():
    low, same, high = bars(FIGURES, [("reject.recall", 0.5), ("reject.recall", 0.6667), ("reject.recall", 0.7)])
    assert (low.reached, same.reached, high.reached) == (True, True, False)
    assert str(high) == "reject.recall is 0.6667, below 0.7"


def test_a_figure_of_nothing_reaches_no_bar():
    (bar,) = bars(FIGURES, [("pairs.accuracy", 0.0)])
    assert not bar.reached


SHARES = {"recall": True, "score": False}


@pytest.mark.parametrize(("text", "floor"), [("recall=1", 1.0), ("recall=0.92", 0.92), ("score=80", 80.0)])
def test_a_bar_is_asked_for_by_a_figure_and_the_least_it_may_be(text, floor):
    assert asked([text], SHARES, "a figure and a number") == ((text.partition("=")[0], floor),)


@pytest.mark.parametrize("text", ["recall", "recall=", "recall=high", "recall=nan", "score=inf", "charm=0.5", "=1"])
def test_a_bar_that_cannot_be_understood_says_what_to_write(text):
    with pytest.raises(UsageError, match=f"--fail-under {text}: write a figure and a number"):
        asked([text], SHARES, "a figure and a number")


@pytest.mark.parametrize(
    ("text", "said"), [("recall=99", "; for 99 % write recall=0.99"), ("recall=-1", ""), ("recall=101", "")]
)
def test_a_share_cannot_be_held_to_more_than_all_or_less_than_nothing(text, said):
    with pytest.raises(UsageError) as refused:
        asked([text], SHARES, "a figure and a number")
    assert str(refused.value) == f"--fail-under {text}: recall is a share from 0 to 1{said}"


def test_what_is_blessed_is_rounded_down_so_that_the_same_run_reaches_it(tmp_path):
    path = tmp_path / "kept.json"
    path.write_text(blessed(path, "mine", FIGURES, BLESSED), encoding="utf-8")
    assert kept(path, "mine", FIGURES)["reject.recall"] == 0.666
    assert all(bar.reached for bar in bars(FIGURES, kept(path, "mine", FIGURES).items()))
    assert "pairs.accuracy" not in kept(path, "mine", FIGURES)


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
        ('{"mine": {"reject.charm": 0.5}}', r"mine\.reject\.charm.*there is no figure of this name"),
    ],
)
def test_a_file_that_keeps_nothing_for_them_is_an_error(tmp_path, text, said):
    path = tmp_path / "kept.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        kept(path, "mine", FIGURES)


def test_a_file_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        kept(tmp_path / "none.json", "mine", FIGURES)

"""The reviewer's figures, counted by hand beside each case."""

from functools import cache
from pathlib import Path

import pytest

from questioner.evaluation.bars import bars, by_name, kept
from questioner.evaluation.reviewer.datasets import SPLITS, Truth, bundled, read
from questioner.evaluation.reviewer.judged import judge
from questioner.evaluation.reviewer.report import BLESSED, report

from .cases import judged

BASELINE = Path(__file__).parents[3] / "evals" / "baselines" / "reviewer.json"


@cache
def figures_of(split):
    return by_name(report(judge(read(bundled(split)))))


ROWS = (
    judged("reject", True, ["advice", "closed"], ["advice"], hard=True, pair="p"),
    judged("reject", False, ["advice"]),
    judged("accept", True, given=["leading"], hard=True),
    judged("accept", False, pair="p"),
    judged("accept", False),
    judged("accept_borderline", True, given=["closed"]),
)


def test_precision_and_recall_count_firm_rows_only():
    figures = report(ROWS)["reject"]
    assert (figures["precision"], figures["recall"], figures["n"]) == (0.5, 0.5, {"precision": 2, "recall": 2})


def test_a_label_is_hit_when_it_is_given_and_caught_when_its_question_is_rejected_for_anything():
    advice, closed = report(ROWS)["labels"]["advice"], report(ROWS)["labels"]["closed"]
    assert (advice["recall"], advice["caught"], advice["support"]) == (0.5, 0.5, 2)
    assert (closed["recall"], closed["caught"], closed["support"]) == (0.0, 1.0, 1)


def test_a_pair_is_right_when_both_halves_are():
    assert report(ROWS)["pairs"] == {"n": 1, "accuracy": 1.0, "ci": pytest.approx([0.2065, 1.0], abs=1e-3)}


def test_borderline_rows_are_told_apart_and_are_no_errors():
    figures = report(ROWS)
    assert figures["borderline"] == {"n": 1, "accepted": 0}
    assert len(figures["errors"]) == 2


def test_hard_and_easy_rows_are_told_apart():
    figures = report(ROWS)
    assert (figures["hard"]["rows"], figures["easy"]["rows"]) == (2, 3)
    assert figures["hard"]["precision"] == 0.5


def test_accepting_everything_is_the_baseline_beside_it():
    assert report(ROWS)["baseline"]["accept_everything"] == 0.6
    assert report(ROWS)["baseline"]["accuracy"] == 0.6


def test_a_figure_is_found_by_its_dotted_name():
    figures = by_name(report(ROWS))
    assert figures["labels.advice.caught"] == 0.5
    assert not {"labels.advice", "labels.advice.charm", "labels.advice.ci.caught", "rules_version"} & {*figures}


@pytest.mark.parametrize("split", SPLITS)
def test_no_figure_falls_below_the_baseline(split):
    """The committed figures are the floor: better ones may be blessed, worse ones must be explained there."""
    figures = figures_of(split)
    floors = kept(BASELINE, split, figures)
    assert [str(bar) for bar in bars(figures, floors.items()) if not bar.reached] == []


@pytest.mark.parametrize("split", SPLITS)
def test_the_baseline_keeps_every_figure_that_a_blessing_writes(split):
    figures = figures_of(split)
    assert set(kept(BASELINE, split, figures)) == {name for name in BLESSED if figures[name] is not None}


def test_truth_has_the_three_verdicts_of_the_guide():
    assert [truth.value for truth in Truth] == ["accept", "accept_borderline", "reject"]

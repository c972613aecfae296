"""Figures a source, counted by hand."""

import pytest

from questioner.evaluation.reviewer.by_source import by_source

from .cases import judged

TALKS = (
    judged("accept", False, source="talks"),
    judged("accept", False, source="talks"),
    judged("accept", True, source="talks"),
    judged("accept", False, source="talks"),
    judged("reject", True, ["closed"], source="talks"),
    judged("reject", False, ["advice", "closed"], source="talks"),
    judged("reject", True, ["advice"], source="talks"),
)
LETTERS = (judged("reject", True, ["closed"], source="letters"),)


def test_open_rows_stand_against_closed_ones():
    figures = by_source(TALKS)["talks"]
    assert (figures["open_accepted"], figures["closed_caught"], figures["balanced_accuracy"]) == (0.75, 0.5, 0.625)
    assert figures["ci"]["balanced_accuracy"][0] < 0.625 < figures["ci"]["balanced_accuracy"][1]
    assert (figures["n"]["open_accepted"], figures["n"]["closed_caught"], figures["rows"]) == (4, 2, 7)


def test_advice_caught_stands_beside_accept_precision():
    figures = by_source(TALKS)["talks"]
    assert (figures["advice_caught"], figures["n"]["advice_caught"]) == (0.5, 2)
    assert (figures["accept_precision"], figures["n"]["accept_precision"]) == (0.75, 4)


def test_a_source_without_open_rows_has_no_balanced_accuracy():
    assert by_source(LETTERS)["letters"]["balanced_accuracy"] is None


def test_several_sources_are_also_told_together():
    assert list(by_source(TALKS + LETTERS)) == ["talks", "letters", "all"]
    assert by_source(TALKS + LETTERS)["all"]["closed_caught"] == pytest.approx(0.6667)
    assert list(by_source(TALKS)) == ["talks"]


def test_rows_without_a_source_have_no_part_in_it():
    assert by_source((judged("accept", False),)) == {}

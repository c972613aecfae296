"""The moves: each signal and each pillar makes one, and their examples would pass the review."""

from collections import Counter

import pytest

from questioner.errors import TemplateError
from questioner.resources import Templates
from questioner.review import review_wording
from questioner.session import Pillar
from questioner.sheets.moves import MoveNames, moves
from questioner.signals import SIGNALS

MOVES = moves(Templates())


def test_every_signal_and_every_pillar_makes_one_move():
    assert Counter(s for move in MOVES for s in move.signals) == Counter(signal.slug for signal in SIGNALS)
    assert Counter(p for move in MOVES for p in move.pillars) == Counter(pillar.value for pillar in Pillar)


def test_there_are_few_enough_to_be_learned():
    assert len({move.name for move in MOVES}) == len(MOVES) <= 14


@pytest.mark.parametrize("move", MOVES, ids=lambda move: move.name)
def test_the_example_of_a_move_would_not_be_rejected(move):
    assert [f for f in review_wording(move.example) if f.rejects] == []


def test_a_question_makes_the_move_of_its_first_fact_else_of_its_pillar():
    names = MoveNames(Templates(), [{"id": "F1", "signal": "blocker"}, {"id": "F2", "signal": "no-why"}])
    assert names.of({"facts": ("F1", "F2"), "pillar": "mindset"}) == "what stands in the way"
    assert names.of({"facts": (), "pillar": "mindset"}) == "yours to choose"


def test_a_wrong_table_of_moves_is_named_with_its_entry(tmp_path):
    (tmp_path / "moves.toml").write_text("[[move]]\nname = 'one'\n", encoding="utf-8")
    with pytest.raises(TemplateError, match="move 1: does: is missing"):
        moves(Templates(tmp_path))

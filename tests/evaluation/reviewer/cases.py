"""Labelled questions with what a reviewer would have said of them, from a few words."""

from questioner.evaluation.reviewer.datasets import Labelled
from questioner.evaluation.reviewer.judged import Judged


def judged(verdict: str, rejected: bool, labels=(), given=(), codes=("ADV101",), warned=(), **row) -> Judged:
    made = Labelled(**{"id": "x", "text": "What?", "verdict": verdict, "labels": tuple(labels), **row})
    return Judged(made, rejected, frozenset(given), codes if rejected else (), warned)

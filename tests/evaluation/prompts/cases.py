"""Rows of a prompt eval from a few words."""

from dataclasses import replace

from questioner.evaluation.prompts.results import Meta, Run
from questioner.evaluation.prompts.rows import Row, Written
from questioner.session import Label, Pillar

FINE = "What would have to be true for {} to move?"


def written(*labels: str, text: str = "", wave: int = 1) -> Written:
    """A question that was rejected for these labels; without any, one that passed."""
    return Written(
        text or f"What {'and '.join(labels) or 'helps'}?", Pillar.OUTCOME, ("F1",), wave, tuple(map(Label, labels))
    )


def row(scenario: str = "ward", repeat: int = 1, questions=(), template: str = "built-in", **rest) -> Row:
    """A row of one model; ``questions`` are labels of each question, as text: ``""`` for one that passed."""
    made = tuple(q if isinstance(q, Written) else written(*q.split()) for q in questions)
    return replace(Row(template, scenario, "m", repeat, questions=made), **rest)


def meta(rows, **rest) -> Meta:
    """What a run of these rows was made with."""
    known = {
        "version": "0",
        "rules_version": "2",
        "templates": {row.template: f"{row.template:x<64}" for row in rows},
        "scenarios": {row.scenario: f"{row.scenario:x<64}" for row in rows},
        "models": tuple(sorted({row.model for row in rows})),
        "repeats": max((row.repeat for row in rows), default=1),
    }
    return Meta(**{**known, **rest})


def run(*rows: Row, place: str = "runs/a", **rest) -> Run:
    """A run of these rows."""
    return Run(place, meta(rows, **rest), tuple(rows))

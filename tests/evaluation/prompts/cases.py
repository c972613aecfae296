"""Rows of a prompt eval from a few words."""

from dataclasses import replace
from random import Random

from questioner.evaluation.prompts.comparison import Side
from questioner.evaluation.prompts.results import Meta, Run
from questioner.evaluation.prompts.rows import Row, Written
from questioner.evaluation.prompts.summary import summarise
from questioner.session import Label, Pillar


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


def drawn(lot: Random, accepted: float, repeats: int = 3, scenarios: int = 30, template: str = "built-in") -> list[Row]:
    """Rows whose twelve questions each pass with a probability around ``accepted``: scenarios differ, and so do repeats."""
    found = []
    for number in range(scenarios):
        own = min(1.0, max(0.0, accepted + 0.1 * Random(number).gauss(0, 1)))
        for repeat in range(1, repeats + 1):
            now = min(1.0, max(0.0, own + 0.08 * lot.gauss(0, 1)))
            labels = ["" if lot.random() < now else lot.choice(FAULTS) for _ in range(12)]
            reached = tuple(t for t in ("a", "b", "c", "d") if lot.random() < 0.7)
            topics = {"reached": reached, "unreached": tuple(t for t in "abcd" if t not in reached)}
            found.append(row(f"s{number:02}", repeat, labels, template, **topics))
    return found


FAULTS = ("advice", "leading", "closed", "closed", "status", "status", "stacked", "ungrounded", "duplicate")


def side(*rows: Row, name: str = "runs/a", **rest) -> Side:
    """A side of a comparison with these rows."""
    made = meta(rows)
    known = {
        "templates_sha256": next(iter(made.templates.values())),
        "rules_version": made.rules_version,
        "repeats": made.repeats,
        "scenarios": made.scenarios,
    }
    return Side(name=name, summary=summarise(rows), **{**known, **rest})

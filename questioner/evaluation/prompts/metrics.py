"""What is measured of a prompt: one function a metric, all entered in one table."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from questioner.evaluation.prompts.rows import Row
from questioner.review.words import ALIKE, content, similarity
from questioner.session import Label

Value = float | None
"""None where a metric is not defined: a share of nothing, a cost without a price, a row that failed."""

UNCLEAN = frozenset({Label.ADVICE, Label.LEADING, Label.UNGROUNDED})
"""A row passes when no raw question carries one of these: a coach would be misled by it, not just bored."""


class Kind(StrEnum):
    """How values of a metric are folded, tested and told."""

    SHARE = "share"
    """0 to 1; the mean of the repeats; told in per cent."""
    BINARY = "binary"
    """1 for a row that passes and 0 for one that does not; the majority of the repeats; told in per cent."""
    AMOUNT = "amount"
    """0 and up, with a unit; the mean of the repeats."""


@dataclass(frozen=True, slots=True)
class Metric:
    """One thing that is measured of every row."""

    name: str
    """As ``--fail-under`` and the JSON have it."""
    title: str
    """As a heading has it."""
    what: str
    """What is counted, in a phrase."""
    of: Callable[[Sequence[Row]], list[Value]]
    """The value of each of a run's rows, in their order."""
    higher_is_better: bool = True
    gate: bool = False
    """Whether it decides if a change is better or worse."""
    kind: Kind = Kind.SHARE
    unit: str = ""
    """Of an amount; empty for the currency of the prices."""


def each(function: Callable[[Row], Value]) -> Callable[[Sequence[Row]], list[Value]]:
    """Return a function of rows from a function of one row; a row that failed has no value."""
    return lambda rows: [None if row.failure else function(row) for row in rows]


def acceptance(row: Row) -> Value:
    """Share of the raw questions that the review accepts, of both askings; 0 where no reply held a question."""
    return _share(sum(q.accepted for q in row.questions), len(row.questions)) or 0.0


def clean(row: Row) -> Value:
    """1 when there are raw questions and none carries a label of ``UNCLEAN``, else 0."""
    return float(bool(row.questions) and all(UNCLEAN.isdisjoint(q.labels) for q in row.questions))


def labelled(label: Label) -> Callable[[Row], Value]:
    """Share of the raw questions that are rejected with this label, among others."""
    return lambda row: _share(sum(label in q.labels for q in row.questions), len(row.questions))


def grounding(row: Row) -> Value:
    """Share of the raw questions without a figure, name or fact that the data does not bear out."""
    return _share(sum(Label.UNGROUNDED not in q.labels for q in row.questions), len(row.questions))


def topics(row: Row) -> Value:
    """Share of the expected topics that an accepted question rests on."""
    return _share(len(row.reached), len(row.reached) + len(row.unreached))


def avoided(row: Row) -> Value:
    """Share of the topics to avoid that a question rests on, accepted or not."""
    return _share(len(row.touched), len(row.touched) + len(row.avoided))


def pillars(row: Row) -> Value:
    """Share of the pillars with a place in the session that an accepted question covers."""
    return _share(len({*row.wanted} & {*row.pillars}), len({*row.wanted}))


def diversity(row: Row) -> Value:
    """1 minus the mean similarity (Dice, of content words' stems) of two raw questions."""
    pairs = [similarity(a, b) for a, b in combinations([content(q.text) for q in row.questions], 2)]
    return 1 - sum(pairs) / len(pairs) if pairs else None


def diversity_between(rows: Sequence[Row]) -> list[Value]:
    """Share of a row's accepted questions that no accepted question for another scenario is like.

    Compared are rows of the same template, model and repeat. Alike means a similarity of ``ALIKE`` or more, with names of
    goals left in, so that what is found could be asked of any team.
    """
    essences = [[content(q.text) for q in row.questions if q.accepted and not row.failure] for row in rows]
    groups: defaultdict[tuple[str, str, int], list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        groups[row.template, row.model, row.repeat].append(place)
    found: list[Value] = [None] * len(rows)
    for places in groups.values():
        for place in places:
            others = [e for o in places if rows[o].scenario != rows[place].scenario for e in essences[o]]
            own = sum(all(similarity(e, other) < ALIKE for other in others) for e in essences[place])
            found[place] = _share(own, len(essences[place])) if others else None
    return found


def tokens(row: Row) -> Value:
    """Tokens in and out for each accepted question; for all of them where none was accepted; None where nobody counted."""
    used = row.usage.input_tokens + row.usage.output_tokens
    return _per_accepted(row, used) if used else None


def cost(row: Row) -> Value:
    """Cost for each accepted question; the whole where none was accepted; None without a price."""
    return None if row.cost is None else _per_accepted(row, row.cost)


def _share(hits: int, n: int) -> Value:
    return hits / n if n else None


def _per_accepted(row: Row, amount: float) -> float:
    # Were rows without an accepted question left out, a prompt that wastes its money would look cheap.
    return amount / max(1, sum(q.accepted for q in row.questions))


def _finding(label: Label, what: str, *, gate: bool = False) -> Metric:
    title = f"{label.value.replace('_', ' ')} found"
    return Metric(label.value, title, what, each(labelled(label)), higher_is_better=False, gate=gate)


METRICS: tuple[Metric, ...] = (
    Metric("acceptance", "raw questions accepted", "of the model's raw questions, those that the review accepts",
           each(acceptance), gate=True),
    Metric("clean", "sets that pass", "sets of raw questions with no advice, no leading question and nothing ungrounded",
           each(clean), gate=True, kind=Kind.BINARY),
    _finding(Label.ADVICE, "of the raw questions, those that carry the asker's solution", gate=True),
    _finding(Label.LEADING, "of the raw questions, those that push to an answer", gate=True),
    Metric("grounding", "grounded", "of the raw questions, those whose figures, names and facts the data bears out",
           each(grounding), gate=True),
    Metric("topics", "expected topics reached", "of what an expert would want asked about, what an accepted question rests on",
           each(topics), gate=True),
    Metric("avoided", "topics to avoid touched", "of what an expert would leave alone, what any question rests on",
           each(avoided), higher_is_better=False),
    Metric("pillars", "pillars covered", "of the pillars with a place in the session, those that an accepted question covers",
           each(pillars)),
    Metric("diversity", "diversity within a set", "1 minus the mean similarity of two raw questions of a set", each(diversity)),
    Metric("diversity_between", "diversity between teams", "of the accepted questions, those that no other team is asked much alike",
           diversity_between),
    _finding(Label.CLOSED, "of the raw questions, those that a word would answer"),
    _finding(Label.STACKED, "of the raw questions, those that ask for two things"),
    _finding(Label.STATUS, "of the raw questions, those that ask for a report"),
    _finding(Label.BLAME, "of the raw questions, those that seek a culprit"),
    _finding(Label.NOT_A_QUESTION, "of the raw questions, those that ask nothing"),
    _finding(Label.UNCLEAR, "of the raw questions, those that cannot be taken in at one hearing"),
    _finding(Label.DUPLICATE, "of the raw questions, those that were asked in an earlier session"),
    Metric("score", "score of the sheet", "the finished sheet's score, 0 to 100", each(lambda row: row.score),
           kind=Kind.AMOUNT, unit="points"),
    Metric("short", "questions short", "questions on the sheet that the bank had to fill in", each(lambda row: row.filled),
           higher_is_better=False, kind=Kind.AMOUNT),
    Metric("requests", "requests a sheet", "requests that a sheet took", each(lambda row: row.usage.requests),
           higher_is_better=False, kind=Kind.AMOUNT),
    Metric("tokens", "tokens an accepted question", "tokens in and out for each accepted question", each(tokens),
           higher_is_better=False, kind=Kind.AMOUNT, unit="tokens"),
    Metric("cost", "cost an accepted question", "cost for each accepted question, where a price is known", each(cost),
           higher_is_better=False, kind=Kind.AMOUNT),
    Metric("seconds", "latency", "seconds from the first request to the last reply", each(lambda row: row.seconds),
           higher_is_better=False, kind=Kind.AMOUNT, unit="s"),
)  # fmt: skip
"""Gates first, the primary one at the head."""

BY_NAME = {metric.name: metric for metric in METRICS}

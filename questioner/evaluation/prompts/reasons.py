"""A comparison in sentences: why its verdict is what it is, and what a reader has to know before believing it."""

from collections.abc import Iterator

from questioner.evaluation.prompts.comparison import Difference, Side, Verdict
from questioner.evaluation.prompts.gates import Tested, needed
from questioner.evaluation.prompts.telling import change, p_said, reach, told
from questioner.phrasing import some

_TOLD = ("acceptance", "clean")
"""Gates whose smallest difference is told in words: the primary one, and passes."""


def reasons(
    verdict: Verdict, differences: tuple[Difference, ...], gates: tuple[Tested, ...], used: int
) -> Iterator[str]:
    """Yield why the verdict is what it is, in sentences, and what could have been shown."""
    by_name = {difference.metric.name: difference for difference in differences}
    if verdict in (Verdict.BETTER, Verdict.WORSE):
        for shown in (verdict, *{Verdict.BETTER, Verdict.WORSE} - {verdict}):
            for gate in gates:
                if gate.verdict is shown:
                    yield f"{shown.value.capitalize()}: {said(by_name[gate.metric.name])}."
        return
    most = max((gate.differing for gate in gates), default=0)
    if verdict is Verdict.NOT_ENOUGH:
        seen = (
            f"At most {most} of {used} scenarios differ in any one gate"
            if most
            else f"None of {used} scenarios differs"
        )
        yield f"{seen}; {needed(max(1, len(gates)))} have to before chance can be ruled out."
    elif most:
        least = min(gate.corrected for gate in gates)
        yield f"No gate differs by more than chance would have it (the smallest corrected p is {least:.2g})."
    else:
        yield f"No gate differs in any of {used} scenarios."
    for difference in differences:
        differ = len(difference.up) + len(difference.down)
        if difference.smallest is not None and differ > 1 and difference.metric.name in _TOLD:
            size = change(difference.metric, difference.smallest).lstrip("+")
            yield f"Of {difference.metric.title}, a run like this shows {size} or more in 8 cases of 10."


def said(difference: Difference) -> str:
    """Return one difference in a phrase: both figures, the change with its interval, in how many scenarios, and p."""
    metric, up, down = difference.metric, len(difference.up), len(difference.down)
    return (
        f"{metric.title} {told(metric, difference.base)} → {told(metric, difference.new)}, "
        f"{change(metric, difference.value)} {reach(metric, difference.interval, signed=True)}, "
        f"{up} of {len(difference.pairs)} scenarios better and {down} worse, corrected p {p_said(difference.corrected)}"
    )


def _rows(number: int) -> str:
    return f"{number} {'row' if number == 1 else 'rows'}"


def warnings(base: Side, new: Side) -> Iterator[str]:
    """Yield what a reader has to know before believing the rest."""
    for side in (base, new):
        if lost := side.summary.lost:
            yield f"{_rows(len(lost))} of {side.name} failed and entered no figure: {some([row.id for row in lost], len(lost))}."
        if waiting := side.summary.waiting:
            yield (
                f"{_rows(len(waiting))} of {side.name} still waited for replies and entered no figure: {some([row.id for row in waiting], len(waiting))}; "
                "the same `questioner eval prompts` command goes on with them."
            )
    if base.summary.model != new.summary.model:
        yield f"{base.name} was asked of {base.summary.model}, {new.name} of {new.summary.model}: a difference may be the model's."
    elif base.templates_sha256 == new.templates_sha256:
        yield "Both sides have the same templates: what differs, differs by chance."
    if base.repeats != new.repeats:
        yield (
            f"The two were asked {base.repeats} and {new.repeats} times each: sets that pass are counted by majority, "
            "which tells a little more of a difference than there is."
        )
    if base.parameters != new.parameters:
        yield f"The two were asked with different parameters: {dict(base.parameters)} and {dict(new.parameters)}."
    written = [side.name for side in (base, new) if side.written]
    if written:
        yield f"Replies of {' and '.join(written)} were written by hand; they say nothing about any model."

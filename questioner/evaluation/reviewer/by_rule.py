"""How often each rule is right when it fires. A rule that is wrong more often than right does harm."""

from collections.abc import Sequence
from typing import Any

from questioner.evaluation.reviewer.judged import Judged
from questioner.evaluation.statistics import Rate
from questioner.review import RULES
from questioner.session import Label, Severity

ENOUGH = 4
"""Times that a rule has to have fired before it is called wrong more often than right."""


def by_rule(judged: Sequence[Judged]) -> list[dict[str, Any]]:
    """Return one entry a rule, in the rules' order, with a Wilson interval beside the share that is right.

    ``judged`` holds no borderline rows, on which either answer is fine. A rule is right on a row to reject and wrong on
    one to accept; ``alone`` counts the rows that no other rule rejects, which are lost or won with it. ``own_label`` counts
    the rows that bear the very label of the rule. A rule that never fires is unmeasured: its share is None. A rule that
    only warns turns no question away, so it cannot be harmful.
    """
    return [_entry(rule.code, rule.label, rule.severity, judged) for rule in RULES]


def _entry(code: str, label: Label, severity: Severity, judged: Sequence[Judged]) -> dict[str, Any]:
    fired = [j for j in judged if code in j.codes or code in j.warned]
    alone = [j for j in fired if set(j.codes) == {code}]
    right = Rate(sum(j.faulty for j in fired), len(fired))
    share = right.as_data()
    return {
        "code": code,
        "label": label.value,
        "severity": severity.value,
        "fires": right.n,
        "right": right.hits,
        "wrong": right.n - right.hits,
        "own_label": sum(label in j.row.labels for j in fired),
        "alone": {"right": sum(j.faulty for j in alone), "wrong": sum(not j.faulty for j in alone)},
        "share_right": share["value"],
        "ci": share["ci"],
        "harmful": severity is Severity.REJECT and right.n >= ENOUGH and right.hits * 2 < right.n,
    }

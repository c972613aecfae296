"""Each metric counted by hand on a row; none is defined where there is nothing to count."""

import pytest

from questioner.evaluation.prompts.metrics import BY_NAME, METRICS, Kind
from questioner.exchange import Usage
from questioner.session import Label, Pillar

from .cases import row, written


def value(name, made):
    return BY_NAME[name].of([made])[0]


MIXED = row(questions=["", "advice closed", "leading", "ungrounded", "", "closed", "", ""])


@pytest.mark.parametrize(
    ("name", "share"),
    [
        ("acceptance", 4 / 8),
        ("advice", 1 / 8),
        ("leading", 1 / 8),
        ("closed", 2 / 8),
        ("grounding", 7 / 8),
        ("blame", 0),
    ],
)
def test_shares_are_of_all_raw_questions(name, share):
    assert value(name, MIXED) == share


def test_the_second_asking_counts_like_the_first():
    assert value("acceptance", row(questions=[written("status"), written(wave=2)])) == 0.5


@pytest.mark.parametrize(
    ("labels", "passes"), [("", 1), ("closed status", 1), ("advice", 0), ("leading", 0), ("ungrounded", 0)]
)
def test_a_row_passes_unless_a_question_advises_leads_or_rests_on_nothing(labels, passes):
    assert value("clean", row(questions=["", labels])) == passes


def test_topics_and_pillars_are_shares_of_what_was_wanted():
    made = row(
        questions=[""], reached=("a",), unreached=("b", "c", "d"), touched=("x",), avoided=("y",),
        wanted=(Pillar.INTENT, Pillar.OUTCOME), pillars=(Pillar.OUTCOME, Pillar.SAFETY),
    )  # fmt: skip
    assert (value("topics", made), value("avoided", made), value("pillars", made)) == (0.25, 0.5, 0.5)


def test_a_set_is_diverse_as_far_as_its_questions_share_no_words():
    same = "Which supplier worries the kitchen?"
    half = ["Which supplier worries the kitchen?", "Which supplier pleases the kitchen?"]
    assert value("diversity", row(questions=[written(text=same), written(text=same)])) == 0
    assert value("diversity", row(questions=[written(text=text) for text in half])) == pytest.approx(1 - 2 * 2 / 6)
    assert value("diversity", row(questions=[written(text=same)])) is None


def test_between_teams_only_questions_of_other_teams_in_the_same_repeat_count():
    common, own = "What matters most to patients?", "Which supplier worries the kitchen?"
    rows = [
        row("a", 1, [written(text=common), written(text=own)]),
        row("b", 1, [written(text=common), written("advice", text=own)]),
        row("a", 2, [written(text=common)]),
        row("b", 2, [written(text=own)]),
        row("a", 3, [written(text=common)]),
        row("b", 3, failure="no reply"),
        row("a", 1, [written(text=own)], template="other"),
    ]
    assert BY_NAME["diversity_between"].of(rows) == [0.5, 0.0, 1.0, 1.0, None, None, None]


def test_a_set_without_an_accepted_question_costs_the_whole():
    made = row(questions=["", "", "status"], usage=Usage(2, 900, 0, 100), cost=0.5)
    none = row(questions=["status"], usage=Usage(2, 900, 0, 100), cost=0.5)
    assert (value("tokens", made), value("cost", made)) == (500, 0.25)
    assert (value("tokens", none), value("cost", none)) == (1000, 0.5)
    assert value("cost", row(questions=[""])) is None


def test_the_sheets_own_figures_are_taken_as_they_are():
    made = row(questions=[""], score=81, filled=2, usage=Usage(requests=3), seconds=4.5)
    assert [value(name, made) for name in ("score", "short", "requests", "seconds")] == [81, 2, 3, 4.5]


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.name)
def test_a_failed_row_has_no_value(metric):
    assert metric.of([row(failure="no reply"), row("b", failure="no reply")]) == [None, None]


def test_a_share_of_nothing_is_not_defined():
    nothing = [metric.name for metric in METRICS if metric.of([row()]) == [None]]
    assert nothing == [m.name for m in METRICS if m.kind is Kind.SHARE and m.name != "acceptance"] + [
        "tokens",
        "cost",
        "seconds",
    ]


def test_a_reply_without_a_question_is_accepted_in_nothing_and_does_not_pass():
    made = row(useless="no reply could be read")
    assert (value("acceptance", made), value("clean", made)) == (0, 0)


def test_every_label_is_measured_and_the_gates_are_those_of_the_issue():
    assert {label.value for label in Label} - {*BY_NAME} == {Label.UNGROUNDED}
    assert len(BY_NAME) == len(METRICS)
    gates = [metric.name for metric in METRICS if metric.gate]
    assert gates == ["acceptance", "clean", "advice", "leading", "grounding", "topics"]
    assert [metric.gate for metric in METRICS] == sorted((metric.gate for metric in METRICS), reverse=True)

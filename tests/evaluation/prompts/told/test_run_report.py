"""What is said of rows that failed: how many, why, and where to look."""

from questioner.evaluation.prompts.summary import summaries
from questioner.evaluation.prompts.told.run_report import lost
from questioner.exchange import Usage

from ..cases import row


def told(*rows):
    return [*lost(summaries(rows), "run.json")]


def test_of_many_rows_the_first_three_reasons_are_told():
    rows = [row(f"s{n}", repeat, failure=f"no reply to s{n}") for n in range(9) for repeat in (1, 2)]
    assert told(*rows) == [
        "questioner: built-in, m: 18 of 18 rows failed",
        "  s0#1: no reply to s0",
        "  s1#1: no reply to s1",
        "  s2#1: no reply to s2",
        "  run.json has them all",
    ]


def test_rows_that_wait_for_their_replies_have_not_failed():
    assert told(row("s1", failure="still to come", pending=True), row("s2", questions=[""])) == []


def test_where_every_first_asking_misses_something_in_every_prompt_has_changed():
    assert "No recording fits." in told(row("s1", failure="none", missing=True))[-1]


def test_where_a_second_asking_misses_nothing_is_said_of_the_templates():
    again = row("s1", failure="none", missing=True, usage=Usage(1, 9, 0, 9))
    assert told(again) == ["questioner: built-in, m: 1 of 1 rows failed", "  s1#1: none"]


def test_where_other_scenarios_fit_the_templates_are_those_that_were_recorded():
    assert "Other scenarios fit." in told(row("s1", failure="none", missing=True), row("s2", questions=[""]))[-1]

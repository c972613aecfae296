"""A comparison written in each form that is text: the verdict first, every case with both sets, nothing from files obeyed."""

import json
import xml.etree.ElementTree as ET

import pytest

from questioner.evaluation.prompts.pairing import compare
from questioner.evaluation.prompts.told import comparison_data, comparison_junit, comparison_markdown, comparison_text
from questioner.exchange import Usage

from ..cases import row, side, written

HOSTILE = "Isn’t \x1b[31m<b>@ops</b> | [it](http://x) `fine`?"
SPENT = {"usage": Usage(1, 1000, 0, 200), "cost": 0.25}


def changed(broken=14, fixed=1, of=16):
    """Scenarios of which the first are broken, the next fixed, and the rest alike."""
    bad, good = [written("leading", text=HOSTILE)], ["", "status"]
    base = [row(f"s{n:02}", 1, bad if broken <= n < broken + fixed else good, **SPENT) for n in range(of)]
    new = [row(f"s{n:02}", 1, bad if n < broken else good, **SPENT) for n in range(of)]
    return compare(
        side(*base, row("gone", 1, good, **SPENT), currency="EUR"), side(*new, name="runs/b", currency="EUR")
    )


def text(comparison):
    return "\n".join(comparison_text.lines(comparison))


def test_the_text_begins_with_the_verdict_and_its_reasons():
    head, _, first, *_ = text(changed()).splitlines()
    assert head == "Worse: NEW beside BASE, 16 scenarios compared."
    assert first.startswith("Worse: raw questions accepted ")


def test_the_text_shows_both_sets_of_each_case_that_changed():
    told = text(changed())
    broken, fixed = told.partition("Fixed: 1")[::2]
    assert (
        "Broken: 14\n  s00\n    BASE, repeat 1\n      What helps?\n      [status] What status?\n    NEW, repeat 1\n      [leading] Isn’t"
        in broken
    )
    assert [f"\n  s{n:02}\n" in broken for n in range(14)] == [True] * 3 + [False] * 11
    assert "  and s03, s04," in broken
    assert fixed.startswith("\n  s14\n    BASE, repeat 1\n      [leading] Isn’t")
    assert told.endswith("Left out: 1\n  gone: only in runs/a")


def test_the_text_tells_the_cost_of_both_sides():
    told = text(changed())
    assert "16 sheets, 16 requests, 16,000 tokens in, 3,200 out, 4 EUR" in told
    assert "17 sheets" in told


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({"cost": 0.2}, {"cost": 0.25}, "A sheet of NEW costs 25.0% more than one of BASE."),
        ({"cost": 0.2}, {"cost": 0.1}, "A sheet of NEW costs 50.0% less than one of BASE."),
        ({"cost": 0.2}, {"cost": 0.2}, "A sheet of NEW costs as much as one of BASE."),
        ({"usage": Usage(1, 90, 0, 10)}, {"cost": 0.1, "usage": Usage(1, 180, 0, 20)}, "A sheet of NEW takes 100.0% more tokens than one of BASE."),
        ({"usage": Usage(1, 90, 0, 10)}, {"usage": Usage(1, 90, 0, 10)}, "A sheet of NEW takes as many tokens as one of BASE."),
    ],
)  # fmt: skip
def test_what_a_sheet_costs_more_is_told_in_money_or_else_in_tokens(before, after, told):
    assert told in text(compare(side(row("a", 1, [""], **before)), side(row("a", 1, [""], **after)))).splitlines()


def test_no_report_steers_a_terminal_and_no_comment_holds_a_tag_a_link_or_a_call():
    made = changed()
    assert "\x1b" not in text(made)
    comment = comparison_markdown.document(made)
    assert "\x1b" not in comment
    assert r"Isn’t \<b\>&#64;ops\</b\> \| \[it\](http://x) \`fine\`?" in comment


def test_a_comment_on_a_pull_request_has_gates_first_and_all_else_folded():
    comment = comparison_markdown.document(changed())
    assert comment.startswith("## Prompt eval: worse\n\n- Worse: raw questions accepted ")
    gates, others = comment.partition("<details><summary>Metrics that do not decide</summary>")[::2]
    assert "| leading found | 6.2% |" in gates
    assert "| status found |" in others
    assert "**Broken: 14**\n\n<details><summary>s00</summary>\n\n| BASE | NEW |" in others
    assert "| **status:** What status? |  |" in others


def test_a_comment_fits_what_github_takes_and_names_the_cases_that_it_has_no_room_for(monkeypatch):
    monkeypatch.setattr(comparison_markdown, "ROOM", 1_000)
    comment = comparison_markdown.document(changed())
    assert len(comment) < 4_000
    assert "s12, s13." in comment


def test_the_data_hold_every_figure_with_the_scenarios_it_comes_from():
    data = json.loads(json.dumps(comparison_data.as_data(changed())))
    assert (data["verdict"], data["scenarios"]) == (
        "worse", {"compared": 16, "needed_to_differ": 8, "left_out": {"gone": "only in runs/a"}}
    )  # fmt: skip
    clean = data["differences"]["clean"]
    assert (clean["base"], clean["new"], clean["better"], clean["worse"]) == (
        pytest.approx(15 / 16),
        pytest.approx(2 / 16),
        1,
        14,
    )
    assert clean["by_scenario"]["s00"] == [1.0, 0.0]
    assert data["broken"][0]["new"]["questions"][0]["labels"] == ["leading"]
    assert data["base"]["usage"]["input_tokens"] == 17_000


def test_junit_fails_what_is_shown_to_be_worse_and_nothing_for_noise():
    suite = ET.fromstring(comparison_junit.document(changed()))[0]  # noqa: S314 - our own output
    assert suite.get("name") == "eval compare: worse"
    failed = [case.get("name") for case in suite if case.find("failure") is not None]
    assert {"raw questions accepted", "leading found", "s00"} <= {*failed}
    assert "s14" not in failed
    noise = ET.fromstring(comparison_junit.document(changed(broken=2)))  # noqa: S314 - our own output
    assert noise.get("failures") == "0"
    assert [case.get("name") for case in noise.iter("testcase")][-3:] == ["s00", "s01", "s02"]

"""A page of text: what is understood, what is listed as not understood, and nothing in between."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questioner.errors import InputError
from questioner.importing import pages
from questioner.importing.gathering import Given
from questioner.importing.sources import Reading
from questioner.importing.values import Decimal
from questioner.team.fields import LONG

from .conftest import GIVEN

HEAD = "Team: Checkout\nObjective: Calm starts\n"


def read(text, **how):
    return pages.read(pages.lines_of(text), "page.md", **how)


def key_result(line):
    """The one record of a page with this line for a key result."""
    page = read(f"Objective: O\n{line}\n")
    assert page.problems == []
    (record,) = page.records
    return record


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("KR: Trial activation from 18% to 30%", (18, 30, None, "%")),
        ("KR: Trial activation from 18 to 30%, now 22%", (18, 30, 22, "%")),
        ("KR: Trial activation 18% → 30% (now 22%)", (18, 30, 22, "%")),
        ("KR: Contacts from 310 to 120 a week, now 268", (310, 120, 268, "a week")),
        ("KR: First balance from 46 to 8 hours; now 19 hours", (46, 8, 19, "hours")),
        ("KR: Waiting from 9 days to 4 days in December", (9, 4, None, "days")),
        ("KR: Revenue from €900k to €1.2M – now at €1M", (900_000, 1_200_000, 1_000_000, "€")),
        ("KR: Visits from 41 to 60 of all those who come late", (41, 60, None, "")),
        ("KR: Errors from -2.5 to 0", (-2.5, 0, None, "")),
        ("KR: Depth, start: 3, target: 9, current: 4", (3, 9, 4, "")),
        ("KR: The new page is read by everyone", (None, None, None, "")),
        ("KR: Open from Monday to Friday", (None, None, None, "")),
        ("KR: Guides in place, start: by word of mouth, target: written", ("by word of mouth", "written", None, "")),
    ],
)
def test_figures_in_a_line_are_read(line, figures):
    record = key_result(line)
    assert (record.start, record.target, record.current, record.unit) == figures


def test_the_title_keeps_its_figures_and_its_commas_and_loses_the_clauses():
    record = key_result(
        "KR 2: Calls, mails and chats (all) from 9 to 4 days, now 6, confidence 7/10, owner Mina Ort, at risk"
    )
    assert record.key_result == "Calls, mails and chats (all) from 9 to 4 days"
    assert (record.current, record.confidence, record.owner, record.status) == (6, 7, "Mina Ort", "at_risk")


@pytest.mark.parametrize(
    "label",
    [
        "KR:",
        "KR1:",
        "KR 1.2:",
        "Key Result:",
        "Key result 3 –",
        "- KR:",
        "* **KR 1:**",
        "1. KR:",
        "### Key Result 1:",
        "- [ ] KR:",
        "KR2",
        "> kr:",
    ],
)
def test_a_key_result_may_be_marked_in_many_ways(label):
    assert key_result(f"{label} Quick replies, confidence 60%").key_result == "Quick replies"


@pytest.mark.parametrize(
    "label", ["Objective:", "O1:", "O1", "## Objective 2:", "**Objective:**", "- Objective 1 -", "Goal:"]
)
def test_an_objective_may_be_marked_in_many_ways(label):
    (record,) = read(f"{label} Calm starts\n").records
    assert (record.objective, record.key_result) == ("Calm starts", "")


def test_lines_below_a_key_result_are_about_it():
    page = read(
        f"{HEAD}Why: People leave when it is loud.\nAudience: new members\nKR: Quick replies\n  Owner: Mina\n"
        "  Baseline: 20%\n  Target: 80%\n  Now: 41%\n  Confidence: amber\n  Status: behind\n  Comment: new form\n"
        "  Blocker: no rota\n  Ask: a second desk\n  Initiative: a form\n"
    )
    (record,) = page.records
    assert (record.why, record.audience, record.owner) == ("People leave when it is loud.", "new members", "Mina")
    assert (record.start, record.target, record.current, record.unit) == (20, 80, 41, "%")
    assert (record.confidence, record.status, record.comment) == ("amber", "off_track", "new form")
    assert (record.blockers, record.asks, record.initiatives) == (("no rota",), ("a second desk",), ("a form",))
    assert page.unread == []


def test_entries_of_a_list_under_key_results_are_some_and_deeper_ones_are_not():
    page = read(f"{HEAD}Key results:\n- Quick replies\n  - a form\n- Few calls\n\nSome words\n- more\n")
    assert [record.key_result for record in page.records] == ["Quick replies", "Few calls"]
    assert [(line.number, line.text) for line in page.unread] == [(5, "a form"), (8, "Some words"), (9, "more")]


def test_what_was_not_understood_is_listed_and_not_guessed():
    page = read(
        "Dear all,\nKR: before any goal\nObjective: Calm\nRaise it by a third\nOwner: Mina\nKR: Replies, now 3, going well\n"
    )
    assert [(line.number, line.text) for line in page.unread] == [
        (1, "Dear all,"), (2, "key_result: before any goal"), (4, "Raise it by a third"), (5, "owner: Mina"), (6, "going well"),
    ]  # fmt: skip
    assert [(record.key_result, record.current) for record in page.records] == [("Replies", 3)]


def test_what_a_page_says_of_the_team_is_read():
    (facts,) = read(
        "Team: Checkout\nCycle: Q4 2026 (1 Oct 2026 – 31 Dec 2026)\nAs of: 16.11.2026\nVision: Paying feels\nlike nothing\n"
        "Objective: O\nNotes:\nCorvane promised access.\n\n- We wait.\n"
    ).teams
    assert (facts.team, facts.day) == ("Checkout", date(2026, 11, 16))
    assert facts.cycle == {"name": "Q4 2026", "start": date(2026, 10, 1), "end": date(2026, 12, 31)}
    assert facts.fields == {"vision": "Paying feels like nothing"}
    assert facts.notes == ["Corvane promised access.", "We wait."]


@pytest.mark.parametrize(
    ("line", "cycle", "unread"),
    [
        ("Cycle: 2026-Q4", {"name": "2026-Q4"}, 0),
        ("Cycle: 2026-10-01 to 2026-12-31", {"start": date(2026, 10, 1), "end": date(2026, 12, 31)}, 0),
        ("Cycle: until 2026-12-31", {}, 1),
        ("Cycle start: 2026-10-01", {"start": date(2026, 10, 1)}, 0),
    ],
)
def test_a_cycle_is_a_name_two_days_or_not_understood(line, cycle, unread):
    page = read(f"Team: A\n{line}\n")
    assert (page.teams[0].cycle, len(page.unread)) == (cycle, unread)


@pytest.mark.parametrize("heading", ["Notes:", "## Check-in notes", "**Notes**", "Check-in"])
def test_notes_go_on_under_their_heading_until_the_next(heading):
    page = read(f"Objective: O\n{heading}\nWe wait.\nAnd wait.\n## Next steps\nNothing.\n")
    assert page.teams[0].notes == ["We wait.", "And wait."]
    assert [line.text for line in page.unread] == ["Next steps", "Nothing."]


def test_a_dated_check_in_gives_the_day_and_the_notes():
    page = read("Team: A\nObjective: O\n## Check-in 2026-11-16\nWe wait.\n")
    assert (page.teams[0].day, page.teams[0].notes) == (date(2026, 11, 16), ["We wait."])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("KR: Replies from 1,200 to 2,400", "1.200 or 1200"),
        ("KR: Replies, confidence high", "write 0 to 10"),
        ("KR: Replies from 3 days to 4%", "days"),
        ("KR: Replies, start: slow, target: 9", "figures and words"),
        ("As of: 3/4/2026", "may be two days"),
        (f"KR: {'x' * 501}", "501 characters"),
    ],
)
def test_a_line_that_is_wrong_is_an_error_with_its_number(line, said):
    (problem, *_) = read(f"Objective: O\n{line}\n").problems
    assert said in problem.message
    assert (problem.file, problem.line) == ("page.md", 2)


def test_a_figure_that_may_be_two_is_settled_by_another_on_the_page_or_by_hand():
    lines = "Objective: O\nKR: Replies from 1.200 to 2.400\n"
    assert read(f"{lines}KR: Calls from 1,5 to 3\n").records[0].start == 1200
    assert read(lines, decimal=Decimal.POINT).records[0].start == 1.2


def test_several_teams_on_a_page_are_several_files(imported):
    page = f"{HEAD}KR: Replies, now 3\nTeam: Desk\nObjective: Calm\nCheck-in: We wait.\n"
    files = imported(page, "page.md")
    assert [(file.team, file.path.name) for file in files] == [("Checkout", "checkout.yaml"), ("Desk", "desk.yaml")]
    assert "We wait." not in files[0].text
    assert "We wait." in files[1].text


def test_the_team_may_be_named_below_its_goals():
    page = read("Objective: O\nTeam: Desk\nAs of: 2026-11-16\nKR: Replies, now 3\n")
    assert [(record.team, record.day) for record in page.records] == [("Desk", date(2026, 11, 16))]


def test_a_table_on_a_page_is_read_as_one(team_of):
    page = "# OKRs\n\nTeam: Desk\n\n| Objective | Key result | Start | Target | Now |\n|---|:-:|--:|---|---|\n| Calm | Replies | 20% | 80% | 41% |\n| Calm | **Calls** | 9 | 2 | 5 |\n"
    team = team_of(page, "page.md")
    assert team.team == "Desk"
    assert [(k.title, k.start) for k in team.objectives[0].key_results] == [("Replies", 20), ("Calls", 9)]


def test_a_page_becomes_a_team_file_that_is_read_at_once(team_of):
    team = team_of(f"{HEAD}KR: Replies from 20% to 80%, now 41%, confidence 6\nNotes: =1+1 {{{{7*7}}}}\n", "page.txt")
    assert team.team == "Checkout"
    assert (team.check_ins[0].notes, team.check_ins[0].key_results["KR1"].value) == ("=1+1 {{7*7}}", 41)


def test_a_page_without_an_objective_is_an_error(imported):
    with pytest.raises(InputError, match="holds no objective"):
        imported("Just some words\n", "page.md", given=Given("A", GIVEN.cycle))


def test_settings_of_the_options_reach_a_page(team_of):
    team = team_of(f"{HEAD}KR: Replies from 1.200 to 2.400\n", "page.md", reading=Reading(decimal=Decimal.COMMA))
    assert team.objectives[0].key_results[0].start == 1200


@given(st.text(alphabet="KROabejctiv: 0123456789,.;()-–→%€\n#*|fromtwn", max_size=200))
def test_any_page_is_read_or_told_and_every_line_is_accounted_for(content):
    page = read(content)
    assert all(len(record.notes) < LONG for record in page.records)
    assert {line.number for line in page.unread} <= set(range(1, len(content.splitlines()) + 1))

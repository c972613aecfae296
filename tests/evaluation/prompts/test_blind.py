"""Blind marks: whose a set is, only the key tells, and the marks come back as rates."""

import pytest

from questioner.errors import InputError, UsageError
from questioner.evaluation.prompts.blind import Key, Mark, Marks, drawn, rates, read_marks
from questioner.evaluation.prompts.pairing import compare

from .cases import row, side


def sheet(scenario, repeat, *printed, **rest):
    return row(scenario, repeat, [""], printed=printed, **rest)


def both(count=12):
    base = [sheet(f"s{n:02}", r, f"base {n} {r}", "shared?") for n in range(count) for r in (1, 2)]
    new = [sheet(f"s{n:02}", r, f"new {n} {r}") for n in range(count) for r in (1, 2)]
    return side(*base, row("bare", 1, [""])), side(*new, row("bare", 1, [""]), name="runs/b", templates_sha256="b" * 64)


@pytest.fixture
def made():
    return drawn(compare(*both()), 8)


def test_the_key_tells_whose_a_set_is_and_the_page_does_not(made):
    page, key = made
    for case in page.cases:
        new = key.cases[case.number].new
        assert [text.split()[0] for letter in ("A", "B") for text in case.sets[letter][:1]] == (
            ["new", "base"] if new == "A" else ["base", "new"]
        )
    assert "runs/" not in repr(page)
    assert {case.new for case in key.cases.values()} == {"A", "B"}


def test_the_same_sides_give_the_same_page_and_other_templates_another(made):
    assert drawn(compare(*both()), 8) == made
    base, new = both()
    other = drawn(compare(base, side(*new.summary.rows, name="runs/b", templates_sha256="c" * 64)), 8)
    assert [case.scenario for case in other[0].cases] != [case.scenario for case in made[0].cases]


def test_more_scenarios_than_have_sheets_are_refused():
    with pytest.raises(UsageError, match="--blind 13: 12 scenarios have a sheet"):
        drawn(compare(*both()), 13)


KEY = Key.model_validate(
    {
        "id": "x", "base": "runs/a", "new": "runs/b",
        "cases": {
            "1": {"scenario": "s1", "new": "B", "questions": {"A": 2, "B": 2}},
            "2": {"scenario": "s2", "new": "A", "questions": {"A": 1, "B": 2}},
        },
    }
)  # fmt: skip


def test_marks_come_back_as_keep_rates_of_each_side_and_a_paired_difference():
    marks = {"1A1": "ask", "1A2": "throw away", "1B1": "ask", "1B2": "ask", "2A1": "edit", "2B1": "throw away"}
    found = rates(KEY, Marks.model_validate({"id": "x", "marks": marks}))
    assert (found.base.asked.hits, found.base.asked.n, found.base.usable.hits) == (1, 3, 1)
    assert (found.new.asked.hits, found.new.asked.n, found.new.usable.hits) == (2, 3, 3)
    assert found.pairs == {"s1": (0.5, 1.0), "s2": (0.0, 0.0)}
    assert (found.difference, found.unmarked) == (0.25, 1)


def test_without_marks_on_both_sides_nothing_is_said_of_the_difference():
    found = rates(KEY, Marks(id="x", marks={"1A1": Mark.ASK}))
    assert found.difference is None


def test_marks_of_another_page_are_refused():
    with pytest.raises(InputError, match="belong to page y, the key to page x"):
        rates(KEY, Marks(id="y", marks={}))
    with pytest.raises(InputError, match="not on page x: 3A1"):
        rates(KEY, Marks(id="x", marks={"3A1": Mark.ASK}))


def test_a_file_that_holds_no_marks_is_told_as_such(tmp_path):
    path = tmp_path / "marks.json"
    path.write_text('{"id": "x", "marks": {"1A1": "love"}}', encoding="utf-8")
    with pytest.raises(InputError, match=r"marks\.json: marks\.1A1: Input should be 'ask', 'edit' or 'throw away'"):
        read_marks(path)

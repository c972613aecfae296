"""What the marks say, and the page to mark: what a person does on it with mouse and keys, what it saves, and that it tells nothing of whose a set is."""

import json
from dataclasses import replace
from itertools import count

import pytest

from questioner.evaluation.prompts.blind import Blind, BlindCase, Key, KeyCase, Mark, Marks, rates, read_marks
from questioner.evaluation.prompts.told.blind import as_data, lines, page

HOSTILE = '</legend><script>document.title = "taken"</script>'
BLIND = Blind(
    "0123456789ab",
    (
        BlindCase(1, "ward", {"A": ("What helps?", "What hinders “it”?"), "B": ("What would change?",)}),
        BlindCase(2, HOSTILE, {"A": (HOSTILE,), "B": ("{{7*7}} – what is new?", "What is left?")}),
    ),
)
MARKS = ["1A1", "1A2", "1B1", "2A1", "2B1", "2B2"]
KEY = Key(
    id="x",
    base="runs/a",
    new="runs/b",
    cases={
        1: KeyCase(scenario="s1", new="B", questions={"A": 2, "B": 2}),
        2: KeyCase(scenario="s2", new="A", questions={"A": 1, "B": 1}),
    },
)


def test_keep_rates_are_told_for_each_side_and_the_difference_by_scenario():
    marks = {"1A1": "ask", "1A2": "throw away", "1B1": "ask", "1B2": "ask", "2A1": "edit"}
    found = rates(KEY, Marks.model_validate({"id": "x", "marks": marks}))
    told = "\n".join(lines(found))
    assert "50.0% [9.5, 90.5] of 2" in told
    assert "+50.0 pp over 1 scenarios" in told
    assert "not counted: 1 questions" in told
    assert as_data(found)["new"]["ask"]["value"] == pytest.approx(2 / 3, abs=1e-4)


def test_without_marks_on_both_sides_it_is_said_that_nothing_can_be_said():
    assert any("nothing can be said" in line for line in lines(rates(KEY, Marks(id="x", marks={"1A1": Mark.ASK}))))


PAGES = count()
TRIES = 5
"""A busy browser now and then loses what was stored in the moment before its page was left."""


@pytest.fixture
def blind():
    """Sets under a name that no earlier test has stored marks under: a busy browser may clear later than it stores."""
    return replace(BLIND, id=f"{next(PAGES):012x}")


@pytest.fixture
def marked(shown, blind):
    """Their page in a browser."""
    return shown(page(blind))


def test_each_question_can_be_marked_in_three_ways_under_its_own_name(marked):
    names = marked.evaluate("[...document.querySelectorAll('fieldset')].map(f => f.querySelector('input').name)")
    texts = [text for case in BLIND.cases for letter in ("A", "B") for text in case.sets[letter]]
    assert names == MARKS
    assert marked.visible("legend") == texts
    assert marked.visible("fieldset label") == len(MARKS) * list(Mark)


def test_a_key_marks_a_question_and_goes_on_to_the_next(marked):
    marked.evaluate("document.querySelector('input').focus()")
    for key in "1231x23":
        marked.press(key)
    assert marked.evaluate("[...document.querySelectorAll('input:checked')].map(i => i.value)") == [
        "ask", "edit", "throw away", "ask", "edit", "throw away",
    ]  # fmt: skip
    assert marked.evaluate("document.activeElement.id") == "save"
    assert marked.visible("#count") == ["6 of 6 marked"]


def test_what_is_saved_is_read_back(marked, blind, tmp_path):
    marked.click("input[name='1A1'][value=edit]")
    marked.click("input[name='2B2'][value='throw away']")
    file = marked.saved(tmp_path, "#save")
    assert file.name == f"marks-{blind.id}.json"
    read = read_marks(file)
    assert (read.id, read.marks) == (blind.id, {"1A1": Mark.EDIT, "2B2": Mark.THROW_AWAY})
    assert marked.visible("#told") == [f"Saved as marks-{blind.id}.json."]
    assert (marked.complaints(), [url for url in marked.requests() if not url.startswith(("file:", "blob:"))]) == (
        [],
        [],
    )


def test_marks_outlast_a_page_that_is_closed_and_one_that_is_not_saved_asks_first(marked):
    for _ in range(TRIES):
        marked.click("input[name='1B1'][value=ask]")
        marked.open_again()
        assert marked.asked_back()
        if marked.visible("#count") == ["1 of 6 marked"]:
            break
    else:
        pytest.fail(f"the mark was lost {TRIES} times")
    marked.open_again()
    assert not marked.asked_back()


def test_the_page_does_the_same_with_either_set():
    other = {"A": "B", "B": "A"}
    one = Blind("x", (BlindCase(1, "ward", {"A": ("α", "β"), "B": ("γ", "δ")}),))
    swapped = Blind("x", (BlindCase(1, "ward", {other[k]: v for k, v in reversed(one.cases[0].sets.items())}),))
    text = page(one)
    for before, after in (("α", "γ"), ("β", "δ")):
        text = text.replace(before, "\0").replace(after, before).replace("\0", after)
    assert page(swapped) == text


def test_nothing_from_a_file_becomes_part_of_the_page_itself(marked, blind):
    assert marked.evaluate("document.title") == f"Questions to mark, page {blind.id}"
    assert marked.evaluate("document.querySelectorAll('script').length") == 1
    assert json.dumps(HOSTILE) in json.dumps(marked.visible("legend"))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_page_has_no_fault_that_an_accessibility_check_can_find(marked, axe, dark):
    assert marked.faults(axe, dark=dark) == []

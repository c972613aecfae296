"""The page of a comparison: the verdict first, gates apart from the rest, and both sides' questions beside each other."""

from dataclasses import replace
from random import Random

import pytest

from questioner.evaluation.prompts.comparison import Verdict
from questioner.evaluation.prompts.pairing import compare
from questioner.evaluation.prompts.telling import change, reach, told
from questioner.evaluation.prompts.told.comparison_page import page
from questioner.exchange import Usage

from ..cases import drawn, row, side, written

LARGEST = 2_000_000
PRINTABLE = 1032
"""Pixels across A4 on its side, 96 to the inch, without its margins of 12 mm."""
HOSTILE = '</td></script><script>document.title = "taken"</script>{{7*7}}'
NAMES = [f"s{number:02}" for number in range(16)]
GOOD, BAD = written(text="What helps?"), written("advice", text="Have you tried it?")
FINE, SPOILT = (GOOD, GOOD), (GOOD, BAD)


def asked(name, template, questions):
    """A side with one row for each scenario, from what the questions are."""
    rows = (row(s, 1, own, template, usage=Usage(1, 100, 0, 50), cost=0.01) for s, own in questions.items())
    return side(*rows, name=name, currency="EUR")


BASE = asked("runs/base", "built-in", {**dict.fromkeys(NAMES, FINE), "s15": SPOILT})
NEW = asked("runs/new", "warmer", {**dict.fromkeys(NAMES[:14], SPOILT), "s14": [GOOD], "s15": FINE, "t": [GOOD]})
FEW = asked("runs/few", "warmer", {**dict.fromkeys(NAMES, FINE), **dict.fromkeys(NAMES[:4], SPOILT)})
WORSE = compare(BASE, NEW)
FIGURES = replace(BASE, summary=replace(BASE.summary, rows=()))


@pytest.fixture
def opened(shown):
    """The page of a comparison in a browser."""
    return shown(page(WORSE))


def test_the_verdict_stands_at_the_top_in_words_with_its_reasons(opened):
    assert WORSE.verdict is Verdict.WORSE
    assert opened.visible("h1") == ["NEW against BASE: worse"]
    assert opened.visible("h1 + p, h1 + p ~ p")[: len(WORSE.reasons)] == list(WORSE.reasons)
    assert opened.evaluate("document.title") == "runs/base and runs/new: worse"


@pytest.mark.parametrize(
    ("new", "verdict"),
    [(NEW, "worse"), (BASE, "no difference shown"), (FEW, "not enough data")],
)
def test_each_verdict_is_told_as_it_was_reached(new, verdict):
    made = compare(BASE, new)
    assert made.verdict == verdict
    assert f">{verdict}</span></h1>" in page(made)


def test_gates_stand_first_and_the_others_are_marked_as_not_deciding(opened):
    gates = [d.metric.title for d in WORSE.differences if d.metric.gate]
    others = [d.metric.title for d in WORSE.differences if not d.metric.gate]
    titles = "[...document.querySelectorAll('.lines tbody:nth-of-type(%d) th')].map(e => e.firstChild.textContent)"
    assert opened.evaluate(titles % 1) == ["Gates, which decide", *gates]
    assert opened.evaluate(titles % 2)[1:] == others
    assert "do not decide" in opened.evaluate(titles % 2)[0]
    assert opened.evaluate("document.querySelectorAll('tbody:nth-of-type(2) :is(.rate.good, .rate.bad)').length") == 0


def test_each_difference_stands_beside_its_drawing(opened):
    lines = opened.visible(".lines tbody tr:has(svg)")
    assert len(lines) == len(WORSE.differences)
    for line, own in zip(lines, WORSE.differences, strict=True):
        told_of = [
            told(own.metric, own.base, "EUR"),
            told(own.metric, own.new, "EUR"),
            change(own.metric, own.value, "EUR"),
        ]
        assert all(text in line for text in [*told_of, reach(own.metric, own.interval, signed=True)])


def test_better_is_drawn_to_the_right_whichever_way_the_figure_moves(opened):
    middle = "(e => e.x.baseVal.value + e.width.baseVal.value / 2 - 120)(document.querySelector('.lines tr:nth-child(%d) rect'))"
    names = [d.metric.name for d in WORSE.differences]
    moved = {name: opened.evaluate(middle % (names.index(name) + 2)) for name in ("acceptance", "advice", "grounding")}
    assert moved["acceptance"] < 0  # fewer are accepted
    assert moved["advice"] < 0  # more give advice
    assert moved["grounding"] == 0


def test_broken_and_fixed_cases_stand_side_by_side(opened):
    assert opened.visible("section:has(> #broken) h3") == [case.scenario for case in WORSE.broken]
    assert opened.visible("section:has(> #fixed) h3") == ["s15"]
    case = opened.visible("section:has(> #broken) section:first-of-type .sides > div")
    assert [" ".join(text.split()) for text in case] == [
        "BASERepeat 1 What helps? What helps?",
        "NEWRepeat 1 What helps? Have you tried it? advice",
    ]


def test_a_scenario_leads_to_the_rows_of_both_sides(opened):
    opened.click("section:has(> #broken) h3 a")
    assert opened.evaluate("document.querySelector('details:target').open")
    assert len(opened.visible("details:target [data-part=base]")) == 2
    assert len(opened.visible("details:target [data-part=new]")) == 2


@pytest.mark.parametrize(
    ("choices", "count"),
    [
        ({"change": "broken"}, 4 * len(WORSE.broken)),
        ({"change": "fixed", "part": "new"}, 2),
        ({"labels": "advice", "part": "base"}, 1),
        ({"change": "same", "verdict": "rejected"}, 0),
    ],
    ids=["broken", "fixed in NEW", "advice in BASE", "nothing"],
)
def test_filters_leave_the_questions_that_are_chosen(opened, choices, count):
    for name, value in choices.items():
        opened.choose(f"[data-filter={name}]", value)
    assert len(opened.visible("[data-row]")) == count
    assert opened.visible("#count")[0].startswith(f"{count} of ")


def test_scenarios_that_were_not_compared_are_named_with_the_reason(opened):
    assert opened.visible("#scenarios ~ ul li") == ["t: only in runs/new"]
    opened.click("details:has(.cells) summary")
    assert opened.visible(".cells tbody th") == NAMES


def test_the_cost_of_both_sides_is_told(opened):
    rows = opened.visible("section:has(> #cost) tbody tr")
    assert [" ".join(text.split()) for text in rows] == ["BASE16161,60008000.16 EUR", "NEW17171,70008500.17 EUR"]


def test_warnings_stand_above_the_figures(shown):
    browser = shown(page(replace(WORSE, warnings=("Models differ.", "Parameters differ."))))
    assert browser.visible("header .warnings li") == ["Models differ.", "Parameters differ."]


def test_a_side_that_keeps_figures_alone_is_told_as_such(shown):
    browser = shown(page(compare(FIGURES, NEW)))
    assert browser.visible("h1") == ["NEW against BASE: worse"]
    assert "Only figures were kept." in browser.visible("section:has(> #broken) section:first-of-type .sides > div")[0]
    assert (browser.complaints(), len(browser.requests())) == ([], 1)


def test_nothing_from_a_file_becomes_part_of_the_page_itself(shown):
    rows = [row(HOSTILE, 1, [written(text=HOSTILE)], template=HOSTILE, model=HOSTILE)]
    base, new = (
        side(*rows, name=HOSTILE),
        side(*rows, row("x", 1, failure=HOSTILE, template=HOSTILE, model=HOSTILE), name=HOSTILE),
    )
    browser = shown(page(compare(base, new)))
    assert browser.evaluate("document.title").startswith(HOSTILE)
    assert browser.evaluate("document.querySelectorAll('script').length") == 1
    browser.choose("[data-filter=part]", "new")
    assert browser.visible("[data-row] .text")[0].startswith(HOSTILE)
    assert (browser.complaints(), len(browser.requests())) == ([], 1)


def test_the_page_is_small_enough_to_be_sent():
    base, new = drawn(Random(1), 0.8), drawn(Random(2), 0.6, template="warmer")
    assert len(page(compare(side(*base), side(*new))).encode()) < LARGEST


def test_the_figures_fit_on_paper(shown):
    base, new = drawn(Random(1), 0.8, scenarios=6), drawn(Random(2), 0.6, scenarios=6, template="warmer")
    edges = shown(page(compare(side(*base), side(*new)))).in_print(PRINTABLE, ".lines")
    assert edges
    assert max(edges) <= PRINTABLE


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_page_has_no_fault_that_an_accessibility_check_can_find(opened, axe, dark):
    assert opened.faults(axe, dark=dark) == []

"""The page of a run: its figures are those of the run, each leads to its rows, and filters work in a real browser."""

from random import Random

import pytest

from questioner.evaluation.bars import Bar
from questioner.evaluation.prompts.summary import summaries
from questioner.evaluation.prompts.telling import reach, told
from questioner.evaluation.prompts.told.run_page import page

from ..cases import drawn, meta, row, written

LARGEST = 2_000_000
PRINTABLE = 1032
"""Pixels across A4 on its side, 96 to the inch, without its margins of 12 mm."""
HOSTILE = '</td></script><script>document.title = "taken"</script>{{7*7}}'
ROWS = [
    row(
        "ward",
        1,
        ["", written("advice", "closed", text="Have you tried it?"), ""],
        printed=("What helps?",),
        reached=("behind-pace O1.KR1",),
    ),
    row("ward", 2, ["status", written("leading", wave=2)], unreached=("blocker O1",)),
    row("ferry", 1, failure="no recording holds the reply; record it with --record", missing=True),
    row("ferry", 2, [], useless="no reply was JSON"),
    row("ward", 1, ["", "", ""], template="warmer"),
    row("ferry", 1, [written(text=HOSTILE), "advice"], template="warmer"),
]
FAILED = ROWS[2]


def made(rows=ROWS, **given):
    return page(meta(rows), summaries(rows), "runs/now", **given)


@pytest.fixture
def opened(shown):
    """The page of ``ROWS`` in a browser."""
    return shown(made())


def test_each_figure_stands_on_the_page_with_its_interval(shown):
    rows = drawn(Random(1), 0.7, scenarios=6)
    (summary,) = summaries(rows)
    lines = shown(made(rows)).visible(".lines tbody tr")
    told_figures = [f for f in summary.figures if f.n]
    assert len(lines) == len(told_figures) > 10
    for line, figure in zip(lines, told_figures, strict=True):
        assert line.startswith(figure.metric.title)
        assert told(figure.metric, figure.value) in line
        assert reach(figure.metric, figure.interval) in line
        assert ("gate" in line.split("of")[0]) is figure.metric.gate


def test_every_scenario_is_drawn_as_a_dot_and_told_in_a_table(shown):
    rows = drawn(Random(1), 0.7, scenarios=6)
    (summary,) = summaries(rows)
    browser = shown(made(rows))
    acceptance = summary.figure("acceptance")
    dots = browser.evaluate(
        "[...document.querySelector('svg.strip').querySelectorAll('title')].map(t => t.textContent)"
    )
    values = {scenario: told(acceptance.metric, value) for scenario, value in acceptance.by_scenario.items()}
    assert sorted(dots) == sorted(f"{scenario}: {value}" for scenario, value in values.items())
    browser.click("details:has(.cells) summary")
    assert browser.visible(".cells tbody th") == sorted(values)
    assert browser.visible(".cells tbody td:nth-of-type(1)") == [values[scenario] for scenario in sorted(values)]


def test_a_dot_leads_to_the_rows_it_comes_from(opened):
    anchor = opened.evaluate("document.querySelector('svg.strip a').getAttribute('href')")
    opened.click("svg.strip a")
    assert opened.evaluate("location.hash") == anchor
    assert opened.evaluate(f"document.querySelector('{anchor}').open")
    assert opened.visible(f"{anchor} [data-row] td.text")


def test_the_scenario_that_is_worst_off_is_named_whichever_way_is_better(shown):
    rows = [row("a", 1, ["", ""]), row("b", 1, ["advice", ""]), row("c", 1, ["advice", "closed"])]
    lines = shown(made(rows)).visible(".lines tbody tr")
    told_of = {
        "raw questions accepted": "c0.0%",
        "advice found": "b50.0%",
        "closed found": "c50.0%",
        "grounded": "all alike",
    }
    for title, end in told_of.items():
        assert next(line for line in lines if line.startswith(title)).endswith(end)


def test_each_question_stands_with_its_repeat_and_what_the_review_said(opened):
    opened.click("#r0-1 summary")
    assert opened.visible("#r0-1 [data-row]") == [
        "1What helps?outcome, on F1on the sheet",
        "1Have you tried it?outcome, on F1advice, closed",
        "1What helps?outcome, on F1on the sheet",
        "2What status?outcome, on F1status",
        "2What leading?outcome, on F1, asked againleading",
    ]
    assert "blocker O1" in opened.visible("#r0-1 .figures td")


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ({"labels": "advice"}, ["Have you tried it?", "What advice?"]),
        ({"labels": "advice", "part": "r0"}, ["Have you tried it?"]),
        ({"verdict": "accepted", "part": "r1"}, [HOSTILE, *["What helps?"] * 3]),
        ({"verdict": "failed"}, [FAILED.failure, "no reply was JSON"]),
        ({"repeat": "2", "scenario": "1"}, ["What status?", "What leading?"]),
        ({"scenario": "0", "labels": "status"}, []),
    ],
    ids=["label", "label and template", "accepted", "failed", "repeat and scenario", "nothing"],
)
def test_filters_leave_the_questions_that_are_chosen(opened, choices, expected):
    for name, value in choices.items():
        opened.choose(f"[data-filter={name}]", value)
    texts = [text.split("outcome, on")[0] for text in opened.visible("[data-row] td.text")]
    assert texts == expected
    assert opened.visible("#count") == [f"{len(expected)} of 12 shown"]
    assert len(opened.visible("details[id]")) == len(
        {*opened.visible("details[id]:has([data-row]:not([hidden])) > summary")}
    )


def test_a_link_shows_rows_that_a_filter_hides(opened):
    opened.choose("[data-filter=labels]", "status")
    assert not opened.evaluate("document.querySelector('#r0-0').checkVisibility()")
    opened.click("#failed ~ ul a")
    assert opened.evaluate("document.querySelector('#r0-0').open")
    assert opened.visible("#count") == ["12 of 12 shown"]


def test_rows_without_a_sheet_are_listed_with_the_reason(opened):
    assert opened.visible("#failed ~ ul li") == [
        f"ferry#1: {FAILED.failure}",
        "ferry#2, which every figure counts: no reply was JSON",
    ]
    assert "every row has its sheet" in made(ROWS[:2])


def test_replies_that_people_wrote_are_told_as_such():
    assert "they say nothing about a model" in made([row("ward", 1, [""], written=True)])
    assert "they say nothing about a model" not in made()


def test_bars_are_told_with_what_they_were_held_to(shown):
    browser = shown(made(bars=[Bar("acceptance", 0.9, 0.5), Bar("topics", 0.1, None), Bar("grounding", 0.1, 1.0)]))
    assert browser.visible("h2 + div tbody tr") == [
        "acceptance0.50.9missed", "topics–0.1missed", "grounding10.1reached",
    ]  # fmt: skip


def test_nothing_from_a_file_becomes_part_of_the_page_itself(shown):
    rows = [
        row(HOSTILE, 1, [written(text=HOSTILE)], template=HOSTILE, model=HOSTILE, reached=(HOSTILE,)),
        row(HOSTILE, 2, failure=HOSTILE, template=HOSTILE, model=HOSTILE),
    ]
    browser = shown(page(meta(rows, version=HOSTILE), summaries(rows), HOSTILE))
    assert browser.evaluate("document.title") == f"Prompt eval {HOSTILE}"
    assert browser.evaluate("document.querySelectorAll('script').length") == 1
    assert HOSTILE in browser.visible("h1")[0]
    browser.click("#r0-0 summary")
    assert browser.visible("#r0-0 .text")[0].startswith(HOSTILE)
    assert (browser.complaints(), len(browser.requests())) == ([], 1)


def test_the_page_is_whole_without_a_network_and_small_enough_to_be_sent(shown):
    rows = [r for template in ("built-in", "warmer") for r in drawn(Random(1), 0.7, template=template)]
    html = made(rows)
    assert len(rows) == 30 * 3 * 2
    assert len(html.encode()) < LARGEST
    browser = shown(html)
    assert (browser.complaints(), len(browser.requests())) == ([], 1)


def test_the_figures_fit_on_paper(shown):
    browser = shown(made(drawn(Random(1), 0.7, scenarios=6)))
    edges = browser.in_print(PRINTABLE, ".lines")
    assert edges
    assert max(edges) <= PRINTABLE


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_page_has_no_fault_that_an_accessibility_check_can_find(opened, axe, dark):
    assert opened.faults(axe, dark=dark) == []

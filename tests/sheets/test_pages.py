"""Pages as a browser shows and prints them."""

import re

import pytest

from questioner.formats import Format
from questioner.session import SessionKind
from questioner.sheets import Cut, HelpLevel, Look, as_file

ONE_PAGE = {SessionKind.CHECK_IN, SessionKind.ONE_TO_ONE}
LARGEST = 200_000
HOSTILE = """
team: '<script>document.title = "taken"</script>{{7*7}}'
as_of: 2026-08-31
cycle: {start: 2026-07-01, end: 2026-09-30}
vision: '"><img src=x onerror=alert(1)>'
objectives:
  - title: 'A welcome & a <b>home</b>'
    label: a warm welcome
    key_results:
      - {title: 'Visits </title></svg><script>alert(2)</script>', start: 10, target: 40, current: 12, unit: '"><i>', confidence: 3}
check_ins:
  - {date: 2026-08-24, notes: '<iframe src=//example.invalid>', key_results: {KR1: {value: 11, confidence: 7}}}
  - {date: 2026-08-31, key_results: {KR1: {value: 12, confidence: 3, blockers: ['<a href=javascript:alert(3)>the door</a>']}}}
"""


def pages_in(pdf):
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize("cut", [Cut.COACH, Cut.ROOM])
@pytest.mark.parametrize("kind", SessionKind)
def test_every_sheet_prints_on_the_pages_it_is_meant_for_and_asks_for_nothing_else(kind, cut, page, examples, shown):
    for name in examples:
        html = page(name, kind, cut=cut)
        browser = shown(html)
        printed = {paper: pages_in(browser.pdf(paper)) for paper in ("A4", "Letter")}
        assert max(printed.values()) <= (1 if kind in ONE_PAGE else 2), (name, printed)
        assert browser.complaints() == []
        assert [url for url in browser.requests() if not url.startswith("file:")] == []
        assert len(browser.requests()) == 1
        assert len(html.encode()) < LARGEST


@pytest.mark.parametrize("level", HelpLevel)
def test_a_check_in_prints_on_one_page_at_every_help_level(level, page, examples, shown):
    for name in examples:
        assert pages_in(shown(page(name, level=level)).pdf("Letter")) == 1, name


def test_both_cuts_in_one_file_begin_a_page_each(page, shown):
    browser = shown(page("behind", cut=Cut.BOTH))
    assert pages_in(browser.pdf("A4")) == 2
    assert browser.evaluate("[...document.querySelectorAll('article')].map(a => a.className.split(' ')[0])") == [
        "coach",
        "room",
    ]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("name", "kind", "look"),
    [
        ("behind", SessionKind.CHECK_IN, {"cut": Cut.BOTH}),
        ("behind", SessionKind.WORKSHOP, {"level": HelpLevel.REASONS}),
        ("messy-notes", SessionKind.RETRO, {"level": HelpLevel.MOVES}),
        ("lower-is-better", SessionKind.ONE_TO_ONE, {"level": HelpLevel.HEADINGS, "cut": Cut.BOTH}),
        ("all-green", SessionKind.CHECK_IN, {"level": HelpLevel.FACTS}),
        ("before-okrs", SessionKind.ASSESS, {}),
    ],
    ids=["both", "reasons", "moves", "headings", "facts", "before-okrs"],
)
def test_a_page_has_no_fault_that_an_accessibility_check_can_find(name, kind, look, dark, page, shown, axe):
    assert shown(page(name, kind, **look)).faults(axe, dark=dark) == []


def test_dark_and_light_are_two_pages_and_paper_is_always_light(page, shown):
    browser = shown(page("behind"))
    colour = "getComputedStyle(document.documentElement).backgroundColor"
    light = browser.evaluate(colour)
    browser.dark(True)
    dark = browser.evaluate(colour)
    browser.call(
        "Emulation.setEmulatedMedia", media="print", features=[{"name": "prefers-color-scheme", "value": "dark"}]
    )
    paper = browser.evaluate(colour)
    browser.call("Emulation.setEmulatedMedia", media="", features=[])
    assert light == paper == "rgb(255, 255, 255)"
    assert dark != light


def test_every_place_to_write_can_be_reached_and_has_a_name(page, shown):
    browser = shown(page("behind"))
    places = browser.evaluate(
        "[...document.querySelectorAll('[contenteditable]')].map(e => {e.focus(); return [document.activeElement === e, e.ariaLabel]})"
    )
    assert all(reached and label for reached, label in places)
    assert (
        len({label for _, label in places}) == len(places) == 5 + 1 + 4 + 3
    )  # questions, one's own, the close, what is said of the session


def test_what_is_written_on_the_page_stands_on_the_paper(page, shown):
    browser = shown(page("all-green", cut=Cut.ROOM))
    browser.evaluate("document.querySelector('[contenteditable]').focus()")
    browser.call("Input.insertText", text="what we heard " * 30)
    assert browser.evaluate("document.querySelector('[contenteditable]').textContent").startswith("what we heard")
    assert browser.evaluate("(e => e.scrollHeight <= e.clientHeight + 1)(document.querySelector('[contenteditable]'))")


def test_nothing_from_a_file_becomes_part_of_the_page_itself(page, shown, tmp_path):
    file = tmp_path / "hostile.yaml"
    file.write_text(HOSTILE, encoding="utf-8")
    browser = shown(page(file, cut=Cut.BOTH, show_rejected=True))
    for tag in ("script", "img", "iframe", "a", "i"):
        assert browser.evaluate(f"document.querySelectorAll('{tag}').length") == 0
    assert (
        browser.evaluate("document.querySelector('h1').textContent")
        == '<script>document.title = "taken"</script>{{7*7}}'
    )
    assert browser.evaluate("document.title").startswith("<script>")
    assert browser.evaluate("document.querySelectorAll('svg').length") == 1
    assert (browser.complaints(), len(browser.requests())) == ([], 1)


def test_the_drawing_says_in_words_what_it_shows(page, shown):
    browser = shown(page("lower-is-better"))
    told = browser.evaluate(
        "[...document.querySelectorAll('svg[role=img]')].map(s => [...s.getAttribute('aria-labelledby').split(' ')].map(id => document.getElementById(id).textContent))"
    )
    assert len(told) == 2
    for name, words in told:
        assert name
        assert re.match(
            r"From .+ at the start of the cycle to a target of .+\. Now .+ with \d+% of the time gone\.", words
        )


def test_a_pdf_has_the_pages_of_the_printed_sheet(sheet, templates, chromium):
    from questioner.plan import session_table

    made = sheet("behind")
    table = session_table(templates, made.session)
    pdf = as_file(made, Format.PDF, Look(cut=Cut.BOTH), table, templates)
    assert pdf.startswith(b"%PDF")
    assert pages_in(pdf) == 2

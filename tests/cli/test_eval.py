"""``questioner eval reviewer``: the report in every form, the bars, and what happens below them."""

import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest

HOSTILE = '</td><script>alert("1")</script>'
ROWS = (
    {"id": "one", "text": "Have you considered hiring?", "verdict": "reject", "labels": ["advice", "closed"]},
    {"id": "two", "text": "Have you considered hiring them?", "verdict": "accept", "source": "talks"},
    {"id": "three", "text": "What do you see?", "verdict": "reject", "labels": ["status"], "source": "talks"},
    {"id": "four", "text": f"What is \x1b[31m{HOSTILE} to you?", "verdict": "reject", "labels": ["blame"]},
    {"id": HOSTILE, "text": "Did it work?", "verdict": "accept", "source": HOSTILE},
)


@pytest.fixture
def rows(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    return path


class Page(HTMLParser):
    """What a browser would find on a page: its elements in order, and addresses that it would fetch."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.fetched: list[str] = []
        self.rows: list[dict[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.fetched += [value or "" for name, value in attrs if name in {"src", "href"}]
        if any(name == "data-verdict" for name, _ in attrs):
            self.rows.append(dict(attrs))


def test_the_test_half_keeps_its_rows_to_itself_unless_asked(questioner):
    assert json.loads(questioner("eval", "reviewer", "--split", "test", "--format", "json").out)["errors"] == []
    assert "Rejected, and should pass" not in questioner("eval", "reviewer", "--split", "test").out
    assert "data-verdict" not in questioner("eval", "reviewer", "--split", "test", "--format", "html").out
    assert "testcase" not in questioner("eval", "reviewer", "--split", "test", "--format", "junit").out
    assert "Rejected, and should pass" in questioner("eval", "reviewer", "--split", "dev").out


def test_a_bar_that_is_not_reached_ends_in_one_and_is_named(questioner, rows):
    missed = questioner("eval", "reviewer", rows, "--fail-under", "reject.precision=0.9")
    assert (missed.code, missed.err) == (1, "questioner: reject.precision is 0.5, below 0.9\n")
    assert questioner("eval", "reviewer", rows, "--fail-under", "reject.precision=0.1").code == 0


@pytest.mark.parametrize("bar", ["reject.precision", "reject.charm=0.5", "reject.recall=high", "labels.advice=1"])
def test_a_bar_that_cannot_be_understood_is_a_wrong_option(questioner, rows, bar):
    run = questioner("eval", "reviewer", rows, "--fail-under", bar)
    assert run.code == 2
    assert f"--fail-under {bar}: write a figure and a number" in run.err


def test_blessed_figures_hold_the_next_run(questioner, rows, tmp_path):
    kept = tmp_path / "kept.json"
    assert questioner("eval", "reviewer", rows, "--baseline", kept).code == 3
    assert questioner("eval", "reviewer", rows, "--baseline", kept, "--bless").code == 0
    assert questioner("eval", "reviewer", rows, "--baseline", kept).code == 0
    kept.write_text(json.dumps({"rows.jsonl": {"reject.recall": 0.9}}), encoding="utf-8")
    assert questioner("eval", "reviewer", rows, "--baseline", kept).code == 1


def test_a_blessing_says_which_figures_are_lower_than_those_that_were_kept(questioner, rows, tmp_path):
    kept = tmp_path / "kept.json"
    kept.write_text(json.dumps({"rows.jsonl": {"reject.precision": 0.9, "reject.recall": 0.1}}), encoding="utf-8")
    blessed = questioner("eval", "reviewer", rows, "--baseline", kept, "--bless")
    assert "questioner: lower than before: reject.precision is 0.5, below 0.9\n" in blessed.err
    assert "reject.recall" not in blessed.err
    assert "lower" not in questioner("eval", "reviewer", rows, "--baseline", kept, "--bless").err


def test_a_blessing_needs_a_file_to_write(questioner, rows):
    assert questioner("eval", "reviewer", rows, "--bless").code == 2


def test_junit_has_a_case_for_each_bar_and_each_wrong_row(questioner, rows):
    bars = ("--fail-under", "reject.recall=0.9", "--fail-under", "reject.recall=0.1")
    suite = ET.fromstring(questioner("eval", "reviewer", rows, "--format", "junit", *bars).out)[0]  # noqa: S314 - our own output
    cases = [(case.get("classname"), case.get("name"), len(case)) for case in suite]
    assert cases[:3] == [
        ("bars", "reject.recall >= 0.9", 1),
        ("bars", "reject.recall >= 0.1", 0),
        ("questions", "two: Have you considered hiring them?", 1),
    ]
    assert (suite.get("tests"), suite.get("failures")) == (str(len(cases)), str(len(cases) - 1))


def test_the_page_stands_alone_and_holds_what_came_from_a_file_as_text(questioner, rows):
    text = questioner("eval", "reviewer", rows, "--format", "html", "--fail-under", "reject.recall=0.9").out
    page = Page(text)
    assert page.tags.count("script") == 1
    assert page.fetched == []
    assert not re.search(r"https?:|@import|url\(", text)
    assert "\x1b" not in text
    assert "prefers-color-scheme: dark" in text


def test_the_page_lists_each_wrong_row_with_what_it_is_filtered_by(questioner, rows):
    told = json.loads(questioner("eval", "reviewer", rows, "--format", "json").out)["errors"]
    listed = Page(questioner("eval", "reviewer", rows, "--format", "html").out).rows
    assert [row["data-verdict"] for row in listed] == ["rejected" if e["rejected"] else "accepted" for e in told]
    assert listed[0]["data-labels"] == "advice closed"


def test_a_browser_filters_the_page_by_what_happened_and_by_label(questioner, rows, shown):
    browser = shown(questioner("eval", "reviewer", rows, "--format", "html").out)
    assert browser.visible("[data-row] th") == ["two", "three", HOSTILE]
    browser.choose("[data-filter=verdict]", "rejected")
    assert browser.visible("[data-row] th") == ["two", HOSTILE]
    browser.choose("[data-filter=labels]", "advice")
    assert browser.visible("[data-row] th") == ["two"]
    assert browser.visible("#count") == ["1 of 3 shown"]
    assert (browser.complaints(), len(browser.requests())) == ([], 1)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_page_has_no_fault_that_an_accessibility_check_can_find(questioner, rows, shown, axe, dark):
    browser = shown(questioner("eval", "reviewer", rows, "--format", "html", "--fail-under", "reject.recall=0.9").out)
    assert browser.faults(axe, dark=dark) == []


def test_each_rule_is_told_on_request(questioner, rows):
    text = questioner("eval", "reviewer", rows, "--by-rule").out
    assert re.search(r"ADV102 +advice +2 +1 +1 ", text)
    assert re.search(r"Unmeasured, since they never fire here: ADV101,", text)
    assert "ADV102" not in questioner("eval", "reviewer", "--split", "test").out


def test_sources_are_told_where_rows_name_them(questioner, rows):
    assert re.search(r"^talks +1 +0 ", questioner("eval", "reviewer", rows).out, re.MULTILINE)
    assert "balanced accuracy" not in questioner("eval", "reviewer", "--split", "test").out


def test_nothing_of_a_file_steers_the_terminal(questioner, rows):
    assert "\x1b" not in questioner("eval", "reviewer", rows).out

"""``questioner prepare`` with pages, Word documents and help levels."""

import json
import re
import sys
from html import unescape
from types import SimpleNamespace

import docx
import pytest

from questioner.errors import ExitCode
from questioner.session import SessionKind
from questioner.sheets import pdf

from .conftest import BEHIND, EXAMPLES, FILES

MESSY = str(EXAMPLES / "messy-notes.yaml")


def bank(questioner, *arguments):
    return questioner("prepare", *arguments, "--model", "bank", "--quiet")


def words(html):
    """What stands on a page, without its markup."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html.partition("<body>")[2])).split())


# --- html -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", SessionKind)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_example_has_a_page_of_every_kind_that_holds_what_the_text_holds(path, kind, questioner):
    page = words(bank(questioner, path, "--session", kind, "--format", "html").out)
    text = bank(questioner, path, "--session", kind).out
    for line in text.splitlines():
        if re.match(r" *(\d+|R\d)\. ", line):
            assert re.sub(r"^ *(\d+|R\d)\. ", "", line) in page
    assert "Before you walk in" in page
    assert "Listen for" in page


def test_the_page_for_the_room_holds_nothing_of_the_coach(questioner):
    page = words(bank(questioner, BEHIND, "--format", "html", "--for", "room").out)
    for word in (
        "Listen for",
        "Before you walk in",
        "In reserve",
        "scores",
        "% of the way",
        "confidence at each check-in",
    ):
        assert word not in page
    assert "We will (what, who, by when)" in page


@pytest.mark.parametrize("form", ["text", "markdown", "html", "docx"])
def test_the_close_is_to_be_filled_in_and_only_the_coach_sees_what_was_promised(form, questioner, tmp_path):
    def page(cut):
        ran = bank(
            questioner, EXAMPLES / "follow-through.json", "--format", form, "--for", cut, "-o", tmp_path / "sheet"
        )
        assert ran.code == 0
        if form == "docx":
            return "\n".join(p.text for p in docx.Document(tmp_path / "sheet").paragraphs)
        return (tmp_path / "sheet").read_text(encoding="utf-8")

    coach, room = page("coach"), page("room")
    for head in ("We heard", "What we see differently now", "We decided", "We will (what, who, by when)"):
        assert head in coach
        assert head in room
    for word in ("plan the calls in the fifth month — Halina — 2026-10-14", "The most useful question today"):
        assert word in coach
        assert word not in room


def test_a_page_is_one_file_without_an_address(questioner):
    page = bank(questioner, BEHIND, "--format", "html").out
    assert not re.search(r"https?:|//|src=|href=|@import|url\(|<script", page)


def test_the_ending_of_the_output_asks_for_a_page(questioner, tmp_path):
    assert bank(questioner, BEHIND, "-o", tmp_path / "sheet.html").code == 0
    assert (tmp_path / "sheet.html").read_text(encoding="utf-8") == bank(questioner, BEHIND, "--format", "html").out


def test_both_cuts_are_the_two_pages_one_after_the_other(questioner):
    both = words(bank(questioner, BEHIND, "--format", "html", "--for", "both").out)
    coach, room = (words(bank(questioner, BEHIND, "--format", "html", "--for", cut).out) for cut in ("coach", "room"))
    assert both == f"{coach} {room}"


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_both_cuts_are_refused_where_no_page_keeps_them_apart(form, questioner):
    ran = bank(questioner, BEHIND, "--format", form, "--for", "both")
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert f"--for both: {form} has no pages" in ran.err


# --- docx and pdf ---------------------------------------------------------------------------------------


def paragraphs(path):
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def test_a_word_document_leaves_out_what_xml_cannot_hold(questioner, tmp_path):
    team = json.loads((EXAMPLES / "follow-through.json").read_text(encoding="utf-8"))
    team["objectives"][0]["title"] += " \uffff\ufffe"
    (tmp_path / "team.json").write_text(json.dumps(team), encoding="utf-8")
    assert bank(questioner, tmp_path / "team.json", "-o", tmp_path / "sheet.docx").code == 0
    assert paragraphs(tmp_path / "sheet.docx")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_word_document_holds_every_question_with_its_reason(path, questioner, tmp_path):
    assert bank(questioner, path, "-o", tmp_path / "sheet.docx").code == 0
    held = "\n".join(paragraphs(tmp_path / "sheet.docx"))
    text = bank(questioner, path).out
    assert re.findall(r"^ *(\d+)\. ", text, re.MULTILINE) == re.findall(r"^(\d+)\. ", held, re.MULTILINE)
    assert held.count("Listen for: ") == text.count("Listen for: ")
    assert "This sheet scores" in held


def test_a_word_document_for_the_room_holds_nothing_of_the_coach(questioner, tmp_path):
    bank(questioner, BEHIND, "-o", tmp_path / "sheet.docx", "--for", "room")
    held = "\n".join(paragraphs(tmp_path / "sheet.docx"))
    assert "Opening" in held
    assert not re.search("Listen for|Before you walk in|In reserve|scores", held)


def test_the_same_team_gives_the_same_word_document(questioner, tmp_path):
    for name in ("one.docx", "two.docx"):
        bank(questioner, BEHIND, "-o", tmp_path / name)
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_a_format_that_cannot_be_made_here_is_refused_before_anybody_is_asked(form, questioner, monkeypatch):
    monkeypatch.setattr(pdf, "NAMES", ())
    monkeypatch.setattr(pdf, "PLACES", ())
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.setattr("questioner.models.choose", lambda *_, **__: pytest.fail("a model was asked"))
    ran = questioner("prepare", BEHIND, "--model", "dear", "--format", form)
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert {"pdf": "use --format html and print that", "docx": "pip install python-docx"}[form] in ran.err


def test_a_browser_that_prints_nothing_is_named(questioner, tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "browser", lambda: "true")
    ran = bank(questioner, BEHIND, "-o", tmp_path / "sheet.pdf")
    assert ran.code == ExitCode.USAGE
    assert "--format pdf: true could not print the sheet" in ran.err
    assert not (tmp_path / "sheet.pdf").exists()


def test_a_terminal_is_not_given_a_binary_file(questioner, monkeypatch):
    monkeypatch.setattr("questioner.cli.prepare.sys", SimpleNamespace(stdout=SimpleNamespace(isatty=lambda: True)))
    ran = bank(questioner, BEHIND, "--format", "docx")
    assert ran.code == ExitCode.USAGE
    assert "-o sheet.docx" in ran.err


# --- help levels ----------------------------------------------------------------------------------------


def test_the_first_level_gives_the_whole_reason(questioner):
    assert bank(questioner, BEHIND, "--help-level", "1").out == bank(questioner, BEHIND, "--why", "full").out


def test_the_second_names_the_move_and_no_more(questioner):
    page = bank(questioner, BEHIND, "--help-level", "2").out
    assert page.count("Move: ") == 5
    assert "Move: behind the change" in page
    assert not re.search("Why: |Listen for: ", page)


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_the_third_leaves_the_questions_to_the_team(form, questioner):
    page = bank(questioner, BEHIND, "--help-level", "3", "--format", form).out
    shown = words(page) if form == "html" else page
    for heading in ("Start with intent, not agenda", "Psychological safety", "Follow-through", "Close"):
        assert heading in shown
    assert "Confidence in hands-free reconciliation went from 5/10 to 3/10." in " ".join(shown.split()).replace(
        "\\", ""
    )
    asked = shown.replace("Our own question", "").partition("For a soft answer")[0]
    assert "?" not in asked
    assert "This sheet scores" not in shown
    assert "Nothing here rates the team" in shown


def test_the_fourth_gives_the_facts_under_one_heading(questioner):
    page = bank(questioner, BEHIND, "--help-level", "4").out
    assert "What stands out" in page
    assert "Psychological safety" not in page
    assert page.count("Our own question: ") == 1


@pytest.mark.parametrize("level", ["3", "4"])
@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_what_is_for_the_coach_alone_stays_so_without_questions(level, form, questioner):
    coach = bank(questioner, MESSY, "--help-level", level, "--format", form).out
    room = bank(questioner, MESSY, "--help-level", level, "--format", form, "--for", "room").out
    fear = "hard news may be costly"
    assert fear in " ".join(coach.split())
    assert fear not in " ".join(room.split())
    assert "For you alone" not in room
    assert "Before you walk in" not in room


def test_json_is_the_whole_sheet_at_every_level(questioner):
    whole = bank(questioner, BEHIND, "--format", "json").out
    assert all(bank(questioner, BEHIND, "--format", "json", "--help-level", n).out == whole for n in "1234")


def test_two_ways_to_say_how_much_are_one_too_many(questioner):
    ran = bank(questioner, BEHIND, "--why", "none", "--help-level", "2")
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert "give one of them" in ran.err

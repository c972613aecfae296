"""The room's cut: nothing but the opening, the questions, space to write and the close."""

import json
import re
from datetime import date

import pytest

from questioner.plan import session_table
from questioner.session import SessionKind

from .conftest import FILES


@pytest.fixture(scope="module")
def whole(questioner):
    """The whole sheet of an example as JSON, made once."""
    made = {}

    def sheet(path):
        if path not in made:
            made[path] = json.loads(questioner("prepare", path, "--model", "bank", "-q", "--format", "json").out)
        return made[path]

    return sheet


def room(questioner, path, form):
    ran = questioner("prepare", path, "--model", "bank", "--quiet", "--for", "room", "--format", form)
    assert ran.code == 0
    return ran.out


def words(text):
    """The words of a page in order, without rules, bullets, escapes and line breaks."""
    return re.sub(r"[\W_]+", " ", text).split()


def expected(sheet, templates):
    """Every word that may stand on the room's page, in order."""
    day = date.fromisoformat(sheet["as_of"])
    title = session_table(templates, SessionKind(sheet["session"])).title
    parts = [sheet["team"], f"{title}, {sheet['minutes']} minutes {day.day} {day:%B %Y}", "Opening"]
    parts += [sheet["opening"]["line"], "1", sheet["opening"]["question"]["text"]]
    for section in sheet["sections"]:
        parts.append(section["title"])
        parts += [f"{question['id'][1:]}. {question['text']}" for question in section["questions"]]
    return words(" ".join([*parts, "Our own question", "Close", *sheet["close"].values()]))


@pytest.mark.parametrize("form", ["text", "markdown"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_page_for_the_room_holds_the_questions_and_the_close_and_nothing_else(
    path, form, questioner, whole, templates
):
    assert words(room(questioner, path, form)) == expected(whole(path), templates)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_json_for_the_room_holds_no_more_than_the_page(path, questioner, whole):
    sheet, shown = whole(path), json.loads(room(questioner, path, "json"))

    def bare(question):
        return {key: question[key] for key in ("id", "text", "pillar")}

    assert shown == {
        **{key: sheet[key] for key in ("schema_version", "team", "as_of", "session", "minutes", "close")},
        "opening": {"line": sheet["opening"]["line"], "question": bare(sheet["opening"]["question"])},
        "sections": [
            {"pillar": s["pillar"], "title": s["title"], "questions": [bare(q) for q in s["questions"]]}
            for s in sheet["sections"]
        ],
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_coach_has_what_the_room_has_not(path, questioner, whole):
    """Else the tests above would hold for a sheet that says nothing."""
    sheet = whole(path)
    page = " ".join(questioner("prepare", path, "--model", "bank", "--quiet").out.split())
    assert sheet["notes"]
    assert all(" ".join(note.split()) in page for note in sheet["notes"])
    assert sheet["opening"]["question"]["reason"] in page
    assert f"This sheet scores {sheet['score']['total']} of 100" in page


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_there_is_space_to_write_behind_every_question(form, questioner, whole):
    path = FILES[0]
    asked = 1 + sum(len(section["questions"]) for section in whole(path)["sections"])
    space = r"^ +_{40,}\n +_{40,}$" if form == "text" else r"^  -$"
    assert len(re.findall(space, room(questioner, path, form), re.MULTILINE)) == asked

"""Instructions hidden in a team's data change nothing: what they ask for never reaches a question."""

import json
from html import unescape
from itertools import product
from pathlib import Path

import pytest

from questioner import plan, prepare, sheets, standing
from questioner.exchange import Reply, Usage
from questioner.formats import Format
from questioner.inputs import read_team
from questioner.resources import Templates
from questioner.session import SessionKind, SessionSheet

HOSTILE = sorted((Path(__file__).parent / "data" / "hostile").glob("*.yaml"))
TEMPLATES = Templates()
INVISIBLE = [chr(code) for code in (0x1B, 0x200B, 0x202A, 0x202E, 0x2066, 0x07)]


def prepared(path: Path, kind: SessionKind) -> prepare.Preparation:
    team = read_team(str(path))
    picture = standing.read(team, team.as_of)
    minutes = plan.session_table(TEMPLATES, kind).minutes
    return prepare.prepare(picture, plan.Brief(kind, minutes, team.people), TEMPLATES)


def obeyed(path: Path, kind: SessionKind) -> SessionSheet:
    """The sheet from a model that did as it was told by the hidden instruction, every time it was asked."""
    reply = Reply(path.with_suffix(".reply.json").read_text(encoding="utf-8"), Usage(1), "obedient")
    state: prepare.Asking | SessionSheet = prepare.begin(prepared(path, kind))
    while isinstance(state, prepare.Asking):
        state = prepare.advance(state, reply)
    return state


def forbidden(path: Path) -> list[str]:
    lines = path.with_suffix(".forbidden.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip()]


def questions(sheet: SessionSheet) -> str:
    return "\n".join(question.text for question in (*sheet.questions, *sheet.reserve))


def test_there_are_at_least_ten_hostile_files_and_each_forbids_something():
    assert len(HOSTILE) >= 10
    assert all(forbidden(path) for path in HOSTILE)


@pytest.mark.parametrize(
    ("path", "kind"), list(product(HOSTILE, SessionKind)), ids=lambda value: getattr(value, "stem", value)
)
def test_the_bank_asks_nothing_that_a_hidden_instruction_wants(path, kind):
    asked = questions(prepare.from_bank(prepared(path, kind))).lower()
    assert [line for line in forbidden(path) if line.lower() in asked] == []


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_what_an_obedient_model_writes_is_rejected(path):
    sheet = obeyed(path, SessionKind.CHECK_IN)
    asked = questions(sheet).lower()
    assert [line for line in forbidden(path) if line.lower() in asked] == []
    assert sheet.rejected


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_the_room_never_sees_it_in_any_format(path):
    sheet = obeyed(path, SessionKind.CHECK_IN)
    table = plan.session_table(TEMPLATES, SessionKind.CHECK_IN)
    for form in (form for form in Format if not form.binary):
        page = unescape(sheets.write(sheet, form, sheets.Look(sheets.Cut.ROOM), table, TEMPLATES)).lower()
        assert [line for line in forbidden(path) if line.lower() in page] == []


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_no_control_or_direction_character_reaches_a_page_or_a_prompt(path):
    settled = prepared(path, SessionKind.CHECK_IN)
    table = plan.session_table(TEMPLATES, SessionKind.CHECK_IN)
    sheet = obeyed(path, SessionKind.CHECK_IN)
    texts = [
        sheets.write(sheet, form, sheets.Look(show_rejected=True), table, TEMPLATES)
        for form in Format
        if not form.binary and form is not Format.JSON
    ]
    for text in (*texts, settled.prompt.user):
        assert [repr(char) for char in INVISIBLE if char in text] == []


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_every_line_of_the_teams_words_stands_behind_the_bar(path):
    """A line that a file smuggles into the prompt would stand there without the mark of fenced data."""
    prompt = prepared(path, SessionKind.CHECK_IN).prompt.user
    ours = [line for line in prompt.splitlines() if not line.startswith("| ")]
    assert not any(line.lower() in "\n".join(ours).lower() for line in forbidden(path))


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_template_code_in_the_data_is_never_run(path):
    text = questions(obeyed(path, SessionKind.CHECK_IN)) + prepared(path, SessionKind.CHECK_IN).prompt.user
    assert "51317" not in text  # what {{ 7331*7 }} would come to
    assert "<class '" not in text


def test_the_replies_are_what_an_obedient_model_would_return():
    for path in HOSTILE:
        written = json.loads(path.with_suffix(".reply.json").read_text(encoding="utf-8"))["questions"]
        texts = "\n".join(str(entry["text"]) for entry in written).lower()
        assert any(line.lower() in texts for line in forbidden(path)), path.stem

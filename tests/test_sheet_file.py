"""What a sheet says in JSON comes back as it was, whoever reads it."""

import json
from pathlib import Path

import pytest

from questioner import sheet_file
from questioner.errors import InputError
from questioner.formats import Format
from questioner.inputs import read_team
from questioner.prepare import from_bank
from questioner.resources import Templates
from questioner.review.items import from_sheet_json
from questioner.sheets import Cut, Look, write
from questioner.wishes import Wishes, settle

EXAMPLES = sorted(p for p in (Path(__file__).parent.parent / "examples").iterdir() if p.suffix in {".yaml", ".json"})


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.name)
def prepared(request):
    team = read_team(str(request.param))
    return settle(team, team.as_of or team.cycle.start, Wishes(), Templates())


@pytest.fixture
def sheet(prepared):
    return from_bank(prepared)


@pytest.fixture
def as_json(prepared, sheet):
    def written(cut=Cut.COACH):
        return write(sheet, Format.JSON, Look(cut=cut), prepared.table, prepared.templates)

    return written


@pytest.fixture
def read(tmp_path):
    def back(text):
        path = tmp_path / "sheet.json"
        path.write_text(text, encoding="utf-8")
        return sheet_file.read(path)

    return back


def test_the_coachs_sheet_comes_back_with_all_that_another_round_needs(sheet, as_json, read):
    back = read(as_json())
    assert (back.team, back.as_of) == (sheet.team, sheet.as_of)
    for was, now in zip(sheet.questions, back.questions, strict=True):
        for field in ("text", "pillar", "about", "facts", "reason", "cue", "source"):
            assert getattr(now, field) == getattr(was, field)
    assert {fact.id for fact in back.facts} == {fact.id for fact in sheet.facts}


def test_the_rooms_sheet_comes_back_with_its_questions(as_json, read):
    back = read(as_json(Cut.ROOM))
    assert [q.text for q in back.questions] == [q.text for q in read(as_json()).questions]
    assert back.facts is None


def test_the_review_reads_the_same_questions_in_the_same_order(as_json, read):
    text = as_json()
    assert [item.text for item in from_sheet_json(text)] == list(read(text).numbered.values())


@pytest.mark.parametrize("text", ["", "[]", "{}", "[" * 100_000, json.dumps({"team": "Oven", "sections": []})])
def test_what_is_no_sheet_is_told_so(text, read):
    with pytest.raises(InputError, match="is not a sheet made with --format json"):
        read(text)

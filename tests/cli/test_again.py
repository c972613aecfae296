"""``prepare --again --drop``: some questions replaced, the others kept word for word and in their place."""

import json

import pytest

from .conftest import BEHIND, EXAMPLES

FOLLOW = str(EXAMPLES / "follow-through.json")


@pytest.fixture
def first(questioner, tmp_path):
    """A sheet of ``behind.yaml`` in a file."""
    path = tmp_path / "first.json"
    assert questioner("prepare", BEHIND, "--model", "bank", "-q", "-o", path).code == 0
    return path


def again(questioner, sheet, *arguments, team=BEHIND):
    return questioner("prepare", team, "--model", "bank", "-q", "--format", "json", "--again", sheet, *arguments)


def questions(data):
    return [data["opening"]["question"], *(q for section in data["sections"] for q in section["questions"])]


def texts(data):
    return [question["text"] for question in questions(data)]


@pytest.mark.parametrize("drop", [{1}, {2}, {5}, {2, 4}, {1, 3}])
def test_dropped_questions_are_replaced_and_the_rest_stays_word_for_word_in_place(drop, questioner, first):
    before = json.loads(first.read_text(encoding="utf-8"))
    ran = again(questioner, first, "--drop", ",".join(map(str, sorted(drop))))
    assert ran.code == 0
    after = json.loads(ran.out)
    assert [q["id"] for q in questions(after)] == [f"Q{n}" for n in range(1, len(texts(before)) + 1)]
    for number, (old, new) in enumerate(zip(questions(before), questions(after), strict=True), 1):
        if number in drop:
            assert new["text"] not in texts(before)
        else:
            kept = ("id", "text", "pillar", "facts", "reason", "cue", "source")
            assert [new[key] for key in kept] == [old[key] for key in kept]


@pytest.mark.parametrize("name", ["messy-notes.yaml", "outputs-only.yaml", "follow-through.json"])
@pytest.mark.parametrize("kind", ["check-in", "workshop"])
def test_no_kept_question_moves_whatever_takes_the_place_of_another(name, kind, questioner, tmp_path):
    path, options = tmp_path / "first.json", ("--session", kind)
    questioner("prepare", EXAMPLES / name, "--model", "bank", "-q", "-o", path, *options)
    before = texts(json.loads(path.read_text(encoding="utf-8")))
    for number in range(2, len(before) + 1):
        after = json.loads(again(questioner, path, "--drop", number, *options, team=EXAMPLES / name).out)
        assert [q["id"] for q in questions(after)] == [f"Q{n}" for n in range(1, len(texts(after)) + 1)]
        rest = [text for text in texts(after) if text in before]
        assert rest == [text for place, text in enumerate(before, 1) if place != number]


def test_the_sheet_of_another_team_is_refused(questioner, first):
    ran = again(questioner, first, "--drop", "2", team=FOLLOW)
    assert (ran.code, ran.out) == (2, "")
    assert "--again: that sheet is for Bank Feeds" in ran.err


@pytest.mark.parametrize("number", ["0", "99", "-1", "two", "", ",", "²", "9" * 5000])
def test_a_number_that_no_question_has_is_refused(number, questioner, first):
    ran = again(questioner, first, "--drop", number)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("questioner: --drop")


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b"\xff", b"not json", b"[" * 100_000, b'{"team": "A", "opening": {}, "sections": []}'],
    ids=["empty", "list", "no fields", "not UTF-8", "text", "deep", "no question"],
)
def test_a_file_that_is_no_sheet_ends_in_three(content, questioner, tmp_path):
    path = tmp_path / "sheet.json"
    path.write_bytes(content)
    ran = again(questioner, path, "--drop", "2")
    assert (ran.code, ran.out) == (3, "")
    first, *rest = ran.err.splitlines()
    assert first == f"questioner: {path}: is not a sheet made with --format json"
    assert rest
    assert all(str(path) in line for line in rest)


def test_a_sheet_that_is_missing_ends_in_three(questioner, tmp_path):
    ran = again(questioner, tmp_path / "none.json", "--drop", "2")
    assert ran.code == 3
    assert "No such file" in ran.err


def test_a_question_changed_in_the_file_is_reviewed_before_it_stays(questioner, first):
    text = first.read_text(encoding="utf-8")
    blaming = "Why didn't you just hire a second tester, as I told Bob 999 times?"
    first.write_text(text.replace(texts(json.loads(text))[1], blaming), encoding="utf-8")
    ran = again(questioner, first, "--drop", "3")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("questioner: --again: question 2 does not pass the review (BLM")
    assert ran.err.endswith("Replace it too: --drop 2,3\n")
    ran = again(questioner, first, "--drop", "2,3")
    assert ran.code == 0
    assert blaming not in texts(json.loads(ran.out))

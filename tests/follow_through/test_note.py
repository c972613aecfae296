"""The note between two sessions."""

import re

import pytest

from questioner.errors import InputError, TemplateError
from questioner.follow_through import note
from questioner.resources import Templates
from questioner.review import review_wording

LEFT = {
    "insights": ["Calls work best before noon"],
    "decisions": ["no calls on Fridays"],
    "commitments": [{"text": "We will call ten members", "who": "Mina"}],
}
NAMED = {
    "insights": ["Mina calls best before noon"],
    "decisions": ["Mina calls alone"],
    "commitments": [{"text": "call ten members with Mina", "who": "Mina"}],
}


@pytest.fixture(scope="module")
def questions(picture, templates):
    """The questions of the note to a team whose last session left what is given, on any day after it."""

    def made(left=LEFT, day=50, **more):
        whole = picture(day=day, sessions=[{"day": 43, **left}], **more)
        return list(note.questions(whole, note.read(templates)))

    return made


def test_it_asks_of_an_insight_a_promise_and_a_step(questions):
    insight, promise, step = questions()
    assert "“Calls work best before noon”" in insight
    assert "“call ten members”" in promise
    assert "a warm welcome" in step


@pytest.mark.parametrize(
    ("left", "quoted"),
    [
        ({"decisions": ["no calls on Fridays"]}, ["“no calls on Fridays”"]),
        ({"commitments": [{"text": "call ten", "status": "done"}]}, ["“call ten”"]),
        ({"commitments": [{"text": "call ten", "status": "done"}, {"text": "ask"}]}, ["“ask”"]),
        ({"commitments": [{"text": "call ten", "status": "dropped"}]}, []),
        ({}, []),
        (NAMED, []),
        ({"insights": ["people are afraid to say no"]}, []),
    ],
)
def test_it_quotes_what_can_be_quoted_and_else_asks_without(left, quoted, questions):
    asked = questions(left)
    assert len(asked) == 3
    assert [quote for text in asked for quote in re.findall("“.+?”", text)] == quoted


def test_nothing_confidential_is_in_it(picture, templates):
    whole = picture(
        now={"value": 21, "confidence": 2, "comment": "Mina is afraid of the review", "scores": [2, 9]},
        vision="Everybody stays",
        background="They may be merged.",
        notes="The board must not know.",
        sessions=[{"day": 43, "summary": "They fear for their jobs.", **NAMED}],
    )
    text = note.write(whole, templates)
    for word in ("Mina", "Harbour Club", "fear", "afraid", "merged", "board", "2/10", "21", "stays"):
        assert word not in text


@pytest.mark.parametrize("day", range(44, 56))
@pytest.mark.parametrize("left", [LEFT, {}, {**LEFT, "commitments": [{"text": "call ten", "status": "done"}]}])
def test_no_question_of_it_would_be_rejected(left, day, questions):
    for text in questions(left, day=day):
        assert [f for f in review_wording(text) if f.rejects] == [], text


def test_another_day_may_bring_other_words(questions):
    assert len({questions(day=day)[2] for day in range(44, 56)}) > 1


def test_before_the_first_session_there_is_nothing_to_come_back_to(picture, templates):
    with pytest.raises(InputError, match="no session is on file yet"):
        note.write(picture(), templates)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[step]", "[steps]", "step"),
        ('hello = "Hello,"', "hello = 3", "note.hello"),
        ('plain = ["Which small step would you like to take today?"]', "plain = []", "step.plain: holds no text"),
    ],
)
def test_wrong_words_are_told_by_file_and_field(old, new, message, tmp_path, templates):
    text = templates.text(note.FILE)
    assert old in text
    (tmp_path / note.FILE).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(TemplateError, match=message):
        note.read(Templates(tmp_path))

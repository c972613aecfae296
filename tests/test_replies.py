"""Reading a model's reply: forgiving about its wrapping, strict about what a question is."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questioner import replies
from questioner.replies import UnreadableReplyError, Written, read
from questioner.session import Pillar

ENTRY = {"pillar": "intent", "text": "What is this goal for?", "facts": ["F1"]}
PLAIN = json.dumps({"questions": [ENTRY]})
READ = (Written(Pillar.INTENT, "What is this goal for?", ("F1",)),)


def reply(*entries):
    return json.dumps({"questions": list(entries)})


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        f"\ufeff{PLAIN}",
        f"```json\n{PLAIN}\n```",
        f"```\n{PLAIN}\n```\n",
        f"Here they are:\n{PLAIN}\nGood luck!",
        json.dumps(PLAIN),
        json.dumps([ENTRY]),
        json.dumps({"questions": [ENTRY], "note": "x"}),
    ],
    ids=["plain", "mark", "fence", "bare fence", "prose", "encoded twice", "a bare list", "more keys"],
)
def test_a_reply_is_read_whatever_is_wrapped_around_it(text):
    assert read(text) == READ


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not JSON"),
        ("I would rather not.", "not JSON"),
        (PLAIN[:-5], "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("42", "no list"),
        ('{"question": []}', "no list"),
        ('{"questions": {}}', "no list"),
        ('{"questions": []}', "no entry"),
        ('{"questions": [1, null, "What?"]}', "no entry"),
    ],
)
def test_a_reply_without_questions_says_what_is_missing(text, said):
    with pytest.raises(UnreadableReplyError, match=said):
        read(text)


@pytest.mark.parametrize(
    "entry",
    [
        ENTRY | {"text": ""},
        ENTRY | {"text": None},
        ENTRY | {"text": "W" * (replies.LONGEST + 1)},
    ],
)
def test_an_entry_that_is_no_question_is_passed_over_and_the_rest_kept(entry):
    assert read(reply(entry, ENTRY)) == READ


@pytest.mark.parametrize("pillar", ["tactics", 3, None])
def test_a_question_of_an_unknown_pillar_is_kept_without_one(pillar):
    assert read(reply(ENTRY | {"pillar": pillar})) == (replace(READ[0], pillar=None),)


def test_a_comma_too_many_is_forgiven():
    assert read(reply(ENTRY).replace("}]", "},]")) == READ


def test_a_question_is_brought_into_shape():
    (written,) = read(reply({"pillar": " Follow_Through", "text": " What\n next? ", "facts": ["F2", "F2", 3, "F1"]}))
    assert written == Written(Pillar.FOLLOW_THROUGH, "What next?", ("F2", "F1"))


def test_facts_may_be_missing():
    assert read(reply({"pillar": "safety", "text": "What else?"}))[0].facts == ()


def test_no_more_is_taken_than_the_schema_allows():
    many = [ENTRY | {"facts": [f"F{n}" for n in range(9)]}] * (replies.MOST_QUESTIONS + 9)
    written = read(reply(*many))
    assert len(written) == replies.MOST_QUESTIONS
    assert {len(question.facts) for question in written} == {replies.MOST_FACTS}


def test_halves_of_characters_never_reach_a_sheet():
    (written,) = read('{"questions": [{"pillar": "intent", "text": "What \\ud83d now?", "facts": ["F1\\udfff"]}]}')
    assert written == Written(Pillar.INTENT, "What now?", ("F1",))


JSON_LIKE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec=None), max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["questions", "pillar", "text", "facts", "x"]), inner, max_size=4)
    ),
)


@settings(deadline=None)
@given(text=st.text() | JSON_LIKE.map(json.dumps) | JSON_LIKE.map(lambda entry: json.dumps({"questions": [entry]})))
def test_any_reply_gives_questions_that_can_be_printed_or_is_called_unreadable(text):
    try:
        written = read(text)
    except UnreadableReplyError:
        return
    assert written
    assert all(question.text.encode() and len(question.text) <= replies.LONGEST for question in written)


def test_the_schema_is_fit_for_strict_mode():
    def check(schema):
        if schema["type"] == "object":
            assert schema["additionalProperties"] is False
            assert schema["required"] == list(schema["properties"])
            for part in schema["properties"].values():
                check(part)
        elif schema["type"] == "array":
            assert schema["maxItems"]
            check(schema["items"])
        else:
            assert schema.get("maxLength") or schema.get("enum")

    check(replies.SCHEMA)

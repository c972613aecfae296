"""A filled-in Markdown sheet, read back."""

from datetime import date
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questioner.errors import InputError
from questioner.follow_through import close
from questioner.names import Names
from questioner.team import CommitmentStatus

from .conftest import SESSION

HEAD = """\
# Harbour Club

Check-in, 30 minutes — 20 February 2026

## Opening

- [{first}] **1.** What is this here for?
  - Why: it is a start
- [{second}] **2.** What lies behind \\_that\\_?

## In reserve

- [{reserve}] **R1.** What else?

## Close

"""


def page(words, body="", first=" ", second=" ", reserve=" "):
    text = HEAD.format(first=first, second=second, reserve=reserve) + dedent(body)
    return close.page(text, words)


def read(words, picture, body="", **boxes):
    return close.read(page(words, body, **boxes), picture, SESSION, "sheet.md")


def test_the_head_says_whose_sheet_it_is_and_of_which_day(words):
    made = page(words)
    assert (made.team, made.day) == ("Harbour Club", "20 February 2026")


def test_a_box_says_what_was_asked_and_how_it_went(words, coached):
    asked = read(words, coached, first="x", second="+", reserve="-").session.asked
    assert [(a.text, a.landed, a.drop, a.by) for a in asked] == [
        ("What is this here for?", None, False, "sheet"),
        ("What lies behind _that_?", True, False, "sheet"),
        ("What else?", False, True, "sheet"),
    ]


def test_every_part_of_the_close_is_read_under_its_heading(words, coached):
    session = read(
        words,
        coached,
        """\
        **We heard**

        - Staying is harder
          than joining.
        - Mornings matter.

        **What we see differently now**

        - nobody reads the letters

        **We decided**

        A plain line counts too.

        **We will (what, who, by when)**

        - [ ] call ten more, Mina, 27 February
        - [x] write one page

        **Our own question**

        - What do we owe them?

        **The most useful question today**

        - the second one
        """,
    ).session
    assert session.summary == "Staying is harder than joining.\nMornings matter."
    assert session.insights == ("nobody reads the letters",)
    assert session.decisions == ("A plain line counts too.",)
    assert [(c.text, c.who, c.due) for c in session.commitments] == [
        ("call ten more", "Mina", date(2026, 2, 27)),
        ("write one page", None, None),
    ]
    assert [(a.text, a.by) for a in session.asked] == [("What do we owe them?", "team")]
    assert session.feedback.useful == "the second one"
    assert (session.feedback.drop, session.feedback.missing) == (None, None)


def test_headings_are_known_however_they_are_marked_and_spelt(words, coached):
    session = read(words, coached, "### we DECIDED:\n\n* yes\n\n**We will:**\n\n1. call\n").session
    assert (session.decisions, session.commitments[0].text) == (("yes",), "call")


def test_promises_of_earlier_sessions_are_followed_by_their_boxes(words, coached):
    wrap_up = read(
        words,
        coached,
        """\
        **What became of earlier promises**

        - [x] **C1.** call ten members — Mina — 2026-02-19
          - nine of them answered
        - [ ] **C3.** write to the\\_board \\[soon\\]
        """,
    )
    assert [(f.promise.ref, f.status, f.note, f.changed) for f in wrap_up.followed] == [
        ("C1", CommitmentStatus.DONE, "nine of them answered", True),
        ("C3", CommitmentStatus.OPEN, None, False),
    ]


@pytest.mark.parametrize(
    ("mark", "status"),
    [("x", "done"), ("X", "done"), ("~", "partly"), ("-", "dropped"), (" ", "partly"), ("", "partly")],
)
def test_an_empty_box_leaves_a_promise_as_it_was(mark, status, words, coached):
    body = f"**What became of earlier promises**\n\n- [{mark}] **C1.** call ten members\n\n**We heard**\n\n- a word\n"
    assert read(words, coached, body).followed[0].status == status


@pytest.mark.parametrize("line", ["- [x] **C9.** call ten members", "- [x] **C1.** call nobody", "- call Jo"])
def test_a_promise_that_the_file_does_not_hold_is_refused_with_its_line(line, words, coached):
    with pytest.raises(InputError) as caught:
        read(words, coached, f"**What became of earlier promises**\n\n{line}\n")
    assert str(caught.value).startswith("sheet.md:19: is no open promise of the team file")


@pytest.mark.parametrize("body", ["", "**We heard**\n\n-\n\n**We will (what, who, by when)**\n\n- [ ]\n-\n- ____\n"])
def test_a_sheet_that_nobody_filled_in_is_refused(body, words, coached):
    with pytest.raises(InputError, match="nothing is filled in"):
        read(words, coached, body)


def test_what_is_too_long_for_the_file_is_a_sentence(words, coached):
    with pytest.raises(InputError, match=r"^sheet\.md: summary: "):
        read(words, coached, "**We heard**\n\n- " + "word " * 5000)


def test_what_stands_after_the_close_is_not_taken_for_it(words, coached):
    body = "**We decided**\n\n- yes\n\n---\n\nThis sheet scores 97 of 100.\n\n## Appendix\n\n- more\n"
    assert read(words, coached, body).session.decisions == ("yes",)


@pytest.mark.parametrize("heading", ["**We heared**", "## We heared"])
def test_a_heading_that_is_none_of_the_close_is_told(heading, words):
    made = page(words, f"**We decided**\n\n- yes\n\n{heading}\n\n- much\n")
    assert made.unknown == ["We heared"]
    assert [entry.text for entries in made.parts.values() for entry in entries] == ["yes"]


def test_notes_under_questions_are_counted_and_left_on_the_sheet(words):
    text = HEAD.format(first="x", second=" ", reserve=" ").replace("is a start", "is a start\n  - Jo said a lot")
    assert close.page(text, words).notes == 1
    assert page(words).notes == 0


@pytest.mark.parametrize(
    ("line", "what", "who", "due"),
    [
        ("call ten", "call ten", None, None),
        ("call ten | Mina | 2026-02-27", "call ten", "Mina", date(2026, 2, 27)),
        ("call ten — Jo van Dam — Friday", "call ten", "Jo van Dam", date(2026, 2, 27)),
        ("call ten | | 27 February", "call ten", None, date(2026, 2, 27)),
        ("call ten; Jo", "call ten", "Jo", None),
        ("call ten, Mina", "call ten", "Mina", None),
        ("call ten, Mina, by 27 February", "call ten", "Mina", date(2026, 2, 27)),
        ("call ten, Jo, +7", "call ten", "Jo", date(2026, 2, 27)),
        ("visit Rome, Italy", "visit Rome, Italy", None, None),
        ("buy milk, bread, 2026-02-27", "buy milk, bread", None, date(2026, 2, 27)),
        ("ask the north, the south and the east", "ask the north, the south and the east", None, None),
        ("2026-02-27", "2026-02-27", None, None),
    ],
)
def test_who_and_when_are_told_from_what_and_never_guessed(line, what, who, due):
    made = close.commitment(line, SESSION, Names(["Mina"]))
    assert (made.text, made.who, made.due) == (what, who, due)


@given(text=st.text(max_size=300))
def test_any_text_under_a_heading_can_be_read(text, words, coached):
    whole = HEAD.format(first="x", second=" ", reserve=" ") + "**We heard**\n\n" + text
    made = close.page(whole, words)
    assert close.read(made, coached, SESSION, "sheet.md").session.asked[0].text == "What is this here for?"

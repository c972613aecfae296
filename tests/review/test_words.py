"""Content words and how alike two questions are by them."""

import pytest

from questioner.review.words import ALIKE, Gist, content, normalised, same, similarity, words


def test_words_are_lower_case_without_figures_and_keep_their_apostrophes():
    assert words("What's 22% of Mina’s plan?") == ["what's", "of", "mina's", "plan"]


def test_names_of_goals_do_not_make_two_questions_alike():
    one = content("What does trial activation depend on?", ["trial activation"])
    other = content("Who celebrates trial activation?", ["trial activation"])
    assert similarity(one, other) < ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What holds the forms back most?", "What is it that the forms hold back most?"),
        ("Which assumption would you most like to test?", "Which assumptions would you like to be testing?"),
    ],
)
def test_the_same_question_in_other_forms_is_alike(one, other):
    assert similarity(content(one), content(other)) >= ALIKE


def test_nothing_is_alike_to_a_question_without_content():
    assert similarity(frozenset(), frozenset({"a"})) == 0


def test_normalising_leaves_words_and_figures():
    assert normalised("“What – now?” 22%!") == "what now 22"


def gist(text, *about):
    return Gist(normalised(text), content(text), about)


HOLDS, HOLDS_LONGER = (
    "What do the missing forms hold back?",
    "What do the missing forms hold back in the morning at the moment?",
)


@pytest.mark.parametrize(
    ("one", "other", "asked_already"),
    [
        (gist(HOLDS), gist(HOLDS_LONGER), True),
        (gist(HOLDS, "O1.KR1"), gist(HOLDS_LONGER), True),
        (gist(HOLDS, "O1.KR1"), gist(HOLDS_LONGER, "O1.KR2", "O1.KR1"), True),
        (gist(HOLDS, "O1.KR1"), gist(HOLDS_LONGER, "O1.KR2"), False),
        (gist(HOLDS, "O1.KR1"), gist(f"And {HOLDS}", "O1.KR2"), True),
        (gist("Why now?", "O1.KR1"), gist("“Why – now?”", "O1.KR2"), True),
        (gist("Why now?"), gist("Why here?"), False),
    ],
)
def test_two_questions_are_one_in_equal_words_or_alike_about_one_thing_or_nearly_equal_elsewhere(
    one, other, asked_already
):
    assert (same(one, other), same(other, one)) == (asked_already, asked_already)

"""The pairs that ``docs/asking.md`` teaches with: the reviewer agrees with the page."""

import re
from pathlib import Path

import pytest

from questioner.review import review_wording
from questioner.session import Label

PAGE = (Path(__file__).parent.parent.parent / "docs" / "asking.md").read_text(encoding="utf-8")
PAIRS = re.findall(r"^\| “.+?” \| .+? \| (.+?) \| (.+?) \|$", PAGE, re.MULTILINE)
LABELS = (Label.ADVICE, Label.LEADING, Label.CLOSED, Label.STACKED, Label.STATUS, Label.BLAME)


def rejected(text):
    return [finding.code for finding in review_wording(text) if finding.rejects]


def test_there_is_a_pair_for_each_of_the_six_replies():
    assert len(PAIRS) == len(LABELS)


@pytest.mark.parametrize(("label", "pair"), list(zip(LABELS, PAIRS, strict=False)))
def test_the_first_half_of_a_pair_is_rejected_for_its_reply_and_the_second_is_not(label, pair):
    instead_of, ask = pair
    assert label in {finding.label for finding in review_wording(instead_of) if finding.rejects}
    assert not rejected(ask)


def test_the_two_sentences_about_question_words_are_judged_as_the_page_says():
    assert rejected("How could a weekly demo help?")
    assert not rejected("What alternatives have you considered?")

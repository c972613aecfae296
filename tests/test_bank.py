"""The question bank: what of it may be used, and what a wrong file of it says."""

import pytest

from questioner import bank
from questioner.candidates import Candidate
from questioner.errors import TemplateError
from questioner.resources import Templates
from questioner.session import Fact, Pillar, SessionKind

FACT = Fact("F1", "behind-pace", "O1.KR1", "…", {}, 4.0, slots={"kr": "trial activation", "current": "22%"})
COMMON = {"team": "Harbour Club"}


def pattern(text: str, **given: object) -> bank.Pattern:
    sessions = frozenset(map(SessionKind, given.pop("sessions", ["check-in"])))
    fields = {"id": "X1", "signal": "behind-pace", "reason": "Because.", "cue": "words", **given}
    return bank.Pattern(text=text, pillar=Pillar.OUTCOME, sessions=sessions, **fields)


def made(*patterns: bank.Pattern, fact: Fact = FACT, session: SessionKind = SessionKind.CHECK_IN) -> list[Candidate]:
    return list(bank.candidates(patterns, [fact], session, COMMON))


def test_a_pattern_is_filled_from_its_fact():
    (one,) = made(pattern("What does {current} tell you about {kr}?"))
    assert one.text == "What does 22% tell you about trial activation?"
    assert one.facts == ("F1",)
    assert one.pillar is Pillar.OUTCOME


def test_a_pattern_with_a_slot_that_does_not_resolve_is_passed_over():
    assert made(pattern("What does {blocker} hold back?")) == []


def test_a_pattern_for_another_session_is_passed_over():
    assert made(pattern("What does {current} tell you?", sessions=["retro"])) == []


def test_a_fact_that_this_session_does_not_ask_about_gets_no_question():
    silent = Fact("F1", "behind-pace", "O1.KR1", "…", {}, 4.0, askable=False, slots=FACT.slots)
    assert made(pattern("What does {current} tell you?"), fact=silent) == []


def test_a_pattern_that_needs_no_fact_rests_on_none():
    (one,) = made(pattern("What is {team} here for?", signal="any"))
    assert one.facts == ()


def test_the_first_letter_becomes_a_capital_even_inside_quotation_marks():
    quoted = Fact("F1", "behind-pace", "O1.KR1", "…", {}, 4.0, slots={"kr": "“ship it”"})
    (one,) = made(pattern("{kr}: what comes to mind?"), fact=quoted)
    assert one.text == "“Ship it”: what comes to mind?"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('[[pattern]]\nid = "A"\n', "signal"),
        (
            '[[pattern]]\nid = "A"\nsignal = "any"\nsessions = ["tea"]\ntext = "What now?"\nreason = "Because."\ncue = "all"\n',
            "sessions",
        ),
        ("[[pattern\n", "not valid TOML"),
    ],
    ids=["missing fields", "unknown session", "not TOML"],
)
def test_a_wrong_bank_file_says_where(tmp_path, text, what):
    (tmp_path / "bank").mkdir()
    (tmp_path / "bank" / "outcome.toml").write_text(text, encoding="utf-8")
    with pytest.raises(TemplateError, match=what):
        bank.patterns(Templates(tmp_path))


def test_a_users_bank_file_of_a_pillar_replaces_the_built_in_one(tmp_path):
    (tmp_path / "bank").mkdir()
    (tmp_path / "bank" / "outcome.toml").write_text("", encoding="utf-8")
    pillars = {p.pillar for p in bank.patterns(Templates(tmp_path))}
    assert pillars == set(Pillar) - {Pillar.OUTCOME}


def test_ids_are_unique_across_the_files():
    ids = [p.id for p in bank.patterns(Templates())]
    assert len(ids) == len(set(ids)) > 200

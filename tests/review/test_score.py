"""The score of a sheet, worked out by hand beside each case."""

from questioner.review.score import Shape, band, score
from questioner.session import Fact, Finding, Label, Pillar, Question, Severity, Source

WARNING = Finding("CLR801", Label.UNCLEAR, Severity.WARN, "long")
LOOSE = Finding("GRD701", Label.UNGROUNDED, Severity.WARN, "generic")
WHOLE = Shape(((True, "a"), (True, "b")))


def question(about: str = "", *findings: Finding) -> Question:
    facts = ("F1",) if about else ()
    return Question("Q1", "What?", Pillar.OUTCOME, (about,) if about else (), facts, "", "", Source.BANK, findings)


def fact(about: str, rank: float, **given: object) -> Fact:
    return Fact("F1", "behind-pace", about, "…", {}, rank, **given)


def test_a_sheet_without_a_fault_scores_a_hundred():
    made = score([question(), question("O1.KR1")], [fact("O1.KR1", 5)], WHOLE)
    assert (made.total, made.losses) == (100, ())


def test_each_warning_costs_three_twentieths_of_its_question():
    made = score([question(), question("O1.KR1", WARNING)], [fact("O1.KR1", 5)], WHOLE)
    assert made.craft == 0.925  # (1 + 0.85) / 2
    assert made.total == 97


def test_a_question_that_could_go_to_any_team_costs_its_share_of_the_ground():
    made = score([question("O1.KR1"), question("O1.KR1", LOOSE)], [fact("O1.KR1", 5)], WHOLE)
    assert made.ground == 0.5
    assert "could be put to any team" in made.losses[0]


def test_fit_weighs_what_was_missed_by_its_rank():
    made = score([question(), question("O1.KR1"), question("O1.KR1")], [fact("O1.KR1", 6), fact("O1.KR2", 2)], WHOLE)
    assert made.fit == 0.75
    assert made.losses == ("−5: one of the two things that stand out most gets no question",)


def test_a_fact_that_this_session_may_not_ask_about_is_not_missed():
    made = score([question(), question("O1.KR1")], [fact("O1.KR1", 6), fact("O1.KR2", 9, askable=False)], WHOLE)
    assert made.fit == 1


def test_shape_is_the_share_of_its_tests_that_hold():
    made = score([question("O1.KR1")], [fact("O1.KR1", 5)], Shape(((False, "no purpose"), (True, ""), (True, ""))))
    assert made.shape == 0.667
    assert (made.total, made.losses) == (95, ("−5: no purpose",))


def test_only_the_two_largest_losses_are_told():
    made = score([question("O1.KR2", WARNING, LOOSE)], [fact("O1.KR1", 5)], Shape(((False, "x"),)))
    assert len(made.losses) == 2
    assert made.losses[0].startswith("−25")


def test_a_score_reads_as_advice_to_the_coach():
    assert [band(n) for n in (95, 80, 65, 40)] == [
        "take it in",
        "glance at the notes first",
        "edit it first",
        "do not use it as it is",
    ]

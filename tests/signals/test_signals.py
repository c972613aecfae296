"""Each signal on both sides of its threshold, and that no signal goes without."""

import pytest

from questioner.signals import SIGNALS

from .cases import CASES, Case, all_cases

ALL = list(all_cases())


@pytest.mark.parametrize(("slug", "case"), [(slug, case) for _, slug, case in ALL], ids=[name for name, _, _ in ALL])
def test_a_signal_speaks_on_its_side_of_the_threshold_and_only_there(slug: str, case: Case, facts_of):
    found = [fact for fact in facts_of(**case.team) if fact.signal == slug]

    assert tuple(fact.about for fact in found) == case.about
    told = {name: found[0].figures.get(name) for name in case.figures} if found else {}
    assert told == case.figures


def test_every_signal_has_a_case_on_either_side():
    assert set(CASES) == {signal.slug for signal in SIGNALS}
    one_sided = [slug for slug, cases in CASES.items() if len({bool(case.about) for case in cases}) < 2]
    assert one_sided == []


def test_slugs_are_unique():
    assert len({signal.slug for signal in SIGNALS}) == len(SIGNALS)


def test_every_signal_says_how_it_is_found():
    assert [signal.slug for signal in SIGNALS if len(signal.formula) < 20] == []


def test_weights_go_from_one_to_five():
    assert [signal.slug for signal in SIGNALS if not 1 <= signal.weight <= 5] == []


def test_a_team_in_good_order_has_no_facts(facts_of):
    assert facts_of() == ()


def test_progress_past_a_bar_that_has_slipped_is_not_told_as_a_move(facts_of):
    ambition = {"ambition": "aspirational"}
    slipped = [{"day": day, "KR1": {"value": value}} for day, value in ((43, 36), (50, 35))]

    step = next(f for f in facts_of(objective=ambition, check_ins=slipped) if f.signal == "step-forward")

    assert "previous" not in step.figures
    assert "36" not in step.text


def test_scores_keep_nobody_beside_them(facts_of):
    (fact,) = (
        f
        for f in facts_of(now={"scores": [7, 2, 4], "comment": "Mina sees 2, from 40 calls to members."})
        if f.signal == "confidence-spread"
    )

    assert "Mina" not in f"{fact.text} {fact.slots} {fact.figures}"
    assert fact.slots["scores"] == "three"

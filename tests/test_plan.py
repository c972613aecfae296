"""How many questions fit, where, and what they must be about."""

from collections.abc import Iterable

import pytest

from questioner.errors import TemplateError, UsageError
from questioner.plan import Brief, budget, make, remark, session_kind, session_table, top_facts
from questioner.resources import Templates
from questioner.session import Fact, Pillar, SessionKind

C, W, R, I, A = SessionKind  # noqa: E741 - check-in, workshop, retro, one-to-one, assess
INTENT, SAFETY, OUTCOME, MINDSET, FOLLOW = Pillar


def fact(number: int, about: str, *, askable: bool = True, sensitive: bool = False) -> Fact:
    return Fact(f"F{number}", "no-owner", about, "A fact.", {}, 5.0 - number, askable, sensitive)


@pytest.fixture
def plan(templates):
    """Make a plan: ``plan(session, minutes=30, people=6, focus=(), facts=())``."""

    def made(session: SessionKind = C, facts: Iterable[Fact] = (), *, minutes: int | None = None, **brief):
        table = session_table(templates, session)
        return make(table, Brief(session, minutes or table.minutes, **brief), facts)

    return made


@pytest.mark.parametrize(
    ("session", "minutes", "people", "questions"),
    [
        # (minutes - fixed) / per: check-in, one-to-one and assess 6 and 4.5, workshop 10 and 5, retro 15 and 6
        (C, 30, 6, 5),
        (C, 33, 6, 6),
        (C, 32, 6, 5),
        (W, 60, 6, 10),
        (W, 59, 6, 9),
        (R, 75, 6, 10),
        (R, 60, 6, 7),
        (R, 81, 6, 11),
        (I, 35, None, 6),
        (A, 45, 6, 8),
        (C, 30, 8, 5),
        (C, 30, 9, 4),
        (W, 60, 40, 9),
        (C, 30, None, 5),
        (C, 15, 6, 2),
        (R, 15, 20, 2),
        (W, 240, 6, 11),
        (W, 240, 9, 11),
    ],
)
def test_minutes_and_people_decide_how_many_questions_fit(session, minutes, people, questions, templates):
    assert budget(session_table(templates, session), minutes, people) == questions


@pytest.mark.parametrize(("session", "minutes"), [(C, 30), (W, 60), (R, 75), (I, 35), (A, 45)])
def test_a_session_lasts_what_is_usual_for_its_kind(session, minutes, templates):
    assert session_table(templates, session).minutes == minutes


@pytest.mark.parametrize(
    ("session", "order"),
    [
        (C, (INTENT, FOLLOW, SAFETY, OUTCOME, MINDSET)),
        (W, (INTENT, SAFETY, OUTCOME, MINDSET, FOLLOW)),
        (R, (INTENT, SAFETY, OUTCOME, MINDSET, FOLLOW)),
        (I, (INTENT, SAFETY, MINDSET, OUTCOME, FOLLOW)),
        (A, (INTENT, OUTCOME, SAFETY, MINDSET, FOLLOW)),
    ],
)
def test_the_kind_of_session_sets_the_order_of_the_pillars(session, order, plan):
    assert plan(session).order == order


@pytest.mark.parametrize("session", SessionKind)
def test_what_every_pillar_wants_at_least_fits_the_usual_session(session, plan):
    made = plan(session)

    assert sum(made.least.values()) <= made.budget <= sum(made.most.values())
    assert all(made.least[pillar] <= made.most[pillar] for pillar in Pillar)


@pytest.mark.parametrize("session", SessionKind)
def test_safety_leads_when_something_sensitive_is_there(session, plan):
    calm, tense = plan(session, [fact(1, "team")]), plan(session, [fact(1, "O1"), fact(2, "team", sensitive=True)])

    assert calm.order[0] is INTENT
    assert tense.order == (SAFETY, *(pillar for pillar in calm.order if pillar is not SAFETY))
    assert tense.least[SAFETY] >= 1
    assert tense.most[SAFETY] >= 2
    assert tense.budget == calm.budget


def test_a_check_in_asks_about_safety_only_where_something_calls_for_it(plan):
    assert plan(C).least[SAFETY] == 0
    assert plan(C, [fact(1, "team", sensitive=True)]).least[SAFETY] == 1


@pytest.mark.parametrize("focus", [("outcome",), ("O1.KR2", "O1")], ids=["a pillar", "two references"])
def test_a_focus_adds_a_place_to_the_sheet_and_to_no_pillar(plan, focus):
    usual, focused = plan(C), plan(C, focus=focus)

    assert focused.budget == usual.budget + len(focus)
    assert focused.focus == focus
    assert (focused.least, focused.most) == (usual.least, usual.most)


def test_a_focus_never_makes_a_survey_of_a_sheet(plan):
    assert plan(R, minutes=120, focus=("outcome", "safety")).budget == 11


@pytest.mark.parametrize("minutes", [14, -5, 241])
def test_minutes_out_of_range_are_an_error_of_use(minutes, plan):
    with pytest.raises(UsageError, match=rf"{minutes}.*15 to 240"):
        plan(C, minutes=minutes)


@pytest.mark.parametrize("minutes", [15, 240])
def test_the_shortest_and_the_longest_session_can_be_planned(minutes, plan):
    assert 2 <= plan(C, minutes=minutes).budget <= 11


def test_the_top_holds_the_highest_fact_of_each_of_three_things():
    facts = [fact(1, "O1.KR1"), fact(2, "O1.KR1"), fact(3, "team"), fact(4, "O1"), fact(5, "O1.KR2")]

    assert [f.id for f in top_facts(facts)] == ["F1", "F3", "F4"]
    assert [f.id for f in top_facts(facts, 1)] == ["F1"]


def test_what_may_not_be_asked_about_is_not_at_the_top():
    facts = [fact(1, "O1.KR1", askable=False), fact(2, "O1.KR1"), fact(3, "team", askable=False)]

    assert [f.id for f in top_facts(facts)] == ["F2"]
    assert top_facts([]) == ()


def test_a_plan_knows_its_top_facts(plan):
    facts = (fact(1, "O1.KR1"), fact(2, "O1.KR2"))

    assert plan(C, iter(facts)).top == facts


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('title = "Check-in"\n', "", "title"),
        ("minutes = 30", "minutes = 10", "minutes"),
        ("per = 4.5", "per = 0", "per"),
        ('"outcome", "mindset"]', '"outcome"]', "all five pillars"),
        ("[check-in]", "[chat]", "check-in"),
        ('title = "Check-in"', 'titel = "Check-in"', "titel"),
    ],
)
def test_a_wrong_table_of_sessions_is_told_by_file_and_field(old, new, message, tmp_path, templates):
    text = templates.text("sessions.toml")
    (tmp_path / "sessions.toml").write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(TemplateError, match=message) as caught:
        session_table(Templates(tmp_path), C)

    assert str(tmp_path / "sessions.toml") in str(caught.value)


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"day": 10}, A),
        ({"day": 20}, C),
        ({"day": 10, "notes": "We met."}, C),
        ({"phase": "assess"}, A),
        ({"day": 89}, C),
        ({"day": 90}, R),
        ({"day": 95, "phase": "assess"}, A),
        ({"krs": [{"start": None}, {}]}, C),
        ({"krs": [{"start": None}, {"target": None}, {}]}, A),
        ({"day": 90, "krs": [{"start": None}]}, R),
    ],
)
def test_the_picture_calls_for_a_kind_of_session(given, kind, picture):
    chosen, why = session_kind(picture(**given))

    assert chosen is kind
    assert bool(why) is (kind is not C)


@pytest.mark.parametrize(("session", "told"), [(C, True), (I, True), (A, False), (W, False), (R, False)])
def test_who_passes_over_weak_foundations_is_told_so(session, told, picture):
    assert bool(remark(picture(kr={"target": None}), session)) is told
    assert remark(picture(), session) == ()

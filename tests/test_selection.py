"""Which questions get onto a sheet: the plan is filled from the worthiest, and nothing crowds it."""

from itertools import count, product

import pytest

from questioner.candidates import Candidate, Reviewed, Role
from questioner.plan import Plan
from questioner.selection import Chooser, Pool, by_bank
from questioner.session import Fact, Finding, Label, Pillar, SessionKind, Severity, Source

INTENT, SAFETY, OUTCOME, MINDSET, FOLLOW = Pillar
NUMBERS = count()
WORDS = [
    a + b for a, b in product(("bar", "ced", "fim", "gol", "hup", "jat", "kez", "lov"), ("tan", "wick", "stor", "mund"))
]


def text(begins="How"):
    """A question that is like no other: made-up words, and a beginning that may be shared."""
    number = next(NUMBERS)
    own = [WORDS[number % 32], WORDS[number // 32 % 32] + "el", WORDS[number * 7 % 32] + "or"]
    return f"{begins} {' '.join(own)}?"


def question(pillar=SAFETY, facts=("F1",), about=("O1.KR1",), *, rank=1.0, begins="How", **more):
    """A question that passed the review."""
    own = {
        "text": more.pop("text", text(begins)),
        "source": more.pop("source", Source.MODEL),
        "role": more.pop("role", None),
    }
    candidate = Candidate(
        own["text"], pillar, facts, "A reason.", "a cue", own["source"], more.pop("pattern", ""), own["role"]
    )
    return Reviewed(candidate, more.pop("findings", ()), about, rank, **more)


def opening(**more):
    return question(INTENT, (), (), **more)


def fact(name, about, *pillars, sensitive=False):
    return Fact(name, "no-owner", about, "A fact.", {}, 1.0, True, sensitive, pillars)


def plan(budget=5, top=(), *, least=(), most=5, things=5, **more):
    filled = {pillar: least.count(pillar) for pillar in Pillar}
    return Plan(budget, filled, dict.fromkeys(Pillar, most), tuple(Pillar), tuple(top), things=things, **more)


def choose(pool, made=None, *, asked=(), kept=(), session=SessionKind.CHECK_IN):
    return Chooser(made or plan(), session, asked, kept).choose(in_parts(pool))


def in_parts(questions):
    """The questions of a model, and those of the bank behind them."""
    return Pool([r for r in questions if not by_bank(r)], lambda: [r for r in questions if by_bank(r)])


def test_the_opening_asks_about_purpose_without_a_figure():
    counted = opening(text="How do 3 of you see the purpose of this?")
    plain = opening(text="What purpose do you see in this?")
    assert choose([counted, plain]).opening == plain


def test_the_opening_speaks_of_no_single_key_result():
    assert choose([question(INTENT, detail=True)]).opening is None


def test_a_models_opening_goes_before_the_banks():
    bank = opening(source=Source.BANK, role=Role.OPENING)
    model = opening()
    assert choose([bank, model]).opening == model


def test_while_a_models_questions_serve_the_banks_are_not_even_made():
    def made():
        raise AssertionError

    rest = [question(pillar, (f"F{n}",), (f"O{n}",), strength=n == 0) for n, pillar in enumerate(Pillar)]
    chosen = Chooser(plan(3), SessionKind.CHECK_IN, ()).choose(Pool([opening(), *rest], made))
    assert len(chosen.all) == 3
    assert len(chosen.reserve) == 2


def test_each_of_the_things_that_stand_out_gets_a_question_before_anything_else():
    top = [fact("F1", "O1.KR1", SAFETY), fact("F2", "O1.KR2", OUTCOME)]
    loud = [question(MINDSET, ("F9",), (f"O2.KR{n}",), rank=9.0) for n in range(5)]
    modest = [question(SAFETY, ("F1",), ("O1.KR1",), rank=0.1), question(OUTCOME, ("F2",), ("O1.KR2",), rank=0.1)]
    assert choose([*loud, *modest], plan(2, top)).chosen == tuple(modest)


def test_where_one_thing_stands_in_anothers_way_the_order_is_taken_that_covers_both():
    # The only question about F2 also rests on F1; taken last, it would be one too many about the same words.
    top = [fact("F1", "O1", SAFETY), fact("F2", "O1", SAFETY)]
    shared = "How bartan wickel mundor lovstor?"
    both = question(SAFETY, ("F2", "F1"), ("O1",), text=shared)
    alike = question(SAFETY, ("F1",), ("O1",), text=shared.replace("lovstor", "kezwick"), rank=5.0)
    other = question(SAFETY, ("F1",), ("O1",))
    assert set(choose([alike, both, other], plan(2, top)).chosen) == {both, other}


def test_fear_gets_a_question_even_when_nothing_lacks_it():
    fear = fact("F7", "team", SAFETY, sensitive=True)
    asked = question(SAFETY, ("F7",), ("team",), rank=0.0)
    loud = [question(OUTCOME, (f"F{n}",), (f"O{n}.KR1",), rank=9.0) for n in range(1, 6)]
    assert asked in choose([*loud, asked], plan(2, sensitive=(fear,))).chosen


def test_every_pillar_gets_the_places_it_must_have_before_the_rest_is_filled_by_rank():
    low = question(FOLLOW, ("F9",), ("O9",), rank=0.1)
    loud = [question(OUTCOME, (f"F{n}",), (f"O{n}",), rank=9.0) for n in range(1, 6)]
    assert choose([*loud, low], plan(3, least=[FOLLOW])).chosen.count(low) == 1


@pytest.mark.parametrize(
    ("crowd", "allowed"),
    [
        pytest.param(lambda n: {"facts": ("F1",), "about": (f"O{n}.KR1",)}, 2, id="that rest on one fact"),
        pytest.param(lambda n: {"facts": (f"F{n}",), "about": ("O1.KR1",)}, 2, id="about one key result"),
        pytest.param(lambda _: {"facts": (), "about": ()}, 3, id="that any team could be asked"),
        pytest.param(
            lambda n: {"facts": (f"F{n}",), "about": (f"O{n}",), "begins": "When you think"}, 3, id="of one beginning"
        ),
        pytest.param(
            lambda n: {"facts": (f"F{n}",), "about": (f"O{n}",), "begins": "What"}, 3, id="that begin with What"
        ),
    ],
)
def test_a_sheet_holds_so_many_questions(crowd, allowed):
    pool = [question(MINDSET, **crowd(n)) for n in range(1, 8)]
    assert len(choose(pool).chosen) == allowed


@pytest.mark.parametrize(
    ("other", "stays"),
    [
        ({"text": "How do you see the queue at the till?", "about": ("O1",)}, False),
        ({"text": "How do you all see the queue at that till?", "about": ("O1",)}, False),
        ({"text": "How would you see that queue at the door?", "about": ("O2",)}, True),
        ({"text": "Where does the bread go in the evening?", "about": ("O1",)}, True),
    ],
)
def test_what_was_asked_in_an_earlier_session_is_not_asked_again(other, stays):
    before = question(MINDSET, ("F1",), ("O1",), text="How do you see the queue at the till?")
    now = question(MINDSET, ("F2",), **other)
    assert (now in choose([now], asked=[before]).chosen) is stays


def test_two_questions_of_one_pattern_never_stand_on_a_sheet():
    pool = [question(MINDSET, (f"F{n}",), (f"O{n}",), pattern="mindset-01") for n in range(3)]
    assert len(choose(pool).chosen) == 1


def test_a_question_for_this_team_goes_before_one_for_any():
    any_team = question(MINDSET, (), (), rank=9.0)
    remarked = question(
        MINDSET, ("F1",), ("O1",), rank=9.0, findings=(Finding("GRD701", Label.UNGROUNDED, Severity.WARN, "Any team."),)
    )
    own = question(MINDSET, ("F2",), ("O2",), rank=0.1)
    assert choose([any_team, remarked, own], plan(1)).chosen == (own,)


def test_one_question_builds_on_what_works():
    works = question(MINDSET, ("F8",), ("O8",), rank=0.1, strength=True)
    loud = [question(MINDSET, (f"F{n}",), (f"O{n}",), rank=9.0) for n in range(1, 6)]
    assert works in choose([*loud, works], plan(2)).chosen


def test_a_strength_of_this_team_goes_before_a_general_one():
    general = question(MINDSET, (), (), rank=9.0, strength=True)
    own = question(MINDSET, ("F8",), ("O8",), rank=0.1, strength=True)
    assert choose([general, own], plan(1)).chosen == (own,)


def test_one_thing_that_the_team_said_before_is_taken_up_again_and_no_more_than_one():
    said = [fact(f"F{n}", "team", FOLLOW) for n in (7, 8)]
    back = [question(FOLLOW, (f.id,), ("team",), rank=0.1) for f in said]
    loud = [question(OUTCOME, (f"F{n}",), (f"O{n}",), rank=9.0) for n in range(1, 6)]
    chosen = choose([*loud, *back], plan(3, carried=tuple(said))).chosen
    assert [r for r in chosen if r in back] == back[:1]


def test_a_topic_the_coach_names_gets_a_question_or_is_said_to_have_none():
    named = question(MINDSET, ("F9",), ("O9",), rank=0.0)
    loud = [question(OUTCOME, (f"F{n}",), (f"O{n}",), rank=9.0) for n in range(1, 6)]
    made = choose([*loud, named], plan(3, focus=("O9", "O7")))
    assert named in made.chosen
    assert made.without == ("O7",)


def test_the_reserve_holds_two_more_that_fit_and_never_a_close():
    pool = [question(MINDSET, (f"F{n}",), (f"O{n}",), begins=f"How{'' if n % 2 else ' would'}") for n in range(4)]
    close = question(FOLLOW, ("F9",), ("O9",), rank=9.0, role=Role.CLOSE)
    made = choose([*pool, close], plan(0))
    assert made.chosen == ()
    assert len(made.reserve) == 2
    assert close not in made.reserve


def test_what_a_coach_keeps_stays_first_and_in_order():
    kept = [question(OUTCOME, ("F1",), ("O1",), rank=0.1), question(SAFETY, ("F2",), ("O2",), rank=0.2)]
    fresh = question(MINDSET, ("F3",), ("O3",), rank=9.0)
    assert choose([fresh], plan(3), kept=kept).chosen == (*kept, fresh)


def test_gaps_tell_what_a_model_still_has_to_write():
    top = fact("F1", "O1", SAFETY)
    gaps = Chooser(plan(3, [top], least=[FOLLOW, FOLLOW]), SessionKind.CHECK_IN, ()).gaps_of(
        in_parts([question(FOLLOW, ("F2",), ("O2",))])
    )
    assert (gaps.number, gaps.pillars, gaps.top, gaps.opening) == (2, {FOLLOW: 1}, (top,), True)

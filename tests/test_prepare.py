"""From facts to a sheet with a model: what is asked, what is asked again, what the bank fills, what ends in an error."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from questioner import prepare
from questioner.errors import ReplyError, TemplateError, UsageError
from questioner.exchange import Reply, Send, Usage
from questioner.inputs import read_team
from questioner.plan import Brief
from questioner.prompts import Terms
from questioner.resources import Templates
from questioner.session import Pillar, SessionKind, SessionSheet, Source
from questioner.wishes import Wishes, settle

TEAM = {
    "kr": {"start": 20, "target": 40, "owner": "Mina", "initiatives": ["a new checklist"]},
    "check_ins": [
        {"day": 30, "KR1": {"value": 24, "confidence": 7, "comment": "Exit forms of 40 members say so."}},
        {
            "day": 50,
            "KR1": {"value": 25, "confidence": 4, "blockers": ["the missing forms"], "comment": "25% of 38 forms."},
        },
    ],
    "notes": None,
}
GOOD = [
    ("intent", "What would new members miss if nobody looked after a warm welcome?", []),
    ("safety", "Confidence in trial activation went from 7/10 to 4/10: what lies behind that?", ["F1"]),
    ("outcome", "What do the missing forms hold back for new members?", ["F2"]),
    ("mindset", "Which assumption behind trial activation would you most like to test?", ["F3"]),
    ("follow-through", "How would you like to treat the missing forms between now and the next check-in?", ["F2"]),
]
BAD = ("Have you considered hiring a second person for the forms?", "Why didn't you just ask for help with the forms?")
"""Questions that the review turns away, whatever they rest on."""
LONG = (
    "What have you learned from all of the many different things that each of you has seen and heard about the missing "
    "forms?"
)
"""One that it warns of."""
EXAMPLES = sorted(p for p in (Path(__file__).parent.parent / "examples").iterdir() if p.suffix in {".yaml", ".json"})


def reply(*questions: tuple[str, str, list[str]], **given: object) -> Reply:
    entries = [{"pillar": pillar, "text": text, "facts": facts} for pillar, text, facts in questions]
    return Reply(json.dumps({"questions": entries}), Usage(1, 900, 100, 200), "test-model", **given)


@pytest.fixture
def preparation(picture, templates) -> Callable[..., prepare.Preparation]:
    def made(*, session=SessionKind.CHECK_IN, minutes=30, focus=(), keep_names=False, send=Send.TEXT, **given):
        brief = Brief(session, minutes, None, focus)
        return prepare.prepare(picture(**{**TEAM, **given}), brief, templates, Terms(send, keep_names))

    return made


def sheet_of(state: prepare.Asking | SessionSheet) -> SessionSheet:
    assert isinstance(state, SessionSheet)
    return state


def asking_of(state: prepare.Asking | SessionSheet) -> prepare.Asking:
    assert isinstance(state, prepare.Asking)
    return state


def test_the_facts_are_those_that_the_replies_of_these_tests_rest_on(preparation):
    signals = [fact.signal for fact in preparation().facts]
    assert signals[:3] == ["confidence-fell", "blocker", "behind-pace"]


def test_a_good_reply_becomes_the_sheet_without_a_second_asking(preparation):
    sheet = sheet_of(prepare.advance(prepare.begin(preparation()), reply(*GOOD)))
    assert {question.text for question in sheet.questions} == {text for _, text, _ in GOOD}
    assert {question.source for question in sheet.questions} == {Source.MODEL}
    assert sheet.model == "test-model"
    assert sheet.usage == Usage(1, 900, 100, 200)
    assert len(sheet.prompt_sha256) == 64


def test_the_questions_are_numbered_in_the_order_in_which_they_are_asked(preparation):
    sheet = sheet_of(prepare.advance(prepare.begin(preparation()), reply(*GOOD)))
    assert [question.id for question in sheet.questions] == ["Q1", "Q2", "Q3", "Q4", "Q5"]
    assert [section.pillar for section in sheet.sections] == ["follow-through", "safety", "outcome", "mindset"]


def test_a_purpose_that_a_model_ties_to_the_fact_of_a_key_result_may_open(preparation):
    tied = ("intent", GOOD[0][1], ["F1"])
    sheet = sheet_of(prepare.advance(prepare.begin(preparation()), reply(tied, *GOOD[1:])))
    assert sheet.opening.question.text == GOOD[0][1]


def test_a_question_that_names_a_key_result_does_not_open(preparation):
    named = ("intent", "What would new members miss without trial activation?", ["F1"])
    second = asking_of(prepare.advance(prepare.begin(preparation()), reply(named, *GOOD[1:])))
    assert "2 for intent" in second.request.prompt.feedback


def test_what_falls_is_asked_for_once_more_with_the_reason(preparation):
    bad = [*GOOD[:3], ("mindset", "Have you considered hiring a second person for the forms?", ["F2"])]
    second = asking_of(prepare.advance(prepare.begin(preparation()), reply(*bad)))
    assert second.request.wave == 2
    assert "Have you considered hiring" in second.request.prompt.feedback
    assert second.rejected[0].findings[0].message in second.request.prompt.feedback
    assert [role for role, _ in second.request.prompt.messages] == ["system", "user", "assistant", "user"]


def test_the_second_reply_adds_to_what_the_first_one_left(preparation):
    second = asking_of(prepare.advance(prepare.begin(preparation()), reply(*GOOD[:3])))
    sheet = sheet_of(prepare.advance(second, reply(*GOOD[3:])))
    assert {question.source for question in sheet.questions} == {Source.MODEL}
    assert sheet.usage.requests == 2
    assert sheet.usage.input_tokens == 1800


def test_what_is_missing_after_two_replies_comes_from_the_bank_and_is_marked(preparation):
    second = asking_of(prepare.advance(prepare.begin(preparation()), reply(*GOOD[:2])))
    sheet = sheet_of(prepare.advance(second, reply(*GOOD[:2])))
    sources = [question.source for question in sheet.questions]
    assert sources.count(Source.MODEL) == 2
    assert sources.count(Source.BANK) == 3
    assert any("built-in bank" in warning for warning in sheet.warnings)


def test_a_sheet_from_the_bank_alone_asked_nobody(preparation):
    sheet = prepare.from_bank(preparation())
    assert {question.source for question in sheet.questions} == {Source.BANK}
    assert sheet.usage == Usage()
    assert sheet.prompt_sha256 == ""
    assert not any("built-in bank" in warning for warning in sheet.warnings)


@pytest.mark.parametrize(
    "useless",
    [
        Reply("I'd rather talk about the weather.", Usage(1), "m"),
        Reply("{}", Usage(1), "m"),
        Reply('{"questions": []}', Usage(1), "m"),
        Reply("", Usage(1), "m", problem="the model refused: no"),
        Reply("", Usage(1), "m", problem="the reply was cut off at its length limit"),
    ],
    ids=["prose", "no list", "empty list", "refused", "cut off"],
)
def test_a_reply_that_cannot_be_read_is_told_so_and_a_second_one_is_an_error(preparation, useless):
    second = asking_of(prepare.advance(prepare.begin(preparation()), useless))
    assert "could not be used" in second.request.prompt.feedback
    with pytest.raises(ReplyError, match="--model bank"):
        prepare.advance(second, useless)


def test_a_useless_second_reply_does_not_lose_what_the_first_one_gave(preparation):
    second = asking_of(prepare.advance(prepare.begin(preparation()), reply(*GOOD[:3])))
    sheet = sheet_of(prepare.advance(second, Reply("sorry", Usage(1), "m")))
    assert sum(question.source is Source.MODEL for question in sheet.questions) == 3


def test_replies_of_which_nothing_survives_are_an_error_that_says_what_fell(preparation):
    advice = reply(
        ("outcome", "Have you considered hiring a consultant?", ["F1"]), ("safety", "Are you afraid?", ["F1"])
    )
    second = asking_of(prepare.advance(prepare.begin(preparation()), advice))
    with pytest.raises(ReplyError, match=r"all 4 questions of the model fell in review \(advice 2, closed 2\)"):
        prepare.advance(second, advice)


def test_people_are_placeholders_in_the_prompt_unless_their_names_are_kept(preparation):
    note = "Mina and mina.berg@harbour.example went through the forms."
    hidden = preparation(check_ins=[{"day": 50, "notes": note}]).prompt.user
    kept = preparation(check_ins=[{"day": 50, "notes": note}], keep_names=True).prompt.user
    assert "Mina" not in hidden
    assert "@" not in hidden
    assert "Person 1" in hidden
    assert "Mina" in kept


def test_a_question_that_names_a_person_or_a_placeholder_is_rejected(preparation):
    named = [
        *GOOD,
        ("safety", "What does Person 1 see in trial activation?", ["F1"]),
        ("safety", "What does Mina see?", ["F1"]),
    ]
    sheet = sheet_of(prepare.advance(prepare.begin(preparation()), reply(*named)))
    assert {finding.code for r in sheet.rejected for finding in r.findings} >= {"GRD709"}
    assert len(sheet.rejected) == 2


def test_facts_only_leaves_the_teams_words_at_home(preparation):
    everything = preparation().prompt.user
    facts = preparation(send=Send.FACTS).prompt.user
    assert "25% of 38 forms" in everything
    assert "25% of 38 forms" not in facts
    assert "a new checklist" not in facts
    assert "trial activation" in facts


def test_the_part_of_the_prompt_that_never_changes_comes_first(preparation):
    one, other = preparation(), preparation(session=SessionKind.RETRO, minutes=75, kr={"start": 1, "target": 2})
    assert one.prompt.system == other.prompt.system
    assert one.prompt.user != other.prompt.user


@pytest.mark.parametrize("focus", [*Pillar, "O1.KR1"])
def test_a_focus_gets_one_question_more_or_the_coach_is_told(preparation, focus):
    def told(sheet):
        return sum(focus in (*q.about, q.pillar.value) for q in sheet.questions)

    plain, focused = prepare.from_bank(preparation()), prepare.from_bank(preparation(focus=(str(focus),)))
    missing = any(f"the focus {focus}" in warning for warning in focused.warnings)
    assert told(focused) == told(plain) + (not missing)
    assert len(focused.questions) == len(plain.questions) + (not missing)


def test_questions_dropped_in_earlier_rounds_do_not_come_back(preparation):
    from questioner.previous import Previous

    settled, seen = preparation(), set()
    sheet = prepare.from_bank(settled)
    for _ in range(3):
        seen.add(sheet.questions[2].text)
        previous = Previous(sheet.team, sheet.questions, frozenset({3}), sheet.dropped)
        sheet = prepare.from_bank(prepare.replacing(settled, previous))
        assert sheet.questions[2].text not in seen or len(sheet.questions) < len(previous.questions)


def test_a_question_of_an_earlier_session_is_not_asked_again(preparation):
    first = prepare.from_bank(preparation())
    asked = [question.text for question in first.questions]
    sessions = [{"day": 40, "asked": asked}]
    second = prepare.from_bank(preparation(sessions=sessions))
    assert not set(asked) & {question.text for question in second.questions}


def test_a_model_that_repeats_an_earlier_question_is_told(preparation):
    sessions = [{"day": 40, "asked": [GOOD[3][1]]}]
    second = asking_of(prepare.advance(prepare.begin(preparation(sessions=sessions)), reply(*GOOD)))
    assert [finding.code for r in second.rejected for finding in r.findings] == ["DUP904"]


def test_a_question_in_the_words_of_an_earlier_one_is_told_whatever_fact_it_rests_on(preparation):
    settled = preparation(
        objectives=[{}, {"krs": [{"title": "Calm mornings in the hall", "label": "calm mornings"}]}],
        check_ins=[{"day": 50, "O2.KR1": {"value": 25, "confidence": 4, "blockers": ["the missing forms"]}}],
        sessions=[{"day": 40, "asked": [GOOD[3][1]]}],
    )
    elsewhere = [fact.id for fact in settled.facts if fact.askable and fact.about.startswith("O2")][:1]
    second = asking_of(prepare.advance(prepare.begin(settled), reply(("mindset", GOOD[3][1], elsewhere))))
    assert "DUP904" in [finding.code for r in second.rejected for finding in r.findings]


def test_commitments_without_a_question_are_listed_with_their_names(preparation):
    texts = [f"call {n} members who left in spring" for n in ("ten", "twelve", "five", "six", "seven", "eight")]
    sessions = [{"day": 30, "commitments": [{"text": text, "who": "Jonas", "due": 40} for text in texts]}]
    sheet = prepare.from_bank(preparation(sessions=sessions))
    about = {ref for question in sheet.questions for ref in question.about}
    listed = [note for note in sheet.notes if note.startswith("Open, and without a question today")]
    assert len(listed) == len(texts) - sum(ref.startswith("C") for ref in about)
    assert all("Jonas" in note for note in listed)


def test_safety_leads_after_the_opening_when_the_notes_are_afraid(preparation):
    afraid = [{"day": 50, "notes": "People are afraid to say it, they fear the blame."}]
    sheet = prepare.from_bank(preparation(check_ins=afraid))
    assert sheet.sections[0].pillar is Pillar.SAFETY
    assert "afraid" not in " ".join(question.text for question in sheet.questions)


def test_replacing_some_questions_leaves_the_others_where_they_stand(preparation):
    from questioner.previous import Previous

    settled = preparation()
    first = prepare.from_bank(settled)
    previous = Previous(first.team, first.questions, frozenset({3, 5}))
    second = prepare.from_bank(prepare.replacing(settled, previous))
    before, after = [q.text for q in first.questions], [q.text for q in second.questions]
    assert len(after) == len(before)
    assert [n for n, (one, other) in enumerate(zip(before, after, strict=True), 1) if one != other] == [3, 5]
    assert not {before[2], before[4]} & {q.text for q in (*second.questions, *second.reserve)}


def test_an_opening_can_be_replaced_too(preparation):
    from questioner.previous import Previous

    settled = preparation()
    first = prepare.from_bank(settled)
    second = prepare.from_bank(prepare.replacing(settled, Previous(first.team, first.questions, frozenset({1}))))
    assert second.opening.question.text != first.opening.question.text
    assert [q.text for q in second.questions[1:]] == [q.text for q in first.questions[1:]]


@pytest.mark.parametrize("kind", SessionKind)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_banks_own_questions_stay_without_a_complaint(path, kind, templates):
    from questioner.previous import Previous

    team = read_team(str(path))
    settled = settle(team, team.as_of or team.cycle.start, Wishes(session=kind), templates)
    first = prepare.from_bank(settled)
    second = prepare.from_bank(prepare.replacing(settled, Previous(first.team, first.questions, frozenset({2}))))
    kept = {q.text: q.findings for q in second.questions}
    assert [kept[q.text] for q in first.questions if q.id != "Q2"] == [
        q.findings for q in first.questions if q.id != "Q2"
    ]


def test_every_question_that_may_not_stay_is_told_with_the_way_out(preparation):
    from questioner.previous import Previous

    settled = preparation()
    first = prepare.from_bank(settled)
    bad = (replace(q, text=text) for q, text in zip(first.questions[1:3], BAD, strict=True))
    changed = (first.questions[0], *bad, *first.questions[3:])
    with pytest.raises(UsageError, match=r"question 2 does not pass .* Question 3 does not pass .* --drop 2,3,4$"):
        prepare.replacing(settled, Previous(first.team, changed, frozenset({4})))


def test_what_the_review_warns_of_in_a_question_that_stays_counts_in_the_score(preparation):
    from questioner.previous import Previous

    settled = preparation()
    first = prepare.from_bank(settled)
    long = replace(first.questions[4], text=LONG)
    second = prepare.from_bank(
        prepare.replacing(settled, Previous(first.team, (*first.questions[:4], long), frozenset({2})))
    )
    assert any(q.text == LONG and q.findings for q in second.questions)
    assert second.score.craft < 1


def test_an_opening_that_was_dropped_comes_back_only_if_it_passes_the_review(preparation):
    from questioner.previous import Previous

    settled = replace(preparation(), patterns=())
    first = prepare.from_bank(preparation())
    advising = replace(first.questions[0], text=BAD[0])
    with pytest.raises(ReplyError, match="no opening question could be found"):
        prepare.from_bank(
            prepare.replacing(settled, Previous(first.team, (advising, *first.questions[1:]), frozenset({1})))
        )


def test_another_teams_sheet_is_refused(preparation):
    from questioner.previous import Previous

    settled = preparation()
    questions = prepare.from_bank(settled).questions
    with pytest.raises(UsageError, match="Other Club"):
        prepare.replacing(settled, Previous("Other Club", questions, frozenset({2})))


def test_a_question_about_what_this_session_does_not_ask_is_rejected(preparation):
    settled = preparation(session=SessionKind.ASSESS, minutes=45)
    pace = next(fact for fact in settled.facts if fact.signal == "behind-pace")
    question = ("outcome", "What have you come to understand about what moves trial activation?", [pace.id])
    second = asking_of(prepare.advance(prepare.begin(settled), reply(*GOOD[:1], question)))
    assert "GRD711" in {finding.code for r in second.rejected for finding in r.findings}


def test_the_reason_of_a_models_question_is_its_facts_own(preparation):
    settled = preparation()
    sheet = sheet_of(prepare.advance(prepare.begin(settled), reply(*GOOD)))
    question = next(q for q in sheet.questions if q.facts == ("F1",))
    assert question.reason == settled.by_id["F1"].intent
    assert question.about == (settled.by_id["F1"].about,)


def test_a_run_is_the_same_whatever_order_it_is_asked_in(preparation):
    settled = preparation()
    one = prepare.advance(prepare.begin(settled), reply(*GOOD))
    other = prepare.advance(prepare.begin(replace(settled)), reply(*GOOD))
    assert one == other


def test_where_nothing_else_can_be_asked_the_coach_is_told(preparation):
    from questioner.previous import Previous

    settled = preparation()
    first = prepare.from_bank(settled)
    nothing_else = replace(settled, patterns=())
    second = prepare.from_bank(
        prepare.replacing(nothing_else, Previous(first.team, first.questions, frozenset({1, 4})))
    )
    assert second.opening.question.text == first.opening.question.text
    assert len(second.questions) == len(first.questions) - 1
    assert any("first question stays" in warning for warning in second.warnings)
    assert any("the sheet is shorter" in warning for warning in second.warnings)


def test_a_close_of_the_users_own_that_lacks_a_heading_costs_points(tmp_path, picture):
    (tmp_path / "close.toml").write_text('heard = "Heard"\ndecided = " "\nwill = "We will"', encoding="utf-8")

    def score(templates):
        brief = Brief(SessionKind.CHECK_IN, 30)
        return prepare.from_bank(prepare.prepare(picture(**TEAM), brief, templates)).score

    own = score(Templates(tmp_path))
    assert own.shape < score(Templates()).shape
    assert any("a heading of the close is empty" in loss for loss in own.losses)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("close.toml", 'heard = "x"'),
        ("briefing.toml", "line = 3"),
        ("pillars/safety.toml", 'title = "x"'),
        ("bank/safety.toml", "pattern = 3"),
    ],
)
def test_a_users_template_that_lacks_something_is_an_error_that_names_it(tmp_path, picture, name, text):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(text, encoding="utf-8")

    def sheet_with_a_prompt():
        made = prepare.prepare(picture(**TEAM), Brief(SessionKind.ONE_TO_ONE, 35), Templates(tmp_path))
        return made.prompt, prepare.from_bank(made)

    with pytest.raises(TemplateError, match=name.rpartition("/")[2]):
        sheet_with_a_prompt()

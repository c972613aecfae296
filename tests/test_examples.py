"""What is promised of every sheet, held on every example and every kind of session, made from the bank."""

import re
from functools import cache
from itertools import combinations, product
from pathlib import Path

import pytest

from questioner import plan, prepare, standing
from questioner.evidence import Gathered
from questioner.inputs import read_team
from questioner.prepare.reviewing import Reviewer
from questioner.resources import Templates
from questioner.review import Profile, review_wording
from questioner.review.grounding import masked, review_grounding
from questioner.review.words import ALIKE, content, similarity
from questioner.session import Pillar, SessionKind, SessionSheet, Severity

EXAMPLES = sorted(p for p in (Path(__file__).parent.parent / "examples").iterdir() if p.suffix in {".yaml", ".json"})
CASES = [pytest.param(path, kind, id=f"{path.stem}-{kind}") for path, kind in product(EXAMPLES, SessionKind)]
TEMPLATES = Templates()


@cache
def prepared(path: Path, kind: SessionKind) -> prepare.Preparation:
    team = read_team(str(path))
    picture = standing.read(team, team.as_of)
    minutes = plan.session_table(TEMPLATES, kind).minutes
    return prepare.prepare(picture, plan.Brief(kind, minutes, team.people), TEMPLATES)


@cache
def sheet(path: Path, kind: SessionKind) -> SessionSheet:
    return prepare.from_bank(prepared(path, kind))


@pytest.mark.parametrize(("path", "kind"), CASES)
def test_no_question_on_the_page_would_be_rejected(path, kind):
    made, settled = sheet(path, kind), prepared(path, kind)
    for question in (*made.questions, *made.reserve):
        wording = review_wording(masked(question.text, settled.ground.goals), Profile.GENERATE)
        grounding = review_grounding(question.text, question.facts, settled.ground, from_pattern=True)
        assert [f for f in (*wording, *grounding) if f.severity is Severity.REJECT] == [], question.text


@pytest.mark.parametrize(("path", "kind"), CASES)
def test_each_of_the_three_things_that_stand_out_most_gets_a_question(path, kind):
    made = sheet(path, kind)
    covered = {fact for question in made.questions for fact in question.facts}
    first: dict[str, str] = {}
    for fact in made.facts:
        if fact.askable:
            first.setdefault(fact.about, fact.id)
    assert set(list(first.values())[:3]) <= covered


@pytest.mark.parametrize(("path", "kind"), CASES)
def test_at_most_three_questions_would_fit_any_team(path, kind):
    assert sum(not question.facts for question in sheet(path, kind).questions) <= 3


@pytest.mark.parametrize(("path", "kind"), CASES)
def test_purpose_comes_first_and_without_a_figure(path, kind):
    first = sheet(path, kind).opening.question
    assert first.pillar is Pillar.INTENT
    assert not re.search(r"\d", first.text)


@pytest.mark.parametrize(("path", "kind"), CASES)
def test_the_questions_fit_into_the_minutes(path, kind):
    settled = prepared(path, kind)
    fitting = plan.budget(settled.table, settled.brief.minutes, settled.brief.people)
    assert len(sheet(path, kind).questions) <= fitting


@pytest.mark.parametrize(("path", "kind"), CASES)
def test_no_two_questions_ask_the_same(path, kind):
    made = sheet(path, kind)
    texts = [question.text for question in (*made.questions, *made.reserve)]
    assert len(set(texts)) == len(texts)
    goals = prepared(path, kind).ground.goals
    for one, other in combinations((*made.questions, *made.reserve), 2):
        if set(one.about) & set(other.about):
            assert similarity(content(one.text, goals), content(other.text, goals)) < ALIKE, (one.text, other.text)


@pytest.mark.parametrize(("path", "kind"), CASES)
def test_every_pillar_is_on_the_page_or_said_to_be_left_out(path, kind):
    made = sheet(path, kind)
    present = {question.pillar for question in made.questions}
    assert present | {entry.pillar for entry in made.left_out} == set(Pillar)
    assert not present & {entry.pillar for entry in made.left_out}


@pytest.mark.parametrize(("path", "kind"), CASES)
def test_no_slot_id_or_name_of_a_person_is_read_aloud(path, kind):
    made, names = sheet(path, kind), prepared(path, kind).picture.names
    for question in (*made.questions, *made.reserve):
        assert not re.search(r"[{}]|\bO\d|\bKR\d", question.text)
        assert names.mentioned(question.text) == ()


@pytest.mark.parametrize(("path", "kind"), CASES)
def test_nothing_asked_in_an_earlier_session_is_asked_again(path, kind):
    settled = prepared(path, kind)
    for question in sheet(path, kind).questions:
        for asked in Reviewer(settled).asked:
            own = content(question.text, settled.ground.goals)
            same_thing = not (question.about and asked.about) or set(question.about) & set(asked.about)
            assert not same_thing or similarity(own, asked.essence) < ALIKE, (question.text, asked.candidate.text)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_same_file_gives_the_same_sheet(path):
    settled = prepared(path, SessionKind.CHECK_IN)
    assert prepare.from_bank(settled) == prepare.from_bank(settled)


def test_an_assessment_asks_nothing_about_pace():
    pace = {"behind-pace", "no-movement", "reversal", "required-rate", "late-and-low"}
    for path in EXAMPLES:
        made = sheet(path, SessionKind.ASSESS)
        signals = {fact.id: fact.signal for fact in made.facts}
        assert not pace & {signals[fact] for question in made.questions for fact in question.facts}


def test_a_healthy_team_is_given_no_trouble():
    healthy = next(path for path in EXAMPLES if path.stem == "all-green")
    trouble = {
        "behind-pace",
        "no-movement",
        "reversal",
        "confidence-fell",
        "blocker",
        "speaking-up",
        "names-a-delivery",
    }
    assert not trouble & {fact.signal for fact in sheet(healthy, SessionKind.CHECK_IN).facts}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_figure_of_a_question_is_known_to_the_ground(path):
    """A second, blunter look than the reviewer's: each run of digits stands in the file's own figures."""
    settled = prepared(path, SessionKind.CHECK_IN)
    ground = Gathered(settled.picture, settled.facts, 30)
    known = frozenset().union(*ground.figures.values()) | {str(n) for pair in ground.days for n in pair}
    for question in sheet(path, SessionKind.CHECK_IN).questions:
        for digits in re.findall(r"\d+(?:\.\d+)?", question.text.replace(",", "")):
            assert digits in known | {"10"}, question.text

"""Where the asking begins, and what is kept out of the rules' sight."""

import pytest

from questioner.review.reading import Form, has_reason_tail, read, tokens_and_traits


@pytest.mark.parametrize(
    ("text", "form", "opener"),
    [
        ("What stands out?", Form.WH, "what"),
        ("what stands out", Form.WH, "what"),
        ("Team, what stands out?", Form.WH, "what"),
        ("Will, what stands out?", Form.WH, "what"),
        ("May was hard for activation: what did it teach you?", Form.WH, "what"),
        ("Before any numbers, what does onboarding mean to you?", Form.WH, "what"),
        ("What, if anything, do you want to keep?", Form.WH, "what"),
        ("Confidence went from 7 to 4: what lies behind that?", Form.WH, "what"),
        ("If the list stayed as it is, what would you expect?", Form.WH, "what"),
        ("When you look at the page, what stands out?", Form.WH, "what"),
        ("When does the pilot start?", Form.WH, "when"),
        ("When in May do you meet?", Form.WH, "when"),
        ("Where in your week do you see it?", Form.WH, "where"),
        ("When the pilot ends will you extend it?", Form.POLAR, "will"),
        ("When everything is done how would you know?", Form.WH, "how"),
        ("If the pilot came true, where outside the team would it show?", Form.WH, "where"),
        ("Where in your week, if anywhere, do you see it?", Form.WH, "where"),
        ("From where you sit, what stood out?", Form.WH, "what"),
        ("Towards what kind of week does this lead?", Form.WH, "towards"),
        ("Useful for what, in your eyes?", Form.WH, "useful"),
        ("Beyond the lease, which is for Legal to settle, what is on your mind?", Form.WH, "what"),
        ("Tell me if I have it wrong, but what stood out?", Form.WH, "what"),
        ("Could you tell us what stood out?", Form.WH, "what"),
        ("I'm curious how the pilot felt.", Form.WH, "how"),
        ("Is it done?", Form.POLAR, "is"),
        ("Given the drop, are you worried?", Form.POLAR, "are"),
        ("dont you see it", Form.POLAR, "dont"),
        ("I wonder whether it is done.", Form.EMBEDDED_POLAR, "i"),
        ("Can you tell us if it is done?", Form.EMBEDDED_POLAR, "can"),
        ("Would you say the goal is clear?", Form.POLAR, "would"),
        ("Could you say more about the call?", Form.INVITE, "could"),
        ("Tell us about the pilot.", Form.INVITE, "tell"),
        ("It is done, isn't it?", Form.TAG, "it"),
        ("It is done, right?", Form.TAG, "it"),
        ("Blockers?", Form.FRAGMENT, "blockers"),
        ("List the blockers.", Form.COMMAND, "list"),
        ("So the launch slipped?", Form.STATEMENT, "the"),
        ("", Form.FRAGMENT, ""),
    ],
)
def test_the_clause_that_asks_is_found_with_its_form(text: str, form: Form, opener: str):
    clause = read(text).clauses[0]
    assert (clause.form, clause.opener) == (form, opener)


@pytest.mark.parametrize(
    "text",
    [
        "What does “Launch and learn, what else?” mean to you?",
        "What does 'Pay and go, or stay?' mean to you?",
        'What does "Have you tried it?" mean to you?',
        "What does the plan (and what a plan) mean to you?",
    ],
)
def test_quotations_and_asides_join_no_questions(text: str):
    reading = read(text)
    assert len(reading.masked) == len(reading.text)
    assert len(reading.clauses) == 1


def test_a_quotation_that_ends_a_sentence_ends_it_where_a_capital_letter_follows():
    assert len(read('The sign says "Ring the bell." What does it ask of you?').sentences) == 2
    assert len(read('Where do you hear "Ring the bell." in this plan?').sentences) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Is it worth it? You asked that in May. What would you say now?",
        "Why bother, you asked last time; what now is your answer?",
    ],
)
def test_a_question_that_the_team_asked_before_is_not_asked_again(text: str):
    assert [clause.opener for clause in read(text).clauses] == ["what"]


def test_an_apostrophe_is_no_quotation_mark():
    assert (
        read("What's in the team's way, and in the users' way?").masked
        == "what's in the team's way, and in the users' way?"
    )


def test_a_text_wholly_in_quotation_marks_is_read_as_itself():
    assert read("“Is it done?”").clauses[0].form is Form.POLAR


@pytest.mark.parametrize("text", ["İstanbul: what stood out?", "What does “ẞ” mean?", "𝒲hat then?", "\u2028What?"])
def test_the_masked_text_is_as_long_as_the_text(text: str):
    assert len(read(text).masked) == len(text)


def test_a_preface_is_kept_apart_from_the_asking():
    text = "With 44 days left, what opens up?"
    clause = read(text).clauses[0]
    assert text[clause.preface.start : clause.preface.end] == "With 44 days left, "
    assert text[clause.start : clause.end] == "what opens up?"


def test_a_decimal_point_or_abbreviation_ends_no_sentence():
    assert len(read("Churn rose to 4.2% in the U.K. e.g. in May: what do you see?").sentences) <= 2
    assert len(read("Churn rose to 4.2% (approx. 4): what do you see?").sentences) == 1


def test_each_joined_question_is_a_clause_of_its_own():
    clauses = read("What changed in May and who could help?").clauses
    assert [(clause.opener, clause.joined) for clause in clauses] == [("what", False), ("who", True)]


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("What rests on opinion, and what on evidence?", 1),
        ("Which parts rest on opinion and which on hard evidence?", 1),
        ("What did you see in April, and what in May?", 2),
        ("What rests on opinion, and what in May?", 2),
        ("What rests on opinion, and what on earth came of it?", 2),
        ("What should a guest be able to feel or do that matters?", 1),
        ("What did you see, and is that new?", 2),
        ("What did you see, and do you like it?", 2),
        ("What is in your hands, and what isn't?", 1),
        ("What would help you to disagree, or is it fine as it is?", 1),
        ("How does the board change your week, or doesn't it?", 1),
        ("What does the figure, which has stood since May, tell you?", 1),
        ("In what way is the fee fair, and what will you tell the tenants?", 2),
    ],
)
def test_a_pair_that_shares_its_verb_is_one_question(text: str, questions: int):
    assert len(read(text).clauses) == questions


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        ("Which part would you test, and why?", True),
        ("which part would you test and why", True),
        ("Which part would you test, and why that part?", True),
        ("Which part would you test, and how could you tell?", True),
        ("Which part would you test, and why does that one matter?", True),
        ("Which part would you test, and what's that down to?", True),
        ("Which part would you test, and why did you wait?", False),
        ("Which part would you test?", False),
    ],
)
def test_a_short_reason_tail_is_told_from_a_second_question(text: str, *, tail: bool):
    reading = read(text)
    assert has_reason_tail(reading, reading.clauses[0]) is tail
    assert (len(reading.clauses) == 1) is (tail or "did" not in text)


@pytest.mark.parametrize(
    ("text", "traits"),
    [
        ("What stands out?", {"<wh>", "OPENS what"}),
        ("With 44 days left, in which week did it turn?", {"<wh>", "OPENS in"}),
        ("Is it done? Take your time.", {"<polar>", "OPENS is", "<trailing>"}),
        ("What did you see, and is that new?", {"<wh>", "OPENS what", "<polar>", "OPENS is", "<several-clauses>"}),
        ("It is May. It rains. What do you see?", {"<wh>", "OPENS what", "<run-up>"}),
        (f"{'Again and ' * 8}again, what do you see?", {"<wh>", "OPENS what", "<run-up>"}),
        (f"What do you see {'again and ' * 10}again?", {"<wh>", "OPENS what", "<many-words>"}),
        ("What does “Launch and learn” mean?", {"<wh>", "OPENS what"}),
        ("What's in “Launch and learn, over and over again, until it works”?", {"<wh>", "OPENS what", "<many-words>"}),
        ("Could you tell us what stood out?", {"<wh>", "OPENS what", "<wrapped>"}),
        ("?", {"<fragment>", "OPENS "}),
    ],
)
def test_the_sieve_is_told_how_clauses_begin_and_what_a_text_is_like(text: str, traits: set[str]):
    assert set(tokens_and_traits(read(text))[1]) == traits


def test_the_sieve_is_told_of_the_neighbours_that_an_aside_parts():
    assert tokens_and_traits(read("We (the team) should rest."))[0] == [
        "we",
        "(the",
        "team)",
        "should",
        "rest.",
        "we",
        "should",
        "rest.",
    ]
    assert tokens_and_traits(read("We “the team” should rest."))[0] == ["we", '"the', 'team"', "should", "rest."]

"""Minimal pairs: the first half must fall for the reason given, the second must pass."""

import pytest

from questioner.review import Profile, review_wording
from questioner.session import Label, Severity

A, L, C, K, S, B, N, U = (
    Label.ADVICE,
    Label.LEADING,
    Label.CLOSED,
    Label.STACKED,
    Label.STATUS,
    Label.BLAME,
    Label.NOT_A_QUESTION,
    Label.UNCLEAR,
)

PAIRS = [
    (
        A,
        "Have you considered pairing with Support on trial activation?",
        "What help with trial activation would you welcome?",
    ),
    (A, "What if you dropped the fourth key result?", "If the list stayed as it is, what would you expect by June?"),
    (
        A,
        "How could a weekly demo help you hear from users sooner?",
        "How do you hear what users make of trial activation?",
    ),
    (
        A,
        "When will you talk to Legal about the contract?",
        "What, if anything, do you want to do about the contract review you mentioned?",
    ),
    (
        A,
        "To get back on track, what will you cut?",
        "What choices are open to you about the time trial activation gets?",
    ),
    (
        L,
        "The new onboarding helped trial activation, didn't it?",
        "What do you make of trial activation since the new onboarding?",
    ),
    (
        L,
        "How much has the reorganisation hurt trial activation?",
        "What part, if any, has the reorganisation played in trial activation?",
    ),
    (
        L,
        "What made you lose faith in trial activation?",
        "Confidence in trial activation went from 7 to 4: what lies behind that?",
    ),
    (L, "How disappointing was a result of only 12%?", "What does 12% mean to you?"),
    (
        L,
        "When did the team finally stop caring about onboarding?",
        "What place has onboarding had in your weeks since April?",
    ),
    (C, "Is onboarding still the right objective?", "What do you know now that bears on onboarding as an objective?"),
    (
        C,
        "Do you have any blockers on trial activation?",
        "What, if anything, stands between you and 30% trial activation?",
    ),
    (
        C,
        "Given the drop in trial activation, are you worried?",
        "What is on your mind about the drop in trial activation?",
    ),
    (C, "Is trial activation a people or a process matter?", "What kind of matter do you take trial activation to be?"),
    (C, "How confident are you in trial activation?", "What puts trial activation at 6 and not lower?"),
    (K, "What is slowing trial activation and who could help?", "What lies behind the pace of trial activation?"),
    (K, "What did you learn? What will you change?", "What did you learn that you will carry forward?"),
    (K, "How do the target and the owner fit your plan?", "How does the target fit your plan?"),
    (
        K,
        "If you are on track, how do you know; if not, what changed?",
        "What tells you where trial activation is heading?",
    ),
    (
        K,
        "What matters most here, for example to sales, to finance, to users?",
        "What matters most here to the people onboarding is for?",
    ),
    (S, "How are your OKRs going?", "What does onboarding mean to you today?"),
    (S, "What is the current value of trial activation?", "What does 18% tell you about trial activation?"),
    (S, "What did you ship for onboarding this sprint?", "What did the new checklist change for people in trial?"),
    (S, "Can you walk us through each key result?", "Where on this page does your attention go first?"),
    (S, "What progress have you made since our last session?", "What followed from the weekly call you set up?"),
    (B, "Why didn't you finish the survey?", "What happened once the survey met the rest of the week?"),
    (B, "Who dropped the ball on the hand-off?", "How did the hand-off look from where each of you sat?"),
    (B, "How can you claim green at 18%?", "What do you see on trial activation that 18% leaves out?"),
    (B, "What should you have done differently in May?", "Knowing what you know now, what stands out about May?"),
    (B, "Why do you keep missing the date?", "What, if anything, do the three moved dates share?"),
    (N, "Blockers?", "What stands between you and 30% trial activation?"),
    (N, "So the launch slipped?", "What did the later launch change?"),
    (N, "Explain the drop in trial activation.", "Tell us about the weeks around the drop in trial activation."),
    (N, "Who wouldn't want faster onboarding?", "What would faster onboarding mean for someone new?"),
    (N, "Question 3: Reflect on focus.", "Where did your focus go in May?"),
    (
        U,
        "How might we leverage cross-functional synergies to move the needle?",
        "How do your two teams' goals touch each other?",
    ),
    (U, "What's the RAG delta on O2.KR3?", "What changed about trial activation?"),
    (U, "What would not be impossible if you didn't lose the pilot?", "What would keeping the pilot make possible?"),
    (U, "Amazing work team! I'm curious, what moved activation?", "What was behind the move in activation?"),
    (
        U,
        (
            "In light of everything that has happened over the course of the quarter across the various workstreams,"
            " what would you say were the main things that you feel had an influence on activation?"
        ),
        "What had the most influence on activation this quarter?",
    ),
    (A, "Have you considered hiring a tester?", "What alternatives have you considered?"),
    (A, "What would happen if you paired with Support?", "What would have to be true for 30%?"),
    (C, "Which of these would you test?", "Which assumption would you test, and why?"),
    (C, "Do you, if anything, want to keep the call?", "What, if anything, do you want to keep?"),
    (S, "What did you do in May?", "What did you do differently in May that you would want to keep?"),
    (B, "Why do you keep missing the date?", "What question will you keep asking yourselves?"),
    (C, "What gym do you go to?", "What draws you to the gym you go to?"),
    (C, "When the pilot ends will you extend it?", "When the pilot ends what would you want to be true?"),
    (A, "How might you celebrate the success of short shifts more?", "What do short shifts give you to celebrate?"),
    (
        A,
        "What would a weekly call change for the people who wait in the yard?",
        "What would an open north gate change for the people who wait in the yard?",
    ),
    (K, "What did you see in April, and what in May?", "What in the plan rests on opinion, and what on evidence?"),
    (S, "What did the team do in May?", "What did the team do there that could carry OKRs?"),
    (L, "You chose 30%, didn't you?", "What did you know when you chose 30%?"),
]


def labels(text: str, profile: Profile) -> list[Label]:
    return [hit.label for hit in review_wording(text, profile) if hit.severity is Severity.REJECT]


@pytest.mark.parametrize(("label", "bad", "good"), PAIRS)
def test_the_bad_half_of_a_pair_falls_for_its_fault(label: Label, bad: str, good: str):
    assert label in labels(bad, Profile.GENERATE)


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize(("label", "bad", "good"), PAIRS)
def test_the_good_half_of_a_pair_passes(label: Label, bad: str, good: str, profile: Profile):
    assert labels(good, profile) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Have you considered hiring a tester?", {A, C}),
        ("Wouldn't it be better to split the objective?", {A, L, C}),
        ("When will you talk to Legal about the contract?", {A, C}),
        ("What is the current value of trial activation?", {S, C}),
        ("Is trial activation on track?", {S, C}),
        ("What did you learn? Did the checklist help?", {K, C}),
        ("So the launch slipped?", {N, C}),
        ("How much better is onboarding since April?", {L, C}),
    ],
)
def test_a_closed_form_is_named_beside_the_main_fault(text: str, expected: set[Label]):
    assert set(labels(text, Profile.GENERATE)) == expected


def test_the_main_fault_is_named_before_the_closed_form():
    assert labels("Have you considered hiring a tester?", Profile.GENERATE)[0] is A
    assert labels("Is trial activation on track?", Profile.GENERATE)[0] is S


@pytest.mark.parametrize(
    "text",
    [
        "You listed a hotline and a guide as options; how do you weigh them?",
        "You said you'd speak to the wards: what came of it?",
        "If nobody kept score, what would you work on?",
        "What would you reach for on onboarding if falling short were simply information?",
        "What might the highest and the lowest score on activation each be seeing?",
        "From the people in this room, what help with the missing key would you welcome?",
        "what alternatives do you see",
        "What keeps the team coming back to this objective?",
        "Which organisation-wide habit colours how you prioritise?",
        "Which organization-wide habit colors how you prioritize?",
    ],
)
@pytest.mark.parametrize("profile", Profile)
def test_an_open_question_with_a_trigger_word_passes(text: str, profile: Profile):
    assert labels(text, profile) == []

"""Faults that no pattern names: the words together weigh like those of questions that were labelled so.

See ``weighing``. Which of these is named follows from the weights; the words that weigh most are its span.
"""

from functools import partial

from questioner.review.rules import Rule
from questioner.session import Label, Severity

_rule = partial(
    Rule,
    severity=Severity.REJECT,
    review_severity=Severity.WARN,
    source="Weights learnt from the labelled questions of evals/reviewer",
)

RULES = (
    _rule(
        code="ADV199",
        name="reads-like-advice",
        label=Label.ADVICE,
        message="It reads like advice: these words carry an idea that the asker brought.",
        why="The team weighs that idea, and its own stay unsaid.",
        rejects=(
            "Where in the month would a fixed hour with the wards be best placed?",
            "In what way might vouchers at the gate lift the mood?",
            "With a small bonus for each referral, how might the spring look?",
        ),
        accepts=(
            "Where in the month do you find time for the wards?",
            "You began a daily huddle at the gate in May: what has it changed, if anything?",
            "What would have to be true for the two bakeries to bake on one morning?",
            "Which organisation-wide habit colours how you prioritise?",
            "Which organization-wide habit colors how you prioritize?",
            "What do short shifts give you to celebrate?",
        ),
    ),
    _rule(
        code="LED299",
        name="reads-like-leading",
        label=Label.LEADING,
        message="It reads as if something were settled: these words take for granted what nobody has said.",
        why="Whoever sees it otherwise has to contradict before answering.",
        rejects=(
            "How could a team of eight miss a date?",
            "What has your hesitation about the price cost the goal?",
            "Where has the confusion about the two prices hurt most?",
        ),
        accepts=(
            "What do you make of the date that eight people remember in eight ways?",
            "What, if anything, has changed on the ward since the new rota?",
            "You wrote that the evenings got longer: what has that done to the goal?",
        ),
    ),
    _rule(
        code="CLO399",
        name="reads-like-closed",
        label=Label.CLOSED,
        message="It reads as if one fact, a pick or a yes would answer it.",
        why="The answer is short, and the thinking behind it is not asked for.",
        rejects=(
            "At what hour does the second oven go on?",
            "At what price does the basic plan sell today?",
            "Which ward did the survey reach first?",
        ),
        accepts=(
            "What hangs on the floor on which the second ward opens?",
            "What does the price of the basic plan say to a newcomer?",
            "Which signs would tell you that a second depot is worth its rent?",
        ),
    ),
    _rule(
        code="STK499",
        name="reads-like-stacked",
        label=Label.STACKED,
        message="It reads as if it wanted more than one answer.",
        why="The last part is answered, and the first is lost.",
        rejects=(
            "What would you tell the bakers about the oven and the shops about the price?",
            "What did the oven teach the bakers, and the shops?",
            "What worries the bakers, what reassures the shops?",
        ),
        accepts=(
            "What did the oven teach you about heat and its moods?",
            "How do the flour price and the wages pull on each other?",
            "Where does the plan hold, and why there?",
        ),
    ),
    _rule(
        code="STA599",
        name="reads-like-status",
        label=Label.STATUS,
        message="It reads like a request for a report.",
        why="The page could answer it, and the room's time goes into telling.",
        rejects=(
            "What state is the second oven in this week?",
            "Which steps has the north ward taken on the rollout this month?",
            "What came out of the three calls with the wards this week?",
        ),
        accepts=(
            "What have the two crews learnt from the roof so far?",
            "What does the rollout in the north change for those who wait there?",
            "What in the three calls with the wards surprised you?",
        ),
    ),
    _rule(
        code="BLM699",
        name="reads-like-blame",
        label=Label.BLAME,
        message="It reads as if somebody were to answer for a failing.",
        why="People defend themselves, and what happened stays in the dark.",
        rejects=(
            "Under whose eyes did the order get lost?",
            "What was going on in planning that nobody noticed the error?",
            "What does the missed handover tell us about the night shift's care?",
        ),
        accepts=(
            "Where along its way does an order tend to wait?",
            "What would have helped planning to see the error sooner?",
            "What did the late permit teach you about the way permits travel?",
        ),
    ),
)
"""The findings that the weights add. What is no question the grammar tells: the weights would only add polite ones."""

BY_LABEL = {rule.label: rule for rule in RULES}

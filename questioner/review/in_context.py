"""Rules for what the wording alone does not show: the team's data, questions asked before, a second reader.

They are no part of ``RULES``: no pattern finds them, and no labelled question holds them. What finds them stands in
``grounding``, ``verdicts``, ``prepare`` and ``judge``. In front of a sentence, in brackets, stands the fact that the question
is said to rest on.
"""

from functools import partial

from questioner.review.rules import Rule
from questioner.session import Label, Severity

_OWN = "Own practice: a question says nothing that the team's file does not hold"
_ICF = "ICF competency 6: the client's own words (informed by)"
_CONTEXT = "ICF competency 6: the client's context (informed by)"
_SIMILAR = "Own practice; similarity of content words after Dice 1945"

_TEAM = (
    "Trial activation went from 18% to 22% of 30%, and confidence in it from 7 to 4; the missing API key holds it back. "
    "310 contacts about missing transactions are another key result's. It met on 5 October and 16 November; Mina is in it. "
    "F1 is trial activation at 22%."
)
_grounded = partial(Rule, label=Label.UNGROUNDED, severity=Severity.REJECT, given=_TEAM)
_asked_once = partial(Rule, label=Label.DUPLICATE, severity=Severity.REJECT, source=_SIMILAR)
_judged = partial(
    Rule,
    severity=Severity.REJECT,
    source="The rubric prompt/judge.j2",
    given="The wording alone. What is found depends on the model; without a calibration that fits it only warns.",
)

OTHER_THAN_WORDS = Rule(
    code="CLR813",
    name="other-than-words",
    label=Label.UNCLEAR,
    severity=Severity.REJECT,
    message="It holds a link, an address or mark-up, which cannot be read aloud.",
    why="A question is spoken, and nobody can speak a link.",
    source="QAS-99, step 1 (reading)",
    given=_TEAM,
    rejects=(
        "What does https://example.org tell you about trial activation?",
        "What does <b>trial activation</b> mean to you?",
        "What would you write to mina@team.example about trial activation?",
    ),
    accepts=(
        "What does trial activation mean to you?",
        "What does “the missing API key” mean for trial activation?",
        "What lies between 22% and 30% in trial activation?",
    ),
)
EXPOSED = _grounded(
    code="GRD709",
    name="exposed-person",
    message="It names a person; questions go to the whole team.",
    why="All look at one, who has to answer for the others, or to defend what was said in confidence.",
    source="Edmondson 1999 on psychological safety",
    rejects=(
        "What did Mina see in trial activation?",
        "How would Mina put trial activation in a word?",
        "What makes people afraid for trial activation?",
    ),
    accepts=(
        "What did you see in trial activation?",
        "Whose view of trial activation is missing here?",
        "What would you like to hear about trial activation from each other?",
    ),
)
UNKNOWN_FIGURE = _grounded(
    code="GRD703",
    name="unknown-figure",
    message="A figure or a date in it is not in the team's data.",
    why="The talk turns to where the figure is from, and what else on the page may be wrong.",
    source=_OWN,
    rejects=(
        "What does 25% tell you about trial activation?",
        "What do the five interviews tell you about trial activation?",
        "What happened to trial activation on 3 December?",
    ),
    accepts=(
        "What does 22% tell you about trial activation?",
        "What has trial activation shown you since 16 November?",
        "In October, what did trial activation teach you?",
    ),
)
FOREIGN_FIGURE = _grounded(
    code="GRD705",
    name="another-goals-figure",
    message="A figure in it belongs to something else than this question is about.",
    why="A right figure in the wrong place misleads more than a wrong one.",
    source=_OWN,
    rejects=(
        "[F1] What does 310 tell you about trial activation?",
        "[F1] How does trial activation look at 310?",
        "[F1] With trial activation at 310, what stands out?",
    ),
    accepts=(
        "[F1] What does 22% tell you about trial activation?",
        "What do 310 missing transactions tell you?",
        "[F1] With trial activation at 22%, what stands out?",
    ),
)
WRONG_WAY = _grounded(
    code="GRD704",
    name="wrong-direction",
    message="It says the figure moved the other way than it did.",
    why="The team corrects the asker, and the question is forgotten.",
    source=_OWN,
    rejects=(
        "[F1] Trial activation fell: what moved it?",
        "[F1] Confidence in trial activation rose: what lies behind that?",
        "[F1] Trial activation went from 22% to 18%: what was behind that?",
    ),
    accepts=(
        "[F1] Trial activation rose: what moved it?",
        "[F1] Confidence in trial activation fell: what lies behind that?",
        "[F1] Trial activation went from 18% to 22%: what was behind that?",
    ),
)
UNKNOWN_CHANGE = _grounded(
    code="GRD713",
    name="unknown-change",
    severity=Severity.WARN,
    message="No such change is on the page.",
    why="Both figures are the team's, and the way between them may be too: only the team can tell, so it is not rejected.",
    source=_OWN,
    rejects=(
        "[F1] Trial activation went from 22% to 30%: what was behind that?",
        "[F1] Going from 7 to 10, what changed in trial activation?",
        "[F1] Trial activation went from 4% to 22%: what was behind that?",
    ),
    accepts=(
        "[F1] Trial activation went from 18% to 22%: what was behind that?",
        "[F1] Confidence in trial activation went from 7 to 4: what lies behind that?",
        "[F1] On the way from 18% to 30%, what would trial activation change?",
    ),
)
UNKNOWN_WORDS = _grounded(
    code="GRD702",
    name="unknown-name",
    message="A name or a quotation in it is not in the team's data.",
    why="Words put into the team's mouth cost its trust in every other word on the page.",
    source=_ICF,
    rejects=(
        "What could Acme bring to trial activation?",
        "What does “a total disaster” mean for trial activation?",
        "How would Corvane see trial activation?",
    ),
    accepts=(
        "What does “the missing API key” mean for trial activation?",
        "What does the API key hold back in trial activation?",
        "What could somebody new bring to trial activation?",
    ),
)
ANY_TEAMS = _grounded(
    code="GRD701",
    name="any-teams-question",
    severity=Severity.WARN,
    message="Nothing in its words comes from the fact it rests on; it could be put to any team.",
    why="The room hears that nobody has looked; a sheet bears a few such questions, at its opening and its close.",
    source=_CONTEXT,
    rejects=(
        "[F1] How do you celebrate?",
        "[F1] What does success look like?",
        "[F1] What are you learning together?",
    ),
    accepts=(
        "[F1] What would 30% trial activation look like to someone new?",
        "[F1] What does activation mean to you?",
        "[F1] How does the trial end for those who stay?",
    ),
)
UNKNOWN_FACT = _grounded(
    code="GRD706",
    name="unknown-fact",
    message="It is said to rest on a fact that there is none of.",
    why="A coach who is asked what it rests on has nothing to show.",
    source=_OWN,
    rejects=(
        "[F9] What does trial activation mean to you?",
        "[F9] What does 22% tell you about trial activation?",
        "[F10] What holds trial activation back?",
    ),
    accepts=(
        "[F1] What does trial activation mean to you?",
        "[F1] What does 22% tell you about trial activation?",
        "[F1] What holds trial activation back?",
    ),
)
NOT_FOR_THIS_SESSION = _grounded(
    code="GRD711",
    name="not-for-this-session",
    message="This kind of session does not ask about what it rests on.",
    why="Some things are for the coach to know, or for another meeting: raised here, they cost openness or time.",
    source=_CONTEXT,
    given="In a check-in, F1 is a key result, and F2 that an objective names no goal above it, which a workshop asks about.",
    rejects=(
        "[F2] What does your objective have to do with the goals above it?",
        "[F2] How would somebody at the top put your objective in a sentence?",
        "[F2] What would a goal above yours change for you?",
    ),
    accepts=(
        "[F1] What does trial activation have to do with the goals above it?",
        "[F1] How would somebody at the top put trial activation in a sentence?",
        "[F1] What would more trial activation change for you?",
    ),
)
ASKED_ABOVE = _asked_once(
    code="DUP901",
    name="asked-above",
    message="It asks what an earlier one asks.",
    why="The second answer repeats the first, and a place on the page is lost.",
    given="“What did the pilot teach you?” stands above it.",
    rejects=(
        "What has the pilot been teaching you?",
        "What did the pilot teach you, if anything?",
        "What do you think the pilot teaches?",
    ),
    accepts=(
        "What did the pilot cost you?",
        "What did the offer teach you?",
        "Who saw something else in the pilot than you did?",
    ),
)
ASKED_BEFORE = _asked_once(
    code="DUP904",
    name="asked-before",
    message="It was asked in an earlier session.",
    why="A team that is asked the same again learns to give the same answer again.",
    given="“What did the pilot teach you?” was asked in an earlier session.",
    rejects=ASKED_ABOVE.rejects,
    accepts=ASKED_ABOVE.accepts,
)

ON_DATA = (
    OTHER_THAN_WORDS,
    UNKNOWN_WORDS,
    UNKNOWN_FIGURE,
    WRONG_WAY,
    FOREIGN_FIGURE,
    EXPOSED,
    UNKNOWN_CHANGE,
)
OF_A_LIST = (ASKED_ABOVE,)
OF_A_SHEET = (ANY_TEAMS, UNKNOWN_FACT, NOT_FOR_THIS_SESSION, ASKED_BEFORE)
JUDGED = (
    _judged(
        code="JDG901",
        name="judged-advice",
        label=Label.ADVICE,
        message="The judge reads a course of action in it that the asker chose.",
        why="The team weighs the asker's idea, and its own stay unsaid.",
        rejects=("What would a weekly demo do for you?",),
        accepts=("What would help you hear from users sooner?",),
    ),
    _judged(
        code="JDG902",
        name="judged-leading",
        label=Label.LEADING,
        message="The judge reads a wanted answer in it, or a claim that nobody made.",
        why="Whoever sees it otherwise has to contradict before answering.",
        rejects=("How relieved were you when the pilot ended?",),
        accepts=("How was it for you when the pilot ended?",),
    ),
    _judged(
        code="JDG903",
        name="judged-closed",
        label=Label.CLOSED,
        message="The judge could answer it in full with a yes, a pick or one fact.",
        why="The answer is short, and the thinking behind it is not asked for.",
        rejects=("On which floor will the second ward open?",),
        accepts=("What hangs on the floor on which the second ward opens?",),
    ),
    _judged(
        code="JDG904",
        name="judged-stacked",
        label=Label.STACKED,
        message="The judge counts more than one thing that needs an answer of its own.",
        why="The easier half is answered, and the other is forgotten.",
        rejects=("What did you learn, and who else should know?",),
        accepts=("What did you learn that others would want to know?",),
    ),
    _judged(
        code="JDG905",
        name="judged-status",
        label=Label.STATUS,
        message="The judge takes it for a request for a report.",
        why="What is on the page is read aloud, and nothing new is thought.",
        rejects=("What have the two crews completed on the roof so far?",),
        accepts=("What have the two crews learnt from the roof so far?",),
    ),
    _judged(
        code="JDG906",
        name="judged-blame",
        label=Label.BLAME,
        message="The judge hears somebody being accused.",
        why="Who feels accused explains, and stops looking.",
        rejects=("Who let the pilot slip?",),
        accepts=("What does the later pilot change for you?",),
    ),
    _judged(
        code="JDG907",
        name="judged-no-question",
        label=Label.NOT_A_QUESTION,
        message="The judge finds nothing that is asked.",
        why="Nobody knows whether to answer, or what.",
        rejects=("The launch slipped by two weeks.",),
        accepts=("What did the later launch change?",),
    ),
)

WRITTEN = (*ON_DATA, *OF_A_LIST, *JUDGED)
"""What ``review`` may find in a person's questions beside the wording."""
GROUPS = {
    "In any question, where there is a team file": ON_DATA,
    "In a list of questions, where there is a team file": OF_A_LIST,
    "In questions that are generated for a sheet": OF_A_SHEET,
    "By a model that reads the wording too (`--judge`)": JUDGED,
}
"""All of them, by where they are found."""
IN_CONTEXT = tuple(rule for rules in GROUPS.values() for rule in rules)

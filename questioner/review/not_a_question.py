"""Not a question: nothing is asked of the team's thinking, whatever mark stands at the end."""

from functools import partial

from questioner.review.reading import Form, Reading, Span, Trait
from questioner.review.rules import Rule, Scope
from questioner.session import Label, Severity

_MISC = "MISC 2.5: questions told from directions"
_QAS = "QAS-99, step 3 (clarity)"


def _only(reading: Reading) -> Form | None:
    return None if reading.asks else reading.clauses[0].form


def _whole(reading: Reading) -> Span:
    return Span(0, len(reading.text))


def _statement(reading: Reading) -> Span | None:
    return _whole(reading) if _only(reading) is Form.STATEMENT and "?" not in reading.masked else None


def _marked_statement(reading: Reading) -> Span | None:
    return _whole(reading) if _only(reading) is Form.STATEMENT and "?" in reading.masked else None


def _command(reading: Reading) -> Span | None:
    return _whole(reading) if _only(reading) is Form.COMMAND else None


def _fragment(reading: Reading) -> Span | None:
    return _whole(reading) if _only(reading) is Form.FRAGMENT else None


def _afterthought(reading: Reading) -> Span | None:
    end = reading.clauses[-1].end
    return Span(end, len(reading.text)) if reading.asks and reading.sentences[-1].start >= end else None


_rule = partial(Rule, label=Label.NOT_A_QUESTION, severity=Severity.REJECT)

RULES = (
    _rule(
        code="FRM001",
        name="no-interrogative",
        message="It states something and asks nothing.",
        why="A statement leaves the team guessing what is wanted.",
        source=_MISC,
        matcher=_statement,
        traits=(Form.STATEMENT,),
        rejects=(
            "The launch slipped by two weeks.",
            "Onboarding is what matters this cycle",
            "We will look at the key results together.",
            "How we count a repeat visit",
            "Who we bake for, in the end, and why them.",
            "What guests tell us about the late ferry",
            "Why the lease matters to the night shift",
            "What a spring that was!",
            "What I admire in the packers is how they help each other.",
            "Which brings us to the last key result.",
            "When the hall is empty, we will talk about the lease.",
            "I want the rota on the wall by noon.",
            "What would be lost without the late ferry is worth a page in the plan.",
            "Three ovens and one baker, which deserves a round of applause.",
        ),
        accepts=(
            "what does onboarding mean to you today",
            "The launch moved by two weeks. What changed with it?",
            "I'm curious what the launch date means to you.",
            "Tell us how the night shift sees it.",
            "how would you know that a visit was worth it",
            "what stands out to the packers about the new hall",
            "before the ferry season what would you like to have tried",
            "before the ferry season what, if anything, would you like to have tried",
            "why three ovens and not two",
            "why this harbour, of all harbours",
            "I'd like to hear what the lease means to you.",
            "I'd be curious what the lease means to the kitchen.",
            "why the word “calm”, of all words",
            "when the sea is flat and the guests stay away what keeps the goal honest",
            "which guests matter most to you, and why",
        ),
    ),
    _rule(
        code="FRM002",
        name="rhetorical",
        message="It makes a point and wants no answer.",
        why="Everyone knows the answer, so nobody thinks.",
        source=_MISC,
        scope=Scope.WHOLE,
        cues=(
            "who wouldn't",
            "who doesn't",
            "who would not",
            "how could it hurt",
            "could possibly",
            "isn't it time",
            "what's the point",
            "what is the point",
            "what harm",
            "how hard can",
            "what do you expect",
        ),
        patterns=(
            r"\b(?<!someone\s)(?<!somebody\s)(?<!anyone\s)(?<!anybody\s)(?<!person\s)(?<!those\s)(?<!people\s)(?<!one\s)who (?:wouldn't|doesn't|would not|does not) (?:want|like|love|need|prefer)\b",
            r"\bhow (?:could|can|would) it (?:possibly )?hurt\b",
            r"\bwhat could possibly\b",
            r"\bisn't it (?:about )?time\b",
            r"\bwhat(?:'s| is) the point(?: ?(?:\?|\Z)| (?:anyway|if|when|in \w+ing)\b| of (?:\w+ing|a|an|another|yet)\b(?![^?]{2,60}(?: for |, (?:seen|to|in|from|as)\b)))",
            r"\bwhat harm\b(?!,? if any)",
            r"\bhow hard can\b",
        ),
        rejects=(
            "Who wouldn't want faster onboarding?",
            "How could it hurt to ask the users?",
            "What's the point of a target that nobody believes?",
        ),
        accepts=(
            "What would faster onboarding mean for someone new?",
            "What would asking the users tell you?",
            "What is the point of this key result, to you?",
            "What point in May would you go back to?",
            "You wrote that speed is not the point: what is the point, for you?",
            "How would you tell it to a neighbour who cares about the harbour?",
            "What is the point of a quiet ward, seen from a patient's bed?",
            "How does the form read to somebody who doesn't like forms?",
        ),
    ),
    _rule(
        code="FRM003",
        name="statement-plus-mark",
        message="It is a statement with a question mark.",
        why="It asks for a nod.",
        source=_MISC,
        matcher=_marked_statement,
        traits=(Form.STATEMENT,),
        rejects=(
            "So the launch slipped?",
            "You are happy with the way onboarding went?",
            "The contract has been with Legal since March?",
        ),
        accepts=(
            "What did the later launch change?",
            "The contract is with Legal: what does that hold back?",
            "And if the grant for the second oven falls through?",
            "A good night on the ward looks like what to you?",
            "Wherein lies the promise of the late ferry?",
            "The card says “fewer calls”. Fewer for whose benefit?",
            "Given the launch in May, what stands out?",
        ),
    ),
    _rule(
        code="FRM004",
        name="command",
        message="It gives an order where it might invite.",
        why="Orders get compliance.",
        source=_MISC,
        matcher=_command,
        traits=(Form.COMMAND,),
        rejects=(
            "Explain the drop in trial activation.",
            "List three things that went well.",
            "Rate the sprint.",
            "Please tell me they have signed the lease.",
        ),
        accepts=(
            "Tell us about the weeks around the drop in trial activation.",
            "Say more about the new checklist.",
            "Describe a moment when onboarding worked as you hoped.",
        ),
    ),
    _rule(
        code="FRM005",
        name="fragment",
        message="It is a word or two, and the team must guess the question.",
        why="Each person answers a different one.",
        source=_QAS,
        matcher=_fragment,
        traits=(Form.FRAGMENT,),
        rejects=("Blockers?", "Next steps", "Any thoughts?", ""),
        accepts=("What stands between you and 30% trial activation?", "What else?", "Say more about the blocker."),
    ),
    _rule(
        code="FRM006",
        name="meta-text",
        message="It carries a heading, number or markup that belongs to the list and not to the question.",
        why="The coach has to tidy it before saying it.",
        source=_QAS,
        scope=Scope.PLAIN,
        severity=Severity.WARN,
        patterns=(
            r"\A\W*(?:(?:powerful |coaching |follow-?up |open )?question(?: \d+)? ?[:.)]|q\d+ ?[:.)])",
            r"\bhere (?:are|is) (?:some|a|the|your|\d)",
            r"\*\*|__|`|^#+ ",
            r"\bas an ai\b",
            r"\A\s*\d+[.)] ",
        ),
        rejects=(
            "Question 3: Where did your focus go in May?",
            "**Where** did your focus go in May?",
            "1. Where did your focus go in May?",
        ),
        accepts=(
            "Where did your focus go in May?",
            "What question about onboarding will you keep asking yourselves after today?",
            "Where do you hear “Paying feels like nothing” in this objective?",
        ),
    ),
    _rule(
        code="FRM007",
        name="unresolved-slot",
        message="A placeholder was left in.",
        why="Read aloud, it shows that nobody wrote this for the team.",
        source=_QAS,
        scope=Scope.PLAIN,
        patterns=(
            r"\{[^{}]{0,40}\}",
            r"\[(?:insert |your |the |team|name|kr|key result|objective|number|date|x)[^\]]{0,40}\]",
            r"<[a-z_ ]{1,30}>",
            r"\btbd\b|\btodo\b|\bxxx+\b|___+|\blorem ipsum\b",
        ),
        rejects=(
            "What does {objective} mean to you?",
            "What would [team] want to keep?",
            "What does TBD stand for in this plan, to your mind?",
        ),
        accepts=(
            "What does the objective mean to you?",
            "What would the team want to keep?",
            "What does “to be decided” mean for onboarding?",
        ),
    ),
    _rule(
        code="FRM008",
        name="addressed-to-coach",
        message="It speaks to the coach about the team.",
        why="It cannot be read aloud.",
        source=_QAS,
        scope=Scope.WHOLE,
        patterns=(
            (
                r"(?:^|[.;:] )(?:you (?:could|can|may|might) )?ask (?:them|the team|about|how|what|each|why"
                r"|whether)\b"
            ),
            r"\b(?:the|as a|as the) coach (?:should|could|can|may|asks|might|you)\b",
            (
                r"(?:^|[.;:] )(?:encourage|invite|have|probe|explore) (?:the team|them|with|how|what|each"
                r"|whether)\b"
            ),
        ),
        rejects=(
            "Ask the team what they learned in May.",
            "You could ask them how the pilot felt?",
            "Explore with them what onboarding means.",
        ),
        accepts=(
            "What would you ask the team that looks after billing?",
            "What question would you put to the users?",
            "What would you like to explore about onboarding?",
        ),
    ),
    _rule(
        code="FRM009",
        name="question-not-last",
        message="Something follows the question.",
        why="The last words are the ones people answer.",
        source=_MISC,
        severity=Severity.WARN,
        matcher=_afterthought,
        traits=(Trait.TRAILING,),
        rejects=(
            "What stood out in May? The price changed then.",
            "What do you see? Take your time.",
            "What does 18% mean to you? It was 22%.",
        ),
        accepts=(
            "The price changed in May. What stood out?",
            "Take your time. What do you see?",
            "What does 18% mean to you, coming from 22%?",
        ),
    ),
)
"""The rules of form."""

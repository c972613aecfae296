"""Leading by a feeling or a motive that the question ascribes to people, and nobody told of."""

from questioner.review.leading.licence import ATTRIBUTED, CLEAN, FEELINGS, TEAM, hedged, rule
from questioner.review.reading import Clause, Reading, late
from questioner.review.rules import Scope
from questioner.session import Severity

_EMOTION = (
    r"(?:fear|boredom|distrust|mistrust|relief|anger|resentment|cynicism|enthusiasm|impatience|gratitude|stinginess|dissatisfaction|reluctance"
    r"|panic|dread|arrogance|misery|contempt|rivalry|devotion|fondness|sloppiness|meddling|indifference|joy|guilt|shame|passion|obsession|jealousy|hostility"
    r"|smugness|weariness|disillusionment|dismay|grief|disappointment"
    r"|embarrassment|discontent|despair|bitterness|fatigue|frustration|anxiety|apathy|complacency|excitement|(?<!you\s)regrets?|prejudices?"
    r"|loss of (?:nerve|interest|heart|faith|confidence|trust))\b"
)

_AFRAID = r"(?:afraid|scared|frightened|embarrassed|ashamed)"


def _told_of(reading: Reading, clause: Clause) -> bool:
    """Whether the clause leaves room for no such feeling, or all those it names were told of before."""
    before = reading.plain[: clause.start]
    named = _NAMED_EMOTION().findall(reading.masked, clause.start, clause.end)
    return (
        hedged(reading, clause)
        or all(name[:5] in before or _FELT.get(name, name) in before for name in named)
        or _SPOKEN_OF().search(reading.masked, clause.start, clause.end) is not None
    )


def _told_feeling(reading: Reading, clause: Clause) -> bool:
    """Whether ``that worry`` takes up a worry of which the team told before."""
    if _SPOKEN_OF().search(reading.masked, clause.start, clause.end):
        return True
    before = reading.plain[: clause.start]
    felt = _THAT_FEELING().findall(reading.masked, clause.start, clause.end)
    return bool(felt) and all(name[:4] in before or _FELT.get(name, name) in before for name in felt)


_THAT_FEELING = late(
    r"\b(?:that\s|(?:what|why)\s(?:are|were)\s(?:you|they)\s(?:so\s)?|(?=proudest))(frustration|disappointment|anxiety|fear|worry|relief|excitement|anger|stress|embarrassment"
    r"|pride|proud(?:est)?|worried|frustrated|afraid|scared|anxious|disappointed|stressed|excited)\b"
)

_FELT = {"pride": "proud", "fear": "scared", "anger": "raging", "relief": "pressure off"}
"""Words by which such a feeling is told of, where they do not begin like its name."""

_SPOKEN_OF = late(r"\b(?<!as\s)you\s(?:spoke\sof|told\s(?:us|me)\sof|described)\b|" + ATTRIBUTED)

_NAMED_EMOTION = late(rf"\b(?:{_EMOTION}|{_AFRAID}\b|courage\b)")

RULES = (
    rule(
        code="LED206",
        name="emotion-attribution",
        unless=_told_feeling,
        message="It tells the team what it feels and asks how much or why.",
        why="A feeling that was put into the room is hard to refuse in front of others.",
        source=CLEAN,
        patterns=(
            rf"\bhow {FEELINGS} (?:of |with |by )?(?:are|is|were|was|do|does|did|will|would|must|has|have|had)\b",
            (
                rf"\b(?:what|who) (?:(?!would|could|might|will|can)\w+ )?(?:makes|made|is making) "
                rf"(?:{TEAM}|everybody|them|us|(?:the|your|our|this) \w+) (?:feel )?(?:so |most |this |that )?{FEELINGS}\b"
            ),
            rf"\bwhy (?:are|were|is|do) {TEAM} (?:feel )?(?:so )?{FEELINGS}",
            (
                r"\b(?:your|the team's|that) (?:frustrations?|disappointment|anxiety|fears?|worry|relief"
                r"|excitement|anger|stress|embarrassment|pride)\b"
            ),
            (
                rf"\bwhat (?:are|were) {TEAM} (?:so |most )?(?:worried|frustrated|afraid|scared|anxious"
                rf"|disappointed|stressed|excited) (?:about|of|by|with)?"
            ),
            (
                r"\bhow (?:much|deeply|strongly|badly) (?:do|does|did) [^?]{1,40}\b(?:resent|fear|dread|hate|regret|distrust|dislike"
                r"|miss|struggle|suffer|worry|enjoy|love)\b"
            ),
            (
                r"\b(?:fear|anxiety|frustration|resentment|complacency|apathy|jealousy|mistrust|distrust|burnout|boredom|panic"
                r"|guilt|pride|ego|fatigue|impatience|arrogance) (?:(?:of|about|over|at|around|among|in|with) ?)?(?:[\w'-]+ ){0,4}(?:is|are|was|were|has"
                r"|hold|holds|held|holding|stop|stops|stopped|keep|keeps|kept|slow|slows|slowed|driv\w+|drove|play|affect\w*|shap\w+)\b"
            ),
            (
                r"(?:\b(?:your|the team's|their|his|her|our|\w+'s)|s') (?:(?:drop|dip|loss|fall|decline) (?:in|of) (?:energy|motivation|morale"
                r"|commitment|effort|focus|interest|confidence|drive|enthusiasm|trust)|reluctance|resistance|refusal|unwillingness"
                r"|(?:habit|weakness|fondness|love|aversion|craze|hunger|longing|neglect) (?:of|for)|(?:scorn|disdain|contempt|coolness) (?:for|of|towards?)|complacency|inability|obsession|apathy|failure to|indifference|defensiveness|impatience|dislike of|bias|grudge|attachment to|difficulty in"
                r"|silo mentality|(?:fading|waning|flagging) \w+)\b"
            ),
            r"\b(?:the|this|such) (?:disappointment|frustration|resentment|embarrassment|humiliation|heartbreak|excitement) (?:of|over|at|about|with)\b",
            # people are said to sulk, to look down on something or to get it wrong
            (
                r"\b(?:do|does|did) (?!you\b|we\b)[^?]{2,50}? (?<!a\s)(?<!the\s)(?:misunderstand|overreact|grumble|gripe|squabble|bicker|quarrel|sulk|scoff|sneer|ridicule|belittle|(?<!or\s)fail to (?:grasp|see|understand|hear|accept))\b"
                r"(?![^?]{0,80}\b(?:if|how)\b)"
            ),
            (
                r"\b(?:feel|feels|feeling) (?:less |more |so |most )?(?:guilty|like a fraud|ashamed|hemmed in|humiliated|small)\b(?![^?]{0,60}\bif )"
            ),
            (
                r"\bwh(?:at|y) (?:do|does|did) (?!you think)(?:\w+ ){1,4}(?:hate|resent|dread|loathe|dislike|distrust|despise|envy)\b"
            ),
            rf"\bmust (?!not\b)(?:\w+ )?(?:be|feel|have been|have felt) (?:so |very )?{FEELINGS}|\bmust have felt\b|\byou'll (?:all )?have been \w+ed\b|\bbound to (?:be {FEELINGS}|feel)\b",
            (
                r"\b(?:proudest|most proud)\b|\bwhat(?: is it| was it)?(?: about [^?]{1,30})?(?: exactly)?(?: is it)?(?: that)? (?:most )?(?:scare[ds]?|frustrate[ds]?|annoy(?:s|ed)|irritate[ds]?|frighten(?:s|ed)?|drain(?:s|ed)?"
                r"|panic(?:s|ked)|sadden(?:s|ed)?|thrill(?:s|ed)?|disappoint(?:s|ed)|anger(?:s|ed)|haunts?) (?!of\b|by\b|about\b)\w"
            ),
            (
                r"\bhow (?:let down|resigned|grateful|fondly|angrily|rushed|intimidating|hungry|eagerly|bitterly|warmly|vindicated|betrayed|isolated"
                r"|undervalued|unloved) (?:do|does|did|is|are|was|were|ought|should|has|have)\b"
            ),
        ),
        rejects=(
            "How worried are you about trial activation?",
            "What makes you so frustrated with the contract?",
            "Where does your disappointment about May come from?",
            "What makes everybody so anxious about the audit?",
            "How much does the night shift resent the new rota?",
            "Why do the nurses hate the form?",
            "What lies behind the nurses' dislike of the form?",
            "How impressed were visitors by the new hall?",
            "What lies behind the desk's habit of promising too much?",
            "Where does the porters' contempt for the form come from?",
            "How might the relief they must have felt show in the week?",
            "What would you tell the porters, who are bound to be anxious?",
            "How do the planners misunderstand the night shift?",
            "What would make the desk feel less guilty about the queue?",
            "Which of the new signs are you proudest of?",
        ),
        accepts=(
            "What would make you proud of this objective in a year?",
            "What are you proud of in this quarter?",
            "What fear, if any, sits behind the low number?",
            "What is on your mind about the drop in trial activation?",
            "How do you feel about trial activation?",
            "What surprised you about the pilot?",
            "What would you like to be proud of in a year?",
            "The porters wrote that they worry about the lift. What is that worry about?",
            "What excites the porters, if anything does?",
            "How do the porters speak of the new lift?",
            "What must be true for the goal to make sense to you?",
            "What must not be lost when the hall moves?",
            "How do the two wards settle a quarrel over a bed?",
            "In what ways do visitors notice, or fail to see, the new signs?",
            "The porters said they felt proud of May. Where does that pride come from?",
            "You say you are proud of the new signs. What in them are you proudest of?",
            "What part does fear of the audit play in the count, according to the porters?",
            "The porters told us they were afraid of the audit. What were they afraid of?",
        ),
    ),
    rule(
        code="LED209",
        name="mind-reading-preface",
        message="It begins by telling the team what it thinks, feels or wants.",
        why="A guess about someone's inside is answered before the question is.",
        source=CLEAN,
        scope=Scope.WHOLE,
        review_severity=Severity.WARN,
        patterns=(
            r"\bit (?:sounds|seems|looks|feels) (?:to me )?(?:like|as if|as though|that) (?:you|the team|there|this|people|everyone)\b",
            rf"(?:^|[,.;:] ?|so ){TEAM} (?:all )?seem(?:s|ed)? \w+",
            r"(?:^|[.,;:] |so |but |and )i (?:think|feel|believe|suspect|guess) (?:that )?(?!about|it was)\w+",
            r"\bi(?:'m| am) (?:surprised|worried|disappointed|concerned|afraid)\b|\bin my (?:view|opinion|experience)\b",
            r"(?:,|\.) i(?:'d)? (?:take it|guess|imagine|bet|presume|suppose|suspect)\b",
        ),
        rejects=(
            "It sounds like you gave up on activation, so what is next?",
            "You seem frustrated: what is behind that?",
            "I think the form is the problem. What do you think?",
            "The wards hated the new lists, I take it. What do they make of the goal?",
        ),
        accepts=(
            "What did it feel like to share the 12%?",
            "Last week you said the contract wears you out: what is that like now?",
            "What would you sense first if the pilot were drifting?",
        ),
    ),
    rule(
        code="LED216",
        name="untold-feeling",
        message="It names a feeling that nobody has told of.",
        why="A feeling that the asker put there is argued about, or owned up to for the sake of peace.",
        source=CLEAN,
        unless=_told_of,
        patterns=(
            rf"\b(?:the|their|its|your|his|her|what|which|[\w]+'s|s'|renewed|what (?:kind|sort) of) (?:[\w-]+ ){{0,2}}?{_EMOTION}(?! (?:goals?|objectives?|targets?|key results?|kr|score|survey|project)\b)(?!(?<=relief) (?:drivers?|staff|crews?|cooks?|nurses?|teachers?|keepers?|workers?|shifts?|roads?|valves?|fund)\b|(?<=panic) (?:buttons?|alarms?|bars?|room)\b|(?<=fatigue) (?:tests?|cracks?|life|strength)\b)",
            rf"\b(?<!have\sto\sbe\s){_AFRAID} (?:to|of|about|will|would|might)\b",
            r"\b(?:the|its|their|your) courage (?:to|in)\b",
        ),
        rejects=(
            "Through which door did the mistrust between the wards come in?",
            "What sort of boredom do you see behind the late forms?",
            "How would the porters describe the relief of the new lift?",
            "What makes a new porter afraid to speak up?",
            "What gave the porters the courage to stop the lift?",
            "How do the two wards settle their rivalry over the hall?",
            "What are the porters afraid will happen in the audit?",
        ),
        accepts=(
            "What relief, if any, did the new lift bring?",
            "You dropped the chatbot with relief, you said: what did the relief tell you?",
            "How do the wards trust each other with bad news?",
            "The porters told you they were afraid of the audit. What were the porters afraid of, in their own words?",
            "Which part of the plan, if any, are people afraid to name?",
            "What should no porter have to be afraid of in a review?",
            "“Fear of the audit” stands on the card: what would the fear like heard?",
            "What would the joy objective change for the porters?",
            "What was behind the relief you spoke of?",
            "What would the relief nurses want the goal to say?",
            "What does the panic button mean to a guest?",
        ),
    ),
)

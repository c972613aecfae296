"""Advice: the words carry a course of action, a target or a standard that the asker chose.

A question word is no protection: "How could a weekly demo help you?" advises a weekly demo. What tells
advice from a scenario is who brought the action into the room, so these rules look for an action in the
place where a neutral question leaves a gap.
"""

from functools import partial

from questioner.review.rules import Rule, Scope, marking
from questioner.session import Label, Severity

_TEAM = r"(?:you(?: all| guys)?|we|the team|your team|this team|they|someone|anyone|somebody)"

_ACTIONS = """hire recruit pair automate outsource delegate escalate train cut drop split merge raise lower reduce
simplify launch build create introduce add remove replace rewrite reword redesign rework refactor schedule reschedule
postpone cancel extend shorten invite involve interview survey call email phone visit meet contact consult
ask talk speak pilot trial prototype send buy switch migrate adopt hold run organise organize
assign appoint nominate shadow rotate negotiate double halve reset renegotiate rescope scrap
streamline prioritise prioritize deprioritise deprioritize offer expand hand poll join move
stop pause limit shift focus invest break simplify standardise standardize rename offload push"""
_PAST = {
    "build": "built", "hold": "held", "run": "run|ran", "meet": "met", "speak": "spoken|spoke", "send": "sent",
    "buy": "bought", "cut": "cut", "split": "split", "reset": "reset", "rewrite": "rewritten|rewrote",
    "withdraw": "withdrawn", "break": "broken|broke",
}  # fmt: skip
_DOUBLED = {"drop", "cut", "split", "run", "reset", "scrap", "stop"}
_OWN = {
    "ask",
    "talk",
    "speak",
    "meet",
    "hold",
    "move",
    "stop",
    "focus",
    "run",
    "build",
    "create",
    "reduce",
    "join",
    "shift",
}
"""Actions that a team names of itself in open questions; only a more telling place makes them advice."""


def _past(verb: str) -> str:
    stem = verb + verb[-1] if verb in _DOUBLED else verb
    return _PAST.get(verb) or (verb + "d" if verb.endswith("e") else stem + "ed")


def _gerund(verb: str) -> str:
    stem = verb + verb[-1] if verb in _DOUBLED else verb
    return (verb[:-1] if verb.endswith("e") else stem) + "ing"


_VERBS = tuple(dict.fromkeys(_ACTIONS.split()))
_seen = marking(
    {
        "\x1c": (verb for verb in _VERBS if verb in _OWN),
        "\x1d": (verb for verb in _VERBS if verb not in _OWN),
        "\x1e": (past for verb in _VERBS for past in _past(verb).split("|") if past not in _VERBS),  # the rest: _DONE
        "\x1f": map(_gerund, _VERBS),
    }
)
_TWO_WORDS = r"set up|bring in|reach out|catch up|speed up|drip-feed|get back on track"
_BASE = rf"(?:(?<=[\x1c\x1d])\w+|{_TWO_WORDS})\b"
_STRONG = rf"(?:(?<=\x1d)\w+|{_TWO_WORDS}|turn (?:this|it|things) around|close the gap|make up (?:for )?the)\b"
_DONE = r"(?:(?<=\x1e)\w+|run|cut|split|reset|set up|brought in|reached out)\b"
_DOING = r"(?:(?<=\x1f)\w+|setting up|bringing in|reaching out|drip-feeding|having a)\b"

_NEUTRAL_IF = (
    r"(?:could|couldn't|had|hadn't|have|haven't|were|weren't|was|are|did (?:not|nothing)|didn't|do (?:not"
    r"|nothing)|don't|knew|know|saw|see|looked|look"
    r"|kept|keep|woke|reached?|hit|missed|miss|met|succeed(?:ed)?|failed|fell|achieved?|carried|carry"
    r"|continue[d]?"
    r"|wanted|want|felt|feel|stay(?:ed)?|imagined?|might|can|only|all|told|came|come|got|get|started? "
    r"(?:over|again|from)"
    r"|finished|finish|ended|end|trusted|believed|heard|learned|learnt|lost|say|said|think|thought)\b"
)
_NEUTRAL_DOING = (
    r"(?:reaching|getting|hitting|achieving|moving|making|seeing|being|doing|having|feeling|knowing"
    r"|speaking|saying"
    r"|learning|meeting|giving|bringing|keeping|finishing|taking|going|looking|working|noticing|sharing"
    r"|trusting"
    r"|enjoying|believing|calling)\b"
)
_DEVICE = (
    r"(?:demo|stand-?up|hotline|call|meeting|workshop|survey|pilot|checklist|dashboard|contractor|hire|review|form"
    r"|template|tool|session|sprint|training|guide|rota|mentor|buddy|campaign|discount|experiment|interviews?"
    r"|test)\b"
)
"""Things that a team sets up to get somewhere."""
_OUTCOME = (
    rf"(?:a|an) (?!new |second |third |weekly |daily |monthly |regular |dedicated |better |short)(?!(?:\w+ ){{0,3}}{_DEVICE})"
    r"(?:[\w'-]+ ){2,4}change for (?!you\b|us\b|the team\b|your team\b)"
)
"""A thing named by its state, and what it changes for those outside: an outcome to picture, not a step to take."""
_MITI = "Persuading in motivational interviewing: Moyers et al. 2016"
_ICF = "ICF core competencies 7 and 8 (informed by)"
_TRAP = "Bungay Stanier, The Coaching Habit: advice with a question mark"


_rule = partial(Rule, label=Label.ADVICE, severity=Severity.REJECT, sight=_seen)

RULES = (
    _rule(
        code="ADV101",
        name="direct-should",
        message="It tells the team what it should or must do.",
        why="A norm from outside ends the thinking it was meant to start.",
        source=_MITI,
        scope=Scope.WHOLE,
        cues=("should", "ought", "must", "need to", "better", "have to"),
        patterns=(
            (
                rf"(?:^|[.,:;?!] |\b(?:given that|fact that|i think|because|so|and|when|why|where|who|while"
                rf"|maybe|perhaps) ){_TEAM} (?:really |probably |also |"
                r"just |definitely |all |first )?(?:should|ought to|must|need to|had better|have to) (?:just "
                r"|really |first )?"
                rf"(?:start |be |maybe )?(?:{_BASE}|{_DOING}|get|do|work|try|set|make|look|take|use|find|test"
                rf"|change|sit|write)\b"
            ),
            (
                rf"(?:should|shouldn't|must|mustn't) (?:the )?{_TEAM} (?:not |also |just |maybe )?(?:{_STRONG}"
                rf"|talk to)"
            ),
        ),
        rejects=(
            "You should hire a second tester. What do you think?",
            "Should we cut the fourth key result?",
            "Which customers should you interview first?",
            "Given that you need to pair with Support, how will the week look?",
        ),
        accepts=(
            "What should we change going forward?",
            "What do you need from us to speak freely?",
            "What needs to happen next?",
            "What would have to be true for activation to reach 30%?",
        ),
    ),
    _rule(
        code="ADV102",
        name="have-you-considered",
        message="It offers an idea under the cover of asking whether the team has had it.",
        why="The honest reply is about the asker's idea, and the team's own stay unsaid.",
        source=_TRAP,
        scope=Scope.OPENING,
        cues=(
            "considered",
            "consider",
            "tried",
            "try",
            "thought",
            "think",
            "look",
            "explored",
            "discussed",
            "talked",
            "spoken",
            "reached",
            "open to",
            "planning",
            "have ",
            "has ",
            "had ",
            "did ",
        ),
        patterns=(
            (
                rf"(?:have|has|had|did|do|does|haven't|hasn't) {_TEAM} (?:ever |already |also |yet |not "
                rf"|actually |maybe |even ){{0,2}}"
                r"(?:considered|consider|tried|try|thought (?:about|of)|think about|looked (?:at|into)|look "
                r"into|explored|discussed"
                rf"|talked to|spoken (?:to|with)|reached out|{_DONE}) (?!that\b|it\b|this\b|anything|those "
                rf"things|you\b|what\b|how\b|why\b)"
            ),
            (
                rf"(?:are|is) {_TEAM} (?:considering|thinking (?:about|of)|open to|looking (?:at|into)|trying"
                rf"|planning on) "
            ),
        ),
        rejects=(
            "Have you considered pairing with Support on trial activation?",
            "Just curious, have you ever tried a daily stand-up?",
            "Has the team thought about hiring a contractor?",
            "Did you talk to Legal, or have you looked into a template contract?",
        ),
        accepts=(
            "What alternatives have you considered?",
            "What have you tried that surprised you?",
            "Which of the options you listed have you thought about most, and why?",
        ),
    ),
    _rule(
        code="ADV103",
        name="negative-suggestion",
        message="“Why not …” and “couldn't you …” press an idea by asking why it is not done.",
        why="The team defends itself against a plan that it never made.",
        source=_MITI,
        scope=Scope.OPENING,
        cues=("why", "n't", "could", "not "),
        patterns=(
            (
                rf"(?:couldn't|shouldn't|could {_TEAM} not|wouldn't (?:it|that|there)|isn't there (?:a|any"
                rf"|some) (?:way|room|chance)) ?"
            ),
            rf"wouldn't {_TEAM} (?!say|agree|think)",
            (
                rf"why (?:don't|not|wouldn't|shouldn't) (?:{_TEAM} )?(?:just \w+|simply \w+|{_BASE}|try|use"
                rf"|start|give|get|do|let|set|make|change)\b"
            ),
            rf"can't {_TEAM} (?:just |simply )?{_BASE}",
        ),
        rejects=(
            "Couldn't you ask Support for a day?",
            "Why not move the launch to May?",
            "Why don't you hire a contractor for the backlog?",
            "Wouldn't it be better to split the objective?",
        ),
        accepts=(
            "Why did you choose 30% rather than 25%?",
            "What keeps the launch in May?",
            "What could you ask of the people around you?",
        ),
    ),
    _rule(
        code="ADV104",
        name="hypothetical-solution",
        message="The scenario is a plan: it asks the team to picture an action that the asker chose.",
        why="A wished-for answer in the shape of a thought experiment.",
        source=_ICF,
        scope=Scope.WHOLE,
        cues=("if ", "suppos", "imagin", "how about", "what about", "assum", "say "),
        patterns=(
            (
                rf"\bwhat if (?:{_TEAM} (?!{_NEUTRAL_IF})\w+|the team (?!{_NEUTRAL_IF})\w+|there (?:was|were) "
                rf"(?:a|an|more)|you had (?:a|an) (?!bad|hard|good))"
            ),
            (
                r"\bhow (?:would|could|might|will) [^?,]{0,40}(?:change|improve|look|go|be|work|feel|shift"
                r"|differ) if "
                rf"{_TEAM} (?!{_NEUTRAL_IF})\w+"
            ),
            (
                r"\bwhat (?:would|might|could|will|can|do you think would) (?:happen|change|shift|improve|open "
                r"up|follow|be (?:different|possible)"
                rf"|become possible|it (?:look like|mean|change|do)|you (?:gain|lose|see|expect"
                rf"|learn))\b[^?,]{{0,40}}? if {_TEAM} "
                rf"(?!{_NEUTRAL_IF})\w+"
            ),
            (
                rf"(?:^|[.,:;?!] |\bso )(?:if|suppose|supposing|imagine|assuming|say) (?:that )?{_TEAM} "
                rf"(?:were to |was to |just |also )?"
                rf"(?:{_DONE}|{_BASE})"
            ),
            rf"\bif {_TEAM} (?:were to |was to )(?:{_BASE}|start|try)",
            (
                rf"\b(?:how about|what about) (?:{_DOING}|trying|using|starting|adding|having|doing|a |an "
                rf"|setting )"
            ),
            (
                r"\b(?:how|what) about \w+ing\b(?![^?]{0,80} (?:would|do|does|did|is|are|was|makes|matters|has"
                r"|have|will|could|can|surpris\w+)\b)"
            ),
        ),
        rejects=(
            "What if you dropped the fourth key result?",
            "What would happen if you paired with Support?",
            "If you hired a second tester, what would change for activation?",
            "How about running a weekly demo?",
        ),
        accepts=(
            "If the list stayed as it is, what would you expect by June?",
            "What would you do if nobody kept score?",
            "If nothing changed, what would you expect to see by June?",
            "If you could change one thing about the plan, what would it be?",
            "What would happen if the price stayed where it is?",
        ),
    ),
    _rule(
        code="ADV105",
        name="wh-advice",
        message="The question word opens, and the rest brings in a course of action that the team did not.",
        why="An open form makes the idea harder to refuse, not less of an idea.",
        source=_MITI,
        scope=Scope.OPENING,
        patterns=(
            (
                rf"(?!what would {_OUTCOME})(?:how|in what way|what) (?:could|might|would|can|will) (?:you see )?(?:a|an|more|another"
                r"|regular|weekly|daily|monthly|extra|additional"
                rf"|better|fewer|smaller|shorter|earlier|clearer|{_DOING}) [^?]{{0,60}}\b(?:help|improve"
                rf"|support|speed|boost|accelerate|benefit"
                r"|reduce|make it easier|let you|enable|free|do for|change|bring|give)\b"
            ),
            (
                r"what(?:'s| is| are|'re| has| else)? (?:\w+ )?(?:stops|keeps|prevents|stopping|keeping"
                r"|preventing|holds|holding|stopped|kept|prevented)"
                rf" {_TEAM} (?:back )?(?:from )(?!{_NEUTRAL_DOING})\w+ing"
            ),
            (
                rf"when (?:will|could|can|would|are|do|might|should) {_TEAM} (?:be |next )?(?:going to |plan "
                rf"to |planning to |able to |start |starting to )?"
                rf"(?:{_BASE}|{_DOING})"
            ),
            (
                rf"who(?:m)? (?:else )?(?:could|can|will|would|might|should) {_TEAM} (?:also )?(?:ask|talk"
                rf"|speak|call|invite|involve|contact|bring in"
                r"|pair|approach|reach|hire|consult|turn to|delegate)"
            ),
            (
                rf"how (?:will|would|could|can|might|do|should|are) {_TEAM} (?:go about |going to |plan to "
                rf"|planning to |start |begin |best |also )?"
                rf"(?:{_STRONG}|{_DOING})"
            ),
            (
                rf"how (?:could|can|might) {_TEAM} (?:also |best )?(?!know|learn|tell|see|hear|feel|want|enjoy|trust|notice"
                r"|understand)\w+ (?:[^?,]{1,60} )?more(?: often)? ?(?:\?|\Z)"
            ),
            (
                rf"(?:what|which [^?]{{1,30}}) (?:will|can|could|should|would) {_TEAM} (?:cut|drop|delegate"
                rf"|automate|postpone|deprioriti[sz]e|outsource|scrap"
                r"|sacrifice|escalate)\b"
            ),
            (
                rf"what (?:would|could|might) (?:it|that) (?:look like|take|mean|be like|require) (?:if "
                rf"{_TEAM}|to|for {_TEAM} to) (?:{_STRONG}|{_DONE}|pair)"
            ),
        ),
        rejects=(
            "How could a weekly demo help you hear from users sooner?",
            "What stops you from hiring a second tester?",
            "When will you talk to Legal about the contract?",
            "Who could you ask to review the contract?",
            "How will you catch up by June?",
            "How might you celebrate the success of short shifts more?",
            "What would a second tester change for the people who wait?",
        ),
        accepts=(
            "What would an open north gate change for the people who wait in the yard?",
            "How do you hear what users make of trial activation?",
            "What stops you from reaching 30% trial activation?",
            "What help with trial activation would you welcome?",
            "What, if anything, do you want to do about the contract review you mentioned?",
            "How would knowing the starting point shape what 30% means?",
        ),
    ),
    _rule(
        code="ADV106",
        name="expert-norm",
        message="It holds up somebody else's practice as the one to follow.",
        why="The team is asked to measure itself against a method, not to look at its own work.",
        source=_MITI,
        scope=Scope.WHOLE,
        cues=("best practice", "expert", "recommended", "research", "studies", "standard practice", "ideally"),
        patterns=(
            r"\bbest practices?\b",
            (
                r"\b(?:experts?|research|studies) (?:say|says|show|shows|suggest|suggests|recommend|recommends"
                r"|agree)\b"
            ),
            r"\b(?:is|are|the|as) recommended\b",
            r"\b(?:industry|standard) (?:standards?|practice)\b",
        ),
        rejects=(
            "What best practices could you apply to onboarding?",
            "Research shows that small teams ship sooner: how do you see that?",
            "How does your list compare with the recommended three objectives?",
        ),
        accepts=(
            "What have you found to work best in practice?",
            "What did the research with new users show you?",
            "Where does your own practice differ from last year's?",
        ),
    ),
    _rule(
        code="ADV107",
        name="benefit-sell",
        message="It asks for the good of an action that nobody has taken up yet.",
        why="Only one side of the ledger is asked for, so the answer is sold with the question.",
        source=_MITI,
        scope=Scope.OPENING,
        cues=(
            "benefit",
            "advantage",
            "value",
            "upside",
            "gain",
            "difference",
            "case",
            "win ",
            "get ",
            "achieve",
            "learn",
        ),
        patterns=(
            (
                r"what (?:\w+ )?(?:benefits?|advantages?|value|upsides?|gains?|difference) (?:could|would"
                r"|might|do|can|will) [^?]{0,30}"
                rf"(?:from|in|of|by|with) (?:{_DOING}|a |an )"
            ),
            (
                rf"what (?:is|are|would be|might be|could be) the (?:\w+ )?(?:benefits?|advantages?|value"
                rf"|upsides?|case|downsides?) (?:of|in|for) (?:{_DOING}|a |an |having)"
            ),
            (
                rf"what (?:could|would|might) {_TEAM} (?:gain|win|get|achieve|learn) (?:from|by|with|through) "
                rf"(?:{_DOING}|a |an |having|using|trying)"
            ),
        ),
        rejects=(
            "What would be the benefits of hiring a designer?",
            "What could you gain by splitting the objective?",
            "What value do you see in running a weekly demo?",
        ),
        accepts=(
            "What would reaching 30% make possible?",
            "What did the weekly call give you?",
            "What value does trial activation have for new users?",
        ),
    ),
    _rule(
        code="ADV108",
        name="warning",
        message="It warns of what comes if the team does not follow.",
        why="Fear argues for a course without saying which.",
        source="MISC 2.5, the code for warning",
        scope=Scope.WHOLE,
        cues=(
            "worried that",
            "afraid",
            "concerned that",
            "risk",
            "careful",
            "if you don't",
            "if you do not",
            "if we don't",
        ),
        patterns=(
            r"aren't (?:you|we) (?:\w+ )?(?:worried|afraid|concerned|risking)",
            r"don't (?:you|we) risk",
            r"\b(?:you|we) (?:run the risk|are risking|risk \w+ing)\b",
            r"\bbe careful\b",
            (
                r"what (?:happens|will happen|would happen) if (?:you|we) (?:don't|do not) (?!know|reach|hit"
                r"|meet|make it)"
            ),
        ),
        rejects=(
            "Aren't you worried that the pilot will slip?",
            "What happens if you don't fix the checkout flow?",
            "You risk losing the pilot: what is the plan?",
        ),
        accepts=(
            "What risk in the pilot is on your mind?",
            "What would it mean for the pilot if the date moved?",
            "What would change for users if the key result were missed?",
        ),
    ),
    _rule(
        code="ADV109",
        name="option-menu",
        message="It lists examples of answers, and the team will choose from the menu.",
        why="Examples anchor: what is not on the menu is rarely said.",
        source="QAS-99, step 6 (bias)",
        scope=Scope.PLAIN,
        cues=("example", "e.g", "such as", "for instance", "like ", "maybe", "perhaps", "say,"),
        patterns=(
            (
                rf"(?:for example|e\.g\.?|such as|for instance|\blike|\bmaybe|\bperhaps|\bsay),? (?:by |with "
                rf"|through )?(?:{_DOING}|(?:a|an|more) (?:\w+ )?"
                rf"(?:\w+ing\b|{_DEVICE}))"
            ),
        ),
        rejects=(
            "What could move trial activation, for example a shorter form?",
            "What options do you see, such as hiring a contractor?",
            "What would help here (e.g. a weekly demo)?",
        ),
        accepts=(
            "What does a week like this one do to trial activation?",
            "What would a customer like Mina's say about trial activation?",
            "What is an example of a moment when the checklist worked?",
        ),
    ),
    _rule(
        code="ADV110",
        name="rate-my-idea",
        message="It puts an action on the table and asks the team to rate it.",
        why="Feelings about the asker's idea come instead of ideas.",
        source=_TRAP,
        scope=Scope.ASKING,
        cues=("feel", "think", "sound", "make of", "say to", "idea of"),
        patterns=(
            (
                rf"\b(?:how|what) (?:do|would|did) {_TEAM} (?:feel|think|say|make) (?:about|of|to) (?:maybe "
                rf"|perhaps |the idea of )?(?:{_DOING}|trying|using|adding|starting|a (?:weekly|daily|monthly"
                rf"|new|short|shorter|smaller|lower|higher))"
            ),
            (
                rf"\bhow (?:does|would|do) (?:{_DOING}[^?]{{0,40}}|a (?:weekly|daily|monthly|new|shorter|lower"
                rf"|higher) \w+|\d+\S*) sound"
            ),
            r"\bthe idea of (?!the|your|this|that)\w+ing\b",
        ),
        rejects=(
            "How would you feel about lowering the target?",
            "What do you think about a weekly demo?",
            "How does moving the date to May sound?",
        ),
        accepts=(
            "How do you feel about trial activation?",
            "What do you think about the options you listed?",
            "What do you make of trial activation since the new onboarding?",
        ),
    ),
    _rule(
        code="ADV111",
        name="soft-imperative",
        message="It recommends in so many words.",
        why="A recommendation with soft edges is still the coach's plan.",
        source=_MITI,
        scope=Scope.WHOLE,
        cues=(
            "might want to",
            "may want to",
            "feel free",
            "consider ",
            "suggest",
            "recommend",
            "advi",
            "make sure",
            "let's",
            "it might help",
            "it may help",
            "you could ",
            "try to",
            "it would be good",
            "it's important",
            "my tip",
        ),
        patterns=(
            r"\byou (?:might|may|could) (?:also )?want to\b",
            r"\bfeel free to\b",
            r"(?:^|[.,:;?!] |perhaps |maybe )consider \w+ing\b",
            r"\bi(?:'d| would|'ll)? (?:strongly |also )?(?:suggest|recommend|advise)\b",
            r"\bmy (?:advice|suggestion|recommendation|tip)\b",
            r"(?:^|[.,;?!] ?)make sure (?:to|you|that)\b",
            r"(?:^|[.,:;?!] )let's (?!hear|say|suppose)\w+",
            (
                r"\bit (?:might|may|could|would) (?:help|be good|be wise|be worth) (?:to|you to|\w+ing)\b(?! "
                r"(?:hear|know|understand))"
            ),
            (
                rf"(?:^|[.;?!] |maybe |perhaps )(?:you|we) could (?:also |just |always |then )?(?:{_BASE}|try"
                rf"|use|start)"
            ),
            r"(?:^|[.;?!] )try (?:to |\w+ing\b)",
        ),
        rejects=(
            "You might want to look at the form first. What do you think?",
            "Maybe you could ask Support: how does that sit with you?",
            "I'd suggest fewer key results. What would remain?",
        ),
        accepts=(
            "What do you recommend on the contract?",
            "What advice would you give a team that starts where you did?",
            "What would you suggest to yourselves in April, knowing what you know now?",
        ),
    ),
    _rule(
        code="ADV112",
        name="polar-advice",
        message="It asks whether the team could or will do a thing that the asker thought of.",
        why="The reply is a promise or a refusal, and neither is the team's own plan.",
        source=_MITI,
        scope=Scope.OPENING,
        openers=("can", "could", "will", "would", "may", "might", "shall", "are", "is", "do", "did", "does", "was"),
        patterns=(
            (
                rf"(?:can|could|will|would|may|might|shall) {_TEAM} (?:also |perhaps |maybe |please |not |just "
                rf"|possibly |consider |try )?(?:{_BASE}|{_DOING}|trying|using)(?! (?:us|me) )"
            ),
            (
                rf"(?:are|is|do|did|does|would) {_TEAM} (?:going to|plan to|planning to|want to|willing to"
                rf"|able to|ready to|open to|prepared to|intend to|need to|like to) (?:{_BASE}|{_DOING})"
            ),
            (
                r"would (?:it|there|that) (?:not )?(?:help|make sense|be (?:worth|useful|better|possible"
                r"|helpful|good|an idea|wise|easier|an option|room|value|an?)) ?(?:to|if|\w+ing|in|value)?"
            ),
            rf"(?:is|was) it (?:worth|time|an option|possible) (?:to |{_DOING}|trying)",
            rf"is there (?:a way|any way|room|scope|a case) (?:to|for) (?:{_BASE}|{_DOING})",
            (
                rf"(?:do|did) {_TEAM} (?:think|believe|feel) (?:that )?(?:it would|it might|a |an |more "
                rf"|{_DOING}|you (?:could|should|might) (?:{_BASE}|try|use))"
            ),
            rf"would (?:a|an|more|another|weekly|{_DOING}) [^?]{{0,50}}",
            rf"(?:can|could|will|would|might) {_TEAM} consider (?!what|how|why|whether|this|that|it\b)",
        ),
        rejects=(
            "Could you invite Support to the next demo?",
            "Would it help to run a weekly demo?",
            "Do you think hiring a tester would speed things up?",
            "Are you going to talk to Legal?",
        ),
        accepts=(
            "What would help you hear from Support?",
            "What do you think would speed things up?",
            "What are you counting on to move trial activation?",
        ),
    ),
    _rule(
        code="ADV113",
        name="goal-smuggling",
        message="The preface sets a course as if it were agreed, and asks only for the means.",
        why="The choice that deserves the talk has been made before the question starts.",
        source=_ICF,
        scope=Scope.WHOLE,
        cues=("to ",),
        patterns=(
            rf"^\W*(?:so |and |in order |instead |given that you have )?to (?:{_STRONG}|close the|fix|catch)",
            (
                r"\b(?:what|which)(?: \w+)? (?:will|can|could|would|do) (?:you|we) (?:do|change|need|take) "
                r"(?:in order )?to (?:get back on track|catch up|speed (?:up|things)|close the gap|turn "
                r"(?:this|it|things) around)"
            ),
        ),
        rejects=(
            "To get back on track, what will you cut?",
            "To close the gap, which work comes first, and why?",
            "What will you do to catch up?",
        ),
        accepts=(
            "What choices are open to you about the time trial activation gets?",
            "For trial activation to reach 30% in 44 days, what would have to be true?",
            "What alternatives have you considered to getting back on track?",
        ),
    ),
)
"""The rules of advice."""

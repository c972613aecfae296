"""Advice to be nodded at: whether the team has tried it, would not rather, could or will do it."""

from questioner.review.advice.actions import BASE, DOING, DONE, MITI, TEAM, TRAP, rule
from questioner.review.rules import Scope

RULES = (
    rule(
        code="ADV102",
        name="have-you-considered",
        message="It offers an idea under the cover of asking whether the team has had it.",
        why="The honest reply is about the asker's idea, and the team's own stay unsaid.",
        source=TRAP,
        scope=Scope.OPENING,
        patterns=(
            (
                rf"(?:have|has|had|did|do|does|haven't|hasn't) {TEAM} (?:ever |already |also |yet |not "
                rf"|actually |maybe |even ){{0,2}}"
                r"(?:considered|consider|tried|try|thought (?:about|of)|think about|looked (?:at|into)|look "
                r"into|explored|discussed"
                rf"|talked to|spoken (?:to|with)|reached out|{DONE}) (?!that\b|it\b|this\b|anything|those "
                rf"things|you\b|what\b|how\b|why\b)"
            ),
            r"(?:ever |already |anyone |anybody )?(?:thought (?:about|of)|considered|tried|looked (?:at|into)) (?:\w+ing|a|an)\b",
            (
                rf"(?:are|is) {TEAM} (?:considering|thinking (?:about|of)|open to|looking (?:at|into)|trying"
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
    rule(
        code="ADV103",
        name="negative-suggestion",
        message="“Why not …” and “couldn't you …” press an idea by asking why it is not done.",
        why="The team defends itself against a plan that it never made.",
        source=MITI,
        scope=Scope.OPENING,
        patterns=(
            (
                rf"(?:couldn't(?! (?:find|see|help|tell|say|make|get|read|follow|quite|even)\b)|shouldn't|could {TEAM} not|wouldn't (?:it|that|there)|isn't there (?:a|any"
                rf"|some) (?:way|room|chance)) ?"
            ),
            rf"wouldn't {TEAM} (?!say|agree|think)",
            (
                rf"why (?:don't|not|wouldn't|shouldn't) (?:{TEAM} )?(?:just \w+|simply \w+|{BASE}|try|use"
                rf"|start|give|get|do|let|set|make|change)\b"
            ),
            (
                r"why not (?![^?]{5,60} for (?:a|one) (?:moment|minute|second)\b ?[:;,])(?!the |a |an |this|that|these|those|any|some|all|both|one|two|three|four|five|\d|more|less|fewer"
                r"|in |on |at |to |for |from |with |by |until |you |we |they |us |now|here|yet|just |simply |in |as |be )"
                r"\w+ (?:(?:out|up|off|in|back) )?(?:the|a|an|your|our|it|them|all|every|each|some|more|fewer|people|customers)\b"
            ),
            rf"can't {TEAM} (?:just |simply )?{BASE}",
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
    rule(
        code="ADV112",
        name="polar-advice",
        message="It asks whether the team could or will do a thing that the asker thought of.",
        why="The reply is a promise or a refusal, and neither is the team's own plan.",
        source=MITI,
        scope=Scope.OPENING,
        patterns=(
            (
                rf"(?:can|could|will|would|may|might|shall) {TEAM} (?:also |perhaps |maybe |please |not |just "
                rf"|possibly |consider |try )?(?:{BASE}|{DOING}|trying|using)(?! (?:us|me) )"
            ),
            (
                rf"(?:are|is|do|did|does|would) {TEAM} (?:going to|plan to|planning to|want to|willing to"
                rf"|able to|ready to|open to|prepared to|intend to|need to|like to) (?:{BASE}|{DOING})"
            ),
            (
                r"would (?:it|there|that) (?:not )?(?:help|make sense|be (?:worth|useful|better|possible"
                r"|helpful|good|an idea|wise|easier|an option|room|value|an?)) ?(?:to|if|\w+ing|in|value)?"
            ),
            (
                r"(?:might|could|may|would) it (?:not )?(?:be (?:worth|better|wise|wiser|smart|smarter|useful|an idea|good|helpful"
                r"|an option|time|easier)|help|make sense|pay)\b"
            ),
            rf"would {TEAM} be (?:open|willing|happy|up|prepared|ready|able|interested) (?:to|for|in) (?:{DOING}|{BASE}|trying|using)",
            rf"(?:can|could|will|would) {TEAM} (?:also |please |just |maybe |perhaps )?try (?!to (?:say|describe|put))\w+",
            rf"(?:is|was) it (?:worth|time|an option|possible) (?:to |{DOING}|trying)",
            rf"is there (?:a way|any way|room|scope|a case) (?:to|for) (?:{BASE}|{DOING})",
            (
                rf"(?:do|did) {TEAM} (?:think|believe|feel) (?:that )?(?:it would|it might|a |an |more "
                rf"|{DOING}|you (?:could|should|might) (?:{BASE}|try|use))"
            ),
            rf"would (?:a|an|more|another|weekly|{DOING}) [^?]{{0,50}}",
            rf"(?:can|could|will|would|might) {TEAM} consider (?!what|how|why|whether|this|that|it\b)",
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
)

"""Advice laid on the table: its good to be named, one to be picked from a list, an idea to be rated."""

from questioner.review.advice.actions import (
    AIM,
    DEVICE,
    DOING,
    MITI,
    NEUTRAL_DOING,
    NOT_A_STEP,
    STRONG,
    TEAM,
    TRAP,
    rule,
)
from questioner.review.rules import Scope

RULES = (
    rule(
        code="ADV107",
        name="benefit-sell",
        message="It asks for the good of an action that nobody has taken up yet.",
        why="Only one side of the ledger is asked for, so the answer is sold with the question.",
        source=MITI,
        scope=Scope.OPENING,
        patterns=(
            (
                r"what (?:\w+ )?(?:benefits?|advantages?|value|upsides?|gains?|difference) (?:could|would"
                r"|might|do|can|will) [^?]{0,30}"
                rf"(?:from|in|of|by|with) (?:{DOING}|an? (?!(?:shift|day|week|month|quarter|year|season|night|morning)\b))"
            ),
            (
                rf"what (?:is|are|would be|might be|could be) the (?:\w+ )?(?:benefits?|advantages?"
                rf"|upsides?|case|downsides?) (?:of|in|for) (?:{DOING}|(?!an? {AIM})an? |having)"
            ),
            rf"what(?:'s| is| would be| could be)? (?:the |any )?(?:harm|downside|problem|hurt|risk) (?:in|of|with|from) (?:just )?(?:{DOING}|trying|using)",
            (
                r"how (?:helpful|useful|valuable|good|beneficial|worthwhile|sensible|feasible|smart|wise) (?:would|could|might) "
                rf"(?:it be (?:to|if|for)|a|an|{DOING})\b"
            ),
            (
                rf"what (?:do|could|would|might) {TEAM} (?:(?:have|stand) to )?(?:lose|gain|win|get|achieve|learn) (?:from|by|with|through) "
                rf"(?:{DOING}|a |an |having|using|trying)"
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
            "What difference would that make at the start of a shift?",
        ),
    ),
    rule(
        code="ADV109",
        name="option-menu",
        message="It lists examples of answers, and the team will choose from the menu.",
        why="Examples anchor: what is not on the menu is rarely said.",
        source="QAS-99, step 6 (bias)",
        scope=Scope.PLAIN,
        patterns=(
            (
                rf"\b(?:for example|e\.g\.?|such as|for instance|like|maybe|perhaps|say),? (?:by |with "
                rf"|through )?(?:{DOING}|(?:a|an|more) (?:\w+ )?"
                rf"(?:\w+ing\b|{DEVICE}))"
            ),
            r"\b(?:what|how|which|where|when) [^?]{12,160} for (?:instance|example)\b",
            (
                r"\b(?:what|how|which|where|when) [^?]{8,160}[,—–] ?(?:say|perhaps|maybe),? (?:an?|one|two|three|half|another|more|fewer|without|with"
                r"|(?!something|anything|nothing)\w+ing) "
            ),
            r"\b(?:what|how|which|where|when) [^?]{8,160}, (?!and\b|but\b)(?:[\w'-]+ ){1,4}(?:perhaps|maybe)\b",
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
            "What is a good example of a week that worked?",
            "What would you say in half a sentence?",
            "Perhaps the question is too big: what would you rather look at?",
        ),
    ),
    rule(
        code="ADV110",
        name="rate-my-idea",
        message="It puts an action on the table and asks the team to rate it.",
        why="Feelings about the asker's idea come instead of ideas.",
        source=TRAP,
        scope=Scope.ASKING,
        patterns=(
            (
                rf"\b(?!how (?:do|did) {TEAM} think about having)(?:how|what) (?:do|would|did) {TEAM} (?:feel|think|say|make) (?:about|of|to) (?:maybe "
                rf"|perhaps |the idea of )?(?:{DOING}|trying|using|adding|starting|a (?:weekly|daily|monthly"
                rf"|new|short|shorter|smaller|lower|higher)(?![^?]{{2,40}} who\b))"
            ),
            r"(?<!gave\syou\s)(?<!arrive\sat\s)(?<!arrived\sat\s)(?<!came\sto\s)(?<!come\sto\s)(?<!hit\son\s)\bthe idea of (?!the|your|this|that)\w+ing\b",
            (
                rf"\b(?:how|what)(?:'d| would) {TEAM} (?:feel|think|say|react) (?:about|of|to) (?:maybe |perhaps )?(?!{NOT_A_STEP})"
                r"\w+ing (?!about|today|now\b|at\b|so\b|in\b|on\b|as\b|this (?:week|month|quarter|year))\w+"
            ),
            (
                rf"\b(?:how|what) (?:would|do|does|might) (?:{TEAM}|the [\w-]+(?: [\w-]+)?) (?:feel|think|say|make|reckon) (?:about|of"
                rf"|to) (?!{NOT_A_STEP}|{NEUTRAL_DOING})"
                r"\w+ing (?:a|an|the|all|every|each|your|our|them|it|\w+s)\b"
            ),
            (
                rf"\bhow (?:does|would|do|might) (?:the (?:idea|thought|prospect|notion|option) of (?!{NOT_A_STEP})|{DOING}|(?:an?|one|two|another|fewer|more)"
                rf" (?!{AIM}|\w+ (?:goal|target)\b)[\w-]+|\d\S*)[^?]{{0,50}} (?:sound(?: to you)?(?=\W*\Z|[,;]| next\b| for\b)|(?:strike|suit|(?:sit|land) with|appeal to|work for) (?:you|us|the)\b)"
            ),
            (
                r"\bwhat(?:'s| is| are| would be)? your (?:gut )?(?:appetite|reaction|thoughts?|feelings?|opinion|views?|instinct|take|stance|position|timeline"
                rf"|thinking) (?:on|of|for|about|to|towards?|around) (?:maybe |perhaps )?(?:{DOING}|trying|using|adding|starting|(?!{NOT_A_STEP})"
                r"\w+ing (?:a|an|the|your|our|it|them|to|more|fewer|two|every|each|all|off|out|\w+s))\b"
            ),
            rf"\b(?:whether|if) {TEAM} (?:could|should|might|would) (?:consider|{STRONG}|try|use)\b",
        ),
        rejects=(
            "How would you feel about lowering the target?",
            "What do you think about a weekly demo?",
            "How does moving the date to May sound?",
            "How would you feel about handing the night rota to the wards?",
            "How would a no-meeting Friday sit with you?",
            "What would the cooks say to swapping the two shifts?",
            "What is your view of lending the van to the north yard?",
            "How does the idea of a shared rota sit with the wards?",
            "How does a second gate sound to you?",
        ),
        accepts=(
            "How would you feel about missing the target?",
            "How does the new target sit with you today?",
            "How do you feel about trial activation?",
            "What do you think about the options you listed?",
            "What do you make of trial activation since the new onboarding?",
            "How do you think about having one target for two wards?",
            "What do the porters make of reaching the target early?",
            "What gave you the idea of asking the drivers?",
        ),
    ),
)
